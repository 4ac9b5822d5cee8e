/** Names the counters that hold back those who ask too often. */
import type { Instant, Ports } from '../platform/ports.ts'
import { keyedHash } from './secrets.ts'

/** Keyed, so that the table of counters is no list of addresses. */
export const bucketOf = (ports: Ports, purpose: string, who: string): string =>
  `${purpose}:${Buffer.from(keyedHash(ports, purpose, who)).toString('base64url')}`

export const hourOf = (at: Instant): Instant => `${at.slice(0, 13)}:00:00Z` as Instant
export const dayOf = (at: Instant): Instant => `${at.slice(0, 10)}T00:00:00Z` as Instant
