/** Takes or declines a badge: by its link, or from the wallet of a signed-in holder. */
import { startSession } from '../access/index.ts'
import type { Language } from '../platform/handler.ts'
import { emit } from '../platform/outbox.ts'
import type { Ports } from '../platform/ports.ts'
import { type ClaimDecision, claim, mayDecline } from './claim.ts'
import { openClaim } from './open-claim.ts'
import { findClaimForUpdate, findInstitutionOfHolding, saveClaim, saveDecline } from './store.ts'

type Unknown = { readonly outcome: 'refused'; readonly reason: 'not-found' }
const UNKNOWN: Unknown = { outcome: 'refused', reason: 'not-found' }

export type Claimed =
  | { readonly outcome: 'claimed'; readonly cookie: string }
  | Exclude<ClaimDecision, { outcome: 'claim' }>
  | Unknown

export type Browser = { readonly language: Language; readonly previousToken: string | undefined }

/**
 * The link went to the address, so who presses its button has proven to own it and is signed in: once, at the first claim.
 * After that the link is old mail, and old mail opens no session.
 */
export async function claimByLink(ports: Ports, token: string, browser: Browser): Promise<Claimed> {
  const opened = await openClaim(ports, token)
  if (opened === null) return UNKNOWN
  const { institutionId, publicId, recipient } = opened.award
  const decision = await takeBadge(ports, institutionId, publicId, 'link')
  if (decision.outcome !== 'claim') return decision
  const { cookie } = await startSession(ports, recipient.email, browser)
  return { outcome: 'claimed', cookie }
}

/** The session proves the address. */
export async function claimHolding(ports: Ports, email: string, publicId: string): Promise<ClaimDecision | Unknown> {
  const institutionId = await ports.db.holder(email, (tx) => findInstitutionOfHolding(tx, email, publicId))
  return institutionId === null ? UNKNOWN : takeBadge(ports, institutionId, publicId, 'session')
}

const takeBadge = (
  ports: Ports,
  institutionId: string,
  publicId: string,
  proof: 'link' | 'session',
): Promise<ClaimDecision | Unknown> =>
  ports.db.tenant(institutionId, async (tx) => {
    const award = await findClaimForUpdate(tx, institutionId, publicId)
    if (award === null) return UNKNOWN
    const now = ports.clock.now()
    const decision = claim(award, now, proof)
    if (decision.outcome !== 'claim') return decision
    await saveClaim(tx, institutionId, award.id, now)
    await emit(tx, ports, { type: 'credential.claimed', institutionId, payload: { awardId: award.id } })
    return decision
  })

/** "This isn't mine": the badge disappears from the public and from the wallet until somebody claims it after all. */
export async function declineByLink(ports: Ports, token: string): Promise<{ readonly outcome: 'declined' } | Unknown> {
  const opened = await openClaim(ports, token)
  if (opened === null) return UNKNOWN
  const { institutionId, publicId } = opened.award
  await ports.db.tenant(institutionId, async (tx) => {
    const award = await findClaimForUpdate(tx, institutionId, publicId)
    const now = ports.clock.now()
    if (award && mayDecline(award, now)) await saveDecline(tx, institutionId, award.id, now)
  })
  return { outcome: 'declined' }
}
