import assert from 'node:assert/strict'
import { generateKeyPairSync, sign } from 'node:crypto'
import { test } from 'node:test'
import { nodePrimitives } from './primitives.ts'

const data = new TextEncoder().encode('한빛대학교')

test('an Ed25519 signature is accepted, and refused after any change', () => {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const raw = Buffer.from(publicKey.export({ format: 'jwk' }).x!, 'base64url')
  const signature = sign(null, data, privateKey)
  assert.equal(nodePrimitives.verify('Ed25519', raw, data, signature), true)
  assert.equal(nodePrimitives.verify('Ed25519', raw, data.slice(1), signature), false)
  assert.equal(nodePrimitives.verify('Ed25519', raw, data, signature.subarray(1)), false)
})

test('a P-256 signature in r ‖ s form is accepted with the compressed point, and refused after any change', () => {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const { x, y } = publicKey.export({ format: 'jwk' })
  const parity = Buffer.from(y!, 'base64url').at(-1)! & 1
  const compressed = Buffer.concat([Buffer.from([2 + parity]), Buffer.from(x!, 'base64url')])
  const signature = sign('sha256', data, { key: privateKey, dsaEncoding: 'ieee-p1363' })
  assert.equal(nodePrimitives.verify('P-256', compressed, data, signature), true)
  assert.equal(nodePrimitives.verify('P-256', compressed, data.slice(1), signature), false)
})

test('an RSA signature is accepted with its public key, and refused after any change or with a key of another kind', () => {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const spki = publicKey.export({ format: 'der', type: 'spki' })
  const signature = sign('sha256', data, privateKey)
  assert.equal(nodePrimitives.verifyRsa?.(spki, data, signature), true)
  assert.equal(nodePrimitives.verifyRsa?.(spki, data.slice(1), signature), false)
  const other = generateKeyPairSync('ed25519').publicKey.export({ format: 'der', type: 'spki' })
  assert.equal(nodePrimitives.verifyRsa?.(other, data, signature), false)
})

test('bytes that are no key verify nothing', () => {
  assert.equal(nodePrimitives.verifyRsa?.(new Uint8Array(9), data, new Uint8Array(256)), false)
  assert.equal(nodePrimitives.verify('P-256', new Uint8Array(33), data, new Uint8Array(64)), false)
  assert.equal(nodePrimitives.verify('Ed25519', new Uint8Array(31), data, new Uint8Array(64)), false)
})
