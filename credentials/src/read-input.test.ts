import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { aPng, aSvg, iend, ihdr, pngOf, textChunk } from '../test/pictures.ts'
import { bake, readInput } from './index.ts'

const json = '{"name":"김하늘"}'
const jws = 'eyJhbGciOiJFUzI1NiJ9.eyJpZCI6MX0.c2lnbmF0dXJl'

const readings: [string, Uint8Array, string][] = [
  ['a baked PNG', bake(aPng, 'image/png', json), 'json image/png'],
  ['a baked SVG', bake(aSvg, 'image/svg+xml', json), 'json image/svg+xml'],
  ['a JWS in a PNG', bake(aPng, 'image/png', jws), 'jws image/png'],
  ['JSON text', Buffer.from(json), 'json application/json'],
  ['JSON text behind a byte order mark', Buffer.from(`\ufeff ${json}\n`), 'json application/json'],
  ['a pasted JWS', Buffer.from(` ${jws}\n`), 'jws application/jwt'],
  ['a PNG without a credential', aPng, 'no-credential'],
  [
    'a PNG with treacherous JSON',
    pngOf(ihdr, textChunk('openbadgecredential', '{"a":1,"a":2}'), iend),
    'json-duplicate-key',
  ],
  ['treacherous JSON', Buffer.from('{"a":1,"a":2}'), 'json-duplicate-key'],
  ['broken JSON', Buffer.from('{"a":}'), 'json-syntax'],
  ['a photograph', Buffer.from('ffd8ffe000104a46', 'hex'), 'input-unknown'],
  ['plain words', Buffer.from('hello'), 'input-unknown'],
  ['nothing', Buffer.alloc(0), 'input-unknown'],
  ['two mebibytes of text', Buffer.alloc(2_097_152, 32), 'input-unknown'],
  ['more than sixteen mebibytes', Buffer.alloc(16_777_217), 'input-too-large'],
]

for (const [name, bytes, expected] of readings)
  test(`${name}: ${expected}`, () => {
    const input = readInput(bytes)
    assert.equal(input.outcome === 'read' ? `${input.form} ${input.mediaType}` : input.reason, expected)
  })

test('any bytes at all are answered', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => readInput(bytes).outcome !== undefined),
    { numRuns: 1_000 },
  )
})
