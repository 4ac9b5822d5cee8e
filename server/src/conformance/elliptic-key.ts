/** P-256 keys made from 32 random bytes. */
import { createECDH, createPrivateKey, type KeyObject, sign } from 'node:crypto'

/** Throws for a number that is no key of the curve: one in 2^32 is not, and whoever asks again gets another. */
function curveOf(seed: Uint8Array) {
  const curve = createECDH('prime256v1')
  curve.setPrivateKey(seed)
  return curve
}

/** 33 bytes. */
export const compressedPoint = (seed: Uint8Array): Uint8Array =>
  new Uint8Array(curveOf(seed).getPublicKey(null, 'compressed'))

export function ellipticKey(seed: Uint8Array): KeyObject {
  const point = curveOf(seed).getPublicKey()
  const coordinate = (from: number): string => point.subarray(from, from + 32).toString('base64url')
  const d = Buffer.from(seed).toString('base64url')
  const jwk = { kty: 'EC', crv: 'P-256', x: coordinate(1), y: coordinate(33), d }
  return createPrivateKey({ key: jwk, format: 'jwk' })
}

/** ECDSA over SHA-256, as r ‖ s. */
export const signElliptic = (bytes: Uint8Array, key: KeyObject): Buffer =>
  sign('sha256', bytes, { key, dsaEncoding: 'ieee-p1363' })
