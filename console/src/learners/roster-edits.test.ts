import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { RosterPreview, RosterRow } from '@kolleges/api'
import {
  composeRosterText,
  countRows,
  editCell,
  fieldsShown,
  mergeChecked,
  NO_EDITS,
  removeRow,
  troubledFirst,
} from './roster-edits.ts'

const fault = (code: string, severity: 'error' | 'warning' = 'error') => ({
  field: null,
  code,
  severity,
  ko: '',
  en: '',
})
const aRow = (row: number, name: string, faults: RosterRow['faults'] = []): RosterRow => ({
  row,
  values: { name, email: `${row}@hanbit.example` },
  faults,
  custom: {},
  alreadyAwarded: false,
})
const aPreview = (rows: RosterRow[], headerRow: number | null = 3): RosterPreview => ({
  columns: [
    { index: 0, header: '성명', field: 'name', isKept: false, samples: [] },
    { index: 1, header: '메모', field: null, isKept: false, samples: [] },
    { index: 2, header: '메일', field: 'email', isKept: false, samples: [] },
  ],
  headerRow,
  encoding: 'xlsx',
  rows,
  counts: { total: rows.length, ready: 0, warnings: 0, errors: 0, alreadyAwarded: 0 },
})

test('every row stays in the line it came from, so row numbers mean the same to everyone', () => {
  const rows = [aRow(4, '김하늘'), aRow(7, '이도윤')]
  const { text, mapping } = composeRosterText(aPreview(rows), rows, ['name', 'email'])
  assert.deepEqual(text.split('\n'), [
    '',
    '',
    'name\temail',
    '김하늘\t4@hanbit.example',
    '',
    '',
    '이도윤\t7@hanbit.example',
  ])
  assert.deepEqual(mapping, { 0: 'name', 1: 'email' })
})

test('a cell with a line break or a quote survives the way to the server', () => {
  const rows = [aRow(1, '김 "하늘"\n2학년')]
  assert.equal(composeRosterText(aPreview(rows, null), rows, ['name']).text, '"김 ""하늘""\n2학년"')
})

test('name and address are always shown, a result when the badge has results', () => {
  assert.deepEqual(fieldsShown(aPreview([]), false), ['name', 'email'])
  assert.deepEqual(fieldsShown(aPreview([]), true), ['name', 'email', 'result'])
})

test('a corrected row takes what the server now says of it', () => {
  const first = [aRow(2, '', [fault('name-missing')])]
  const merged = mergeChecked(first, [aRow(2, '김하늘')], editCell(NO_EDITS, 2, 'name', '김하늘'))
  assert.deepEqual(merged, [aRow(2, '김하늘')])
})

test('a row nobody touched keeps what was found in the original file', () => {
  const first = [aRow(2, '김하늘', [fault('formula-cell')]), aRow(3, '이도윤')]
  const merged = mergeChecked(first, [aRow(2, '김하늘'), aRow(3, '이도')], editCell(NO_EDITS, 3, 'name', '이도'))
  assert.deepEqual(merged[0]?.faults, [fault('formula-cell')])
})

test('removing one of two alike rows frees the other', () => {
  const first = [aRow(2, '김하늘'), aRow(3, '김하늘', [fault('duplicate-row')])]
  const merged = mergeChecked(first, [aRow(3, '김하늘')], removeRow(NO_EDITS, 2))
  assert.deepEqual(merged, [aRow(3, '김하늘')])
})

test('errors come first, then warnings, each in the order of the file', () => {
  const rows = [
    aRow(2, 'a'),
    aRow(3, 'b', [fault('x', 'warning')]),
    aRow(4, 'c', [fault('y')]),
    aRow(5, 'd', [fault('z')]),
  ]
  assert.deepEqual(troubledFirst(rows), [4, 5, 3, 2])
  assert.deepEqual(countRows(rows), { errors: 2, warnings: 1, clean: 1, ready: 2 })
})
