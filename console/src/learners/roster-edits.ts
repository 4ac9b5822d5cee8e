// Corrections made to a roster on the screen, and how they are put to the server for checking.
import type { RosterField, RosterPreview, RosterRow } from '@kolleges/api'

export interface Edits {
  /** By row number as the spreadsheet shows it. */
  readonly cells: Readonly<Record<number, Partial<Record<RosterField, string>>>>
  readonly removed: readonly number[]
}

export const NO_EDITS: Edits = { cells: {}, removed: [] }

export const isUnedited = (edits: Edits): boolean => edits.removed.length === 0 && Object.keys(edits.cells).length === 0

export const editCell = (edits: Edits, row: number, field: RosterField, value: string): Edits => ({
  ...edits,
  cells: { ...edits.cells, [row]: { ...edits.cells[row], [field]: value } },
})

export const removeRow = (edits: Edits, row: number): Edits => ({ ...edits, removed: [...edits.removed, row] })

/** The roster with every correction in it; the faults are still those found before. */
export function editedRows(rows: readonly RosterRow[], edits: Edits): RosterRow[] {
  if (isUnedited(edits)) return [...rows]
  const removed = new Set(edits.removed)
  return rows
    .filter(({ row }) => !removed.has(row))
    .map((row) => (edits.cells[row.row] ? { ...row, values: { ...row.values, ...edits.cells[row.row] } } : row))
}

/** Shown whether or not the file has such a column: without these nobody can be awarded. */
const ALWAYS_SHOWN: readonly RosterField[] = ['name', 'email']

/** The fields to show as columns. */
export function fieldsShown(preview: RosterPreview, wantsResult: boolean): RosterField[] {
  const mapped = preview.columns.flatMap(({ field }) => field ?? [])
  return [...new Set([...ALWAYS_SHOWN, ...(wantsResult ? (['result'] as const) : []), ...mapped])]
}

export interface RosterText {
  text: string
  mapping: Record<string, RosterField>
}

/**
 * The roster as tab-separated text. Every row stays in the line it came from, with blank lines between,
 * so that the server's row numbers are the ones people see in their spreadsheet.
 */
export function composeRosterText(
  preview: RosterPreview,
  rows: readonly RosterRow[],
  fields: RosterField[],
): RosterText {
  const lines: string[] = []
  if (preview.headerRow) lines[preview.headerRow - 1] = fields.join('\t')
  for (const { row, values } of rows) lines[row - 1] = fields.map((field) => quoted(values[field] ?? '')).join('\t')
  return {
    text: Array.from(lines, (line) => line ?? '').join('\n'),
    mapping: Object.fromEntries(fields.map((field, column) => [String(column), field])),
  }
}

const quoted = (cell: string): string => (/[\t\r\n"]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)

/** What the server finds by comparing rows; it can change although the row itself did not. */
const DUPLICATE = 'duplicate-row'

/**
 * Joins the first reading with the check after corrections. A row nobody touched keeps what was found in the
 * original file (a formula is no longer to be seen in the text), except for duplicates, which others may have ended.
 */
export function mergeChecked(first: readonly RosterRow[], checked: readonly RosterRow[], edits: Edits): RosterRow[] {
  const byRow = new Map(checked.map((row) => [row.row, row]))
  return editedRows(first, edits).flatMap((row) => {
    const again = byRow.get(row.row)
    if (!again) return []
    // The text that was checked holds the fields only.
    if (edits.cells[row.row]) return [{ ...again, custom: row.custom }]
    const own = row.faults.filter(({ code }) => code !== DUPLICATE)
    return [{ ...row, faults: [...own, ...again.faults.filter(({ code }) => code === DUPLICATE)] }]
  })
}

export const hasError = ({ faults }: RosterRow): boolean => faults.some(({ severity }) => severity === 'error')

export interface RosterCounts {
  errors: number
  warnings: number
  clean: number
  ready: number
}

export function countRows(rows: readonly RosterRow[]): RosterCounts {
  const errors = rows.filter(hasError).length
  const warnings = rows.filter((row) => !hasError(row) && row.faults.length > 0).length
  return { errors, warnings, clean: rows.length - errors - warnings, ready: rows.length - errors }
}

/** Row numbers with errors first, then warnings, each in the order of the file. */
export function troubledFirst(rows: readonly RosterRow[]): number[] {
  const rank = (row: RosterRow) => (hasError(row) ? 0 : row.faults.length > 0 ? 1 : 2)
  return rows.toSorted((a, b) => rank(a) - rank(b) || a.row - b.row).map(({ row }) => row)
}
