// Writes the links of a batch as a table that Excel opens with its Korean intact.
import type { Credential } from '@kolleges/api'

/** Without this mark Excel in Korea reads UTF-8 as CP949. */
const BYTE_ORDER_MARK = '\ufeff'

export function composeLinksCsv(heads: readonly string[], credentials: readonly Credential[]): string {
  const lines = credentials.map(({ recipient, number, state, url }) => [
    recipient.name,
    recipient.email,
    number,
    state,
    url,
  ])
  return BYTE_ORDER_MARK + [heads, ...lines].map((cells) => cells.map(safeCell).join(',')).join('\r\n')
}

/** A cell that a spreadsheet would run as a formula is made plain text; quotes keep commas inside. */
const safeCell = (cell: string): string => {
  const harmless = /^[=+\-@\t\r＝＋－＠]/.test(cell) ? `'${cell}` : cell
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}
