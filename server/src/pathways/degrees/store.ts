/** The SQL of micro-degrees reached. */
import { sql } from 'kysely'
import type { Instant, Ports, Tx } from '../../platform/ports.ts'
import type { Degree, DegreeMark, DegreeState } from '../pathway.ts'

type DegreeRow = {
  pathway_id: string
  learner_id: string
  version: number
  state: string
  award_id: string | null
  parts: string[]
  completed_at: Instant
  award_on: string | null
  note: string | null
  decided_by: string | null
  flagged_at: Instant | null
}

const degreeOf = (row: DegreeRow): Degree => ({
  pathwayId: row.pathway_id,
  learnerId: row.learner_id,
  version: row.version,
  state: row.state as DegreeState,
  awardId: row.award_id,
  parts: row.parts,
  completedAt: row.completed_at,
  awardOn: row.award_on,
  note: row.note,
  decidedBy: row.decided_by,
  flaggedAt: row.flagged_at,
})

/** Everything but the signed transcript, which is long. */
const COLUMNS = [
  'pathway_id',
  'learner_id',
  'version',
  'state',
  'award_id',
  'parts',
  'completed_at',
  'award_on',
  'note',
  'decided_by',
  'flagged_at',
] as const

export async function listDegreeMarks(
  tx: Tx,
  institutionId: string,
  learnerIds: readonly string[],
): Promise<DegreeMark[]> {
  const found = await sql<DegreeMark>`SELECT pathway_id AS "pathwayId", learner_id AS "learnerId", state,
      award_id AS "awardId", award_on AS "awardOn"
    FROM pathway_degrees WHERE institution_id = ${institutionId} AND learner_id = ANY(${[...learnerIds]}::uuid[])`.execute(
    tx,
  )
  return found.rows
}

/** By award, the achievements of the micro-degrees that count it; without learners, of everybody. */
export async function listCounting(
  tx: Tx,
  institutionId: string,
  learnerIds?: readonly string[],
): Promise<Map<string, string[]>> {
  const found = await sql<{ parts: string[]; achievementId: string }>`
    SELECT d.parts, p.achievement_id AS "achievementId" FROM pathway_degrees d
    JOIN pathways p ON p.institution_id = d.institution_id AND p.id = d.pathway_id
    WHERE d.institution_id = ${institutionId} AND d.state IN ('review', 'waiting', 'awarded')
      AND (${learnerIds === undefined}::boolean OR d.learner_id = ANY(${learnerIds ?? []}::uuid[]))
    ORDER BY d.pathway_id`.execute(tx)
  const counting = new Map<string, string[]>()
  for (const { parts, achievementId } of found.rows)
    for (const part of parts) counting.set(part, [...(counting.get(part) ?? []), achievementId])
  return counting
}

export async function findDegree(
  tx: Tx,
  institutionId: string,
  pathwayId: string,
  learnerId: string,
): Promise<Degree | null> {
  const row = await tx
    .selectFrom('pathway_degrees')
    .select(COLUMNS)
    .where('institution_id', '=', institutionId)
    .where('pathway_id', '=', pathwayId)
    .where('learner_id', '=', learnerId)
    .executeTakeFirst()
  return row ? degreeOf(row) : null
}

export async function listDegreesOfLearner(tx: Tx, institutionId: string, learnerId: string): Promise<Degree[]> {
  const rows = await tx
    .selectFrom('pathway_degrees')
    .select(COLUMNS)
    .where('institution_id', '=', institutionId)
    .where('learner_id', '=', learnerId)
    .execute()
  return rows.map(degreeOf)
}

/** Answers only those that were not there: the primary key lets each learner in once. */
export async function insertDegrees(
  tx: Tx,
  institutionId: string,
  degrees: readonly Pick<Degree, 'pathwayId' | 'learnerId' | 'version' | 'state' | 'parts' | 'awardOn'>[],
  at: Instant,
): Promise<Set<string>> {
  if (degrees.length === 0) return new Set()
  const inserted = await tx
    .insertInto('pathway_degrees')
    .values(
      degrees.map((degree) => ({
        institution_id: institutionId,
        pathway_id: degree.pathwayId,
        learner_id: degree.learnerId,
        version: degree.version,
        state: degree.state,
        parts: [...degree.parts],
        award_on: degree.awardOn,
        completed_at: at,
      })),
    )
    .onConflict((conflict) => conflict.columns(['institution_id', 'pathway_id', 'learner_id']).doNothing())
    .returning('learner_id')
    .execute()
  return new Set(inserted.map((row) => row.learner_id))
}

export type DegreeChange = {
  readonly state?: DegreeState
  readonly awardId?: string | null
  readonly parts?: readonly string[]
  readonly note?: string | null
  readonly decidedBy?: string
  readonly decidedAt?: Instant
  readonly flaggedAt?: Instant | null
}

export async function saveDegree(
  tx: Tx,
  institutionId: string,
  { pathwayId, learnerId }: Pick<Degree, 'pathwayId' | 'learnerId'>,
  change: DegreeChange,
): Promise<void> {
  await tx
    .updateTable('pathway_degrees')
    .set({
      ...(change.state !== undefined && { state: change.state }),
      ...(change.awardId !== undefined && { award_id: change.awardId }),
      ...(change.parts !== undefined && { parts: [...change.parts] }),
      ...(change.note !== undefined && { note: change.note }),
      ...(change.decidedBy !== undefined && { decided_by: change.decidedBy }),
      ...(change.decidedAt !== undefined && { decided_at: change.decidedAt }),
      ...(change.flaggedAt !== undefined && { flagged_at: change.flaggedAt }),
    })
    .where('institution_id', '=', institutionId)
    .where('pathway_id', '=', pathwayId)
    .where('learner_id', '=', learnerId)
    .execute()
}

/** Each with the award that now stands for it, in one statement. */
export async function saveAwarded(
  tx: Tx,
  institutionId: string,
  awarded: readonly (Pick<Degree, 'pathwayId' | 'learnerId' | 'parts'> & { readonly awardId: string })[],
): Promise<void> {
  if (awarded.length === 0) return
  await sql`
    UPDATE pathway_degrees d SET state = 'awarded', award_id = a."awardId", parts = a.parts
    FROM jsonb_to_recordset(${JSON.stringify(awarded)}::jsonb)
      AS a("pathwayId" uuid, "learnerId" uuid, "awardId" uuid, parts uuid[])
    WHERE d.institution_id = ${institutionId} AND d.pathway_id = a."pathwayId" AND d.learner_id = a."learnerId"`.execute(
    tx,
  )
}

/** What was never awarded leaves no trace when its parts no longer carry it. */
export async function removeDegree(
  tx: Tx,
  institutionId: string,
  { pathwayId, learnerId }: Pick<Degree, 'pathwayId' | 'learnerId'>,
): Promise<void> {
  await tx
    .deleteFrom('pathway_degrees')
    .where('institution_id', '=', institutionId)
    .where('pathway_id', '=', pathwayId)
    .where('learner_id', '=', learnerId)
    .where('state', 'in', ['review', 'waiting'])
    .execute()
}

/** Awards that were decided and then not signed; answers whose micro-degrees are gone. */
export async function removeWithheld(
  tx: Tx,
  institutionId: string,
  awardIds: readonly string[],
): Promise<Pick<Degree, 'pathwayId' | 'learnerId'>[]> {
  const gone = await sql<{ pathwayId: string; learnerId: string }>`DELETE FROM pathway_degrees d USING awards a
    WHERE d.institution_id = ${institutionId} AND d.award_id = ANY(${[...awardIds]}::uuid[])
      AND a.institution_id = d.institution_id AND a.id = d.award_id AND a.state = 'failed'
    RETURNING d.pathway_id AS "pathwayId", d.learner_id AS "learnerId"`.execute(tx)
  return gone.rows
}

/** Degrees that count the award among their parts, or are that award. */
export async function listDegreesWith(tx: Tx, institutionId: string, awardId: string): Promise<Degree[]> {
  const found = await sql<DegreeRow>`SELECT * FROM pathway_degrees WHERE institution_id = ${institutionId}
    AND (parts @> ARRAY[${awardId}]::uuid[] OR award_id = ${awardId}) ORDER BY pathway_id, learner_id FOR UPDATE`.execute(
    tx,
  )
  return found.rows.map(degreeOf)
}

export type DegreeSearch = {
  readonly state?: DegreeState | undefined
  readonly isFlagged?: boolean
  readonly startingAfter?: string | undefined
  readonly limit: number
}

/** Ordered by learner id; one more than `limit` when there are more. */
export async function listDegrees(
  tx: Tx,
  institutionId: string,
  pathwayId: string,
  { state, isFlagged, startingAfter, limit }: DegreeSearch,
): Promise<Degree[]> {
  const rows = await tx
    .selectFrom('pathway_degrees')
    .select(COLUMNS)
    .where('institution_id', '=', institutionId)
    .where('pathway_id', '=', pathwayId)
    .$if(state !== undefined, (query) => query.where('state', '=', state!))
    .$if(isFlagged === true, (query) => query.where('flagged_at', 'is not', null))
    .$if(startingAfter !== undefined, (query) => query.where('learner_id', '>', startingAfter!))
    .orderBy('learner_id')
    .limit(limit + 1)
    .execute()
  return rows.map(degreeOf)
}

/** Whose date has come, in every institution: for the operator's role only. */
export async function listDue(
  tx: Tx,
  day: string,
  limit: number,
): Promise<{ institutionId: string; learnerId: string }[]> {
  const found = await sql<{ institutionId: string; learnerId: string }>`
    SELECT institution_id AS "institutionId", learner_id AS "learnerId" FROM pathway_degrees
    WHERE state = 'waiting' AND award_on <= ${day} ORDER BY institution_id, learner_id LIMIT ${limit}`.execute(tx)
  return found.rows
}

/** The public ids of the credentials. */
export async function publicIdsOf(
  tx: Tx,
  institutionId: string,
  awardIds: readonly string[],
): Promise<Map<string, string>> {
  const found = await sql<{ id: string; public_id: string }>`SELECT id, public_id FROM awards
    WHERE institution_id = ${institutionId} AND id = ANY(${[...awardIds]}::uuid[])`.execute(tx)
  return new Map(found.rows.map((row) => [row.id, row.public_id]))
}

/** The newest award of the achievement that is not revoked or failed, by learner. */
export async function awardsOfAchievement(
  tx: Tx,
  institutionId: string,
  achievementId: string,
  learnerIds: readonly string[],
): Promise<Map<string, string>> {
  const found = await sql<{ learner_id: string; id: string }>`
    SELECT DISTINCT ON (learner_id) learner_id, id FROM awards WHERE institution_id = ${institutionId}
      AND achievement_id = ${achievementId} AND learner_id = ANY(${[...learnerIds]}::uuid[]) AND state IN ('pending', 'issued', 'suspended')
    ORDER BY learner_id, id DESC`.execute(tx)
  return new Map(found.rows.map((row) => [row.learner_id, row.id]))
}

export async function findDegreeOfAward(tx: Tx, institutionId: string, awardId: string): Promise<Degree | null> {
  const row = await tx
    .selectFrom('pathway_degrees')
    .select(COLUMNS)
    .where('institution_id', '=', institutionId)
    .where('award_id', '=', awardId)
    .executeTakeFirst()
  return row ? degreeOf(row) : null
}

export async function saveRecord(tx: Tx, institutionId: string, awardId: string, record: string): Promise<void> {
  await tx
    .updateTable('pathway_degrees')
    .set({ record })
    .where('institution_id', '=', institutionId)
    .where('award_id', '=', awardId)
    .execute()
}

/** Which of the awards are micro-degrees. */
export async function degreesAmong(tx: Tx, institutionId: string, awardIds: readonly string[]): Promise<string[]> {
  const found = await sql<{ award_id: string }>`SELECT award_id FROM pathway_degrees
    WHERE institution_id = ${institutionId} AND award_id = ANY(${[...awardIds]}::uuid[])`.execute(tx)
  return found.rows.map((row) => row.award_id)
}

/** Micro-degrees whose transcript carries an earlier edition of one of the awards. */
export async function degreesWithFormer(tx: Tx, institutionId: string, awardIds: readonly string[]): Promise<string[]> {
  const found = await sql<{ award_id: string }>`SELECT DISTINCT d.award_id FROM awards a
    JOIN pathway_degrees d ON d.institution_id = a.institution_id AND a.id = ANY(d.parts)
    WHERE a.institution_id = ${institutionId} AND a.id = ANY(${[...awardIds]}::uuid[]) AND a.edition > 1
      AND d.record IS NOT NULL`.execute(tx)
  return found.rows.map((row) => row.award_id)
}

export type DegreePlace = {
  readonly institutionId: string
  readonly pathwayId: string
  readonly learnerId: string
  readonly awardId: string
}

/** Null alike for no micro-degree and one of which any part is not for this viewer. */
export async function findVisibleDegree(
  ports: Ports,
  publicId: string,
  viewer: string | null,
): Promise<DegreePlace | null> {
  const found = await ports.db.lookup((tx) =>
    sql<{ institution_id: string }>`SELECT institution_id FROM visible_degree(${publicId}, ${viewer})`.execute(tx),
  )
  const [place] = found.rows
  if (!place) return null
  return ports.db.tenant(place.institution_id, (tx) => findDegreeByCredential(tx, place.institution_id, publicId))
}

export async function findDegreeByCredential(
  tx: Tx,
  institutionId: string,
  publicId: string,
): Promise<DegreePlace | null> {
  const found = await sql<DegreePlace>`
    SELECT d.institution_id AS "institutionId", d.pathway_id AS "pathwayId", d.learner_id AS "learnerId", a.id AS "awardId"
    FROM awards a JOIN pathway_degrees d ON d.institution_id = a.institution_id AND d.award_id = a.id
    WHERE a.institution_id = ${institutionId} AND a.public_id = ${publicId}`.execute(tx)
  return found.rows[0] ?? null
}

export async function findRecord(tx: Tx, { institutionId, pathwayId, learnerId }: DegreePlace): Promise<string | null> {
  const row = await tx
    .selectFrom('pathway_degrees')
    .select('record')
    .where('institution_id', '=', institutionId)
    .where('pathway_id', '=', pathwayId)
    .where('learner_id', '=', learnerId)
    .executeTakeFirst()
  return row?.record ?? null
}

/** Null alike for no micro-degree, one without a transcript yet, and one of which any part is not for this viewer. */
export async function findVisibleRecord(ports: Ports, publicId: string, viewer: string | null): Promise<string | null> {
  const place = await findVisibleDegree(ports, publicId, viewer)
  return place && ports.db.tenant(place.institutionId, (tx) => findRecord(tx, place))
}
