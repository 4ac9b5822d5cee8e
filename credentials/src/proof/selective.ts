// Verifies a selective disclosure: a credential of which its holder shows a part (ecdsa-sd-2023).

import rdfCanonize, { type Term } from 'rdf-canonize'
import { decodeBase64url, encodeBase64url } from '../encoding/base64url.ts'
import { concat, utf8 } from '../encoding/bytes.ts'
import { type Cbor, decodeCbor } from '../encoding/cbor.ts'
import { type Json, type JsonObject, withoutKey } from '../json.ts'
import { SELECTIVE_SIGNATURES_MAX } from '../limits.ts'
import { canonicalize } from './canonicalize.ts'
import { KEYS, type PublicKey } from './keys.ts'
import type { Primitives } from './primitives.ts'

export interface DerivedProof {
  readonly baseSignature: Uint8Array
  /** Of the key made for this one credential, as Multikey bytes. */
  readonly proofKey: Uint8Array
  /** One for each statement that is shown and need not be. */
  readonly signatures: readonly Uint8Array[]
  /** From canonical label to the one under which the statement was signed. */
  readonly labels: ReadonlyMap<string, string>
  readonly mandatory: ReadonlySet<number>
}

const DERIVED = [0xd9, 0x5d, 0x01]

/** Untrusted proof value. Null for a malformed one, and for a base proof, which is the holder's alone and shows everything (VC-DI-ECDSA §3.5.8). */
export function readDerivedProof(proofValue: string): DerivedProof | null {
  const bytes = proofValue.startsWith('u') ? decodeBase64url(proofValue.slice(1)) : null
  if (!bytes || DERIVED.some((byte, at) => bytes[at] !== byte)) return null
  const parts = decodeCbor(bytes, DERIVED.length)
  if (!Array.isArray(parts) || parts.length !== 5) return null
  const [baseSignature, proofKey, signatures, labels, mandatory] = parts as [Cbor, Cbor, Cbor, Cbor, Cbor]
  const isSound = isBytes(baseSignature, 64) && isBytes(proofKey, 35) && proofKey[0] === 0x80 && proofKey[1] === 0x24
  if (!isSound || !isList(signatures) || !isList(mandatory) || signatures.length > SELECTIVE_SIGNATURES_MAX) return null
  const labelMap = labelsOf(labels)
  if (
    !labelMap ||
    !signatures.every((each) => isBytes(each, 64)) ||
    !mandatory.every((each) => typeof each === 'number')
  )
    return null
  return {
    baseSignature,
    proofKey,
    signatures: signatures as Uint8Array[],
    labels: labelMap,
    mandatory: new Set(mandatory as number[]),
  }
}

const isBytes = (value: Cbor, length: number): value is Uint8Array =>
  value instanceof Uint8Array && value.length === length
const isList = (value: Cbor): value is readonly Cbor[] => Array.isArray(value)

function labelsOf(value: Cbor): Map<string, string> | null {
  if (!(value instanceof Map)) return null
  const labels = new Map<string, string>()
  for (const [number, label] of value) {
    if (typeof number !== 'number' || !(label instanceof Uint8Array)) return null
    labels.set(`c14n${number}`, `u${encodeBase64url(label)}`)
  }
  return labels
}

export interface SelectiveFinding {
  readonly holds: boolean
  readonly documentHash: Uint8Array
}

/** `document` is what the proof covers. The issuer's key signs what must be shown and the key of the proof; that key signs each other statement. Throws as `canonicalize` does. */
export async function checkSelective(
  document: JsonObject,
  proof: JsonObject,
  derived: DerivedProof,
  issuerKey: PublicKey,
  { sha256, verify }: Primitives,
): Promise<SelectiveFinding> {
  const options: JsonObject = { ...withoutKey(proof, 'proofValue'), '@context': document['@context'] as Json }
  const proofHash = await sha256(utf8(await canonicalize(options)))
  const canonical = await canonicalize(document)
  const documentHash = await sha256(utf8(canonical))
  const statements = relabelled(canonical, derived.labels)
  if (!statements) return { holds: false, documentHash }
  const mandatory = statements.filter((_, at) => derived.mandatory.has(at))
  const shown = statements.filter((_, at) => !derived.mandatory.has(at))
  if (shown.length !== derived.signatures.length) return { holds: false, documentHash }
  const signed = concat(proofHash, derived.proofKey, await sha256(utf8(mandatory.join(''))))
  if (!(await verify('P-256', issuerKey.publicKey, signed, derived.baseSignature)))
    return { holds: false, documentHash }
  const proofKey = derived.proofKey.subarray(KEYS['P-256'].header.length)
  for (const [at, statement] of shown.entries())
    if (!(await verify('P-256', proofKey, utf8(statement), derived.signatures[at]!)))
      return { holds: false, documentHash }
  return { holds: true, documentHash }
}

// Statements were signed under labels made with a secret, so that those not shown cannot be counted. Null for a node without a label.
function relabelled(canonical: string, labels: ReadonlyMap<string, string>): string[] | null {
  const lines: string[] = []
  for (const quad of rdfCanonize.NQuads.parse(canonical)) {
    const terms = [quad.subject, quad.object, quad.graph].map((term) => relabel(term, labels))
    const [subject, object, graph] = terms
    if (!subject || !object || !graph) return null
    lines.push(rdfCanonize.NQuads.serialize([{ ...quad, subject, object, graph }]))
  }
  return lines.sort()
}

function relabel(term: Term, labels: ReadonlyMap<string, string>): Term | null {
  if (term.termType !== 'BlankNode') return term
  const label = labels.get(term.value)
  return label === undefined ? null : { ...term, value: label }
}
