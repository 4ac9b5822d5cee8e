/** The state of a list as the rows have it now, for checking our own credentials. */
import type { Ports } from '../platform/ports.ts'
import { bitsOf, type StatusPurpose } from './status-list.ts'
import { findInstitutionOfList, findListByPublicId, listSetIndexes } from './store.ts'

export type StatusBits = {
  readonly institutionId: string
  readonly purpose: StatusPurpose
  readonly bits: Uint8Array
  readonly size: number
}

/** Null for a list that is not ours. Who knows whose list it should be saves the look for it. */
export async function statusBits(ports: Ports, listPublicId: string, probably?: string): Promise<StatusBits | null> {
  const found = probably === undefined ? null : await bitsIn(ports, probably, listPublicId)
  if (found) return found
  const institutionId = await ports.db.lookup((tx) => findInstitutionOfList(tx, listPublicId))
  return institutionId === null ? null : bitsIn(ports, institutionId, listPublicId)
}

const bitsIn = (ports: Ports, institutionId: string, listPublicId: string): Promise<StatusBits | null> =>
  ports.db.tenant(institutionId, async (tx) => {
    const list = await findListByPublicId(tx, listPublicId)
    if (list === null) return null
    const bits = bitsOf(list.size, await listSetIndexes(tx, institutionId, list.id))
    return { institutionId, purpose: list.purpose, bits, size: list.size }
  })
