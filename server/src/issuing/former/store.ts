/** All SQL about credentials that were replaced by a newer edition. */
import { sql } from 'kysely'
import type { Instant, Tx } from '../../platform/ports.ts'
import type { Award, AwardDetails } from '../award.ts'

export type Former = { readonly text: string; readonly issuedAt: Instant | null }

export async function listFormer(tx: Tx, institutionId: string, awardId: string): Promise<Former[]> {
  const found = await sql<Former>`SELECT text, issued_at AS "issuedAt" FROM former_credentials
    WHERE institution_id = ${institutionId} AND award_id = ${awardId} ORDER BY edition`.execute(tx)
  return found.rows
}

export type Replacement = { readonly at: Instant; readonly by: string; readonly reason: string }

/** Keeps what was signed. */
export async function insertFormer(
  tx: Tx,
  { institutionId, id, edition, credential, issuedAt }: Award,
  { at, by, reason }: Replacement,
): Promise<void> {
  await sql`INSERT INTO former_credentials (institution_id, award_id, edition, text, issued_at, replaced_at, replaced_by, reason)
    VALUES (${institutionId}, ${id}, ${edition}, ${credential}, ${issuedAt}, ${at}, ${by}, ${reason})`.execute(tx)
}

export type NextEdition = {
  readonly name: string
  readonly nameEn: string | null
  readonly details: AwardDetails
  readonly listId: string
  readonly index: number
  readonly at: Instant
}

/** The award waits to be signed again, at another place of the status list. */
export async function saveNextEdition(tx: Tx, { institutionId, id, edition }: Award, next: NextEdition): Promise<void> {
  await sql`UPDATE awards SET state = 'pending', edition = ${edition + 1}, edition_at = ${next.at}, valid_from = ${next.at},
      recipient_name = ${next.name}, recipient_name_en = ${next.nameEn}, details = ${JSON.stringify(next.details)}::jsonb,
      status_list_id = ${next.listId}, status_index = ${next.index},
      credential = NULL, credential_packed = NULL, issued_at = NULL
    WHERE institution_id = ${institutionId} AND id = ${id}`.execute(tx)
}
