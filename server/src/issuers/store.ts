/** The SQL of institutions. */
import type { BrandFont } from '@kolleges/api'
import { type Selectable, sql } from 'kysely'
import type { Instant, Tx } from '../platform/ports.ts'
import type { BrandKitsTable, InstitutionsTable } from '../platform/schema.ts'
import type { BrandKit } from './brand-kit.ts'
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
  if (!saved) return false
  await saveFolds(tx, institution.id, folds)
  const { id: institution_id, name, createdAt: at } = institution
  const dates = { created_at: at, updated_at: at }
  const kit = { institution_id, name: name.ko, is_default: true, ...looksOf(institution), ...dates }
  await tx.insertInto('brand_kits').values(kit).execute()
  return true
}

export async function saveInstitution(tx: Tx, institution: Institution, folds: string[], at: Instant): Promise<void> {
  await tx
    .updateTable('institutions')
    .set({ ...columnsOf(institution), updated_at: at })
    .where('id', '=', institution.id)
    .execute()
  await saveFolds(tx, institution.id, folds)
  await tx
    .updateTable('brand_kits')
    .set({ ...looksOf(institution), updated_at: at })
    .where('institution_id', '=', institution.id)
    .where('is_default', '=', true)
    .execute()
}

/** What the institution and its default kit both hold. */
const looksOf = (institution: Institution) => ({
  primary_color: institution.primaryColor,
  accent_color: institution.accentColor,
  head_title_ko: institution.headTitle ?? '',
  logo_key: institution.logoKey,
  seal_key: institution.sealKey,
})

export async function listBrandKits(tx: Tx, institutionId: string): Promise<BrandKit[]> {
  const rows = await tx
    .selectFrom('brand_kits')
    .selectAll()
    .where('institution_id', '=', institutionId)
    .where('removed_at', 'is', null)
    .orderBy('is_default', 'desc')
    .orderBy('name')
    .orderBy('id')
    .execute()
  return rows.map(kitOf)
}

/** Kits that were put away are found as well: designs made with them still name them. */
export async function findBrandKit(tx: Tx, institutionId: string, id: string): Promise<BrandKit | null> {
  const row = await tx
    .selectFrom('brand_kits')
    .selectAll()
    .where('institution_id', '=', institutionId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row ? kitOf(row) : null
}

export async function loadDefaultKit(tx: Tx, institutionId: string): Promise<BrandKit> {
  const row = await tx
    .selectFrom('brand_kits')
    .selectAll()
    .where('institution_id', '=', institutionId)
    .where('is_default', '=', true)
    .executeTakeFirstOrThrow()
  return kitOf(row)
}

export async function saveNewBrandKit(tx: Tx, institutionId: string, kit: BrandKit): Promise<void> {
  const values = { ...kitColumnsOf(kit), institution_id: institutionId, id: kit.id, created_at: kit.updatedAt }
  await tx.insertInto('brand_kits').values(values).execute()
}

/** The institution's row follows its default kit. */
export async function saveBrandKit(tx: Tx, institutionId: string, kit: BrandKit): Promise<void> {
  const columns = kitColumnsOf(kit)
  await tx
    .updateTable('brand_kits')
    .set(columns)
    .where('institution_id', '=', institutionId)
    .where('id', '=', kit.id)
    .execute()
  if (!kit.isDefault) return
  const { primary_color, accent_color, logo_key, seal_key, updated_at } = columns
  const head_title = kit.head.title.ko || null
  await tx
    .updateTable('institutions')
    .set({ primary_color, accent_color, logo_key, seal_key, head_title, updated_at })
    .where('id', '=', institutionId)
    .execute()
}

export async function putBrandKitAway(tx: Tx, institutionId: string, id: string, at: Instant): Promise<void> {
  await tx
    .updateTable('brand_kits')
    .set({ removed_at: at })
    .where('institution_id', '=', institutionId)
    .where('id', '=', id)
    .execute()
}

const kitColumnsOf = (kit: BrandKit) => ({
  name: kit.name,
  is_default: kit.isDefault,
  primary_color: kit.primary,
  accent_color: kit.accent,
  title_font: kit.fonts.title,
  body_font: kit.fonts.body,
  head_title_ko: kit.head.title.ko,
  head_title_en: kit.head.title.en,
  head_name_ko: kit.head.name.ko,
  head_name_en: kit.head.name.en,
  badge_template: kit.badge.template,
  badge_levels: kit.badge.levels,
  logo_key: kit.pictureKeys.logo,
  symbol_key: kit.pictureKeys.symbol,
  seal_key: kit.pictureKeys.seal,
  signature_key: kit.pictureKeys.signature,
  updated_at: kit.updatedAt,
})

const kitOf = (row: Selectable<BrandKitsTable>): BrandKit => ({
  id: row.id,
  name: row.name,
  isDefault: row.is_default,
  isRemoved: row.removed_at !== null,
  primary: row.primary_color,
  accent: row.accent_color,
  fonts: { title: row.title_font as BrandFont, body: row.body_font as BrandFont },
  head: {
    title: { ko: row.head_title_ko, en: row.head_title_en },
    name: { ko: row.head_name_ko, en: row.head_name_en },
  },
  badge: { template: row.badge_template, levels: row.badge_levels },
  pictureKeys: { logo: row.logo_key, symbol: row.symbol_key, seal: row.seal_key, signature: row.signature_key },
  updatedAt: row.updated_at,
})

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
