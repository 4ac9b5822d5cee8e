// Checks the proofs of a credential and draws one line from them.

import type { Instant } from '../instant.ts'
import type { JsonObject } from '../json.ts'
import type { ParsedCredential } from '../parsed-credential.ts'
import { checkProof, type ProofFinding } from '../proof/check.ts'
import type { Primitives } from '../proof/primitives.ts'
import type { Material } from './material.ts'
import { otherParty } from './other-party.ts'
import type { SignatureFinding } from './question.ts'
import type { ProofOutcome } from './result.ts'

/**
 * Every proof with a suite of ours must hold. Other verifiers are content with any one, but then an altered proof beside a good one would go
 * unnoticed; proofs of suites we do not know are reported and neither help nor harm. Proofs of other parties stand beside the issuer's, each against its own
 * party's keys.
 */
export async function signatureOf(
  credential: ParsedCredential,
  material: Material,
  at: Instant,
  primitives: Primitives,
): Promise<SignatureFinding> {
  if (credential.proofs.length === 0)
    return { line: { check: 'signature', outcome: 'failed', because: 'proof-missing' }, isPublished: false }
  const question = { document: credential.json, bare: credential.bare, material, at, primitives }
  const reports = await Promise.all(
    credential.proofs.map(async (proof): Promise<ProofReport> => {
      const controller = controllerOf(proof, credential)
      return { controller, finding: await checkProof({ ...question, proof, issuerId: controller }) }
    }),
  )
  const known = reports.map(({ finding }) => finding).filter(({ because }) => because !== 'proof-suite-unknown')
  const own = reports.filter(({ controller }) => controller === credential.issuer.id).map(({ finding }) => finding)
  const ownKnown = own.filter((finding) => known.includes(finding))
  // A co-signer out of reach takes nothing from the issuer's own seal; one whose seal is broken does.
  const worst = known.find(byOutcome('failed')) ?? ownKnown.find(byOutcome('inconclusive')) ?? ownKnown[0] ?? own[0]!
  return {
    ...lineOf(worst),
    isPublished: ownKnown.every((finding) => finding.isPublished !== false),
    proofs: reports.map((report) => outcomeOf(report, material)),
  }
}

interface ProofReport {
  readonly controller: string
  readonly finding: ProofFinding
}

// A proof of another party is a co-signer's, as long as the issuer has signed too: else it is a stranger's in the issuer's place.
function controllerOf(proof: JsonObject, { issuer, proofs }: ParsedCredential): string {
  const isIssuers = (each: JsonObject): boolean => otherParty(each, issuer.id) === null
  return isIssuers(proof) || !proofs.some(isIssuers) ? issuer.id : otherParty(proof, issuer.id)!
}

function outcomeOf({ controller, finding }: ProofReport, material: Material): ProofOutcome {
  const { outcome, because, detail } = finding
  const standing = material.trust.get(controller)?.standing ?? 'unconfirmed'
  return { controller, standing, outcome, ...(because === undefined ? {} : { because }), detail }
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
