/** Forgets what the platform keeps for a day only. */
import { z } from 'zod'
import { IDEMPOTENCY_HOURS, SWEEP_IDEMPOTENCY_SECONDS } from './limits.ts'
import type { Ports } from './ports.ts'

export const SWEEP_IDEMPOTENCY_KEYS = 'sweep-idempotency-keys'

export function registerHousekeeping(ports: Ports): void {
  ports.queue.work(
    { name: SWEEP_IDEMPOTENCY_KEYS, payload: z.object({}), everySeconds: SWEEP_IDEMPOTENCY_SECONDS },
    () => sweepIdempotencyKeys(ports),
  )
}

export async function sweepIdempotencyKeys(ports: Ports): Promise<void> {
  const oldest = ports.clock.after(-IDEMPOTENCY_HOURS * 3600)
  await ports.db.operator((tx) => tx.deleteFrom('idempotency_keys').where('created_at', '<', oldest).execute())
}
