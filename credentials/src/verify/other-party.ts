// Tells whose key a proof names: the issuer's, or a party's beside it.

import type { JsonObject } from '../json.ts'

/**
 * Untrusted. The id of another DID, or of a document on another site; null for a key that may be the issuer's own. On the issuer's site a
 * key may have a document of its own.
 */
export function otherParty({ verificationMethod }: JsonObject, issuerId: string): string | null {
  if (typeof verificationMethod !== 'string') return null
  const [party, fragment] = verificationMethod.split('#')
  if (party === issuerId) return null
  if (verificationMethod.startsWith('did:')) return party!
  const site = siteOf(verificationMethod)
  return fragment && site !== null && site !== siteOf(issuerId) ? party! : null
}

const siteOf = (url: string): string | null => (/^https?:/.test(url) && URL.canParse(url) ? new URL(url).origin : null)
