// Verifies an Open Badges 2.0 assertion, hosted or signed, from the documents handed in.

import { decodeBase64url } from '../encoding/base64url.ts'
import { CredentialError } from '../errors.ts'
import { type Instant, isInstant, millisOf } from '../instant.ts'
import { isObject, type Json, type JsonObject, listOf } from '../json.ts'
import { CLOCK_SKEW_MS } from '../limits.ts'
import { readJws } from '../proof/jwt.ts'
import { type Primitives, webPrimitives } from '../proof/primitives.ts'
import { matchesIdentity } from '../recipient.ts'
import type { Material } from '../verify/material.ts'
import { type Check, type CheckReason, type VerificationResult, verdictOf } from '../verify/result.ts'
import { type Assertion, isAssertion, readAssertion } from './assertion.ts'
import { type Documents, follow, isWebUrl } from './documents.ts'

export interface AssertionOptions {
  readonly at: Instant
  readonly trust: Material['trust']
  readonly primitives?: Primitives
  /** An address to compare with the recipient's. */
  readonly recipient?: string
}

export interface AssertionAnswer {
  readonly result: VerificationResult
  /** Documents that are still missing: fetch them as from a stranger, add them, ask again. */
  readonly wanted: readonly string[]
}

/** Untrusted: the assertion's JSON, its URL, or a JWS of it (OB 2.0 §"Verification"). Never throws for a bad assertion. */
export async function verifyAssertion(
  input: Json,
  documents: Documents,
  options: AssertionOptions,
): Promise<AssertionAnswer> {
  const { at } = options
  if (!isInstant(at)) throw new CredentialError('date-malformed', { at })
  const source = sourceOf(input, documents)
  if (source.outcome === 'answer') return answerOf([{ check: 'format', ...source.line }], at, source.wanted)
  const read = readAssertion(source.json, documents)
  if (read.outcome === 'refused')
    return answerOf([{ check: 'format', outcome: 'failed', because: 'credential-malformed' }], at)
  if (read.outcome === 'missing') return answerOf([UNREACHABLE], at, [read.url])
  const { assertion } = read
  const seal =
    assertion.manner === 'hosted'
      ? hostedSeal(assertion, source, documents)
      : await signedSeal(assertion, source, documents, options)
  const format: Check = { check: 'format', outcome: 'passed', detail: { openBadges: '2.0', manner: assertion.manner } }
  const checks = [
    format,
    seal.line,
    issuerLine(assertion, options),
    seal.status,
    validityLine(assertion, at),
    await recipientLine(assertion, options),
  ]
  return answerOf(
    checks.filter((check) => check !== null),
    at,
    seal.wanted,
    seal.copy ?? assertion,
  )
}

const UNREACHABLE: Check = { check: 'signature', outcome: 'inconclusive', because: 'assertion-unreachable' }

function answerOf(
  checks: readonly Check[],
  at: Instant,
  wanted: readonly string[] = [],
  assertion?: Assertion,
): AssertionAnswer {
  return {
    wanted,
    result: { verdict: verdictOf(checks), checks, at, ...(assertion ? { credential: assertion.credential } : {}) },
  }
}

type Source =
  | { readonly outcome: 'source'; readonly json: JsonObject; readonly jws: string | null }
  | { readonly outcome: 'answer'; readonly line: Omit<Check, 'check'>; readonly wanted: readonly string[] }

function sourceOf(input: Json, documents: Documents): Source {
  const refused: Source = { outcome: 'answer', line: { outcome: 'failed', because: 'not-a-credential' }, wanted: [] }
  if (isAssertion(input)) return { outcome: 'source', json: input, jws: null }
  if (isWebUrl(input)) {
    const found = follow(input, documents)
    if (found.outcome === 'missing')
      return { outcome: 'answer', line: { outcome: 'inconclusive', because: 'assertion-unreachable' }, wanted: [input] }
    return found.outcome === 'found' ? { outcome: 'source', json: found.object, jws: null } : refused
  }
  const jws = typeof input === 'string' ? readJws(input) : null
  return jws && typeof input === 'string' ? { outcome: 'source', json: jws.payload, jws: input } : refused
}

interface Seal {
  readonly line: Check
  readonly status: Check
  readonly wanted: readonly string[]
  /** The assertion as it is hosted, which alone may be shown. */
  readonly copy?: Assertion
}

const seal = (
  outcome: Check['outcome'],
  because: CheckReason | null,
  status: Check = NOT_ASKED,
  wanted: readonly string[] = [],
): Seal => ({
  line: { check: 'signature', outcome, ...(because ? { because } : {}) },
  status,
  wanted,
})

const NOT_ASKED: Check = { check: 'status', outcome: 'inconclusive', because: 'status-list-unreachable' }
const STANDING: Check = { check: 'status', outcome: 'passed' }
const REVOKED: Check = { check: 'status', outcome: 'failed', because: 'revoked' }

// The hosted copy is the assertion; what was handed in is only where to look.
function hostedSeal(assertion: Assertion, { json }: { readonly json: JsonObject }, documents: Documents): Seal {
  const hosted = follow(assertion.id, documents)
  if (hosted.outcome === 'missing') return seal('inconclusive', 'assertion-unreachable', NOT_ASKED, [hosted.url])
  if (hosted.outcome === 'gone') return seal('passed', null, revokedWith(hosted.body))
  if (hosted.outcome === 'malformed') return seal('inconclusive', 'issuer-document-malformed')
  if (hosted.object.revoked === true) return seal('passed', null, revokedWith(hosted.object))
  if (COMPARED.some((key) => JSON.stringify(hosted.object[key]) !== JSON.stringify(json[key])))
    return seal('failed', 'hosted-copy-differs')
  if (!isOnAllowedGround(assertion)) return seal('failed', 'issuer-of-another-origin')
  const copy = readAssertion(hosted.object, documents)
  return copy.outcome === 'read'
    ? { ...seal('passed', null, STANDING), copy: copy.assertion }
    : seal('failed', 'hosted-copy-differs')
}

const COMPARED = ['id', 'recipient', 'badge', 'issuedOn', 'expires']

function revokedWith(body: Json): Check {
  const reason = isObject(body) ? body.revocationReason : undefined
  return typeof reason === 'string' ? { ...REVOKED, detail: { reason } } : REVOKED
}

// Anybody can host an assertion that names an issuer; only the issuer's own ground, or ground it names, speaks for it.
function isOnAllowedGround({ id, achievementUrl, achievement, issuer, issuerId }: Assertion): boolean {
  const urls = [id, achievementUrl ?? achievement.id].filter((url) => url !== undefined)
  const policy = isObject(issuer.verification) ? issuer.verification : {}
  const origins = listOf(policy.allowedOrigins)
  const starts = listOf(policy.startsWith)
  return urls.every((url) => {
    if (!isWebUrl(url)) return false
    if (starts.length > 0)
      return starts.some((start) => typeof start === 'string' && isWebUrl(start) && url.startsWith(start))
    const { host, origin } = new URL(url)
    return origins.length > 0
      ? origins.some((allowed) => allowed === host || allowed === origin)
      : isWebUrl(issuerId) && origin === new URL(issuerId).origin
  })
}

async function signedSeal(
  assertion: Assertion,
  { jws }: { readonly jws: string | null },
  documents: Documents,
  options: AssertionOptions,
): Promise<Seal> {
  const parts = jws === null ? null : readJws(jws)
  if (parts?.header.alg !== 'RS256') return seal('failed', 'proof-missing')
  const key = follow(assertion.creator ?? undefined, documents)
  if (key.outcome === 'missing') return seal('inconclusive', 'issuer-unreachable', NOT_ASKED, [key.url])
  const isListed = listOf(assertion.issuer.publicKey).some(
    (each) => (isObject(each) ? each.id : each) === assertion.creator,
  )
  if (key.outcome !== 'found' || key.object.owner !== assertion.issuerId || !isListed)
    return seal('failed', 'key-not-of-issuer')
  const spki = spkiOf(key.object.publicKeyPem)
  if (!spki) return seal('failed', 'key-malformed')
  const primitives = options.primitives ?? webPrimitives
  const isRight = (await primitives.verifyRsa?.(spki, parts.signedBytes, parts.signature)) ?? false
  if (!isRight) return seal('failed', 'signature-wrong')
  const { revocationList } = assertion.issuer
  if (revocationList === undefined) return seal('passed', null, { ...STANDING, because: 'no-status-declared' })
  const list = follow(revocationList, documents)
  if (list.outcome === 'missing') return seal('passed', null, NOT_ASKED, [list.url])
  return seal(
    'passed',
    null,
    list.outcome === 'found' ? listed(assertion, list.object) : { ...NOT_ASKED, because: 'status-list-malformed' },
  )
}

// One revoked assertion may stand alone, without an array around it.
function listed({ id, json }: Assertion, list: JsonObject): Check {
  for (const entry of listOf(list.revokedAssertions)) {
    const name = isObject(entry) ? (entry.id ?? entry.uid) : entry
    if (name === id || (name !== undefined && name === json.uid)) return revokedWith(entry)
  }
  return STANDING
}

function spkiOf(pem: Json | undefined): Uint8Array | null {
  const body =
    typeof pem === 'string'
      ? /-----BEGIN PUBLIC KEY-----([A-Za-z0-9+/=\s]+)-----END PUBLIC KEY-----/.exec(pem)?.[1]
      : undefined
  return body === undefined
    ? null
    : decodeBase64url(body.replaceAll(/[\s=]/g, '').replaceAll('+', '-').replaceAll('/', '_'))
}

function issuerLine({ issuerId, issuer }: Assertion, { trust }: AssertionOptions): Check {
  const known = trust.get(issuerId)
  const detail = { id: issuerId, ...(typeof issuer.name === 'string' ? { claimedName: issuer.name } : {}) }
  if (known?.standing === 'confirmed') return { check: 'issuer', outcome: 'passed', detail }
  if (known?.standing === 'test') return { check: 'issuer', outcome: 'passed', because: 'test-issuer', detail }
  return { check: 'issuer', outcome: 'inconclusive', because: 'issuer-unconfirmed', detail }
}

function validityLine({ credential: { validFrom, validUntil } }: Assertion, at: Instant): Check {
  const now = millisOf(at)!
  if (millisOf(validFrom!)! > now + CLOCK_SKEW_MS)
    return { check: 'validity', outcome: 'failed', because: 'not-yet-valid' }
  if (validUntil === undefined) return { check: 'validity', outcome: 'passed', because: 'no-end-declared' }
  return millisOf(validUntil)! < now
    ? { check: 'validity', outcome: 'failed', because: 'expired' }
    : { check: 'validity', outcome: 'passed' }
}

async function recipientLine(
  { credential }: Assertion,
  { recipient, primitives = webPrimitives }: AssertionOptions,
): Promise<Check | null> {
  if (recipient === undefined) return null
  const isOne = await matchesIdentity(credential.subject.identifiers[0]!, recipient, primitives)
  return {
    check: 'recipient',
    outcome: isOne ? 'passed' : 'failed',
    because: isOne ? 'recipient-matches' : 'recipient-differs',
  }
}
