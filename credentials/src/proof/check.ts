// Checks one proof of a document against the issuer's keys.

import { decodeBase58 } from '../encoding/base58.ts'
import { hexOf } from '../encoding/bytes.ts'
import { CredentialError } from '../errors.ts'
import { type Instant, isInstant, millisOf } from '../instant.ts'
import { type JsonObject, withoutKey } from '../json.ts'
import { CLOCK_SKEW_MS } from '../limits.ts'
import type { Material } from '../verify/material.ts'
import type { CheckReason, Outcome } from '../verify/result.ts'
import { hashDataOf, inlineHashDataOf } from './data-integrity.ts'
import { judgeKeyAt } from './key-state.ts'
import { KEYS, keyName, type PublicKey } from './keys.ts'
import type { Primitives } from './primitives.ts'
import { coveredBy } from './proof-chain.ts'
import { type ProofPurpose, resolveKey } from './resolve-key.ts'
import { checkSelective, readDerivedProof, type SelectiveFinding } from './selective.ts'
import { type Suite, suiteOf } from './suites.ts'

export interface ProofFinding {
  readonly outcome: Outcome
  readonly because?: CheckReason
  readonly detail: Readonly<Record<string, string>>
  readonly isPublished?: boolean
  readonly documentHash?: string
}

export interface ProofQuestion {
  /** Untrusted, with its proofs still in it. */
  readonly document: JsonObject
  /** The same without its proofs, where it is at hand. */
  readonly bare?: JsonObject
  readonly proof: JsonObject
  readonly issuerId: string
  readonly material: Material
  readonly at: Instant
  readonly primitives: Primitives
  /** By default `assertionMethod`. */
  readonly purpose?: ProofPurpose
  /** Reads contexts written inside the document too: for tests of conformance only. */
  readonly inlineContexts?: boolean
}

/** The key is chosen by the issuer's document, the algorithm by the key, never by the message. */
export async function checkProof(question: ProofQuestion): Promise<ProofFinding> {
  const { proof, issuerId, material, purpose = 'assertionMethod' } = question
  const detail = detailOf(proof)
  const suite = suiteOf(proof)
  if (!suite) return { outcome: 'inconclusive', because: 'proof-suite-unknown', detail }
  const fault = faultOf(proof, purpose, question.at)
  if (fault) return { outcome: 'failed', because: fault, detail }
  const resolution = resolveKey(String(proof.verificationMethod), issuerId, material.issuers, purpose)
  if (resolution.outcome === 'refused') return { outcome: 'failed', because: resolution.because, detail }
  const { key } = resolution
  if (!key) return { outcome: 'inconclusive', because: 'issuer-unreachable', detail }
  if (key.algorithm !== suite.algorithm) return { outcome: 'failed', because: 'key-of-another-kind', detail }
  const finding = await checkSignature(question, suite, key, detail)
  if (finding.outcome !== 'passed') return finding
  if (resolution.outcome === 'unknown') return { ...finding, outcome: 'inconclusive', because: resolution.because }
  const judged = judgeKeyAt(proof, keyName(key), issuerId, material, resolution.revoked)
  return { ...finding, ...judged, isPublished: resolution.isPublished }
}

function detailOf(proof: JsonObject): Record<string, string> {
  const detail: Record<string, string> = {}
  for (const key of ['type', 'cryptosuite', 'verificationMethod', 'created'])
    if (typeof proof[key] === 'string') detail[key] = proof[key]
  return detail
}

function faultOf(proof: JsonObject, purpose: ProofPurpose, at: Instant): CheckReason | null {
  if (proof.proofPurpose !== purpose) return 'proof-purpose'
  const { verificationMethod, proofValue, created, expires } = proof
  if (typeof verificationMethod !== 'string' || typeof proofValue !== 'string') return 'proof-malformed'
  if (created !== undefined && !isInstant(created)) return 'proof-malformed'
  if (expires !== undefined && !isInstant(expires)) return 'proof-malformed'
  const now = millisOf(at)!
  if (isInstant(created) && millisOf(created)! > now + CLOCK_SKEW_MS) return 'proof-from-the-future'
  if (isInstant(expires) && millisOf(expires)! < now) return 'proof-expired'
  return null
}

async function checkSignature(
  question: ProofQuestion,
  suite: Suite,
  key: PublicKey,
  detail: Record<string, string>,
): Promise<ProofFinding> {
  try {
    const covered = coveredBy(question.proof, question.document, question.bare)
    if (!covered) return { outcome: 'failed', because: 'previous-proof-missing', detail }
    const found = await MANNERS[suite.manner]({ ...question, document: covered }, suite, key)
    if (!found) return { outcome: 'failed', because: 'proof-malformed', detail }
    const documentHash = hexOf(found.documentHash)
    if (!found.holds) return { outcome: 'failed', because: 'signature-wrong', detail, documentHash }
    return { outcome: 'passed', detail, documentHash }
  } catch (error) {
    if (!(error instanceof CredentialError)) throw error
    const because = error.code as UnprocessableReason
    const outcome = because === 'json-ld-unsafe' ? 'failed' : 'inconclusive'
    return { outcome, because, detail: { ...detail, ...stringsOf(error.detail) } }
  }
}

type Manner = (question: ProofQuestion, suite: Suite, key: PublicKey) => Promise<SelectiveFinding | null>

// The document is what the proof covers. Null for a proof value that is none.
const MANNERS: Readonly<Record<Suite['manner'], Manner>> = {
  async whole({ document, proof, primitives, inlineContexts }, suite, key) {
    const value = String(proof.proofValue)
    const signature = value.startsWith('z') ? decodeBase58(value.slice(1), 256) : null
    if (signature?.length !== KEYS[suite.algorithm].signatureBytes) return null
    const hash = inlineContexts ? inlineHashDataOf : hashDataOf
    const { bytes, documentHash } = await hash(document, withoutKey(proof, 'proofValue'), primitives)
    return { holds: await primitives.verify(suite.algorithm, key.publicKey, bytes, signature), documentHash }
  },

  async selective({ document, proof, primitives }, _suite, key) {
    const derived = readDerivedProof(String(proof.proofValue))
    return derived && checkSelective(document, proof, derived, key, primitives)
  },
}

type UnprocessableReason =
  | 'context-unknown'
  | 'context-inline'
  | 'context-conflict'
  | 'json-ld-unsafe'
  | 'canonicalization-too-costly'

const stringsOf = (detail: Readonly<Record<string, unknown>>): Record<string, string> =>
  Object.fromEntries(Object.entries(detail).map(([key, value]) => [key, String(value).slice(0, 400)]))
