/** The SQL of certificates: serial numbers, what a batch was certified with, the files. */
import { sql } from 'kysely'
import type { Instant, Tx } from '../../platform/ports.ts'
import type { CertificateBasis } from './basis.ts'

export type SerialRun = { readonly scope: string; readonly year: number; readonly count: number }

/** Counts on, and answers the last number of those taken. */
export async function countSerials(tx: Tx, institutionId: string, { scope, year, count }: SerialRun): Promise<number> {
  const row = await tx
    .insertInto('certificate_serials')
    .values({ institution_id: institutionId, scope, year, last: count })
    .onConflict((conflict) =>
      conflict
        .columns(['institution_id', 'scope', 'year'])
        .doUpdateSet({ last: sql<number>`certificate_serials.last + ${count}` }),
    )
    .returning('last')
    .executeTakeFirstOrThrow()
  return row.last
}

export async function saveBasis(
  tx: Tx,
  institutionId: string,
  batchId: string,
  basis: CertificateBasis,
): Promise<void> {
  await tx
    .updateTable('award_batches')
    .set({ certificate: JSON.stringify(basis) })
    .where('institution_id', '=', institutionId)
    .where('id', '=', batchId)
    .execute()
}

/** Null for a batch without certificates. */
export async function findBasis(tx: Tx, institutionId: string, batchId: string): Promise<CertificateBasis | null> {
  const row = await tx
    .selectFrom('award_batches')
    .select('certificate')
    .where('institution_id', '=', institutionId)
    .where('id', '=', batchId)
    .executeTakeFirst()
  return (row?.certificate as CertificateBasis | undefined) ?? null
}

export type CertificateSize = 'print' | 'screen'

export type CertificateFile = { readonly contentKey: string; readonly blobKey: string; readonly byteLength: number }

export async function findFile(
  tx: Tx,
  institutionId: string,
  awardId: string,
  size: CertificateSize,
): Promise<CertificateFile | null> {
  const row = await tx
    .selectFrom('certificate_files')
    .select(['content_key', 'blob_key', 'byte_length'])
    .where('institution_id', '=', institutionId)
    .where('award_id', '=', awardId)
    .where('size', '=', size)
    .executeTakeFirst()
  return row ? { contentKey: row.content_key, blobKey: row.blob_key, byteLength: row.byte_length } : null
}

/** The first writer wins: once a certificate was shown, its bytes stay. */
export async function saveFile(
  tx: Tx,
  institutionId: string,
  awardId: string,
  { size, contentKey, blobKey, byteLength, at }: CertificateFile & { size: CertificateSize; at: Instant },
): Promise<void> {
  await tx
    .insertInto('certificate_files')
    .values({
      institution_id: institutionId,
      award_id: awardId,
      size,
      content_key: contentKey,
      blob_key: blobKey,
      byte_length: byteLength,
      rendered_at: at,
    })
    .onConflict((conflict) => conflict.columns(['institution_id', 'award_id', 'size']).doNothing())
    .execute()
}
