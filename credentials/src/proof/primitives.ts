// Names the hash and signature operations that a platform hands in, with the ones every web platform has.

import type { MultikeyAlgorithm } from './keys.ts'

/** The port to a crypto library. Answers may be immediate or promised. */
export interface Primitives {
  sha256(bytes: Uint8Array): Uint8Array | Promise<Uint8Array>
  /** `publicKey` is raw: 32 bytes for Ed25519, the 33-byte compressed point for P-256. `signature` is 64 bytes (for P-256 r ‖ s). */
  verify(
    algorithm: MultikeyAlgorithm,
    publicKey: Uint8Array,
    data: Uint8Array,
    signature: Uint8Array,
  ): boolean | Promise<boolean>
  /** RSASSA-PKCS1-v1_5 with SHA-256, for JWTs; `publicKey` is SubjectPublicKeyInfo. Without it such JWTs do not verify. */
  verifyRsa?(publicKey: Uint8Array, data: Uint8Array, signature: Uint8Array): boolean | Promise<boolean>
}

// The Web Crypto types want bytes that are not shared with another thread; ours never are.
const own = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => bytes as Uint8Array<ArrayBuffer>

/** WebCrypto: browsers, Node, Deno. */
export const webPrimitives: Primitives = {
  async sha256(bytes) {
    return new Uint8Array(await crypto.subtle.digest('SHA-256', own(bytes)))
  },

  async verify(algorithm, publicKey, data, signature) {
    const { format, encode, keyParams, verifyParams } = WEB_ALGORITHMS[algorithm]
    try {
      const key = await crypto.subtle.importKey(format, own(encode(publicKey)), keyParams, false, ['verify'])
      return await crypto.subtle.verify(verifyParams, key, own(signature), own(data))
    } catch {
      return false // a point that is not on the curve: nothing verifies with it
    }
  },

  async verifyRsa(publicKey, data, signature) {
    const algorithm = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' }
    try {
      const key = await crypto.subtle.importKey('spki', own(publicKey), algorithm, false, ['verify'])
      return await crypto.subtle.verify(algorithm, key, own(signature), own(data))
    } catch {
      return false
    }
  },
}

// SubjectPublicKeyInfo of a compressed P-256 point; `raw` import of compressed points is optional in WebCrypto.
const P256_SPKI_PREFIX = [
  0x30, 0x39, 0x30, 0x13, 0x06, 0x07, 0x2a, 0x86, 0x48, 0xce, 0x3d, 0x02, 0x01, 0x06, 0x08, 0x2a, 0x86, 0x48, 0xce,
  0x3d, 0x03, 0x01, 0x07, 0x03, 0x22, 0x00,
]

const WEB_ALGORITHMS = {
  Ed25519: {
    format: 'raw',
    encode: (key: Uint8Array) => key,
    keyParams: { name: 'Ed25519' },
    verifyParams: { name: 'Ed25519' },
  },
  'P-256': {
    format: 'spki',
    encode: (key: Uint8Array) => new Uint8Array([...P256_SPKI_PREFIX, ...key]),
    keyParams: { name: 'ECDSA', namedCurve: 'P-256' },
    verifyParams: { name: 'ECDSA', hash: 'SHA-256' },
  },
} as const satisfies Record<MultikeyAlgorithm, unknown>
