// What a rule makes of a learner's badges: tables of cases, then the laws.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type Evaluation, evaluate, letterOf, parseHoldings, parseRule, traceOf } from './index.ts'

const AT = '2026-11-23'
/** `npm run prove` tries more of everything. */
const RUNS = Number(process.env.KOLLEGES_PROVE_RUNS ?? 10_000)

const judge = (rule: unknown, holdings: unknown, at = AT): Evaluation => {
  const parsed = parseRule(rule)
  const held = parseHoldings(holdings)
  assert.equal(parsed.outcome, 'parsed', JSON.stringify(parsed))
  assert.equal(held.outcome, 'parsed', JSON.stringify(held))
  if (parsed.outcome !== 'parsed' || held.outcome !== 'parsed') throw new Error('unreachable')
  const result = evaluate(parsed.rule, held.holdings, { at, circumstances: held.circumstances })
  if (result.outcome !== 'evaluated') throw new Error(JSON.stringify(result.faults))
  return result.evaluation
}

const badge = (achievement: string, more: object = {}) => ({ achievement, awardedAt: '2026-05-01', ...more })
const course = (achievement: string, credits: number, ...tags: string[]) => badge(achievement, { credits, tags })

const CASES: [sentence: string, rule: object, holdings: unknown, outcome: 'met' | 'missing', credits?: number][] = [
  ['a badge with the grade asked for counts', { badge: 'ai', minGrade: 'B0' }, [badge('ai', { grade: 'B+' })], 'met'],
  ['a badge below the grade does not', { badge: 'ai', minGrade: 'B0' }, [badge('ai', { grade: 'C+' })], 'missing'],
  ['a badge without a grade does not reach one', { badge: 'ai', minGrade: 'B0' }, [badge('ai')], 'missing'],
  ['numbers compare as numbers', { badge: 'ai', minGrade: '70' }, [badge('ai', { grade: '100' })], 'met'],
  ['an older version does not count', { badge: 'ml', version: '>=2' }, [badge('ml', { version: 1 })], 'missing'],
  ['a revoked badge does not count', { badge: 'ai' }, [badge('ai', { status: 'revoked' })], 'missing'],
  ['a badge of an unknown issuer does not count', { badge: 'ai' }, [badge('ai', { status: 'unverified' })], 'missing'],
  ['an expired badge does not count', { badge: 'ai' }, [badge('ai', { validUntil: '2026-11-22' })], 'missing'],
  [
    'a badge counts on the last day of its validity',
    { badge: 'ai' },
    [badge('ai', { validUntil: '2026-11-23' })],
    'met',
  ],
  [
    'an outside badge is known by its issuer',
    { external: { issuer: 'did:web:a.example', achievement: 'x' } },
    [badge('x', { issuer: 'did:web:b.example' })],
    'missing',
  ],
  ['an equivalent badge stands in', { badge: 'ai', equivalences: [['ai', 'ai-2025']] }, [badge('ai-2025')], 'met'],
  [
    'two of three',
    { nOf: { n: 2, of: [{ badge: 'a' }, { badge: 'b' }, { badge: 'c' }] } },
    [badge('a'), badge('c')],
    'met',
  ],
  [
    'one badge does not fill two places',
    { all: [{ badge: 'a' }, { badge: 'b' }], equivalences: [['a', 'b']] },
    [badge('a')],
    'missing',
  ],
  [
    'unless the rule allows it',
    { all: [{ badge: 'a' }, { badge: 'b' }], equivalences: [['a', 'b']], reuse: true },
    [badge('a')],
    'met',
  ],
  [
    'places are filled so that both are',
    { all: [{ any: [{ badge: 'a' }, { badge: 'b' }] }, { badge: 'a' }] },
    [badge('a'), badge('b')],
    'met',
  ],
  [
    'a badge earned twice is counted once, at its better grade',
    { credits: { min: 6 } },
    [badge('a', { credits: 3, grade: 'C0' }), badge('a', { credits: 3, grade: 'A0' }), course('b', 2)],
    'missing',
    5,
  ],
  [
    'an equivalent of a counted badge is not counted beside it',
    { credits: { min: 6 }, equivalences: [['a', 'a-old']] },
    [course('a', 3), course('a-old', 3)],
    'missing',
    3,
  ],
  [
    'two of a kind are one badge',
    { count: { min: 2 } },
    [badge('a'), badge('a', { awardedAt: '2026-06-01' })],
    'missing',
  ],
  [
    'at most three credits count in another micro-degree as well',
    { credits: { min: 9, overlapMax: { with: { microdegree: 'robots' }, credits: 3 } } },
    [
      course('a', 3),
      badge('b', { credits: 3, countsIn: ['robots'] }),
      badge('c', { credits: 3, countsIn: ['robots'] }),
    ],
    'missing',
    6,
  ],
  [
    'what counts in a micro-degree that the rule does not name is free',
    { credits: { min: 6, overlapMax: { with: { microdegree: 'robots' }, credits: 3 } } },
    [badge('b', { credits: 3, countsIn: ['law'] }), badge('c', { credits: 3, countsIn: ['law'] })],
    'met',
    6,
  ],
  ['twelve credits', { credits: { min: 12 } }, [course('a', 6), course('b', 6)], 'met', 12],
  ['half points add up', { credits: { min: 3 } }, [course('a', 1.5), course('b', 1.5)], 'met', 3],
  [
    'at most three credits overlap with the major',
    { credits: { min: 12, overlapMax: { with: 'major', credits: 3 } } },
    [course('a', 6), course('b', 3), course('c', 3, 'major'), course('d', 3, 'major')],
    'met',
    12,
  ],
  [
    'what overlaps beyond the cap is not counted',
    { credits: { min: 12, overlapMax: { with: 'major', credits: 3 } } },
    [course('a', 6), course('c', 3, 'major'), course('d', 3, 'major')],
    'missing',
    9,
  ],
  [
    'a cap is spent on the badge that reaches the floor',
    { credits: { min: 6, tagMin: { core: 3 }, overlapMax: { with: 'major', credits: 3 } } },
    [course('a', 3), course('b', 3, 'major'), course('c', 3, 'major', 'core')],
    'met',
    6,
  ],
  [
    'nine credits of which six are advanced',
    { credits: { min: 9, levelMin: { advanced: 6 } } },
    [badge('a', { credits: 6, level: 'advanced' }), badge('b', { credits: 3, level: 'beginner' })],
    'met',
    9,
  ],
  [
    'more than the maximum counts as the maximum',
    { credits: { min: 12, max: 21 } },
    [course('a', 20), course('b', 6)],
    'met',
    21,
  ],
  [
    'four of six within three years of the first',
    { all: [{ count: { min: 2 } }, { window: { within: 'P3Y', of: 'first' } }] },
    [
      badge('a', { awardedAt: '2020-01-10' }),
      badge('b', { awardedAt: '2023-01-11' }),
      badge('c', { awardedAt: '2024-01-01' }),
    ],
    'met',
  ],
  [
    'the corresponding day still belongs to the window',
    { all: [{ count: { min: 2 } }, { window: { within: 'P3Y', of: 'first' } }] },
    [badge('a', { awardedAt: '2020-01-10' }), badge('b', { awardedAt: '2023-01-10' })],
    'met',
  ],
  [
    'the day after it does not',
    { all: [{ count: { min: 2 } }, { window: { within: 'P3Y', of: 'first' } }] },
    [badge('a', { awardedAt: '2020-01-10' }), badge('b', { awardedAt: '2023-01-11' })],
    'missing',
  ],
  [
    'a year from a leap day ends in February',
    { all: [{ count: { min: 2 } }, { window: { within: 'P1Y', of: 'first' } }] },
    [badge('a', { awardedAt: '2024-02-29' }), badge('b', { awardedAt: '2025-03-01' })],
    'missing',
  ],
  [
    'the corresponding day of a leap day, one year on, is the last of February',
    { all: [{ count: { min: 2 } }, { window: { within: 'P1Y', of: 'first' } }] },
    [badge('a', { awardedAt: '2024-02-29' }), badge('b', { awardedAt: '2025-02-28' })],
    'met',
  ],
  [
    'the second before midnight in Korea still belongs to the window',
    { all: [{ count: { min: 1 } }, { window: { until: '2026-08-31' } }] },
    [badge('a', { awardedAt: '2026-08-31T14:59:59Z' })],
    'met',
  ],
  [
    'a window ends at midnight in Korea',
    { all: [{ count: { min: 1 } }, { window: { until: '2026-08-31' } }] },
    [badge('a', { awardedAt: '2026-08-31T15:00:00Z' })],
    'missing',
  ],
  [
    'a semester is half a year from March or September',
    { all: [{ count: { min: 1 } }, { window: { semester: '2025-2' } }] },
    [badge('a', { awardedAt: '2026-02-28' })],
    'met',
  ],
  [
    'badges below the level do not count',
    { all: [{ credits: { min: 3 } }, { level: { kqf: '>=5' } }] },
    [badge('a', { credits: 3, level: 4 }), badge('b', { credits: 3, level: 'KQF 5' })],
    'met',
    3,
  ],
  [
    'a prerequisite degree must be held',
    { all: [{ badge: 'a' }, { prereq: { microdegree: 'foundation' } }] },
    [badge('a')],
    'missing',
  ],
  [
    'a decision is awaited',
    { all: [{ badge: 'a' }, { approval: { by: 'registrar', stage: 'application' } }] },
    [badge('a')],
    'missing',
  ],
  [
    'and then given',
    { all: [{ badge: 'a' }, { approval: { by: 'registrar', stage: 'application' } }] },
    { holdings: [badge('a')], decisions: [{ stage: 'application', by: 'registrar' }] },
    'met',
  ],
  ['not', { all: [{ badge: 'a' }, { not: { badge: 'b' } }] }, [badge('a'), badge('b')], 'missing'],
  [
    'no more than three degrees',
    { all: [{ badge: 'a' }, { degrees: { max: 1 } }] },
    [badge('a'), badge('d', { tags: ['microdegree'] })],
    'missing',
  ],
  [
    'partners count up to their share',
    { credits: { min: 6, partner: { max: 3 } } },
    [course('a', 3), course('b', 3, 'partner'), course('c', 3, 'partner')],
    'met',
    6,
  ],
]

for (const [sentence, rule, holdings, outcome, credits] of CASES) {
  test(sentence, () => {
    const evaluation = judge(rule, holdings)
    assert.equal(evaluation.outcome, outcome, letterOf(evaluation, 'en'))
    if (credits !== undefined) assert.equal(evaluation.credits, credits)
  })
}

test('every condition says how it stands, in both languages', () => {
  const rule = {
    all: [
      { badge: 'ai', minGrade: 'B0' },
      { credits: { min: 6, overlapMax: { with: 'major', credits: 3 } } },
      { manual: '전공교수 확인' },
    ],
  }
  const evaluation = judge(rule, [badge('ai', { credits: 3, grade: 'A0' })])
  assert.deepEqual(
    traceOf(evaluation, 'ko').map(({ outcome, text }) => `${outcome} ${text}`),
    [
      'missing 다음 3가지 요건을 모두 충족: 1가지를 충족했습니다.',
      'met ‘ai’ 배지 취득 (성적 B0 이상): 2026년 5월 1일에 취득했습니다 (성적 A0).',
      'missing 6학점 이상 이수 (‘major’ 중복 인정은 3학점까지): 3학점을 인정했고 3학점이 더 필요합니다.',
      'missing 전공교수 확인: 아직 확인되지 않았습니다.',
    ],
  )
  assert.match(
    letterOf(evaluation, 'en'),
    /^Two requirements are not yet met\. So far, 3 credits have been counted\.\n\nStill to be completed\n- At least 6 credits \(at most 3 credits shared with “major”\): 3 credits counted, 3 credits more needed\./,
  )
})

test('a rule says what its own words are called, in both languages', () => {
  const rule = {
    approval: { by: 'office-7', stage: 'end' },
    names: { end: { ko: '이수 심사', en: 'final review' }, 'office-7': '교무처' },
  }
  const evaluation = judge(rule, [])
  assert.equal(traceOf(evaluation, 'ko')[0]?.text, '이수 심사 승인 (교무처): 아직 결정되지 않았습니다.')
  assert.equal(traceOf(evaluation, 'en')[0]?.text, 'Final review, to be approved by 교무처: not decided yet.')
})

const REFUSED: [sentence: string, rule: unknown, code: string][] = [
  ['a third of a credit', { credits: { min: 1 / 3 } }, 'not-a-half-point'],
  ['negative credits', { credits: { min: -1 } }, 'number-out-of-range'],
  ['three of two', { nOf: { n: 3, of: [{ badge: 'a' }, { badge: 'b' }] } }, 'n-out-of-reach'],
  ['an unknown word', { sometimes: [] }, 'condition-unknown'],
  ['two words at once', { all: [{ badge: 'a', credits: { min: 1 } }] }, 'condition-ambiguous'],
  ['a window among alternatives', { any: [{ badge: 'a' }, { window: { within: 'P1Y' } }] }, 'scope-outside-all'],
  ['no conditions', { all: [] }, 'conditions-missing'],
  ['something that is no duration', { all: [{ badge: 'a' }, { window: { within: '3 years' } }] }, 'duration-malformed'],
  ['a name in one language of two', { badge: 'a', names: { a: { ko: '가' } } }, 'text-missing'],
  ['a minimum above the maximum', { credits: { min: 12, max: 9 } }, 'min-above-max'],
]
for (const [sentence, rule, code] of REFUSED) {
  test(`${sentence} is refused with ${code}`, () => {
    const parsed = parseRule(rule)
    assert.ok(
      parsed.outcome === 'refused' && parsed.faults.some((fault) => fault.code === code),
      JSON.stringify(parsed),
    )
  })
}

const REFUSED_HOLDINGS: [sentence: string, holding: object, path: string, code: string][] = [
  ['a third of a credit', { credits: 1 / 3 }, '/0/credits', 'not-a-half-point'],
  ['negative credits', { credits: -3 }, '/0/credits', 'number-out-of-range'],
  ['more credits than there are', { credits: 1_001 }, '/0/credits', 'number-out-of-range'],
  ['credits that are no number', { credits: '3' }, '/0/credits', 'number-out-of-range'],
  ['negative hours', { hours: -1 }, '/0/hours', 'number-out-of-range'],
  ['a day that there is not', { awardedAt: '2026-02-30' }, '/0/awardedAt', 'date-malformed'],
  ['a leap day of a common year', { validUntil: '2025-02-29' }, '/0/validUntil', 'date-malformed'],
  ['an instant without a zone', { awardedAt: '2026-08-31T15:00:00' }, '/0/awardedAt', 'date-malformed'],
  ['a status that nobody knows', { status: 'lost' }, '/0/status', 'status-unknown'],
]
for (const [sentence, holding, path, code] of REFUSED_HOLDINGS) {
  test(`a badge with ${sentence} is refused with ${code}`, () => {
    assert.deepEqual(parseHoldings([badge('a', holding)]), { outcome: 'refused', faults: [{ path, code }] })
  })
}

const aHolding = fc.record({
  achievement: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
  credits: fc.constantFrom(0.5, 1, 1.5, 2, 3),
  hours: fc.constantFrom(0, 2, 3),
  tags: fc.subarray(['major', 'core', 'partner']),
  countsIn: fc.subarray(['other-degree']),
  level: fc.constantFrom('beginner', 'advanced'),
  awardedAt: fc.constantFrom('2023-03-02', '2024-02-29', '2025-02-28', '2026-01-01'),
})
const aPool = fc.record({
  min: fc.constantFrom(2, 4, 6),
  levelMin: fc.constantFrom<Record<string, number>[]>({}, { advanced: 3 }),
  tagMin: fc.constantFrom<Record<string, number>[]>({}, { core: 2 }),
  overlapMax: fc.constantFrom<DrawnPool['overlapMax'][]>(
    [],
    [{ with: { microdegree: 'other-degree' }, credits: 2.5 }],
    [{ with: 'major', credits: 3 }],
    [
      { with: 'major', credits: 2 },
      { with: 'core', credits: 2.5 },
    ],
  ),
})
type Drawn = { achievement: string; credits: number; tags: string[]; countsIn: string[]; level: string }
type DrawnPool = {
  min: number
  levelMin: Record<string, number>
  tagMin: Record<string, number>
  overlapMax: { with: string | { microdegree: string }; credits: number }[]
}

/** Every subset, one by one: slow, and too simple to be wrong. */
const bestByBruteForce = (pool: DrawnPool, holdings: readonly Drawn[]): { progress: number; total: number } => {
  let best = { progress: -1, total: -1 }
  for (let mask = 0; mask < 1 << holdings.length; mask += 1) {
    const chosen = holdings.filter((_, i) => mask & (1 << i))
    if (new Set(chosen.map(({ achievement }) => achievement)).size < chosen.length) continue
    const sum = (fits: (holding: Drawn) => boolean): number =>
      chosen.filter(fits).reduce((total, { credits }) => total + credits, 0)
    const overlaps = (other: string | { microdegree: string }) => (holding: Drawn) =>
      typeof other === 'string' ? holding.tags.includes(other) : holding.countsIn.includes(other.microdegree)
    if (pool.overlapMax.some(({ with: other, credits }) => sum(overlaps(other)) > credits)) continue
    const total = sum(() => true)
    const shares = [
      Math.min(total / pool.min, 1),
      ...Object.entries(pool.levelMin).map(([name, need]) => Math.min(sum(({ level }) => level === name) / need, 1)),
      ...Object.entries(pool.tagMin).map(([tag, need]) => Math.min(sum(({ tags }) => tags.includes(tag)) / need, 1)),
    ]
    const progress = shares.reduce((a, b) => a + b, 0) / shares.length
    if (progress > best.progress + 1e-9 || (progress > best.progress - 1e-9 && total > best.total))
      best = { progress, total }
  }
  return best
}

test('the choice of credits equals brute force', () => {
  fc.assert(
    fc.property(aPool, fc.array(aHolding, { maxLength: 8 }), (pool, holdings) => {
      const evaluation = judge({ credits: pool }, holdings)
      const best = bestByBruteForce(pool, holdings)
      assert.ok(Math.abs(evaluation.progress - best.progress) < 1e-9, `${evaluation.progress} ${best.progress}`)
      assert.equal(evaluation.credits, best.total)
    }),
    { numRuns: RUNS, seed: 20261123 },
  )
})

type Place = { badge: string } | { any: { badge: string }[] }
const aPlace: fc.Arbitrary<Place> = fc.oneof(
  fc.record({ badge: fc.constantFrom('a', 'b', 'c') }),
  fc.record({
    any: fc.array(fc.record({ badge: fc.constantFrom('a', 'b', 'c', 'd') }), { minLength: 1, maxLength: 3 }),
  }),
)

test('the filling of places equals brute force', () => {
  fc.assert(
    fc.property(
      fc.array(aPlace, { minLength: 1, maxLength: 4 }),
      fc.array(aHolding, { maxLength: 5 }),
      (places, holdings) => {
        const fill = (index: number, left: readonly string[]): number => {
          const place = places[index]
          if (place === undefined) return 0
          const wanted = 'badge' in place ? [place.badge] : place.any.map(({ badge: id }) => id)
          const filled = left.flatMap((held, i) =>
            wanted.includes(held) ? [1 + fill(index + 1, left.toSpliced(i, 1))] : [],
          )
          return Math.max(fill(index + 1, left), ...filled)
        }
        const evaluation = judge({ all: places }, holdings)
        assert.ok(
          Math.abs(
            evaluation.progress -
              fill(
                0,
                holdings.map(({ achievement }) => achievement),
              ) /
                places.length,
          ) < 1e-9,
        )
      },
    ),
    { numRuns: RUNS, seed: 20261123 },
  )
})

const aRule = fc.record({
  all: fc.tuple(
    fc.record({ credits: aPool }),
    fc.record({
      nOf: fc.record({ n: fc.constantFrom(1, 2), of: fc.constant([{ badge: 'a' }, { badge: 'b' }, { badge: 'c' }]) }),
    }),
    fc.constantFrom({ window: { within: 'P2Y', of: 'first' } }, { badge: 'd' }),
    fc.constantFrom({ count: { min: 2, from: { tag: 'core' } } }, { any: [{ hours: { min: 4 } }, { badge: 'e' }] }),
  ),
  equivalences: fc.constantFrom<string[][]>([], [['a', 'e']]),
})

test('under `not` it may: the law says something', () => {
  const rule = { all: [{ badge: 'a' }, { not: { badge: 'b' } }] }
  assert.ok(judge(rule, [badge('a'), badge('b')]).progress < judge(rule, [badge('a')]).progress)
})

test('adding a badge never lowers progress', () => {
  fc.assert(
    fc.property(aRule, fc.array(aHolding, { maxLength: 8 }), aHolding, (rule, holdings, more) => {
      assert.ok(judge(rule, [...holdings, more]).progress >= judge(rule, holdings).progress - 1e-9)
    }),
    { numRuns: RUNS / 5, seed: 20261123 },
  )
})

test('the order in which badges are handed in changes nothing', () => {
  fc.assert(
    fc.property(aRule, fc.array(aHolding, { maxLength: 8 }), (rule, holdings) => {
      const told = (evaluation: Evaluation) => [
        evaluation.outcome,
        evaluation.credits,
        letterOf(evaluation, 'ko'),
        traceOf(evaluation, 'en'),
      ]
      assert.deepEqual(told(judge(rule, holdings.toReversed())), told(judge(rule, holdings)))
    }),
    { numRuns: RUNS / 10, seed: 20261123 },
  )
})

test('a choice too large for an exact answer is refused, not guessed', () => {
  const tags = Array.from({ length: 9 }, (_, i) => `t${i}`)
  const names = Array.from({ length: 20 }, (_, i) => `b${i}`)
  const capped = { credits: { min: 500, overlapMax: tags.map((tag) => ({ with: tag, credits: 40.5 })) } }
  const many = Array.from({ length: 300 }, (_, i) => ({
    ...badge(`c${i}`),
    credits: 0.5 + (i % 7),
    tags: tags.filter((_, bit) => (i * 37) & (1 << bit)),
  }))
  const cases: [rule: object, holdings: object[]][] = [
    [capped, many],
    [{ all: names.map((name) => ({ badge: name })), equivalences: [names] }, names.map((name) => badge(name))],
  ]
  for (const [rule, holdings] of cases) {
    const [parsed, held] = [parseRule(rule), parseHoldings(holdings)]
    assert.ok(parsed.outcome === 'parsed' && held.outcome === 'parsed')
    const result = evaluate(parsed.rule, held.holdings, { at: AT })
    assert.deepEqual(result, { outcome: 'refused', faults: [{ path: '', code: 'choice-too-large' }] })
  }
})
