/** The SQL of institutions. */
import { sql } from 'kysely'
import type { Instant, Tx } from '../platform/ports.ts'
import type { InstitutionsTable } from '../platform/schema.ts'
import type { Institution } from './institution.ts'

type Row = { [Column in keyof InstitutionsTable]: unknown }

/** Throws when the institution of the transaction is not there. */
export async function loadInstitution(tx: Tx, id: string): Promise<Institution> {
  const row = await tx.selectFrom('institutions').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  return institutionOf(row)
}

/** False when the slug is taken. */
export async function saveNewInstitution(tx: Tx, institution: Institution, folds: string[]): Promise<boolean> {
  const saved = await tx
    .insertInto('institutions')
    .values({ ...columnsOf(institution), created_at: institution.createdAt, updated_at: institution.createdAt })
    .onConflict((conflict) => conflict.column('slug').doNothing())
    .returning('id')
    .executeTakeFirst()
  if (saved) await saveFolds(tx, institution.id, folds)
  return saved !== undefined
}

export async function saveInstitution(tx: Tx, institution: Institution, folds: string[], at: Instant): Promise<void> {
  await tx
    .updateTable('institutions')
    .set({ ...columnsOf(institution), updated_at: at })
    .where('id', '=', institution.id)
    .execute()
  await saveFolds(tx, institution.id, folds)
}

const saveFolds = (tx: Tx, id: string, folds: string[]) =>
  tx.updateTable('institutions').set({ name_folds: folds }).where('id', '=', id).execute()

/** Names are compared and taken one institution at a time, or two could take the same one at once. */
export async function lockNames(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('institution names', 0))`.execute(tx)
}

export async function isNameTaken(tx: Tx, folds: readonly string[], besides: string): Promise<boolean> {
  const { rows } = await sql<{ taken: boolean }>`
    select institution_name_is_taken(${sql.val(folds)}::text[], ${besides}::uuid) as taken`.execute(tx)
  return rows[0]?.taken ?? false
}

export async function findIdBySlug(tx: Tx, slug: string): Promise<string | null> {
  const { rows } = await sql<{ id: string | null }>`select institution_by_slug(${slug}) as id`.execute(tx)
  return rows[0]?.id ?? null
}

export async function anyInstitution(tx: Tx): Promise<boolean> {
  const { rows } = await sql<{ any: boolean }>`select any_institution() as any`.execute(tx)
  return rows[0]?.any ?? false
}

/** In an operator's transaction: gives every institution the name that fits the server's address. */
export async function alignDidsTo(tx: Tx, prefix: string): Promise<void> {
  await tx
    .updateTable('institutions')
    .set({ did: sql<string>`${prefix} || slug` })
    .where(sql<boolean>`did is distinct from ${prefix} || slug`)
    .execute()
}

const columnsOf = (institution: Institution) => ({
  id: institution.id,
  slug: institution.slug,
  did: institution.did,
  name_ko: institution.name.ko,
  name_en: institution.name.en,
  kind: institution.kind,
  standing: institution.standing,
  primary_color: institution.primaryColor,
  accent_color: institution.accentColor,
  website: institution.website,
  contact_email: institution.contactEmail,
  head_title: institution.headTitle,
  default_language: institution.language,
  logo_key: institution.logoKey,
  seal_key: institution.sealKey,
  confirmed_at: institution.confirmedAt,
})

const institutionOf = (row: Row): Institution =>
  ({
    id: row.id,
    slug: row.slug,
    did: row.did,
    name: { ko: row.name_ko, en: row.name_en },
    kind: row.kind,
    standing: row.standing,
    primaryColor: row.primary_color,
    accentColor: row.accent_color,
    website: row.website,
    contactEmail: row.contact_email,
    headTitle: row.head_title,
    language: row.default_language,
    logoKey: row.logo_key,
    sealKey: row.seal_key,
    createdAt: row.created_at,
    confirmedAt: row.confirmed_at,
  }) as Institution
