/** A credential as its holder keeps it. */
import type { AwardState, Visibility } from '../issuing/index.ts'
import type { Instant } from '../platform/ports.ts'

export type { Visibility }

export type Holding = {
  readonly institutionId: string
  readonly publicId: string
  readonly number: string
  readonly achievementId: string
  readonly achievementVersion: number
  readonly recipientName: string
  readonly state: AwardState
  readonly validFrom: Instant
  readonly validUntil: Instant | null
  readonly visibility: Visibility
  readonly nameHidden: boolean
  readonly claimedAt: Instant | null
  /** There is a certificate to print. */
  readonly isCertified: boolean
}

export type Mark = 'new' | 'issuing' | 'revoked' | 'suspended' | 'expired' | 'private' | 'public'

/** What stands beside a holding in the list; the gravest thing alone. */
export function markOf(holding: Holding, now: Instant): Mark | null {
  if (holding.state === 'revoked' || holding.state === 'suspended') return holding.state
  if (holding.state !== 'issued') return 'issuing'
  if (holding.validUntil !== null && holding.validUntil < now) return 'expired'
  if (holding.claimedAt === null) return 'new'
  return holding.visibility === 'link' ? null : holding.visibility
}
