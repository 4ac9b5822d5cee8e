import assert from 'node:assert/strict'
import test from 'node:test'
import { gunzipSync, gzipSync, crc32 as nodeCrc32 } from 'node:zlib'
import fc from 'fast-check'
import { decodeBase58, encodeBase58 } from './base58.ts'
import { decodeBase64url, encodeBase64url } from './base64url.ts'
import { concat } from './bytes.ts'
import { crc32 } from './crc32.ts'
import { gunzip, gzip } from './gzip.ts'

const bytes = fc.uint8Array({ maxLength: 600 })
// Long runs, as status lists have them.
const runs = fc
  .array(fc.tuple(fc.nat(255), fc.nat(900)), { maxLength: 12 })
  .map((parts) => concat(...parts.map(([byte, length]) => new Uint8Array(length).fill(byte))))

test('base58 and base64url give back what they were given', () => {
  fc.assert(fc.property(bytes, (given) => assert.deepEqual(decodeBase58(encodeBase58(given)), given)))
  fc.assert(fc.property(bytes, (given) => assert.deepEqual(decodeBase64url(encodeBase64url(given)), given)))
  fc.assert(fc.property(bytes, (given) => encodeBase64url(given) === Buffer.from(given).toString('base64url')))
})

test('base58 writes the published examples', () => {
  assert.equal(encodeBase58(Buffer.from('Hello World!')), '2NEpo7TZRRrLZSi2U')
  assert.equal(encodeBase58(Buffer.from('0000287fb4cd', 'hex')), '11233QC4')
  assert.equal(encodeBase58(new Uint8Array()), '')
})

test('one value has one base64url spelling', () => {
  for (const text of ['A', 'AB', 'AA=', 'A+', 'A/', 'é', 'AAF']) assert.equal(decodeBase64url(text), null, text)
})

test('base58 refuses foreign characters and great lengths', () => {
  for (const text of ['0', 'O', 'l', 'I', ' ', '1'.repeat(10_000)]) assert.equal(decodeBase58(text), null)
})

test('crc32 is the one of zlib', () => {
  fc.assert(fc.property(bytes, (given) => crc32(given) === nodeCrc32(given)))
})

test('what we gzip every gunzip reads, and the other way round', () => {
  fc.assert(
    fc.property(fc.oneof(bytes, runs), fc.nat(9), (given, level) => {
      assert.deepEqual(new Uint8Array(gunzipSync(gzip(given))), given)
      for (const packed of [gzip(given), gzipSync(given, { level })])
        assert.deepEqual(gunzip(packed, given.length), { outcome: 'unpacked', bytes: given })
    }),
  )
})

test('a second member, a longer content or a broken sum is refused', () => {
  const packed = gzip(new Uint8Array(1_000))
  const reasonOf = (input: Uint8Array, max = 1_000) => {
    const result = gunzip(input, max)
    return result.outcome === 'refused' ? result.reason : 'unpacked'
  }
  assert.equal(reasonOf(concat(packed, packed)), 'gzip-trailing-data')
  assert.equal(reasonOf(concat(packed, new Uint8Array(1))), 'gzip-trailing-data')
  assert.equal(reasonOf(packed, 999), 'gzip-too-large')
  assert.equal(reasonOf(packed.subarray(0, packed.length - 1)), 'gzip-malformed')
  assert.equal(reasonOf(new Uint8Array(30)), 'gzip-malformed')
  const wrongSum = packed.slice()
  wrongSum[wrongSum.length - 8]! ^= 1
  assert.equal(reasonOf(wrongSum), 'gzip-malformed')
})

test('headers with a name, a comment, an extra field or a checksum are read', () => {
  const [plain] = [gzip(new Uint8Array([1, 2, 3]))]
  const body = plain!.subarray(10)
  const header = (flags: number) => new Uint8Array([0x1f, 0x8b, 8, flags, 0, 0, 0, 0, 0, 0xff])
  const text = new Uint8Array([65, 0])
  const packed = [
    concat(header(8), text, body),
    concat(header(16), text, body),
    concat(header(4), new Uint8Array([2, 0, 9, 9]), body),
    concat(header(2), new Uint8Array(2), body),
  ]
  for (const each of packed) assert.equal(gunzip(each, 3).outcome, 'unpacked')
  assert.equal(gunzip(concat(header(0x20), body), 3).outcome, 'refused')
  assert.equal(gunzip(concat(header(8), new Uint8Array(20).fill(65)), 3).outcome, 'refused')
})

test('a bomb is stopped at the limit, in time and memory', () => {
  const bomb = gzipSync(new Uint8Array(64 * 1_048_576))
  const before = process.memoryUsage().rss
  const started = process.cpuUsage()
  assert.deepEqual(gunzip(bomb, 2_097_152), { outcome: 'refused', reason: 'gzip-too-large' })
  assert.ok(process.cpuUsage(started).user < 8_000_000) // in a second when nothing runs beside
  assert.ok(process.memoryUsage().rss - before < 64 * 1_048_576)
})

test('any bytes at all are unpacked or refused, never more', () => {
  const start = gzip(new Uint8Array(0)).subarray(0, 10)
  fc.assert(
    fc.property(bytes, (noise) => {
      const result = gunzip(concat(start, noise), 10_000)
      return result.outcome === 'refused' || result.bytes.length <= 10_000
    }),
    { numRuns: 2_000 },
  )
})
