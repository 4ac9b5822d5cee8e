/** Trades a link or a code for a session, once. */
import type { Language } from '@kolleges/api'
import type { Ports, Tx } from '../platform/ports.ts'
import { foldEmail } from './email.ts'
import { CODE_ATTEMPTS_MAX, CODE_FAILURES_PER_DAY_MAX, CODES_PER_CLIENT_PER_HOUR_MAX } from './limits.ts'
import { bucketOf, dayOf, hourOf } from './rates.ts'
import { hashSecret, keyedHash, sameBytes } from './secrets.ts'
import { openSession, type Started } from './start-session.ts'
import {
  chargeAttempt,
  countUp,
  findOpenLink,
  holdsAwards,
  readCount,
  type Spent,
  spendLink,
  spendToken,
} from './store.ts'

export type Browser = { readonly language: Language; readonly previousToken: string | undefined }

export type Redeemed =
  | { readonly outcome: 'signed-in'; readonly session: Started; readonly goTo: string }
  | { readonly outcome: 'refused'; readonly reason: 'sign-in-invalid' | 'rate-limited' }

const INVALID = { outcome: 'refused', reason: 'sign-in-invalid' } as const
const TOO_MANY = { outcome: 'refused', reason: 'rate-limited' } as const

/** Of any number of calls with one link, one is let in. */
export async function redeemLink(ports: Ports, secret: string, browser: Browser): Promise<Redeemed> {
  const entered = await ports.db.lookup(async (tx) => {
    const spent = await spendLink(tx, hashSecret(secret), ports.clock.now())
    return spent && enter(tx, ports, spent, browser)
  })
  return entered ? welcome(ports, entered) : INVALID
}

/** Whom the link would let in; undefined when it opens nothing. Changes nothing: mail scanners open every link they see. */
export const readLink = (ports: Ports, secret: string): Promise<string | undefined> =>
  ports.db.lookup((tx) => findOpenLink(tx, hashSecret(secret), ports.clock.now()))

export type CodeEntry = { readonly email: string; readonly code: string; readonly clientAddress: string }

/** Only the newest message's code counts; every wrong one is charged to the message, to the address and to the caller. */
export async function redeemCode(ports: Ports, entry: CodeEntry, browser: Browser): Promise<Redeemed> {
  const email = foldEmail(entry.email)
  const entered = await ports.db.lookup(async (tx) => {
    const now = ports.clock.now()
    const failures = bucketOf(ports, 'code-failed', email)
    const calls = await countUp(tx, bucketOf(ports, 'code-from', entry.clientAddress), hourOf(now))
    if (calls > CODES_PER_CLIENT_PER_HOUR_MAX) return TOO_MANY
    if ((await readCount(tx, failures, dayOf(now))) >= CODE_FAILURES_PER_DAY_MAX) return TOO_MANY
    const open = await chargeAttempt(tx, email, now, CODE_ATTEMPTS_MAX)
    const given = open && keyedHash(ports, 'sign-in-code', `${open.id} ${entry.code}`)
    if (!given || !sameBytes(given, open.codeHash)) {
      await countUp(tx, failures, dayOf(now))
      return INVALID
    }
    await spendToken(tx, open.id, now)
    return enter(tx, ports, open, browser)
  })
  return 'outcome' in entered ? entered : welcome(ports, entered)
}

type Entered = { readonly session: Started; readonly nextPath: string | null }

async function enter(tx: Tx, ports: Ports, { email, nextPath, purpose }: Spent, browser: Browser): Promise<Entered> {
  const session = await openSession(tx, ports, { email, isOperator: purpose === 'operator', ...browser })
  return { session, nextPath }
}

async function welcome(ports: Ports, { session, nextPath }: Entered): Promise<Redeemed> {
  return { outcome: 'signed-in', session, goTo: nextPath ?? (await homeOf(ports, session)) }
}

/** Staff work in the console; whoever only holds badges wants to see them; anyone else is here to set up an institution. */
async function homeOf(ports: Ports, { account, institutionId }: Started): Promise<string> {
  if (institutionId !== null) return '/app'
  return (await ports.db.holder(account.email, (tx) => holdsAwards(tx))) ? '/me' : '/app'
}
