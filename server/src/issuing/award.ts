/** An award: our record that an achievement is given, from pending to issued, failed or revoked. */
import type { Instant } from '../platform/ports.ts'

export type AwardState = 'pending' | 'issued' | 'revoked' | 'failed'
export type Visibility = 'public' | 'link' | 'private'
export type DeliveryState = 'waiting' | 'delivered' | 'failed'

export type AwardEvidence = {
  readonly name: string
  readonly url?: string | undefined
  readonly narrative?: string | undefined
}

/** What one recipient has beside the achievement itself. */
export type AwardDetails = {
  readonly result?: string | undefined
  readonly narrative?: string | undefined
  readonly licenseNumber?: string | undefined
  readonly evidence?: readonly AwardEvidence[] | undefined
}

export type Revocation = { readonly at: Instant; readonly by: string; readonly reason: string }

export type Award = {
  readonly id: string
  readonly institutionId: string
  readonly batchId: string
  /** The random part of the credential's address. */
  readonly publicId: string
  readonly number: string
  readonly achievementId: string
  readonly achievementVersion: number
  readonly learnerId: string
  readonly recipient: {
    readonly name: string
    readonly nameEn: string | null
    readonly email: string
    readonly key: string
  }
  readonly details: AwardDetails
  readonly salt: string
  readonly state: AwardState
  readonly validFrom: Instant
  readonly validUntil: Instant | null
  readonly status: { readonly listPublicId: string; readonly index: number }
  readonly testMode: boolean
  readonly createdAt: Instant
  readonly issuedAt: Instant | null
  readonly failure: string | null
  /** The signed text, exactly as served and baked; null until issued. */
  readonly credential: string | null
  readonly revocation: Revocation | null
  readonly claimExpiresAt: Instant
  readonly claimedAt: Instant | null
  readonly declinedAt: Instant | null
  readonly visibility: Visibility
  readonly nameHidden: boolean
  readonly openedAt: Instant | null
  readonly delivery: { readonly state: DeliveryState; readonly at: Instant | null }
}

export type RevocationDecision =
  | { readonly outcome: 'revoked'; readonly revocation: Revocation }
  | { readonly outcome: 'refused'; readonly reason: 'not-yet-issued' | 'already-revoked' }

/** Only what was signed can be revoked, and only once. */
export function revoke(award: Pick<Award, 'state'>, revocation: Revocation): RevocationDecision {
  switch (award.state) {
    case 'pending':
    case 'failed':
      return { outcome: 'refused', reason: 'not-yet-issued' }
    case 'revoked':
      return { outcome: 'refused', reason: 'already-revoked' }
    case 'issued':
      return { outcome: 'revoked', revocation }
  }
}

/** The credential's address for people, and its `id` within the signed text. */
export const credentialUrl = (origin: string, publicId: string): string => `${origin}/c/${publicId}`
