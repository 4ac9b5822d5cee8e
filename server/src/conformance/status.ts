/** Status entries of credentials issued for trial: a place in a public list, flipped on demand. */
import { composeStatusList, emptyBits, type JsonObject, secureDocument, setBit } from '@kolleges/credentials'
import type { Ports } from '../platform/ports.ts'
import { nodePrimitives } from '../platform/primitives.ts'
import { type Algorithm, type Issuer, loadIssuer } from './issuer-key.ts'
import { ALLOTMENT_ROUNDS_MAX, STATUS_LIST_ALLOTTED_MAX, STATUS_LIST_ENTRIES, STATUS_LIST_TTL_MS } from './limits.ts'
import { type EntryQuery, findList, findOpenList, listSetIndexes, saveEntry, saveList, setEntries } from './store.ts'

export type Purpose = 'revocation' | 'suspension'

const PATH = '/conformance/status/'
export const statusListUrl = (origin: string, id: string): string => `${origin}${PATH}${id}`

/** The id in the address of a list of ours, or null. */
export const ownListId = (origin: string, url: string): string | null =>
  url.startsWith(`${origin}${PATH}`) ? url.slice(origin.length + PATH.length) : null

/** One entry a purpose, each at a random place: a sequential one would tell readers who came last (BSL §5). */
export async function allotEntries(
  ports: Ports,
  { algorithm }: Issuer,
  credentialId: string,
  purposes: readonly Purpose[],
): Promise<JsonObject[]> {
  const allotted: JsonObject[] = []
  for (const purpose of purposes) {
    const { listId, index } = await allotEntry(ports, algorithm, credentialId, purpose)
    const list = statusListUrl(ports.config.origin, listId)
    allotted.push({
      id: `${list}#${index}`,
      type: 'BitstringStatusListEntry',
      statusPurpose: purpose,
      statusListIndex: String(index),
      statusListCredential: list,
    })
  }
  return allotted
}

function allotEntry(ports: Ports, algorithm: Algorithm, credentialId: string, purpose: Purpose) {
  return ports.db.lookup(async (tx) => {
    const open = await findOpenList(tx, algorithm, purpose)
    const listId = open && open.entries < STATUS_LIST_ALLOTTED_MAX ? open.id : ports.random.publicId()
    if (listId !== open?.id) await saveList(tx, { id: listId, algorithm, purpose }, ports.clock.now())
    for (let round = 0; round < ALLOTMENT_ROUNDS_MAX; round++) {
      const index = Buffer.from(ports.random.bytes(4)).readUInt32BE() % STATUS_LIST_ENTRIES
      if (await saveEntry(tx, { list_id: listId, index, credential_id: credentialId })) return { listId, index }
    }
    throw new Error('no free place in a list that is half empty')
  })
}

export type Flipped = { readonly outcome: 'set' } | { readonly outcome: 'refused'; readonly reason: 'unknown' }

/** Trusts the caller: whoever reaches these endpoints may flip every bit they made. */
export async function changeStatus(ports: Ports, wanted: EntryQuery, isSet: boolean): Promise<Flipped> {
  const changed = await ports.db.lookup((tx) => setEntries(tx, wanted, isSet))
  return changed > 0 ? { outcome: 'set' } : { outcome: 'refused', reason: 'unknown' }
}

export type ListBits = { readonly bits: Uint8Array; readonly purpose: string; readonly algorithm: Algorithm }

/** Null for a list that is not ours. */
export async function readListBits(ports: Ports, id: string): Promise<ListBits | null> {
  return ports.db.lookup(async (tx) => {
    const list = await findList(tx, id)
    if (!list) return null
    const bits = emptyBits(STATUS_LIST_ENTRIES)
    for (const index of await listSetIndexes(tx, id)) setBit(bits, index, true)
    return { bits, purpose: list.purpose, algorithm: list.algorithm as Algorithm }
  })
}

/** The list signed as its rows have it now: there is no older edition to be served. */
export async function signStatusList(ports: Ports, id: string): Promise<JsonObject | null> {
  const list = await readListBits(ports, id)
  if (list === null) return null
  const issuer = await loadIssuer(ports, list.algorithm)
  const now = ports.clock.now()
  const unsigned = composeStatusList({
    id: statusListUrl(ports.config.origin, id),
    issuer: issuer.did,
    purpose: list.purpose as Purpose,
    bits: list.bits,
    validFrom: now,
    ttlMs: STATUS_LIST_TTL_MS,
  })
  const cryptosuite = list.algorithm === 'Ed25519' ? 'eddsa-rdfc-2022' : 'ecdsa-rdfc-2019'
  return secureDocument(unsigned, issuer.signer, { created: now, cryptosuite, primitives: nodePrimitives })
}
