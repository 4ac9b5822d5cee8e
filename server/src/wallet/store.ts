/** All SQL of the wallet: a holder's awards, and the columns of them that are the holder's own. */
import { sql } from 'kysely'
import type { Instant, Tx } from '../platform/ports.ts'
import type { Claimable } from './claim.ts'
import type { Holding, Visibility } from './holding.ts'
import { HOLDINGS_SHOWN_MAX } from './limits.ts'

export async function findInstitutionOfClaim(tx: Tx, claimHash: Uint8Array): Promise<string | null> {
  const found = await sql<{ id: string | null }>`SELECT institution_by_claim(${claimHash}) AS id`.execute(tx)
  return found.rows[0]?.id ?? null
}

export async function findPublicIdOfClaim(
  tx: Tx,
  institutionId: string,
  claimHash: Uint8Array,
): Promise<string | null> {
  const row = await tx
    .selectFrom('awards')
    .select('public_id')
    .where('institution_id', '=', institutionId)
    .where('claim_hash', '=', Buffer.from(claimHash))
    .executeTakeFirst()
  return row?.public_id ?? null
}

export type ClaimRow = Claimable & { readonly id: string; readonly email: string }

/** Holds the row until the end of the transaction, so that two presses of the button follow one another. */
export async function findClaimForUpdate(tx: Tx, institutionId: string, publicId: string): Promise<ClaimRow | null> {
  const row = await tx
    .selectFrom('awards')
    .select(['id', 'state', 'claimed_at', 'declined_at', 'claim_expires_at', 'recipient_email'])
    .where('institution_id', '=', institutionId)
    .where('public_id', '=', publicId)
    .forUpdate()
    .executeTakeFirst()
  if (!row) return null
  return {
    id: row.id,
    email: row.recipient_email,
    state: row.state,
    claimedAt: row.claimed_at,
    declinedAt: row.declined_at,
    claimExpiresAt: row.claim_expires_at,
  }
}

export async function saveClaim(tx: Tx, institutionId: string, awardId: string, at: Instant): Promise<void> {
  await tx
    .updateTable('awards')
    .set((eb) => ({ claimed_at: at, declined_at: null, opened_at: eb.fn.coalesce('opened_at', eb.val(at)) }))
    .where('institution_id', '=', institutionId)
    .where('id', '=', awardId)
    .execute()
}

export async function saveDecline(tx: Tx, institutionId: string, awardId: string, at: Instant): Promise<void> {
  await tx
    .updateTable('awards')
    .set({ declined_at: at })
    .where('institution_id', '=', institutionId)
    .where('id', '=', awardId)
    .execute()
}

/** Newest first; runs as the holder, whom row-level security shows their own awards only. */
export async function listHoldings(tx: Tx, email: string): Promise<Holding[]> {
  const rows = await tx
    .selectFrom('awards')
    .select(['institution_id', 'public_id', 'number', 'achievement_id', 'achievement_version', 'recipient_name'])
    .select(['state', 'valid_from', 'valid_until', 'visibility', 'name_hidden', 'claimed_at'])
    .select(sql<boolean>`details ? 'certified'`.as('is_certified'))
    .where('recipient_email', '=', email)
    .where('declined_at', 'is', null)
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .limit(HOLDINGS_SHOWN_MAX)
    .execute()
  return rows.map((row) => ({
    institutionId: row.institution_id,
    publicId: row.public_id,
    number: row.number,
    achievementId: row.achievement_id,
    achievementVersion: row.achievement_version,
    recipientName: row.recipient_name,
    state: row.state as Holding['state'],
    validFrom: row.valid_from,
    validUntil: row.valid_until,
    visibility: row.visibility as Visibility,
    nameHidden: row.name_hidden,
    claimedAt: row.claimed_at,
    isCertified: row.is_certified,
  }))
}

/** Runs as the holder; null for anything that is not theirs. */
export async function findInstitutionOfHolding(tx: Tx, email: string, publicId: string): Promise<string | null> {
  const row = await tx
    .selectFrom('awards')
    .select('institution_id')
    .where('recipient_email', '=', email)
    .where('public_id', '=', publicId)
    .where('declined_at', 'is', null)
    .executeTakeFirst()
  return row?.institution_id ?? null
}

export async function saveVisibility(
  tx: Tx,
  institutionId: string,
  publicId: string,
  { visibility, nameHidden }: { readonly visibility: Visibility; readonly nameHidden: boolean },
): Promise<void> {
  await tx
    .updateTable('awards')
    .set({ visibility, name_hidden: nameHidden })
    .where('institution_id', '=', institutionId)
    .where('public_id', '=', publicId)
    .execute()
}
