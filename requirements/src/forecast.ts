// Estimates when a learner will be done, from nothing but their own pace so far.
import type { Evaluation } from './evaluate.ts'
import type { Circumstances } from './holding.ts'
import { FORECAST_DAYS_MAX, PACE_BADGES_MIN, PACE_DAYS_MIN } from './limits.ts'
import type { Rule } from './rule.ts'
import { dayOf, lastDayOf } from './time.ts'

export type Forecast =
  | {
      readonly outcome: 'estimated'
      /** `YYYY-MM`: a day would claim more than is known. */
      readonly month: string
      readonly daysPerBadge: number
      /** The estimate lies after the last day on which badges still count. */
      readonly isTooLate: boolean
    }
  | { readonly outcome: 'unknown'; readonly because: 'too-little' | 'too-far' | 'nothing-left' }

export interface Pace {
  readonly rule: Rule
  readonly evaluation: Evaluation
  readonly circumstances?: Circumstances
  /** Badges still to be earned. */
  readonly left: number
  readonly at: string
}

/** Idle time since the last badge counts too: whoever has paused is slower, and is told so. */
export const forecast = ({ rule, evaluation, circumstances, left, at }: Pace): Forecast => {
  if (left === 0) return { outcome: 'unknown', because: 'nothing-left' }
  const days = evaluation.counted.map(({ awardedOn }) => awardedOn).sort()
  const today = dayOf(at)
  const [first] = days
  if (today === undefined || first === undefined || new Set(days).size < PACE_BADGES_MIN)
    return { outcome: 'unknown', because: 'too-little' }
  const span = daysBetween(first, today)
  if (span < PACE_DAYS_MIN) return { outcome: 'unknown', because: 'too-little' }
  const daysPerBadge = span / (days.length - 1)
  const ahead = Math.ceil(daysPerBadge * left)
  if (ahead > FORECAST_DAYS_MAX) return { outcome: 'unknown', because: 'too-far' }
  const day = lastDayOf(today, { years: 0, months: 0, days: ahead })
  const last = lastDayToEarn(rule, evaluation, circumstances)
  return {
    outcome: 'estimated',
    month: day.slice(0, 7),
    daysPerBadge: Math.round(daysPerBadge),
    isTooLate: last !== undefined && day > last,
  }
}

/** The earliest end of the windows that hold for the whole rule. */
export const lastDayToEarn = (
  rule: Rule,
  { counted }: Evaluation,
  circumstances?: Circumstances,
): string | undefined => {
  const parts = rule.condition.kind === 'all' ? rule.condition.of : [rule.condition]
  const first = counted.map(({ awardedOn }) => awardedOn).sort()[0]
  const ends = parts.flatMap((part) => {
    if (part.kind !== 'window') return []
    if (!('within' in part)) return part.until ?? []
    const begun = part.of === 'first' ? first : part.of === 'enrolment' ? circumstances?.enrolledOn : undefined
    return begun === undefined ? [] : lastDayOf(begun, part.within)
  })
  return ends.sort()[0]
}

const daysBetween = (from: string, until: string): number =>
  Math.round((Date.parse(`${until}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000)
