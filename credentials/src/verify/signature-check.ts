// Checks the proofs of a credential and draws one line from them.

import type { Instant } from '../instant.ts'
import type { ParsedCredential } from '../parsed-credential.ts'
import { checkProof, type ProofFinding } from '../proof/check.ts'
import type { Primitives } from '../proof/primitives.ts'
import type { Material } from './material.ts'
import type { SignatureFinding } from './question.ts'

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
  return { ...lineOf(worst), isPublished: known.every((finding) => finding.isPublished !== false) }
}

/** The line that one finding makes. */
export function lineOf({ outcome, because, detail, documentHash, isPublished }: ProofFinding): SignatureFinding {
  return {
    line: { check: 'signature', outcome, ...(because === undefined ? {} : { because }), detail },
    isPublished: isPublished !== false,
    ...(documentHash === undefined ? {} : { canonicalHash: documentHash }),
  }
}

const byOutcome = (outcome: string) => (finding: ProofFinding) => finding.outcome === outcome
