/** Hashing and signature checks for `@kolleges/credentials`, by the OpenSSL in Node. */
import { createPublicKey, hash, type KeyObject, verify } from 'node:crypto'
import type { Primitives } from '@kolleges/credentials'
import { PUBLIC_KEYS_REMEMBERED_MAX } from './limits.ts'

/** What stands before the raw key in a SubjectPublicKeyInfo: RFC 8410 for Ed25519, RFC 5480 for a compressed P-256 point. */
const SPKI_PREFIX = {
  Ed25519: Buffer.from('302a300506032b6570032100', 'hex'),
  'P-256': Buffer.from('3039301306072a8648ce3d020106082a8648ce3d030107032200', 'hex'),
} as const

export const nodePrimitives: Primitives = {
  sha256: (bytes) => bytesOf(hash('sha256', bytes, 'binary')),
  verify: (algorithm, publicKey, data, signature) => {
    const key = keyOf(algorithm, publicKey)
    if (!key || signature.length !== 64) return false
    if (algorithm === 'Ed25519') return verify(null, data, key, signature)
    return verify('sha256', data, { key, dsaEncoding: 'ieee-p1363' }, signature)
  },
  verifyRsa: (publicKey, data, signature) => {
    const key = readSpki(publicKey)
    return key?.asymmetricKeyType === 'rsa' && verify('sha256', data, key, signature)
  },
}

// A text of 32 characters costs a third of what a Buffer does.
function bytesOf(binary: string): Uint8Array {
  const bytes = new Uint8Array(binary.length)
  for (let at = 0; at < binary.length; at++) bytes[at] = binary.charCodeAt(at)
  return bytes
}

// Reading a key takes half as long as checking a signature with it, and our own pages check with few keys.
const known = new Map<string, KeyObject>()

/** `undefined` for bytes that are no point of the curve. */
function keyOf(algorithm: 'Ed25519' | 'P-256', publicKey: Uint8Array): KeyObject | undefined {
  const name = algorithm + Buffer.from(publicKey).toString('latin1')
  const key = known.get(name) ?? readKey(algorithm, publicKey)
  if (!key) return undefined
  known.delete(name)
  known.set(name, key)
  if (known.size > PUBLIC_KEYS_REMEMBERED_MAX) known.delete(known.keys().next().value!)
  return key
}

const readKey = (algorithm: 'Ed25519' | 'P-256', publicKey: Uint8Array): KeyObject | undefined =>
  readSpki(Buffer.concat([SPKI_PREFIX[algorithm], publicKey]))

function readSpki(bytes: Uint8Array): KeyObject | undefined {
  try {
    return createPublicKey({ key: Buffer.from(bytes), format: 'der', type: 'spki' })
  } catch {
    return undefined
  }
}
