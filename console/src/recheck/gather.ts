// Fetches what the verification needs, from this very site; the page's own policy lets it ask no other.
import {
  type IssuerMaterial,
  type IssuerTrust,
  type Json,
  type JsonObject,
  type Material,
  type Needs,
  needsOf,
  parseCredential,
  parseJsonStrict,
  type StatusListMaterial,
} from '@kolleges/credentials'

/** The `service` type under which a host says how it knows an issuer. */
const STANDING_SERVICE = 'KollegesStanding'

export type Gathered = {
  readonly material: Material
  /** By issuer: the address that vouches for it. */
  readonly sources: ReadonlyMap<string, string>
}

export async function gather(needs: Needs): Promise<Gathered> {
  const issuers = new Map<string, IssuerMaterial>()
  const trust = new Map<string, IssuerTrust>()
  const sources = new Map<string, string>()
  const statusLists = new Map<string, StatusListMaterial>()
  for (const { url } of needs.statusLists) {
    const got = await getJson(url)
    statusLists.set(url, 'document' in got ? { credential: got.document } : got)
  }
  const listIssuers = [...statusLists.values()].flatMap((list) =>
    'credential' in list ? issuersOf(list.credential) : [],
  )
  for (const { id, url } of [...needs.issuers, ...listIssuers]) {
    if (url === null || issuers.has(id)) continue
    const got = await getJson(url)
    issuers.set(id, got)
    const endpoint = 'document' in got ? standingEndpoint(got.document) : undefined
    if (endpoint === undefined || !isOurs(url) || !isOurs(endpoint)) continue
    const standing = await standingAt(endpoint)
    // Not asked is not unconfirmed: without an answer nothing about this issuer was checked.
    if (typeof standing === 'string') trust.set(id, { standing })
    else issuers.set(id, standing)
    sources.set(id, endpoint)
  }
  return { material: { issuers, statusLists, trust }, sources }
}

function issuersOf(list: Json): Needs['issuers'] {
  const parsed = parseCredential(list)
  return parsed.outcome === 'parsed' ? needsOf(parsed.credential).issuers : []
}

async function standingAt(endpoint: string): Promise<IssuerTrust['standing'] | { readonly unreachable: string }> {
  const got = await getJson(endpoint)
  if ('unreachable' in got) return got
  const standing = isObject(got.document) ? got.document.standing : undefined
  return standing === 'confirmed' || standing === 'test' ? standing : 'unconfirmed'
}

function standingEndpoint(document: Json): string | undefined {
  const services = isObject(document) && Array.isArray(document.service) ? document.service : []
  const service = services.find((entry): entry is JsonObject => isObject(entry) && entry.type === STANDING_SERVICE)
  return typeof service?.serviceEndpoint === 'string' ? service.serviceEndpoint : undefined
}

async function getJson(url: string): Promise<{ readonly document: Json } | { readonly unreachable: string }> {
  const got = await getText(url)
  if ('unreachable' in got) return got
  const parsed = parseJsonStrict(got.text)
  return parsed.outcome === 'parsed' ? { document: parsed.value } : { unreachable: parsed.reason }
}

/** Revalidated, never from an old copy: a list of yesterday would hide a revocation of today. */
export async function getText(url: string): Promise<{ readonly text: string } | { readonly unreachable: string }> {
  try {
    const answer = await fetch(ownAddress(url), { cache: 'no-cache', redirect: 'error' })
    return answer.ok ? { text: await answer.text() } : { unreachable: `status-${answer.status}` }
  } catch {
    return { unreachable: 'unreachable' }
  }
}

const isOurs = (url: string): boolean =>
  URL.canParse(url, location.href) && new URL(url, location.href).host === location.host

/** did:web is https by its specification; a server on the visitor's own machine has only plain http. */
const ownAddress = (url: string): string => {
  const { host, pathname, search, href } = new URL(url, location.href)
  return host === location.host ? `${location.origin}${pathname}${search}` : href
}

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
