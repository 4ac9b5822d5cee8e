// Holds one function per line of the answer; no line hides another.

import type { Instant } from '../instant.ts'
import { millisOf } from '../instant.ts'
import { CLOCK_SKEW_MS } from '../limits.ts'
import type { ParsedCredential } from '../parsed-credential.ts'
import { checkProof, type ProofFinding } from '../proof/check.ts'
import type { Primitives } from '../proof/primitives.ts'
import { checkEvidence } from './evidence-check.ts'
import type { Material } from './material.ts'
import { checkRecipient } from './recipient-check.ts'
import type { Check, CheckReason } from './result.ts'
import { checkStatus } from './status-check.ts'
import type { VerifyOptions } from './verify-options.ts'

export interface Question {
  readonly credential: ParsedCredential
  readonly material: Material
  readonly at: Instant
  readonly primitives: Primitives
  readonly signature: SignatureFinding
  readonly options: VerifyOptions
}

export interface SignatureFinding {
  readonly line: Check
  readonly isPublished: boolean
  readonly canonicalHash?: string
}

type CheckFunction = (question: Question) => Check | null | Promise<Check | null>

/** In the order in which they are shown. */
export const CHECKS: readonly CheckFunction[] = [
  checkFormat,
  ({ signature }) => signature.line,
  checkIssuer,
  checkStatus,
  checkValidity,
  checkRecipient,
  checkEvidence,
]

/**
 * Every proof with a suite of ours must hold. Other verifiers are content with any one, but then an altered proof beside a good one would go
 * unnoticed; proofs of suites we do not know are reported and neither help nor harm.
 */
export async function signatureOf(
  credential: ParsedCredential,
  material: Material,
  at: Instant,
  primitives: Primitives,
): Promise<SignatureFinding> {
  if (credential.proofs.length === 0)
    return { line: { check: 'signature', outcome: 'failed', because: 'proof-missing' }, isPublished: false }
  const question = { document: credential.json, issuerId: credential.issuer.id, material, at, primitives }
  const findings = await Promise.all(credential.proofs.map((proof) => checkProof({ ...question, proof })))
  const known = findings.filter(({ because }) => because !== 'proof-suite-unknown')
  const worst = known.find(byOutcome('failed')) ?? known.find(byOutcome('inconclusive')) ?? known[0] ?? findings[0]!
  const { outcome, because, detail, documentHash } = worst
  return {
    line: { check: 'signature', outcome, ...(because === undefined ? {} : { because }), detail },
    isPublished: known.every((finding) => finding.isPublished !== false),
    ...(documentHash === undefined ? {} : { canonicalHash: documentHash }),
  }
}

const byOutcome = (outcome: string) => (finding: ProofFinding) => finding.outcome === outcome

function checkFormat({ credential }: Question): Check {
  const detail = {
    kind: credential.kind,
    dataModel: `VC ${credential.vcVersion}`,
    ...(credential.obVersion === undefined ? {} : { openBadges: credential.obVersion }),
  }
  return { check: 'format', outcome: 'passed', detail }
}

// Whose signature it is, and whether we know them: the signature alone says neither.
function checkIssuer({ credential, material, signature }: Question): Check {
  const { id, name } = credential.issuer
  const trust = material.trust.get(id)
  const detail = {
    id,
    ...(name === undefined ? {} : { claimedName: name }),
    ...(trust?.name === undefined ? {} : { knownName: trust.name }),
  }
  const line = (outcome: Check['outcome'], because?: CheckReason): Check => ({
    check: 'issuer',
    outcome,
    ...(because === undefined ? {} : { because }),
    detail,
  })
  if (!trust || trust.standing === 'unconfirmed') return line('inconclusive', 'issuer-unconfirmed')
  if (!signature.isPublished) return line('inconclusive', 'key-not-published')
  if (trust.standing === 'test') return line('passed', 'test-issuer')
  return credential.isTest ? line('passed', 'test-credential') : line('passed')
}

function checkValidity({ credential, at }: Question): Check {
  const { validFrom, validUntil } = credential
  const now = millisOf(at)!
  const detail = {
    at,
    ...(validFrom === undefined ? {} : { validFrom }),
    ...(validUntil === undefined ? {} : { validUntil }),
  }
  if (validFrom !== undefined && millisOf(validFrom)! > now + CLOCK_SKEW_MS)
    return { check: 'validity', outcome: 'failed', because: 'not-yet-valid', detail }
  if (validUntil === undefined) return { check: 'validity', outcome: 'passed', because: 'no-end-declared', detail }
  if (millisOf(validUntil)! < now) return { check: 'validity', outcome: 'failed', because: 'expired', detail }
  return { check: 'validity', outcome: 'passed', detail }
}
