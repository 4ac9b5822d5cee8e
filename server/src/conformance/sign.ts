/** Signs for a test issuer: a whole credential, or statement by statement for its holder to show in part. */
import { type JsonObject, secureDocument, signSelectively } from '@kolleges/credentials'
import type { Ports } from '../platform/ports.ts'
import { nodePrimitives } from '../platform/primitives.ts'
import { compressedPoint, ellipticKey, signElliptic } from './elliptic-key.ts'
import { withExampleVocabulary } from './example-vocabulary.ts'
import type { Algorithm, Issuer } from './issuer-key.ts'
import { sealEnvelope } from './seal-envelope.ts'
import { entriesOf } from './value-rules.ts'

const PROOF_KEY_BYTES = 32
const HMAC_KEY_BYTES = 32

export type Manner = {
  readonly cryptosuite: string
  /** JSON Pointers of what a holder must always show. */
  readonly mandatoryPointers: readonly string[]
  /** In a JWT instead of with a proof inside. */
  readonly isEnveloped: boolean
}

type Suite = {
  readonly algorithm: Algorithm
  readonly sign: (ports: Ports, issuer: Issuer, document: JsonObject, manner: Manner) => Promise<JsonObject>
}

const SUITES: Readonly<Record<string, Suite>> = {
  'eddsa-rdfc-2022': { algorithm: 'Ed25519', sign: signWhole },
  'ecdsa-rdfc-2019': { algorithm: 'P-256', sign: signWhole },
  'ecdsa-sd-2023': { algorithm: 'P-256', sign: signStatements },
}

const USUAL: Readonly<Record<Algorithm, string>> = { Ed25519: 'eddsa-rdfc-2022', 'P-256': 'ecdsa-rdfc-2019' }

export const suitesOf = (algorithm: Algorithm): readonly string[] =>
  Object.keys(SUITES).filter((name) => SUITES[name]!.algorithm === algorithm)

/** Null for a suite that keys of this kind do not sign with. Mandatory pointers alone mean the suite that has them. */
export function mannerFor(
  algorithm: Algorithm,
  wanted: {
    readonly cryptosuite?: string | undefined
    readonly mandatoryPointers?: readonly string[] | undefined
    readonly envelope?: boolean | undefined
  },
): Manner | null {
  const { mandatoryPointers } = wanted
  const cryptosuite = wanted.cryptosuite ?? (mandatoryPointers ? 'ecdsa-sd-2023' : USUAL[algorithm])
  const isRight = suitesOf(algorithm).includes(cryptosuite)
  const isEnveloped = wanted.envelope ?? false
  return isRight ? { cryptosuite, mandatoryPointers: mandatoryPointers ?? [], isEnveloped } : null
}

/** Throws `CredentialError` for a vocabulary that cannot be signed, in an envelope too, where nothing but this would notice it. */
export async function signDocument(
  ports: Ports,
  issuer: Issuer,
  document: JsonObject,
  manner: Manner,
): Promise<JsonObject> {
  const signed = await SUITES[manner.cryptosuite]!.sign(ports, issuer, document, manner)
  return manner.isEnveloped ? sealEnvelope(issuer, document) : signed
}

/** Contexts written inside the credential are read, as the data model asks of every issuer (VCDM 2.0 §4.3); real credentials never have any. */
async function signWhole(
  ports: Ports,
  { signer }: Issuer,
  document: JsonObject,
  { cryptosuite }: Manner,
): Promise<JsonObject> {
  const options = { created: ports.clock.now(), cryptosuite, inlineContexts: true, primitives: nodePrimitives }
  const { proof } = await secureDocument(withExampleVocabulary(document), signer, options)
  return { ...document, proof: proof! }
}

/** What comes out is for the holder alone: whoever has the base proof can show everything. */
async function signStatements(
  ports: Ports,
  { signer }: Issuer,
  document: JsonObject,
  { mandatoryPointers }: Manner,
): Promise<JsonObject> {
  const signed = await signSelectively(document, signer, {
    created: ports.clock.now(),
    mandatoryPointers,
    hmacKey: ports.random.bytes(HMAC_KEY_BYTES),
    proofKey: freshKey(ports),
    primitives: nodePrimitives,
  })
  return { ...document, proof: entriesOf(signed.proof)[0]! }
}

/** For one credential only, and forgotten with this call. */
function freshKey({ random }: Ports) {
  const seed = random.bytes(PROOF_KEY_BYTES)
  const key = ellipticKey(seed)
  return { publicKey: compressedPoint(seed), sign: (bytes: Uint8Array) => new Uint8Array(signElliptic(bytes, key)) }
}
