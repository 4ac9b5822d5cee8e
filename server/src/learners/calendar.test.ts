/** Days are read from every way people write them. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { dayOfSerial, readDay } from './calendar.ts'

for (const [text, day] of [
  ['2026-11-23', '2026-11-23'],
  ['2026. 11. 23.', '2026-11-23'],
  ['26.11.23', '2026-11-23'],
  ['99.1.2', '1999-01-02'],
  ["'03.4.5", '2003-04-05'],
  ['2026년 11월 23일', '2026-11-23'],
  ['2026년11월23일(월)', '2026-11-23'],
  ['2026-11-23 (월요일)', '2026-11-23'],
  ['20261123', '2026-11-23'],
  ['261123', '2026-11-23'],
  ['2026/11/23 14:30', '2026-11-23'],
  ['2026-11-23T14:30:00Z', '2026-11-23'],
  ['11/23/2026', '2026-11-23'],
  ['23 November 2026', '2026-11-23'],
  ['Nov 23, 2026', '2026-11-23'],
  ['46349', '2026-11-23'],
  ['46349.75', '2026-11-23'],
  ['2024-02-29', '2024-02-29'],
  ['2026-02-29', undefined],
  ['2026-13-01', undefined],
  ['3/4/2026', undefined],
  ['1800-01-01', undefined],
  ['내년쯤', undefined],
  ['23 Foo 2026', undefined],
] as const) {
  test(`${text} is ${day ?? 'no day'}`, () => assert.equal(readDay(text, 2026), day))
}

test('a spreadsheet’s count and the calendar agree on every day from March 1900', () => {
  const known = (serial: number): string =>
    new Date(Date.UTC(1899, 11, 30) + serial * 86_400_000).toISOString().slice(0, 10)
  fc.assert(
    fc.property(fc.integer({ min: 61, max: 109_574 }), (serial) => {
      assert.equal(dayOfSerial(serial), known(serial))
      assert.equal(dayOfSerial(serial - 1462, true), serial > 1522 ? known(serial) : dayOfSerial(serial - 1462, true))
    }),
  )
  assert.equal(dayOfSerial(1), '1900-01-01')
  assert.equal(dayOfSerial(59), '1900-02-28')
  assert.equal(dayOfSerial(60), undefined)
  assert.equal(dayOfSerial(109_575), undefined)
})

test('what was read reads the same again', () => {
  fc.assert(
    fc.property(fc.integer({ min: 61, max: 109_574 }), (serial) => {
      const day = dayOfSerial(serial)!
      assert.equal(readDay(day, 2026), day)
    }),
  )
})
