/** Tries again whatever failed of a batch: the signing and the sending. */
import { record } from '../audit/index.ts'
import { retryBatch } from '../issuing/index.ts'
import type { Ports } from '../platform/ports.ts'
import { enqueueSending } from './send-message.ts'
import { reopenFailed, saveDelivery } from './store.ts'

export type RetryFailed = { readonly institutionId: string; readonly batchId: string; readonly by: string }

export type Retrial =
  | { readonly outcome: 'queued'; readonly awards: number; readonly messages: number }
  | { readonly outcome: 'refused'; readonly reason: 'not-found' | 'batch-not-retryable' }

export const retryFailed = (ports: Ports, { institutionId, batchId, by }: RetryFailed): Promise<Retrial> =>
  ports.db.tenant(institutionId, async (tx) => {
    const awards = await retryBatch(tx, ports, institutionId, batchId)
    if (awards === null) return { outcome: 'refused', reason: 'not-found' }
    const messages = await reopenFailed(tx, institutionId, batchId)
    for (const { id, awardId } of messages) {
      await saveDelivery(tx, institutionId, awardId, 'waiting', null)
      await enqueueSending(tx, ports, institutionId, id)
    }
    if (awards === 0 && messages.length === 0) return { outcome: 'refused', reason: 'batch-not-retryable' }
    await record(tx, ports, {
      institutionId,
      actor: by,
      action: 'award-batch.retried',
      subject: { kind: 'award-batch', id: batchId },
      details: { awards, messages: messages.length },
    })
    return { outcome: 'queued', awards, messages: messages.length }
  })
