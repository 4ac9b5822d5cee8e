/** The staff's choice outranks the header, the header outranks the looks. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { RosterMapping } from '@kolleges/api'
import { findHeader } from './header.ts'
import { mapColumns } from './map-columns.ts'
import { readPaste } from './read-table.ts'

const mapped = (text: string, mapping: RosterMapping = {}) => {
  const { rows } = readPaste(text)
  const header = findHeader(rows)
  return { headerRow: header?.row ?? null, fields: mapColumns(header, rows.slice(header?.rowsAbove ?? 0), mapping) }
}
const BODY = '김하늘\thaneul@hanbit.example\t010-1234-5678\n박바다\tbada@hanbit.example\t010-2345-6789'

for (const [what, text, headerRow, fields] of [
  ['a plain header', `이름\t이메일\t연락처\n${BODY}`, 1, ['name', 'email', 'phone']],
  ['titles above', `수료자 명단\t\t\n\n작성일: 2026-11-23\t\t\n성명\t메일\tHP\n${BODY}`, 4, ['name', 'email', 'phone']],
  ['a header over two rows', `성명\t연락처\t\n\t이메일\t휴대폰\n${BODY}`, 2, ['name', 'email', 'phone']],
  ['a name in two columns', `성\t이름\t이메일\n김\t하늘\ta@b.kr`, 1, ['name', 'name', 'email']],
  ['a whole name and a gender', `성명\t성별\t이메일\n김하늘\t여\ta@b.kr`, 1, ['name', null, 'email']],
  ['no header', BODY, null, ['name', 'email', 'phone']],
  ['a header nobody knows', `가\t나\t다\n${BODY}`, null, ['name', 'email', 'phone']],
  ['two columns of one meaning', `이름\t이메일\t전자우편\n김\ta@b.kr\tc@d.kr`, 1, ['name', 'email', null]],
] as const) {
  test(`${what}: row ${headerRow}, ${fields.join(', ')}`, () => {
    assert.deepEqual(mapped(text), { headerRow, fields: [...fields] })
  })
}

test('a chosen field is taken from the column that was guessed', () => {
  assert.deepEqual(mapped(`이름\t이메일\t비고\n${BODY}`, { 2: 'name', 1: null }).fields, [null, null, 'name'])
})
