// Gives Hanbit the keys that JWTs are signed with, the same on every run: never use such keys for anything but a test.

import { createECDH, createPrivateKey, createPublicKey, hash, type KeyObject, sign as signBytes } from 'node:crypto'
import type { Json, JsonObject, JwtSigner } from '../src/index.ts'
import { hanbit } from './fixtures.ts'
import rsaKey from './rsa-key.json' with { type: 'json' }

export const rsa = createPrivateKey({ key: rsaKey, format: 'jwk' })
export const p256 = p256Key('kolleges test key p256')

function p256Key(name: string): KeyObject {
  const ecdh = createECDH('prime256v1')
  const secret = hash('sha256', name, 'buffer')
  ecdh.setPrivateKey(secret)
  const point = ecdh.getPublicKey()
  const [x, y, d] = [point.subarray(1, 33), point.subarray(33), secret].map((part) => part.toString('base64url'))
  return createPrivateKey({ key: { kty: 'EC', crv: 'P-256', x: x!, y: y!, d: d! }, format: 'jwk' })
}

export const keyId = (name: string): string => `${hanbit.did}#${name}`
export const publicJwk = (key: KeyObject): JsonObject => createPublicKey(key).export({ format: 'jwk' }) as JsonObject

const methodOf = (name: string, publicKeyJwk: JsonObject): JsonObject => ({
  id: keyId(name),
  type: 'JsonWebKey',
  controller: hanbit.did,
  publicKeyJwk,
})
const base = hanbit.document as JsonObject

/** Hanbit's document with the two keys in it. */
export const jwtDocument: JsonObject = {
  ...base,
  verificationMethod: [
    ...(base.verificationMethod as JsonObject[]),
    methodOf('rsa', publicJwk(rsa)),
    methodOf('p256', publicJwk(p256)),
  ],
  assertionMethod: [...(base.assertionMethod as string[]), keyId('rsa'), keyId('p256')],
}

export const signRs256 = (bytes: Uint8Array): Uint8Array => new Uint8Array(signBytes('sha256', bytes, rsa))
export const signEs256 = (bytes: Uint8Array): Uint8Array =>
  new Uint8Array(signBytes('sha256', bytes, { key: p256, dsaEncoding: 'ieee-p1363' }))

export const jwtSigners: Readonly<Record<'RS256' | 'ES256', JwtSigner>> = {
  RS256: { algorithm: 'RS256', keyId: keyId('rsa'), sign: signRs256 },
  ES256: { algorithm: 'ES256', keyId: keyId('p256'), sign: signEs256 },
}

const encode = (value: Json): string => Buffer.from(JSON.stringify(value)).toString('base64url')

/** Any header, any payload, signed all the same. */
export function jwsOf(header: JsonObject, payload: JsonObject, sign: (bytes: Uint8Array) => Uint8Array): string {
  const input = `${encode(header)}.${encode(payload)}`
  return `${input}.${Buffer.from(sign(Buffer.from(input))).toString('base64url')}`
}
