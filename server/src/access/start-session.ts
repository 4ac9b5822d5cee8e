/** Opens a session for an address that was proven. */
import type { Language } from '@kolleges/api'
import type { Instant, Ports, Tx } from '../platform/ports.ts'
import { foldEmail } from './email.ts'
import { membershipsOf } from './members/store.ts'
import { hashSecret } from './secrets.ts'
import { expiryOf, sessionCookie } from './session.ts'
import type { Account } from './sign-in.ts'
import { findSession, openAccount, removeSession, saveSession } from './store.ts'

export type Proven = {
  readonly email: string
  /** The language of an account that is made now. */
  readonly language?: Language
  readonly isOperator?: boolean
  readonly forWalletOnly?: boolean
  /** The session this browser had: it ends, so that nobody who planted it comes in along. */
  readonly previousToken?: string | undefined
}

export type Started = {
  /** The value of a `Set-Cookie` header. */
  readonly cookie: string
  readonly account: Account
  readonly institutionId: string | null
}

type More = Omit<Proven, 'email' | 'isOperator' | 'forWalletOnly'>

/**
 * For whoever presses the button of a claim link. The link is old mail that the issuer's staff could read as well, so the session
 * shows badges and acts for no institution; a session that this browser already has for the same address stays instead.
 */
export const startWalletSession = (ports: Ports, email: string, more: More = {}): Promise<Started> =>
  ports.db.lookup(
    async (tx) =>
      (await keepSession(tx, ports, foldEmail(email), more.previousToken)) ??
      (await openSession(tx, ports, { ...more, email, forWalletOnly: true })),
  )

/** For a fresh proof alone: the caller has just seen that the address can be read. */
export const startStaffSession = (ports: Ports, email: string, more: More = {}): Promise<Started> =>
  ports.db.lookup((tx) => openSession(tx, ports, { ...more, email }))

/** The same inside the transaction in which the proof is spent. */
export async function openSession(tx: Tx, ports: Ports, proven: Proven): Promise<Started> {
  const now = ports.clock.now()
  const account = await openAccount(tx, freshAccount(ports, proven, now))
  const { isOperator = false, forWalletOnly = false } = proven
  const institutionId = forWalletOnly ? null : ((await membershipsOf(tx, account.email))[0]?.institutionId ?? null)
  if (proven.previousToken) await removeSession(tx, hashSecret(proven.previousToken))
  const token = ports.random.token()
  await saveSession(tx, {
    tokenHash: hashSecret(token),
    accountId: account.id,
    institutionId,
    isOperator,
    forWalletOnly,
    createdAt: now,
    lastSeenAt: now,
    expiresAt: expiryOf(ports.clock, now, now),
  })
  return { cookie: sessionCookie(ports.config, token), account, institutionId }
}

const freshAccount = (ports: Ports, { email, language = 'ko' }: Proven, createdAt: Instant) => ({
  id: ports.random.uuid(),
  email: foldEmail(email),
  name: '',
  language,
  createdAt,
})

async function keepSession(tx: Tx, ports: Ports, email: string, token?: string): Promise<Started | undefined> {
  const session = token ? await findSession(tx, hashSecret(token), ports.clock.now()) : undefined
  if (!token || session?.account.email !== email) return undefined
  const { account, institutionId } = session
  return { cookie: sessionCookie(ports.config, token), account, institutionId }
}
