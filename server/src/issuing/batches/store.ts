/** All SQL about batches of awards. */
import type { Instant, Tx } from '../../platform/ports.ts'

export type NewBatch = {
  readonly id: string
  readonly achievementId: string
  readonly achievementVersion: number
  readonly total: number
  readonly alreadyAwarded: number
  readonly validFrom: Instant
  readonly validUntil: Instant | null
  readonly requestedBy: string
  readonly createdAt: Instant
}

export async function insertBatch(tx: Tx, institutionId: string, batch: NewBatch): Promise<void> {
  await tx
    .insertInto('award_batches')
    .values({
      institution_id: institutionId,
      id: batch.id,
      achievement_id: batch.achievementId,
      achievement_version: batch.achievementVersion,
      total: batch.total,
      already_awarded: batch.alreadyAwarded,
      valid_from: batch.validFrom,
      valid_until: batch.validUntil,
      requested_by: batch.requestedBy,
      created_at: batch.createdAt,
    })
    .execute()
}

export type StoredBatch = NewBatch & { readonly counts: BatchCounts }
export type BatchCounts = {
  readonly pending: number
  readonly issued: number
  readonly failed: number
  readonly delivered: number
  readonly messagesFailed: number
}

export async function findBatch(tx: Tx, institutionId: string, batchId: string): Promise<StoredBatch | null> {
  const row = await tx
    .selectFrom('award_batches')
    .selectAll()
    .where('institution_id', '=', institutionId)
    .where('id', '=', batchId)
    .executeTakeFirst()
  return row ? ((await withCounts(tx, institutionId, [row]))[0] ?? null) : null
}

/** Newest first; one more than `limit` when there are more. */
export async function listBatches(
  tx: Tx,
  institutionId: string,
  { startingAfter, limit }: { startingAfter?: string | undefined; limit: number },
): Promise<StoredBatch[]> {
  const rows = await tx
    .selectFrom('award_batches')
    .selectAll()
    .where('institution_id', '=', institutionId)
    .$if(startingAfter !== undefined, (query) => query.where('id', '<', startingAfter!))
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
  return withCounts(tx, institutionId, rows)
}

type BatchRow = {
  id: string
  achievement_id: string
  achievement_version: number
  total: number
  already_awarded: number
  valid_from: Instant
  valid_until: Instant | null
  requested_by: string
  created_at: Instant
}

/** Counted from the awards each time: a stored count could disagree with them. */
async function withCounts(tx: Tx, institutionId: string, rows: readonly BatchRow[]): Promise<StoredBatch[]> {
  if (rows.length === 0) return []
  const counted = await tx
    .selectFrom('awards')
    .select(({ fn }) => [
      'batch_id',
      fn.countAll<number>().filterWhere('state', '=', 'pending').as('pending'),
      fn.countAll<number>().filterWhere('state', 'in', ['issued', 'suspended', 'revoked']).as('issued'),
      fn.countAll<number>().filterWhere('state', '=', 'failed').as('failed'),
      fn.countAll<number>().filterWhere('delivery_state', '=', 'delivered').as('delivered'),
      fn.countAll<number>().filterWhere('delivery_state', '=', 'failed').as('messagesFailed'),
    ])
    .where('institution_id', '=', institutionId)
    .where(
      'batch_id',
      'in',
      rows.map((row) => row.id),
    )
    .groupBy('batch_id')
    .execute()
  const countsOf = new Map(counted.map(({ batch_id, ...counts }) => [batch_id, counts]))
  const none = { pending: 0, issued: 0, failed: 0, delivered: 0, messagesFailed: 0 }
  return rows.map((row) => ({
    id: row.id,
    achievementId: row.achievement_id,
    achievementVersion: row.achievement_version,
    total: row.total,
    alreadyAwarded: row.already_awarded,
    validFrom: row.valid_from,
    validUntil: row.valid_until,
    requestedBy: row.requested_by,
    createdAt: row.created_at,
    counts: countsOf.get(row.id) ?? none,
  }))
}
