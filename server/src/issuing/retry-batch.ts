/** Gives the failed awards of a batch another try. */
import type { Ports, Tx } from '../platform/ports.ts'
import { enqueueIssuing } from './award-roster.ts'
import { findBatch } from './batches/store.ts'
import { reopenFailed } from './store.ts'

/** Answers how many awards wait again; null for an unknown batch. The credentials stay the ones that were written down. */
export async function retryBatch(tx: Tx, ports: Ports, institutionId: string, batchId: string): Promise<number | null> {
  if ((await findBatch(tx, institutionId, batchId)) === null) return null
  const awardIds = await reopenFailed(tx, institutionId, batchId)
  await enqueueIssuing(tx, ports, institutionId, batchId, awardIds)
  return awardIds.length
}
