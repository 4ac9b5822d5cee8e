// Finds the badges that could stand in several places of a rule at once: only about those is there anything to choose.
import type { Holding } from './holding.ts'
import { matchesBadge } from './matching.ts'
import type { BadgeCondition, Condition, Rule } from './rule.ts'

/** Each contended badge with its bit; empty when the rule lets a badge be used again. */
export const contendedHoldings = (rule: Rule, holdings: readonly Holding[]): Map<Holding, number> => {
  const places = rule.reuse ? [] : badgeConditions(rule.condition)
  const contended = places.length < 2 ? [] : holdings.filter((holding) => fitsTwo(holding, places, rule))
  return new Map(contended.map((holding, bit) => [holding, bit]))
}

const fitsTwo = (holding: Holding, places: readonly BadgeCondition[], rule: Rule): boolean => {
  const first = places.findIndex((place) => matchesBadge(holding, place, rule))
  return first >= 0 && places.some((place, i) => i > first && matchesBadge(holding, place, rule))
}

export const badgeConditions = (condition: Condition): BadgeCondition[] => {
  if (condition.kind === 'badge') return [condition]
  if (condition.kind === 'not') return badgeConditions(condition.of)
  return 'of' in condition && Array.isArray(condition.of) ? condition.of.flatMap(badgeConditions) : []
}
