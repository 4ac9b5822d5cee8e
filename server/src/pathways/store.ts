/** All SQL of the pathways slice. */
import { sql } from 'kysely'
import type { Instant, Ports, Tx } from '../platform/ports.ts'
import { type Catalogue, type LedgerRow, versionKey, type Worth } from './ledger.ts'
import type { Enrolment, EnrolmentMode, EnrolmentState, Pathway, RecordedDecision, RuleJson, Title } from './pathway.ts'

type PathwayRow = {
  id: string
  achievement_id: string
  title_ko: string
  title_en: string
  enrolment: EnrolmentMode
  rule: RuleJson
  published_version: number | null
  revision: number
  created_at: Instant
  updated_at: Instant
  has_unpublished_changes: boolean
  enrolled: number
  awarded: number
  review: number
}

const SELECT_PATHWAYS = sql`
  SELECT p.*, (v.rule IS DISTINCT FROM p.rule) AS has_unpublished_changes,
    (SELECT count(*) FROM pathway_enrolments e
      WHERE e.institution_id = p.institution_id AND e.pathway_id = p.id AND e.state = 'enrolled') AS enrolled,
    (SELECT count(*) FROM pathway_degrees d
      WHERE d.institution_id = p.institution_id AND d.pathway_id = p.id AND d.state = 'awarded') AS awarded,
    (SELECT count(*) FROM pathway_degrees d WHERE d.institution_id = p.institution_id AND d.pathway_id = p.id
      AND (d.state = 'review' OR d.flagged_at IS NOT NULL)) AS review
  FROM pathways p LEFT JOIN pathway_versions v
    ON v.institution_id = p.institution_id AND v.pathway_id = p.id AND v.version = p.published_version`

const pathwayOf = (row: PathwayRow): Pathway => ({
  id: row.id,
  achievementId: row.achievement_id,
  title: { ko: row.title_ko, en: row.title_en },
  enrolment: row.enrolment,
  rule: row.rule,
  publishedVersion: row.published_version,
  hasUnpublishedChanges: row.has_unpublished_changes,
  revision: row.revision,
  counts: { enrolled: row.enrolled, awarded: row.awarded, review: row.review },
  createdAt: row.created_at,
  updatedAt: row.updated_at,
})

export async function findPathway(tx: Tx, institutionId: string, id: string): Promise<Pathway | null> {
  const found =
    await sql<PathwayRow>`${SELECT_PATHWAYS} WHERE p.institution_id = ${institutionId} AND p.id = ${id}`.execute(tx)
  return found.rows[0] ? pathwayOf(found.rows[0]) : null
}

/** Others who want to change it wait until this transaction ends. */
export async function findPathwayForUpdate(tx: Tx, institutionId: string, id: string): Promise<Pathway | null> {
  await tx
    .selectFrom('pathways')
    .select('id')
    .where('institution_id', '=', institutionId)
    .where('id', '=', id)
    .forUpdate()
    .execute()
  return findPathway(tx, institutionId, id)
}

/** Newest first; one more than `limit` when there are more. */
export async function listPathways(
  tx: Tx,
  institutionId: string,
  { startingAfter, limit }: { startingAfter: string | undefined; limit: number },
): Promise<Pathway[]> {
  const found = await sql<PathwayRow>`${SELECT_PATHWAYS} WHERE p.institution_id = ${institutionId}
    AND (${startingAfter ?? null}::uuid IS NULL OR p.id < ${startingAfter ?? null}::uuid)
    ORDER BY p.id DESC LIMIT ${limit + 1}`.execute(tx)
  return found.rows.map(pathwayOf)
}

export type PathwayDraft = { readonly title: Title; readonly enrolment: EnrolmentMode; readonly rule: RuleJson }

/** False when a pathway leads to the achievement already. */
export async function insertPathway(
  tx: Tx,
  institutionId: string,
  { id, achievementId, title, enrolment, rule, at }: PathwayDraft & { id: string; achievementId: string; at: Instant },
): Promise<boolean> {
  const inserted = await tx
    .insertInto('pathways')
    .values({
      institution_id: institutionId,
      id,
      achievement_id: achievementId,
      title_ko: title.ko,
      title_en: title.en,
      enrolment,
      rule: JSON.stringify(rule),
      created_at: at,
      updated_at: at,
    })
    .onConflict((conflict) => conflict.columns(['institution_id', 'achievement_id']).doNothing())
    .returning('id')
    .execute()
  return inserted.length > 0
}

export async function savePathway(
  tx: Tx,
  institutionId: string,
  id: string,
  { title, enrolment, rule, at }: PathwayDraft & { at: Instant },
): Promise<void> {
  await tx
    .updateTable('pathways')
    .set((column) => ({
      title_ko: title.ko,
      title_en: title.en,
      enrolment,
      rule: JSON.stringify(rule),
      revision: column('revision', '+', 1),
      updated_at: at,
    }))
    .where('institution_id', '=', institutionId)
    .where('id', '=', id)
    .execute()
}

export async function saveVersion(
  tx: Tx,
  institutionId: string,
  { id, version, rule, at }: { id: string; version: number; rule: RuleJson; at: Instant },
): Promise<void> {
  await tx
    .insertInto('pathway_versions')
    .values({
      institution_id: institutionId,
      pathway_id: id,
      version,
      rule: JSON.stringify(rule),
      published_at: at,
    })
    .execute()
  await tx
    .updateTable('pathways')
    .set({ published_version: version, updated_at: at })
    .where('institution_id', '=', institutionId)
    .where('id', '=', id)
    .execute()
}

/** Newest published name, or the draft's; null for an unknown achievement. */
export async function findAchievementName(tx: Tx, institutionId: string, id: string): Promise<string | null> {
  const found = await sql<{ name: string }>`SELECT draft->>'name' AS name FROM achievements
    WHERE institution_id = ${institutionId} AND id = ${id}`.execute(tx)
  return found.rows[0]?.name ?? null
}

/** Retired ones too: what was earned before still counts. */
export async function listPublishedAchievements(tx: Tx, institutionId: string): Promise<Set<string>> {
  const found = await sql<{ id: string }>`SELECT id FROM achievements
    WHERE institution_id = ${institutionId} AND published_version IS NOT NULL`.execute(tx)
  return new Set(found.rows.map((row) => row.id))
}

/** Two publications follow one another, because each must see the other's rule to find a circle. */
export async function lockPublishing(tx: Tx, institutionId: string): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`pathways ${institutionId}`}, 0))`.execute(tx)
}

export type PublishedPathway = {
  readonly id: string
  readonly achievementId: string
  readonly title: Title
  readonly enrolment: EnrolmentMode
  readonly version: number
  /** By version, every one that was ever published. */
  readonly rules: ReadonlyMap<number, RuleJson>
}

/** In the order of their ids, so that two transactions take their locks in one order. */
export async function listPublished(tx: Tx, institutionId: string): Promise<PublishedPathway[]> {
  const rows = await tx
    .selectFrom('pathway_versions as v')
    .innerJoin('pathways as p', (join) =>
      join.onRef('p.institution_id', '=', 'v.institution_id').onRef('p.id', '=', 'v.pathway_id'),
    )
    .select(['p.id', 'p.achievement_id', 'p.title_ko', 'p.title_en', 'p.enrolment'])
    .select(['p.published_version', 'v.version', 'v.rule'])
    .where('v.institution_id', '=', institutionId)
    .orderBy('p.id')
    .execute()
  const byId = Map.groupBy(rows, (row) => row.id)
  return [...byId].map(([id, versions]) => ({
    id,
    achievementId: versions[0]!.achievement_id,
    title: { ko: versions[0]!.title_ko, en: versions[0]!.title_en },
    enrolment: versions[0]!.enrolment as EnrolmentMode,
    version: versions[0]!.published_version!,
    rules: new Map(versions.map((row) => [row.version, row.rule as RuleJson])),
  }))
}

/** What every achievement of the institution is worth in every version, and which of them are micro-degrees. */
export async function loadCatalogue(tx: Tx, institutionId: string, issuer: string): Promise<Catalogue> {
  const versions = await sql<{ id: string; version: number; worth: Worth }>`
    SELECT achievement_id AS id, version, jsonb_build_object('name', content->'name', 'credits', content->'credits',
      'hours', content->'hours', 'level', content->'level', 'skills', content->'skills') AS worth
    FROM achievement_versions WHERE institution_id = ${institutionId}`.execute(tx)
  const degrees = await tx
    .selectFrom('pathways')
    .select('achievement_id')
    .where('institution_id', '=', institutionId)
    .where('published_version', 'is not', null)
    .execute()
  return {
    contents: new Map(versions.rows.map(({ id, version, worth }) => [versionKey(id, version), worth])),
    degrees: new Set(degrees.map((row) => row.achievement_id)),
    issuer,
  }
}

/** Whoever reckons a learner anew waits for whoever is doing so; in one order, so that nobody waits crosswise. */
export async function lockLearners(tx: Tx, institutionId: string, learnerIds: readonly string[]): Promise<void> {
  const keys = [...new Set(learnerIds)].sort().map((id) => `advance ${institutionId} ${id}`)
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(key, 0))
    FROM unnest(${keys}::text[]) WITH ORDINALITY AS wanted(key, place) ORDER BY place`.execute(tx)
}

/** Awards that were once signed, by learner; without ids, of everybody. */
export async function listLedger(
  tx: Tx,
  institutionId: string,
  learnerIds?: readonly string[],
): Promise<Map<string, LedgerRow[]>> {
  const found = await sql<LedgerRow>`
    SELECT id AS "awardId", public_id AS "publicId", learner_id AS "learnerId", achievement_id AS "achievementId",
      achievement_version AS version, state, details->>'result' AS result, valid_from AS "validFrom",
      valid_until AS "validUntil"
    FROM awards WHERE institution_id = ${institutionId} AND state IN ('issued', 'suspended', 'revoked')
      AND (${learnerIds === undefined}::boolean OR learner_id = ANY(${learnerIds ?? []}::uuid[]))
    ORDER BY id`.execute(tx)
  return Map.groupBy(found.rows, (row) => row.learnerId)
}

/** Which of the awards are issued and unrevoked; a revocation of any of them waits until this transaction ends. */
export async function holdParts(tx: Tx, institutionId: string, awardIds: readonly string[]): Promise<Set<string>> {
  const found = await sql<{ id: string }>`
    SELECT id FROM awards WHERE institution_id = ${institutionId} AND id = ANY(${[...awardIds]}::uuid[])
      AND state = 'issued' ORDER BY id FOR SHARE`.execute(tx)
  return new Set(found.rows.map((row) => row.id))
}

export async function learnersOfAwards(tx: Tx, institutionId: string, awardIds: readonly string[]): Promise<string[]> {
  const found = await sql<{ learner_id: string }>`SELECT DISTINCT learner_id FROM awards
    WHERE institution_id = ${institutionId} AND id = ANY(${[...awardIds]}::uuid[])`.execute(tx)
  return found.rows.map((row) => row.learner_id)
}

/** Everybody who holds anything, in the order of their ids, after the one named; at most `limit`. */
export async function listHolders(
  tx: Tx,
  institutionId: string,
  { after, limit }: { readonly after: string | undefined; readonly limit: number },
): Promise<string[]> {
  const found = await sql<{ learner_id: string }>`SELECT DISTINCT learner_id FROM awards
    WHERE institution_id = ${institutionId} AND state = 'issued'
      AND (${after ?? null}::uuid IS NULL OR learner_id > ${after ?? null}::uuid)
    ORDER BY learner_id LIMIT ${limit}`.execute(tx)
  return found.rows.map((row) => row.learner_id)
}

export async function countHolders(tx: Tx, institutionId: string): Promise<number> {
  const found = await sql<{ n: number }>`SELECT count(DISTINCT learner_id) AS n FROM awards
    WHERE institution_id = ${institutionId} AND state = 'issued'`.execute(tx)
  return found.rows[0]?.n ?? 0
}

/** Within a holder's transaction: where the proved address is known. */
export async function listLearnersOfHolder(tx: Tx): Promise<{ institutionId: string; learnerId: string }[]> {
  const found = await sql<{ institutionId: string; learnerId: string }>`
    SELECT institution_id AS "institutionId", learner_id AS "learnerId" FROM learners_of_holder()`.execute(tx)
  return found.rows
}

export type Learner = {
  readonly id: string
  readonly name: string
  readonly nameEn: string | null
  readonly email: string
}

export async function listLearners(
  tx: Tx,
  institutionId: string,
  ids: readonly string[],
): Promise<Map<string, Learner>> {
  const found = await sql<Learner>`SELECT id, name, name_en AS "nameEn", email FROM learners
    WHERE institution_id = ${institutionId} AND id = ANY(${[...ids]}::uuid[])`.execute(tx)
  return new Map(found.rows.map((row) => [row.id, row]))
}

/** By id, or by the folded e-mail address. */
export async function findLearner(tx: Tx, institutionId: string, wanted: string): Promise<Learner | null> {
  const found = await sql<Learner>`SELECT id, name, name_en AS "nameEn", email FROM learners
    WHERE institution_id = ${institutionId} AND (id::text = ${wanted} OR email = ${wanted})`.execute(tx)
  return found.rows[0] ?? null
}

const enrolmentOf = (row: {
  pathway_id: string
  learner_id: string
  state: string
  version: number
  decisions: unknown
  semesters: number | null
  enrolled_at: Instant | null
}): Enrolment => ({
  pathwayId: row.pathway_id,
  learnerId: row.learner_id,
  state: row.state as EnrolmentState,
  version: row.version,
  decisions: row.decisions as RecordedDecision[],
  semesters: row.semesters,
  enrolledAt: row.enrolled_at,
})

export async function listEnrolmentsOf(
  tx: Tx,
  institutionId: string,
  learnerIds: readonly string[],
): Promise<Enrolment[]> {
  if (learnerIds.length === 0) return []
  const rows = await tx
    .selectFrom('pathway_enrolments')
    .selectAll()
    .where('institution_id', '=', institutionId)
    .where('learner_id', 'in', learnerIds)
    .execute()
  return rows.map(enrolmentOf)
}

/** Writes a new enrolment, or the whole of a known one. */
export async function saveEnrolments(
  tx: Tx,
  institutionId: string,
  enrolments: readonly Enrolment[],
  at: Instant,
): Promise<void> {
  if (enrolments.length === 0) return
  await sql`
    INSERT INTO pathway_enrolments (institution_id, pathway_id, learner_id, state, version, decisions, semesters, created_at, enrolled_at)
    SELECT ${institutionId}, e."pathwayId", e."learnerId", e.state, e.version, e.decisions, e.semesters, ${at}, e."enrolledAt"
    FROM jsonb_to_recordset(${JSON.stringify(enrolments)}::jsonb) AS e("pathwayId" uuid, "learnerId" uuid, state text,
      version int, decisions jsonb, semesters int, "enrolledAt" timestamptz)
    ON CONFLICT (institution_id, pathway_id, learner_id) DO UPDATE SET state = EXCLUDED.state, version = EXCLUDED.version,
      decisions = EXCLUDED.decisions, semesters = EXCLUDED.semesters, enrolled_at = EXCLUDED.enrolled_at`.execute(tx)
}

export type ProgressRow = {
  readonly pathwayId: string
  readonly learnerId: string
  readonly version: number
  readonly outcome: 'met' | 'missing'
  readonly progress: number
  readonly credits: number
  readonly missing: number
}

/** Only what differs is written, so that reckoning many learners anew costs little; `evaluated_at` is when the standing last changed. */
export async function saveProgress(
  tx: Tx,
  institutionId: string,
  rows: readonly ProgressRow[],
  at: Instant,
): Promise<void> {
  if (rows.length === 0) return
  await sql`
    WITH r AS MATERIALIZED (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r("pathwayId" uuid, "learnerId" uuid, version int,
        outcome text, progress double precision, credits double precision, missing int)),
    changed AS (
      UPDATE pathway_progress AS p SET version = r.version, outcome = r.outcome, progress = r.progress, credits = r.credits,
        missing = r.missing, evaluated_at = ${at}
      FROM r WHERE p.institution_id = ${institutionId} AND p.pathway_id = r."pathwayId" AND p.learner_id = r."learnerId"
        AND (p.version, p.outcome, p.progress, p.credits, p.missing)
          IS DISTINCT FROM (r.version, r.outcome, r.progress, r.credits, r.missing))
    INSERT INTO pathway_progress (institution_id, pathway_id, learner_id, version, outcome, progress, credits, missing, evaluated_at)
    SELECT ${institutionId}, r."pathwayId", r."learnerId", r.version, r.outcome, r.progress, r.credits, r.missing, ${at}
    FROM r ON CONFLICT (institution_id, pathway_id, learner_id) DO NOTHING`.execute(tx)
}

export type Participant = {
  readonly learner: Learner
  readonly state: EnrolmentState
  readonly version: number
  readonly enrolledAt: Instant | null
  readonly outcome: 'met' | 'missing' | null
  readonly progress: number | null
  readonly credits: number | null
  readonly missing: number | null
  readonly evaluatedAt: Instant | null
}

export type ParticipantSearch = {
  readonly learnerId?: string | undefined
  readonly state?: EnrolmentState | undefined
  readonly version?: number | undefined
  readonly outcome?: 'met' | 'missing' | undefined
  readonly missingMax?: number | undefined
  /** Days in Korea, both included. */
  readonly enrolledFrom?: string
  readonly enrolledUntil?: string
  readonly startingAfter?: string | undefined
  readonly limit: number
}

const ENROLLED_DAY = sql<string>`(e.enrolled_at AT TIME ZONE 'Asia/Seoul')::date`

/** Ordered by learner id; one more than `limit` when there are more. */
export async function listParticipants(
  tx: Tx,
  institutionId: string,
  pathwayId: string,
  search: ParticipantSearch,
): Promise<Participant[]> {
  const rows = await tx
    .selectFrom('pathway_enrolments as e')
    .innerJoin('learners as l', (join) =>
      join.onRef('l.institution_id', '=', 'e.institution_id').onRef('l.id', '=', 'e.learner_id'),
    )
    .leftJoin('pathway_progress as p', (join) =>
      join
        .onRef('p.institution_id', '=', 'e.institution_id')
        .onRef('p.pathway_id', '=', 'e.pathway_id')
        .onRef('p.learner_id', '=', 'e.learner_id'),
    )
    .select(['l.id', 'l.name', 'l.name_en', 'l.email', 'e.state', 'e.version', 'e.enrolled_at'])
    .select(['p.outcome', 'p.progress', 'p.credits', 'p.missing', 'p.evaluated_at'])
    .where('e.institution_id', '=', institutionId)
    .where('e.pathway_id', '=', pathwayId)
    .$if(search.learnerId !== undefined, (query) => query.where('e.learner_id', '=', search.learnerId!))
    .$if(search.state !== undefined, (query) => query.where('e.state', '=', search.state!))
    .$if(search.missingMax !== undefined, (query) => query.where('p.missing', '<=', search.missingMax!))
    .$if(search.version !== undefined, (query) => query.where('e.version', '=', search.version!))
    .$if(search.outcome !== undefined, (query) => query.where('p.outcome', '=', search.outcome!))
    .$if(search.enrolledFrom !== undefined, (query) => query.where(ENROLLED_DAY, '>=', search.enrolledFrom!))
    .$if(search.enrolledUntil !== undefined, (query) => query.where(ENROLLED_DAY, '<=', search.enrolledUntil!))
    .$if(search.startingAfter !== undefined, (query) => query.where('e.learner_id', '>', search.startingAfter!))
    .orderBy('e.learner_id')
    .limit(search.limit + 1)
    .execute()
  return rows.map((row) => ({
    learner: { id: row.id, name: row.name, nameEn: row.name_en, email: row.email },
    state: row.state as EnrolmentState,
    version: row.version,
    enrolledAt: row.enrolled_at,
    outcome: row.outcome as 'met' | 'missing' | null,
    progress: row.progress,
    credits: row.credits,
    missing: row.missing,
    evaluatedAt: row.evaluated_at,
  }))
}

/** Which institution a pathway belongs to, for pages without a session. */
export const findInstitutionOfPathway = (ports: Ports, id: string): Promise<string | null> =>
  ports.db.lookup(async (tx) => {
    const found = await sql<{ id: string | null }>`SELECT institution_by_pathway(${id}) AS id`.execute(tx)
    return found.rows[0]?.id ?? null
  })
