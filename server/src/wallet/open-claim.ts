/** Reads what a claim link leads to; looking changes nothing. */
import { type AwardView, claimHash, loadAwardView } from '../issuing/index.ts'
import type { Ports } from '../platform/ports.ts'
import { type ClaimState, claimState } from './claim.ts'
import { CLAIM_TOKEN_CHARACTERS_MAX } from './limits.ts'
import { findInstitutionOfClaim, findPublicIdOfClaim } from './store.ts'

export type OpenClaim = AwardView & { readonly claim: ClaimState }

/** Untrusted token. Null for one that never was. */
export async function openClaim(ports: Ports, token: string): Promise<OpenClaim | null> {
  if (token.length > CLAIM_TOKEN_CHARACTERS_MAX) return null
  const hash = claimHash(token)
  const institutionId = await ports.db.lookup((tx) => findInstitutionOfClaim(tx, hash))
  if (institutionId === null) return null
  const publicId = await ports.db.tenant(institutionId, (tx) => findPublicIdOfClaim(tx, institutionId, hash))
  const view = publicId === null ? null : await loadAwardView(ports, publicId)
  return view && { ...view, claim: claimState(view.award, ports.clock.now()) }
}
