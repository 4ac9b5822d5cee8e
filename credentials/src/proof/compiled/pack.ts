// Packs the values of a credential into the bytes by which they differ from those of a sample.

import { concat, hexOf, textOf, utf8 } from '../../encoding/bytes.ts'

const SIGNATURE_BYTES = 64
const PREFIX_MAX = 255
const PLAIN = 0
const HEX = 1

/** Each value: how many characters it shares with the sample's, how the rest is written, its length, the rest. */
export function pack(sample: readonly string[], values: readonly string[], signature: Uint8Array): Uint8Array {
  const parts = values.map((value, at) => {
    const shared = sharedPrefix(sample[at] ?? '', value)
    const rest = value.slice(shared)
    const isHex = rest.length > 0 && /^(?:[0-9a-f]{2})+$/.test(rest)
    const bytes = isHex ? hexBytes(rest) : utf8(rest)
    return concat(new Uint8Array([shared]), varint(bytes.length * 2 + (isHex ? HEX : PLAIN)), bytes)
  })
  return concat(signature, ...parts)
}

/** Null for bytes that were not packed against this sample. */
export function unpack(
  sample: readonly string[],
  packed: Uint8Array,
): { values: string[]; signature: Uint8Array } | null {
  const values: string[] = []
  let at = SIGNATURE_BYTES
  while (at < packed.length) {
    const shared = packed[at]!
    const header = readVarint(packed, at + 1)
    const start = header.end
    const end = start + (header.value >> 1)
    if (end > packed.length) return null
    const bytes = packed.subarray(start, end)
    const rest = (header.value & 1) === HEX ? hexOf(bytes) : textOf(bytes)
    if (rest === null) return null
    values.push((sample[values.length] ?? '').slice(0, shared) + rest)
    at = end
  }
  return at === packed.length && values.length === sample.length
    ? { values, signature: packed.slice(0, SIGNATURE_BYTES) }
    : null
}

function sharedPrefix(a: string, b: string): number {
  const max = Math.min(a.length, b.length, PREFIX_MAX)
  let at = 0
  while (at < max && a[at] === b[at]) at++
  // Half a surrogate pair cannot be encoded.
  return at > 0 && at < b.length && /[\ud800-\udbff]/.test(b[at - 1]!) ? at - 1 : at
}

const hexBytes = (hex: string): Uint8Array =>
  Uint8Array.from({ length: hex.length / 2 }, (_, at) => Number.parseInt(hex.slice(at * 2, at * 2 + 2), 16))

function varint(value: number): Uint8Array {
  const bytes: number[] = []
  let rest = value
  for (; rest > 127; rest >>>= 7) bytes.push((rest & 127) | 128)
  return new Uint8Array([...bytes, rest])
}

function readVarint(bytes: Uint8Array, start: number): { value: number; end: number } {
  let value = 0
  let at = start
  for (let shift = 0; shift < 28; shift += 7) {
    const byte = bytes[at++] ?? 0
    value |= (byte & 127) << shift
    if (byte < 128) break
  }
  return { value, end: at }
}
