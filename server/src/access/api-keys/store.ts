/** The SQL of API keys. */
import type { ApiKey, Role } from '@kolleges/api'
import { sql } from 'kysely'
import type { Instant, Tx } from '../../platform/ports.ts'

export type KnownKey = {
  readonly institutionId: string
  readonly id: string
  readonly name: string
  readonly role: Role
  readonly lastFour: string
  readonly lastUsedAt: Instant | null
}

/** Answers a revoked key as if there were none. */
export async function findKeyByHash(tx: Tx, secretHash: Uint8Array): Promise<KnownKey | undefined> {
  const { rows } = await sql<{
    institution_id: string
    id: string
    name: string
    role: Role
    last_four: string
    last_used_at: Instant | null
  }>`select * from api_key_by_hash(${secretHash})`.execute(tx)
  const row = rows[0]
  return (
    row && {
      institutionId: row.institution_id,
      id: row.id,
      name: row.name,
      role: row.role,
      lastFour: row.last_four,
      lastUsedAt: row.last_used_at,
    }
  )
}

export async function noteUse(tx: Tx, { institutionId, id }: KnownKey, at: Instant): Promise<void> {
  await tx
    .updateTable('api_keys')
    .set({ last_used_at: at })
    .where('institution_id', '=', institutionId)
    .where('id', '=', id)
    .execute()
}

/** Whether the institution is confirmed decides how its keys begin. */
export async function isConfirmed(tx: Tx, institutionId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('institutions')
    .select('standing')
    .where('id', '=', institutionId)
    .executeTakeFirstOrThrow()
  return row.standing === 'confirmed'
}

export type NewKey = {
  readonly id: string
  readonly name: string
  readonly role: Role
  readonly secretHash: Uint8Array
  readonly lastFour: string
  readonly createdAt: Instant
}

export async function saveKey(tx: Tx, institutionId: string, key: NewKey): Promise<void> {
  await tx
    .insertInto('api_keys')
    .values({
      institution_id: institutionId,
      id: key.id,
      name: key.name,
      role: key.role,
      secret_hash: key.secretHash,
      last_four: key.lastFour,
      created_at: key.createdAt,
    })
    .execute()
}

const COLUMNS = ['id', 'name', 'last_four', 'role', 'created_at', 'last_used_at', 'revoked_at'] as const

export async function listKeys(tx: Tx, institutionId: string): Promise<ApiKey[]> {
  const rows = await tx
    .selectFrom('api_keys')
    .select(COLUMNS)
    .where('institution_id', '=', institutionId)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map(keyOf)
}

/** Answers the key as it is after; undefined when there is none, `changed` false when it was revoked before. */
export async function endKey(
  tx: Tx,
  institutionId: string,
  id: string,
  at: Instant,
): Promise<{ readonly key: ApiKey; readonly changed: boolean } | undefined> {
  const ended = await tx
    .updateTable('api_keys')
    .set({ revoked_at: at })
    .where('institution_id', '=', institutionId)
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .returning(COLUMNS)
    .executeTakeFirst()
  if (ended) return { key: keyOf(ended), changed: true }
  const row = await tx
    .selectFrom('api_keys')
    .select(COLUMNS)
    .where('institution_id', '=', institutionId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row && { key: keyOf(row), changed: false }
}

type Row = {
  id: string
  name: string
  last_four: string
  role: string
  created_at: string
  last_used_at: string | null
  revoked_at: string | null
}

const keyOf = (row: Row): ApiKey => ({
  id: row.id,
  name: row.name,
  lastFour: row.last_four,
  role: row.role as Role,
  createdAt: row.created_at,
  lastUsedAt: row.last_used_at,
  revokedAt: row.revoked_at,
})
