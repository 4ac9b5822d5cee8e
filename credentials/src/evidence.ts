// Composes what backs a credential up: results, evidence, and the digests that pin evidence files.

import { type AlignmentParts, composeAlignment } from './achievement.ts'
import { compact } from './compact.ts'
import { encodeBase58 } from './encoding/base58.ts'
import { concat } from './encoding/bytes.ts'
import type { JsonObject } from './json.ts'

export interface ResultParts {
  /** The id of a ResultDescription of the same achievement. */
  readonly resultDescription?: string
  readonly value?: string
  readonly achievedLevel?: string
  readonly status?: string
  readonly alignment?: readonly AlignmentParts[]
}

export interface EvidenceParts {
  readonly id?: string
  readonly name?: string
  readonly narrative?: string
  readonly description?: string
  readonly genre?: string
  readonly audience?: string
  /** SHA-256 of the file behind `id`; 32 bytes. */
  readonly digest?: { readonly sha256: Uint8Array; readonly mediaType?: string }
}

export function composeResult(parts: ResultParts): JsonObject {
  return compact({
    type: ['Result'],
    achievedLevel: parts.achievedLevel,
    alignment: parts.alignment?.map(composeAlignment),
    resultDescription: parts.resultDescription,
    status: parts.status,
    value: parts.value,
  })
}

export function composeEvidence(parts: EvidenceParts): JsonObject {
  return compact({
    id: parts.id,
    type: ['Evidence'],
    name: parts.name,
    narrative: parts.narrative,
    description: parts.description,
    genre: parts.genre,
    audience: parts.audience,
  })
}

const SHA_256_MULTIHASH = new Uint8Array([0x12, 0x20])

/** Evidence has no digest of its own; VC 2.0 pins outside files by `relatedResource` (VCDM 2.0 §5.3). */
export const composeRelatedResources = (evidence: readonly EvidenceParts[]): JsonObject[] =>
  evidence
    .filter((piece) => piece.id !== undefined && piece.digest !== undefined)
    .map((piece) =>
      compact({
        id: piece.id,
        mediaType: piece.digest?.mediaType,
        digestMultibase: `z${encodeBase58(concat(SHA_256_MULTIHASH, piece.digest!.sha256))}`,
      }),
    )
