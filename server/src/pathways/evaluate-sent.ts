/** Evaluates a rule on holdings that were sent along; nothing is read and nothing stored. */
import type { EvaluationRequest, EvaluationResult } from '@kolleges/api'
import { evaluate, type Fault, parseHoldings, parseRule } from '@kolleges/requirements'
import type { z } from 'zod'
import type { Instant } from '../platform/ports.ts'
import { inWords } from './read-progress.ts'

export type SentEvaluation =
  | { readonly outcome: 'evaluated'; readonly result: EvaluationResult }
  | {
      readonly outcome: 'refused'
      readonly reason: 'rule-invalid' | 'holdings-invalid' | 'evaluation-refused'
      /** Where in the body the faults lie. */
      readonly base: string
      readonly faults: readonly Fault[]
    }

export function evaluateSent(sent: z.output<typeof EvaluationRequest>, now: Instant): SentEvaluation {
  const { rule, lang, at, titles, ...circumstances } = sent
  const parsed = parseRule(rule)
  if (parsed.outcome === 'refused')
    return { outcome: 'refused', reason: 'rule-invalid', base: '#/rule', faults: parsed.faults }
  const held = parseHoldings(circumstances)
  if (held.outcome === 'refused')
    return { outcome: 'refused', reason: 'holdings-invalid', base: '#', faults: held.faults }
  const result = evaluate(parsed.rule, held.holdings, { at: at ?? now, circumstances: held.circumstances })
  if (result.outcome === 'refused')
    return { outcome: 'refused', reason: 'evaluation-refused', base: '#', faults: result.faults }
  return { outcome: 'evaluated', result: inWords(result.evaluation, lang, titles ?? {}) }
}
