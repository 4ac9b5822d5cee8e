/** Finds institutions from outside their walls. */
import { didWeb } from '@kolleges/credentials'
import type { Ports } from '../platform/ports.ts'
import type { Institution } from './institution.ts'
import { alignDidsTo, anyInstitution, findIdBySlug, loadInstitution } from './store.ts'

export const findInstitutionIdBySlug = (ports: Ports, slug: string): Promise<string | null> =>
  ports.db.lookup((tx) => findIdBySlug(tx, slug))

export async function findInstitutionBySlug(ports: Ports, slug: string): Promise<Institution | null> {
  const id = await findInstitutionIdBySlug(ports, slug)
  return id === null ? null : ports.db.tenant(id, (tx) => loadInstitution(tx, id))
}

/** False on a server on which nobody has begun yet. */
export const hasInstitution = (ports: Ports): Promise<boolean> => ports.db.lookup(anyInstitution)

/** To be called at every start: a did:web follows the address under which the server is reached. */
export const alignDids = (ports: Ports): Promise<void> =>
  ports.db.operator((tx) => alignDidsTo(tx, `${didWeb(ports.config.origin, 'i')}:`))
