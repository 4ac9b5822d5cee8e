// Reads and writes public keys as Multikey, and reads them from JWK.

import { decodeBase58, encodeBase58 } from '../encoding/base58.ts'
import { decodeBase64url } from '../encoding/base64url.ts'
import { concat } from '../encoding/bytes.ts'
import { CredentialError } from '../errors.ts'
import { isObject, type Json } from '../json.ts'
import { rsaPublicKey } from './rsa.ts'

export type KeyAlgorithm = 'Ed25519' | 'P-256' | 'RSA'
/** The algorithms that Multikey can spell, and that Data Integrity suites use. */
export type MultikeyAlgorithm = Exclude<KeyAlgorithm, 'RSA'>

export interface PublicKey {
  readonly algorithm: KeyAlgorithm
  /** 32 bytes for Ed25519, the 33-byte compressed point for P-256, SubjectPublicKeyInfo for RSA. */
  readonly publicKey: Uint8Array
}

interface KeyRow {
  /** The varint of the multicodec name (Controlled Identifiers §2.2.2). */
  readonly header: readonly [number, number]
  readonly bytes: number
  readonly signatureBytes: number
}

export const KEYS: Readonly<Record<MultikeyAlgorithm, KeyRow>> = {
  Ed25519: { header: [0xed, 0x01], bytes: 32, signatureBytes: 64 },
  'P-256': { header: [0x80, 0x24], bytes: 33, signatureBytes: 64 },
}

const ALGORITHMS = Object.keys(KEYS) as MultikeyAlgorithm[]

/** `z6Mk…` for Ed25519, `zDna…` for P-256. */
export function encodeMultikey(algorithm: MultikeyAlgorithm, publicKey: Uint8Array): string {
  const { header, bytes } = KEYS[algorithm]
  if (publicKey.length !== bytes)
    throw new CredentialError('key-malformed', { algorithm, bytes: publicKey.length, wanted: bytes })
  return `z${encodeBase58(concat(new Uint8Array(header), publicKey))}`
}

const DECODED_MAX = 256
const decoded = new Map<string, PublicKey | null>()

/** Null for anything but an Ed25519 or P-256 public key in base58btc. An issuer's one key is read once. */
export function decodeMultikey(multibase: string): PublicKey | null {
  const known = decoded.get(multibase)
  if (known !== undefined) return known
  if (multibase.length > 128) return null
  const key = readMultikey(multibase)
  if (decoded.size >= DECODED_MAX) decoded.clear()
  decoded.set(multibase, key)
  return key
}

function readMultikey(multibase: string): PublicKey | null {
  if (!multibase.startsWith('z')) return null
  const bytes = decodeBase58(multibase.slice(1), 64)
  const algorithm = bytes && ALGORITHMS.find((name) => isKeyOf(name, bytes))
  return algorithm ? { algorithm, publicKey: bytes.slice(2) } : null
}

const isKeyOf = (algorithm: MultikeyAlgorithm, bytes: Uint8Array): boolean => {
  const { header, bytes: length } = KEYS[algorithm]
  return bytes.length === length + 2 && bytes[0] === header[0] && bytes[1] === header[1]
}

/** The name by which a key's state is kept: its Multikey, or for RSA the base58 of its SubjectPublicKeyInfo. */
export function keyName(key: PublicKey): string {
  const known = names.get(key)
  if (known !== undefined) return known
  const { algorithm, publicKey } = key
  const name = algorithm === 'RSA' ? `z${encodeBase58(publicKey)}` : encodeMultikey(algorithm, publicKey)
  names.set(key, name)
  return name
}

const names = new WeakMap<PublicKey, string>()

/** Null for a JWK of another kind, or for a private one: a published secret is nobody's proof. */
export function keyOfJwk(jwk: Json | undefined): PublicKey | null {
  if (!isObject(jwk) || 'd' in jwk) return null
  if (jwk.kty === 'RSA') return rsaKey(jwk.n, jwk.e)
  const x = coordinate(jwk.x)
  if (jwk.kty === 'OKP' && jwk.crv === 'Ed25519' && x) return { algorithm: 'Ed25519', publicKey: x }
  const y = coordinate(jwk.y)
  if (jwk.kty === 'EC' && jwk.crv === 'P-256' && x && y)
    return { algorithm: 'P-256', publicKey: concat(new Uint8Array([2 + (y[31]! & 1)]), x) }
  return null
}

function coordinate(value: Json | undefined): Uint8Array | null {
  const bytes = typeof value === 'string' ? decodeBase64url(value) : null
  return bytes?.length === 32 ? bytes : null
}

function rsaKey(n: Json | undefined, e: Json | undefined): PublicKey | null {
  const modulus = typeof n === 'string' ? decodeBase64url(n) : null
  const exponent = typeof e === 'string' ? decodeBase64url(e) : null
  const publicKey = modulus && exponent && rsaPublicKey(modulus, exponent)
  return publicKey ? { algorithm: 'RSA', publicKey } : null
}
