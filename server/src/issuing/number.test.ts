import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { issueNumber, parseNumber } from './number.ts'

const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const numbers = fc.uint8Array({ minLength: 11, maxLength: 11 }).map((bytes) => issueNumber(() => bytes))

test('a number is read back however it was typed', () => {
  fc.assert(
    fc.property(numbers, (number) => {
      const typed = [
        number,
        number.toLowerCase(),
        number.replaceAll('-', ''),
        number.replaceAll('-', ' '),
        number.replace(/^KL-/, ''),
        ` ${number.replaceAll('-', '–')} `,
        number.replaceAll('0', 'O').replaceAll('1', 'l'),
        number.replaceAll('1', 'I'),
      ]
      for (const text of typed) assert.equal(parseNumber(text), number, text)
    }),
  )
})

test('one wrong character is always noticed', () => {
  fc.assert(
    fc.property(numbers, fc.nat(11), fc.constantFrom(...DIGITS), (number, place, digit) => {
      const digits = [...number.replaceAll('-', '').slice(2)]
      fc.pre(digits[place] !== digit)
      digits[place] = digit
      assert.equal(parseNumber(digits.join('')), null)
    }),
  )
})

test('two exchanged characters are always noticed', () => {
  fc.assert(
    fc.property(numbers, fc.nat(11), fc.nat(11), (number, a, b) => {
      const digits = [...number.replaceAll('-', '').slice(2)]
      fc.pre(digits[a] !== digits[b])
      ;[digits[a], digits[b]] = [digits[b]!, digits[a]!]
      assert.equal(parseNumber(digits.join('')), null)
    }),
  )
})

test('what cannot be a number of ours is not one', () => {
  for (const text of ['', 'KL', 'KL-7Q2M-9XKD', 'UUUU-UUUU-UUUU', '한글', '0'.repeat(500), '__proto__'])
    assert.equal(parseNumber(text), null)
})
