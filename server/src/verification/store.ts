/** All SQL of verification: who may see what, and how often somebody asked. */
import { sql } from 'kysely'
import type { Instant, Ports, Tx } from '../platform/ports.ts'

/** Where an award is to be found. */
export type Place = { readonly institutionId: string; readonly publicId: string }

/** Null unless `viewer` (an address, or null for anybody) may see it. */
export async function findVisible(tx: Tx, publicId: string, viewer: string | null): Promise<Place | null> {
  const found = await sql<Place>`
    SELECT institution_id AS "institutionId", public_id AS "publicId" FROM visible_award(${publicId}, ${viewer})`.execute(
    tx,
  )
  return found.rows[0] ?? null
}

export async function findVisibleOfNumber(tx: Tx, number: string, viewer: string | null): Promise<Place | null> {
  const found = await sql<Place>`
    SELECT institution_id AS "institutionId", public_id AS "publicId" FROM visible_award_of_number(${number}, ${viewer})`.execute(
    tx,
  )
  return found.rows[0] ?? null
}

export type DegreeRecord = { readonly isFlagged: boolean }

/** Null for what is no micro-degree, whose transcript is not signed yet, or of which a part is not for this viewer. */
export async function findDegreeRecord(tx: Tx, publicId: string, viewer: string | null): Promise<DegreeRecord | null> {
  const found = await sql<DegreeRecord>`
    SELECT is_flagged AS "isFlagged" FROM record_of_degree(${publicId}, ${viewer})`.execute(tx)
  return found.rows[0] ?? null
}

/** The signed transcript (CLR 2.0) as it was signed. */
export const findVisibleRecord = (ports: Ports, publicId: string, viewer: string | null): Promise<string | null> =>
  ports.db.lookup(async (tx) => {
    const found = await sql<{ record: string }>`SELECT record FROM record_of_degree(${publicId}, ${viewer})`.execute(tx)
    return found.rows[0]?.record ?? null
  })

export type OpenProgramme = { readonly id: string; readonly title: { readonly ko: string; readonly en: string } }

/** Programmes that take badges in as credits now, by name; at most `limit`. */
export async function listOpenProgrammes(tx: Tx, institutionId: string, limit: number): Promise<OpenProgramme[]> {
  const found = await sql<{ id: string; ko: string; en: string }>`
    SELECT id, title_ko AS ko, title_en AS en FROM recognition_programmes
    WHERE institution_id = ${institutionId} AND is_open ORDER BY title_ko, id LIMIT ${limit}`.execute(tx)
  return found.rows.map(({ id, ko, en }) => ({ id, title: { ko, en } }))
}

/** Counts one more in the window and answers how many there are now. */
export async function countUp(tx: Tx, bucket: string, windowStart: Instant): Promise<number> {
  const row = await tx
    .insertInto('rate_counters')
    .values({ bucket, window_start: windowStart, count: 1 })
    .onConflict((conflict) =>
      conflict.columns(['bucket', 'window_start']).doUpdateSet({ count: sql`rate_counters.count + 1` }),
    )
    .returning('count')
    .executeTakeFirstOrThrow()
  return row.count
}
