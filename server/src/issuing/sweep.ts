/** Finds the awards whose signing job was lost, as when a process died in it too often. */
import type { Ports } from '../platform/ports.ts'
import { enqueueIssuing } from './award-roster.ts'
import { AWARD_STALLED_SECONDS, SWEEP_AWARDS_MAX } from './limits.ts'
import { listStalled } from './store.ts'

/** One job too many does no harm: signing changes only what is still pending. */
export const sweepAwards = (ports: Ports): Promise<void> =>
  ports.db.operator(async (tx) => {
    const stalled = await listStalled(tx, ports.clock.after(-AWARD_STALLED_SECONDS), SWEEP_AWARDS_MAX)
    for (const [batchId, awards] of Map.groupBy(stalled, (award) => award.batchId)) {
      const { institutionId } = awards[0]!
      await enqueueIssuing(
        tx,
        ports,
        institutionId,
        batchId,
        awards.map(({ id }) => id),
      )
    }
  })
