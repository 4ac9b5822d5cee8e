// Which rules may not be published, and where their fault lies.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { lint, parseRule, type Rule, type Surroundings } from './index.ts'

const read = (rule: unknown): Rule => {
  const parsed = parseRule(rule)
  if (parsed.outcome === 'refused') throw new Error(JSON.stringify(parsed.faults))
  return parsed.rule
}

const UNFIT: [sentence: string, rule: unknown, path: string, code: string, around?: Surroundings][] = [
  [
    'a badge that is both wanted and forbidden',
    { all: [{ badge: 'a' }, { not: { badge: 'a' } }] },
    '/all/1',
    'contradiction',
  ],
  [
    'two terms that never meet',
    { all: [{ count: { min: 1 } }, { window: { semester: '2025-1' } }, { window: { semester: '2026-1' } }] },
    '/all/1',
    'contradiction',
  ],
  [
    'levels that exclude one another',
    { all: [{ credits: { min: 3 } }, { level: { kqf: '>=6' } }, { level: { kqf: '<=4' } }] },
    '/all/0',
    'unreachable',
  ],
  [
    'a prerequisite where no degree is left',
    { all: [{ badge: 'a' }, { prereq: { microdegree: 'd' } }, { degrees: { max: 1 } }] },
    '/all/2',
    'contradiction',
  ],
  [
    'a floor above what counts',
    { credits: { min: 6, max: 6, levelMin: { advanced: 9 } } },
    '/credits',
    'floor-above-max',
  ],
  [
    'a floor above its cap',
    { credits: { min: 6, tagMin: { core: 6 }, overlapMax: { with: 'core', credits: 3 } } },
    '/credits/tagMin/core',
    'contradiction',
  ],
  [
    'credits twice, which one badge could serve both times',
    { all: [{ credits: { min: 6, from: { tag: 'major' } } }, { credits: { min: 3, from: { tag: 'liberal arts' } } }] },
    '/all/1/credits',
    'counted-twice',
  ],
  [
    'credits twice, the second in a branch of its own',
    { all: [{ count: { min: 3 } }, { any: [{ badge: 'a' }, { all: [{ badge: 'b' }, { count: { min: 1 } }] }] }] },
    '/all/1/any/1/all/1/count',
    'counted-twice',
  ],
  [
    'credits from lists that share an equivalent',
    {
      all: [{ credits: { min: 3, from: { badges: ['a'] } } }, { credits: { min: 3, from: { badges: ['b'] } } }],
      equivalences: [['a', 'b']],
    },
    '/all/1/credits',
    'counted-twice',
  ],
  [
    'an overlap with itself',
    { credits: { min: 6, overlapMax: { with: { microdegree: 'me' }, credits: 3 } } },
    '/credits/overlapMax',
    'goal-contains-itself',
    { self: 'me' },
  ],
  ['one badge for two places', { all: [{ badge: 'a' }, { badge: 'a' }] }, '/all/0', 'unreachable'],
  ['two of a badge and itself', { nOf: { n: 2, of: [{ badge: 'a' }, { badge: 'a' }] } }, '', 'unreachable'],
  ['no credits at all', { all: [{ badge: 'a' }, { credits: { min: 0 } }] }, '/all/1/credits', 'met-by-nothing'],
  ['only approvals', { all: [{ approval: { by: 'dean', stage: 'end' } }, { manual: '확인' }] }, '', 'met-by-nothing'],
  ['only a badge one must not have', { not: { badge: 'a' } }, '', 'met-by-nothing'],
  ['a grade that nobody gives', { badge: 'a', minGrade: 'Z' }, '', 'grade-unknown'],
  [
    'a level that is not on the scale',
    { levels: ['low', 'high'], credits: { min: 9, levelMin: { top: 6 } } },
    '/credits/levelMin/top',
    'level-unknown',
  ],
  ['itself', { all: [{ badge: 'a' }, { badge: 'me' }] }, '/all/1/badge', 'goal-contains-itself', { self: 'me' }],
  [
    'itself by way of another',
    { all: [{ badge: 'a' }, { prereq: { microdegree: 'b' } }] },
    '/all/1/prereq/microdegree',
    'goal-contains-itself',
    {
      self: 'me',
      requires: new Map([
        ['b', ['c']],
        ['c', ['me']],
      ]),
    },
  ],
  [
    'a badge that was never published',
    { any: [{ badge: 'a' }, { badge: 'x' }] },
    '/any/1/badge',
    'achievement-unknown',
    { published: new Set(['a']) },
  ],
]
for (const [sentence, rule, path, code, around] of UNFIT) {
  test(`a rule that asks for ${sentence} is unfit`, () => {
    const faults = lint(read(rule), around)
    assert.ok(
      faults.some((fault) => fault.path === path && fault.code === code),
      JSON.stringify(faults),
    )
  })
}

const FIT: [sentence: string, rule: unknown][] = [
  [
    'alternatives',
    { all: [{ any: [{ badge: 'a' }, { badge: 'b' }] }, { badge: 'c', minGrade: 'B0', version: '>=2' }] },
  ],
  [
    'a cap and a floor that meet',
    { credits: { min: 12, tagMin: { core: 3 }, overlapMax: { with: 'core', credits: 3 } } },
  ],
  [
    'partners',
    { credits: { min: 9, partner: { min: 3, max: 3, from: ['did:web:b.example'] } }, issuer: 'did:web:a.example' },
  ],
  [
    'terms and levels',
    {
      all: [
        { credits: { min: 9, levelMin: { 고급: 6 } } },
        { window: { from: '2026-03-01' } },
        { level: { kqf: '>=5' } },
      ],
      levels: ['초급', '고급'],
    },
  ],
  ['a narrow level', { all: [{ count: { min: 2 } }, { level: { eqf: '=6' } }] }],
  [
    'numbers as grades',
    {
      all: [{ badge: 'a', minGrade: '70' }, { count: { min: 1, from: { badges: ['a'] } } }],
      reuse: true,
      equivalences: [['a', 'b']],
    },
  ],
  [
    'credits twice where a badge may be used again',
    { all: [{ credits: { min: 6 } }, { credits: { min: 3, from: { tag: 'core' } } }], reuse: true },
  ],
  ['credits among alternatives', { any: [{ credits: { min: 6 } }, { credits: { min: 3, from: { tag: 'core' } } }] }],
  ['credits and hours of the same badges', { all: [{ credits: { min: 6 } }, { hours: { min: 90 } }] }],
  [
    'credits from lists that share nothing',
    { all: [{ credits: { min: 3, from: { badges: ['a'] } } }, { credits: { min: 3, from: { badges: ['b'] } } }] },
  ],
  [
    'two micro-degrees that cap what they share',
    { credits: { min: 6, overlapMax: { with: { microdegree: 'b' }, credits: 3 } } },
  ],
  ['hours of units that were passed', { hours: { min: 12, from: { minGrade: '70' } } }],
  ['what must not be held', { all: [{ credits: { min: 3 } }, { not: { credits: { min: 30 } } }] }],
]
for (const [sentence, rule] of FIT) {
  test(`a rule of ${sentence} is fit`, () => {
    assert.deepEqual(lint(read(rule), { self: 'me', requires: new Map([['b', ['c']]]) }), [])
  })
}
