/** Awards the micro-degrees whose yearly date has come. */
import { seoulDay } from '../platform/dates.ts'
import type { Ports } from '../platform/ports.ts'
import { listDue } from './degrees/store.ts'
import { DUE_DEGREES_MAX } from './limits.ts'
import { enqueueAdvancing } from './publish.ts'

/** Each learner is reckoned anew on the day: a part revoked since then holds the micro-degree back. */
export async function awardDueDegrees(ports: Ports): Promise<void> {
  const day = seoulDay(ports.clock.now())
  const due = await ports.db.operator((tx) => listDue(tx, day, DUE_DEGREES_MAX))
  for (const [institutionId, of] of Map.groupBy(due, (one) => one.institutionId)) {
    const learnerIds = [...new Set(of.map(({ learnerId }) => learnerId))]
    await ports.db.tenant(institutionId, (tx) => enqueueAdvancing(tx, ports, institutionId, learnerIds))
  }
}
