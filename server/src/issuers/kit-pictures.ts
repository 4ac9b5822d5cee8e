/** Takes the pictures of a brand kit in and gives them out: as they are for issuing, marked as a preview for looking. */
import type { BrandPictureKind } from '@kolleges/api'
import type { Picture } from '@kolleges/design'
import { record } from '../audit/index.ts'
import type { Language, Staff } from '../platform/handler.ts'
import type { Blob, Ports } from '../platform/ports.ts'
import type { BrandKit } from './brand-kit.ts'
import { clearInThread } from './paper-threads.ts'
import { pictureKey } from './pictures.ts'
import { markedPreview } from './preview-mark.ts'
import { findBrandKit, saveBrandKit } from './store.ts'

export type Ground = 'clear' | 'keep'

export type KitPictured =
  | { readonly outcome: 'changed'; readonly kit: BrandKit }
  | { readonly outcome: 'refused'; readonly reason: 'not-found' }
  | { readonly outcome: 'refused'; readonly reason: 'picture-invalid'; readonly because: string }

/** Nothing of the upload but its pixels is kept (T5). The bytes lie in their place before any row points there. */
export async function putKitPicture(
  ports: Ports,
  actor: Staff,
  { id, kind, ground, upload }: { id: string; kind: BrandPictureKind; ground: Ground; upload: Uint8Array },
): Promise<KitPictured> {
  const drawn = await ports.raster.rasterise(upload)
  if (drawn.outcome === 'refused') return { outcome: 'refused', reason: 'picture-invalid', because: drawn.reason }
  const png = ground === 'clear' ? await clearInThread(drawn.png) : drawn.png
  if (!png) return { outcome: 'refused', reason: 'picture-invalid', because: 'picture-blank' }
  const key = pictureKey(actor.institutionId, kind, png)
  await ports.blobs.put(key, png, 'image/png')
  return setPicture(ports, actor, id, kind, key)
}

export const removeKitPicture = (
  ports: Ports,
  actor: Staff,
  id: string,
  kind: BrandPictureKind,
): Promise<KitPictured> => setPicture(ports, actor, id, kind, null)

/** For members to look at: a seal or a signature comes with a mark through it, so that it is of no use elsewhere. */
export async function previewKitPicture(
  ports: Ports,
  kit: BrandKit,
  kind: BrandPictureKind,
  language: Language,
): Promise<Blob | undefined> {
  const key = kit.pictureKeys[kind]
  if (!key) return undefined
  return kind === 'seal' || kind === 'signature' ? markedPreview(ports, key, language) : ports.blobs.get(key)
}

/** For the pages of credentials: everything the kit holds, by kind. A preview marks seal and signature in the language of its page. */
export async function readKitPictures(
  ports: Ports,
  kit: BrandKit,
  purpose: 'issued' | { readonly previewIn: Language },
): Promise<Partial<Record<BrandPictureKind, Picture>>> {
  const kinds = (Object.keys(kit.pictureKeys) as BrandPictureKind[]).filter((kind) => kit.pictureKeys[kind])
  const found = await Promise.all(
    kinds.map(async (kind) => {
      const key = kit.pictureKeys[kind]!
      const blob =
        purpose === 'issued' ? await ports.blobs.get(key) : await previewKitPicture(ports, kit, kind, purpose.previewIn)
      return [kind, blob && pictureFrom(blob.bytes)] as const
    }),
  )
  return Object.fromEntries(found.filter(([, picture]) => picture))
}

function pictureFrom(png: Uint8Array): Picture {
  const bytes = Buffer.from(png.buffer, png.byteOffset, png.byteLength)
  const size = { widthPx: bytes.readUInt32BE(16), heightPx: bytes.readUInt32BE(20) }
  return { mediaType: 'image/png', base64: bytes.toString('base64'), ...size }
}

const setPicture = (
  ports: Ports,
  actor: Staff,
  id: string,
  kind: BrandPictureKind,
  key: string | null,
): Promise<KitPictured> =>
  ports.db.tenant(actor.institutionId, async (tx) => {
    const known = await findBrandKit(tx, actor.institutionId, id)
    if (!known || known.isRemoved) return { outcome: 'refused', reason: 'not-found' }
    const kit = { ...known, pictureKeys: { ...known.pictureKeys, [kind]: key }, updatedAt: ports.clock.now() }
    await saveBrandKit(tx, actor.institutionId, kit)
    await record(tx, ports, {
      institutionId: actor.institutionId,
      actor: actor.label,
      action: `brand-kit.${kind}-${key ? 'changed' : 'removed'}`,
      subject: { kind: 'brand-kit', id },
    })
    return { outcome: 'changed', kit }
  })
