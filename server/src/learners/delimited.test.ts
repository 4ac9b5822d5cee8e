/** Cells survive being written the way spreadsheets write them. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type Delimiter, detectDelimiter, splitCells } from './delimited.ts'

const texts = (text: string, delimiter: Delimiter): string[][] =>
  splitCells(text, delimiter).map(({ cells }) => cells.map((cell) => cell?.text ?? ''))

const quote = (cell: string): string => `"${cell.replaceAll('"', '""')}"`

test('what is quoted comes back as it was, for every delimiter and line end', () => {
  const cell = fc.string({ unit: fc.constantFrom('"', '\t', ',', ';', '\n', '\r', ' ', '가', 'a'), maxLength: 12 })
  const table = fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 5 })
  fc.assert(
    fc.property(table, fc.constantFrom('\t', ',', ';'), fc.constantFrom('\n', '\r\n', '\r'), (rows, delimiter, end) => {
      const text = rows.map((row) => row.map(quote).join(delimiter)).join(end)
      const written = rows.filter((row) => row.some((one) => one.trim() !== ''))
      assert.deepEqual(texts(text, delimiter as Delimiter), written)
    }),
  )
})

test('rows keep the numbers the spreadsheet shows, blank ones counted', () => {
  const rows = splitCells('a\n\n"b\nb"\nc\n', ',')
  assert.deepEqual(
    rows.map(({ row, cells }) => [row, cells[0]?.text]),
    [
      [1, 'a'],
      [3, 'b\nb'],
      [4, 'c'],
    ],
  )
})

test('a quote that closes nowhere, or not before a delimiter, is a sign like any other', () => {
  assert.deepEqual(texts('"김"하늘\tx\n"열린\ty', '\t'), [
    ['"김"하늘', 'x'],
    ['"열린', 'y'],
  ])
})

for (const [text, delimiter] of [
  ['이름\t이메일\n김하늘\ta,b', '\t'],
  ['이름,이메일\n김하늘,a;b', ','],
  ['이름;주소\n김하늘;"서울, 강남, 역삼"\n박바다;"부산, 해운대"', ';'],
  ['제목\n이름,이메일,소속\n김,a@b.kr,가\n박,b@b.kr,나', ','],
] as const) {
  test(`the delimiter of ${JSON.stringify(text)} is ${JSON.stringify(delimiter)}`, () => {
    assert.equal(detectDelimiter(text), delimiter)
  })
}

test('millions of quotes are read in seconds', () => {
  const before = process.cpuUsage()
  for (const text of [
    '"'.repeat(8_000_000),
    '"\t'.repeat(4_000_000),
    '"x""x\t'.repeat(1_300_000),
    '"""\t'.repeat(2_000_000),
  ]) {
    splitCells(text, '\t')
  }
  assert.ok(process.cpuUsage(before).user < 5_000_000)
})
