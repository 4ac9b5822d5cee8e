/** Sign-in, sessions, members and API keys over HTTP. */
import { routes } from '@kolleges/api'
import { answer, type On, problem, refused } from '../platform/handler.ts'
import { SESSION_COOKIE } from '../platform/http.ts'
import { cookieOf } from '../platform/language.ts'
import { createApiKey } from './api-keys/create-api-key.ts'
import { revokeApiKey } from './api-keys/revoke-api-key.ts'
import { listKeys } from './api-keys/store.ts'
import { changeSession, endSession, readSessionProof } from './change-session.ts'
import { describeSession } from './describe-session.ts'
import { mayGrant } from './grants.ts'
import { addMember } from './members/add-member.ts'
import { changeMember } from './members/change-member.ts'
import { listMembers } from './members/store.ts'
import { registerPages } from './page-routes.ts'
import { redeemCode } from './redeem.ts'
import { requestSignIn } from './request-sign-in.ts'

export function register(on: On): void {
  registerSignIn(on)
  registerSession(on)
  registerMembers(on)
  registerApiKeys(on)
  registerPages(on)
}

const sessionTokenOf = (request: Request): string | undefined => cookieOf(request, SESSION_COOKIE)

const listed = (data: readonly unknown[]) => answer(200, { object: 'list', data, has_more: false })

function registerSignIn(on: On): void {
  on(routes.signIn.request, async ({ input: { body }, ports, language, clientAddress }) => {
    const requested = await requestSignIn(ports, { ...body, language, clientAddress })
    return requested.outcome === 'sent' ? answer(202, {}) : refused(requested)
  })
  on(routes.signIn.code, async ({ input: { body }, ports, language, clientAddress, request }) => {
    const browser = { language, previousToken: sessionTokenOf(request) }
    const redeemed = await redeemCode(ports, { ...body, clientAddress }, browser)
    if (redeemed.outcome === 'refused') return refused(redeemed)
    const { account, institutionId, cookie } = redeemed.session
    const session = await describeSession(ports, account, institutionId)
    return answer(200, session, { 'set-cookie': cookie })
  })
}

function registerSession(on: On): void {
  on(routes.session.read, async ({ actor, ports, request }) => {
    // A session of the wallet is no way into the console: whoever works here signs in afresh.
    const proof = await readSessionProof(ports, sessionTokenOf(request))
    if (proof?.forWalletOnly) return problem('signed-out')
    const institutionId = actor.kind === 'member' ? actor.institutionId : null
    return answer(200, await describeSession(ports, { id: actor.accountId, email: actor.email }, institutionId))
  })
  on(routes.session.change, async ({ input: { body }, actor, ports, request }) => {
    const changed = await changeSession(ports, actor, sessionTokenOf(request) ?? '', body)
    if (changed.outcome === 'refused') return refused(changed)
    const account = { id: actor.accountId, email: actor.email }
    const session = await describeSession(ports, account, changed.institutionId)
    return answer(200, session, changed.cookie ? { 'set-cookie': changed.cookie } : {})
  })
  on(routes.session.end, async ({ ports, request }) =>
    answer(200, {}, { 'set-cookie': await endSession(ports, sessionTokenOf(request)) }),
  )
}

function registerMembers(on: On): void {
  on(routes.members.list, async ({ actor: { institutionId }, ports }) =>
    listed(await ports.db.tenant(institutionId, (tx) => listMembers(tx, institutionId))),
  )
  on(routes.members.create, async ({ input: { body }, actor, ports }) => {
    const added = await addMember(ports, actor, body)
    return added.outcome === 'added' ? answer(201, added.member) : refused(added)
  })
  on(routes.members.change, async ({ input: { params, body }, actor, ports }) => {
    const changed = await changeMember(ports, actor, params.id, body)
    return changed.outcome === 'changed' ? answer(200, changed.member) : refused(changed)
  })
}

function registerApiKeys(on: On): void {
  on(routes.apiKeys.list, async ({ actor: { institutionId }, ports }) =>
    listed(await ports.db.tenant(institutionId, (tx) => listKeys(tx, institutionId))),
  )
  on(routes.apiKeys.create, async ({ input: { body }, actor, ports }) => {
    if (!mayGrant(actor.role, body.role)) return problem('not-allowed')
    const { institutionId, label } = actor
    const wanted = { institutionId, actor: label, ...body }
    return answer(201, await ports.db.tenant(institutionId, (tx) => createApiKey(tx, ports, wanted)))
  })
  on(routes.apiKeys.revoke, async ({ input: { params }, actor, ports }) => {
    const key = await revokeApiKey(ports, actor, params.id)
    return key ? answer(200, key) : problem('not-found')
  })
}
