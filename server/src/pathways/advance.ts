/** Brings learners' progress up to date, and gives the micro-degrees that are thereby earned. */
import type { Ports, Tx } from '../platform/ports.ts'
import { completeDegrees, isDue } from './complete.ts'
import { removeDegree } from './degrees/store.ts'
import type { DegreeMark } from './pathway.ts'
import { type Reckoned, reckon } from './reckon.ts'
import { lockLearners, saveEnrolments, saveProgress } from './store.ts'

export type AdvanceLearners = {
  readonly institutionId: string
  readonly learnerIds: readonly string[]
  /** One pathway alone; without it all that are published. */
  readonly pathwayId?: string | undefined
}

/** May run any number of times, and twice at once: whoever comes second waits, and finds the work done. */
export const advanceLearners = (
  ports: Ports,
  { institutionId, learnerIds, pathwayId }: AdvanceLearners,
): Promise<void> =>
  ports.db.tenant(institutionId, (tx) => advanceWithin(tx, ports, institutionId, learnerIds, pathwayId))

export async function advanceWithin(
  tx: Tx,
  ports: Ports,
  institutionId: string,
  learnerIds: readonly string[],
  pathwayId?: string,
): Promise<void> {
  await lockLearners(tx, institutionId, learnerIds)
  const { standings, catalogue } = await reckon(tx, ports, institutionId, [...new Set(learnerIds)], pathwayId)
  const now = ports.clock.now()
  await saveEnrolments(
    tx,
    institutionId,
    standings.filter(({ isNew }) => isNew).map(({ enrolment }) => enrolment),
    now,
  )
  await saveProgress(tx, institutionId, standings.map(progressRow), now)
  // What waits and is no longer complete goes back; what was awarded stays, and is flagged by the revocation.
  for (const standing of standings)
    if (standing.degree && isOpen(standing.degree) && !isMet(standing))
      await removeDegree(tx, institutionId, standing.degree)
  const ready = standings.filter((one) => isMet(one) && (one.degree === undefined || isDue(one.degree, now)))
  // One pathway after the other in the order of their ids, so that the locks of awarding are taken in one order.
  for (const [, of] of Map.groupBy(ready, ({ pathway }) => pathway.id))
    await completeDegrees(tx, ports, { institutionId, catalogue, standings: of })
}

const isOpen = ({ state }: DegreeMark): boolean => state === 'review' || state === 'waiting'

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
