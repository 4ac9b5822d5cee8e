/** Counts what people do, to hold back those who do it too often. */
import type { Instant, Ports } from '../platform/ports.ts'
import { keyedHash } from './secrets.ts'
import { countUp } from './store.ts'

/** Keyed, so that the table of counters is no list of addresses. */
export const bucketOf = (ports: Ports, purpose: string, who: string): string =>
  `${purpose}:${Buffer.from(keyedHash(ports, purpose, who)).toString('base64url')}`

export const hourOf = (at: Instant): Instant => `${at.slice(0, 13)}:00:00Z` as Instant
export const dayOf = (at: Instant): Instant => `${at.slice(0, 10)}T00:00:00Z` as Instant

/** Counts one more of today's and answers whether that is still within bounds; also what is refused counts. */
export const isWithinDaily = (ports: Ports, purpose: string, who: string, timesMax: number): Promise<boolean> =>
  ports.db.lookup(
    async (tx) => (await countUp(tx, bucketOf(ports, purpose, who), dayOf(ports.clock.now()))) <= timesMax,
  )
