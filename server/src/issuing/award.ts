/** An award: our record that an achievement is given, and what may become of it. */
import type { Instant } from '../platform/ports.ts'

export type AwardState = 'pending' | 'issued' | 'suspended' | 'revoked' | 'failed'
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
  /** Columns of the roster that staff chose to keep, by their own names. */
  readonly custom?: Readonly<Record<string, string>> | undefined
  /** What the roll knew of the person when the award was written, as far as the certificate asks for it. */
  readonly person?: Readonly<Record<string, string>> | undefined
  /** The certificate's number by the achievement's own rule. */
  readonly serial?: string | undefined
  readonly certified?: true | undefined
}

export type Revocation = { readonly at: Instant; readonly by: string; readonly reason: string }
/** Lifted by itself at `until`, if that is set. */
export type Suspension = Revocation & { readonly until: Instant | null }

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
  /** Awards that must be in force at the moment this one is issued. */
  readonly restsOn: readonly string[]
  readonly state: AwardState
  readonly validFrom: Instant
  readonly validUntil: Instant | null
  readonly status: { readonly listPublicId: string; readonly index: number }
  readonly testMode: boolean
  readonly createdAt: Instant
  /** Counts how often it was signed with other data; the first is 1. */
  readonly edition: number
  /** What the proof is dated by. */
  readonly editionAt: Instant
  readonly issuedAt: Instant | null
  readonly failure: string | null
  /** The signed text, exactly as served and baked; null until issued. */
  readonly credential: string | null
  readonly revocation: Revocation | null
  readonly suspension: Suspension | null
  readonly claimExpiresAt: Instant
  readonly claimedAt: Instant | null
  readonly declinedAt: Instant | null
  readonly visibility: Visibility
  readonly nameHidden: boolean
  readonly openedAt: Instant | null
  readonly delivery: { readonly state: DeliveryState; readonly at: Instant | null }
}

export type Act = 'revocation' | 'suspension' | 'reinstatement' | 'replacement'

/** What each act makes of an award in each state; what is not here is refused. */
const AFTER: Readonly<Record<Act, Partial<Readonly<Record<AwardState, AwardState>>>>> = {
  revocation: { issued: 'revoked', suspended: 'revoked' },
  suspension: { issued: 'suspended' },
  reinstatement: { suspended: 'issued' },
  // Signed anew, with the same id and number.
  replacement: { issued: 'pending' },
}

/** Why an act is refused in a state that does not allow it. */
const REFUSED = {
  pending: 'not-yet-issued',
  failed: 'not-yet-issued',
  issued: 'not-suspended',
  suspended: 'already-suspended',
  revoked: 'already-revoked',
} as const satisfies Record<AwardState, string>

export type ActRefusal = (typeof REFUSED)[AwardState]
export type ActDecision =
  | { readonly outcome: 'done'; readonly state: AwardState }
  | { readonly outcome: 'refused'; readonly reason: ActRefusal }

/** Only what was signed can be taken back, for good or for a while; a revocation is final. */
export function decide(act: Act, { state }: Pick<Award, 'state'>): ActDecision {
  const after = AFTER[act][state]
  return after === undefined ? { outcome: 'refused', reason: REFUSED[state] } : { outcome: 'done', state: after }
}

/** Neither taken back nor suspended; its dates are another matter. */
export const isInForce = ({ state }: Pick<Award, 'state'>): boolean => state === 'issued'

/** The credential's address for people, and its `id` within the signed text. */
export const credentialUrl = (origin: string, publicId: string): string => `${origin}/c/${publicId}`
