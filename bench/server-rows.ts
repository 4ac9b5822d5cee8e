// Fills the database with awards quickly: copies of signed ones, each with ids of its own.

import { sql } from 'kysely'
import type { ServerPlace } from './server-place.ts'

const PART = 50_000
const TEMPLATES = 500
// Above every index of a real list, so that copies are told from what was really issued.
const COPY_INDEX = 1_000_000

/** Brings the awards to `rows` and answers `wanted` public ids picked over all of them. */
export async function copyAwards({ ports }: ServerPlace, rows: number, wanted: number): Promise<string[]> {
  const { rows: counted } = await ports.db.operator((tx) =>
    sql<{ n: number }>`SELECT count(*)::int AS n FROM awards`.execute(tx),
  )
  // What is copied was issued long ago: it needs no room beside it for a second version.
  await sql`ALTER TABLE awards SET (fillfactor = 90)`.execute(ports.db.kysely)
  for (let from = counted[0]!.n; from < rows; from += PART)
    await ports.db.operator(async (tx) => {
      await sql`SET LOCAL synchronous_commit = off`.execute(tx)
      await copyPart(from, Math.min(from + PART, rows) - 1).execute(tx)
    })
  // As the database would have done by itself in the days that a table of this size takes to grow.
  await sql`VACUUM ANALYZE awards, signed_credentials`.execute(ports.db.kysely)
  await sql`CHECKPOINT`.execute(ports.db.kysely)
  const picked = await ports.db.operator(async (tx) => {
    return sql<{ id: string }>`SELECT public_id AS id FROM awards ORDER BY md5(public_id) LIMIT ${wanted}`.execute(tx)
  })
  const ids = picked.rows.map(({ id }) => id)
  return Array.from({ length: wanted }, (_, at) => ids[at % ids.length]!)
}

const copyPart = (from: number, to: number) => sql`
  WITH template AS (
    SELECT *, row_number() OVER (ORDER BY id) - 1 AS place, count(*) OVER () AS places FROM
      (SELECT * FROM awards WHERE status_index < ${COPY_INDEX}::int AND state = 'issued' ORDER BY id LIMIT ${TEMPLATES}::int) AS issued),
  copy AS (
    SELECT n, ('0197fb2c-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid AS copy_id, template.*
    FROM generate_series(${from}::int, ${to}::int) AS n JOIN template ON place = n % places),
  awarded AS (
    INSERT INTO awards (institution_id, id, batch_id, public_id, number, achievement_id, achievement_version, learner_id,
      recipient_name, recipient_email, recipient_key, details, salt, state, valid_from, status_list_id, status_index, test_mode,
      created_at, issued_at, claim_hash, claim_expires_at, delivery_state, delivered_at)
    SELECT institution_id, copy_id, batch_id, substr(md5('id' || n), 1, 26), 'KL-' || upper(substr(md5('number' || n), 1, 12)),
      achievement_id, achievement_version, learner_id, recipient_name, 'copy.' || n || '@learner.example',
      'copy.' || n || '@learner.example', details, salt, state, valid_from, status_list_id, ${COPY_INDEX}::int + n, test_mode,
      created_at, issued_at, sha256(('claim' || n)::bytea), claim_expires_at, 'delivered', issued_at
    FROM copy)
  INSERT INTO signed_credentials (institution_id, award_id, edition, text, packed)
  SELECT copy.institution_id, copy_id, signed.edition, text, packed
  FROM copy JOIN signed_credentials signed ON signed.award_id = copy.id`
