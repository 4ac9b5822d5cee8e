/** Opens a session for an address that was proven. */
import type { Language } from '@kolleges/api'
import type { Ports, Tx } from '../platform/ports.ts'
import { foldEmail } from './email.ts'
import { membershipsOf } from './members/store.ts'
import { hashSecret } from './secrets.ts'
import { expiryOf, sessionCookie } from './session.ts'
import type { Account } from './sign-in.ts'
import { openAccount, removeSession, saveSession } from './store.ts'

export type Proven = {
  readonly email: string
  /** The language of an account that is made now. */
  readonly language?: Language
  readonly isOperator?: boolean
  /** The session this browser had: it ends, so that nobody who planted it comes in along. */
  readonly previousToken?: string | undefined
}

export type Started = {
  /** The value of a `Set-Cookie` header. */
  readonly cookie: string
  readonly account: Account
  readonly institutionId: string | null
}

/** The caller has proof that the address belongs to whoever asks: a link or a code that went there. */
export const startSession = (ports: Ports, email: string, more: Omit<Proven, 'email'> = {}): Promise<Started> =>
  ports.db.lookup((tx) => openSession(tx, ports, { email, ...more }))

/** The same inside the transaction in which the proof is spent. */
export async function openSession(tx: Tx, ports: Ports, proven: Proven): Promise<Started> {
  const now = ports.clock.now()
  const email = foldEmail(proven.email)
  const fresh = { id: ports.random.uuid(), email, name: '', language: proven.language ?? 'ko', createdAt: now }
  const account = await openAccount(tx, fresh)
  const institutionId = (await membershipsOf(tx, email))[0]?.institutionId ?? null
  if (proven.previousToken) await removeSession(tx, hashSecret(proven.previousToken))
  const token = ports.random.token()
  await saveSession(tx, {
    tokenHash: hashSecret(token),
    accountId: account.id,
    institutionId,
    isOperator: proven.isOperator ?? false,
    createdAt: now,
    lastSeenAt: now,
    expiresAt: expiryOf(ports.clock, now, now),
  })
  return { cookie: sessionCookie(ports.config, token), account, institutionId }
}
