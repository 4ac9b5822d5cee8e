// Puts a Data Integrity proof on any document: a credential whose contexts are its own, a presentation.

import { encodeBase58 } from '../encoding/base58.ts'
import { CredentialError } from '../errors.ts'
import { type Instant, isInstant } from '../instant.ts'
import { type Json, type JsonObject, listOf } from '../json.ts'
import { hashDataOf, inlineHashDataOf } from './data-integrity.ts'
import { KEYS } from './keys.ts'
import { type Primitives, webPrimitives } from './primitives.ts'
import { coveredBy } from './proof-chain.ts'
import type { ProofPurpose } from './resolve-key.ts'
import type { Signer } from './sign.ts'
import { SUITES } from './suites.ts'

export interface SecureOptions {
  readonly created: Instant
  /** By default `eddsa-rdfc-2022`. */
  readonly cryptosuite?: string
  /** By default `assertionMethod`. */
  readonly purpose?: ProofPurpose
  /** The proof's own id, by which a later one may name it. */
  readonly id?: string
  /** Ids of proofs that are there already and that this one signs too (VC-DI §4.3, proof chains). */
  readonly previousProof?: string | readonly string[]
  readonly challenge?: string
  readonly domain?: string | readonly string[]
  /** Reads contexts written inside the document too. */
  readonly inlineContexts?: boolean
  readonly primitives?: Primitives
}

/**
 * The document with one proof more; proofs it has stay beside it (VC-DI §4.4, proof sets). Nothing but the vocabulary is checked: for achievement credentials
 * there is `prepare`. Throws `CredentialError` as `prepare` does for terms without a meaning.
 */
export async function secureDocument(
  document: JsonObject,
  signer: Signer,
  options: SecureOptions,
): Promise<JsonObject> {
  const { created, cryptosuite = 'eddsa-rdfc-2022', primitives = webPrimitives, inlineContexts } = options
  const suite = SUITES[cryptosuite]
  if (!suite?.issues) throw new CredentialError('cryptosuite-unknown', { cryptosuite })
  if (!isInstant(created)) throw new CredentialError('date-malformed', { created })
  const proof = proofOf(cryptosuite, signer.verificationMethod, options)
  const hash = inlineContexts ? inlineHashDataOf : hashDataOf
  const covered = coveredBy(proof, document)
  if (!covered) throw new CredentialError('previous-proof-missing', { previousProof: String(proof.previousProof) })
  const { bytes } = await hash(covered, proof, primitives)
  const signature = await signer.sign(bytes)
  if (signature.length !== KEYS[suite.algorithm].signatureBytes)
    throw new CredentialError('signature-malformed', { bytes: signature.length })
  const secured: JsonObject = { ...proof, proofValue: `z${encodeBase58(signature)}` }
  const others = listOf(document.proof)
  return { ...document, proof: others.length > 0 ? [...others, secured] : secured }
}

function proofOf(cryptosuite: string, verificationMethod: string, options: SecureOptions): JsonObject {
  const { id, created, purpose = 'assertionMethod', previousProof, challenge, domain } = options
  return {
    ...(id === undefined ? {} : { id }),
    type: 'DataIntegrityProof',
    cryptosuite,
    created,
    verificationMethod,
    proofPurpose: purpose,
    ...(previousProof === undefined ? {} : { previousProof: plain(previousProof) }),
    ...(challenge === undefined ? {} : { challenge }),
    ...(domain === undefined ? {} : { domain: plain(domain) }),
  }
}

const plain = (value: string | readonly string[]): Json => (typeof value === 'string' ? value : [...value])
