// Computes what a DataIntegrityProof signs: the hash of the proof's options joined to the hash of the document.

import { concat, utf8 } from '../encoding/bytes.ts'
import type { Json, JsonObject } from '../json.ts'
import { canonicalize } from './canonicalize.ts'
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
  const optionsHash = await primitives.sha256(utf8(await canonicalize(options)))
  const documentHash = await primitives.sha256(utf8(await canonicalize(document)))
  return { bytes: concat(optionsHash, documentHash), documentHash }
}

export function withoutKey(object: JsonObject, key: string): JsonObject {
  const { [key]: _left, ...rest } = object
  return rest
}
