/** What others may see of a learner's way to a micro-degree: nothing, until the learner says so. */
import { type Known, type Rule, type Titles, wayToGoal } from '@kolleges/requirements'
import { loadInstitution } from '../../issuers/index.ts'
import type { Ports, Tx } from '../../platform/ports.ts'
import { listCounting, listDegreesOfLearner } from '../degrees/store.ts'
import { judge } from '../judge.ts'
import { heldOf, offersOf, titlesOf, versionsOf } from '../ledger.ts'
import { circumstancesOf, ruleOf, type Title } from '../pathway.ts'
import { listEnrolmentsOf, listLedger, listPublished, loadCatalogue } from '../store.ts'
import { outlookOf } from './load-own.ts'
import { listOffered, listSeenAwards, listShown } from './store.ts'

export type ShownProgress = {
  readonly id: string
  readonly title: Title
  /** Badges earned, of the badges it takes. */
  readonly done: number
  readonly total: number
  readonly rule: Rule
  readonly known: Known
  readonly titles: Titles
  readonly versions: ReadonlyMap<string, number>
  readonly achievementId: string
}

export type ShownAward = { readonly institutionId: string; readonly id: string; readonly learnerId: string }

/** Where the award counts, or is the micro-degree itself. Badges that only the learner may see are left out of the reckoning. */
export const listShownProgress = (
  ports: Ports,
  { institutionId, id: awardId, learnerId }: ShownAward,
): Promise<ShownProgress[]> =>
  ports.db.tenant(institutionId, async (tx) => {
    const shown = await listShown(tx, institutionId, learnerId)
    return shown.size === 0 ? [] : reckonShown(tx, ports, { institutionId, id: awardId, learnerId }, shown)
  })

async function reckonShown(
  tx: Tx,
  ports: Ports,
  { institutionId, id: awardId, learnerId }: ShownAward,
  shown: ReadonlySet<string>,
): Promise<ShownProgress[]> {
  const { did } = await loadInstitution(tx, institutionId)
  const catalogue = await loadCatalogue(tx, institutionId, did)
  const seen = await listSeenAwards(tx, institutionId, learnerId)
  const rows = (await listLedger(tx, institutionId, [learnerId])).get(learnerId) ?? []
  const held = heldOf(
    rows.filter((row) => seen.has(row.awardId)),
    catalogue,
    await listCounting(tx, institutionId, [learnerId]),
  )
  const offers = offersOf(catalogue, await listOffered(tx, institutionId))
  const degrees = await listDegreesOfLearner(tx, institutionId, learnerId)
  const enrolments = await listEnrolmentsOf(tx, institutionId, [learnerId])
  const [at, titles, versions] = [ports.clock.now(), titlesOf(catalogue), versionsOf(catalogue)]
  const pathways = (await listPublished(tx, institutionId)).filter(({ id }) => shown.has(id))
  return pathways.flatMap(({ id, title, rules, achievementId }): ShownProgress[] => {
    const enrolment = enrolments.find(({ pathwayId, state }) => pathwayId === id && state === 'enrolled')
    if (!enrolment) return []
    const rule = ruleOf(rules.get(enrolment.version), did)
    const judgement = judge({ rule, goal: achievementId }, held, enrolment, at)
    const isDegree = degrees.some((one) => one.pathwayId === id && one.awardId === awardId)
    if (judgement === null || !(isDegree || judgement.parts.includes(awardId))) return []
    const { evaluation } = judgement
    const circumstances = circumstancesOf(enrolment)
    const outlook = outlookOf({ rule, goal: achievementId, held, offers, at, circumstances })
    const left = evaluation.outcome === 'met' ? 0 : wayToGoal(outlook).achievements.length
    const done = evaluation.counted.length
    const known = { evaluation, at, circumstances }
    return [
      {
        ...{ id, title, done, total: done + left, rule, known, versions, achievementId },
        titles: { ...titles, ...rule.names },
      },
    ]
  })
}
