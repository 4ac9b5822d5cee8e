/** Brings learners' progress up to date, and gives the micro-degrees that are thereby earned. */
import type { Ports, Tx } from '../platform/ports.ts'
import { completeDegrees, isDue } from './complete.ts'
import { removeDegree } from './degrees/store.ts'
import { type Reckoned, reckon } from './reckon.ts'
import { lockLearners, saveEnrolments, saveProgress } from './store.ts'

export type AdvanceLearners = { readonly institutionId: string; readonly learnerIds: readonly string[] }

/** May run any number of times, and twice at once: whoever comes second waits, and finds the work done. */
export const advanceLearners = (ports: Ports, { institutionId, learnerIds }: AdvanceLearners): Promise<void> =>
  ports.db.tenant(institutionId, (tx) => advanceWithin(tx, ports, institutionId, learnerIds))

export async function advanceWithin(
  tx: Tx,
  ports: Ports,
  institutionId: string,
  learnerIds: readonly string[],
): Promise<void> {
  await lockLearners(tx, institutionId, learnerIds)
  const { standings, catalogue } = await reckon(tx, ports, institutionId, [...new Set(learnerIds)])
  const now = ports.clock.now()
  await saveEnrolments(
    tx,
    institutionId,
    standings.filter(({ isNew }) => isNew).map(({ enrolment }) => enrolment),
    now,
  )
  await saveProgress(tx, institutionId, standings.map(progressRow), now)
  for (const standing of standings) {
    // What waits and is no longer complete goes back; what was awarded stays, and is flagged by the revocation.
    if (standing.degree && !isMet(standing)) await removeDegree(tx, institutionId, standing.degree)
  }
  const ready = standings.filter((one) => isMet(one) && (one.degree === undefined || isDue(one.degree, now)))
  // One pathway after the other in the order of their ids, so that the locks of awarding are taken in one order.
  for (const [, of] of Map.groupBy(ready, ({ pathway }) => pathway.id))
    await completeDegrees(tx, ports, { institutionId, catalogue, standings: of })
}

export const isMet = ({ judgement }: Reckoned): boolean => judgement.evaluation.outcome === 'met'

const progressRow = ({ pathway, learnerId, enrolment, judgement }: Reckoned) => ({
  pathwayId: pathway.id,
  learnerId,
  version: enrolment.version,
  outcome: judgement.evaluation.outcome,
  progress: judgement.evaluation.progress,
  credits: judgement.evaluation.credits,
  missing: judgement.missing,
})
