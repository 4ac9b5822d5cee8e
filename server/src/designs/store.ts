/** All SQL of the designs slice. */
import { type BadgeDesign, type DesignDocument, parseDocument, printDocument } from '@kolleges/design'
import type { Instant, Tx } from '../platform/ports.ts'
import type { Variant } from './rendering.ts'

/** A badge as it is kept for good: drawn from its template, or from a document where there is one. */
export type StoredBadge = {
  readonly design: BadgeDesign
  readonly document: DesignDocument | null
  /** Blob keys of the institution's own pictures in the document, by variable. */
  readonly pictureKeys: Readonly<Record<string, string>>
}

export type NewDesign = StoredBadge & {
  readonly id: string
  readonly contentHash: string
  readonly at: Instant
}

/** Answers the id under which this very design is kept; `isNew` is false when it was there before. */
export async function saveDesign(
  tx: Tx,
  institutionId: string,
  { id, design, document, pictureKeys, contentHash, at }: NewDesign,
): Promise<{ id: string; isNew: boolean }> {
  const inserted = await tx
    .insertInto('badge_designs')
    .values({
      institution_id: institutionId,
      id,
      design: JSON.stringify(design),
      ...(document && { document: printDocument(document), picture_keys: JSON.stringify(pictureKeys) }),
      content_hash: contentHash,
      created_at: at,
    })
    .onConflict((conflict) => conflict.columns(['institution_id', 'content_hash']).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (inserted) return { id: inserted.id, isNew: true }
  const kept = await tx
    .selectFrom('badge_designs')
    .select('id')
    .where('institution_id', '=', institutionId)
    .where('content_hash', '=', contentHash)
    .executeTakeFirstOrThrow()
  return { id: kept.id, isNew: false }
}

export async function loadBadge(tx: Tx, institutionId: string, designId: string): Promise<StoredBadge> {
  const row = await tx
    .selectFrom('badge_designs')
    .select(['design', 'document', 'picture_keys'])
    .where('institution_id', '=', institutionId)
    .where('id', '=', designId)
    .executeTakeFirstOrThrow()
  const parsed = row.document === null ? null : parseDocument(JSON.parse(row.document))
  if (parsed?.outcome === 'refused') throw new Error('a stored document does not parse')
  return {
    design: row.design as BadgeDesign,
    document: parsed?.document ?? null,
    pictureKeys: (row.picture_keys as StoredBadge['pictureKeys'] | null) ?? {},
  }
}

export type StoredRendering = {
  readonly variant: Variant
  readonly blobKey: string
  readonly mediaType: string
  readonly sha256: string
  readonly byteLength: number
}

export async function listRenderings(tx: Tx, institutionId: string, designId: string): Promise<StoredRendering[]> {
  const rows = await tx
    .selectFrom('renderings')
    .selectAll()
    .where('institution_id', '=', institutionId)
    .where('design_id', '=', designId)
    .execute()
  return rows.map((row) => ({
    variant: row.variant as Variant,
    blobKey: row.blob_key,
    mediaType: row.media_type,
    sha256: row.sha256,
    byteLength: row.byte_length,
  }))
}

/** The first writer wins: once a picture was shown, its bytes stay. */
export async function saveRendering(
  tx: Tx,
  institutionId: string,
  designId: string,
  { variant, blobKey, mediaType, sha256, byteLength }: StoredRendering,
): Promise<void> {
  await tx
    .insertInto('renderings')
    .values({
      institution_id: institutionId,
      design_id: designId,
      variant,
      blob_key: blobKey,
      media_type: mediaType,
      sha256,
      byte_length: byteLength,
    })
    .onConflict((conflict) => conflict.columns(['institution_id', 'design_id', 'variant']).doNothing())
    .execute()
}

export async function markRendered(tx: Tx, institutionId: string, designId: string, at: Instant): Promise<void> {
  await tx
    .updateTable('badge_designs')
    .set({ rendered_at: at })
    .where('institution_id', '=', institutionId)
    .where('id', '=', designId)
    .where('rendered_at', 'is', null)
    .execute()
}
