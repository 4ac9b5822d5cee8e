// Gets and sets the bits of a status list, with the text form they travel in.

import { decodeBase64url, encodeBase64url } from '../encoding/base64url.ts'
import { gunzip, gzip } from '../encoding/gzip.ts'
import { CredentialError } from '../errors.ts'
import { STATUS_LIST_ENCODED_CHARS_MAX, STATUS_LIST_ENTRIES_MAX, STATUS_LIST_ENTRIES_MIN } from '../limits.ts'

/** All bits off. `entries` is a multiple of 8, at least 131,072 (BSL §6.1). */
export function emptyBits(entries: number = STATUS_LIST_ENTRIES_MIN): Uint8Array<ArrayBuffer> {
  const isAllowed = entries % 8 === 0 && entries >= STATUS_LIST_ENTRIES_MIN && entries <= STATUS_LIST_ENTRIES_MAX
  if (!isAllowed) throw new CredentialError('status-list-size', { entries })
  return new Uint8Array(entries / 8)
}

/** Reads one bit. Bit 0 is the leftmost bit of the first byte (BSL §3.3). */
export function bitAt(bits: Uint8Array, index: number): boolean {
  requireIndex(bits, index)
  return ((bits[index >> 3]! >> (7 - (index & 7))) & 1) === 1
}

/** A copy with one bit set or cleared. */
export function withBit(bits: Uint8Array, index: number, isOn: boolean): Uint8Array<ArrayBuffer> {
  const copy = new Uint8Array(bits)
  setBit(copy, index, isOn)
  return copy
}

/** Sets or clears one bit in place: for a list under construction. */
export function setBit(bits: Uint8Array, index: number, isOn: boolean): void {
  requireIndex(bits, index)
  const mask = 0x80 >> (index & 7)
  bits[index >> 3] = isOn ? bits[index >> 3]! | mask : bits[index >> 3]! & ~mask
}

/** Reads an entry of `size` bits, most significant first (BSL §2.1, `statusSize`). */
export function valueAt(bits: Uint8Array, index: number, size: number): number {
  let value = 0
  for (let bit = 0; bit < size; bit++) value = value * 2 + (bitAt(bits, index * size + bit) ? 1 : 0)
  return value
}

/** `u` and base64url of the gzipped bits; the same bits always give the same text. */
export const encodeBits = (bits: Uint8Array): string => `u${encodeBase64url(gzip(bits))}`

export type DecodedBits =
  | { readonly outcome: 'decoded'; readonly bits: Uint8Array }
  | {
      readonly outcome: 'refused'
      readonly reason: 'bits-malformed' | 'bits-too-large' | 'bits-several-members' | 'bits-too-few'
    }

const REASON_OF = {
  'gzip-malformed': 'bits-malformed',
  'gzip-too-large': 'bits-too-large',
  'gzip-trailing-data': 'bits-several-members',
} as const

/** Untrusted `encodedList`. Refuses bombs before unpacking them, a second gzip member, and fewer than 131,072 entries. */
export function decodeBits(encodedList: string): DecodedBits {
  if (encodedList.length > STATUS_LIST_ENCODED_CHARS_MAX) return { outcome: 'refused', reason: 'bits-too-large' }
  const packed = encodedList.startsWith('u') ? decodeBase64url(encodedList.slice(1)) : null
  if (!packed) return { outcome: 'refused', reason: 'bits-malformed' }
  const unpacked = gunzip(packed, STATUS_LIST_ENTRIES_MAX / 8)
  if (unpacked.outcome === 'refused') return { outcome: 'refused', reason: REASON_OF[unpacked.reason] }
  if (unpacked.bytes.length * 8 < STATUS_LIST_ENTRIES_MIN) return { outcome: 'refused', reason: 'bits-too-few' }
  return { outcome: 'decoded', bits: unpacked.bytes }
}

function requireIndex(bits: Uint8Array, index: number): void {
  if (!Number.isInteger(index) || index < 0 || index >= bits.length * 8)
    throw new CredentialError('status-index-out-of-range', { index, size: bits.length * 8 })
}
