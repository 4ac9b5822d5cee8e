/** Ed25519 keys as they lie in the database: the seed encrypted with AES-256-GCM, bound to its owner. */
import { createCipheriv, createDecipheriv, createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto'
import { PlatformError } from './errors.ts'

const IV_BYTES = 12
const TAG_BYTES = 16

/** RFC 8410: everything of a PKCS #8 Ed25519 key before its 32-byte seed. */
const PKCS8_PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex')

/** `owner` names institution and key, so that a sealed seed copied into another row does not open. */
export function seal(seed: Uint8Array, key: Buffer, owner: string, iv: Uint8Array): Buffer {
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(owner))
  const body = Buffer.concat([cipher.update(seed), cipher.final()])
  return Buffer.concat([iv, cipher.getAuthTag(), body])
}

export function unseal(sealed: Uint8Array, key: Buffer, owner: string): Buffer {
  const bytes = Buffer.from(sealed)
  const tag = bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES)
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, IV_BYTES), { authTagLength: TAG_BYTES })
  decipher.setAAD(Buffer.from(owner)).setAuthTag(tag)
  try {
    return Buffer.concat([decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES)), decipher.final()])
  } catch (cause) {
    throw new PlatformError('key-unreadable', 'A signing key does not open with this KOLLEGES_SECRET.', { cause })
  }
}

export const privateKeyOf = (seed: Uint8Array): KeyObject =>
  createPrivateKey({ key: Buffer.concat([PKCS8_PREFIX, seed]), format: 'der', type: 'pkcs8' })

/** The raw 32 bytes. */
export function publicKeyOf(privateKey: KeyObject): Uint8Array {
  const der = createPublicKey(privateKey).export({ format: 'der', type: 'spki' })
  return new Uint8Array(der.subarray(der.length - 32))
}
