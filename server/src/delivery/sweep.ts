/** Finds the messages whose sending job was lost, as when a process died in it too often. */
import type { Ports } from '../platform/ports.ts'
import { MESSAGE_STALLED_SECONDS, SWEEP_MESSAGES_MAX } from './limits.ts'
import { enqueueSending } from './send-message.ts'
import { listStalled } from './store.ts'

export const sweepMessages = (ports: Ports): Promise<void> =>
  ports.db.operator(async (tx) => {
    const stalled = await listStalled(tx, ports.clock.after(-MESSAGE_STALLED_SECONDS), SWEEP_MESSAGES_MAX)
    for (const { institutionId, id } of stalled) await enqueueSending(tx, ports, institutionId, id)
  })
