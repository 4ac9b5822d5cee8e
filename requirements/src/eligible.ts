// Which held badges may count at all on a day, which windows and levels leave of them, why the rest is set aside.
import type { Circumstances, Holding } from './holding.ts'
import { meetsLevel } from './matching.ts'
import type { Condition, LevelCondition, Rule, WindowCondition } from './rule.ts'
import { lastDayOf } from './time.ts'

export type SetAsideReason =
  | 'revoked'
  | 'suspended'
  | 'expired'
  | 'unverified'
  | 'not-yet-awarded'
  | 'outside-window'
  | 'below-level'
  | 'below-grade'
  | 'other-version'
  | 'repeated'
  | 'over-overlap'
  | 'over-partners'
  | 'outside-partners'
  | 'not-asked-for'
export type Scope = WindowCondition | LevelCondition

export const isScope = (condition: Condition): condition is Scope =>
  condition.kind === 'window' || condition.kind === 'level'

/** Sorted, so that nothing after this depends on the order in which badges were handed in. */
export const inOrder = (holdings: readonly Holding[]): Holding[] =>
  [...holdings].sort(
    (a, b) =>
      compareText(a.awardedOn, b.awardedOn) ||
      compareText(a.achievement, b.achievement) ||
      compareText(sortKey(a), sortKey(b)),
  )

const sortKey = ({ index: _, ...rest }: Holding): string => JSON.stringify(rest)
const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

export const whySetAside = (holding: Holding, day: string): SetAsideReason | undefined => {
  if (holding.status !== 'valid') return holding.status
  if (holding.awardedOn > day) return 'not-yet-awarded'
  return holding.validUntil !== undefined && holding.validUntil < day ? 'expired' : undefined
}

/**
 * What the scopes leave of the badges. A rolling window has as many readings as there are badges it could begin with;
 * each is handed back, and the caller takes the one that serves the learner best.
 */
export const narrowings = (
  holdings: readonly Holding[],
  scopes: readonly Scope[],
  day: string,
  circumstances: Circumstances,
  rule: Rule,
): Holding[][] => {
  const prune = !asksForLess(rule.condition)
  let readings: Holding[][] = [[...holdings]]
  for (const scope of scopes) {
    readings = readings.flatMap((reading) =>
      scope.kind === 'level'
        ? [reading.filter((holding) => meetsLevel(holding.level, scope, rule))]
        : windowReadings(reading, scope, day, circumstances, prune),
    )
  }
  return readings
}

const asksForLess = (condition: Condition): boolean =>
  condition.kind === 'not' ||
  condition.kind === 'degrees' ||
  ('of' in condition && Array.isArray(condition.of) && condition.of.some(asksForLess))

const windowReadings = (
  holdings: Holding[],
  window: WindowCondition,
  day: string,
  circumstances: Circumstances,
  prune: boolean,
): Holding[][] => {
  const between = (from: string, until: string): Holding[] =>
    holdings.filter((holding) => holding.awardedOn >= from && holding.awardedOn <= until)
  if (!('within' in window)) return [between(window.from ?? '', window.until ?? '9999-12-31')]
  if (window.of === 'award') return [between(lastDayOf(day, window.within, -1), day)]
  // Without an enrolment nothing lies inside a window that begins with it.
  if (window.of === 'enrolment') {
    const { enrolledOn } = circumstances
    return [enrolledOn === undefined ? [] : between(enrolledOn, lastDayOf(enrolledOn, window.within))]
  }
  const starts = [...new Set(holdings.map((holding) => holding.awardedOn))]
  const readings = starts.map((start) => between(start, lastDayOf(start, window.within)))
  // A window that ends with the same badge as an earlier one holds less, which only `not` could make use of.
  const telling = prune
    ? readings.filter((reading, i) => i === 0 || reading.at(-1) !== readings[i - 1]?.at(-1))
    : readings
  return telling.length === 0 ? [[]] : telling
}
