/** Verifies a presentation handed in by a test of conformance: whom it authenticates, and everything it presents. */
import { checkPresentationJwt, checkProof, type Json, type JsonObject } from '@kolleges/credentials'
import type { Ports } from '../platform/ports.ts'
import { nodePrimitives } from '../platform/primitives.ts'
import { type Asked, askedFaults } from './asked.ts'
import { credentialFaults } from './credential-rules.ts'
import { isEnvelope, openEnvelope } from './envelope.ts'
import { withExampleVocabulary } from './example-vocabulary.ts'
import { gatherIssuers } from './gather.ts'
import { presentationFaults } from './presentation-rules.ts'
import { type Refusal, type Refused, refusal } from './refusal.ts'
import { untilRefused } from './until-refused.ts'
import { entriesOf, entryPointer, isObject } from './value-rules.ts'
import { type VerifyOptions, verifyCredential } from './verify-credential.ts'

export type Expected = VerifyOptions & Asked

export type VerifiedPresentation =
  | {
      readonly outcome: 'accepted'
      readonly presentation: JsonObject
      readonly credentials: readonly JsonObject[]
      readonly checks: readonly string[]
      readonly warnings: readonly string[]
    }
  | Refusal

/**
 * Untrusted JSON. A presentation without a proof authenticates nobody and is accepted as a wrapper (VCDM 2.0 §4.13), unless a challenge or domain was
 * set, which only a proof can answer.
 */
export async function verifyPresentation(
  ports: Ports,
  presentation: Json,
  expected: Expected,
): Promise<VerifiedPresentation> {
  if (isObject(presentation) && isEnvelope(presentation, 'EnvelopedVerifiablePresentation'))
    return verifyEnvelope(ports, presentation, expected)
  const faults = presentationFaults(presentation)
  if (faults.length > 0 || !isObject(presentation)) return refusal(...faults)
  const signers = await checkProofs(ports, presentation, expected)
  if (signers.outcome === 'refused') return signers
  return verifyPresented(ports, presentation, signers.controllers, expected)
}

/** The JWT is the proof: whoever signed it is the holder of what is inside. */
async function verifyEnvelope(ports: Ports, envelope: JsonObject, expected: Expected): Promise<VerifiedPresentation> {
  const opened = openEnvelope(envelope, 'EnvelopedVerifiablePresentation')
  if (opened.outcome === 'refused') return refusal(...opened.faults)
  const { challenge, domain } = expected
  const question = {
    text: opened.jwt,
    atSeconds: Math.floor(Date.parse(ports.clock.now()) / 1000),
    primitives: nodePrimitives,
    ...(challenge === undefined ? {} : { challenge }),
    ...(domain === undefined ? {} : { domain: typeof domain === 'string' ? [domain] : domain }),
  }
  const first = await checkPresentationJwt({ ...question, issuers: new Map() })
  const isWanting = first.outcome === 'refused' && first.because === 'issuer-unreachable' && first.controller
  const finding = isWanting
    ? await checkPresentationJwt({ ...question, issuers: await gatherIssuers(ports, [isWanting]) })
    : first
  if (finding.outcome === 'refused') return refusal({ pointer: '/id', code: finding.because })
  const { presentation, holder } = finding
  const faults = presentationFaults(presentation)
  return faults.length > 0
    ? refusal(...faults)
    : verifyPresented(ports, { ...presentation, holder }, [holder], expected)
}

type Signers = { readonly outcome: 'signed'; readonly controllers: readonly string[] } | Refusal

/** Every proof must hold, be made to authenticate, and answer what was asked (VC-DI §4.4). */
async function checkProofs(ports: Ports, presentation: JsonObject, expected: Expected): Promise<Signers> {
  const proofs = entriesOf(presentation.proof).filter(isObject)
  const controllers = proofs.map(({ verificationMethod }) => String(verificationMethod).split('#')[0]!)
  const document = withExampleVocabulary(presentation)
  const issuers = await gatherIssuers(ports, [...new Set(controllers)])
  const material = { issuers, statusLists: new Map(), trust: new Map() }
  const findings = await untilRefused(proofs, (proof, at) =>
    checkProof({
      ...{ document, proof, issuerId: controllers[at]!, material, at: ports.clock.now() },
      ...{ primitives: nodePrimitives, purpose: 'authentication' as const, inlineContexts: true },
    }),
  )
  const broken = findings.flatMap(({ outcome, because = 'proof-malformed' }, at): Refused[] =>
    outcome === 'passed' ? [] : [{ pointer: entryPointer(presentation.proof, 'proof', at), code: because }],
  )
  const faults = [...broken, ...askedFaults(presentation.proof, expected)]
  if (faults.length > 0) return refusal(...faults)
  const holder = idOf(presentation.holder)
  if (holder !== undefined && proofs.length > 0 && !controllers.includes(holder))
    return refusal({ pointer: '/holder', code: 'holder-differs' })
  return { outcome: 'signed', controllers }
}

async function verifyPresented(
  ports: Ports,
  presentation: JsonObject,
  controllers: readonly string[],
  expected: Expected,
): Promise<VerifiedPresentation> {
  const presented = entriesOf(presentation.verifiableCredential).filter(isObject)
  const credentials: JsonObject[] = []
  const warnings: string[] = []
  const faults: Refused[] = []
  for (const [at, credential] of presented.entries()) {
    const base = entryPointer(presentation.verifiableCredential, 'verifiableCredential', at)
    const verified = isSelfAsserted(credential, controllers)
      ? selfAsserted(credential, presentation, controllers)
      : await verifyCredential(ports, credential, expected)
    if (verified.outcome === 'refused')
      faults.push(...verified.faults.map((fault) => ({ ...fault, pointer: `${base}${fault.pointer}` })))
    else {
      credentials.push(verified.credential)
      warnings.push(...verified.warnings)
    }
  }
  if (faults.length > 0) return refusal(...faults)
  const checks = controllers.length > 0 ? ['proof', 'challenge', 'domain'] : []
  return { outcome: 'accepted', presentation, credentials, checks, warnings }
}

const isSelfAsserted = (credential: JsonObject, controllers: readonly string[]): boolean =>
  controllers.length > 0 && credential.proof === undefined && !isEnvelope(credential, 'EnvelopedVerifiableCredential')

/** VCDM 2.0 §4.13.4: secured by the presentation's proof alone, so its issuer must be the holder who made that. */
function selfAsserted(credential: JsonObject, presentation: JsonObject, controllers: readonly string[]) {
  const broken = credentialFaults(credential)
  if (broken.length > 0) return refusal(...broken)
  const issuer = idOf(credential.issuer)
  const isHolders = issuer !== undefined && issuer === idOf(presentation.holder) && controllers.includes(issuer)
  return isHolders
    ? ({ outcome: 'accepted', credential, checks: [], warnings: ['self-asserted'] } as const)
    : refusal({ pointer: '/issuer', code: 'self-asserted' })
}

const idOf = (party: Json | undefined): string | undefined => {
  const id = isObject(party) ? party.id : party
  return typeof id === 'string' ? id : undefined
}
