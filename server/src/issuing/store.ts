/** All SQL of the issuing slice. */
import { sql } from 'kysely'
import type { Instant, Tx } from '../platform/ports.ts'
import type { Award, AwardDetails, AwardState, DeliveryState, Revocation, Suspension, Visibility } from './award.ts'
import type { NewBatch } from './batches/store.ts'
import { keptText } from './packed-text.ts'

/** Two batches of one achievement follow one another, so that nobody is awarded twice between the look and the write. */
export async function lockAchievement(tx: Tx, institutionId: string, achievementId: string): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`award ${institutionId} ${achievementId}`}, 0))`.execute(tx)
}

/** Which of the recipients hold the achievement or are about to; what was revoked or failed does not count. */
export async function findAwardedKeys(
  tx: Tx,
  institutionId: string,
  achievementId: string,
  keys: readonly string[],
): Promise<Set<string>> {
  const found = await sql<{ recipient_key: string }>`
    SELECT DISTINCT recipient_key FROM awards
    WHERE institution_id = ${institutionId} AND achievement_id = ${achievementId} AND state IN ('pending', 'issued', 'suspended')
      AND recipient_key IN (SELECT jsonb_array_elements_text(${JSON.stringify(keys)}::jsonb))`.execute(tx)
  return new Set(found.rows.map((row) => row.recipient_key))
}

export type NewAward = {
  readonly id: string
  readonly publicId: string
  readonly number: string
  readonly learnerId: string
  readonly name: string
  readonly nameEn: string | null
  readonly key: string
  readonly details: AwardDetails
  readonly restsOn: readonly string[] | null
  readonly salt: string
  readonly listId: string
  readonly index: number
  /** Hex of the claim token's hash. */
  readonly claimHash: string
}

/** One statement for thousands of awards; what they share comes from the batch. */
export async function insertAwards(
  tx: Tx,
  institutionId: string,
  batch: NewBatch & { readonly testMode: boolean; readonly claimExpiresAt: Instant },
  awards: readonly NewAward[],
): Promise<void> {
  await sql`
    INSERT INTO awards (institution_id, batch_id, achievement_id, achievement_version, valid_from, valid_until, test_mode,
      created_at, claim_expires_at, state, id, public_id, number, learner_id, recipient_name, recipient_name_en,
      recipient_email, recipient_key, details, rests_on, salt, status_list_id, status_index, claim_hash)
    SELECT ${institutionId}, ${batch.id}, ${batch.achievementId}, ${batch.achievementVersion}, ${batch.validFrom},
      ${batch.validUntil}, ${batch.testMode}, ${batch.createdAt}, ${batch.claimExpiresAt}, 'pending', a.id, a."publicId",
      a.number, a."learnerId", a.name, a."nameEn", a.key, a.key, a.details, a."restsOn", a.salt, a."listId", a.index,
      decode(a."claimHash", 'hex')
    FROM jsonb_to_recordset(${JSON.stringify(awards)}::jsonb) AS a(id uuid, "publicId" text, number text, "learnerId" uuid,
      name text, "nameEn" text, key text, details jsonb, "restsOn" uuid[], salt text, "listId" uuid, index int, "claimHash" text)`.execute(
    tx,
  )
}

const awardsOf = (tx: Tx, institutionId: string) =>
  tx
    .selectFrom('awards')
    .innerJoin('status_lists as list', (join) =>
      join.onRef('list.institution_id', '=', 'awards.institution_id').onRef('list.id', '=', 'awards.status_list_id'),
    )
    .leftJoin('signed_credentials as signed', (join) =>
      join
        .onRef('signed.institution_id', '=', 'awards.institution_id')
        .onRef('signed.award_id', '=', 'awards.id')
        .onRef('signed.edition', '=', 'awards.edition'),
    )
    .selectAll('awards')
    .select(['list.public_id as list_public_id', 'signed.text as signed_text', 'signed.packed as signed_packed'])
    .select(
      sql<string | null>`CASE WHEN signed.packed IS NOT NULL THEN (SELECT s.text FROM credential_samples s
        WHERE s.institution_id = awards.institution_id AND s.achievement_id = awards.achievement_id
          AND s.achievement_version = awards.achievement_version) END`.as('signed_sample'),
    )
    .where('awards.institution_id', '=', institutionId)

export async function findAward(tx: Tx, institutionId: string, publicId: string): Promise<Award | null> {
  const row = await awardsOf(tx, institutionId).where('awards.public_id', '=', publicId).executeTakeFirst()
  return row ? toAward(row) : null
}

/** Holds the row until the end of the transaction. */
export async function findAwardForUpdate(tx: Tx, institutionId: string, publicId: string): Promise<Award | null> {
  const row = await awardsOf(tx, institutionId)
    .where('awards.public_id', '=', publicId)
    .forUpdate('awards')
    .executeTakeFirst()
  return row ? toAward(row) : null
}

export async function findAwardOfNumber(tx: Tx, institutionId: string, number: string): Promise<Award | null> {
  const row = await awardsOf(tx, institutionId).where('awards.number', '=', number).executeTakeFirst()
  return row ? toAward(row) : null
}

export async function listAwardsById(tx: Tx, institutionId: string, ids: readonly string[]): Promise<Award[]> {
  if (ids.length === 0) return []
  const rows = await awardsOf(tx, institutionId).where('awards.id', 'in', ids).orderBy('awards.id').execute()
  return rows.map(toAward)
}

export async function findInstitutionOfCredential(tx: Tx, publicId: string): Promise<string | null> {
  const found = await sql<{ id: string | null }>`SELECT institution_by_credential(${publicId}) AS id`.execute(tx)
  return found.rows[0]?.id ?? null
}

export async function findInstitutionOfNumber(tx: Tx, number: string): Promise<string | null> {
  const found = await sql<{ id: string | null }>`SELECT institution_by_number(${number}) AS id`.execute(tx)
  return found.rows[0]?.id ?? null
}

export type AwardFilter = {
  readonly batchId?: string | undefined
  readonly achievementId?: string | undefined
  readonly state?: AwardState | undefined
  readonly words?: string | undefined
  readonly number?: string | null | undefined
  /** The public id of the last award of the page before. */
  readonly startingAfter?: string | undefined
  readonly limit: number
}

/** Newest first; one more than `limit` when there are more. A `startingAfter` that is not there gives nothing. */
export async function listAwards(tx: Tx, institutionId: string, filter: AwardFilter): Promise<Award[]> {
  const rows = await searched(awardsOf(tx, institutionId), filter)
    .$if(filter.batchId !== undefined, (query) => query.where('awards.batch_id', '=', filter.batchId!))
    .$if(filter.achievementId !== undefined, (query) =>
      query.where('awards.achievement_id', '=', filter.achievementId!),
    )
    .$if(filter.state !== undefined, (query) => query.where('awards.state', '=', filter.state!))
    .$if(filter.startingAfter !== undefined, (query) =>
      query.where(
        'awards.id',
        '<',
        sql<string>`(SELECT id FROM awards WHERE institution_id = ${institutionId} AND public_id = ${filter.startingAfter})`,
      ),
    )
    .orderBy('awards.id', 'desc')
    .limit(filter.limit + 1)
    .execute()
  return rows.map(toAward)
}

type AwardsQuery = ReturnType<typeof awardsOf>

function searched(query: AwardsQuery, { words, number }: AwardFilter): AwardsQuery {
  if (!words) return query
  const pattern = `%${words.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`
  return query.where((where) =>
    where.or([
      where('awards.recipient_name', 'ilike', pattern),
      where('awards.recipient_name_en', 'ilike', pattern),
      where('awards.recipient_email', 'ilike', pattern),
      where('awards.number', '=', number ?? words),
    ]),
  )
}

export type Versioned = { readonly achievementId: string; readonly achievementVersion: number }

export async function findSample(tx: Tx, institutionId: string, of: Versioned): Promise<string | null> {
  const found = await sql<{ text: string }>`SELECT text FROM credential_samples WHERE institution_id = ${institutionId}
    AND achievement_id = ${of.achievementId} AND achievement_version = ${of.achievementVersion}`.execute(tx)
  return found.rows[0]?.text ?? null
}

/** The first sample of a version stays; answers the one that stands. */
export async function saveSample(
  tx: Tx,
  institutionId: string,
  of: Versioned,
  text: string,
  at: Instant,
): Promise<string | null> {
  await sql`INSERT INTO credential_samples (institution_id, achievement_id, achievement_version, text, created_at)
    VALUES (${institutionId}, ${of.achievementId}, ${of.achievementVersion}, ${text}, ${at}) ON CONFLICT DO NOTHING`.execute(
    tx,
  )
  return findSample(tx, institutionId, of)
}

/** A signed credential as its text or, in base64, packed against the version's sample. */
export type Kept = { readonly id: string } & ({ readonly text: string } | { readonly packed: string })

/** Only what is still pending changes: a job that runs a second time, or beside itself, changes nothing. Answers what did. */
export async function saveIssued(tx: Tx, institutionId: string, kept: readonly Kept[], at: Instant): Promise<string[]> {
  const saved = await sql<{ id: string }>`
    WITH issued AS (
      UPDATE awards SET state = 'issued', issued_at = ${at}, failure = NULL
      FROM jsonb_to_recordset(${JSON.stringify(kept)}::jsonb) AS s(id uuid, text text, packed text)
      WHERE awards.institution_id = ${institutionId} AND awards.id = s.id AND awards.state = 'pending'
      RETURNING awards.id, awards.edition, s.text, s.packed)
    INSERT INTO signed_credentials (institution_id, award_id, edition, text, packed)
    SELECT ${institutionId}, id, edition, text, decode(packed, 'base64') FROM issued
    RETURNING award_id AS id`.execute(tx)
  return saved.rows.map((row) => row.id)
}

/** Which of the awards are issued and in force; taking any of them back waits until this transaction ends. */
export async function holdInForce(tx: Tx, institutionId: string, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const found = await sql<{ id: string }>`SELECT id FROM awards WHERE institution_id = ${institutionId}
    AND id = ANY(${[...ids]}::uuid[]) AND state = 'issued' ORDER BY id FOR SHARE`.execute(tx)
  return new Set(found.rows.map((row) => row.id))
}

export async function saveFailed(
  tx: Tx,
  institutionId: string,
  ids: readonly string[],
  failure: string,
): Promise<string[]> {
  if (ids.length === 0) return []
  const failed = await tx
    .updateTable('awards')
    .set({ state: 'failed', failure })
    .where('institution_id', '=', institutionId)
    .where('id', 'in', ids)
    .where('state', '=', 'pending')
    .returning('id')
    .execute()
  return failed.map(({ id }) => id)
}

/** Failed awards of the batch become pending again; answers which. */
export async function reopenFailed(tx: Tx, institutionId: string, batchId: string): Promise<string[]> {
  const rows = await tx
    .updateTable('awards')
    .set({ state: 'pending', failure: null })
    .where('institution_id', '=', institutionId)
    .where('batch_id', '=', batchId)
    .where('state', '=', 'failed')
    .returning('id')
    .execute()
  return rows.map((row) => row.id)
}

/** For the operator's eye: awards that still wait although their batch is older than `before`. */
export async function listStalled(
  tx: Tx,
  before: Instant,
  limit: number,
): Promise<{ institutionId: string; batchId: string; id: string }[]> {
  return tx
    .selectFrom('awards')
    .select(['institution_id as institutionId', 'batch_id as batchId', 'id'])
    .where('state', '=', 'pending')
    .where('created_at', '<', before)
    .orderBy('id')
    .limit(limit)
    .execute()
}

export async function saveRevocation(
  tx: Tx,
  institutionId: string,
  awardId: string,
  { at, by, reason }: Revocation,
): Promise<void> {
  await tx
    .updateTable('awards')
    .set({ state: 'revoked', revoked_at: at, revoked_by: by, revocation_reason: reason })
    .where('institution_id', '=', institutionId)
    .where('id', '=', awardId)
    .execute()
}

export async function saveSuspension(
  tx: Tx,
  institutionId: string,
  awardId: string,
  { at, by, reason, until }: Suspension,
): Promise<void> {
  await tx
    .updateTable('awards')
    .set({
      state: 'suspended',
      suspended_at: at,
      suspended_by: by,
      suspension_reason: reason,
      suspended_until: until,
    })
    .where('institution_id', '=', institutionId)
    .where('id', '=', awardId)
    .execute()
}

/** What was suspended, when and why, is in the audit trail. */
export async function saveReinstatement(tx: Tx, institutionId: string, awardId: string): Promise<void> {
  await tx
    .updateTable('awards')
    .set({
      state: 'issued',
      suspended_at: null,
      suspended_by: null,
      suspension_reason: null,
      suspended_until: null,
    })
    .where('institution_id', '=', institutionId)
    .where('id', '=', awardId)
    .execute()
}

/** For the operator's eye: suspended awards whose suspension has ended by `now`. */
export async function listSuspensionsOver(
  tx: Tx,
  now: Instant,
  limit: number,
): Promise<{ institutionId: string; publicId: string }[]> {
  return tx
    .selectFrom('awards')
    .select(['institution_id as institutionId', 'public_id as publicId'])
    .where('state', '=', 'suspended')
    .where('suspended_until', '<=', now)
    .orderBy('suspended_until')
    .limit(limit)
    .execute()
}

type AwardRow = Awaited<ReturnType<AwardsQuery['executeTakeFirstOrThrow']>>

const textOf = ({ signed_text: text, signed_packed: packed, signed_sample: sample }: AwardRow): string | null =>
  keptText({ text, packed, sample })

const toAward = (row: AwardRow): Award => ({
  id: row.id,
  institutionId: row.institution_id,
  batchId: row.batch_id,
  publicId: row.public_id,
  number: row.number,
  achievementId: row.achievement_id,
  achievementVersion: row.achievement_version,
  learnerId: row.learner_id,
  recipient: {
    name: row.recipient_name,
    nameEn: row.recipient_name_en,
    email: row.recipient_email,
    key: row.recipient_key,
  },
  details: row.details as AwardDetails,
  salt: row.salt,
  restsOn: row.rests_on ?? [],
  state: row.state as AwardState,
  validFrom: row.valid_from,
  validUntil: row.valid_until,
  status: { listPublicId: row.list_public_id, index: row.status_index },
  testMode: row.test_mode,
  createdAt: row.created_at,
  edition: row.edition,
  editionAt: row.edition_at ?? row.created_at,
  issuedAt: row.issued_at,
  failure: row.failure,
  // Most readers of many awards never look at the text.
  get credential() {
    return textOf(row)
  },
  revocation:
    row.revoked_at === null
      ? null
      : { at: row.revoked_at, by: row.revoked_by ?? '', reason: row.revocation_reason ?? '' },
  suspension:
    row.state !== 'suspended' || row.suspended_at === null
      ? null
      : {
          at: row.suspended_at,
          by: row.suspended_by ?? '',
          reason: row.suspension_reason ?? '',
          until: row.suspended_until,
        },
  claimExpiresAt: row.claim_expires_at,
  claimedAt: row.claimed_at,
  declinedAt: row.declined_at,
  visibility: row.visibility as Visibility,
  nameHidden: row.name_hidden,
  openedAt: row.opened_at,
  delivery: { state: row.delivery_state as DeliveryState, at: row.delivered_at },
})
