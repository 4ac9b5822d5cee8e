// Computes HMAC-SHA-256 (RFC 2104) from the one hash there is.

import { concat } from '../encoding/bytes.ts'
import type { Primitives } from './primitives.ts'

const BLOCK_BYTES = 64

/** `key` of at most 64 bytes. */
export async function hmacSha256(
  key: Uint8Array,
  data: Uint8Array,
  { sha256 }: Pick<Primitives, 'sha256'>,
): Promise<Uint8Array> {
  const block = new Uint8Array(BLOCK_BYTES)
  block.set(key)
  const inner = await sha256(
    concat(
      block.map((byte) => byte ^ 0x36),
      data,
    ),
  )
  return sha256(
    concat(
      block.map((byte) => byte ^ 0x5c),
      inner,
    ),
  )
}
