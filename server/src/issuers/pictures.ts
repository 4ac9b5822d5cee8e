/** Takes an institution's logo or seal in and gives it out again. */
import { createHash } from 'node:crypto'
import { record } from '../audit/index.ts'
import type { Language, Staff } from '../platform/handler.ts'
import type { Blob, Ports } from '../platform/ports.ts'
import type { Institution } from './institution.ts'
import { foldsOf } from './name-fold.ts'
import { markedPreview } from './preview-mark.ts'
import { loadInstitution, saveInstitution } from './store.ts'

export type PictureKind = 'logo' | 'seal'

export type Pictured =
  | { readonly outcome: 'changed'; readonly institution: Institution }
  | { readonly outcome: 'refused'; readonly reason: 'picture-invalid'; readonly because: string }

/** Nothing of the upload but its pixels is kept (T5). The bytes lie in their place before any row points there. */
export async function savePicture(
  ports: Ports,
  actor: Staff,
  kind: PictureKind,
  upload: Uint8Array,
): Promise<Pictured> {
  const drawn = await ports.raster.rasterise(upload)
  if (drawn.outcome === 'refused') return { outcome: 'refused', reason: 'picture-invalid', because: drawn.reason }
  const key = pictureKey(actor.institutionId, kind, drawn.png)
  await ports.blobs.put(key, drawn.png, 'image/png')
  return ports.db.tenant(actor.institutionId, async (tx) => {
    const known = await loadInstitution(tx, actor.institutionId)
    const institution: Institution = { ...known, [kind === 'logo' ? 'logoKey' : 'sealKey']: key }
    await saveInstitution(tx, institution, foldsOf(institution.name), ports.clock.now())
    await record(tx, ports, {
      institutionId: known.id,
      actor: actor.label,
      action: `institution.${kind}-changed`,
      subject: { kind: 'institution', id: known.id },
    })
    return { outcome: 'changed', institution }
  })
}

/** By content, so that a picture someone is reading is never replaced under their eyes. */
export const pictureKey = (institutionId: string, kind: string, png: Uint8Array): string =>
  `institutions/${institutionId}/${kind}-${createHash('sha256').update(png).digest('hex').slice(0, 16)}.png`

/** A seal is shown with a mark through it, in the reader's language; as it is it leaves only inside certificates. */
export async function readPicture(
  ports: Ports,
  institution: Institution,
  kind: PictureKind,
  language: Language,
): Promise<Blob | undefined> {
  const key = kind === 'logo' ? institution.logoKey : institution.sealKey
  if (key === null) return undefined
  return kind === 'seal' ? markedPreview(ports, key, language) : ports.blobs.get(key)
}
