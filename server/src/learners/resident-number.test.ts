/** Resident registration numbers are found however they are written, and student numbers are left alone. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { holdsResidentNumber, maskResidentNumbers } from './resident-number.ts'

const digits = (count: number) => fc.stringMatching(new RegExp(`^[0-9]{${count}}$`))

test('a thousand made-up numbers are found in any surroundings, and none is left after masking', () => {
  const written = fc
    .tuple(digits(6), fc.constantFrom('', '-', ' - ', '–', '－'), fc.constantFrom('1', '2', '3', '4'), digits(6))
    .map((parts) => parts.join(''))
  const around = fc.stringMatching(/^[가-힣a-z ,:()]{0,8}$/)
  fc.assert(
    fc.property(around, written, around, (before, number, after) => {
      const text = before + number + after
      assert.ok(holdsResidentNumber(text))
      const masked = maskResidentNumbers(text)
      assert.ok(!holdsResidentNumber(masked))
      assert.doesNotMatch(masked.normalize('NFKC'), /\d{6}/)
    }),
    { numRuns: 1_000 },
  )
})

test('ten thousand student numbers are none', () => {
  fc.assert(
    fc.property(
      fc.oneof(digits(5), digits(8), digits(9), digits(10), digits(11)),
      (number) => !holdsResidentNumber(number),
    ),
    { numRuns: 10_000 },
  )
})

for (const [text, holds] of [
  ['900101-1234567', true],
  ['９００１０１－１２３４５６７', true],
  ['9001011234567', true],
  ['9001\u200b01-1234567', true],
  ['900101-5234567', true],
  ['9788937460449', false],
  ['20261123000123456789', false],
  ['900101-1******', false],
  ['010-1234-5678', false],
  ['2003-04-05', false],
] as const) {
  test(`${text} ${holds ? 'is' : 'is not'} refused`, () => assert.equal(holdsResidentNumber(text), holds))
}
