/** A pathway: the rule that leads to a micro-degree, its versions, who takes part, what was reached. */
import {
  type Circumstances,
  type Decision,
  dayOf,
  type Fault,
  faultText,
  parseRule,
  type Rule,
} from '@kolleges/requirements'
import type { FieldFault, Language } from '../platform/handler.ts'
import type { Instant } from '../platform/ports.ts'

export type EnrolmentMode = 'automatic' | 'open' | 'application'
export type Title = { readonly ko: string; readonly en: string }
export type RuleJson = Readonly<Record<string, unknown>>

export type Pathway = {
  readonly id: string
  readonly achievementId: string
  readonly title: Title
  readonly enrolment: EnrolmentMode
  readonly rule: RuleJson
  readonly publishedVersion: number | null
  readonly hasUnpublishedChanges: boolean
  readonly revision: number
  readonly counts: { readonly enrolled: number; readonly awarded: number; readonly review: number }
  readonly createdAt: Instant
  readonly updatedAt: Instant
}

export type EnrolmentState = 'applied' | 'enrolled' | 'refused'
export type RecordedDecision = Decision & { readonly at: Instant; readonly actor: string; readonly note?: string }

export type Enrolment = {
  readonly pathwayId: string
  readonly learnerId: string
  readonly state: EnrolmentState
  readonly version: number
  readonly decisions: readonly RecordedDecision[]
  readonly semesters: number | null
  readonly enrolledAt: Instant | null
}

export type DegreeState = 'review' | 'waiting' | 'awarded' | 'refused' | 'revoked'

export type Degree = {
  readonly pathwayId: string
  readonly learnerId: string
  readonly version: number
  readonly state: DegreeState
  readonly awardId: string | null
  /** The awards that were counted. */
  readonly parts: readonly string[]
  readonly completedAt: Instant
  readonly awardOn: string | null
  readonly note: string | null
  readonly decidedBy: string | null
  readonly flaggedAt: Instant | null
}

/** What reckoning must know of a micro-degree that was reached. */
export type DegreeMark = Pick<Degree, 'pathwayId' | 'learnerId' | 'state' | 'awardId' | 'awardOn'>

export type Refusal<Reason extends string> = { readonly outcome: 'refused'; readonly reason: Reason }
export const refuse = <Reason extends string>(reason: Reason): Refusal<Reason> => ({ outcome: 'refused', reason })

/** A stored rule was read before it was stored; one that cannot be read any more is a broken world. */
export function ruleOf(json: unknown, issuer: string): Rule {
  const parsed = parseRule(json)
  if (parsed.outcome === 'refused') throw new Error(`A stored rule cannot be read: ${parsed.faults[0]?.code}`)
  return { ...parsed.rule, issuer }
}

export const circumstancesOf = (enrolment: Enrolment | undefined): Circumstances => ({
  decisions: enrolment?.decisions ?? [],
  // Few rules ask for the day.
  get enrolledOn() {
    return dayOf(enrolment?.enrolledAt)
  },
  ...(typeof enrolment?.semesters === 'number' && { semesters: enrolment.semesters }),
})

/** The first of the yearly dates that is not before the day; without dates the day itself. */
export function batchDay(dates: readonly string[], day: string): string {
  const year = Number(day.slice(0, 4))
  const coming = [year, year + 1]
    .flatMap((of) => dates.map((date) => dayOfYear(of, date)))
    .filter((date) => date >= day)
  return coming.sort()[0] ?? day
}

/** 29 February is the 28th where the year has none. */
const dayOfYear = (year: number, date: string): string => dayOf(`${year}-${date}`) ?? `${year}-02-28`

/** `base` is where in the body the rule stands. */
export const faultsInWords = (faults: readonly Fault[], base: string, language: Language): FieldFault[] =>
  faults.map(({ path, code }) => ({ pointer: `${base}${path}`, code, detail: faultText(code, language) }))
