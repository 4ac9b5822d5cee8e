/** Verifies a credential handed in by a test of conformance. */
import {
  type Check,
  checkProof,
  type Json,
  type JsonObject,
  type Material,
  type ParsedCredential,
  parseCredential,
  parseJwt,
  type VerificationResult,
  verify,
} from '@kolleges/credentials'
import type { Ports } from '../platform/ports.ts'
import { nodePrimitives } from '../platform/primitives.ts'
import { type Asked, askedFaults } from './asked.ts'
import { checkRelated } from './check-related.ts'
import { credentialFaults } from './credential-rules.ts'
import { isEnvelope, openEnvelope } from './envelope.ts'
import { withExampleVocabulary } from './example-vocabulary.ts'
import { gather } from './gather.ts'
import { proofFaults } from './proof-rules.ts'
import { faultsOf, type Refusal, type Refused, refusal } from './refusal.ts'
import { untilRefused } from './until-refused.ts'
import { isObject } from './value-rules.ts'

export type VerifyOptions = {
  /** False leaves a kind of status open that nobody here can look up; a revoked credential is refused all the same. */
  readonly isStatusAsked: boolean
}

export type Accepted = {
  readonly outcome: 'accepted'
  readonly credential: JsonObject
  readonly checks: readonly string[]
  /** What was left open, by code. */
  readonly warnings: readonly string[]
}

export type VerifiedCredential = Accepted | Refusal

/** As `verifyCredential`, with something asked of its proofs; a JWT has none to answer with. */
export async function verifyAsked(
  ports: Ports,
  document: Json,
  asked: VerifyOptions & Asked,
): Promise<VerifiedCredential> {
  const verified = await verifyCredential(ports, document, asked)
  if (verified.outcome === 'refused') return verified
  const faults = askedFaults(isObject(document) ? document.proof : undefined, asked)
  return faults.length > 0 ? refusal(...faults) : verified
}

/** Untrusted JSON: a credential with its proof, an envelope around a JWT, or the text of a JWT. */
export async function verifyCredential(
  ports: Ports,
  document: Json,
  options: VerifyOptions,
): Promise<VerifiedCredential> {
  if (typeof document === 'string') return verifyJwt(ports, document, options)
  if (!isObject(document)) return refusal(...credentialFaults(document))
  if (!isEnvelope(document, 'EnvelopedVerifiableCredential')) return verifyEmbedded(ports, document, options)
  const opened = openEnvelope(document, 'EnvelopedVerifiableCredential')
  return opened.outcome === 'refused' ? refusal(...opened.faults) : verifyJwt(ports, opened.jwt, options)
}

async function verifyEmbedded(ports: Ports, document: JsonObject, options: VerifyOptions): Promise<VerifiedCredential> {
  const readable = withExampleVocabulary(document)
  const parsed = parseCredential(readable)
  const broken = isOfDataModel1(document) ? proofFaults(document.proof) : credentialFaults(document)
  if (broken.length > 0) return refusal(...broken)
  if (parsed.outcome === 'refused') return refusal(...faultsOf(parsed.faults))
  return judge(ports, { input: readable, credential: parsed.credential, keyId: null, original: document }, options)
}

/** The older edition is read for the sake of what was issued with it; its rules are those of the credentials package. */
const isOfDataModel1 = (document: JsonObject): boolean => {
  const context = document['@context']
  return Array.isArray(context) && context[0] === 'https://www.w3.org/2018/credentials/v1'
}

async function verifyJwt(ports: Ports, jwt: string, options: VerifyOptions): Promise<VerifiedCredential> {
  const parsed = parseJwt(jwt)
  if (parsed.outcome === 'refused') return refusal(...faultsOf(parsed.faults))
  const { credential, keyId } = parsed
  const broken = isOfDataModel1(credential.json) ? [] : credentialFaults(credential.json)
  if (broken.length > 0) return refusal(...broken)
  return judge(ports, { input: jwt, credential, keyId, original: credential.json }, options)
}

type Subject = {
  /** What the credentials package is given. */
  readonly input: Json
  readonly credential: ParsedCredential
  readonly keyId: string | null
  /** As it was handed in. */
  readonly original: JsonObject
}

async function judge(ports: Ports, subject: Subject, options: VerifyOptions): Promise<VerifiedCredential> {
  const { input, credential, keyId, original } = subject
  const at = ports.clock.now()
  const material = await gather(ports, credential, keyId)
  const result = await verify(input, material, { at, primitives: nodePrimitives })
  const checks = await Promise.all(
    result.checks.map((check) => (isUnreadInline(check) ? readInline(ports, credential, material) : check)),
  )
  const related = await checkRelated(ports, credential.json)
  const refusedBy = [...checks.filter((check) => stands(check, options) === false).map(faultOf), ...innerFaults(result)]
  if (refusedBy.length + related.length > 0) return refusal(...refusedBy, ...related)
  const open = checks.filter((check) => stands(check, options) === null)
  return {
    outcome: 'accepted',
    credential: original,
    checks: ['proof', 'credentialStatus', 'validity'],
    warnings: open.map(({ because }) => because ?? 'unknown'),
  }
}

const isUnreadInline = ({ check, because }: Check): boolean => check === 'signature' && because === 'context-inline'

/** The same check with the document's own contexts read, which nobody does outside of tests. */
async function readInline(ports: Ports, credential: ParsedCredential, material: Material): Promise<Check> {
  const question = {
    ...{ document: credential.json, issuerId: credential.issuer.id, material, at: ports.clock.now() },
    ...{ primitives: nodePrimitives, inlineContexts: true },
  }
  const findings = await untilRefused(credential.proofs, (proof) => checkProof({ ...question, proof }))
  const known = findings.filter(({ because }) => because !== 'proof-suite-unknown')
  const worst = known.find(({ outcome }) => outcome !== 'passed') ?? known[0] ?? findings[0]!
  const { outcome, because } = worst
  return { check: 'signature', outcome, ...(because === undefined ? {} : { because }) }
}

/** Null: left open, and told as a warning. Who the issuer is, is no question of conformance. */
function stands({ check, outcome, because }: Check, { isStatusAsked }: VerifyOptions): boolean | null {
  if (outcome === 'passed' || check === 'refresh') return outcome === 'passed' || null
  if (check === 'issuer') return because === 'issuer-unconfirmed' ? null : false
  return because === 'status-type-unknown' && !isStatusAsked ? null : false
}

const POINTERS: Readonly<Record<string, string>> = {
  signature: '/proof',
  issuer: '/issuer',
  status: '/credentialStatus',
}

const faultOf = ({ check, because }: Check): Refused => ({
  pointer: POINTERS[check] ?? '',
  code: because ?? 'credential-malformed',
})

const STANDING = ['valid', 'test', 'issuer_unverified']

/** A part that fell takes the whole with it; an endorsement is somebody's word beside it. */
const innerFaults = ({ inner = [] }: VerificationResult): Refused[] =>
  inner
    .filter(({ relation, result }) => relation === 'part' && !STANDING.includes(result.verdict))
    .map(({ path }) => ({ pointer: path, code: 'presented-credential-refused' }))
