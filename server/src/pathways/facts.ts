/** What the public page of a micro-degree tells. */
import type { AchievementContent } from '@kolleges/api'
import type { Rule, Titles } from '@kolleges/requirements'
import type { Institution } from '../issuers/index.ts'
import type { EnrolmentMode, Title } from './pathway.ts'

export type Card = { readonly id: string; readonly version: number; readonly content: AchievementContent }

export type Stacked = { readonly id: string; readonly title: Title }

export type PathwayFacts = {
  readonly id: string
  readonly institution: Institution
  readonly title: Title
  readonly goal: Card
  readonly enrolment: EnrolmentMode
  readonly mode: 'auto' | 'review' | 'batch'
  readonly batchDates: readonly string[]
  readonly partners: readonly string[]
  readonly rule: Rule
  readonly titles: Titles
  readonly versions: ReadonlyMap<string, number>
  readonly parts: readonly Card[]
  readonly holders: number
  /** Other micro-degrees that this one counts, and that count this one. */
  readonly buildsOn: readonly Stacked[]
  readonly leadsTo: readonly Stacked[]
}
