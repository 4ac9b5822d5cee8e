// Runs every check over a credential and folds the lines into one verdict.

import { CredentialError, type Fault } from '../errors.ts'
import { innerCredentials } from '../inner-credentials.ts'
import { type Instant, isInstant } from '../instant.ts'
import type { Json } from '../json.ts'
import { INNER_DEPTH_MAX } from '../limits.ts'
import { parseCredential } from '../parse-credential.ts'
import type { ParsedCredential } from '../parsed-credential.ts'
import { checkJwt } from '../proof/check-jwt.ts'
import { readJwt } from '../proof/jwt.ts'
import { type Primitives, webPrimitives } from '../proof/primitives.ts'
import { CHECKS } from './checks.ts'
import type { Material } from './material.ts'
import type { Question, SignatureFinding } from './question.ts'
import { refresh, type Sealed } from './refresh.ts'
import {
  agreementOf,
  type Check,
  type CheckReason,
  type InnerResult,
  type VerificationResult,
  verdictOf,
} from './result.ts'
import { lineOf, signatureOf } from './signature-check.ts'
import type { VerifyOptions } from './verify-options.ts'

/**
 * Verifies untrusted JSON, or the text of a JWT, against the given material only: no network, no clock, nothing written. Never throws for a bad credential. Hand in text
 * through `parseJsonStrict` or `readInput` first, or two readers may see two credentials in it.
 */
export async function verify(input: Json, material: Material, options: VerifyOptions): Promise<VerificationResult> {
  const { at, primitives = webPrimitives } = options
  if (!isInstant(at)) throw new CredentialError('date-malformed', { at })
  const jwt = typeof input === 'string' ? readJwt(input) : null
  if (typeof input === 'string' && !jwt) return unreadable('not-a-credential', at)
  const parsed = parseCredential(jwt ? jwt.credential : input)
  if (parsed.outcome === 'refused') return malformed(parsed.faults, at)
  const sealed = { credential: parsed.credential, jwt }
  if (sealed.credential.refreshUrl === undefined)
    return answer(sealed, material, { ...options, primitives }, INNER_DEPTH_MAX)
  const { registry: _ofTheOriginal, ...ofTheNewer } = material
  const seal = (each: Sealed) => sealOf(each, ofTheNewer, at, primitives)
  const { sealed: judged, line } = await refresh(sealed, material, seal)
  const use = judged === sealed ? material : ofTheNewer
  return answer(judged, use, { ...options, primitives }, INNER_DEPTH_MAX, line)
}

const sealOf = async (
  { credential, jwt }: Sealed,
  material: Material,
  at: Instant,
  primitives: Primitives,
): Promise<SignatureFinding> =>
  jwt
    ? lineOf(await checkJwt(jwt, credential, material, primitives))
    : signatureOf(credential, material, at, primitives)

async function answer(
  sealed: Sealed,
  material: Material,
  options: Required<Pick<VerifyOptions, 'primitives'>> & VerifyOptions,
  depth: number,
  refreshed: Check | null = null,
): Promise<VerificationResult> {
  const { at, primitives } = options
  const { credential } = sealed
  const signature = await sealOf(sealed, material, at, primitives)
  const question: Question = { credential, material, at, primitives, signature, refreshed, options }
  const checks: Check[] = []
  for (const check of CHECKS) {
    const line = check(question)
    const said = line instanceof Promise ? await line : line
    if (said !== null) checks.push(said)
  }
  const inner = depth === 0 ? [] : await innerResults(credential, material, { at, primitives }, depth - 1)
  const { canonicalHash, proofs = [] } = signature
  return {
    verdict: verdictOf(checks, inner),
    checks,
    credential,
    at,
    ...(proofs.length < 2 ? {} : { proofs, agreement: agreementOf(proofs) }),
    ...(inner.length === 0 ? {} : { inner }),
    ...(canonicalHash === undefined ? {} : { canonicalHash }),
  }
}

// Our records are of the whole, not of what it carries.
async function innerResults(
  credential: ParsedCredential,
  { registry: _ofTheWhole, ...material }: Material,
  options: Required<Pick<VerifyOptions, 'primitives'>> & VerifyOptions,
  depth: number,
): Promise<InnerResult[]> {
  const results: InnerResult[] = []
  for (const { path, relation, json } of innerCredentials(credential.json)) {
    const parsed = parseCredential(json)
    const result =
      parsed.outcome === 'refused'
        ? malformed(parsed.faults, options.at)
        : await answer({ credential: parsed.credential, jwt: null }, material, options, depth)
    results.push({ path, relation, result })
  }
  return results
}

function malformed(faults: readonly Fault[], at: Instant): VerificationResult {
  const checks: Check[] = [{ check: 'format', outcome: 'failed', because: 'credential-malformed' }]
  return { verdict: verdictOf(checks), checks, faults, at }
}

/** The answer when there was nothing to verify: no credential in a file, JSON that two readers would read differently. */
export function unreadable(because: CheckReason, at: Instant): VerificationResult {
  const checks: Check[] = [{ check: 'format', outcome: 'failed', because }]
  return { verdict: verdictOf(checks), checks, at }
}
