/** The SQL of a learner's own side: what can be earned, what they applied for, whether others see their progress. */
import { sql } from 'kysely'
import type { Instant, Tx } from '../../platform/ports.ts'

/** Achievements that are awarded today: published and not retired. */
export async function listOffered(tx: Tx, institutionId: string): Promise<Set<string>> {
  const found = await sql<{ id: string }>`SELECT id FROM achievements
    WHERE institution_id = ${institutionId} AND state = 'published'`.execute(tx)
  return new Set(found.rows.map((row) => row.id))
}

export type StageApplication = {
  readonly pathwayId: string
  readonly learnerId: string
  readonly stage: string
  readonly appliedAt: Instant
}

export async function listStageApplications(
  tx: Tx,
  institutionId: string,
  learnerIds: readonly string[],
): Promise<StageApplication[]> {
  const found = await sql<StageApplication>`
    SELECT pathway_id AS "pathwayId", learner_id AS "learnerId", stage, applied_at AS "appliedAt" FROM pathway_applications
    WHERE institution_id = ${institutionId} AND learner_id = ANY(${[...learnerIds]}::uuid[])`.execute(tx)
  return found.rows
}

/** Those of one pathway that nobody has decided about since. */
export async function listOpenApplications(
  tx: Tx,
  institutionId: string,
  pathwayId: string,
  learnerIds: readonly string[],
): Promise<StageApplication[]> {
  const found = await sql<StageApplication>`
    SELECT a.pathway_id AS "pathwayId", a.learner_id AS "learnerId", a.stage, a.applied_at AS "appliedAt"
    FROM pathway_applications a JOIN pathway_enrolments e USING (institution_id, pathway_id, learner_id)
    WHERE a.institution_id = ${institutionId} AND a.pathway_id = ${pathwayId} AND a.learner_id = ANY(${[...learnerIds]}::uuid[])
      AND NOT EXISTS (SELECT FROM jsonb_array_elements(e.decisions) d
        WHERE d->>'stage' = a.stage AND (d->>'at')::timestamptz >= a.applied_at)
    ORDER BY a.applied_at`.execute(tx)
  return found.rows
}

/** A new application takes the place of one that was decided. */
export async function saveStageApplication(
  tx: Tx,
  institutionId: string,
  { pathwayId, learnerId, stage, appliedAt }: StageApplication,
): Promise<void> {
  await sql`INSERT INTO pathway_applications (institution_id, pathway_id, learner_id, stage, applied_at)
    VALUES (${institutionId}, ${pathwayId}, ${learnerId}, ${stage}, ${appliedAt})
    ON CONFLICT (institution_id, pathway_id, learner_id, stage) DO UPDATE SET applied_at = EXCLUDED.applied_at`.execute(
    tx,
  )
}

/** Pathways whose progress the learner lets others see. */
export async function listShown(tx: Tx, institutionId: string, learnerId: string): Promise<Set<string>> {
  const found = await sql<{ id: string }>`SELECT pathway_id AS id FROM pathway_enrolments
    WHERE institution_id = ${institutionId} AND learner_id = ${learnerId} AND progress_shown`.execute(tx)
  return new Set(found.rows.map((row) => row.id))
}

/** False when the learner takes no part yet. */
export async function saveShown(
  tx: Tx,
  institutionId: string,
  { pathwayId, learnerId, isShown }: { pathwayId: string; learnerId: string; isShown: boolean },
): Promise<boolean> {
  const found = await sql`UPDATE pathway_enrolments SET progress_shown = ${isShown}
    WHERE institution_id = ${institutionId} AND pathway_id = ${pathwayId} AND learner_id = ${learnerId}
    RETURNING 1`.execute(tx)
  return found.rows.length > 0
}

/** Awards of a learner that anybody with their links may see. */
export async function listSeenAwards(tx: Tx, institutionId: string, learnerId: string): Promise<Set<string>> {
  const found = await sql<{ id: string }>`SELECT id FROM awards WHERE institution_id = ${institutionId}
    AND learner_id = ${learnerId} AND state = 'issued' AND visibility <> 'private' AND declined_at IS NULL`.execute(tx)
  return new Set(found.rows.map((row) => row.id))
}
