// Writes and reads the few kinds of CBOR (RFC 8949) that proof values are made of.

import { concat, utf8 } from './bytes.ts'

export type Cbor = number | string | Uint8Array | readonly Cbor[] | ReadonlyMap<Cbor, Cbor>

const DEPTH_MAX = 4
const ITEMS_MAX = 10_000

/** Untrusted bytes from `start` to their end. Null for anything indefinite, negative, floating, too deep, too long, or followed by more. */
export function decodeCbor(bytes: Uint8Array, start: number): Cbor | null {
  const reader = new Reader(bytes, start)
  const value = reader.item(0)
  return reader.isAtEnd() ? value : null
}

const MAJOR = { unsigned: 0, bytes: 2, text: 3, array: 4, map: 5 } as const

class Reader {
  private readonly bytes: Uint8Array
  private at: number
  private items = 0

  constructor(bytes: Uint8Array, start: number) {
    this.bytes = bytes
    this.at = start
  }

  isAtEnd(): boolean {
    return this.at === this.bytes.length
  }

  item(depth: number): Cbor | null {
    const first = this.bytes[this.at++]
    if (first === undefined || depth > DEPTH_MAX || ++this.items > ITEMS_MAX) return null
    const size = this.size(first & 31)
    if (size === null) return null
    if (first >> 5 === MAJOR.unsigned) return size
    if (first >> 5 === MAJOR.bytes) return this.take(size)
    if (first >> 5 === MAJOR.text) return this.text(size)
    if (first >> 5 === MAJOR.array) return this.array(size, depth)
    return first >> 5 === MAJOR.map ? this.map(size, depth) : null
  }

  private size(info: number): number | null {
    if (info < 24) return info
    const length = info === 24 ? 1 : info === 25 ? 2 : info === 26 ? 4 : 0
    const part = length === 0 ? null : this.take(length)
    return part ? part.reduce((value, byte) => value * 256 + byte, 0) : null
  }

  private take(length: number): Uint8Array | null {
    if (this.at + length > this.bytes.length) return null
    this.at += length
    return this.bytes.slice(this.at - length, this.at)
  }

  private text(length: number): string | null {
    const part = this.take(length)
    return part && new TextDecoder().decode(part)
  }

  private array(length: number, depth: number): Cbor[] | null {
    const values: Cbor[] = []
    for (let n = 0; n < length; n++) {
      const value = this.item(depth + 1)
      if (value === null) return null
      values.push(value)
    }
    return values
  }

  private map(length: number, depth: number): Map<Cbor, Cbor> | null {
    const values = new Map<Cbor, Cbor>()
    for (let n = 0; n < length; n++) {
      const key = this.item(depth + 1)
      const value = this.item(depth + 1)
      if (key === null || value === null || values.has(key)) return null
      values.set(key, value)
    }
    return values
  }
}

/** Trusted values, each length in its shortest form. */
export function encodeCbor(value: Cbor): Uint8Array {
  if (typeof value === 'number') return head(MAJOR.unsigned, value)
  if (typeof value === 'string') return concat(head(MAJOR.text, utf8(value).length), utf8(value))
  if (value instanceof Uint8Array) return concat(head(MAJOR.bytes, value.length), value)
  if (value instanceof Map) return concat(head(MAJOR.map, value.size), ...[...value].flat().map(encodeCbor))
  const list = value as readonly Cbor[]
  return concat(head(MAJOR.array, list.length), ...list.map(encodeCbor))
}

function head(major: number, size: number): Uint8Array {
  const type = major << 5
  if (size < 24) return new Uint8Array([type | size])
  if (size < 256) return new Uint8Array([type | 24, size])
  return new Uint8Array([type | 25, size >> 8, size & 255])
}
