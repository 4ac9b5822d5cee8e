/** Confirms that an institution is who it says it is: from then on its credentials are no tests. */
import { record } from '../audit/index.ts'
import type { Ports } from '../platform/ports.ts'
import { findInstitutionIdBySlug } from './find-institution.ts'
import type { Institution } from './institution.ts'
import { foldsOf } from './name-fold.ts'
import { loadInstitution, saveInstitution } from './store.ts'

export type Confirmed =
  | { readonly outcome: 'confirmed'; readonly institution: Institution }
  | { readonly outcome: 'refused'; readonly reason: 'not-found' }

/** Only the operator may; confirming twice changes nothing. */
export async function confirmInstitution(ports: Ports, slug: string, actor = 'operator'): Promise<Confirmed> {
  const id = await findInstitutionIdBySlug(ports, slug)
  if (id === null) return { outcome: 'refused', reason: 'not-found' }
  return ports.db.tenant(id, async (tx) => {
    const known = await loadInstitution(tx, id)
    if (known.standing === 'confirmed') return { outcome: 'confirmed', institution: known }
    const institution: Institution = { ...known, standing: 'confirmed', confirmedAt: ports.clock.now() }
    await saveInstitution(tx, institution, foldsOf(institution.name), ports.clock.now())
    await record(tx, ports, {
      institutionId: id,
      actor,
      action: 'institution.confirmed',
      subject: { kind: 'institution', id },
    })
    return { outcome: 'confirmed', institution }
  })
}
