/** Sign-in without JavaScript: forms that post and pages that answer. */
import { Email } from '@kolleges/api'
import { z } from 'zod'
import type { Actor, On, RouteShape } from '../platform/handler.ts'
import { SESSION_COOKIE } from '../platform/http.ts'
import { cookieOf } from '../platform/language.ts'
import type { Ports } from '../platform/ports.ts'
import { endSession } from './change-session.ts'
import { ownPath } from './next-path.ts'
import { askPage, linkPage, type Reach, sentPage, spentPage } from './pages.ts'
import { type Redeemed, readLink, redeemCode, redeemLink } from './redeem.ts'
import { requestSignIn } from './request-sign-in.ts'
import { showsMessages } from './tell-operator.ts'

const Text = z.string().max(500).optional().catch(undefined)
const Asked = z.object({ email: Text, next: Text })
const CodeForm = z.object({ email: z.string().max(254).catch(''), code: z.string().max(20).catch(''), next: Text })
const ByToken = z.object({ token: z.string().regex(/^[A-Za-z0-9_-]{43}$/) })

const pages = {
  ask: { method: 'GET', path: '/sign-in', capability: 'public', request: { query: Asked } },
  send: { method: 'POST', path: '/sign-in', capability: 'public', request: { body: Asked } },
  code: { method: 'POST', path: '/sign-in/code', capability: 'public', request: { body: CodeForm } },
  link: { method: 'GET', path: '/sign-in/{token}', capability: 'public', request: { params: ByToken } },
  redeem: { method: 'POST', path: '/sign-in/{token}', capability: 'public', request: { params: ByToken } },
  signOut: { method: 'POST', path: '/sign-out', capability: 'public' },
} as const satisfies Record<string, RouteShape>

export function registerPages(on: On): void {
  registerAsking(on)
  registerEntering(on)
  on(pages.signOut, async ({ ports, request }) =>
    seeOther('/', await endSession(ports, cookieOf(request, SESSION_COOKIE))),
  )
}

function registerAsking(on: On): void {
  on(pages.ask, ({ input: { query }, language, request, actors }) =>
    askPage({
      language,
      path: pathOf(request),
      email: query.email ?? '',
      next: ownPath(query.next),
      signedInAs: nameOf(actors, query.next),
    }),
  )
  on(pages.send, async ({ input: { body }, ports, language, clientAddress }) => {
    const email = body?.email?.trim() ?? ''
    const next = ownPath(body?.next)
    const common = { language, path: '/sign-in', email, next }
    if (!Email.safeParse(email).success) return askPage({ ...common, fault: 'email-malformed' })
    const requested = await requestSignIn(ports, { email, next, language, clientAddress })
    if (requested.outcome === 'refused') return askPage({ ...common, fault: requested.reason })
    return sentPage({ ...common, reach: reachOf(ports) })
  })
}

function registerEntering(on: On): void {
  on(pages.code, async ({ input: { body }, ports, language, clientAddress, request }) => {
    const { email, code } = body
    const entry = { email, code: code.replace(/\D/g, ''), clientAddress }
    const redeemed = await redeemCode(ports, entry, browserOf(request, language))
    if (redeemed.outcome === 'signed-in') return welcome(redeemed)
    const next = ownPath(body.next)
    return sentPage({ language, path: '/sign-in', email, next, reach: reachOf(ports), fault: redeemed.reason })
  })
  on(pages.link, async ({ input: { params }, ports, language, request }) =>
    linkPage({ language, path: pathOf(request), token: params.token, email: await readLink(ports, params.token) }),
  )
  on(pages.redeem, async ({ input: { params }, ports, language, request }) => {
    const redeemed = await redeemLink(ports, params.token, browserOf(request, language))
    return redeemed.outcome === 'signed-in' ? welcome(redeemed) : spentPage({ language, path: '/sign-in' })
  })
}

const browserOf = (request: Request, language: 'ko' | 'en') => ({
  language,
  previousToken: cookieOf(request, SESSION_COOKIE),
})

const welcome = ({ goTo, session }: Extract<Redeemed, { outcome: 'signed-in' }>): Response =>
  seeOther(goTo, session.cookie)

/** 303: whatever was posted, what follows is read. */
const seeOther = (location: string, cookie: string): Response =>
  new Response(null, { status: 303, headers: { location, 'set-cookie': cookie } })

const pathOf = (request: Request): string => {
  const url = new URL(request.url)
  return url.pathname + url.search
}

/** Somebody whose session opens only the wallet has come here to work, and is not told to go on. */
function nameOf(actors: readonly Actor[], next: string | undefined): string | undefined {
  const member = actors.find((actor) => actor.kind === 'member')
  const holder = actors.find((actor) => actor.kind === 'holder')
  return member?.email ?? (next?.startsWith('/me') ? holder?.email : undefined)
}

function reachOf(ports: Ports): Reach {
  if (ports.mail.kind === 'smtp') return 'mail'
  return showsMessages(ports) ? 'screen' : 'operator'
}
