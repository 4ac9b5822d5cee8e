/** A workbook written here is read here as it was, and hostile ones harm nobody. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import fc from 'fast-check'
import { readWorkbookApart } from './read-workbook-apart.ts'
import { readWorkbook } from './workbook.ts'
import { writeWorkbook } from './write-workbook.ts'

const texts = async (rows: string[][]): Promise<string[][]> => {
  const table = await readWorkbook(writeWorkbook({ name: '명단 & <시험>', rows }))
  assert.ok(table.outcome === 'read')
  return table.rows.map(({ cells }) => Array.from(cells, (cell) => cell?.text ?? ''))
}

test('what was written comes back', async () => {
  // XML knows no control characters, and reads every line end as one.
  const cell = fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
    .map((text) => `가${text.replace(/[\p{Cc}\ufffe\uffff]/gu, '')}`)
  const table = fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 })
  await fc.assert(
    fc.asyncProperty(table, async (rows) => assert.deepEqual(await texts(rows), rows)),
    { numRuns: 60 },
  )
})

test('any bytes after the signature are answered, not thrown', async () => {
  const bytes = fc.uint8Array({ maxLength: 300 }).map((tail) => new Uint8Array([0x50, 0x4b, 0x03, 0x04, ...tail]))
  await fc.assert(
    fc.asyncProperty(bytes, async (one) => assert.equal((await readWorkbook(one)).outcome, 'refused')),
    { numRuns: 200 },
  )
})

test('any changed byte of a workbook is answered, not thrown', async () => {
  const good = writeWorkbook({ name: 'a', rows: [['이름'], ['김하늘']] })
  const change = fc.tuple(fc.nat(good.length - 1), fc.integer({ min: 1, max: 255 }))
  await fc.assert(
    fc.asyncProperty(change, async ([at, by]) => {
      const bad = good.slice()
      bad[at]! ^= by
      await readWorkbook(bad)
    }),
    { numRuns: 300 },
  )
})

test('several bombs at once wait their turn and are refused', async () => {
  const bomb = new Uint8Array(
    readFileSync(join(import.meta.dirname, '../../../vectors/rosters/hostile-bomb-sheet.xlsx')),
  )
  const before = process.memoryUsage().rss
  const answers = await Promise.all(Array.from({ length: 6 }, () => readWorkbookApart(bomb)))
  assert.ok(answers.every((answer) => answer.outcome === 'refused' && answer.because === 'workbook-too-large'))
  assert.ok(process.memoryUsage().rss - before < 256 * 1024 * 1024)
})
