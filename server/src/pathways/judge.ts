/** Where a learner stands under a pathway's rule: the ledger and the rule, put together. */
import { type Evaluation, evaluate, type Holding, missingStandings, type Rule } from '@kolleges/requirements'
import type { Held } from './ledger.ts'
import { circumstancesOf, type Enrolment } from './pathway.ts'

export type Judgement = {
  readonly evaluation: Evaluation
  readonly missing: number
  /** The awards that were counted. */
  readonly parts: readonly string[]
}

/** A micro-degree never counts toward itself, whatever tags its badge carries. */
export const withoutGoal = ({ holdings }: Held, goal: string): readonly Holding[] =>
  holdings.filter(({ achievement }) => achievement !== goal)

/** Null when too many badges could stand in several places at once for an exact answer. */
export function judge(
  { rule, goal }: { readonly rule: Rule; readonly goal: string },
  held: Held,
  enrolment: Enrolment | undefined,
  at: string,
): Judgement | null {
  const result = evaluate(rule, withoutGoal(held, goal), { at, circumstances: circumstancesOf(enrolment) })
  if (result.outcome === 'refused') return null
  const { evaluation } = result
  return {
    evaluation,
    missing: missingStandings(evaluation.standing).length,
    parts: evaluation.counted.map(({ index }) => held.rows[index]!.awardId),
  }
}
