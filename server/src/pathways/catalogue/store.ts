/** The SQL of an institution's public catalogue. */
import type { AchievementContent } from '@kolleges/api'
import { sql } from 'kysely'
import type { Tx } from '../../platform/ports.ts'

export type OnOffer = { readonly id: string; readonly version: number; readonly content: AchievementContent }

/** What is awarded today, in its newest published version, newest first. */
export async function listOnOffer(tx: Tx, institutionId: string, limit: number): Promise<OnOffer[]> {
  const found = await sql<OnOffer>`
    SELECT a.id, v.version, v.content FROM achievements a JOIN achievement_versions v
      ON v.institution_id = a.institution_id AND v.achievement_id = a.id AND v.version = a.published_version
    WHERE a.institution_id = ${institutionId} AND a.state = 'published' ORDER BY a.id DESC LIMIT ${limit}`.execute(tx)
  return found.rows
}
