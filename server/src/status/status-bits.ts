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

/** Null for a list that is not ours. */
export async function statusBits(ports: Ports, listPublicId: string): Promise<StatusBits | null> {
  const institutionId = await ports.db.lookup((tx) => findInstitutionOfList(tx, listPublicId))
  if (institutionId === null) return null
  return ports.db.tenant(institutionId, async (tx) => {
    const list = await findListByPublicId(tx, listPublicId)
    if (list === null) return null
    const bits = bitsOf(list.size, await listSetIndexes(tx, institutionId, list.id))
    return { institutionId, purpose: list.purpose, bits, size: list.size }
  })
}
