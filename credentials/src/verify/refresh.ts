// Takes the newest edition of a credential where it has a refresh service, once; whatever goes wrong, the one at hand is judged.

import { millisOf } from '../instant.ts'
import type { Json } from '../json.ts'
import { parseCredential } from '../parse-credential.ts'
import type { ParsedCredential } from '../parsed-credential.ts'
import { type Jwt, readJwt } from '../proof/jwt.ts'
import type { Material } from './material.ts'
import type { SignatureFinding } from './question.ts'
import type { Check } from './result.ts'

export interface Sealed {
  readonly credential: ParsedCredential
  /** How it came, when its seal is around it and not inside. */
  readonly jwt: Jwt | null
}

export interface Refreshed {
  readonly sealed: Sealed
  /** The line that tells of it. */
  readonly line: Check
}

/** Untrusted. Null for what is no credential. */
export function readSealed(input: Json): Sealed | null {
  const jwt = typeof input === 'string' ? readJwt(input) : null
  const parsed = typeof input === 'string' && !jwt ? null : parseCredential(jwt ? jwt.credential : input)
  return parsed?.outcome === 'parsed' ? { credential: parsed.credential, jwt } : null
}

/**
 * For a credential with a refresh service (OB 3.0 §"Verification", step 3). The newer edition must be the same badge (same id and issuer), not older, and whole under the issuer's own seal; its
 * refresh service is not asked again.
 */
export async function refresh(
  original: Sealed,
  { refreshed }: Pick<Material, 'refreshed'>,
  signatureOf: (sealed: Sealed) => Promise<SignatureFinding>,
): Promise<Refreshed> {
  const { refreshUrl } = original.credential
  const told = (outcome: Check['outcome'], because: NonNullable<Check['because']>): Check => ({
    check: 'refresh',
    outcome,
    because,
    detail: { url: refreshUrl! },
  })
  if (!refreshed || 'unreachable' in refreshed)
    return { sealed: original, line: told('inconclusive', 'refresh-unreachable') }
  const newer = readSealed(refreshed.credential)
  const isAnEdition = newer !== null && isSameBadge(newer.credential, original.credential)
  if (!isAnEdition || (await signatureOf(newer)).line.outcome !== 'passed')
    return { sealed: original, line: told('inconclusive', 'refresh-refused') }
  const isNews = JSON.stringify(newer.credential.json) !== JSON.stringify(original.credential.json)
  return { sealed: newer, line: told('passed', isNews ? 'refreshed' : 'refresh-unchanged') }
}

// OB 3.0 §"Credential equality and comparison".
function isSameBadge(newer: ParsedCredential, older: ParsedCredential): boolean {
  const isSame = newer.id !== undefined && newer.id === older.id && newer.issuer.id === older.issuer.id
  return isSame && (millisOf(newer.validFrom ?? '') ?? 0) >= (millisOf(older.validFrom ?? '') ?? 0)
}
