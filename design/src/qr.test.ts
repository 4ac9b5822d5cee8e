import assert from 'node:assert/strict'
import { test } from 'node:test'
import { encode } from 'uqr'
import { qrPath, qrSvg } from './qr.ts'

const TEXT = 'https://kolleges.example/c/0123456789abcdefghjkmnpqrs'

test('each dark module is drawn once, within a quiet zone of four', () => {
  const { data, size } = encode(TEXT, { ecc: 'M', boostEcc: true, border: 0 })
  const modules = size + 8
  const drawn = Array.from({ length: modules }, () => Array.from({ length: modules }, () => 0))
  for (const [, left, top, right] of qrPath(TEXT, { x: 0, y: 0, size: modules }).matchAll(
    /M(\d+) (\d+)H(\d+)V\d+H\d+Z/g,
  ))
    for (let x = Number(left); x < Number(right); x++) drawn[Number(top)]![x]!++
  const wanted = drawn.map((row, y) => row.map((_, x) => (data[y - 4]?.[x - 4] ? 1 : 0)))
  assert.deepEqual(drawn, wanted)
})

test('the drawing is named and the same each time', () => {
  assert.match(qrSvg(TEXT, { alt: '확인 주소' }), /<title>확인 주소<\/title>/)
  assert.equal(qrSvg(TEXT), qrSvg(TEXT))
})

test('a text beyond any link is not drawn', () => {
  assert.throws(() => qrSvg('a'.repeat(513)), RangeError)
})
