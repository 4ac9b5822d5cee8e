/** Packs a signed text into the bytes by which it differs from a sample, in the Zstandard format (RFC 8878). */
import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib'
import { CREDENTIAL_TEXT_BYTES_MAX } from './limits.ts'

const LEVEL = 3

/** Null when packing would save too little to be worth it, or would not give the very text back: then the text is kept as it is. */
export function packText(text: string, sample: string): Uint8Array | null {
  const bytes = Buffer.from(text)
  const packed = zstdCompressSync(bytes, {
    dictionary: Buffer.from(sample),
    pledgedSrcSize: bytes.length,
    // With a checksum another sample is noticed; without one it would give another text.
    params: { [constants.ZSTD_c_compressionLevel]: LEVEL, [constants.ZSTD_c_checksumFlag]: 1 },
  })
  if (packed.length * 2 > bytes.length || bytes.length > CREDENTIAL_TEXT_BYTES_MAX) return null
  return unpackText(packed, sample) === text ? packed : null
}

/** Throws for bytes that were not packed against this sample. */
export const unpackText = (packed: Uint8Array, sample: string): string =>
  zstdDecompressSync(packed, {
    dictionary: Buffer.from(sample),
    maxOutputLength: CREDENTIAL_TEXT_BYTES_MAX,
  }).toString()

export type KeptText = {
  readonly text: string | null
  readonly packed: Uint8Array | null
  readonly sample: string | null
}

/** Null for what was not signed yet; throws when it was packed and its sample is not there, or is another. */
export function keptText({ text, packed, sample }: KeptText): string | null {
  if (text !== null || packed === null) return text
  if (sample === null) throw new Error('a packed credential has no sample')
  return unpackText(packed, sample)
}
