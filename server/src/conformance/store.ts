/** All SQL of the conformance endpoints: two keys, and the status entries of what was issued for trial. */
import { sql } from 'kysely'
import type { Instant, Tx } from '../platform/ports.ts'

export type KeyRow = {
  readonly algorithm: string
  readonly public_key_multibase: string
  readonly sealed_secret: Uint8Array
}

export const findKey = (tx: Tx, algorithm: string): Promise<KeyRow | undefined> =>
  tx
    .selectFrom('conformance_keys')
    .select(['algorithm', 'public_key_multibase', 'sealed_secret'])
    .where('algorithm', '=', algorithm)
    .executeTakeFirst()

/** Of two servers that start at once, the first one's key stays. */
export async function saveKey(tx: Tx, key: KeyRow, at: Instant): Promise<void> {
  await tx
    .insertInto('conformance_keys')
    .values({ ...key, created_at: at })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export type ListRow = { readonly id: string; readonly algorithm: string; readonly purpose: string }

export const findList = (tx: Tx, id: string): Promise<ListRow | undefined> =>
  tx
    .selectFrom('conformance_status_lists')
    .select(['id', 'algorithm', 'purpose'])
    .where('id', '=', id)
    .executeTakeFirst()

/** The newest list of that key and purpose, with how many entries it has. */
export async function findOpenList(
  tx: Tx,
  algorithm: string,
  purpose: string,
): Promise<{ readonly id: string; readonly entries: number } | undefined> {
  const found = await sql<{ id: string; entries: number }>`
    SELECT id, (SELECT count(*)::int FROM conformance_status_entries WHERE list_id = id) AS entries
    FROM conformance_status_lists WHERE algorithm = ${algorithm} AND purpose = ${purpose}
    ORDER BY created_at DESC, id LIMIT 1`.execute(tx)
  return found.rows[0]
}

export async function saveList(tx: Tx, list: ListRow, at: Instant): Promise<void> {
  await tx
    .insertInto('conformance_status_lists')
    .values({ ...list, created_at: at })
    .execute()
}

export type EntryRow = { readonly list_id: string; readonly index: number; readonly credential_id: string }

/** False when the place is taken. */
export async function saveEntry(tx: Tx, entry: EntryRow): Promise<boolean> {
  const saved = await tx
    .insertInto('conformance_status_entries')
    .values(entry)
    .onConflict((conflict) => conflict.doNothing())
    .returning('index')
    .executeTakeFirst()
  return saved !== undefined
}

export type EntryQuery = {
  readonly credentialId: string
  readonly purpose: string | undefined
  readonly listId: string | undefined
  readonly index: number | undefined
}

/** Sets or clears the entries that fit; answers how many there were. */
export async function setEntries(tx: Tx, wanted: EntryQuery, isSet: boolean): Promise<number> {
  const { credentialId, purpose, listId, index } = wanted
  const changed = await sql`
    UPDATE conformance_status_entries SET is_set = ${isSet}
    FROM conformance_status_lists
    WHERE id = list_id AND credential_id = ${credentialId}
      AND (${purpose ?? null}::text IS NULL OR purpose = ${purpose ?? null})
      AND (${listId ?? null}::text IS NULL OR id = ${listId ?? null})
      AND (${index ?? null}::int IS NULL OR index = ${index ?? null})`.execute(tx)
  return Number(changed.numAffectedRows ?? 0n)
}

export async function listSetIndexes(tx: Tx, listId: string): Promise<number[]> {
  const rows = await tx
    .selectFrom('conformance_status_entries')
    .select('index')
    .where('list_id', '=', listId)
    .where('is_set', '=', true)
    .execute()
  return rows.map(({ index }) => index)
}
