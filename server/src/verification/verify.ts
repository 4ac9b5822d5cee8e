/** Answers "is this real?" for whatever was handed in. */
import {
  isAssertion,
  type Json,
  parseCredential,
  parseJwt,
  readInput,
  unreadable as unreadableResult,
  type VerificationResult,
  verify as verifyCredential,
} from '@kolleges/credentials'
import type { AwardView } from '../issuing/index.ts'
import type { Actor } from '../platform/handler.ts'
import type { Ports } from '../platform/ports.ts'
import { nodePrimitives } from '../platform/primitives.ts'
import { findOwn, findOwnByNumber, type OwnCredential } from './find-own.ts'
import { gather } from './gather.ts'
import type { Input } from './input.ts'
import { FETCHED_CREDENTIAL_BYTES_MAX } from './limits.ts'
import { verifyOld } from './verify-old.ts'

export type Verification =
  | { readonly outcome: 'verified'; readonly result: Result; readonly own?: OwnCredential }
  /** Unknown, private and declined look the same. */
  | { readonly outcome: 'hidden' }
  | { readonly outcome: 'refused'; readonly reason: 'verification-input-missing' }

/** A result of the core, or why there was nothing for the core to look at. */
export type Result = Omit<VerificationResult, 'checks'> & { readonly checks: readonly CheckLine[] }
export type CheckLine = {
  readonly check: VerificationResult['checks'][number]['check']
  readonly outcome: VerificationResult['checks'][number]['outcome']
  readonly because?: string
  readonly detail?: Readonly<Record<string, string>>
}

/** What an altered credential says is not worth repeating. */
export const isSealed = ({ checks }: Pick<Result, 'checks'>): boolean =>
  checks.some(({ check, outcome }) => check === 'signature' && outcome === 'passed')

/** `input` is untrusted; `actors` decide only whose private credentials they may see. Writes nothing. */
export async function verifyInput(ports: Ports, input: Input, actors: readonly Actor[]): Promise<Verification> {
  switch (input.kind) {
    case 'nothing':
      return { outcome: 'refused', reason: 'verification-input-missing' }
    case 'number':
      return verifyFound(ports, await findOwnByNumber(ports, input.number, actors))
    case 'own':
      return verifyFound(ports, await findOwn(ports, input.publicId, actors))
    case 'address':
      return { outcome: 'verified', result: await verifyAddress(ports, input.url) }
    case 'bytes':
      return { outcome: 'verified', result: await verifyBytes(ports, input.bytes) }
  }
}

async function verifyFound(ports: Ports, own: OwnCredential | null): Promise<Verification> {
  if (!own?.award.credential) return { outcome: 'hidden' }
  return { outcome: 'verified', result: await verifyText(ports, own.award.credential, own), own }
}

/** Verifies the signed text as it is stored, not what we believe to have signed. */
export const verifyText = (ports: Ports, text: string, own?: AwardView): Promise<Result> =>
  verifyBytes(ports, new TextEncoder().encode(text), own)

async function verifyAddress(ports: Ports, url: string): Promise<Result> {
  const fetched = await ports.fetcher.get(url, {
    accept:
      'application/vc+ld+json, application/vc, application/jwt, application/ld+json, application/json, image/png, image/svg+xml',
    maxBytes: FETCHED_CREDENTIAL_BYTES_MAX,
  })
  if (fetched.outcome === 'refused') return unreached(ports, url, fetched.reason)
  if (fetched.status !== 200) return unreached(ports, url, `status-${fetched.status}`)
  return verifyBytes(ports, fetched.bytes)
}

async function verifyBytes(ports: Ports, bytes: Uint8Array, own?: AwardView): Promise<Result> {
  const input = readInput(bytes)
  if (input.outcome === 'refused') return nothingIn(ports, input.reason)
  if (input.form === 'json' && !isAssertion(input.value)) return verifyJson(ports, input.value, own)
  if (input.form === 'jws' && input.edition !== 'ob2') return verifyJws(ports, input.text)
  return verifyOld(ports, input.form === 'json' ? input.value : input.text)
}

async function verifyJson(ports: Ports, json: Json, own: AwardView | undefined): Promise<Result> {
  const at = ports.clock.now()
  const parsed = parseCredential(json)
  if (parsed.outcome === 'refused') return { ...unreadableResult('credential-malformed', at), faults: parsed.faults }
  const material = await gather(ports, parsed.credential, own && { own })
  return verifyCredential(json, material, { at, primitives: nodePrimitives })
}

/** A JWT of a credential, or else an assertion signed the old way. */
async function verifyJws(ports: Ports, text: string): Promise<Result> {
  const jwt = parseJwt(text)
  if (jwt.outcome === 'parsed') {
    const material = await gather(ports, jwt.credential, jwt.keyId === null ? {} : { jwtKeyId: jwt.keyId })
    return verifyCredential(text, material, { at: ports.clock.now(), primitives: nodePrimitives })
  }
  const result = await verifyOld(ports, text)
  const isNeither = result.checks.some(({ because }) => because === 'not-a-credential')
  return isNeither ? nothingIn(ports, 'proof-suite-unknown') : result
}

const unreached = (ports: Ports, url: string, reason: string): Result =>
  unreadable(ports, { outcome: 'inconclusive', because: 'address-unreachable', detail: { url, reason } })

const nothingIn = (ports: Ports, because: string): Result => unreadable(ports, { outcome: 'failed', because })

const unreadable = (ports: Ports, line: Omit<CheckLine, 'check'>): Result => ({
  verdict: 'unreadable',
  checks: [{ check: 'format', ...line }],
  at: ports.clock.now(),
})
