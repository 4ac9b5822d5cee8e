// Computes what a DataIntegrityProof signs: the hash of the proof's options joined to the hash of the document.

import { concat, utf8 } from '../encoding/bytes.ts'
import type { Json, JsonObject } from '../json.ts'
import { PROOF_OPTIONS_CHARS_MAX } from '../limits.ts'
import { canonicalize, canonicalizeInline } from './canonicalize.ts'
import type { Sha256 } from './compiled/compile.ts'
import { exactMouldOf, fit, type Mould } from './compiled/mould.ts'
import { sharedShapes } from './compiled/shapes.ts'
import type { Primitives } from './primitives.ts'

export interface HashData {
  /** 64 bytes: SHA-256 of the canonical proof options, then of the canonical document (VC-DI-EDDSA §3.2.4). */
  readonly bytes: Uint8Array
  readonly documentHash: Uint8Array
}

/** `document` without its proof, `proof` without its value; neither trusted. Throws as `canonicalize` does. */
export async function hashDataOf(
  document: JsonObject,
  proof: JsonObject,
  primitives: Pick<Primitives, 'sha256'>,
): Promise<HashData> {
  // A proof is read with the document's own vocabulary, never with one it brings along.
  const options: JsonObject = { ...proof, '@context': document['@context'] as Json }
  const optionsHash = await hashOptions(options, primitives)
  const documentHash = await hashDocument(document, primitives)
  return { bytes: concat(optionsHash, documentHash), documentHash }
}

/** As `hashDataOf`, reading contexts written inside the document too. Throws as `canonicalizeInline` does. */
export async function inlineHashDataOf(
  document: JsonObject,
  proof: JsonObject,
  { sha256 }: Pick<Primitives, 'sha256'>,
): Promise<HashData> {
  const options: JsonObject = { ...proof, '@context': document['@context'] as Json }
  const optionsHash = await sha256(utf8(await canonicalizeInline(options)))
  const documentHash = await sha256(utf8(await canonicalizeInline(document)))
  return { bytes: concat(optionsHash, documentHash), documentHash }
}

// One key signs many credentials at one moment, with the same options.
const OPTIONS_MAX = 256
const knownOptions = new Map<string, { readonly mould: Mould; readonly hash: Uint8Array }>()

async function hashOptions(options: JsonObject, primitives: Pick<Primitives, 'sha256'>): Promise<Uint8Array> {
  const clue = `${options.created} ${options.verificationMethod}`
  const known = knownOptions.get(clue)
  if (known && fit(known.mould, options)) return known.hash
  const hash = await hashDocument(options, primitives)
  if (JSON.stringify(options).length > PROOF_OPTIONS_CHARS_MAX) return hash
  if (knownOptions.size >= OPTIONS_MAX) knownOptions.clear()
  knownOptions.set(clue, { mould: exactMouldOf(options), hash })
  return hash
}

// The compiled path needs a hash that answers at once; where it only promises to (WebCrypto), the reference does all the work.
async function hashDocument(document: JsonObject, { sha256 }: Pick<Primitives, 'sha256'>): Promise<Uint8Array> {
  if (answersAtOnce(sha256)) return sharedShapes.hash(document, sha256 as Sha256)
  return sha256(utf8(await canonicalize(document)))
}

const immediate = new WeakMap<Primitives['sha256'], boolean>()

function answersAtOnce(sha256: Primitives['sha256']): boolean {
  const known = immediate.get(sha256)
  if (known !== undefined) return known
  const answers = sha256(new Uint8Array()) instanceof Uint8Array
  immediate.set(sha256, answers)
  return answers
}
