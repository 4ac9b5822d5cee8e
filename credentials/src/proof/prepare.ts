// Lints an unsigned credential into the frozen thing that alone can be signed.

import type { UnsignedCredential } from '../credential.ts'
import { CredentialError } from '../errors.ts'
import { type Instant, isInstant } from '../instant.ts'
import { isObject, type Json, type JsonObject } from '../json.ts'
import { parseCredential } from '../parse-credential.ts'
import { hashDataOf } from './data-integrity.ts'
import { type Primitives, webPrimitives } from './primitives.ts'
import { SUITES } from './suites.ts'

declare const prepared: unique symbol

/** Linted, canonicalized, frozen: only the signature is missing. */
export interface Prepared {
  readonly [prepared]: true
  readonly unsigned: UnsignedCredential
  /** The proof without its `proofValue`. */
  readonly proof: JsonObject
  readonly verificationMethod: string
  readonly bytesToSign: Uint8Array
  /** SHA-256 of the canonical document. */
  readonly documentHash: Uint8Array
}

export interface ProofOptions {
  /** `did:web:…#z6Mk…`; its part before `#` must be the issuer's id. */
  readonly verificationMethod: string
  readonly created: Instant
  readonly cryptosuite?: string
  readonly primitives?: Primitives
}

/**
 * Refuses, by throwing, whatever some verifier would refuse later: faults of shape, a key that is not under the issuer's id, terms without a
 * meaning (safe mode). The same input gives the same bytes.
 */
export async function prepare(unsigned: UnsignedCredential, options: ProofOptions): Promise<Prepared> {
  const { verificationMethod, created, cryptosuite = 'eddsa-rdfc-2022', primitives = webPrimitives } = options
  if (!SUITES[cryptosuite]?.issues) throw new CredentialError('cryptosuite-unknown', { cryptosuite })
  if (!isInstant(created)) throw new CredentialError('date-malformed', { created })
  lint(unsigned, verificationMethod)
  const proof: JsonObject = {
    type: 'DataIntegrityProof',
    cryptosuite,
    created,
    verificationMethod,
    proofPurpose: 'assertionMethod',
  }
  const { bytes, documentHash } = await hashDataOf(unsigned, proof, primitives)
  const result = {
    unsigned: deepFreeze(unsigned),
    proof: deepFreeze(proof),
    verificationMethod,
    bytesToSign: bytes,
    documentHash,
  }
  return Object.freeze(result) as unknown as Prepared
}

function lint(unsigned: UnsignedCredential, verificationMethod: string): void {
  const parsed = parseCredential(unsigned)
  if (parsed.outcome === 'refused') throw new CredentialError('credential-malformed', {}, parsed.faults)
  if (unsigned.proof !== undefined)
    throw new CredentialError('credential-malformed', { found: 'a proof in an unsigned credential' })
  const controller = verificationMethod.split('#')[0]
  if (controller !== parsed.credential.issuer.id)
    throw new CredentialError('signer-mismatch', { verificationMethod, issuer: parsed.credential.issuer.id })
}

function deepFreeze<T extends Json>(value: T): T {
  if (Array.isArray(value)) for (const entry of value) deepFreeze(entry)
  else if (isObject(value)) for (const entry of Object.values(value)) deepFreeze(entry)
  return Object.freeze(value)
}
