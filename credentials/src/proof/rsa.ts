// Spells an RSA public key as SubjectPublicKeyInfo, the one form that every crypto library reads.

import { concat } from '../encoding/bytes.ts'

const MODULUS_BITS_MIN = 2_048
const MODULUS_BITS_MAX = 8_192
// AlgorithmIdentifier of rsaEncryption with NULL parameters (RFC 3279 §2.3.1).
const ALGORITHM = new Uint8Array([
  0x30, 0x0d, 0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x01, 0x05, 0x00,
])

/** Null for a modulus shorter than 2,048 bits, longer than 8,192, or an even exponent. */
export function rsaPublicKey(modulus: Uint8Array, exponent: Uint8Array): Uint8Array | null {
  const bits = modulus.length * 8
  const isSound =
    bits >= MODULUS_BITS_MIN && bits <= MODULUS_BITS_MAX && modulus[0] !== 0 && ((exponent.at(-1) ?? 0) & 1) === 1
  if (!isSound || exponent.length > 4) return null
  const key = element(0x30, concat(integer(modulus), integer(exponent)))
  return element(0x30, concat(ALGORITHM, element(0x03, concat(new Uint8Array([0]), key))))
}

// A leading bit of one would make the number negative.
const integer = (bytes: Uint8Array): Uint8Array =>
  element(0x02, bytes[0]! > 127 ? concat(new Uint8Array([0]), bytes) : bytes)

// Everything here is either shorter than 128 bytes or, from the modulus outward, longer than 255.
function element(tag: number, content: Uint8Array): Uint8Array {
  const { length } = content
  const header = length < 128 ? [tag, length] : [tag, 0x82, length >> 8, length & 255]
  return concat(new Uint8Array(header), content)
}
