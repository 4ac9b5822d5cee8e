/** Hashes what is secret, so that no table holds anything a thief could use. */
import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import { PlatformError } from '../platform/errors.ts'
import type { Ports } from '../platform/ports.ts'
import { deriveKey } from '../platform/secret.ts'

/** For secrets of 256 random bits: nothing to guess, so a plain hash is enough. */
export const hashSecret = (secret: string): Uint8Array => createHash('sha256').update(secret).digest()

/** For what could be guessed, such as six digits or an address: useless without the server's own secret. */
export function keyedHash(ports: Ports, purpose: string, text: string): Uint8Array {
  const { secret } = ports.config
  if (secret === undefined) throw new PlatformError('key-unreadable', 'The server has no secret.')
  return createHmac('sha256', deriveKey(secret, purpose)).update(text).digest()
}

export const sameBytes = (a: Uint8Array, b: Uint8Array): boolean => a.length === b.length && timingSafeEqual(a, b)
