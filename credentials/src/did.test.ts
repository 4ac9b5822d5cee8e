import assert from 'node:assert/strict'
import test from 'node:test'
import { hanbit } from '../test/fixtures.ts'
import {
  composeDidDocument,
  decodeMultikey,
  didKey,
  didWeb,
  didWebUrl,
  documentUrl,
  encodeMultikey,
  type Json,
  type JsonObject,
} from './index.ts'
import { keyOfJwk } from './proof/keys.ts'

const places: [string, string | null][] = [
  ['did:web:hanbit.example', 'https://hanbit.example/.well-known/did.json'],
  ['did:web:hanbit.example:i:hanbit', 'https://hanbit.example/i/hanbit/did.json'],
  ['did:web:localhost%3A3000:i:hanbit', 'https://localhost:3000/i/hanbit/did.json'],
  ['did:web:localhost%3a3000', 'https://localhost:3000/.well-known/did.json'],
  ['did:web:', null],
  ['did:web:hanbit.example:', null],
  ['did:web:hanbit.example:..:secret', null],
  ['did:web:hanbit.example/path', null],
  ['did:web:user%40evil.example', null],
  ['did:web:evil.example%2Fpath', null],
  ['did:key:z6Mk', null],
  ['https://hanbit.example', null],
]

for (const [did, url] of places)
  test(`the document of ${did} is at ${url ?? 'no place'}`, () => {
    assert.equal(didWebUrl(did), url)
  })

test('a did:web is made from an origin, and leads back to it', () => {
  assert.equal(didWeb('http://localhost:3000', 'i', 'hanbit'), 'did:web:localhost%3A3000:i:hanbit')
  assert.equal(didWeb('https://hanbit.example'), 'did:web:hanbit.example')
  assert.throws(() => didWeb('not a url'), { code: 'did-malformed' })
})

test('an https issuer has its document at its own address, other schemes nowhere', () => {
  assert.equal(documentUrl('https://univ.example/issuers/1#key'), 'https://univ.example/issuers/1')
  for (const id of ['urn:uuid:1', 'did:key:z6Mk', 'file:///etc/passwd', 'http://']) assert.equal(documentUrl(id), null)
})

test('a did document lists every key as a text, retired ones too', () => {
  const second = encodeMultikey('Ed25519', new Uint8Array(32).fill(7))
  const keys = [
    { publicKeyMultibase: hanbit.multibase },
    { publicKeyMultibase: second, revoked: '2026-01-01T00:00:00Z' },
  ]
  const document = composeDidDocument({ did: hanbit.did, keys })
  assert.deepEqual(document.assertionMethod, [`${hanbit.did}#${hanbit.multibase}`, `${hanbit.did}#${second}`])
  const methods = document.verificationMethod as JsonObject[]
  assert.deepEqual(
    methods.map(({ controller }) => controller),
    [hanbit.did, hanbit.did],
  )
  assert.equal(methods[1]?.revoked, '2026-01-01T00:00:00Z')
  assert.throws(() => composeDidDocument({ did: hanbit.did, keys: [{ publicKeyMultibase: 'zzz' }] }), {
    code: 'key-malformed',
  })
})

test('keys are spelled as Multikey', () => {
  const ed25519 = 'z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK' // from the did:key specification
  const p256 = 'zDnaerDaTF5BXEavCrfRZEk316dpbLsfPDZ3WJ5hRTPFU2169'
  for (const [multibase, algorithm, bytes] of [
    [ed25519, 'Ed25519', 32],
    [p256, 'P-256', 33],
  ] as const) {
    const key = decodeMultikey(multibase)
    assert.equal(key?.algorithm, algorithm)
    assert.equal(key?.publicKey.length, bytes)
    assert.equal(encodeMultikey(algorithm, key!.publicKey), multibase)
  }
  assert.equal(didKey(ed25519), `did:key:${ed25519}`)
})

test('what is no public key is refused', () => {
  for (const text of [
    '',
    'z',
    'u6Mk',
    'z0',
    'zl',
    `z${'1'.repeat(400)}`,
    'z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2do',
  ])
    assert.equal(decodeMultikey(text), null)
  assert.throws(() => encodeMultikey('Ed25519', new Uint8Array(33)), { code: 'key-malformed' })
})

test('a JWK is read when it is public and of a kind we know', () => {
  const x = Buffer.alloc(32, 1).toString('base64url')
  assert.equal(keyOfJwk({ kty: 'OKP', crv: 'Ed25519', x })?.algorithm, 'Ed25519')
  assert.equal(keyOfJwk({ kty: 'EC', crv: 'P-256', x, y: x })?.publicKey[0], 3)
  const others: Json[] = [
    null,
    'x',
    { kty: 'OKP', crv: 'Ed25519', x, d: x },
    { kty: 'OKP', crv: 'X25519', x },
    { kty: 'EC', crv: 'P-256', x },
    { kty: 'OKP', crv: 'Ed25519', x: 'AA' },
  ]
  for (const jwk of others) assert.equal(keyOfJwk(jwk), null)
})
