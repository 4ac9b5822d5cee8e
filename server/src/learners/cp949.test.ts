/** Every syllable of modern Korean survives CP949. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { decodeCp949 } from './cp949.ts'

const hex = (text: string) => new Uint8Array(Buffer.from(text, 'hex'))

for (const [bytes, text] of [
  ['b0a1c8fe', '가힝'],
  ['8141c652', '갂힣'],
  ['94ee8c63bc84', '뷁똠펲'],
  ['412c5c0a', 'A,\\\n'],
  ['a2e6', '€'],
  ['b1', undefined],
  ['b120', undefined],
  ['ff41', undefined],
  ['80', undefined],
  ['c653', undefined],
] as const) {
  test(`${bytes} is ${text ?? 'no CP949'}`, () => assert.equal(decodeCp949(hex(bytes)), text))
}

test('the whole encoding names each of the 11,172 syllables once', () => {
  const syllables: string[] = []
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x41; trail <= 0xfe; trail++) {
      const character = decodeCp949(new Uint8Array([lead, trail]))
      if (character && character >= '가' && character <= '힣') syllables.push(character)
    }
  }
  assert.equal(syllables.length, 11_172)
  assert.equal(new Set(syllables).size, 11_172)
})
