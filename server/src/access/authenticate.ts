/** Tells who a caller is from an API key or a session. */
import type { Actor, ApiKey, Holder, Member } from '../platform/handler.ts'
import type { Instant, Ports, Tx } from '../platform/ports.ts'
import { isKeySecret } from './api-keys/secret.ts'
import { findKeyByHash, type KnownKey, noteUse } from './api-keys/store.ts'
import { API_KEY_USE_SECONDS } from './limits.ts'
import { membershipsOf, type Standing } from './members/store.ts'
import { hashSecret } from './secrets.ts'
import { expiryOf, needsRenewal } from './session.ts'
import type { SessionRow } from './sign-in.ts'
import { findSession, renewSession } from './store.ts'

export type Proof = {
  readonly bearer?: string | undefined
  readonly sessionToken?: string | undefined
  /** Which of several institutions the person wants to act for. */
  readonly institution?: string | undefined
}

/**
 * Everything the caller is at once; nothing when the proof is worth nothing. A call that shows a key is judged by the key alone:
 * a wrong one never falls back on the cookie that a browser sent along.
 */
export async function authenticate(ports: Ports, proof: Proof): Promise<Actor[]> {
  if (proof.bearer !== undefined) return byKey(ports, proof.bearer)
  return proof.sessionToken === undefined ? [] : bySession(ports, proof.sessionToken, proof.institution)
}

async function byKey(ports: Ports, secret: string): Promise<ApiKey[]> {
  if (!isKeySecret(secret)) return []
  const key = await ports.db.lookup((tx) => findKeyByHash(tx, hashSecret(secret)))
  if (!key) return []
  const now = ports.clock.now()
  if (isUseWorthNoting(ports, key, now)) await ports.db.tenant(key.institutionId, (tx) => noteUse(tx, key, now))
  const { id, institutionId, role } = key
  return [{ kind: 'api-key', keyId: id, institutionId, role, label: `API key ${key.name} (…${key.lastFour})` }]
}

const isUseWorthNoting = (ports: Ports, { lastUsedAt }: KnownKey, now: Instant): boolean =>
  lastUsedAt === null || ports.clock.after(API_KEY_USE_SECONDS, lastUsedAt) <= now

const bySession = (ports: Ports, token: string, wanted: string | undefined): Promise<(Member | Holder)[]> =>
  ports.db.lookup(async (tx) => {
    const now = ports.clock.now()
    const session = await findSession(tx, hashSecret(token), now)
    if (!session) return []
    await renew(tx, ports, session, now)
    const { id: accountId, email } = session.account
    const holder: Holder = { kind: 'holder', accountId, email }
    if (session.forWalletOnly) return [holder]
    const standing = chooseStanding(await membershipsOf(tx, email), wanted, session.institutionId)
    if (!standing) return [holder]
    const { memberId, institutionId, role } = standing
    return [{ kind: 'member', accountId, memberId, institutionId, role, email, label: email }, holder]
  })

async function renew(tx: Tx, ports: Ports, session: SessionRow, now: Instant): Promise<void> {
  if (!needsRenewal(ports.clock, session, now)) return
  await renewSession(tx, session.tokenHash, now, expiryOf(ports.clock, session.createdAt, now))
}

/** Whoever names an institution acts for that one or for none. */
export function chooseStanding(
  standings: readonly Standing[],
  wanted: string | undefined,
  remembered: string | null,
): Standing | undefined {
  if (wanted !== undefined) return standings.find((standing) => standing.institutionId === wanted)
  return standings.find((standing) => standing.institutionId === remembered) ?? standings[0]
}
