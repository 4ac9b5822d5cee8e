/** All SQL of the learners slice. */
import { sql } from 'kysely'
import type { Instant, Tx } from '../platform/ports.ts'
import type { NewLearner } from './learner.ts'

type LearnerRow = NewLearner & { readonly id: string }

/** One statement for thousands of rows. `email` must be folded and unique among the rows. */
export async function upsertLearners(
  tx: Tx,
  institutionId: string,
  rows: readonly LearnerRow[],
  at: Instant,
): Promise<{ email: string; id: string }[]> {
  const found = await sql<{ email: string; id: string }>`
    INSERT INTO learners (institution_id, id, name, name_en, email, phone, student_number, department, birth_date, created_at, updated_at)
    SELECT ${institutionId}::uuid, r.id, r.name, r."nameEn", r.email, r.phone, r."studentNumber", r.department, r."birthDate",
      ${at}::timestamptz, ${at}::timestamptz
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r(
      id uuid, name text, "nameEn" text, email text, phone text, "studentNumber" text, department text, "birthDate" date)
    ON CONFLICT (institution_id, email) DO UPDATE SET
      name = excluded.name,
      name_en = coalesce(excluded.name_en, learners.name_en),
      phone = coalesce(excluded.phone, learners.phone),
      student_number = coalesce(excluded.student_number, learners.student_number),
      department = coalesce(excluded.department, learners.department),
      birth_date = coalesce(excluded.birth_date, learners.birth_date),
      updated_at = excluded.updated_at
    RETURNING email, id`.execute(tx)
  return found.rows
}

/** What the roll knows of people, by their folded addresses. */
export async function findLearners(
  tx: Tx,
  institutionId: string,
  emails: readonly string[],
): Promise<Map<string, NewLearner>> {
  const found = await sql<{ email: string } & Record<'name' | 'department' | 'student_number' | 'birth_date', string>>`
    SELECT email, name, department, student_number, birth_date FROM learners WHERE institution_id = ${institutionId}
      AND email IN (SELECT jsonb_array_elements_text(${JSON.stringify(emails)}::jsonb))`.execute(tx)
  return new Map(
    found.rows.map(({ email, name, department, student_number: studentNumber, birth_date: birthDate }) => [
      email,
      { email, name, department, studentNumber, birthDate },
    ]),
  )
}

/** Which of the folded addresses hold the achievement already; revoked and failed awards do not count. */
export async function findAlreadyAwarded(
  tx: Tx,
  institutionId: string,
  achievementId: string,
  recipientKeys: readonly string[],
): Promise<Map<string, Instant>> {
  const found = await sql<{ recipient_key: string; at: Instant }>`
    SELECT recipient_key, min(created_at) AS at FROM awards
    WHERE institution_id = ${institutionId} AND achievement_id = ${achievementId}
      AND state IN ('pending', 'issued', 'suspended')
      AND recipient_key IN (SELECT jsonb_array_elements_text(${JSON.stringify(recipientKeys)}::jsonb))
    GROUP BY recipient_key`.execute(tx)
  return new Map(found.rows.map((row) => [row.recipient_key, row.at]))
}

/** The grades of the achievement's newest version; `null` when it gives none. */
export async function findResultValues(tx: Tx, institutionId: string, achievementId: string): Promise<string[] | null> {
  const found = await sql<{ values: string[] | null }>`
    SELECT v.content -> 'resultScale' -> 'values' AS values FROM achievements a
    JOIN achievement_versions v ON v.institution_id = a.institution_id AND v.achievement_id = a.id AND v.version = a.published_version
    WHERE a.institution_id = ${institutionId} AND a.id = ${achievementId}`.execute(tx)
  return found.rows[0]?.values ?? null
}

/** The certificate document pinned with the achievement's newest version, as it is kept; null when it has none. */
export async function findCertificateText(
  tx: Tx,
  institutionId: string,
  achievementId: string,
): Promise<string | null> {
  const found = await sql<{ document: string }>`
    SELECT s.document FROM achievements a
    JOIN achievement_versions v ON v.institution_id = a.institution_id AND v.achievement_id = a.id AND v.version = a.published_version
    JOIN design_states s ON s.institution_id = v.institution_id AND s.version = v.certificate_version
      AND s.design_id = (v.certification -> 'certificate' ->> 'design')::uuid
    WHERE a.institution_id = ${institutionId} AND a.id = ${achievementId}`.execute(tx)
  return found.rows[0]?.document ?? null
}

export type StoredLearner = {
  readonly id: string
  readonly name: string
  readonly nameEn: string | null
  readonly email: string
  readonly phone: string | null
  readonly studentNumber: string | null
  readonly department: string | null
  readonly birthDate: string | null
  readonly createdAt: Instant
}

export type LearnerSearch = {
  readonly words: string | undefined
  readonly startingAfter: string | undefined
  readonly limit: number
}

/** Newest first; answers one more than `limit` when there are more. */
export async function listLearners(
  tx: Tx,
  institutionId: string,
  { words, startingAfter, limit }: LearnerSearch,
): Promise<StoredLearner[]> {
  let query = tx
    .selectFrom('learners')
    .selectAll()
    .where('institution_id', '=', institutionId)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
  if (words) {
    const pattern = `%${words.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`
    query = query.where((where) =>
      where.or(
        (['name', 'name_en', 'email', 'student_number', 'department'] as const).map((column) =>
          where(column, 'ilike', pattern),
        ),
      ),
    )
  }
  if (startingAfter) {
    query = query.where(
      sql<boolean>`(created_at, id) < (SELECT created_at, id FROM learners WHERE institution_id = ${institutionId} AND id = ${startingAfter})`,
    )
  }
  return (await query.execute()).map((row) => ({
    id: row.id,
    name: row.name,
    nameEn: row.name_en,
    email: row.email,
    phone: row.phone,
    studentNumber: row.student_number,
    department: row.department,
    birthDate: row.birth_date,
    createdAt: row.created_at,
  }))
}

/** Different names of one kind, the ones of most letters first. */
export async function listLongNames(
  tx: Tx,
  institutionId: string,
  column: 'name' | 'name_en',
  limit: number,
): Promise<string[]> {
  const found = await sql<{ name: string }>`
    SELECT DISTINCT name, length(name) FROM (SELECT ${sql.ref(column)} AS name FROM learners WHERE institution_id = ${institutionId}) AS n
    WHERE name IS NOT NULL ORDER BY length(name) DESC, name LIMIT ${limit}`.execute(tx)
  return found.rows.map(({ name }) => name)
}
