/** What the papers of a micro-degree are made from: the degree, its parts, the rule it was earned under. */
import type { AchievementContent } from '@kolleges/api'
import type { Rule, Titles } from '@kolleges/requirements'
import type { Institution } from '../../issuers/index.ts'
import type { Award } from '../../issuing/index.ts'
import type { Degree, Title } from '../pathway.ts'

export type DegreePapers = {
  readonly institution: Institution
  readonly origin: string
  readonly title: Title
  readonly degree: Degree
  readonly award: Award
  readonly content: AchievementContent
  readonly rule: Rule
  readonly titles: Titles
  /** In the order in which they were earned. */
  readonly parts: readonly Part[]
  /** The signed transcript (CLR 2.0). */
  readonly record: string
}

export type Part = { readonly award: Award; readonly content: AchievementContent }

/** What the institution says the degree is worth, or else what its parts add up to. */
export const creditsOf = ({ content, parts }: DegreePapers): number =>
  content.credits ?? parts.reduce((sum, part) => sum + (part.content.credits ?? 0), 0)

export const hoursOf = ({ content, parts }: DegreePapers): number =>
  content.hours ?? parts.reduce((sum, part) => sum + (part.content.hours ?? 0), 0)

/** Letter grades on the scale of 4.5; a grade without `+`, `0` or `-` is the middle one. */
const POINTS: Readonly<Record<string, number>> = {
  'A+': 4.5,
  A0: 4,
  A: 4,
  'B+': 3.5,
  B0: 3,
  B: 3,
  'C+': 2.5,
  C0: 2,
  C: 2,
  'D+': 1.5,
  D0: 1,
  D: 1,
  F: 0,
}

/** Weighted by credits; null unless every part has credits and a letter grade, for a mean over some would mislead. */
export function gradeAverage(parts: readonly Part[]): number | null {
  let [points, credits] = [0, 0]
  for (const { award, content } of parts) {
    const point = POINTS[award.details.result ?? '']
    if (point === undefined || !content.credits) return null
    points += point * content.credits
    credits += content.credits
  }
  return credits === 0 ? null : Math.round((points / credits) * 100) / 100
}
