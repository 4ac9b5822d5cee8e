/** Brings together what a verification needs: our own from the database, other people's through the fetcher. */
import { isDeepStrictEqual } from 'node:util'
import {
  type IssuerMaterial,
  type IssuerTrust,
  type Json,
  type Material,
  type Needs,
  needsOf,
  needsOfInput,
  type ParsedCredential,
  parseJsonStrict,
  readInput,
  type StatusListMaterial,
} from '@kolleges/credentials'
import { type Institution, issuerMaterial } from '../issuers/index.ts'
import {
  type Award,
  type AwardView,
  credentialUrl,
  findAwardByPublicId,
  findFormer,
  type Revocation,
  type Suspension,
} from '../issuing/index.ts'
import type { Ports } from '../platform/ports.ts'
import { statusBits } from '../status/index.ts'
import { inputOf } from './input.ts'
import { ISSUER_DOCUMENTS_MAX, STATUS_LISTS_MAX } from './limits.ts'

export type Gathering = {
  readonly jwtKeyId?: string
  /** The record of ours that the credential was read from. */
  readonly own?: AwardView
}

/** `credential` is well-formed and no more: its addresses are a stranger's claims. Writes nothing. */
export async function gather(
  ports: Ports,
  credential: ParsedCredential,
  { jwtKeyId, own }: Gathering = {},
): Promise<Material> {
  const original = needsOf(credential, jwtKeyId ?? null)
  const refreshed = original.refreshUrl === undefined ? undefined : await gatherRefreshed(ports, original.refreshUrl)
  const newer = refreshed && 'credential' in refreshed ? needsOfInput(refreshed.credential) : null
  const needs = newer === null ? original : joined(original, newer)
  const listUrls = [...new Set(needs.statusLists.map(({ url }) => url))]
  const [issuers, lists, registry] = await Promise.all([
    Promise.all(
      needs.issuers.slice(0, ISSUER_DOCUMENTS_MAX).map((need) => gatherIssuer(ports, need, own?.institution)),
    ),
    Promise.all(listUrls.slice(0, STATUS_LISTS_MAX).map((url) => gatherList(ports, url, own?.award.institutionId))),
    gatherRegistry(ports, credential, own?.award),
  ])
  return {
    issuers: new Map(issuers.flatMap(({ id, material }) => (material ? [[id, material] as const] : []))),
    trust: new Map(issuers.flatMap(({ id, trust }) => (trust ? [[id, trust] as const] : []))),
    statusLists: new Map(lists),
    ...(registry ? { registry } : {}),
    ...(refreshed ? { refreshed } : {}),
  }
}

const joined = (one: Needs, other: Needs): Needs => ({
  issuers: [...new Map([...one.issuers, ...other.issuers].map((need) => [need.id, need])).values()],
  statusLists: [...one.statusLists, ...other.statusLists],
})

/** Asked once; what comes back is a stranger's until it is verified. */
async function gatherRefreshed(ports: Ports, url: string): Promise<NonNullable<Material['refreshed']>> {
  const fetched = await ports.fetcher.get(url, {
    accept: 'application/vc+ld+json, application/vc, application/json, application/jwt',
  })
  if (fetched.outcome === 'refused') return { unreachable: fetched.reason }
  if (fetched.status !== 200) return { unreachable: `status-${fetched.status}` }
  const read = readInput(fetched.bytes)
  if (read.outcome === 'refused') return { unreachable: read.reason }
  return { credential: read.form === 'json' ? read.value : read.text }
}

type Gathered = {
  readonly id: string
  readonly material?: IssuerMaterial
  readonly trust?: IssuerTrust
}

async function gatherIssuer(
  ports: Ports,
  need: { readonly id: string; readonly url: string | null },
  atHand: Institution | undefined,
): Promise<Gathered> {
  const own = await issuerMaterial(ports, need.id, atHand)
  if (own) return { id: need.id, material: { document: own.document }, trust: own.trust }
  if (need.url === null) return { id: need.id }
  const fetched = await fetchJson(ports, need.url, 'application/did+json, application/ld+json, application/json')
  return { id: need.id, material: 'json' in fetched ? { document: fetched.json } : fetched }
}

async function gatherList(
  ports: Ports,
  url: string,
  probably: string | undefined,
): Promise<readonly [string, StatusListMaterial]> {
  const publicId = ownListId(url, ports.config.origin)
  if (publicId !== null) {
    const own = await statusBits(ports, publicId, probably)
    return [url, own ? { bits: own.bits, purpose: own.purpose } : { unreachable: 'not-found' }]
  }
  const fetched = await fetchJson(ports, url, 'application/vc+ld+json, application/vc, application/json')
  return [url, 'json' in fetched ? { credential: fetched.json } : fetched]
}

const ownListId = (url: string, origin: string): string | null =>
  url.startsWith(`${origin}/status/`) ? url.slice(`${origin}/status/`.length) : null

/** Our record speaks for the very text we signed; another text under the same id gets no good word from us. */
async function gatherRegistry(
  ports: Ports,
  credential: ParsedCredential,
  atHand: Award | undefined,
): Promise<Material['registry']> {
  const input = inputOf(credential.id ?? '', ports.config.origin)
  if (input.kind !== 'own' || input.publicId === '') return undefined
  const award = atHand?.publicId === input.publicId ? atHand : await findAwardByPublicId(ports, input.publicId)
  if (!award) return undefined
  const isSaid = (text: string | null): boolean => text !== null && isDeepStrictEqual(JSON.parse(text), credential.json)
  const revoked = award.revocation ? { revoked: toldOf(award.revocation) } : {}
  if (isSaid(award.credential))
    return {
      ...(award.issuedAt ? { recordedAt: award.issuedAt } : {}),
      ...revoked,
      ...(award.suspension ? { suspended: suspensionOf(award.suspension) } : {}),
    }
  // An earlier edition of ours: it leads to the newer one.
  const former = award.edition > 1 ? (await findFormer(ports, award)).find(({ text }) => isSaid(text)) : undefined
  if (!former) return undefined
  const supersededBy = credentialUrl(ports.config.origin, award.publicId)
  return { ...(former.issuedAt ? { recordedAt: former.issuedAt } : {}), ...revoked, supersededBy }
}

const toldOf = ({ at, reason }: Revocation) => ({ at, reason })
const suspensionOf = ({ until, ...suspension }: Suspension) => ({
  ...toldOf(suspension),
  ...(until === null ? {} : { until }),
})

type FetchedJson = { readonly json: Json } | { readonly unreachable: string }

async function fetchJson(ports: Ports, url: string, accept: string): Promise<FetchedJson> {
  const fetched = await ports.fetcher.get(url, { accept })
  if (fetched.outcome === 'refused') return { unreachable: fetched.reason }
  if (fetched.status !== 200) return { unreachable: `status-${fetched.status}` }
  const parsed = parseJsonStrict(new TextDecoder().decode(fetched.bytes))
  return parsed.outcome === 'parsed' ? { json: parsed.value } : { unreachable: parsed.reason }
}
