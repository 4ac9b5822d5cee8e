/** Changes where a session works or what its account is called. */
import type { Language } from '@kolleges/api'
import type { Holder, Member } from '../platform/handler.ts'
import type { Ports } from '../platform/ports.ts'
import { membershipsOf } from './members/store.ts'
import { hashSecret } from './secrets.ts'
import { endedCookie, sessionCookie } from './session.ts'
import type { SessionRow } from './sign-in.ts'
import { findSession, loadAccount, removeSession, saveAccount, saveSession } from './store.ts'

export type SessionChange = {
  readonly institutionId?: string | undefined
  readonly language?: Language | undefined
  readonly name?: string | undefined
}

export type SessionChanged =
  | { readonly outcome: 'changed'; readonly cookie: string | undefined; readonly institutionId: string | null }
  | { readonly outcome: 'refused'; readonly reason: 'not-found' }

/** Another institution means other rights, and so a new session id (T21). */
export const changeSession = (
  ports: Ports,
  actor: Member | Holder,
  token: string,
  change: SessionChange,
): Promise<SessionChanged> =>
  ports.db.lookup(async (tx) => {
    const account = await loadAccount(tx, actor.accountId)
    const { name = account.name, language = account.language } = change
    if (change.institutionId === undefined) {
      await saveAccount(tx, { ...account, name, language })
      return {
        outcome: 'changed',
        cookie: undefined,
        institutionId: actor.kind === 'member' ? actor.institutionId : null,
      }
    }
    const standings = await membershipsOf(tx, actor.email)
    const standing = standings.find(({ institutionId }) => institutionId === change.institutionId)
    const session = await findSession(tx, hashSecret(token), ports.clock.now())
    if (!standing || !session || session.forWalletOnly) return { outcome: 'refused', reason: 'not-found' }
    await saveAccount(tx, { ...account, name, language })
    const { institutionId } = standing
    const fresh = ports.random.token()
    await removeSession(tx, session.tokenHash)
    await saveSession(tx, { ...session, tokenHash: hashSecret(fresh), institutionId })
    return { outcome: 'changed', cookie: sessionCookie(ports.config, fresh), institutionId }
  })

/** Answers the cookie that takes the place of the ended one. */
export async function endSession(ports: Ports, token: string | undefined): Promise<string> {
  if (token) await ports.db.lookup((tx) => removeSession(tx, hashSecret(token)))
  return endedCookie(ports.config)
}

/** How much the session's beginning is worth; undefined when there is no such session. */
export const readSessionProof = (
  ports: Ports,
  token: string | undefined,
): Promise<Pick<SessionRow, 'isOperator' | 'forWalletOnly'> | undefined> =>
  ports.db.lookup(async (tx) => (token ? findSession(tx, hashSecret(token), ports.clock.now()) : undefined))
