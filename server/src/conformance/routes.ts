/** The doors for outside test suites, as the W3C's VC API has them; mounted only when the operator says so. */
import type { Json } from '@kolleges/credentials'
import { z } from 'zod'
import { answer, type Language, type On, problem, type Reply } from '../platform/handler.ts'
import { deriveCredential } from './derive.ts'
import { documentFaults } from './document-rules.ts'
import { issueForTest } from './issue.ts'
import { type Algorithm, loadIssuer } from './issuer-key.ts'
import { CREDENTIAL_ID_CHARACTERS_MAX, DOCUMENT_BYTES_MAX, POINTERS_MAX } from './limits.ts'
import { REFUSED_STATUS, type Refusal, refusal, refusalBody } from './refusal.ts'
import { suitesOf } from './sign.ts'
import { changeStatus, ownListId, signStatusList } from './status.ts'
import { verifyAsked } from './verify-credential.ts'
import { verifyPresentation } from './verify-presentation.ts'

const Document = z.custom<Json>((value) => value !== undefined)
const Text = z.string().max(CREDENTIAL_ID_CHARACTERS_MAX)
const post = <Body extends z.ZodType>(path: string, body: Body) =>
  ({ method: 'POST', path, capability: 'public', bodyBytesMax: DOCUMENT_BYTES_MAX, request: { body } }) as const
const get = (path: string) =>
  ({ method: 'GET', path, capability: 'public', request: { params: z.object({ id: Text.optional() }) } }) as const

const Pointers = z.array(Text).max(POINTERS_MAX)
const IssueBody = z.looseObject({
  credential: Document,
  options: z
    .looseObject({
      cryptosuite: Text.optional(),
      mandatoryPointers: Pointers.optional(),
      envelope: z.boolean().optional(),
      credentialId: Text.optional(),
      status: Document.optional(),
    })
    .optional(),
})
const DeriveBody = z.looseObject({
  verifiableCredential: Document,
  options: z.looseObject({ selectivePointers: Pointers.optional() }).optional(),
})
const Checks = z.array(Text).optional()
const Asking = z
  .looseObject({
    challenge: Text.nullish(),
    domain: z.union([Text, z.array(Text)]).nullish(),
    expectedProofPurpose: Text.nullish(),
    checks: Checks,
  })
  .optional()
const VerifyBody = z.looseObject({ verifiableCredential: Document, options: Asking })
const PresentationBody = z.looseObject({ verifiablePresentation: Document, options: Asking })
const StatusBody = z.looseObject({
  credentialId: Text,
  credentialStatus: z
    .looseObject({
      type: Text.optional(),
      statusPurpose: Text.optional(),
      statusListCredential: Text.optional(),
      statusListIndex: z.union([Text, z.number()]).optional(),
    })
    .optional(),
  status: z.boolean().optional(),
})

export function register(on: On): void {
  registerIssuer(on, '/conformance', 'Ed25519')
  registerIssuer(on, '/conformance/ec', 'P-256')
  registerStatus(on)
  on(post('/conformance/ec/credentials/derive', DeriveBody), async ({ input: { body }, language }) => {
    const long = tooLong(body)
    if (long) return refuse(long, language)
    const derived = await deriveCredential(body.verifiableCredential, body.options?.selectivePointers ?? [])
    return derived.outcome === 'refused'
      ? refuse(derived, language)
      : answer(201, { verifiableCredential: derived.credential })
  })
  on(post('/conformance/credentials/verify', VerifyBody), async ({ input: { body }, ports, language }) => {
    const long = tooLong(body)
    if (long) return refuse(long, language)
    const verified = await verifyAsked(ports, body.verifiableCredential, askedBy(body.options))
    if (verified.outcome === 'refused') return refuse(verified, language)
    const { credential, checks, warnings } = verified
    return answer(200, { verified: true, checks, warnings, credential })
  })
  on(post('/conformance/presentations/verify', PresentationBody), async ({ input: { body }, ports, language }) => {
    const long = tooLong(body)
    if (long) return refuse(long, language)
    const verified = await verifyPresentation(ports, body.verifiablePresentation, askedBy(body.options))
    if (verified.outcome === 'refused') return refuse(verified, language)
    const { presentation, credentials, checks, warnings } = verified
    return answer(200, { verified: true, checks, warnings, presentation, credentials })
  })
}

/** Without a list of checks everything is asked for. */
const askedBy = (options: z.output<typeof Asking>) => ({
  challenge: options?.challenge ?? undefined,
  domain: options?.domain ?? undefined,
  proofPurpose: options?.expectedProofPurpose ?? undefined,
  isStatusAsked: !options?.checks?.length || options.checks.some((check) => /status/i.test(check)),
})

function registerIssuer(on: On, base: string, algorithm: Algorithm): void {
  on(get(`${base}/issuer`), async ({ ports }) => {
    const { did, publicKeyMultibase, signer } = await loadIssuer(ports, algorithm)
    return answer(200, {
      id: did,
      verificationMethod: signer.verificationMethod,
      algorithm,
      publicKeyMultibase,
      cryptosuites: suitesOf(algorithm),
    })
  })
  on(post(`${base}/credentials/issue`, IssueBody), async ({ input: { body }, ports, language }) => {
    const long = tooLong(body)
    if (long) return refuse(long, language)
    const issued = await issueForTest(ports, algorithm, body.credential, body.options ?? {})
    return issued.outcome === 'refused'
      ? refuse(issued, language)
      : answer(201, { verifiableCredential: issued.credential })
  })
}

function registerStatus(on: On): void {
  on(post('/conformance/credentials/status', StatusBody), async ({ input: { body }, ports, language }) => {
    const { statusPurpose, statusListCredential, statusListIndex } = body.credentialStatus ?? {}
    const wanted = {
      credentialId: body.credentialId,
      purpose: statusPurpose,
      listId:
        statusListCredential === undefined ? undefined : (ownListId(ports.config.origin, statusListCredential) ?? ''),
      index: statusListIndex === undefined ? undefined : indexOf(statusListIndex),
    }
    const changed = await changeStatus(ports, wanted, body.status ?? true)
    if (changed.outcome === 'refused')
      return refuse(refusal({ pointer: '/credentialId', code: 'status-unknown' }), language)
    return answer(200, { credentialId: body.credentialId, status: body.status ?? true })
  })
  on(get('/conformance/status/{id}'), async ({ input, ports }) => {
    const list = await signStatusList(ports, input.params.id ?? '')
    if (list === null) return problem('not-found')
    const headers = {
      'content-type': 'application/vc',
      'cache-control': 'no-store',
      'access-control-allow-origin': '*',
    }
    return answer(200, list, headers)
  })
  // Suites publish a list after changing it; ours is signed when it is read.
  on({ ...get('/conformance/status/{id}/publish'), method: 'POST' } as const, () => answer(204))
}

/** Nothing stands at a place that is no whole number. */
const indexOf = (index: string | number): number => (/^\d{1,9}$/.test(String(index)) ? Number(index) : -1)

/** The whole body counts: of a longer one not every part was read strictly. */
function tooLong(body: unknown): Refusal | null {
  const faults = documentFaults(body as Json)
  return faults.length > 0 ? refusal(...faults) : null
}

const refuse = (refused: Refusal, language: Language): Reply =>
  answer(REFUSED_STATUS, refusalBody(refused, language), {
    'content-type': 'application/problem+json',
    'content-language': language,
  })
