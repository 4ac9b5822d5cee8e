// Finds the badges that could stand in several places of a rule at once: only about those is there anything to choose.
import type { Holding } from './holding.ts'
import { matchesBadge } from './matching.ts'
import type { BadgeCondition, Condition, Rule } from './rule.ts'

/** Each contended badge with its bit; empty when the rule lets a badge be used again. */
export const contendedHoldings = (rule: Rule, holdings: readonly Holding[]): Map<Holding, number> => {
  const places = rule.reuse ? [] : badgeConditions(rule.condition)
  const contended = holdings.filter(
    (holding) => places.filter((place) => matchesBadge(holding, place, rule)).length > 1,
  )
  return new Map(contended.map((holding, bit) => [holding, bit]))
}

export const badgeConditions = (condition: Condition): BadgeCondition[] => {
  if (condition.kind === 'badge') return [condition]
  if (condition.kind === 'not') return badgeConditions(condition.of)
  return 'of' in condition && Array.isArray(condition.of) ? condition.of.flatMap(badgeConditions) : []
}
