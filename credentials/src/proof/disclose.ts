// Signs a credential statement by statement, and lets its holder show a part of it (ecdsa-sd-2023).

import rdfCanonize, { type Quad, type Term } from 'rdf-canonize'
import type { UnsignedCredential } from '../credential.ts'
import { decodeBase64url, encodeBase64url } from '../encoding/base64url.ts'
import { concat, utf8 } from '../encoding/bytes.ts'
import { type Cbor, decodeCbor, encodeCbor } from '../encoding/cbor.ts'
import { CredentialError } from '../errors.ts'
import type { Instant } from '../instant.ts'
import { isObject, type Json, type JsonObject, listOf, withoutKey } from '../json.ts'
import { RDFC_DEEP_ITERATIONS_MAX } from '../limits.ts'
import { canonicalize } from './canonicalize.ts'
import { hmacSha256 } from './hmac.ts'
import { KEYS } from './keys.ts'
import { prepare } from './prepare.ts'
import { type Primitives, webPrimitives } from './primitives.ts'
import { type TracedQuads, tracedQuads } from './rdf/to-quads.ts'
import { isSelected, select } from './select.ts'
import type { SignedCredential, Signer } from './sign.ts'

const CRYPTOSUITE = 'ecdsa-sd-2023'
const BASE = [0xd9, 0x5d, 0x00]
const DERIVED = [0xd9, 0x5d, 0x01]

export interface SelectiveOptions {
  readonly created: Instant
  /** JSON Pointers of what a holder must always show. */
  readonly mandatoryPointers: readonly string[]
  /** 32 fresh random bytes: whoever knows them can count what is not shown. */
  readonly hmacKey: Uint8Array
  /** A fresh P-256 key for this one credential, to be forgotten afterwards; `publicKey` is the compressed point. */
  readonly proofKey: { readonly publicKey: Uint8Array; sign(bytes: Uint8Array): Uint8Array | Promise<Uint8Array> }
  readonly primitives?: Primitives
}

/** The credential with a base proof, which is for its holder alone. `signer` is of P-256. Throws as `prepare` does, and for pointers that lead nowhere. */
export async function signSelectively(
  unsigned: UnsignedCredential,
  signer: Signer,
  options: SelectiveOptions,
): Promise<SignedCredential> {
  const { created, mandatoryPointers, hmacKey, proofKey, primitives = webPrimitives } = options
  const { verificationMethod } = signer
  await prepare(unsigned, { verificationMethod, created, cryptosuite: 'ecdsa-rdfc-2019', primitives })
  if (mandatoryPointers.length > 0) select(unsigned, mandatoryPointers)
  const proof: JsonObject = {
    type: 'DataIntegrityProof',
    cryptosuite: CRYPTOSUITE,
    created,
    verificationMethod,
    proofPurpose: 'assertionMethod',
  }
  const statements = await statementsOf(unsigned, hmacKey, primitives)
  const mandatory = statements.filter(({ paths }) => isShown(paths, mandatoryPointers))
  const proofHash = await primitives.sha256(
    utf8(await canonicalize({ ...proof, '@context': unsigned['@context'] as Json })),
  )
  const key = concat(new Uint8Array(KEYS['P-256'].header), proofKey.publicKey)
  const mandatoryHash = await primitives.sha256(utf8(mandatory.map(({ line }) => line).join('')))
  const baseSignature = await signer.sign(concat(proofHash, key, mandatoryHash))
  const signatures: Uint8Array[] = []
  for (const statement of statements)
    if (!mandatory.includes(statement)) signatures.push(await proofKey.sign(utf8(statement.line)))
  const value = encodeCbor([baseSignature, key, hmacKey, signatures, [...mandatoryPointers]])
  return { ...unsigned, proof: [{ ...proof, proofValue: multibase(BASE, value) }] }
}

/** What a holder shows: the mandatory part and what the pointers name. Throws for a credential without a base proof. */
export async function disclose(
  signed: JsonObject,
  selectivePointers: readonly string[],
  primitives: Primitives = webPrimitives,
): Promise<JsonObject> {
  const proof = listOf(signed.proof)
    .filter(isObject)
    .find(({ cryptosuite }) => cryptosuite === CRYPTOSUITE)
  const base = proof && readBaseProof(String(proof.proofValue))
  if (!proof || !base) throw new CredentialError('proof-not-derivable')
  const document = withoutKey(signed, 'proof')
  const pointers = [...base.mandatoryPointers, ...selectivePointers]
  const revealed = select(document, pointers)
  const statements = await statementsOf(document, base.hmacKey, primitives)
  const optional = statements.filter(({ paths }) => !isShown(paths, base.mandatoryPointers))
  const shown = statements.filter(({ paths }) => isShown(paths, pointers))
  const labels = await labelsOf(shown, revealed)
  const signatures = shown
    .filter((each) => optional.includes(each))
    .map((each) => base.signatures[optional.indexOf(each)]!)
  const mandatoryIndexes = shown.flatMap((each, at) => (optional.includes(each) ? [] : [at]))
  const value = encodeCbor([base.baseSignature, base.proofKey, signatures, labels, mandatoryIndexes])
  return { ...revealed, proof: { ...proof, proofValue: multibase(DERIVED, value) } }
}

const multibase = (header: readonly number[], value: Uint8Array): string =>
  `u${encodeBase64url(concat(new Uint8Array(header), value))}`

// Of the types and links that everything hangs on, the root's are always shown.
const isShown = (paths: readonly string[], pointers: readonly string[]): boolean =>
  paths.some((path) => (path === '' ? pointers.length > 0 : isSelected(path, pointers)))

interface Statement {
  readonly quad: Quad
  /** In N-Quads, its blank nodes under their secret labels. */
  readonly line: string
  readonly label: (node: string) => Uint8Array
  readonly paths: readonly string[]
}

/** Sorted as they are signed. */
async function statementsOf(document: JsonObject, hmacKey: Uint8Array, primitives: Primitives): Promise<Statement[]> {
  const traced = tracedQuads(document)
  if (!traced) throw new CredentialError('json-ld-unsafe', { because: 'a construct that cannot be shown in part' })
  const secret = new Map<string, Uint8Array>()
  for (const [node, label] of await canonicalLabels(traced.quads))
    secret.set(node, await hmacSha256(hmacKey, utf8(label), primitives))
  const label = (node: string): Uint8Array => secret.get(node)!
  return linesOf(traced, label).sort((a, b) => (a.line < b.line ? -1 : 1))
}

function linesOf({ quads, paths }: TracedQuads, label: (node: string) => Uint8Array): Statement[] {
  return quads.map((quad, at) => ({
    quad,
    line: spelled(quad, (node) => `u${encodeBase64url(label(node))}`),
    label,
    paths: paths[at]!,
  }))
}

function spelled(quad: Quad, nameOf: (node: string) => string): string {
  const named = (term: Term): Term => (term.termType === 'BlankNode' ? { ...term, value: nameOf(term.value) } : term)
  return rdfCanonize.NQuads.serialize([
    { ...quad, subject: named(quad.subject), object: named(quad.object), graph: named(quad.graph) },
  ])
}

async function canonicalLabels(quads: readonly Quad[]): Promise<Map<string, string>> {
  const labels = new Map<string, string>()
  await rdfCanonize.canonize(quads, {
    algorithm: 'RDFC-1.0',
    canonicalIdMap: labels,
    maxDeepIterations: RDFC_DEEP_ITERATIONS_MAX,
  })
  return labels
}

// A verifier knows the nodes by the labels of what it is shown; each is told the secret label under which it was signed.
async function labelsOf(shown: readonly Statement[], revealed: JsonObject): Promise<Map<number, Uint8Array>> {
  const labels = await canonicalLabels(shown.map(({ quad }) => quad))
  const canonical = shown
    .map(({ quad }) => spelled(quad, (node) => labels.get(node)!))
    .sort()
    .join('')
  // A list shown in part would be another list: then what is read is not what was signed.
  if (canonical !== (await canonicalize(revealed)))
    throw new CredentialError('pointer-unmatched', { because: 'a part of a list cannot be shown' })
  return new Map([...labels].map(([node, label]) => [Number(label.slice('c14n'.length)), shown[0]!.label(node)]))
}

interface BaseProof {
  readonly baseSignature: Uint8Array
  readonly proofKey: Uint8Array
  readonly hmacKey: Uint8Array
  readonly signatures: readonly Uint8Array[]
  readonly mandatoryPointers: readonly string[]
}

function readBaseProof(proofValue: string): BaseProof | null {
  const bytes = proofValue.startsWith('u') ? decodeBase64url(proofValue.slice(1)) : null
  if (!bytes || BASE.some((byte, at) => bytes[at] !== byte)) return null
  const parts = decodeCbor(bytes, BASE.length)
  if (!Array.isArray(parts) || parts.length !== 5) return null
  const [baseSignature, proofKey, hmacKey, signatures, mandatoryPointers] = parts
  const isSound = isBytes(baseSignature, 64) && isBytes(proofKey, 35) && isBytes(hmacKey, 32)
  if (!isSound || !isListOf(signatures, isSignature) || !isListOf(mandatoryPointers, isText)) return null
  return { baseSignature, proofKey, hmacKey, signatures, mandatoryPointers }
}

const isBytes = (value: Cbor | undefined, length: number): value is Uint8Array =>
  value instanceof Uint8Array && value.length === length
const isSignature = (value: Cbor): value is Uint8Array => isBytes(value, 64)
const isText = (value: Cbor): value is string => typeof value === 'string'
const isListOf = <T extends Cbor>(value: Cbor | undefined, isOne: (entry: Cbor) => entry is T): value is readonly T[] =>
  Array.isArray(value) && value.every(isOne)
