/** All SQL of design documents and their history. */
import { type DesignDocument, parseDocument, printDocument } from '@kolleges/design'
import { sql } from 'kysely'
import type { Instant, Tx } from '../../platform/ports.ts'
import type { DesignKind, DesignState, DesignVersion, StudioDesign } from './design.ts'

export type NewDesign = {
  readonly id: string
  readonly kind: DesignKind
  readonly name: string
  readonly document: DesignDocument
  readonly template: string | null
  readonly brandKit: string | null
  readonly at: Instant
}

export async function insertDesign(tx: Tx, institutionId: string, design: NewDesign): Promise<void> {
  await tx
    .insertInto('designs')
    .values({
      institution_id: institutionId,
      id: design.id,
      kind: design.kind,
      name: design.name,
      document: printDocument(design.document),
      template: design.template,
      brand_kit_id: design.brandKit,
      created_at: design.at,
      updated_at: design.at,
    })
    .execute()
}

type DesignRow = {
  id: string
  kind: DesignKind
  name: string
  document: string
  template: string | null
  brand_kit_id: string | null
  published_version: number | null
  has_unpublished_changes: boolean
  revision: number
  used_by: { id: string; name: string }[]
  created_at: Instant
  updated_at: Instant
}

/** Who uses a design is written with the achievements; both the draft and the newest version count. */
const SELECT_DESIGNS = sql`
  SELECT d.id, d.kind, d.name, d.document, d.template, d.brand_kit_id, d.published_version, d.revision, d.created_at, d.updated_at,
    (s.document IS DISTINCT FROM d.document OR s.brand_kit_id IS DISTINCT FROM d.brand_kit_id) AS has_unpublished_changes,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'name', a.draft ->> 'name') ORDER BY a.created_at), '[]')
      FROM achievements a LEFT JOIN achievement_versions v
        ON v.institution_id = a.institution_id AND v.achievement_id = a.id AND v.version = a.published_version
      WHERE a.institution_id = d.institution_id AND d.id::text IN (
        a.draft_certification -> 'certificate' ->> 'design', a.draft_certification ->> 'badge',
        v.certification -> 'certificate' ->> 'design', v.certification ->> 'badge')) AS used_by
  FROM designs d
  LEFT JOIN design_states s ON s.institution_id = d.institution_id AND s.design_id = d.id AND s.version = d.published_version`

export async function findDesign(tx: Tx, institutionId: string, id: string): Promise<StudioDesign | null> {
  const found = await sql<DesignRow>`${SELECT_DESIGNS}
    WHERE d.institution_id = ${institutionId} AND d.id = ${id} AND d.archived_at IS NULL`.execute(tx)
  return found.rows[0] ? designOf(found.rows[0]) : null
}

/** Others who want to change it wait until this transaction ends. */
export async function findDesignForUpdate(tx: Tx, institutionId: string, id: string): Promise<StudioDesign | null> {
  await tx
    .selectFrom('designs')
    .select('id')
    .where('institution_id', '=', institutionId)
    .where('id', '=', id)
    .forUpdate()
    .execute()
  return findDesign(tx, institutionId, id)
}

export type DesignSearch = {
  readonly kind: DesignKind | undefined
  readonly words: string | undefined
  readonly startingAfter: string | undefined
  readonly limit: number
}

/** Newest changed first; one more than `limit` when there are more. */
export async function listDesigns(
  tx: Tx,
  institutionId: string,
  { kind, words, startingAfter, limit }: DesignSearch,
): Promise<StudioDesign[]> {
  const pattern = words ? `%${words.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%` : null
  const found = await sql<DesignRow>`${SELECT_DESIGNS}
    WHERE d.institution_id = ${institutionId} AND d.archived_at IS NULL
      AND (${kind ?? null}::text IS NULL OR d.kind = ${kind ?? null})
      AND (${pattern}::text IS NULL OR d.name ILIKE ${pattern})
      AND (${startingAfter ?? null}::uuid IS NULL OR (d.updated_at, d.id) <
        (SELECT updated_at, id FROM designs WHERE institution_id = ${institutionId} AND id = ${startingAfter ?? null}))
    ORDER BY d.updated_at DESC, d.id DESC LIMIT ${limit + 1}`.execute(tx)
  return found.rows.map(designOf)
}

const designOf = (row: DesignRow): StudioDesign => ({
  id: row.id,
  kind: row.kind,
  name: row.name,
  document: documentOf(row.document),
  template: row.template,
  brandKit: row.brand_kit_id,
  publishedVersion: row.published_version,
  hasUnpublishedChanges: row.has_unpublished_changes,
  revision: row.revision,
  usedBy: row.used_by,
  createdAt: row.created_at,
  updatedAt: row.updated_at,
})

/** What was stored under an older version of the format is raised here. */
function documentOf(text: string): DesignDocument {
  const parsed = parseDocument(JSON.parse(text))
  if (parsed.outcome === 'refused') throw new Error('a stored document does not parse')
  return parsed.document
}

export type DesignDraft = {
  readonly name: string
  readonly document: DesignDocument
  readonly brandKit: string | null
  readonly at: Instant
}

export async function saveDraft(tx: Tx, institutionId: string, id: string, draft: DesignDraft): Promise<void> {
  await tx
    .updateTable('designs')
    .set((column) => ({
      name: draft.name,
      document: printDocument(draft.document),
      brand_kit_id: draft.brandKit,
      revision: column('revision', '+', 1),
      updated_at: draft.at,
    }))
    .where('institution_id', '=', institutionId)
    .where('id', '=', id)
    .execute()
}

export async function archiveDesign(tx: Tx, institutionId: string, id: string, at: Instant): Promise<void> {
  await tx
    .updateTable('designs')
    .set({ archived_at: at })
    .where('institution_id', '=', institutionId)
    .where('id', '=', id)
    .execute()
}

export type NewState = DesignState & {
  readonly designId: string
  readonly document: DesignDocument
  readonly brandKit: string | null
}

export async function insertState(tx: Tx, institutionId: string, state: NewState): Promise<void> {
  await tx
    .insertInto('design_states')
    .values({
      institution_id: institutionId,
      design_id: state.designId,
      id: state.id,
      kind: state.kind,
      version: state.version,
      document: printDocument(state.document),
      brand_kit_id: state.brandKit,
      at: state.at,
      by: state.by,
    })
    .execute()
}

export async function markPublished(tx: Tx, institutionId: string, id: string, version: number): Promise<void> {
  await tx
    .updateTable('designs')
    .set({ published_version: version })
    .where('institution_id', '=', institutionId)
    .where('id', '=', id)
    .execute()
}

/** Newest first. */
export async function listStates(
  tx: Tx,
  institutionId: string,
  designId: string,
  limit: number,
): Promise<DesignState[]> {
  const rows = await tx
    .selectFrom('design_states')
    .select(['id', 'kind', 'version', 'at', 'by'])
    .where('institution_id', '=', institutionId)
    .where('design_id', '=', designId)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  return rows.map((row) => ({ ...row, kind: row.kind as DesignState['kind'] }))
}

export type FullState = DesignState & { readonly document: DesignDocument; readonly brandKit: string | null }

export async function findState(
  tx: Tx,
  institutionId: string,
  designId: string,
  stateId: string,
): Promise<FullState | null> {
  const row = await tx
    .selectFrom('design_states')
    .selectAll()
    .where('institution_id', '=', institutionId)
    .where('design_id', '=', designId)
    .where('id', '=', stateId)
    .executeTakeFirst()
  if (!row) return null
  const { id, version, at, by } = row
  const kind = row.kind as DesignState['kind']
  return { id, kind, version, at, by, document: documentOf(row.document), brandKit: row.brand_kit_id }
}

/** Null for a version that was never published. What was published stays readable when the design was put away. */
export async function findDesignVersion(
  tx: Tx,
  institutionId: string,
  designId: string,
  version: number,
): Promise<DesignVersion | null> {
  const row = await tx
    .selectFrom('design_states')
    .select(['document', 'brand_kit_id'])
    .where('institution_id', '=', institutionId)
    .where('design_id', '=', designId)
    .where('version', '=', version)
    .executeTakeFirst()
  return row ? { designId, version, document: documentOf(row.document), brandKit: row.brand_kit_id } : null
}

/** States saved along the way, beyond the newest `keep`, make room. */
export async function thinOut(tx: Tx, institutionId: string, designId: string, keep: number): Promise<void> {
  await sql`DELETE FROM design_states WHERE institution_id = ${institutionId} AND design_id = ${designId} AND kind = 'saved'
    AND id IN (SELECT id FROM design_states WHERE institution_id = ${institutionId} AND design_id = ${designId}
      AND kind = 'saved' ORDER BY at DESC, id DESC OFFSET ${keep})`.execute(tx)
}
