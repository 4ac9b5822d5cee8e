// Looking ahead: laws on random rules, and the cases a learner meets.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  evaluate,
  forecast,
  type Holding,
  helpful,
  nextStep,
  type Offer,
  type Outlook,
  parseHoldings,
  parseRule,
  wayToGoal,
  whatIf,
} from './index.ts'

const AT = '2026-06-01'
const CASES = 300

const offer = (achievement: string, halfCredits = 6, tags: readonly string[] = []): Offer => ({
  ...{ achievement, halfCredits, hours: 30, level: {}, tags, version: 1 },
})

const holdingsOf = (entries: readonly object[]): Holding[] => {
  const parsed = parseHoldings(entries.map((entry) => ({ credits: 3, hours: 30, awardedAt: '2026-03-02', ...entry })))
  assert.ok(parsed.outcome === 'parsed')
  return parsed.holdings
}

const outlookOf = (rule: unknown, held: readonly object[], offers: readonly Offer[], at = AT): Outlook => {
  const parsed = parseRule(rule)
  assert.ok(parsed.outcome === 'parsed', JSON.stringify(parsed))
  return { rule: parsed.rule, holdings: holdingsOf(held), offers, at }
}

/** Small numbers from a seed, so that a failure is found again. */
const seeded = (seed: number) => {
  let state = seed * 2_654_435_761 + 1
  return (below: number): number => {
    state = (Math.imul(state ^ (state >>> 15), 2_246_822_519) + 3_266_489_917) >>> 0
    return state % below
  }
}

const NAMES = ['a', 'b', 'c', 'd', 'e', 'f']

const randomOutlook = (seed: number): Outlook => {
  const below = seeded(seed)
  const badge = () => ({ badge: NAMES[below(NAMES.length)], ...(below(4) === 0 && { minGrade: 'B0' }) })
  const condition = (depth: number): object => {
    const kind = below(depth > 1 ? 3 : 6)
    const some = () => Array.from({ length: 1 + below(3) }, () => condition(depth + 1))
    if (kind === 0) return { credits: { min: 3 * (1 + below(4)) } }
    if (kind <= 2) return badge()
    if (kind === 3) return { all: some() }
    if (kind === 4) return { any: some() }
    const of = some()
    return { nOf: { n: 1 + below(of.length), of } }
  }
  const rule = { all: Array.from({ length: 1 + below(4) }, () => condition(0)) }
  const held = NAMES.filter(() => below(3) === 0).map((achievement) => ({ achievement, grade: below(2) ? 'A0' : 'C0' }))
  return outlookOf(
    rule,
    held,
    NAMES.map((name) => offer(name)),
  )
}

test('to add nothing is to stand where one stands', () => {
  for (let seed = 0; seed < CASES; seed++) {
    const outlook = randomOutlook(seed)
    const now = evaluate(outlook.rule, outlook.holdings, { at: AT })
    assert.deepEqual(whatIf(outlook, []), now.outcome === 'evaluated' ? now.evaluation : null, `seed ${seed}`)
  }
})

test('the next step always helps, and none is named where none does', () => {
  let named = 0
  for (let seed = 0; seed < CASES; seed++) {
    const outlook = randomOutlook(seed)
    const [before, next] = [whatIf(outlook, []), nextStep(outlook)]
    assert.ok(before)
    if (next === null) {
      for (const { achievement } of outlook.offers) {
        if (outlook.holdings.some((held) => held.achievement === achievement) || before.outcome === 'met') continue
        assert.ok((whatIf(outlook, [achievement])?.progress ?? 0) <= before.progress + 1e-9, `seed ${seed}`)
      }
    } else {
      named++
      assert.ok(next.evaluation.progress > before.progress, `seed ${seed}`)
      assert.deepEqual(whatIf(outlook, [next.achievement]), next.evaluation)
    }
  }
  assert.ok(named > CASES / 4, String(named))
})

test('whoever walks the whole way is there, and no shorter way of one or two badges was missed', () => {
  let complete = 0
  for (let seed = 0; seed < CASES; seed++) {
    const outlook = randomOutlook(seed)
    const { achievements, isComplete } = wayToGoal(outlook)
    assert.equal(whatIf(outlook, achievements)?.outcome === 'met', isComplete, `seed ${seed}`)
    if (!isComplete) continue
    complete++
    const free = outlook.offers.map(({ achievement }) => achievement)
    const fewer = [[], ...free.map((one) => [one]), ...free.flatMap((one) => free.map((other) => [one, other]))]
    const held = new Set(outlook.holdings.map(({ achievement }) => achievement))
    for (const one of achievements)
      assert.notEqual(
        whatIf(
          outlook,
          achievements.filter((other) => other !== one),
        )?.outcome,
        'met',
        `seed ${seed}: without ${one}`,
      )
    for (const set of fewer.filter((of) => new Set(of).size < achievements.length && !of.some((one) => held.has(one))))
      assert.notEqual(whatIf(outlook, set)?.outcome, 'met', `seed ${seed}: ${set} instead of ${achievements}`)
  }
  assert.ok(complete > CASES / 4, String(complete))
})

const BIG_DATA = {
  all: [
    { badge: 'sql' },
    { nOf: { n: 2, of: [{ badge: 'viz' }, { badge: 'stat' }, { badge: 'ml', minGrade: 'B0' }] } },
    { credits: { min: 12, from: { tag: 'data' } } },
    { approval: { by: 'registrar', stage: 'completion' } },
  ],
}
const DATA_OFFERS = ['sql', 'viz', 'stat', 'ml', 'other'].map((name) => offer(name, 6, ['data']))

test('the badge that fills a place and an amount at once goes before one that fills the amount alone', () => {
  const held = ['sql', 'viz'].map((achievement) => ({ achievement, tags: ['data'] }))
  const outlook = outlookOf(BIG_DATA, held, DATA_OFFERS)
  assert.equal(nextStep(outlook)?.achievement, 'ml')
  assert.deepEqual(helpful(outlook).sort(), ['ml', 'other', 'stat'])
  const way = wayToGoal(outlook)
  assert.deepEqual([way.achievements.length, way.isComplete], [2, true])
})

test('the last part makes it met, as far as badges go', () => {
  const held = ['sql', 'viz', 'stat'].map((achievement) => ({ achievement, tags: ['data'] }))
  const outlook = outlookOf(BIG_DATA, held, DATA_OFFERS)
  assert.equal(wayToGoal(outlook).achievements.length, 1)
  const approved = {
    ...outlook,
    circumstances: { decisions: [{ stage: 'completion', by: 'registrar', outcome: 'approved' as const }] },
  }
  assert.equal(whatIf(approved, [])?.outcome, 'missing')
  assert.equal(whatIf(approved, wayToGoal(approved).achievements)?.outcome, 'met')
})

test('a badge below the grade may be earned again; one that counts may not', () => {
  const held = [{ achievement: 'ml', grade: 'C0', tags: ['data'] }, { achievement: 'sql' }]
  const names = helpful(outlookOf(BIG_DATA, held, DATA_OFFERS))
  assert.ok(!names.includes('sql'))
  const revoked = [{ achievement: 'sql', status: 'revoked' }]
  assert.equal(nextStep(outlookOf({ badge: 'sql' }, revoked, DATA_OFFERS))?.achievement, 'sql')
})

test('where the window has closed no badge helps, and the way says so', () => {
  const outlook = outlookOf({ all: [{ badge: 'sql' }, { window: { until: '2026-05-31' } }] }, [], DATA_OFFERS)
  assert.equal(nextStep(outlook), null)
  assert.deepEqual(wayToGoal(outlook), { achievements: [], isComplete: false })
})

const paceOf = (days: readonly string[], left: number, window: object = { until: '2030-01-01' }) => {
  const rule = { all: [{ credits: { min: 60 } }, { window }] }
  const outlook = outlookOf(
    rule,
    days.map((awardedAt, i) => ({ achievement: `x${i}`, awardedAt })),
    [],
  )
  return forecast({ rule: outlook.rule, evaluation: whatIf(outlook, [])!, left, at: AT })
}

test('the pace so far gives a month, and says when that is too late', () => {
  const days = ['2026-01-01', '2026-02-15', '2026-04-01']
  assert.deepEqual(paceOf(days, 2), {
    ...{ outcome: 'estimated', month: '2026-10', daysPerBadge: 76, isTooLate: false },
  })
  assert.deepEqual(paceOf(days, 2, { until: '2026-09-30' }), {
    ...{ outcome: 'estimated', month: '2026-10', daysPerBadge: 76, isTooLate: true },
  })
})

for (const [name, days, left, because] of [
  ['two badges', ['2026-01-01', '2026-03-01'], 2, 'too-little'],
  ['three badges of one day', ['2026-01-01', '2026-01-01', '2026-01-01'], 2, 'too-little'],
  ['three badges within a month', ['2026-05-10', '2026-05-15', '2026-05-20'], 2, 'too-little'],
  ['a way of decades', ['2025-01-01', '2025-06-01', '2026-01-01'], 30, 'too-far'],
  ['nothing left', ['2026-01-01', '2026-02-15', '2026-04-01'], 0, 'nothing-left'],
] as const) {
  test(`${name} gives no date`, () => assert.deepEqual(paceOf(days, left), { outcome: 'unknown', because }))
}
