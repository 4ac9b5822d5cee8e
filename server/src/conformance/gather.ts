/** Brings together the keys and lists that a document under test needs: our own from the database, others' through the fetcher. */
import {
  documentUrl,
  type IssuerMaterial,
  type Json,
  type Material,
  needsOf,
  type ParsedCredential,
  parseJsonStrict,
  type StatusListMaterial,
} from '@kolleges/credentials'
import { issuerMaterial } from '../issuers/index.ts'
import type { Ports } from '../platform/ports.ts'
import { statusBits } from '../status/index.ts'
import { ISSUER_DOCUMENTS_MAX, STATUS_LISTS_MAX } from './limits.ts'
import { ownListId, readListBits } from './status.ts'

/** `credential` is well-formed and no more: its addresses are a stranger's claims. Trust is left out, because a test issuer has none. */
export async function gather(ports: Ports, credential: ParsedCredential, keyId: string | null): Promise<Material> {
  const needs = needsOf(credential, keyId)
  const lists = needs.statusLists.slice(0, STATUS_LISTS_MAX)
  return {
    issuers: await gatherIssuers(
      ports,
      needs.issuers.map(({ id }) => id),
    ),
    statusLists: new Map(await Promise.all(lists.map(async ({ url }) => [url, await gatherList(ports, url)] as const))),
    trust: new Map(),
  }
}

/** A did:key says everything itself; nothing is fetched for it. */
export async function gatherIssuers(ports: Ports, ids: readonly string[]): Promise<Map<string, IssuerMaterial>> {
  const gathered = await Promise.all(
    ids.slice(0, ISSUER_DOCUMENTS_MAX).map(async (id) => {
      const own = await issuerMaterial(ports, id)
      const url = documentUrl(id)
      if (own) return [[id, { document: own.document }] as const]
      return url === null ? [] : [[id, materialOf(await fetchJson(ports, url, DOCUMENTS), 'document')] as const]
    }),
  )
  return new Map(gathered.flat() as [string, IssuerMaterial][])
}

const DOCUMENTS = 'application/did+json, application/ld+json, application/json'
const CREDENTIALS = 'application/vc, application/vc+ld+json, application/json'

async function gatherList(ports: Ports, url: string): Promise<StatusListMaterial> {
  const { origin } = ports.config
  const testListId = ownListId(origin, url)
  if (testListId !== null) return (await readListBits(ports, testListId)) ?? { unreachable: 'not-found' }
  if (url.startsWith(`${origin}/status/`))
    return (await statusBits(ports, url.slice(`${origin}/status/`.length))) ?? { unreachable: 'not-found' }
  return materialOf(await fetchJson(ports, url, CREDENTIALS), 'credential') as StatusListMaterial
}

type FetchedJson = { readonly json: Json } | { readonly unreachable: string }

const materialOf = (fetched: FetchedJson, key: 'document' | 'credential') =>
  'json' in fetched ? { [key]: fetched.json } : fetched

async function fetchJson(ports: Ports, url: string, accept: string): Promise<FetchedJson> {
  const fetched = await ports.fetcher.get(url, { accept })
  if (fetched.outcome === 'refused') return { unreachable: fetched.reason }
  if (fetched.status !== 200) return { unreachable: `status-${fetched.status}` }
  const parsed = parseJsonStrict(new TextDecoder().decode(fetched.bytes))
  return parsed.outcome === 'parsed' ? { json: parsed.value } : { unreachable: parsed.reason }
}
