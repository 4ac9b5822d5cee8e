/** Holds back whoever asks too often. */
import { createHmac } from 'node:crypto'
import type { Instant, Ports } from '../platform/ports.ts'
import {
  NUMBERS_PER_CLIENT_PER_HOUR_MAX,
  NUMBERS_PER_CLIENT_PER_MINUTE_MAX,
  VERIFICATIONS_PER_CLIENT_PER_MINUTE_MAX,
} from './limits.ts'
import { countUp } from './store.ts'

export type Allowance =
  | { readonly outcome: 'allowed' }
  | { readonly outcome: 'refused'; readonly reason: 'rate-limited' }

const REFUSED: Allowance = { outcome: 'refused', reason: 'rate-limited' }

/** Every look-up by number counts, found or not, so that the counter says nothing either. */
export const allowNumber = (ports: Ports, clientAddress: string): Promise<Allowance> =>
  ports.db.lookup(async (tx) => {
    const now = ports.clock.now()
    const inHour = await countUp(tx, bucketOf(ports, 'number-hour', clientAddress), hourOf(now))
    const inMinute = await countUp(tx, bucketOf(ports, 'number-minute', clientAddress), minuteOf(now))
    const within = inHour <= NUMBERS_PER_CLIENT_PER_HOUR_MAX && inMinute <= NUMBERS_PER_CLIENT_PER_MINUTE_MAX
    return within ? { outcome: 'allowed' } : REFUSED
  })

export const allowVerification = (ports: Ports, clientAddress: string): Promise<Allowance> =>
  ports.db.lookup(async (tx) => {
    const count = await countUp(tx, bucketOf(ports, 'verification', clientAddress), minuteOf(ports.clock.now()))
    return count <= VERIFICATIONS_PER_CLIENT_PER_MINUTE_MAX ? { outcome: 'allowed' } : REFUSED
  })

/** Keyed, so that the table of counters is no list of network addresses. */
function bucketOf(ports: Ports, purpose: string, clientAddress: string): string {
  const key = ports.config.secret ?? ''
  return `${purpose}:${createHmac('sha256', key).update(`${purpose} ${clientAddress}`).digest('base64url')}`
}

const hourOf = (at: Instant): Instant => `${at.slice(0, 13)}:00:00Z` as Instant
const minuteOf = (at: Instant): Instant => `${at.slice(0, 16)}:00Z` as Instant
