// The map of a rule: every condition in its place, and how it stands for a learner.
import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import {
  evaluate,
  everyPlace,
  type Known,
  layMap,
  mapEntries,
  mapLabel,
  parseHoldings,
  parseRule,
  type Rule,
  reasonText,
} from './index.ts'

const FOLDER = join(import.meta.dirname, '../../vectors/rules')
const AT = '2026-06-01'

const ruleOf = (json: unknown): Rule => {
  const parsed = parseRule(json)
  assert.ok(parsed.outcome === 'parsed', JSON.stringify(parsed))
  return parsed.rule
}

const known = (rule: Rule, holdings: unknown, at = AT): Known => {
  const held = parseHoldings(holdings)
  assert.ok(held.outcome === 'parsed', JSON.stringify(held))
  const result = evaluate(rule, held.holdings, { at, circumstances: held.circumstances })
  assert.ok(result.outcome === 'evaluated')
  return { evaluation: result.evaluation, at, circumstances: held.circumstances }
}

const statesOf = (rule: Rule, one?: Known): Record<string, string> =>
  Object.fromEntries(
    mapEntries(layMap(rule, one)).map(({ item }) => [
      mapLabel(item, 'en'),
      item.because ? `${item.state}: ${item.because}` : item.state,
    ]),
  )

for (const name of readdirSync(FOLDER).filter((file) => file.endsWith('.json'))) {
  test(`${name}: every condition is on the map once, and the list tells the same`, () => {
    const fixture = JSON.parse(readFileSync(join(FOLDER, name), 'utf8')) as {
      rule: unknown
      learners: { at: string; holdings: unknown }[]
    }
    const rule = ruleOf(fixture.rule)
    const asked = everyPlace(rule.condition).map(({ path }) => path)
    const expected = rule.condition.kind === 'all' ? asked.filter((path) => path !== '') : asked
    for (const one of [undefined, ...fixture.learners.map((learner) => known(rule, learner, learner.at))]) {
      const paths = mapEntries(layMap(rule, one)).map(({ item }) => item.path)
      assert.deepEqual([...paths].sort(), [...expected].sort())
    }
  })
  test(`${name}: what stands on the map as done is what was judged as met`, () => {
    const fixture = JSON.parse(readFileSync(join(FOLDER, name), 'utf8')) as {
      rule: unknown
      learners: { at: string; holdings: unknown }[]
    }
    const rule = ruleOf(fixture.rule)
    for (const learner of fixture.learners) {
      const one = known(rule, learner, learner.at)
      const { columns, limits, goal } = layMap(rule, one)
      const top = [...columns.flatMap(({ items }) => items), ...limits]
      assert.equal(goal.state === 'done', one.evaluation.outcome === 'met')
      assert.equal(
        top.every(({ state }) => state === 'done'),
        goal.state === 'done',
      )
      for (const { item } of mapEntries({ columns, limits, goal }))
        if (item.state === 'locked') assert.ok(item.because && reasonText(item.because, 'ko'), item.path)
    }
  })
}

test('steps follow one another: what comes first, required badges, each choice, amounts, approval', () => {
  const rule = ruleOf({
    all: [
      { approval: { by: 'registrar', stage: 'pre-application' } },
      { badge: 'a' },
      { nOf: { n: 2, of: [{ badge: 'b' }, { badge: 'c' }, { all: [{ badge: 'd' }, { badge: 'e' }] }] } },
      { badge: 'f' },
      { any: [{ badge: 'g' }, { badge: 'h' }] },
      { credits: { min: 12 } },
      { approval: { by: 'registrar', stage: 'completion' } },
      { window: { within: 'P3Y', of: 'first' } },
    ],
  })
  const { columns, limits } = layMap(rule)
  assert.deepEqual(
    columns.map(({ step, items }) => [step, items.map((item) => mapLabel(item, 'en'))]),
    [
      ['entry', ['Pre-application, to be approved by the registrar']],
      ['required', ['a', 'f']],
      ['choice', ['2 of 3']],
      ['choice', ['One of 2']],
      ['amounts', ['At least 12 credits']],
      ['decisions', ['Completion application, to be approved by the registrar']],
    ],
  )
  assert.deepEqual(
    limits.map(({ path }) => path),
    ['/all/7'],
  )
})

const CHOICE = {
  all: [
    { badge: 'a', minGrade: 'B0' },
    { nOf: { n: 1, of: [{ badge: 'b' }, { badge: 'c' }] } },
    { credits: { min: 6 } },
    { approval: { by: 'dean', stage: 'completion' } },
  ],
}

test('done, open, not needed, locked: each place says which and why', () => {
  const rule = ruleOf(CHOICE)
  const b = { achievement: 'b', credits: 3, awardedAt: '2026-03-02' }
  assert.deepEqual(statesOf(rule, known(rule, [{ ...b, achievement: 'a', grade: 'C0' }, b])), {
    a: 'available: below-grade',
    '1 of 2': 'done',
    b: 'done',
    c: 'spare',
    'At least 6 credits': 'done',
    'Completion application, to be approved by the dean': 'locked: rest-first',
  })
  assert.equal(
    statesOf(rule, known(rule, [{ ...b, achievement: 'a', grade: 'A0' }, b]))[
      'Completion application, to be approved by the dean'
    ],
    'available',
  )
})

for (const [name, window, holdings, expected] of [
  ['is over', { until: '2026-05-31' }, {}, 'locked: window-closed'],
  ['has not begun', { from: '2026-06-02' }, {}, 'locked: window-ahead'],
  ['is open', { from: '2026-06-01', until: '2026-06-01' }, {}, 'available'],
  ['begins with an enrolment that is missing', { within: 'P1Y', of: 'enrolment' }, {}, 'locked: enrol-first'],
  ['began with the enrolment', { within: 'P1Y', of: 'enrolment' }, { enrolledAt: '2026-01-01' }, 'available'],
  [
    'ended a year after the enrolment',
    { within: 'P1Y', of: 'enrolment' },
    { enrolledAt: '2025-05-31' },
    'locked: window-closed',
  ],
] as const) {
  test(`a badge whose time ${name} is ${expected}`, () => {
    const rule = ruleOf({ all: [{ badge: 'a' }, { window }] })
    assert.equal(statesOf(rule, known(rule, { holdings: [], ...holdings })).a, expected)
  })
}

test('without a learner nothing stands done or locked', () => {
  assert.ok(Object.values(statesOf(ruleOf(CHOICE))).every((state) => state === 'plain'))
})
