/** Clears away sign-ins, sessions and counters that have run out. */
import type { Ports } from '../platform/ports.ts'
import { SPENT_TOKENS_KEPT_DAYS } from './limits.ts'
import { sweep } from './store.ts'

export const sweepAccess = (ports: Ports): Promise<void> =>
  ports.db.lookup((tx) => sweep(tx, ports.clock.now(), ports.clock.after(-SPENT_TOKENS_KEPT_DAYS * 86_400)))
