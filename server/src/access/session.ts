/** How long a session lasts and how its cookie reads. */
import type { Clock, Config, Instant } from '../platform/ports.ts'
import { SESSION_DAYS_MAX, SESSION_IDLE_DAYS_MAX, SESSION_RENEWAL_SECONDS } from './limits.ts'
import type { SessionRow } from './sign-in.ts'

const DAY_SECONDS = 86_400

/** `kolleges_session` is also the platform's word; its cookie is read there. */
const COOKIE = 'kolleges_session'

/** Two weeks from the last use, yet never longer than the longest a session may live. */
export function expiryOf(clock: Clock, createdAt: Instant, now: Instant): Instant {
  const idle = clock.after(SESSION_IDLE_DAYS_MAX * DAY_SECONDS, now)
  const longest = clock.after(SESSION_DAYS_MAX * DAY_SECONDS, createdAt)
  return idle < longest ? idle : longest
}

export const needsRenewal = (clock: Clock, session: SessionRow, now: Instant): boolean =>
  clock.after(SESSION_RENEWAL_SECONDS, session.lastSeenAt) <= now

/** The browser keeps the cookie for the longest life; whether it still opens anything is the database's word. */
export const sessionCookie = (config: Config, token: string): string =>
  `${COOKIE}=${token}; ${attributes(config)}; Max-Age=${SESSION_DAYS_MAX * DAY_SECONDS}`

export const endedCookie = (config: Config): string => `${COOKIE}=; ${attributes(config)}; Max-Age=0`

const attributes = (config: Config): string =>
  `Path=/; HttpOnly; SameSite=Lax${config.origin.startsWith('https:') ? '; Secure' : ''}`
