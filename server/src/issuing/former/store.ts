/** All SQL about credentials that were replaced by a newer edition. */
import { sql } from 'kysely'
import type { Instant, Tx } from '../../platform/ports.ts'
import type { Award, AwardDetails } from '../award.ts'
import { type KeptText, keptText } from '../packed-text.ts'

export type Former = { readonly text: string; readonly issuedAt: Instant | null }

export async function listFormer(tx: Tx, institutionId: string, awardId: string): Promise<Former[]> {
  const found = await sql<KeptText & { issuedAt: Instant | null }>`
    SELECT signed.text, signed.packed, samples.text AS sample, former.issued_at AS "issuedAt"
    FROM former_credentials former
    JOIN signed_credentials signed USING (institution_id, award_id, edition)
    JOIN awards ON awards.institution_id = former.institution_id AND awards.id = former.award_id
    LEFT JOIN credential_samples samples ON samples.institution_id = awards.institution_id
      AND samples.achievement_id = awards.achievement_id AND samples.achievement_version = awards.achievement_version
    WHERE former.institution_id = ${institutionId} AND former.award_id = ${awardId} ORDER BY former.edition`.execute(tx)
  return found.rows.map(({ issuedAt, ...kept }) => ({ text: keptText(kept)!, issuedAt }))
}

export type Replacement = { readonly at: Instant; readonly by: string; readonly reason: string }

/** What was signed stays where it is; this says that there is a newer edition, and why. */
export async function insertFormer(
  tx: Tx,
  { institutionId, id, edition, issuedAt }: Award,
  { at, by, reason }: Replacement,
): Promise<void> {
  await sql`INSERT INTO former_credentials (institution_id, award_id, edition, issued_at, replaced_at, replaced_by, reason)
    VALUES (${institutionId}, ${id}, ${edition}, ${issuedAt}, ${at}, ${by}, ${reason})`.execute(tx)
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
      status_list_id = ${next.listId}, status_index = ${next.index}, issued_at = NULL
    WHERE institution_id = ${institutionId} AND id = ${id}`.execute(tx)
}
