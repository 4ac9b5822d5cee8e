/** The doors of the wallet: claim links, the learner's own page, lost badges. */
import { z } from 'zod'
import { ownPath, requestSignIn } from '../access/index.ts'
import { listOwnPathways } from '../pathways/index.ts'
import { type Actor, type On, problem, type RouteShape, refused } from '../platform/handler.ts'
import { SESSION_COOKIE } from '../platform/http.ts'
import { cookieOf } from '../platform/language.ts'
import { claimByLink, claimHolding, declineByLink } from './answer-claim.ts'
import { changeVisibility } from './change-visibility.ts'
import { claimPage, renewedPage, unknownClaimPage } from './claim-pages.ts'
import { listWallet } from './list-wallet.ts'
import { openClaim } from './open-claim.ts'
import { findPage, walletPage } from './wallet-pages.ts'

const ByToken = z.object({ token: z.string().max(200) })
const ById = z.object({ id: z.string().max(64) })
const VisibilityForm = z.object({
  visibility: z.enum(['public', 'link', 'private']),
  hide_name: z.string().max(10).optional(),
  back: z.string().max(500).optional(),
})

const pages = {
  claim: { method: 'GET', path: '/k/{token}', capability: 'public', request: { params: ByToken } },
  take: { method: 'POST', path: '/k/{token}', capability: 'public', request: { params: ByToken } },
  decline: { method: 'POST', path: '/k/{token}/decline', capability: 'public', request: { params: ByToken } },
  renew: { method: 'POST', path: '/k/{token}/renewal', capability: 'public', request: { params: ByToken } },
  wallet: {
    method: 'GET',
    path: '/me',
    capability: 'holder',
    request: { query: z.object({ done: z.string().optional() }) },
  },
  claimMine: { method: 'POST', path: '/me/credentials/{id}/claim', capability: 'holder', request: { params: ById } },
  visibility: {
    method: 'POST',
    path: '/me/credentials/{id}/visibility',
    capability: 'holder',
    request: { params: ById, body: VisibilityForm },
  },
  find: { method: 'GET', path: '/find', capability: 'public' },
} as const satisfies Record<string, RouteShape>

export function register(on: On): void {
  registerClaim(on)
  registerWallet(on)
  on(pages.find, ({ language }) => findPage(language))
}

function registerClaim(on: On): void {
  on(pages.claim, async ({ input: { params }, actors, ports, language }) => {
    const opened = await openClaim(ports, params.token)
    if (opened === null) return unknownClaimPage(language)
    const isHolder = addressesOf(actors).includes(opened.award.recipient.email)
    return claimPage({ opened, token: params.token, origin: ports.config.origin, language, isHolder })
  })
  on(pages.take, async ({ input: { params }, ports, language, request }) => {
    const browser = { language, previousToken: cookieOf(request, SESSION_COOKIE) }
    const claimed = await claimByLink(ports, params.token, browser)
    if (claimed.outcome === 'refused' && claimed.reason === 'not-found') return unknownClaimPage(language)
    return seeOther(`/k/${params.token}`, claimed.outcome === 'claimed' ? claimed.cookie : undefined)
  })
  on(pages.decline, async ({ input: { params }, ports, language }) => {
    const declined = await declineByLink(ports, params.token)
    return declined.outcome === 'declined' ? seeOther(`/k/${params.token}`) : unknownClaimPage(language)
  })
  on(pages.renew, async ({ input: { params }, ports, language, clientAddress }) => {
    const opened = await openClaim(ports, params.token)
    if (opened === null) return unknownClaimPage(language)
    const { email } = opened.award.recipient
    const requested = await requestSignIn(ports, { email, next: '/me', language, clientAddress })
    return renewedPage(email, language, requested.outcome === 'sent')
  })
}

function registerWallet(on: On): void {
  on(pages.wallet, async ({ input: { query }, actor: { email }, ports, language }) => {
    const items = await listWallet(ports, email)
    const pathways = await listOwnPathways(ports, email)
    const done = query.done === 'saved' || query.done === 'claimed' ? query.done : undefined
    return walletPage({ items, pathways, email, origin: ports.config.origin, now: ports.clock.now(), language, done })
  })
  on(pages.claimMine, async ({ input: { params }, actor: { email }, ports }) => {
    const claimed = await claimHolding(ports, email, params.id.toLowerCase())
    return claimed.outcome === 'refused' && claimed.reason === 'not-found'
      ? problem('not-found')
      : seeOther(`/me?done=claimed#${params.id}`)
  })
  on(pages.visibility, async ({ input: { params, body }, actor: { email }, ports }) => {
    const { visibility, hide_name, back } = body
    const change = { email, publicId: params.id.toLowerCase(), visibility, nameHidden: hide_name === 'yes' }
    const changed = await changeVisibility(ports, change)
    if (changed.outcome === 'refused') return refused(changed)
    const path = ownPath(back)
    return seeOther(path && path !== '/me' ? path : `/me?done=saved#${params.id}`)
  })
}

const addressesOf = (actors: readonly Actor[]): string[] =>
  actors.flatMap((actor) => ('email' in actor ? [actor.email] : []))

/** 303: whatever was posted, what follows is read. */
const seeOther = (location: string, cookie?: string): Response =>
  new Response(null, { status: 303, headers: { location, ...(cookie ? { 'set-cookie': cookie } : {}) } })
