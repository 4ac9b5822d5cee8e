/** Follows what happens to awards: an issued one may complete a micro-degree, a revoked one may take its ground away. */
import { record } from '../audit/index.ts'
import { emit } from '../platform/outbox.ts'
import type { Ports, Tx } from '../platform/ports.ts'
import { advanceWithin } from './advance.ts'
import {
  degreesAmong,
  degreesWithFormer,
  findDegreeOfAward,
  listDegreesWith,
  removeWithheld,
  saveDegree,
} from './degrees/store.ts'
import { COMPOSE_RECORD } from './job-names.ts'
import type { Degree } from './pathway.ts'
import { learnersOfAwards, lockLearners } from './store.ts'

export type Followed = { readonly institutionId: string; readonly awardIds: readonly string[] }

export const followIssued = (ports: Ports, { institutionId, awardIds }: Followed): Promise<void> =>
  ports.db.tenant(institutionId, async (tx) => {
    await advanceWithin(tx, ports, institutionId, await learnersOfAwards(tx, institutionId, awardIds))
    const own = await degreesAmong(tx, institutionId, awardIds)
    // A part that was issued anew: the transcript must not carry what was replaced (decision 0047).
    const recorded = new Set([...own, ...(await degreesWithFormer(tx, institutionId, awardIds))])
    await ports.queue.enqueueAll(
      tx,
      COMPOSE_RECORD,
      [...recorded].map((awardId) => ({ key: awardId, payload: { institutionId, awardId } })),
    )
  })

/** It was never given: what is left of the learner's badges is reckoned as if nothing had been decided. */
export const followWithheld = (ports: Ports, followed: Followed): Promise<void> =>
  beforeReckoning(ports, followed, async (tx, { institutionId, awardIds }) => {
    for (const { pathwayId, learnerId } of await removeWithheld(tx, institutionId, awardIds))
      await record(tx, ports, {
        institutionId,
        actor: 'system',
        action: 'degree.withheld',
        subject: { kind: 'pathway', id: pathwayId },
        details: { learner: learnerId },
      })
  })

/** What is suspended does not count meanwhile: a micro-degree with such a part is flagged, and a person decides what that means. */
export const followSuspended = (ports: Ports, followed: Followed): Promise<void> =>
  beforeReckoning(ports, followed, async (tx, { institutionId, awardIds }) => {
    for (const awardId of awardIds) await flagDegreesWith(tx, ports, institutionId, awardId)
  })

async function flagDegreesWith(tx: Tx, ports: Ports, institutionId: string, awardId: string): Promise<void> {
  for (const degree of await listDegreesWith(tx, institutionId, awardId))
    if (degree.state === 'awarded' && degree.awardId !== awardId && degree.flaggedAt === null)
      await flag(tx, ports, institutionId, degree, awardId)
}

/** A micro-degree with a revoked part is flagged for review; it is never revoked silently. */
export const followRevoked = (
  ports: Ports,
  { institutionId, awardId }: { readonly institutionId: string; readonly awardId: string },
): Promise<void> =>
  beforeReckoning(ports, { institutionId, awardIds: [awardId] }, async (tx) => {
    const own = await findDegreeOfAward(tx, institutionId, awardId)
    if (own?.state === 'awarded') await saveDegree(tx, institutionId, own, { state: 'revoked' })
    await flagDegreesWith(tx, ports, institutionId, awardId)
  })

/** Its learners are held, so that nobody reckons them at once; then they are reckoned anew. */
const beforeReckoning = (
  ports: Ports,
  followed: Followed,
  work: (tx: Tx, followed: Followed) => Promise<void>,
): Promise<void> =>
  ports.db.tenant(followed.institutionId, async (tx) => {
    const { institutionId, awardIds } = followed
    const learnerIds = await learnersOfAwards(tx, institutionId, awardIds)
    await lockLearners(tx, institutionId, learnerIds)
    await work(tx, followed)
    await advanceWithin(tx, ports, institutionId, learnerIds)
  })

async function flag(tx: Tx, ports: Ports, institutionId: string, degree: Degree, awardId: string): Promise<void> {
  const { pathwayId, learnerId } = degree
  await saveDegree(tx, institutionId, degree, { flaggedAt: ports.clock.now() })
  await emit(tx, ports, { type: 'degree.flagged', institutionId, payload: { pathwayId, learnerId, awardId } })
  await record(tx, ports, {
    institutionId,
    actor: 'system',
    action: 'degree.flagged',
    subject: { kind: 'pathway', id: pathwayId },
    details: { learner: learnerId, part: awardId },
  })
}
