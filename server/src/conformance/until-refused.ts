/** Checks proofs one after the other, and no further than the first that falls. */
import type { JsonObject, ProofFinding } from '@kolleges/credentials'

/** A document made to be costly is then paid for once, however many proofs it has. Those of unknown suites decide nothing. */
export async function untilRefused(
  proofs: readonly JsonObject[],
  check: (proof: JsonObject, at: number) => Promise<ProofFinding>,
): Promise<ProofFinding[]> {
  const findings: ProofFinding[] = []
  for (const [at, proof] of proofs.entries()) {
    const finding = await check(proof, at)
    findings.push(finding)
    if (finding.outcome !== 'passed' && finding.because !== 'proof-suite-unknown') break
  }
  return findings
}
