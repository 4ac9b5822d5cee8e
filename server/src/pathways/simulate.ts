/** Tries a rule on the ledger: who would have earned the micro-degree, and what kept the others from it. */
import {
  approvalsOf,
  describeRule,
  type Evaluation,
  evaluate,
  everyPlace,
  missingStandings,
  namedOverlaps,
  parseRule,
  type Rule,
} from '@kolleges/requirements'
import { loadInstitution } from '../issuers/index.ts'
import type { Ports } from '../platform/ports.ts'
import { listCounting } from './degrees/store.ts'
import { withoutGoal } from './judge.ts'
import { heldOf, titlesOf } from './ledger.ts'
import { SIMULATION_EXAMPLES_MAX, SIMULATION_LEARNERS_MAX } from './limits.ts'
import { type Refusal, type RuleJson, refuse } from './pathway.ts'
import type { RuleRefusal } from './publish.ts'
import { findPathway, listLearners, listLedger, loadCatalogue } from './store.ts'

export type SimulatePathway = {
  readonly institutionId: string
  readonly id: string
  readonly rule: RuleJson | undefined
  readonly at: string | undefined
  readonly decisions: 'assume' | 'none'
}

export type Blocking = {
  readonly path: string
  readonly text: { readonly ko: string; readonly en: string }
  readonly learners: number
  readonly alone: number
}

export type Simulated = {
  readonly outcome: 'simulated'
  readonly learners: number
  readonly begun: number
  readonly met: number
  readonly gaining: number
  readonly nearly: number
  readonly blocking: readonly Blocking[]
  readonly examples: readonly { readonly id: string; readonly name: string }[]
}

/** Reads only. Learners who hold none of the badges are not told among those whom a requirement blocked. */
export const simulatePathway = (
  ports: Ports,
  { institutionId, id, ...asked }: SimulatePathway,
): Promise<Simulated | Refusal<'not-found' | 'evaluation-refused'> | RuleRefusal> =>
  ports.db.tenant(institutionId, async (tx) => {
    const pathway = await findPathway(tx, institutionId, id)
    if (!pathway) return refuse('not-found')
    const parsed = parseRule(asked.rule ?? pathway.rule)
    if (parsed.outcome === 'refused') return { outcome: 'refused', reason: 'rule-invalid', faults: parsed.faults }
    const { did } = await loadInstitution(tx, institutionId)
    const rule = { ...parsed.rule, issuer: did }
    const catalogue = await loadCatalogue(tx, institutionId, did)
    const ledger = [...(await listLedger(tx, institutionId))].slice(0, SIMULATION_LEARNERS_MAX)
    const counting = namedOverlaps(rule).length > 0 ? await listCounting(tx, institutionId) : undefined
    const circumstances = asked.decisions === 'assume' ? approvalsOf(rule) : { decisions: [] }
    const found: { learnerId: string; holds: boolean; evaluation: Evaluation }[] = []
    for (const [learnerId, rows] of ledger) {
      const at = asked.at ?? ports.clock.now()
      const holdings = withoutGoal(heldOf(rows, catalogue, counting), pathway.achievementId)
      const result = evaluate(rule, holdings, { at, circumstances })
      if (result.outcome === 'refused') return refuse('evaluation-refused')
      const holds = rows.some((row) => row.achievementId === pathway.achievementId && row.state === 'issued')
      found.push({ learnerId, holds, evaluation: result.evaluation })
    }
    const met = found.filter(({ evaluation }) => evaluation.outcome === 'met')
    const onTheWay = found.filter(({ evaluation }) => evaluation.outcome === 'missing' && evaluation.counted.length > 0)
    const first = met.slice(0, SIMULATION_EXAMPLES_MAX).map(({ learnerId }) => learnerId)
    const names = await listLearners(tx, institutionId, first)
    const missing = onTheWay.map(({ evaluation }) => missingStandings(evaluation.standing))
    return {
      outcome: 'simulated',
      learners: ledger.length,
      begun: met.length + onTheWay.length,
      met: met.length,
      gaining: met.filter(({ holds }) => !holds).length,
      nearly: missing.filter((of) => of.length === 1).length,
      blocking: blockingOf(rule, missing, titlesOf(catalogue)),
      examples: first.map((learnerId) => ({ id: learnerId, name: names.get(learnerId)?.name ?? '' })),
    }
  })

type Missing = ReturnType<typeof missingStandings>

function blockingOf(rule: Rule, missing: readonly Missing[], titles: Parameters<typeof describeRule>[2]): Blocking[] {
  const [ko, en] = [describeRule(rule, 'ko', titles), describeRule(rule, 'en', titles)]
  return everyPlace(rule.condition)
    .map(({ condition, path }, i) => {
      const lacking = missing.filter((of) => of.some((standing) => standing.condition === condition))
      const alone = lacking.filter((of) => of.length === 1).length
      return { path, text: { ko: ko[i]?.text ?? '', en: en[i]?.text ?? '' }, learners: lacking.length, alone }
    })
    .filter(({ learners }) => learners > 0)
    .sort((a, b) => b.learners - a.learners || b.alone - a.alone)
}
