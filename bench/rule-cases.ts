// Measures the rules of micro-degrees: one learner under a large rule, and a whole graduation.

import { evaluate, type Holding, parseHoldings, parseRule, type Rule } from '../requirements/src/index.ts'
import { digestOf } from './data.ts'
import { atMost } from './goals.ts'
import { millisSince, speedOf } from './measure.ts'
import { type CaseResult, timesOf } from './report.ts'

const AT = '2026-11-23'
const BADGES = 40
const CASES = { quick: 2_000, thorough: 10_000 }
const GRADUATION = { learners: 20_000, degrees: 12 }
const GRADUATION_MEASURED = { quick: 200, thorough: 4_000 }

/** The same chances on every machine. */
function chances(name: string): () => number {
  let digest = digestOf(name)
  let at = 0
  return () => {
    if (at === 64) [digest, at] = [digestOf(digest), 0]
    at += 8
    return Number.parseInt(digest.slice(at - 8, at), 16) / 2 ** 32
  }
}

const ruleOf = (json: object): Rule => {
  const parsed = parseRule(json)
  if (parsed.outcome === 'refused') throw new Error(JSON.stringify(parsed.faults))
  return parsed.rule
}

/** Amounts that draw on the same forty badges, with floors and caps on what overlaps, and places for single badges. */
const largeRule = ruleOf({
  all: [
    {
      credits: {
        min: 24,
        tagMin: { core: 12 },
        levelMin: { advanced: 3 },
        overlapMax: [
          { with: 'major', credits: 6 },
          { with: { microdegree: 'other' }, credits: 6 },
        ],
      },
    },
    { hours: { min: 200, from: { tag: 'core' }, overlapMax: { with: 'elective', hours: 60 } } },
    { nOf: { n: 3, of: Array.from({ length: 6 }, (_, at) => ({ badge: `b${at}` })) } },
    { count: { min: 5, from: { tag: 'project' } } },
  ],
  equivalences: [
    ['b0', 'b6'],
    ['b1', 'b7'],
  ],
})

const TAGS = ['core', 'major', 'project', 'elective']

function holdingsOf(chance: () => number, badges: number): Holding[] {
  const held = Array.from({ length: badges }, (_, at) => at).filter(() => chance() < 0.7)
  const parsed = parseHoldings(
    held.map((at) => ({
      achievement: `b${at}`,
      awardedAt: '2026-05-01',
      credits: 1 + Math.floor(chance() * 6) / 2,
      hours: 15 * (1 + Math.floor(chance() * 3)),
      ...(chance() < 0.3 && { countsIn: ['other'] }),
      level: chance() < 0.3 ? 'advanced' : 'basic',
      tags: TAGS.filter(() => chance() < 0.4),
      ...(chance() < 0.05 && { status: 'revoked' }),
    })),
  )
  if (parsed.outcome === 'refused') throw new Error(JSON.stringify(parsed.faults))
  return parsed.holdings
}

/** One learner at a time, over random holdings; the slowest counts as much as the middle. */
export function evaluationCase(isQuick: boolean): CaseResult {
  const chance = chances('evaluation')
  const learners = Array.from({ length: isQuick ? CASES.quick : CASES.thorough }, () => holdingsOf(chance, BADGES))
  for (const holdings of learners.slice(0, 200)) evaluate(largeRule, holdings, { at: AT })
  let met = 0
  let refused = 0
  const times = learners.map((holdings) => {
    const started = performance.now()
    const result = evaluate(largeRule, holdings, { at: AT })
    const took = performance.now() - started
    if (result.outcome === 'refused') refused++
    else if (result.evaluation.outcome === 'met') met++
    return took
  })
  const { median, min } = speedOf(times)
  const speed = { median, min, max: slowest(learners, times) }
  return timesOf('evaluate-40', speed, {
    fallbacks: refused,
    goals: [atMost('median', speed.median, 1, ' ms'), atMost('worst', speed.max, 10, ' ms')],
    note: `${times.length.toLocaleString('en-US')} random learners of ${BADGES} badges; ${met} met, ${refused} refused`,
  })
}

/** The slowest cases again, each at its best of five: what the case takes, without what else the machine did just then. */
function slowest(learners: readonly Holding[][], times: readonly number[]): number {
  const worst = times.map((took, at) => ({ took, at })).sort((a, b) => b.took - a.took)
  const again = worst.slice(0, 200).map(({ at }) => {
    const tries = Array.from({ length: 5 }, () => {
      const started = performance.now()
      evaluate(largeRule, learners[at]!, { at: AT })
      return performance.now() - started
    })
    return Math.min(...tries)
  })
  return Math.max(...again)
}

/** Each learner of a graduation under each degree, evaluated one after the other on one core and reckoned up to the whole. */
export function graduationCase(isQuick: boolean): CaseResult {
  const chance = chances('graduation')
  const rules = Array.from({ length: GRADUATION.degrees }, (_, degree) =>
    ruleOf({
      all: [
        ...Array.from({ length: 3 }, (_each, at) => ({ badge: `b${(degree * 3 + at) % BADGES}` })),
        { credits: { min: 12, tagMin: { core: 3 }, overlapMax: { with: 'major', credits: 3 } } },
      ],
    }),
  )
  const measured = isQuick ? GRADUATION_MEASURED.quick : GRADUATION_MEASURED.thorough
  const learners = Array.from({ length: measured }, () => holdingsOf(chance, 20))
  const rounds = [0, 1, 2].map(() => {
    const started = process.threadCpuUsage()
    for (const holdings of learners) for (const rule of rules) evaluate(rule, holdings, { at: AT })
    return (millisSince(started) / 1_000) * (GRADUATION.learners / measured)
  })
  const speed = speedOf(rounds)
  return timesOf('graduation', speed, {
    unit: 's',
    goals: [atMost('20,000 × 12 in', speed.median, 20, ' s')],
    note: `the evaluations alone, on one core; ${measured.toLocaleString('en-US')} learners measured, reckoned up to ${GRADUATION.learners.toLocaleString('en-US')}`,
  })
}
