/** Changes how an institution is named and how it looks. */
import { record } from '../audit/index.ts'
import type { Staff } from '../platform/handler.ts'
import type { Ports } from '../platform/ports.ts'
import type { Institution } from './institution.ts'
import { foldsOf } from './name-fold.ts'
import { isNameTaken, loadInstitution, lockNames, saveInstitution } from './store.ts'

type Changeable = Omit<
  Institution,
  'id' | 'slug' | 'did' | 'standing' | 'logoKey' | 'sealKey' | 'createdAt' | 'confirmedAt'
>
export type InstitutionChange = { readonly [Field in keyof Changeable]?: Changeable[Field] | undefined }

export type Changed =
  | { readonly outcome: 'changed'; readonly institution: Institution }
  | { readonly outcome: 'refused'; readonly reason: 'name-taken' | 'name-confirmed' }

/** The operator vouched for the name of a confirmed institution, so it stays; spelling and spacing may still be mended. */
export const changeInstitution = (ports: Ports, actor: Staff, change: InstitutionChange): Promise<Changed> =>
  ports.db.tenant(actor.institutionId, async (tx) => {
    await lockNames(tx)
    const known = await loadInstitution(tx, actor.institutionId)
    const institution = withChange(known, change)
    const folds = foldsOf(institution.name)
    if (!sameFolds(folds, foldsOf(known.name))) {
      if (known.standing === 'confirmed') return { outcome: 'refused', reason: 'name-confirmed' }
      if (await isNameTaken(tx, folds, known.id)) return { outcome: 'refused', reason: 'name-taken' }
    }
    await saveInstitution(tx, institution, folds, ports.clock.now())
    await record(tx, ports, {
      institutionId: known.id,
      actor: actor.label,
      action: 'institution.changed',
      subject: { kind: 'institution', id: known.id },
      details: { fields: fieldsOf(change) },
    })
    return { outcome: 'changed', institution }
  })

const fieldsOf = (change: InstitutionChange): (keyof InstitutionChange)[] =>
  (Object.keys(change) as (keyof InstitutionChange)[]).filter((field) => change[field] !== undefined)

/** Absent fields stay as they are; `null` empties one. */
const withChange = (known: Institution, change: InstitutionChange): Institution => ({
  ...known,
  ...Object.fromEntries(fieldsOf(change).map((field) => [field, change[field]])),
})

const sameFolds = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((fold) => b.includes(fold))
