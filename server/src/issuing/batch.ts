/** How far a batch of awards has come. */
import type { BatchCounts, StoredBatch } from './batches/store.ts'

export type BatchState = 'queued' | 'running' | 'done' | 'failed'

/** Done when nothing is pending; failed when then something is left that only a retry can finish. */
export function batchState({ pending, issued, failed }: BatchCounts): BatchState {
  if (pending > 0) return issued + failed > 0 ? 'running' : 'queued'
  return failed > 0 ? 'failed' : 'done'
}

export const stateOf = (batch: StoredBatch): BatchState => batchState(batch.counts)
