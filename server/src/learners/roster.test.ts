/** Whatever a table holds, reading it ends, and no resident registration number comes out. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { readPaste } from './read-table.ts'
import { holdsResidentNumber } from './resident-number.ts'
import { readRoster } from './roster.ts'

const number = fc
  .tuple(
    fc.stringMatching(/^[0-9]{6}$/),
    fc.constantFrom('', '-', ' ', '  ', '\u200b', '－'),
    fc.stringMatching(/^[1-4][0-9]{6}$/),
  )
  .map((parts) => parts.join(''))
const cell = fc.oneof(
  { weight: 2, arbitrary: fc.string({ unit: 'grapheme', maxLength: 20 }) },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      '이름',
      '이메일',
      '생년월일',
      '김하늘',
      'haneul@hanbit.example',
      '1012345678',
      '=A1',
      '',
    ),
  },
  { weight: 1, arbitrary: fc.tuple(fc.constantFrom('', '가', '번호: '), number).map((parts) => parts.join('')) },
)
const table = fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 8 })

test('no answer holds a number that must not be kept', () => {
  fc.assert(
    fc.property(table, (rows) => {
      const text = rows.map((row) => row.map((one) => `"${one.replaceAll('"', '""')}"`).join('\t')).join('\n')
      const roster = readRoster(readPaste(text), { thisYear: 2026 })
      if (roster.outcome === 'refused') return
      for (const shown of stringsIn(roster)) assert.ok(!holdsResidentNumber(shown), JSON.stringify(shown))
    }),
    { numRuns: 500 },
  )
})

test('every row is counted once, ready or at fault', () => {
  fc.assert(
    fc.property(table, (rows) => {
      const roster = readRoster(readPaste(rows.map((row) => row.join('\t')).join('\n')), { thisYear: 2026 })
      if (roster.outcome === 'refused') return
      const { total, ready, errors, warnings } = roster.counts
      assert.equal(total, roster.rows.length)
      assert.equal(ready + errors, total)
      assert.ok(warnings <= ready)
    }),
  )
})

test('a row that is ready reads the same again', () => {
  const text = '이름\t이메일\t휴대폰\t생년월일\n김 하 늘\tHANEUL@hanbit.example\t1012345678\t03.4.5'
  const once = readRoster(readPaste(text), { thisYear: 2026 })
  assert.ok(once.outcome === 'read')
  const { name, email, phone, birthDate } = once.rows[0]!.values
  const again = readRoster(readPaste(`이름\t이메일\t휴대폰\t생년월일\n${[name, email, phone, birthDate].join('\t')}`), {
    thisYear: 2026,
  })
  assert.ok(again.outcome === 'read')
  assert.deepEqual(again.rows, once.rows)
})

const stringsIn = (value: unknown): string[] =>
  typeof value === 'string'
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(stringsIn)
      : []
