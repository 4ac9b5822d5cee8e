/** The SQL of the pictures in designs. */
import type { Instant, Tx } from '../../platform/ports.ts'

export type StoredPicture = {
  /** The hash of its pixels. */
  readonly id: string
  readonly blobKey: string
  readonly mediaType: 'image/png' | 'image/jpeg'
  readonly widthPx: number
  readonly heightPx: number
  readonly byteLength: number
}

/** By its pixels, in one place for all institutions. */
export const pictureKey = (id: string): string => `pictures/${id}.png`

/** The same picture is kept once. */
export async function savePictureRow(
  tx: Tx,
  institutionId: string,
  picture: StoredPicture,
  at: Instant,
): Promise<void> {
  await tx
    .insertInto('pictures')
    .values({
      institution_id: institutionId,
      id: picture.id,
      blob_key: picture.blobKey,
      media_type: picture.mediaType,
      width_px: picture.widthPx,
      height_px: picture.heightPx,
      byte_length: picture.byteLength,
      created_at: at,
    })
    .onConflict((conflict) => conflict.columns(['institution_id', 'id']).doNothing())
    .execute()
}

/** Those of the pictures that the institution has. */
export async function findPictures(tx: Tx, institutionId: string, ids: readonly string[]): Promise<StoredPicture[]> {
  if (ids.length === 0) return []
  const rows = await tx
    .selectFrom('pictures')
    .selectAll()
    .where('institution_id', '=', institutionId)
    .where('id', 'in', ids)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    blobKey: row.blob_key,
    mediaType: row.media_type as StoredPicture['mediaType'],
    widthPx: row.width_px,
    heightPx: row.height_px,
    byteLength: row.byte_length,
  }))
}

export async function hasPictures(tx: Tx, institutionId: string, ids: readonly string[]): Promise<boolean> {
  const wanted = [...new Set(ids)]
  return (await findPictures(tx, institutionId, wanted)).length === wanted.length
}
