/** The one place that speaks HTTP: finds the route, checks caller and input, maps every outcome to an answer. */
import { JSON_BODY_BYTES_MAX, mayRole } from '@kolleges/api'
import { assetResponse } from './assets.ts'
import { type Body, readBody } from './body.ts'
import { PlatformError } from './errors.ts'
import { check } from './faults.ts'
import {
  type Actor,
  type Call,
  type FieldFault,
  type Handler,
  type Language,
  type On,
  type Problem,
  problem,
  type Reply,
  type RouteShape,
} from './handler.ts'
import { isIdempotencyKey, type Once, onceOnly } from './idempotency.ts'
import { cookieOf, languageCookie, languageOf } from './language.ts'
import type { Metrics } from './metrics.ts'
import type { Ports } from './ports.ts'
import { problemResponse } from './problem-answer.ts'
import { RouteTable } from './route-table.ts'
import { secureHeaders } from './security-headers.ts'

export const SESSION_COOKIE = 'kolleges_session'

/** What a request shows of its caller; `institution` is which of several the person wants to act for. */
export type Proof = {
  readonly bearer: string | undefined
  readonly sessionToken: string | undefined
  readonly institution: string | undefined
}

export type Authenticate = (ports: Ports, proof: Proof) => Promise<readonly Actor[]>

export type HttpOptions = {
  readonly ports: Ports
  readonly authenticate: Authenticate
  readonly metrics?: Metrics
  /** Tests parse every answer by the contract and fail on a difference. */
  readonly proveAnswers?: boolean
}

export type Http = {
  readonly on: On
  /** Never throws. */
  handle(request: Request, clientAddress: string): Promise<Response>
}

type Entry = { readonly route: RouteShape; readonly handler: Handler<RouteShape> }

/** Everything known about one request while it is answered. */
type Exchange = {
  readonly request: Request
  readonly url: URL
  readonly language: Language
  readonly requestId: string
  readonly clientAddress: string
}

export function openHttp(options: HttpOptions): Http {
  const { ports } = options
  const table = new RouteTable<Entry>()
  const once = onceOnly()
  const secure = secureHeaders(ports.config)
  return {
    on: (route, handler) => table.add(route, { route, handler: handler as unknown as Handler<RouteShape> }),
    handle: async (request, clientAddress) => {
      const started = performance.now()
      const url = new URL(request.url)
      const requestId = requestIdOf(request, ports)
      const exchange = { request, url, language: languageOf(request, url), requestId, clientAddress }
      const { response, path } = await respond({ options, table, once }, exchange)
      const answered = new Response(request.method === 'HEAD' ? null : response.body, response)
      answered.headers.set('request-id', requestId)
      const cookie = languageCookie(url)
      if (cookie) answered.headers.append('set-cookie', cookie)
      secure(answered.headers)
      options.metrics?.observe(request.method, path, response.status, performance.now() - started)
      return answered
    },
  }
}

type Desk = { readonly options: HttpOptions; readonly table: RouteTable<Entry>; readonly once: Once }

/** `path` is the route's pattern, which metrics may name; the address itself may hold a secret. */
async function respond(desk: Desk, exchange: Exchange): Promise<{ response: Response; path: string }> {
  const { request, url, requestId } = exchange
  const found = desk.table.find(request.method, url.pathname)
  if (found.outcome === 'unknown' && !isWrite(request)) {
    const asset = await assetResponse(request, url.pathname)
    if (asset) return { response: asset, path: 'asset' }
  }
  if (found.outcome !== 'found') return { response: await refuse(lost(found, request), exchange), path: 'none' }
  const { path } = found.entry.route
  try {
    const reply = await perform(desk, found.entry, found.params, exchange)
    return { response: await toResponse(reply, found.entry.route, exchange, desk.options), path }
  } catch (error) {
    const code = codeOf(error)
    if (code === 'internal') desk.options.ports.log.error('request', error, { requestId, route: path })
    return { response: await refuse(problem(code), exchange), path }
  }
}

function codeOf(error: unknown): 'database-unavailable' | 'request-invalid' | 'internal' {
  if (error instanceof PlatformError && error.code === 'database-unavailable') return error.code
  // PostgreSQL keeps no zero character, in text (22021) or JSON (22P05): bad input, whichever column it was meant for.
  return ['22021', '22P05'].includes(String((error as { code?: unknown } | null)?.code))
    ? 'request-invalid'
    : 'internal'
}

/** Caller first, input second: who may not call learns nothing about the body. */
async function perform(
  { options, once }: Desk,
  { route, handler }: Entry,
  params: unknown,
  exchange: Exchange,
): Promise<Reply> {
  const { request, url, language, clientAddress } = exchange
  const { ports } = options
  const proof = proofOf(request)
  if (!proof.bearer && isWrite(request) && !isSameSite(request, url, ports)) return problem('origin-foreign')
  const actors = proof.bearer || proof.sessionToken ? await options.authenticate(ports, proof) : []
  const actor = chooseActor(actors, route)
  if (!actor) return denied(actors, exchange)
  const body = await readBody(request, route, route.bodyBytesMax ?? JSON_BODY_BYTES_MAX)
  if (body.outcome === 'refused') return problem(body.reason)
  const input = parseInput(route, params, url, body, language)
  if ('kind' in input) return input
  const run = async (joined: Ports): Promise<Reply> =>
    handler({ input, actor, actors, ports: joined, request, clientAddress, language } as Call<RouteShape>)
  const key = request.headers.get('idempotency-key')
  if (!route.idempotent || key === null || !('institutionId' in actor)) return run(ports)
  if (!isIdempotencyKey(key)) return problem('idempotency-key-invalid')
  const name = `${request.method} ${url.pathname}`
  return once(ports, { institutionId: actor.institutionId, route: name, key, body: body.raw }, run)
}

async function toResponse(
  reply: Reply,
  route: RouteShape,
  exchange: Exchange,
  { proveAnswers }: HttpOptions,
): Promise<Response> {
  if (reply instanceof Response) return reply
  if (reply.kind === 'problem') return refuse(reply, exchange)
  if (proveAnswers) prove(reply.body, route)
  const text = reply.body === undefined ? null : JSON.stringify(reply.body)
  const headers = { ...(text !== null && { 'content-type': 'application/json' }), ...reply.headers }
  return new Response(text, { status: reply.status, headers })
}

const refuse = (refusal: Problem, { request, url, language, requestId }: Exchange): Promise<Response> => {
  const wantsPage = request.headers.get('accept')?.includes('text/html') ?? false
  return problemResponse(refusal, { language, requestId, asPage: wantsPage && !url.pathname.startsWith('/v1/') })
}

function lost(found: { outcome: string; methods?: readonly string[] }, request: Request): Problem {
  if (!found.methods) return problem('not-found')
  const allow = [...found.methods, ...(found.methods.includes('GET') ? ['HEAD'] : [])].sort().join(', ')
  return problem('method-not-allowed', { detail: request.method, headers: { allow } })
}

function proofOf(request: Request): Proof {
  const [scheme, bearer] = (request.headers.get('authorization') ?? '').split(' ')
  return {
    bearer: scheme?.toLowerCase() === 'bearer' ? bearer : undefined,
    sessionToken: cookieOf(request, SESSION_COOKIE),
    institution: request.headers.get('kolleges-institution') ?? undefined,
  }
}

const isWrite = (request: Request): boolean => request.method !== 'GET' && request.method !== 'HEAD'

/** A browser tells where a write comes from; whoever tells nothing is no browser and carries no stolen cookie. */
function isSameSite(request: Request, url: URL, ports: Ports): boolean {
  const origin = request.headers.get('origin')
  if (origin === null) return !['cross-site', 'same-site'].includes(request.headers.get('sec-fetch-site') ?? '')
  if (origin === ports.config.origin) return true
  const host = request.headers.get('host') ?? url.host
  return URL.parse(origin)?.host === host
}

function chooseActor(actors: readonly Actor[], { capability }: RouteShape): Actor | undefined {
  if (capability === 'public') return actors[0] ?? { kind: 'anonymous' }
  if (capability === 'holder') return actors.find((actor) => actor.kind === 'holder')
  if (capability === 'session') {
    return actors.find((actor) => actor.kind === 'member') ?? actors.find((actor) => actor.kind === 'holder')
  }
  return actors.find((actor) => 'role' in actor && mayRole(actor.role, capability))
}

function denied(actors: readonly Actor[], { request, url }: Exchange): Reply {
  if (actors.length > 0) return problem('not-allowed')
  if (url.pathname.startsWith('/v1/') || isWrite(request)) {
    return problem('signed-out', { headers: { 'www-authenticate': 'Bearer' } })
  }
  const next = encodeURIComponent(url.pathname + url.search)
  return new Response(null, { status: 303, headers: { location: `/sign-in?next=${next}` } })
}

type ReadBody = Extract<Body, { outcome: 'read' }>

/** An address that does not fit its pattern leads nowhere; a query or body that does not fit is explained. */
function parseInput(route: RouteShape, params: unknown, url: URL, body: ReadBody, language: Language) {
  const query = check(route.request?.query, Object.fromEntries(url.searchParams), '#/query', language)
  const place = check(route.request?.params, params, '#/params', language)
  const onlyFiles = body.form && Object.keys(body.fields as object).length === 0 && Object.keys(body.files).length > 0
  const fields = onlyFiles && route.upload ? { value: {} } : checkBody(route, body, language)
  if ('faults' in place) return problem('not-found')
  const errors: FieldFault[] = [
    ...('faults' in query ? query.faults : []),
    ...('faults' in fields ? fields.faults : []),
  ]
  if ('faults' in query || 'faults' in fields) return problem('request-invalid', { errors })
  return { params: place.value, query: query.value, body: fields.value, files: body.files }
}

/** A call without a body means an empty one, where that is enough. */
const checkBody = (route: RouteShape, body: ReadBody, language: Language) =>
  check(route.request?.body, body.fields ?? {}, '#', language)

function prove(body: unknown, route: RouteShape): void {
  const parsed = route.answer?.safeParse(JSON.parse(JSON.stringify(body ?? null)))
  if (parsed && !parsed.success)
    throw new Error(`${route.path} answers what its contract does not say: ${parsed.error}`)
}

function requestIdOf(request: Request, ports: Ports): string {
  const given = request.headers.get('request-id')
  return given && /^[\w-]{8,64}$/.test(given) ? given : ports.random.uuid()
}
