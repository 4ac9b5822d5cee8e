// Packs and unpacks status lists as gzip (RFC 1952), the same bytes on every platform.

import { concat } from './bytes.ts'
import { crc32 } from './crc32.ts'
import { inflate } from './inflate.ts'

const HEADER_BYTES = 10
const TRAILER_BYTES = 8
const FLAG = { headerCrc: 2, extra: 4, name: 8, comment: 16, reserved: 0xe0 }

/** Deterministic: no time, no platform, one fixed-Huffman block whose only matches are runs of one byte, which is what a status list is made of. */
export function gzip(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const header = new Uint8Array([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff])
  const trailer = new Uint8Array(TRAILER_BYTES)
  const view = new DataView(trailer.buffer)
  view.setUint32(0, crc32(bytes), true)
  view.setUint32(4, bytes.length, true)
  return concat(header, deflateRuns(bytes), trailer)
}

export type Gunzipped =
  | { readonly outcome: 'unpacked'; readonly bytes: Uint8Array }
  | { readonly outcome: 'refused'; readonly reason: 'gzip-malformed' | 'gzip-too-large' | 'gzip-trailing-data' }

/** Untrusted input. Exactly one member (a second one would be read by some and not by others), at most `bytesMax` bytes out. */
export function gunzip(bytes: Uint8Array, bytesMax: number): Gunzipped {
  const start = endOfHeader(bytes)
  if (start === null) return { outcome: 'refused', reason: 'gzip-malformed' }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const inflated = inflate(bytes, start, bytesMax)
  if (!inflated) return { outcome: 'refused', reason: claimsMore(view, bytesMax) ? 'gzip-too-large' : 'gzip-malformed' }
  const { output, end } = inflated
  if (end + TRAILER_BYTES > bytes.length) return { outcome: 'refused', reason: 'gzip-malformed' }
  if (end + TRAILER_BYTES < bytes.length) return { outcome: 'refused', reason: 'gzip-trailing-data' }
  const isIntact = view.getUint32(end, true) === crc32(output) && view.getUint32(end + 4, true) === output.length
  return isIntact ? { outcome: 'unpacked', bytes: output } : { outcome: 'refused', reason: 'gzip-malformed' }
}

const claimsMore = (view: DataView, bytesMax: number): boolean =>
  view.byteLength >= 4 && view.getUint32(view.byteLength - 4, true) > bytesMax

function endOfHeader(bytes: Uint8Array): number | null {
  if (bytes.length < HEADER_BYTES + TRAILER_BYTES || bytes[0] !== 0x1f || bytes[1] !== 0x8b || bytes[2] !== 8)
    return null
  const flags = bytes[3]!
  if (flags & FLAG.reserved) return null
  let at = HEADER_BYTES
  if (flags & FLAG.extra) at += 2 + bytes[at]! + bytes[at + 1]! * 256
  for (const flag of [FLAG.name, FLAG.comment]) {
    if (!(flags & flag)) continue
    while (at < bytes.length && bytes[at] !== 0) at++
    at++
  }
  if (flags & FLAG.headerCrc) at += 2
  return at < bytes.length ? at : null
}

const MATCH_MIN = 3
const MATCH_MAX = 258
const END_OF_BLOCK = 256

function deflateRuns(bytes: Uint8Array): Uint8Array {
  const writer = new BitWriter(Math.ceil((bytes.length * 9) / 8) + 8)
  writer.bits(0b011, 3) // last block, fixed codes
  for (let at = 0; at < bytes.length; ) {
    const byte = bytes[at]!
    writer.symbol(byte)
    at++
    let run = 0
    while (at + run < bytes.length && bytes[at + run] === byte) run++
    for (; run >= MATCH_MIN; ) {
      const length = Math.min(run, MATCH_MAX)
      writer.match(length)
      run -= length
      at += length
    }
  }
  writer.symbol(END_OF_BLOCK)
  return writer.done()
}

// RFC 1951 §3.2.6: fixed codes, most significant bit first, hence reversed for a writer that fills from the low end.
const FIXED = Array.from({ length: 288 }, (_, symbol) => {
  const [code, length] =
    symbol < 144
      ? [0x30 + symbol, 8]
      : symbol < 256
        ? [0x190 + symbol - 144, 9]
        : symbol < 280
          ? [symbol - 256, 7]
          : [0xc0 + symbol - 280, 8]
  return { code: reversed(code, length), length }
})

function reversed(code: number, length: number): number {
  let result = 0
  for (let bit = 0; bit < length; bit++) result |= ((code >> bit) & 1) << (length - 1 - bit)
  return result
}

// For each match length its symbol and extra bits (RFC 1951 §3.2.5).
const LENGTHS = lengthTable()

function lengthTable(): { symbol: number; extra: number; extraBits: number }[] {
  const table = []
  for (let length = MATCH_MIN; length < MATCH_MAX; length++) {
    const offset = length - MATCH_MIN
    const extraBits = Math.max(0, 29 - Math.clz32(offset)) // eight plain lengths, then four symbols for each doubling
    const symbol = offset < 8 ? 257 + offset : 257 + 4 * extraBits + (offset >> extraBits)
    table[length] = { symbol, extra: offset & ((1 << extraBits) - 1), extraBits }
  }
  table[MATCH_MAX] = { symbol: 285, extra: 0, extraBits: 0 }
  return table as { symbol: number; extra: number; extraBits: number }[]
}

class BitWriter {
  private readonly bytes: Uint8Array
  private length = 0
  private buffer = 0
  private held = 0

  constructor(bytesMax: number) {
    this.bytes = new Uint8Array(bytesMax)
  }

  bits(value: number, count: number): void {
    this.buffer |= value << this.held
    this.held += count
    while (this.held >= 8) {
      this.bytes[this.length++] = this.buffer & 255
      this.buffer >>>= 8
      this.held -= 8
    }
  }

  symbol(symbol: number): void {
    const { code, length } = FIXED[symbol]!
    this.bits(code, length)
  }

  /** A match at distance one: the byte before, again. */
  match(length: number): void {
    const { symbol, extra, extraBits } = LENGTHS[length]!
    this.symbol(symbol)
    this.bits(extra, extraBits)
    this.bits(0, 5)
  }

  done(): Uint8Array {
    if (this.held > 0) this.bytes[this.length++] = this.buffer & 255
    return this.bytes.subarray(0, this.length)
  }
}
