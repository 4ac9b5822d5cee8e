/** Hashing and signature checks for `@kolleges/credentials`, by the OpenSSL in Node. */
import { createHash, createPublicKey, type KeyObject, verify } from 'node:crypto'
import type { Primitives } from '@kolleges/credentials'

/** What stands before the raw key in a SubjectPublicKeyInfo: RFC 8410 for Ed25519, RFC 5480 for a compressed P-256 point. */
const SPKI_PREFIX = {
  Ed25519: Buffer.from('302a300506032b6570032100', 'hex'),
  'P-256': Buffer.from('3039301306072a8648ce3d020106082a8648ce3d030107032200', 'hex'),
} as const

export const nodePrimitives: Primitives = {
  sha256: (bytes) => new Uint8Array(createHash('sha256').update(bytes).digest()),
  verify: (algorithm, publicKey, data, signature) => {
    const key = keyOf(algorithm, publicKey)
    if (!key || signature.length !== 64) return false
    if (algorithm === 'Ed25519') return verify(null, data, key, signature)
    return verify('sha256', data, { key, dsaEncoding: 'ieee-p1363' }, signature)
  },
}

/** `undefined` for bytes that are no point of the curve. */
function keyOf(algorithm: 'Ed25519' | 'P-256', publicKey: Uint8Array): KeyObject | undefined {
  try {
    return createPublicKey({ key: Buffer.concat([SPKI_PREFIX[algorithm], publicKey]), format: 'der', type: 'spki' })
  } catch {
    return undefined
  }
}
