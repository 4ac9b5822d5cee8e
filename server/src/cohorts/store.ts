/** All SQL of cohorts: everybody on a micro-degree at once. */
import type { Cohort } from '@kolleges/api'
import { sql } from 'kysely'
import type { Instant, Tx } from '../platform/ports.ts'

/** The semester in Korea: March to August is the first of a year, January and February belong to the second of the year before. */
const SEMESTER = sql.raw(`CASE WHEN e.enrolled_at IS NULL THEN NULL
  WHEN extract(month FROM e.enrolled_at AT TIME ZONE 'Asia/Seoul') BETWEEN 3 AND 8
    THEN to_char(e.enrolled_at AT TIME ZONE 'Asia/Seoul', 'YYYY') || '-1'
  ELSE to_char((e.enrolled_at AT TIME ZONE 'Asia/Seoul') - interval '2 months', 'YYYY') || '-2' END`)

/** Newest first. */
export async function listCohorts(tx: Tx, institutionId: string, pathwayId: string): Promise<Cohort[]> {
  const found = await sql<Cohort>`
    SELECT ${SEMESTER} AS semester, e.version,
      count(*) FILTER (WHERE e.state = 'applied') AS applied,
      count(*) FILTER (WHERE e.state = 'enrolled') AS enrolled,
      count(*) FILTER (WHERE e.state = 'refused') AS refused,
      count(*) FILTER (WHERE e.state = 'enrolled' AND p.outcome = 'met') AS met,
      count(*) FILTER (WHERE e.state = 'enrolled' AND p.outcome = 'missing' AND p.missing = 1) AS nearly
    FROM pathway_enrolments e LEFT JOIN pathway_progress p
      ON p.institution_id = e.institution_id AND p.pathway_id = e.pathway_id AND p.learner_id = e.learner_id
    WHERE e.institution_id = ${institutionId} AND e.pathway_id = ${pathwayId}
    GROUP BY 1, 2 ORDER BY 1 DESC NULLS FIRST, 2 DESC`.execute(tx)
  return found.rows
}

export type EnrolledSearch = {
  readonly pathwayId: string
  readonly version?: number | undefined
  readonly semester?: string | undefined
  readonly after?: string | undefined
  readonly limit: number
}

/** In the order of their ids. */
export async function listEnrolled(tx: Tx, institutionId: string, search: EnrolledSearch): Promise<string[]> {
  const { pathwayId, version, semester, after, limit } = search
  const found = await sql<{ id: string }>`SELECT e.learner_id AS id FROM pathway_enrolments e
    WHERE e.institution_id = ${institutionId} AND e.pathway_id = ${pathwayId} AND e.state = 'enrolled'
      AND (${version ?? null}::int IS NULL OR e.version = ${version ?? null}::int)
      AND (${semester ?? null}::text IS NULL OR ${SEMESTER} = ${semester ?? null}::text)
      AND (${after ?? null}::uuid IS NULL OR e.learner_id > ${after ?? null}::uuid)
    ORDER BY e.learner_id LIMIT ${limit}`.execute(tx)
  return found.rows.map(({ id }) => id)
}

export type Nearly = {
  readonly id: string
  readonly name: string
  readonly nameEn: string | null
  readonly email: string
  /** When they were reminded last. */
  readonly toldAt: Instant | null
}

/** Who is one requirement short, as it was reckoned last. */
export async function listNearly(
  tx: Tx,
  institutionId: string,
  { pathwayId, semester, limit }: { pathwayId: string; semester: string | undefined; limit: number },
): Promise<Nearly[]> {
  const found = await sql<Nearly>`
    SELECT l.id, l.name, l.name_en AS "nameEn", l.email, r.sent_at AS "toldAt"
    FROM pathway_enrolments e
    JOIN pathway_progress p ON p.institution_id = e.institution_id AND p.pathway_id = e.pathway_id AND p.learner_id = e.learner_id
    JOIN learners l ON l.institution_id = e.institution_id AND l.id = e.learner_id
    LEFT JOIN pathway_reminders r
      ON r.institution_id = e.institution_id AND r.pathway_id = e.pathway_id AND r.learner_id = e.learner_id
    WHERE e.institution_id = ${institutionId} AND e.pathway_id = ${pathwayId} AND e.state = 'enrolled'
      AND p.outcome = 'missing' AND p.missing = 1
      AND (${semester ?? null}::text IS NULL OR ${SEMESTER} = ${semester ?? null}::text)
    ORDER BY l.name, l.id LIMIT ${limit}`.execute(tx)
  return found.rows
}

/** Answers those who had not been reminded since `before`; two clicks at once remind nobody twice. */
export async function markReminded(
  tx: Tx,
  institutionId: string,
  {
    pathwayId,
    learnerIds,
    before,
    at,
    by,
  }: {
    readonly pathwayId: string
    readonly learnerIds: readonly string[]
    readonly before: Instant
    readonly at: Instant
    readonly by: string
  },
): Promise<Set<string>> {
  const found = await sql<{ id: string }>`
    INSERT INTO pathway_reminders AS r (institution_id, pathway_id, learner_id, sent_at, sent_by)
    SELECT ${institutionId}, ${pathwayId}, id, ${at}, ${by} FROM unnest(${[...learnerIds]}::uuid[]) AS wanted(id)
    ON CONFLICT (institution_id, pathway_id, learner_id) DO UPDATE SET sent_at = EXCLUDED.sent_at, sent_by = EXCLUDED.sent_by
      WHERE r.sent_at <= ${before}
    RETURNING r.learner_id AS id`.execute(tx)
  return new Set(found.rows.map(({ id }) => id))
}

export type Annotated = {
  readonly studentNumber: string | null
  readonly name: string
  readonly nameEn: string | null
  readonly department: string | null
  readonly email: string
  readonly state: string
  readonly version: number
  readonly number: string | null
  readonly awardedAt: Instant | null
  /** `YYYY-MM-DD`, of a batch that is still to come. */
  readonly awardOn: string | null
  readonly credits: number
  readonly parts: readonly string[]
  readonly isFlagged: boolean
}

/** What was awarded, and what waits for its date. */
export async function listAnnotated(
  tx: Tx,
  institutionId: string,
  { pathwayId, date, limit }: { pathwayId: string; date: string | undefined; limit: number },
): Promise<Annotated[]> {
  const found = await sql<Annotated>`
    SELECT l.student_number AS "studentNumber", l.name, l.name_en AS "nameEn", l.department, l.email, d.state, d.version,
      a.number, a.valid_from AS "awardedAt", d.award_on AS "awardOn", p.credits, d.flagged_at IS NOT NULL AS "isFlagged",
      ARRAY(SELECT v.content->>'name' FROM awards part JOIN achievement_versions v ON v.institution_id = part.institution_id
          AND v.achievement_id = part.achievement_id AND v.version = part.achievement_version
        WHERE part.institution_id = d.institution_id AND part.id = ANY (d.parts) ORDER BY part.valid_from, part.id) AS parts
    FROM pathway_degrees d
    JOIN learners l ON l.institution_id = d.institution_id AND l.id = d.learner_id
    JOIN pathway_progress p ON p.institution_id = d.institution_id AND p.pathway_id = d.pathway_id AND p.learner_id = d.learner_id
    LEFT JOIN awards a ON a.institution_id = d.institution_id AND a.id = d.award_id
    WHERE d.institution_id = ${institutionId} AND d.pathway_id = ${pathwayId} AND d.state IN ('awarded', 'waiting')
      AND (${date ?? null}::date IS NULL OR ${date ?? null}::date =
        COALESCE(d.award_on, (a.valid_from AT TIME ZONE 'Asia/Seoul')::date))
    ORDER BY l.student_number NULLS LAST, l.name, l.id LIMIT ${limit}`.execute(tx)
  return found.rows
}
