/** Gives an institution another name, on the operator's word. */
import { record } from '../audit/index.ts'
import type { Ports } from '../platform/ports.ts'
import { findInstitutionIdBySlug } from './find-institution.ts'
import type { Bilingual, Institution } from './institution.ts'
import { foldsOf } from './name-fold.ts'
import { loadInstitution, saveInstitution } from './store.ts'

export type Renamed =
  | { readonly outcome: 'renamed'; readonly institution: Institution }
  | { readonly outcome: 'refused'; readonly reason: 'not-found' }

/** Only the operator may: the name of a confirmed institution is what was confirmed. What was issued keeps the name it was issued under. */
export async function renameInstitution(
  ports: Ports,
  slug: string,
  name: Bilingual,
  actor = 'operator',
): Promise<Renamed> {
  const id = await findInstitutionIdBySlug(ports, slug)
  if (id === null) return { outcome: 'refused', reason: 'not-found' }
  return ports.db.tenant(id, async (tx) => {
    const known = await loadInstitution(tx, id)
    const institution: Institution = { ...known, name: { ko: name.ko.normalize('NFC'), en: name.en.normalize('NFC') } }
    await saveInstitution(tx, institution, foldsOf(institution.name), ports.clock.now())
    await record(tx, ports, {
      institutionId: id,
      actor,
      action: 'institution.renamed',
      subject: { kind: 'institution', id },
      details: { from: known.name, to: institution.name },
    })
    return { outcome: 'renamed', institution }
  })
}
