/** Writes rows as CSV that spreadsheets read rightly and never run. */

/** RFC 4180, with a byte order mark, because Excel reads Korean only then. */
export const csvOf = (rows: readonly (readonly string[])[]): string =>
  `\ufeff${rows.map((row) => row.map((cell) => quoted(asText(cell))).join(',')).join('\r\n')}\r\n`

const quoted = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)

/** T16: what begins like a formula is marked as text. */
const asText = (cell: string): string => (/^[=+\-@\t\r＝＋－＠]/.test(cell) ? `'${cell}` : cell)
