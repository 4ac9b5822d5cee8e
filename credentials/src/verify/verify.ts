// Runs every check over a credential and folds the lines into one verdict.

import { CredentialError } from '../errors.ts'
import { type Instant, isInstant } from '../instant.ts'
import type { Json } from '../json.ts'
import { parseCredential } from '../parse-credential.ts'
import { webPrimitives } from '../proof/primitives.ts'
import { CHECKS } from './checks.ts'
import type { Material } from './material.ts'
import type { Question } from './question.ts'
import { type Check, type CheckReason, type VerificationResult, verdictOf } from './result.ts'
import { signatureOf } from './signature-check.ts'
import type { VerifyOptions } from './verify-options.ts'

/**
 * Verifies untrusted JSON against the given material only: no network, no clock, nothing written. Never throws for a bad credential. Hand in text
 * through `parseJsonStrict` or `readInput` first, or two readers may see two credentials in it.
 */
export async function verify(input: Json, material: Material, options: VerifyOptions): Promise<VerificationResult> {
  const { at, primitives = webPrimitives } = options
  if (!isInstant(at)) throw new CredentialError('date-malformed', { at })
  const parsed = parseCredential(input)
  if (parsed.outcome === 'refused') {
    const checks: Check[] = [{ check: 'format', outcome: 'failed', because: 'credential-malformed' }]
    return { verdict: verdictOf(checks), checks, faults: parsed.faults, at }
  }
  const { credential } = parsed
  const signature = await signatureOf(credential, material, at, primitives)
  const question: Question = { credential, material, at, primitives, signature, options }
  const checks = (await Promise.all(CHECKS.map((check) => check(question)))).filter((check) => check !== null)
  const { canonicalHash } = signature
  return {
    verdict: verdictOf(checks),
    checks,
    credential,
    at,
    ...(canonicalHash === undefined ? {} : { canonicalHash }),
  }
}

/** The answer when there was nothing to verify: no credential in a file, JSON that two readers would read differently. */
export function unreadable(because: CheckReason, at: Instant): VerificationResult {
  const checks: Check[] = [{ check: 'format', outcome: 'failed', because }]
  return { verdict: verdictOf(checks), checks, at }
}
