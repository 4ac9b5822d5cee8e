/** Where a learner stands under a pathway's rule: the ledger and the rule, put together. */
import { type Evaluation, evaluate, missingStandings, type Rule } from '@kolleges/requirements'
import type { Held } from './ledger.ts'
import { circumstancesOf, type Enrolment } from './pathway.ts'

export type Judgement = {
  readonly evaluation: Evaluation
  readonly missing: number
  /** The awards that were counted. */
  readonly parts: readonly string[]
}

/** Null when too many badges could stand in several places at once for an exact answer. */
export function judge(rule: Rule, held: Held, enrolment: Enrolment | undefined, at: string): Judgement | null {
  const result = evaluate(rule, held.holdings, { at, circumstances: circumstancesOf(enrolment) })
  if (result.outcome === 'refused') return null
  const { evaluation } = result
  return {
    evaluation,
    missing: missingStandings(evaluation.standing).length,
    parts: evaluation.counted.map(({ index }) => held.rows[index]!.awardId),
  }
}
