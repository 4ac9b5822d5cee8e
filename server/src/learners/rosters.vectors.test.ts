/** Every roster in `vectors/rosters` is read as the file beside it says; `UPDATE=1` writes those anew, to be read by a person. */
import assert from 'node:assert/strict'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import type { RosterRow } from '@kolleges/api'
import { readFile, readPaste } from './read-table.ts'
import { readRoster } from './roster.ts'

const FOLDER = join(import.meta.dirname, '../../../vectors/rosters')
const EXPECTED = '.expected.json'

for (const name of readdirSync(FOLDER).filter((one) => !one.endsWith('.json') && !one.endsWith('.md'))) {
  test(`the roster ${name} is read as written beside it`, async () => {
    const bytes = new Uint8Array(readFileSync(join(FOLDER, name)))
    const isPaste = name.startsWith('pasted-')
    const found = told(isPaste ? readPaste(new TextDecoder().decode(bytes)) : await readFile(bytes))
    const beside = join(FOLDER, name + EXPECTED)
    if (process.env.UPDATE) writeFileSync(beside, `${JSON.stringify(found, null, 2)}\n`)
    assert.deepEqual(found, JSON.parse(readFileSync(beside, 'utf8')))
  })
}

type Read = Awaited<ReturnType<typeof readFile>>

/** Without the sentences, which may be worded better any day. */
function told(table: Read): unknown {
  const roster = table.outcome === 'read' ? readRoster(table, { thisYear: 2026 }) : table
  if (roster.outcome === 'refused') {
    return JSON.parse(JSON.stringify({ refused: roster.reason, because: roster.because }))
  }
  const { outcome: _, rows, ...rest } = roster
  return JSON.parse(JSON.stringify({ ...rest, rows: rows.map(rowTold) }))
}

const rowTold = ({ row, values, faults }: RosterRow) => ({
  row,
  values,
  faults: faults.map(({ ko: _ko, en: _en, ...fault }) => fault),
})
