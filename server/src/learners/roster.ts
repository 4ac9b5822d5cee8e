/** Reads a table as a roster: which column is what, who is in it, what is wrong with each row. */
import {
  CUSTOM_VALUE_CHARACTERS_MAX,
  ROSTER_ROWS_MAX,
  type RosterField,
  type RosterMapping,
  type RosterPreview,
  type RosterRow,
} from '@kolleges/api'
import type { Cell, SheetRow, Table, Unreadable } from './cells.ts'
import { rowFault } from './faults.ts'
import { findHeader, type Header } from './header.ts'
import { keptColumns } from './kept-columns.ts'
import { SAMPLE_CHARACTERS_MAX, SAMPLES_MAX } from './limits.ts'
import { mapColumns } from './map-columns.ts'
import { readCell } from './read-cell.ts'
import { recipientKey } from './recipient-key.ts'
import { holdsResidentNumber, maskResidentNumbers } from './resident-number.ts'
import { tidyText } from './tidy-text.ts'

export type RosterOptions = {
  readonly mapping?: RosterMapping
  readonly thisYear: number
  /** Variables of the achievement's certificate: columns of these names are kept. */
  readonly wanted?: ReadonlySet<string>
}
export type Roster = ({ readonly outcome: 'read' } & RosterPreview) | Unreadable

/** Nothing is trusted: the table is as strangers made it. Resident registration numbers leave this function only as masks. */
export function readRoster(table: Table, { mapping = {}, thisYear, wanted = new Set() }: RosterOptions): Roster {
  const header = findHeader(table.rows)
  const fields = mapColumns(header, table.rows.slice(header?.rowsAbove ?? 0), mapping)
  const body = table.rows.slice(header?.rowsAbove ?? 0).filter((row) => isAboutSomeone(row, fields))
  if (body.length === 0) return { outcome: 'refused', reason: 'roster-empty' }
  if (body.length > ROSTER_ROWS_MAX) return { outcome: 'refused', reason: 'roster-too-long' }
  const kept = keptColumns(header, fields, mapping, wanted)
  const rows = body.map((row) => ({ ...readRow(row, fields, thisYear), custom: customOf(row, kept) }))
  flagDuplicates(rows)
  return {
    outcome: 'read',
    columns: fields.map((field, index) => ({
      ...describeColumn(index, field, header, body),
      isKept: kept.has(index),
    })),
    headerRow: header?.row ?? null,
    encoding: table.encoding,
    rows,
    counts: countsOf(rows),
  }
}

/** As they stand in the cells; a resident registration number stays a mask here too. */
const customOf = ({ cells }: SheetRow, kept: ReadonlyMap<number, string>): Record<string, string> =>
  Object.fromEntries(
    [...kept].flatMap(([column, name]) => {
      const text = maskResidentNumbers(tidyText(cells[column]?.text ?? '')).slice(0, CUSTOM_VALUE_CHARACTERS_MAX)
      return text === '' ? [] : [[name, text] as const]
    }),
  )

/** Prefilled row numbers and closing lines (`이하 여백`) are not people. */
function isAboutSomeone({ cells }: SheetRow, fields: readonly (RosterField | null)[]): boolean {
  const isMapped = fields.some((field) => field !== null)
  const texts = cells.filter((_, column) => !isMapped || fields[column]).map((cell) => tidyText(cell?.text ?? ''))
  const written = texts.filter((text) => text !== '')
  return written.length > 1 || (written.length === 1 && !CLOSING.test(written[0]!.replaceAll(' ', '')))
}

const CLOSING = /^(이하여백|합계|총계|소계|계|끝|total)\.?$/i

function readRow({ row, cells }: SheetRow, fields: readonly (RosterField | null)[], thisYear: number): RosterRow {
  const values: Partial<Record<RosterField, string>> = {}
  const faults: RosterRow['faults'] = []
  // In any column, also those that are left out: the file itself must not hold such a number.
  if (cells.some((cell) => cell && holdsResidentNumber(cell.text))) faults.push(rowFault('resident-number', null))
  for (const field of new Set(fields)) {
    if (!field) continue
    const { value, faults: found } = readCell(field, cellOf(field, cells, fields), thisYear)
    if (value !== '') values[field] = value
    faults.push(...found)
  }
  if (values.name && isHalfNamed(cells, fields)) faults.push(rowFault('name-unusual', 'name'))
  if (!fields.includes('name')) faults.push(rowFault('name-missing', 'name'))
  if (!fields.includes('email')) faults.push(rowFault('email-missing', 'email'))
  return { row, values, custom: {}, faults, alreadyAwarded: false }
}

/** Several columns of one field read as one cell: `김` and `하늘` are `김하늘`, `Haneul` and `Kim` are `Haneul Kim`. */
function cellOf(
  field: RosterField,
  cells: SheetRow['cells'],
  fields: readonly (RosterField | null)[],
): Cell | undefined {
  const written = cells.filter((cell, column) => fields[column] === field && cell && tidyText(cell.text) !== '')
  if (written.length < 2) return written[0]
  const texts = written.map((cell) => cell?.text ?? '')
  const text = texts.join(texts.every((one) => /^[가-힣\s]+$/.test(one)) ? '' : ' ')
  return written.some((cell) => cell?.isFormula) ? { text, isFormula: true } : { text }
}

/** Where the name stands in several columns, one of them is blank. */
const isHalfNamed = (cells: SheetRow['cells'], fields: readonly (RosterField | null)[]): boolean => {
  const columns = fields.flatMap((field, column) => (field === 'name' ? [column] : []))
  return columns.length > 1 && columns.some((column) => tidyText(cells[column]?.text ?? '') === '')
}

function flagDuplicates(rows: readonly RosterRow[]): void {
  const first = new Map<string, number>()
  for (const { row, values, faults } of rows) {
    if (!values.email) continue
    const key = recipientKey(values.email)
    const otherRow = first.get(key)
    if (otherRow === undefined) first.set(key, row)
    else faults.push(rowFault('duplicate-row', 'email', { otherRow }))
  }
}

function describeColumn(
  index: number,
  field: RosterField | null,
  header: Header | null,
  body: readonly SheetRow[],
): Omit<RosterPreview['columns'][number], 'isKept'> {
  const samples: string[] = []
  for (const { cells } of body) {
    const text = showable(cells[index]?.text ?? '')
    if (text !== '') samples.push(text)
    if (samples.length === SAMPLES_MAX) break
  }
  return { index, header: showable(header?.titles[index] ?? ''), field, samples }
}

const showable = (text: string): string => maskResidentNumbers(tidyText(text)).slice(0, SAMPLE_CHARACTERS_MAX)

/** `ready` rows can be awarded; some of them carry warnings. */
export function countsOf(rows: readonly RosterRow[]): RosterPreview['counts'] {
  const errors = rows.filter(({ faults }) => faults.some(({ severity }) => severity === 'error')).length
  const warnings = rows.filter(({ faults }) => faults.length > 0).length - errors
  const alreadyAwarded = rows.filter((row) => row.alreadyAwarded).length
  return { total: rows.length, ready: rows.length - errors, warnings, errors, alreadyAwarded }
}
