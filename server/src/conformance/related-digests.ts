/** Reads the digests that pin a related resource, and compares them with what was found there. */
import { createHash } from 'node:crypto'
import type { Json, JsonObject } from '@kolleges/credentials'
import { entriesOf } from './value-rules.ts'

export type Digest = { readonly algorithm: 'sha256' | 'sha384' | 'sha512'; readonly hex: string }

/** Untrusted entry of `relatedResource`. Null when a digest is written wrong; of several forms all are read (VCDM 2.0 §5.3). */
export function digestsOf({ digestSRI, digestMultibase }: JsonObject): readonly Digest[] | null {
  const read = [
    ...entriesOf(digestSRI).flatMap((text) => integrityDigests(text)),
    ...entriesOf(digestMultibase).map((text) => multibaseDigest(text)),
  ]
  return read.every((digest) => digest !== null) ? read : null
}

/** True when every digest is that of the bytes. */
export const areOf = (digests: readonly Digest[], bytes: Uint8Array): boolean =>
  digests.every(({ algorithm, hex }) => createHash(algorithm).update(bytes).digest('hex') === hex)

const BYTES = { sha256: 32, sha384: 48, sha512: 64 } as const
const MULTIHASH_CODES: Readonly<Record<number, Digest['algorithm']>> = { 18: 'sha256', 32: 'sha384', 19: 'sha512' }

/** Subresource Integrity: one or more, with white space between. The suites also write hexadecimal, and `M`, the multibase letter, before the base64. */
function integrityDigests(text: Json): (Digest | null)[] {
  if (typeof text !== 'string' || text.trim() === '') return [null]
  return text.trim().split(/\s+/).map(integrityDigest)
}

function integrityDigest(text: string): Digest | null {
  const found = /^(sha256|sha384|sha512)-([A-Za-z0-9+/_-]+={0,2})$/.exec(text)
  if (!found) return null
  const [, algorithm, given] = found as unknown as [string, Digest['algorithm'], string]
  const value = given.length === base64Length(BYTES[algorithm]) + 1 ? given.replace(/^M/, '') : given
  const isHex = value.length === BYTES[algorithm] * 2 && /^[0-9a-f]+$/i.test(value)
  const bytes = Buffer.from(value, isHex ? 'hex' : 'base64')
  return bytes.length === BYTES[algorithm] ? { algorithm, hex: bytes.toString('hex') } : null
}

const base64Length = (bytes: number): number => Math.ceil(bytes / 3) * 4

/** A multihash behind `u` (base64url), `z` (base58btc) or `f` (hexadecimal). */
function multibaseDigest(text: Json): Digest | null {
  const bytes = typeof text === 'string' ? multibaseBytes(text) : null
  const algorithm = bytes && MULTIHASH_CODES[bytes[0]!]
  if (!algorithm || bytes.length !== BYTES[algorithm] + 2 || bytes[1] !== BYTES[algorithm]) return null
  return { algorithm, hex: bytes.subarray(2).toString('hex') }
}

function multibaseBytes(text: string): Buffer | null {
  const value = text.slice(1)
  if (text.startsWith('u') && /^[\w-]+$/.test(value)) return Buffer.from(value, 'base64url')
  if (text.startsWith('f') && /^([0-9a-f]{2})+$/.test(value)) return Buffer.from(value, 'hex')
  return text.startsWith('z') ? base58Bytes(value) : null
}

const BASE58 = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz'
const BASE58_CHARACTERS_MAX = 128

/** A multihash begins with a code above zero, so no leading zeros need to be kept. */
function base58Bytes(text: string): Buffer | null {
  const digits = [...text.slice(0, BASE58_CHARACTERS_MAX + 1)].map((character) => BASE58.indexOf(character))
  if (digits.length > BASE58_CHARACTERS_MAX || digits.length === 0 || digits.includes(-1)) return null
  const hex = digits.reduce((sum, digit) => sum * 58n + BigInt(digit), 0n).toString(16)
  return Buffer.from(hex.length % 2 === 0 ? hex : `0${hex}`, 'hex')
}
