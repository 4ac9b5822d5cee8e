/** What a claim link can still do, and what each answer to it changes. */
import type { Instant } from '../platform/ports.ts'

/** The columns that decide; nothing of who the recipient is. */
export type Claimable = {
  readonly state: string
  readonly claimedAt: Instant | null
  readonly declinedAt: Instant | null
  readonly claimExpiresAt: Instant
}

export type ClaimState = 'open' | 'claimed' | 'declined' | 'expired' | 'pending' | 'revoked'

/** A claimed badge stays claimed whatever happens to its link; a declined one can still be taken while the link lives. */
export function claimState(award: Claimable, now: Instant): ClaimState {
  if (award.state === 'revoked') return 'revoked'
  // A suspended badge is its holder's all the same; its page says how it stands.
  if (award.state !== 'issued' && award.state !== 'suspended') return 'pending'
  if (award.claimedAt !== null) return 'claimed'
  if (award.claimExpiresAt <= now) return 'expired'
  return award.declinedAt === null ? 'open' : 'declined'
}

export type ClaimDecision =
  | { readonly outcome: 'claim' }
  | { readonly outcome: 'already-claimed' }
  | { readonly outcome: 'refused'; readonly reason: 'claim-expired' | 'not-yet-issued' | 'already-revoked' }

/**
 * Claiming twice is not a fault: links are pressed twice. Only a link grows old; whoever is signed in with the address claims
 * whenever they like.
 */
export function claim(award: Claimable, now: Instant, proof: 'link' | 'session'): ClaimDecision {
  switch (claimState(award, now)) {
    case 'open':
    case 'declined':
      return { outcome: 'claim' }
    case 'claimed':
      return { outcome: 'already-claimed' }
    case 'expired':
      return proof === 'session' ? { outcome: 'claim' } : { outcome: 'refused', reason: 'claim-expired' }
    case 'pending':
      return { outcome: 'refused', reason: 'not-yet-issued' }
    case 'revoked':
      return { outcome: 'refused', reason: 'already-revoked' }
  }
}

/** Whoever has claimed a badge has said that it is theirs; declining is for those who have not. */
export const mayDecline = (award: Claimable, now: Instant): boolean => claimState(award, now) === 'open'
