/** All SQL of the status slice. */
import { sql } from 'kysely'
import type { Instant, Tx } from '../platform/ports.ts'
import type { StatusList, StatusPlace, StatusPurpose } from './status-list.ts'

/** Allotments of one institution follow one another until the end of the transaction: two of them cannot lock each other crosswise. */
export async function lockAllotment(tx: Tx, institutionId: string): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`status-allotment ${institutionId}`}, 0))`.execute(tx)
}

export async function findOpenList(
  tx: Tx,
  institutionId: string,
  purpose: StatusPurpose,
  allottedMax: number,
): Promise<StatusList | null> {
  const row = await tx
    .selectFrom('status_lists')
    .selectAll()
    .where('institution_id', '=', institutionId)
    .where('purpose', '=', purpose)
    .where('allotted', '<', allottedMax)
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()
  return row ? toStatusList(row) : null
}

export async function insertList(
  tx: Tx,
  institutionId: string,
  list: { id: string; publicId: string; purpose: StatusPurpose; size: number; at: Instant },
): Promise<StatusList> {
  const row = await tx
    .insertInto('status_lists')
    .values({
      institution_id: institutionId,
      id: list.id,
      public_id: list.publicId,
      purpose: list.purpose,
      size: list.size,
      created_at: list.at,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  return toStatusList(row)
}

/** Takes the indexes that are free for the awards in order; answers the pairs that were made. */
export async function insertEntries(
  tx: Tx,
  institutionId: string,
  listId: string,
  entries: readonly { index: number; awardId: string }[],
): Promise<{ index: number; awardId: string }[]> {
  const inserted = await sql<{ index: number; awardId: string }>`
    INSERT INTO status_entries (institution_id, list_id, index, award_id)
    SELECT ${institutionId}, ${listId}, entry.index, entry."awardId"
    FROM jsonb_to_recordset(${JSON.stringify(entries)}::jsonb) AS entry(index int, "awardId" uuid)
    ON CONFLICT (institution_id, list_id, index) DO NOTHING
    RETURNING index, award_id AS "awardId"`.execute(tx)
  return inserted.rows
}

export async function countAllotted(tx: Tx, institutionId: string, listId: string, count: number): Promise<void> {
  await tx
    .updateTable('status_lists')
    .set((column) => ({ allotted: column('allotted', '+', count) }))
    .where('institution_id', '=', institutionId)
    .where('id', '=', listId)
    .execute()
}

/** Answers the list, or null when the bit is so already. */
export async function setEntry(
  tx: Tx,
  institutionId: string,
  { listPublicId, index }: StatusPlace,
  isSet: boolean,
): Promise<string | null> {
  const changed = await sql<{ list_id: string }>`
    UPDATE status_entries SET is_set = ${isSet} FROM status_lists list
    WHERE status_entries.institution_id = ${institutionId} AND list.institution_id = ${institutionId}
      AND list.public_id = ${listPublicId} AND status_entries.list_id = list.id
      AND status_entries.index = ${index} AND status_entries.is_set <> ${isSet}
    RETURNING status_entries.list_id`.execute(tx)
  return changed.rows[0]?.list_id ?? null
}

export async function bumpRevision(tx: Tx, institutionId: string, listId: string): Promise<void> {
  await tx
    .updateTable('status_lists')
    .set((column) => ({ revision: column('revision', '+', 1) }))
    .where('institution_id', '=', institutionId)
    .where('id', '=', listId)
    .execute()
}

export async function loadList(tx: Tx, institutionId: string, listId: string): Promise<StatusList> {
  const row = await tx
    .selectFrom('status_lists')
    .selectAll()
    .where('institution_id', '=', institutionId)
    .where('id', '=', listId)
    .executeTakeFirstOrThrow()
  return toStatusList(row)
}

export async function findListByPublicId(tx: Tx, publicId: string): Promise<StatusList | null> {
  const row = await tx.selectFrom('status_lists').selectAll().where('public_id', '=', publicId).executeTakeFirst()
  return row ? toStatusList(row) : null
}

export async function findInstitutionOfList(tx: Tx, publicId: string): Promise<string | null> {
  const found = await sql<{ id: string | null }>`SELECT institution_by_status_list(${publicId}) AS id`.execute(tx)
  return found.rows[0]?.id ?? null
}

export async function listSetIndexes(tx: Tx, institutionId: string, listId: string): Promise<number[]> {
  const rows = await tx
    .selectFrom('status_entries')
    .select('index')
    .where('institution_id', '=', institutionId)
    .where('list_id', '=', listId)
    .where('is_set', '=', true)
    .execute()
  return rows.map((row) => row.index)
}

/** An older revision never replaces a newer one: two publishers may end in any order. */
export async function savePublished(
  tx: Tx,
  institutionId: string,
  listId: string,
  { revision, text, key, at }: { revision: number; text: string; key: string; at: Instant },
): Promise<void> {
  await tx
    .updateTable('status_lists')
    .set({ published: text, published_revision: revision, published_at: at, published_key: key })
    .where('institution_id', '=', institutionId)
    .where('id', '=', listId)
    .where((where) => where.or([where('published_revision', 'is', null), where('published_revision', '<=', revision)]))
    .execute()
}

/**
 * For the operator's eye: lists whose signed text lags behind their rows, was signed before `signedBefore`, or by a key that
 * is no longer the active one.
 */
export async function listDueLists(
  tx: Tx,
  signedBefore: Instant,
  limit: number,
): Promise<{ institutionId: string; listId: string }[]> {
  return tx
    .selectFrom('status_lists')
    .select(['institution_id as institutionId', 'id as listId'])
    .where((where) =>
      where.or([
        where('published_revision', 'is', null),
        where('published_revision', '<', where.ref('revision')),
        where('published_at', '<', signedBefore),
        where.exists(
          where
            .selectFrom('signing_keys')
            .whereRef('signing_keys.institution_id', '=', 'status_lists.institution_id')
            .whereRef('signing_keys.public_key_multibase', 'is distinct from', 'status_lists.published_key')
            .where('signing_keys.state', '=', 'active'),
        ),
      ]),
    )
    .orderBy('published_at', (order) => order.asc().nullsFirst())
    .limit(limit)
    .execute()
}

type ListRow = {
  id: string
  public_id: string
  purpose: string
  size: number
  allotted: number
  revision: number
  published_revision: number | null
  published: string | null
  published_at: Instant | null
}

const toStatusList = (row: ListRow): StatusList => ({
  id: row.id,
  publicId: row.public_id,
  purpose: row.purpose as StatusPurpose,
  size: row.size,
  allotted: row.allotted,
  revision: row.revision,
  publishedRevision: row.published_revision,
  published: row.published,
  publishedAt: row.published_at,
})
