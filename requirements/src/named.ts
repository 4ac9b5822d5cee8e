// Finds the achievements that a rule names, each with its place.
import { everyPlace } from './describe.ts'
import type { AchievementId, Condition, Rule } from './rule.ts'

export interface Named {
  readonly achievement: AchievementId
  /** JSON Pointer into the rule. */
  readonly path: string
  /** The DID of an outside issuer, where the rule names one. */
  readonly issuer?: string
}

/** What the rule asks for. */
export const namedAchievements = (rule: Rule): Named[] => [
  ...everyPlace(rule.condition).flatMap(({ condition, path }) => namedIn(condition, path)),
  ...rule.equivalences.flatMap((group, i) =>
    group.map((achievement, j) => ({ achievement, path: `/equivalences/${i}/${j}` })),
  ),
]

const namedIn = (condition: Condition, path: string): Named[] => {
  switch (condition.kind) {
    case 'badge':
      return condition.issuer === undefined
        ? [{ achievement: condition.achievement, path: `${path}/badge` }]
        : [{ achievement: condition.achievement, path: `${path}/external`, issuer: condition.issuer }]
    case 'prerequisite':
      return [{ achievement: condition.microdegree, path: `${path}/prereq/microdegree` }]
    case 'credits':
    case 'hours':
    case 'count':
      return (condition.from?.achievements ?? []).map((achievement, i) => ({
        achievement,
        path: `${path}/${condition.kind}/from/badges/${i}`,
      }))
    default:
      return []
  }
}

/** The micro-degrees with which badges may overlap: named, but not asked for. */
export const namedOverlaps = (rule: Rule): Named[] =>
  everyPlace(rule.condition).flatMap(({ condition, path }) =>
    condition.kind === 'credits' || condition.kind === 'hours'
      ? Object.keys(condition.overlapDegrees).map((achievement) => ({
          achievement,
          path: `${path}/${condition.kind}/overlapMax`,
        }))
      : [],
  )
