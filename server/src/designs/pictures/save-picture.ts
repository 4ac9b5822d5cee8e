/** Takes a picture for designs in: nothing of the upload but its pixels is kept. */
import { createHash } from 'node:crypto'
import type { Ports } from '../../platform/ports.ts'
import { pictureKey, type StoredPicture, savePictureRow } from './store.ts'

export type PictureSaved =
  | { readonly outcome: 'saved'; readonly picture: StoredPicture }
  | { readonly outcome: 'refused'; readonly reason: 'picture-invalid'; readonly because: string }

/** The bytes lie in their place before any row points there; the same pixels lie in one place for all institutions. */
export async function savePicture(ports: Ports, institutionId: string, upload: Uint8Array): Promise<PictureSaved> {
  const drawn = await ports.raster.rasterise(upload)
  if (drawn.outcome === 'refused') return { outcome: 'refused', reason: 'picture-invalid', because: drawn.reason }
  const { png, widthPx, heightPx } = drawn
  const id = createHash('sha256').update(png).digest('hex')
  const picture: StoredPicture = {
    ...{ id, blobKey: pictureKey(id), mediaType: 'image/png', byteLength: png.length },
    ...{ widthPx, heightPx },
  }
  await ports.blobs.put(picture.blobKey, png, picture.mediaType)
  await ports.db.tenant(institutionId, (tx) => savePictureRow(tx, institutionId, picture, ports.clock.now()))
  return { outcome: 'saved', picture }
}
