// Checks the signature of a credential that came as a JWT.

import { hexOf } from '../encoding/bytes.ts'
import type { Instant } from '../instant.ts'
import type { ParsedCredential } from '../parsed-credential.ts'
import type { Material } from '../verify/material.ts'
import type { CheckReason } from '../verify/result.ts'
import type { ProofFinding } from './check.ts'
import { differingClaim, JWT_ALGORITHMS, type Jwt } from './jwt.ts'
import { judgeKeyAt } from './key-state.ts'
import { keyName, type PublicKey } from './keys.ts'
import type { Primitives } from './primitives.ts'
import { resolveKey } from './resolve-key.ts'

/** The key is looked up by `kid` inside what the issuer publishes; `jwk`, `jku` and `x5u` in the header are a stranger's claims and ignored. */
export async function checkJwt(
  jwt: Jwt,
  credential: ParsedCredential,
  material: Material,
  primitives: Primitives,
): Promise<ProofFinding> {
  const { alg, kid } = jwt.header
  const detail = {
    type: 'JWT',
    ...(typeof alg === 'string' ? { alg } : {}),
    ...(typeof kid === 'string' ? { verificationMethod: kid } : {}),
  }
  const failed = (because: CheckReason): ProofFinding => ({ outcome: 'failed', because, detail })
  const wanted = typeof alg === 'string' && Object.hasOwn(JWT_ALGORITHMS, alg) ? JWT_ALGORITHMS[alg]! : null
  if (!wanted)
    return alg === 'none'
      ? failed('proof-missing')
      : { outcome: 'inconclusive', because: 'proof-suite-unknown', detail }
  if (typeof kid !== 'string') return failed('key-not-of-issuer')
  const differing = differingClaim(jwt, credential)
  if (differing) return { outcome: 'failed', because: 'claims-differ', detail: { ...detail, claim: differing } }
  const resolution = resolveKey(absoluteKeyId(kid, credential.issuer.id), credential.issuer.id, material.issuers)
  if (resolution.outcome === 'refused') return failed(resolution.because)
  const { key } = resolution
  if (!key) return { outcome: 'inconclusive', because: 'issuer-unreachable', detail }
  if (key.algorithm !== wanted) return failed('key-of-another-kind')
  if (!(await holds(jwt, key, primitives))) return failed('signature-wrong')
  const documentHash = hexOf(await primitives.sha256(jwt.signedBytes))
  if (resolution.outcome === 'unknown')
    return { outcome: 'inconclusive', because: resolution.because, detail, documentHash }
  const judged = judgeKeyAt(
    { created: createdOf(credential) },
    keyName(key),
    credential.issuer.id,
    material,
    resolution.revoked,
  )
  return { detail, documentHash, ...judged, isPublished: resolution.isPublished }
}

const absoluteKeyId = (kid: string, issuerId: string): string => (kid.startsWith('#') ? issuerId + kid : kid)

// A JWT has no date of its own beside the credential's.
const createdOf = ({ validFrom }: ParsedCredential): Instant => validFrom ?? ''

/** Whether the signature is the key's; false for a key that needs primitives nobody handed in. */
export async function holds(
  { signedBytes, signature }: Pick<Jwt, 'signedBytes' | 'signature'>,
  { algorithm, publicKey }: PublicKey,
  primitives: Primitives,
): Promise<boolean> {
  if (algorithm === 'RSA') return (await primitives.verifyRsa?.(publicKey, signedBytes, signature)) ?? false
  return signature.length === 64 && (await primitives.verify(algorithm, publicKey, signedBytes, signature))
}
