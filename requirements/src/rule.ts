// The rule of a micro-degree as data: conditions that combine, and how the degree is then awarded.

/** What ids are called; one name for both languages, or one for each. What is not named is told by its id. */
export type Titles = Readonly<Record<string, string | { readonly ko: string; readonly en: string }>>

/** An achievement's id: an address or a short name that the institution gave it. */
export type AchievementId = string

export type Condition =
  | { readonly kind: 'all'; readonly of: readonly Condition[] }
  | { readonly kind: 'any'; readonly of: readonly Condition[] }
  | { readonly kind: 'n-of'; readonly n: number; readonly of: readonly Condition[] }
  | { readonly kind: 'not'; readonly of: Condition }
  | BadgeCondition
  | PoolCondition
  | CountCondition
  | LevelCondition
  | WindowCondition
  | { readonly kind: 'prerequisite'; readonly microdegree: AchievementId }
  | { readonly kind: 'degrees'; readonly max: number }
  | { readonly kind: 'semesters'; readonly min: number }
  | { readonly kind: 'approval'; readonly by: string; readonly stage: string }
  | { readonly kind: 'manual'; readonly text: string }

/** One badge: own, or an outside issuer's by its DID. Each held badge fills one such place only, unless the rule allows reuse. */
export interface BadgeCondition {
  readonly kind: 'badge'
  readonly achievement: AchievementId
  readonly issuer?: string
  readonly minGrade?: string
  readonly version?: Comparison
}

/** Credits or hours added up over the badges that count. Caps limit what is counted, floors what must be among it. */
export interface PoolCondition {
  readonly kind: 'credits' | 'hours'
  readonly min: number
  /** At most this much is counted. */
  readonly max?: number
  readonly from?: HoldingFilter
  /** At least so much from badges of a level, by the level's name: `{ advanced: 6 }`. */
  readonly levelMin: Readonly<Record<string, number>>
  readonly tagMin: Readonly<Record<string, number>>
  /** At most so much from badges that also count elsewhere, by tag: `{ major: 3 }`. */
  readonly overlapMax: Readonly<Record<string, number>>
  /** At most so much from badges that count in another micro-degree as well, by its achievement. */
  readonly overlapDegrees: Readonly<Record<AchievementId, number>>
  readonly partnerMin?: number
  readonly partnerMax?: number
  /** Partners' badges count only when one of these issuers gave them. */
  readonly partnerFrom?: readonly string[]
}

export interface CountCondition {
  readonly kind: 'count'
  readonly min: number
  readonly from?: HoldingFilter
}

export interface HoldingFilter {
  readonly tag?: string
  readonly level?: string
  readonly achievements?: readonly AchievementId[]
  readonly minGrade?: string
}

/** Badges below the level do not count for the conditions beside this one. */
export interface LevelCondition {
  readonly kind: 'level'
  readonly scale: 'kqf' | 'eqf' | 'own'
  readonly is: Comparison
}

/** Badges outside the time do not count for the conditions beside this one. Days are days in Korea. */
export type WindowCondition =
  | { readonly kind: 'window'; readonly within: Duration; readonly of: 'first' | 'enrolment' | 'award' }
  | { readonly kind: 'window'; readonly from?: string; readonly until?: string }

export interface Comparison {
  readonly operator: '>=' | '>' | '=' | '<' | '<='
  readonly value: string
}

/** Calendar duration, as in ISO 8601 `P3Y6M`. */
export interface Duration {
  readonly years: number
  readonly months: number
  readonly days: number
}

export interface Rule {
  readonly condition: Condition
  /** Grades from lowest to highest, where they are not the usual ones. */
  readonly grades?: readonly string[]
  /** Levels of the institution's own scale, lowest first. */
  readonly levels?: readonly string[]
  /** What tags, levels, stages, offices and outside issuers are called, where their ids say too little. */
  readonly names?: Titles
  /** Groups of achievements that may stand for one another. */
  readonly equivalences: readonly (readonly AchievementId[])[]
  /** True when one badge may fill several places of the rule. */
  readonly reuse: boolean
  /** The DID of the institution; badges of other issuers are a partner's. */
  readonly issuer?: string
  readonly award: Award
}

export interface Award {
  readonly mode: 'auto' | 'review' | 'batch'
  /** `MM-DD`, for batch awards. */
  readonly batchDates: readonly string[]
  readonly title?: { readonly ko: string; readonly en: string }
  readonly partners: readonly string[]
  /** Where the degree is entered beside the badge. */
  readonly annotations: readonly ('diploma' | 'transcript')[]
}
