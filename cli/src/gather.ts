// Fetches what a verification needs: issuer documents, status lists, and what a trusted host says about its issuers.
import {
  type FetchedDocument,
  type Json,
  type JsonObject,
  type Material,
  type Needs,
  needsOf,
  parseCredential,
  parseJsonStrict,
  readInput,
} from '@kolleges/credentials'
import { fetchBytes, isThisMachine } from './fetch.ts'
import { DOCUMENT_BYTES_MAX } from './limits.ts'

/** The `service` type under which a Kolleges host says how it knows an issuer. */
const STANDING_SERVICE = 'KollegesStanding'

type Filled<T> = T extends ReadonlyMap<infer K, infer V> ? Map<K, V> : never
type Gathered = { [Part in 'issuers' | 'statusLists' | 'trust']: Filled<Material[Part]> }
type Document = { document: Json } | { unreachable: string }

export const gather = async (needs: Needs, trustedHosts: readonly string[]): Promise<Material> => {
  const material: Gathered = { issuers: new Map(), statusLists: new Map(), trust: new Map() }
  for (const list of needs.statusLists) {
    const got = await getJson(list.url)
    material.statusLists.set(list.url, 'document' in got ? { credential: got.document } : got)
    if ('document' in got) await gatherIssuers(issuersOfList(got.document), material, trustedHosts)
  }
  await gatherIssuers(needs.issuers, material, trustedHosts)
  return material
}

const issuersOfList = (list: Json): Needs['issuers'] => {
  const parsed = parseCredential(list)
  return parsed.outcome === 'parsed' ? needsOf(parsed.credential).issuers : []
}

const gatherIssuers = async (
  issuers: Needs['issuers'],
  material: Gathered,
  trustedHosts: readonly string[],
): Promise<void> => {
  for (const { id, url } of issuers) {
    if (url === null || material.issuers.has(id)) continue
    const got = await getIssuerDocument(url)
    material.issuers.set(id, got)
    if ('document' in got && isTrusted(new URL(url), trustedHosts))
      material.trust.set(id, { standing: await standingOf(got.document, new URL(url)) })
  }
}

/** did:web is https by its specification; only on this very machine is plain http tried after it. */
const getIssuerDocument = async (url: string): Promise<Document> => {
  const secure = await getJson(url)
  return 'document' in secure || !isThisMachine(new URL(url).hostname)
    ? secure
    : getJson(url.replace(/^https:/, 'http:'))
}

export const isTrusted = (url: URL, trustedHosts: readonly string[]): boolean =>
  isThisMachine(url.hostname) || trustedHosts.includes(url.host) || trustedHosts.includes(url.hostname)

/** A trusted host that names no standing service stands for its issuers itself. */
const standingOf = async (document: Json, home: URL): Promise<'confirmed' | 'test' | 'unconfirmed'> => {
  const endpoint = standingEndpoint(document)
  if (endpoint === undefined) return 'confirmed'
  if (!URL.canParse(endpoint) || new URL(endpoint).host !== home.host) return 'unconfirmed'
  const got = await getJson(endpoint)
  const standing = 'document' in got && isObject(got.document) ? got.document.standing : undefined
  return standing === 'confirmed' || standing === 'test' ? standing : 'unconfirmed'
}

const standingEndpoint = (document: Json): string | undefined => {
  const services = isObject(document) && Array.isArray(document.service) ? document.service : []
  const service = services.find((entry): entry is JsonObject => isObject(entry) && entry.type === STANDING_SERVICE)
  return typeof service?.serviceEndpoint === 'string' ? service.serviceEndpoint : undefined
}

/** As Open Badges 2.0 reads it: that a document is gone is an answer too. */
export const getDocument = async (url: string): Promise<FetchedDocument> => {
  const got = await getJson(url)
  return 'unreachable' in got && got.unreachable === 'gone' ? { gone: {} } : got
}

/** A credential in whatever form its host gives it. */
export const getCredential = async (url: string): Promise<{ credential: Json } | { unreachable: string }> => {
  const got = await fetchBytes(url, 'application/vc+ld+json, application/json;q=0.9, application/jwt;q=0.8')
  if (got.outcome === 'refused') return { unreachable: got.reason }
  const read = readInput(got.bytes)
  if (read.outcome === 'refused') return { unreachable: read.reason }
  return { credential: read.form === 'json' ? read.value : read.text }
}

const getJson = async (url: string): Promise<Document> => {
  const got = await fetchBytes(url, 'application/json, application/ld+json;q=0.9', DOCUMENT_BYTES_MAX)
  if (got.outcome === 'refused') return { unreachable: got.reason }
  const parsed = parseJsonStrict(new TextDecoder().decode(got.bytes))
  return parsed.outcome === 'parsed' ? { document: parsed.value } : { unreachable: 'not-json' }
}

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
