/** Telephone numbers come back with their zero and their hyphens. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { readPhone } from './phone.ts'

for (const [text, phone] of [
  ['1012345678', '010-1234-5678'],
  ['010 1234 5678', '010-1234-5678'],
  ['010.1234.5678', '010-1234-5678'],
  ['(010)1234-5678', '010-1234-5678'],
  ['+82 10-1234-5678', '010-1234-5678'],
  ['+82 010-1234-5678', '010-1234-5678'],
  ['82-10-1234-5678', '010-1234-5678'],
  ['0082 10 1234 5678', '010-1234-5678'],
  ['011-123-4567', '011-123-4567'],
  ['113334444', '011-333-4444'],
  ['021234567', '02-123-4567'],
  ['0212345678', '02-1234-5678'],
  ['031-123-4567', '031-123-4567'],
  ['070-1234-5678', '070-1234-5678'],
  ['0505-123-4567', '0505-123-4567'],
  ['050512345678', '0505-1234-5678'],
  ['15881234', '1588-1234'],
  ['+1 415 555 0100', '+14155550100'],
  ['12345', undefined],
  ['없음', undefined],
] as const) {
  test(`${text} is ${phone ?? 'unknown'}`, () => assert.equal(readPhone(text), phone))
}

test('a number that was read reads the same again', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^(\+?82)?0?1[016789][0-9]{7,8}$/), (text) => {
      const once = readPhone(text)
      if (once !== undefined) assert.equal(readPhone(once), once)
    }),
  )
})
