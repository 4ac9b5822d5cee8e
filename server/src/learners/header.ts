/** Finds the row that names the columns, past titles and merged cells above it. */
import type { RosterField } from '@kolleges/api'
import type { SheetRow } from './cells.ts'
import { fieldOfHeader } from './columns.ts'
import { COLUMNS_MAX, HEADER_ROWS_SEARCHED_MAX } from './limits.ts'
import { tidyText } from './tidy-text.ts'

export type Header = {
  /** The row's number in the file; of two merged header rows the lower one. */
  readonly row: number
  /** How many rows of the table come before the first learner. */
  readonly rowsAbove: number
  readonly titles: readonly string[]
}

/** `null` when no row among the first ones names a name or an address. */
export function findHeader(rows: readonly SheetRow[]): Header | null {
  let best: { header: Header; score: number } | null = null
  for (const [index, row] of rows.slice(0, HEADER_ROWS_SEARCHED_MAX).entries()) {
    if (looksLikeData(row)) break
    for (const header of candidates(rows, index)) {
      const score = scoreOf(header.titles)
      if (score > (best?.score ?? 0)) best = { header, score }
    }
  }
  return best?.header ?? null
}

/** The row alone, and together with the one below it when merged cells spread a header over both. */
function candidates(rows: readonly SheetRow[], index: number): Header[] {
  const row = rows[index]!
  const titles = titlesOf(row)
  const alone = { row: row.row, rowsAbove: index + 1, titles }
  const below = rows[index + 1]
  if (!below || looksLikeData(below) || below.row !== row.row + 1) return [alone]
  const lower = titlesOf(below)
  const both = Array.from(
    { length: Math.max(titles.length, lower.length) },
    (_, column) => lower[column] || titles[column] || '',
  )
  return [alone, { row: below.row, rowsAbove: index + 2, titles: both }]
}

const titlesOf = ({ cells }: SheetRow): string[] =>
  Array.from({ length: Math.min(cells.length, COLUMNS_MAX) }, (_, column) => tidyText(cells[column]?.text ?? ''))

/** An address stands in rows about people only. */
const looksLikeData = ({ cells }: SheetRow): boolean => cells.some((cell) => cell && /\S@\S/.test(cell.text))

/** Distinct fields named; a row that names neither name nor address is no header. */
function scoreOf(titles: readonly string[]): number {
  const fields = new Set<RosterField>()
  for (const title of titles) {
    const field = title.length <= TITLE_CHARACTERS_MAX ? fieldOfHeader(title) : null
    if (field) fields.add(field)
  }
  return fields.has('name') || fields.has('email') ? fields.size : 0
}

/** Longer ones are sentences. */
const TITLE_CHARACTERS_MAX = 40
