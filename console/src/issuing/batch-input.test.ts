import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { RosterRow } from '@kolleges/api'
import { awardedRows, composeBatch, type Details, FIRST_DETAILS, faultOfDates, longestName } from './batch-input.ts'

const fault = { field: null, code: 'name-missing', severity: 'error' as const, ko: '', en: '' }
const aRow = (row: number, name: string, more: Partial<RosterRow> = {}): RosterRow => ({
  row,
  values: { name, email: `${row}@hanbit.example` },
  faults: [],
  custom: {},
  alreadyAwarded: false,
  ...more,
})

test('rows with errors are left out, and the rest come in the order of the file', () => {
  const rows = [aRow(9, '', { faults: [fault] }), aRow(5, '이도윤'), aRow(2, '김하늘')]
  const { recipients } = composeBatch('a', rows, FIRST_DETAILS)
  assert.deepEqual(
    recipients.map(({ name }) => name),
    ['김하늘', '이도윤'],
  )
})

test('empty cells are not sent, and columns that no credential holds neither', () => {
  const row = aRow(2, '김하늘', {
    values: { name: '김하늘', email: 'a@b.example', phone: '', hours: '15', result: 'A' },
  })
  assert.deepEqual(composeBatch('a', [row], FIRST_DETAILS).recipients, [
    { name: '김하늘', email: 'a@b.example', result: 'A' },
  ])
})

test('whoever holds the badge already is left out unless told otherwise', () => {
  const rows = [aRow(2, '김하늘', { alreadyAwarded: true }), aRow(3, '이도윤')]
  assert.equal(awardedRows(rows, FIRST_DETAILS).length, 1)
  assert.equal(awardedRows(rows, { ...FIRST_DETAILS, alreadyAwarded: 'issue' }).length, 2)
})

test('days are days in Seoul: the first from its start, the last to its end', () => {
  const details: Details = { ...FIRST_DETAILS, validFrom: '2026-11-23', validUntil: '2027-11-22' }
  const { validFrom, validUntil } = composeBatch('a', [aRow(2, '김하늘')], details)
  assert.equal(validFrom, '2026-11-23T00:00:00+09:00')
  assert.equal(validUntil, '2027-11-22T23:59:59+09:00')
})

const DATES: [string, string, ReturnType<typeof faultOfDates>][] = [
  ['', '', null],
  ['', '2026-11-23', null],
  ['', '2026-11-22', 'ended'],
  ['2026-12-01', '2026-11-30', 'ends-before-it-begins'],
  ['2026-12-01', '2026-12-01', null],
]
for (const [validFrom, validUntil, expected] of DATES)
  test(`from "${validFrom}" until "${validUntil}" is ${expected ?? 'fine'}`, () =>
    assert.equal(faultOfDates({ ...FIRST_DETAILS, validFrom, validUntil }, '2026-11-23'), expected))

test('the preview shows the longest name', () => {
  assert.equal(longestName([aRow(2, '김하늘'), aRow(3, 'Alexandra Konstantinopoulou')]), 'Alexandra Konstantinopoulou')
})
