/** All SQL of the achievements slice. */
import type { AchievementContent } from '@kolleges/api'
import type { BadgeDesign } from '@kolleges/design'
import { sql } from 'kysely'
import type { Instant, Ports, Tx } from '../platform/ports.ts'
import type { Achievement, AchievementVersion, State } from './achievement.ts'
import type { Certification } from './certification.ts'

export type NewAchievementRow = {
  readonly id: string
  readonly content: AchievementContent
  readonly design: BadgeDesign
  readonly certification: Certification
  readonly at: Instant
}

export async function insertAchievement(tx: Tx, institutionId: string, row: NewAchievementRow): Promise<void> {
  await tx
    .insertInto('achievements')
    .values({
      institution_id: institutionId,
      id: row.id,
      state: 'draft',
      draft: JSON.stringify(row.content),
      draft_design: JSON.stringify(row.design),
      draft_certification: JSON.stringify(row.certification),
      created_at: row.at,
      updated_at: row.at,
    })
    .execute()
}

export async function deleteAchievement(tx: Tx, institutionId: string, id: string): Promise<void> {
  await tx.deleteFrom('achievements').where('institution_id', '=', institutionId).where('id', '=', id).execute()
}

type AchievementRow = {
  id: string
  state: State
  draft: AchievementContent
  draft_design: BadgeDesign
  draft_certification: Certification
  certificate_version: number | null
  published_version: number | null
  revision: number
  created_at: Instant
  updated_at: Instant
  has_unpublished_changes: boolean
  issued_count: number
}

/** A newer version of its certificate's or its badge's design is a change that waits to be published too. */
const SELECT_ACHIEVEMENTS = sql`
  SELECT a.id, a.state, a.draft, a.draft_design, a.draft_certification, a.published_version, a.revision, a.created_at,
    a.updated_at, v.certificate_version,
    (v.content IS DISTINCT FROM a.draft OR d.design IS DISTINCT FROM a.draft_design
      OR v.certification IS DISTINCT FROM a.draft_certification
      OR v.certificate_version IS DISTINCT FROM (SELECT g.published_version FROM designs g
        WHERE g.institution_id = a.institution_id AND g.id = (a.draft_certification -> 'certificate' ->> 'design')::uuid)
      OR v.badge_version IS DISTINCT FROM (SELECT g.published_version FROM designs g
        WHERE g.institution_id = a.institution_id AND g.id = (a.draft_certification ->> 'badge')::uuid)
    ) AS has_unpublished_changes,
    (SELECT count(*) FROM awards w WHERE w.institution_id = a.institution_id AND w.achievement_id = a.id
       AND w.issued_at IS NOT NULL) AS issued_count
  FROM achievements a
  LEFT JOIN achievement_versions v ON v.institution_id = a.institution_id AND v.achievement_id = a.id AND v.version = a.published_version
  LEFT JOIN badge_designs d ON d.institution_id = v.institution_id AND d.id = v.design_id`

export async function findAchievement(tx: Tx, institutionId: string, id: string): Promise<Achievement | null> {
  const found =
    await sql<AchievementRow>`${SELECT_ACHIEVEMENTS} WHERE a.institution_id = ${institutionId} AND a.id = ${id}`.execute(
      tx,
    )
  return found.rows[0] ? achievementOf(found.rows[0]) : null
}

/** Others who want to change it wait until this transaction ends. */
export async function findAchievementForUpdate(tx: Tx, institutionId: string, id: string): Promise<Achievement | null> {
  await tx
    .selectFrom('achievements')
    .select('id')
    .where('institution_id', '=', institutionId)
    .where('id', '=', id)
    .forUpdate()
    .execute()
  return findAchievement(tx, institutionId, id)
}

export type AchievementSearch = {
  readonly state: State | undefined
  readonly startingAfter: string | undefined
  readonly limit: number
}

/** Newest first; answers one more than `limit` when there are more. */
export async function listAchievements(
  tx: Tx,
  institutionId: string,
  { state, startingAfter, limit }: AchievementSearch,
): Promise<Achievement[]> {
  const found = await sql<AchievementRow>`${SELECT_ACHIEVEMENTS}
    WHERE a.institution_id = ${institutionId}
      AND (${state ?? null}::text IS NULL OR a.state = ${state ?? null})
      AND (${startingAfter ?? null}::uuid IS NULL OR (a.created_at, a.id) <
        (SELECT created_at, id FROM achievements WHERE institution_id = ${institutionId} AND id = ${startingAfter ?? null}))
    ORDER BY a.created_at DESC, a.id DESC LIMIT ${limit + 1}`.execute(tx)
  return found.rows.map(achievementOf)
}

const achievementOf = (row: AchievementRow): Achievement => ({
  id: row.id,
  state: row.state,
  content: row.draft,
  design: row.draft_design,
  certification: row.draft_certification,
  certificateVersion: row.certificate_version,
  publishedVersion: row.published_version,
  hasUnpublishedChanges: row.has_unpublished_changes,
  revision: row.revision,
  issuedCount: row.issued_count,
  createdAt: row.created_at,
  updatedAt: row.updated_at,
})

export async function saveDraft(
  tx: Tx,
  institutionId: string,
  id: string,
  draft: Omit<NewAchievementRow, 'id'>,
): Promise<void> {
  await tx
    .updateTable('achievements')
    .set((column) => ({
      draft: JSON.stringify(draft.content),
      draft_design: JSON.stringify(draft.design),
      draft_certification: JSON.stringify(draft.certification),
      revision: column('revision', '+', 1),
      updated_at: draft.at,
    }))
    .where('institution_id', '=', institutionId)
    .where('id', '=', id)
    .execute()
}

export async function saveState(tx: Tx, institutionId: string, id: string, state: State, at: Instant): Promise<void> {
  await tx
    .updateTable('achievements')
    .set({ state, updated_at: at })
    .where('institution_id', '=', institutionId)
    .where('id', '=', id)
    .execute()
}

export async function saveVersion(
  tx: Tx,
  institutionId: string,
  { id, version, content, designId, certification, certificateVersion, badgeVersion, publishedAt }: AchievementVersion,
): Promise<void> {
  await tx
    .insertInto('achievement_versions')
    .values({
      institution_id: institutionId,
      achievement_id: id,
      version,
      content: JSON.stringify(content),
      design_id: designId,
      certification: JSON.stringify(certification),
      certificate_version: certificateVersion,
      badge_version: badgeVersion,
      published_at: publishedAt,
    })
    .execute()
  await tx
    .updateTable('achievements')
    .set({ state: 'published', published_version: version, updated_at: publishedAt })
    .where('institution_id', '=', institutionId)
    .where('id', '=', id)
    .execute()
}

/** Throws when there is no such version. */
export async function loadAchievementVersion(
  tx: Tx,
  institutionId: string,
  id: string,
  version: number,
): Promise<AchievementVersion> {
  const found = await findAchievementVersion(tx, institutionId, id, version)
  if (!found) throw new Error(`Achievement ${id} has no version ${version}.`)
  return found
}

export async function findAchievementVersion(
  tx: Tx,
  institutionId: string,
  id: string,
  version: number,
): Promise<AchievementVersion | null> {
  const row = await tx
    .selectFrom('achievement_versions')
    .selectAll()
    .where('institution_id', '=', institutionId)
    .where('achievement_id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  if (!row) return null
  return {
    ...{ id, version, content: row.content as AchievementContent, designId: row.design_id },
    certification: row.certification as Certification,
    certificateVersion: row.certificate_version,
    badgeVersion: row.badge_version,
    publishedAt: row.published_at,
  }
}

export type CurrentAchievement =
  | { readonly state: 'draft'; readonly version: null; readonly content: null; readonly designId: null }
  | (AchievementVersion & { readonly state: 'published' | 'retired' })

/** The newest published version, which is the one to award; a draft has none. */
export async function findCurrentAchievement(
  tx: Tx,
  institutionId: string,
  id: string,
): Promise<CurrentAchievement | null> {
  const row = await tx
    .selectFrom('achievements')
    .select(['state', 'published_version'])
    .where('institution_id', '=', institutionId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) return null
  if (row.published_version === null) return { state: 'draft', version: null, content: null, designId: null }
  const current = await loadAchievementVersion(tx, institutionId, id, row.published_version)
  return { ...current, state: row.state as 'published' | 'retired' }
}

/** Which institution an achievement belongs to, for pages without a session. */
export const findInstitutionIdOfAchievement = (ports: Ports, id: string): Promise<string | null> =>
  ports.db.lookup(async (tx) => {
    const found = await sql<{ id: string | null }>`SELECT institution_by_achievement(${id}) AS id`.execute(tx)
    return found.rows[0]?.id ?? null
  })
