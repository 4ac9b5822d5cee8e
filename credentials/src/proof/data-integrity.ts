// Computes what a DataIntegrityProof signs: the hash of the proof's options joined to the hash of the document.

import { concat, utf8 } from '../encoding/bytes.ts'
import type { Json, JsonObject } from '../json.ts'
import { canonicalize, canonicalizeInline } from './canonicalize.ts'
import type { Sha256 } from './compiled/compile.ts'
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
  const optionsHash = await hashDocument(options, primitives)
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

// The compiled path needs a hash that answers at once; where it only promises to (WebCrypto), the reference does all the work.
async function hashDocument(document: JsonObject, { sha256 }: Pick<Primitives, 'sha256'>): Promise<Uint8Array> {
  const trial = sha256(NOTHING)
  if (trial instanceof Uint8Array) return sharedShapes.hash(document, sha256 as Sha256)
  await trial
  return sha256(utf8(await canonicalize(document)))
}

const NOTHING = new Uint8Array()

export function withoutKey(object: JsonObject, key: string): JsonObject {
  const { [key]: _left, ...rest } = object
  return rest
}
