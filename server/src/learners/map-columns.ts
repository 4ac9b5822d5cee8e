/** Decides which column is which field. */
import type { RosterField, RosterMapping } from '@kolleges/api'
import type { SheetRow } from './cells.ts'
import { fieldOfHeader, namePartOfHeader } from './columns.ts'
import { isEmail } from './email.ts'
import type { Header } from './header.ts'
import { COLUMNS_MAX } from './limits.ts'
import { readPhone } from './phone.ts'
import { tidyText } from './tidy-text.ts'

/** By column; the staff's own `mapping` outranks the header, the header outranks the looks of the cells. */
export function mapColumns(
  header: Header | null,
  body: readonly SheetRow[],
  mapping: RosterMapping,
): (RosterField | null)[] {
  const width = Math.min(
    COLUMNS_MAX,
    body.reduce((most, row) => Math.max(most, row.cells.length), header?.titles.length ?? 0),
  )
  const guessed = header ? byTitle(header.titles) : byLooks(body, width)
  const taken = new Set(Object.values(mapping).filter((field) => field !== null))
  return Array.from({ length: width }, (_, column) => {
    const chosen = mapping[String(column)]
    if (chosen !== undefined) return chosen === 'custom' ? null : chosen
    const guess = guessed[column] ?? null
    return guess && taken.has(guess) ? null : guess
  })
}

/** Of two columns with one meaning the first counts, save for the two halves of a name. */
function byTitle(titles: readonly string[]): (RosterField | null)[] {
  const parts = titles.map(namePartOfHeader)
  const isSplit = parts.includes('family') && parts.includes('given')
  const seen = new Set<RosterField>()
  return titles.map((title, column) => {
    if (isSplit && parts[column]) return 'name'
    const field = fieldOfHeader(title)
    if (!field || seen.has(field)) return null
    seen.add(field)
    return field
  })
}

const LOOKS: readonly (readonly [RosterField, (text: string) => boolean])[] = [
  ['email', isEmail],
  ['phone', (text) => readPhone(text) !== undefined],
  ['name', (text) => /^[가-힣]{2,5}$/.test(text) || /^\p{Lu}[\p{L}'’-]+( \p{Lu}[\p{L}'’.-]*){1,3}$/u.test(text)],
]

function byLooks(body: readonly SheetRow[], width: number): (RosterField | null)[] {
  const fields: (RosterField | null)[] = Array.from({ length: width }, () => null)
  const sample = body.slice(0, LOOKED_AT_ROWS)
  for (const [field, looks] of LOOKS) {
    const column = fields.findIndex((taken, index) => taken === null && mostly(sample, index, looks))
    if (column >= 0) fields[column] = field
  }
  return fields
}

const LOOKED_AT_ROWS = 30

function mostly(rows: readonly SheetRow[], column: number, looks: (text: string) => boolean): boolean {
  const texts = rows.map((row) => tidyText(row.cells[column]?.text ?? '')).filter(Boolean)
  return texts.length > 0 && texts.filter(looks).length * 3 >= texts.length * 2
}
