import assert from 'node:assert/strict'
import test from 'node:test'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { hanbit, LIST_URL, NOON } from '../../test/fixtures.ts'
import { encodeBase64url } from '../encoding/base64url.ts'
import { composeStatusList, type JsonObject } from '../index.ts'
import { bitAt, decodeBits, emptyBits, encodeBits, setBit, valueAt, withBit } from './bitstring.ts'
import { readRevocationList } from './revocation-list.ts'
import { readStatusList } from './status-list.ts'

const index = fc.nat(131_071)

test('a bit that is set is read, and its neighbours stay as they were', () => {
  fc.assert(
    fc.property(fc.array(index, { maxLength: 20 }), index, fc.boolean(), index, (others, i, isOn, j) => {
      const bits = emptyBits()
      for (const other of others) setBit(bits, other, true)
      const changed = withBit(bits, i, isOn)
      return bitAt(changed, i) === isOn && (i === j || bitAt(changed, j) === bitAt(bits, j))
    }),
  )
})

test('bit 0 is the leftmost bit of the first byte', () => {
  assert.equal(withBit(emptyBits(), 0, true)[0], 0x80)
  assert.equal(withBit(emptyBits(), 7, true)[0], 1)
})

test('bits survive the journey through text, always the same text', () => {
  fc.assert(
    fc.property(fc.array(index, { maxLength: 200 }), (set) => {
      const bits = emptyBits()
      for (const i of set) setBit(bits, i, true)
      assert.deepEqual(decodeBits(encodeBits(bits)), { outcome: 'decoded', bits })
    }),
    { numRuns: 40 },
  )
})

test('the example list of the specification is read', () => {
  // BSL §2.2, example 2: 131,072 entries, none set.
  const encoded = 'uH4sIAAAAAAAAA-3BMQEAAADCoPVPbQwfoAAAAAAAAAAAAAAAAAAAAIC3AYbSVKsAQAAA'
  const decoded = decodeBits(encoded)
  assert.deepEqual(decoded, { outcome: 'decoded', bits: emptyBits() })
})

test('entries of several bits are read most significant first', () => {
  const bits = emptyBits()
  setBit(bits, 4, true)
  setBit(bits, 7, true)
  assert.equal(valueAt(bits, 1, 4), 0b1001)
})

const encode = (bytes: Uint8Array): string => `u${encodeBase64url(bytes)}`
const refusals: [string, string, string][] = [
  ['another multibase', `z${encodeBits(emptyBits()).slice(1)}`, 'bits-malformed'],
  ['what is no gzip', encode(new Uint8Array(40)), 'bits-malformed'],
  ['two gzip members', encode(Buffer.concat([gzipSync(emptyBits()), gzipSync(emptyBits())])), 'bits-several-members'],
  ['fewer than 131,072 entries', encode(gzipSync(new Uint8Array(16_383))), 'bits-too-few'],
  ['more than 16 million entries', encode(gzipSync(new Uint8Array(2_097_153))), 'bits-too-large'],
  ['an endless text', `u${'A'.repeat(4_194_304)}`, 'bits-too-large'],
]

for (const [name, text, reason] of refusals)
  test(`${name} is refused`, () => {
    assert.deepEqual(decodeBits(text), { outcome: 'refused', reason })
  })

test('indexes and sizes outside the list are misuse', () => {
  for (const i of [-1, 131_072, 0.5, Number.NaN])
    assert.throws(() => bitAt(emptyBits(), i), { code: 'status-index-out-of-range' })
  for (const entries of [131_064, 131_073, 16_777_224])
    assert.throws(() => emptyBits(entries), { code: 'status-list-size' })
})

test('a composed list is read back', () => {
  const bits = withBit(emptyBits(), 9, true)
  const list = composeStatusList({
    id: LIST_URL,
    issuer: hanbit.did,
    purpose: 'revocation',
    bits,
    validFrom: NOON,
    ttlMs: 300_000,
  })
  assert.deepEqual(readStatusList(list), { outcome: 'read', purposes: ['revocation'], bits })
  assert.equal((list.credentialSubject as JsonObject).ttl, 300_000)
  const short = {
    id: LIST_URL,
    issuer: hanbit.did,
    purpose: 'revocation' as const,
    bits: new Uint8Array(8),
    validFrom: NOON,
  }
  assert.throws(() => composeStatusList(short), { code: 'status-list-size' })
})

test('the older revocation list counts an entry as revoked unless it says otherwise', () => {
  const list = readRevocationList({
    id: 'https://a.example/r',
    issuer: { id: 'https://a.example' },
    revokedCredential: [
      { id: 'urn:1' },
      { id: 'urn:2', revoked: true, revocationReason: 'fraud' },
      { id: 'urn:3', revoked: false },
      'urn:4',
      5,
    ],
  })
  assert.deepEqual([...(list?.revoked.keys() ?? [])], ['urn:1', 'urn:2', 'urn:4'])
  assert.equal(list?.revoked.get('urn:2')?.reason, 'fraud')
  assert.equal(readRevocationList({ issuer: 'https://a.example' }), null)
})
