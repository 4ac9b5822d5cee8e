/** Lets a holder decide who sees a credential, and whether their name shows. */
import type { Ports } from '../platform/ports.ts'
import type { Visibility } from './holding.ts'
import { findInstitutionOfHolding, saveVisibility } from './store.ts'

export type VisibilityChange = {
  /** Proven by the session. */
  readonly email: string
  readonly publicId: string
  readonly visibility: Visibility
  readonly nameHidden: boolean
}

export async function changeVisibility(
  ports: Ports,
  { email, publicId, ...change }: VisibilityChange,
): Promise<{ readonly outcome: 'changed' } | { readonly outcome: 'refused'; readonly reason: 'not-found' }> {
  const institutionId = await ports.db.holder(email, (tx) => findInstitutionOfHolding(tx, email, publicId))
  if (institutionId === null) return { outcome: 'refused', reason: 'not-found' }
  await ports.db.tenant(institutionId, (tx) => saveVisibility(tx, institutionId, publicId, change))
  return { outcome: 'changed' }
}
