/** Splits pasted cells or a CSV text into rows of cells. */
import type { SheetRow } from './cells.ts'
import { CELL_CHARACTERS_MAX, COLUMNS_MAX, ROWS_READ_MAX } from './limits.ts'

export type Delimiter = '\t' | ',' | ';'

/** Blank rows are counted and left out. Stops after `rowsMax` rows with something in them. */
export function splitCells(text: string, delimiter: Delimiter, rowsMax: number = ROWS_READ_MAX): SheetRow[] {
  const rows: SheetRow[] = []
  let position = text.charCodeAt(0) === 0xfeff ? 1 : 0
  for (let row = 1; position < text.length && rows.length < rowsMax; row++) {
    const cells: { text: string }[] = []
    for (let ended = false; !ended; ) {
      const cell = cellAt(text, position, delimiter)
      if (cells.length < COLUMNS_MAX) cells.push({ text: cell.text.slice(0, CELL_CHARACTERS_MAX) })
      position = cell.next
      ended = cell.endsRow
    }
    if (cells.some((cell) => cell.text.trim() !== '')) rows.push({ row, cells })
  }
  return rows
}

type Found = { readonly text: string; readonly next: number; readonly endsRow: boolean }

/** A cell is quoted only when its quotes close right before a delimiter; otherwise the quote is a sign like any other. */
function cellAt(text: string, start: number, delimiter: Delimiter): Found {
  if (text[start] === '"') {
    const close = closingQuote(text, start + 1)
    if (
      close >= 0 &&
      (close + 1 === text.length || '\r\n'.includes(text[close + 1]!) || text[close + 1] === delimiter)
    ) {
      return after(text, text.slice(start + 1, close).replaceAll('""', '"'), close + 1, delimiter)
    }
  }
  let end = start
  while (end < text.length && text[end] !== delimiter && text[end] !== '\n' && text[end] !== '\r') end++
  return after(text, text.slice(start, end), end, delimiter)
}

/** Excel holds at most this much in a cell; a quote that closes later was never meant to. */
const QUOTED_CHARACTERS_MAX = 32_767

function closingQuote(text: string, from: number): number {
  let at = text.indexOf('"', from)
  while (at >= 0 && text[at + 1] === '"' && at - from < QUOTED_CHARACTERS_MAX) at = text.indexOf('"', at + 2)
  return at - from < QUOTED_CHARACTERS_MAX ? at : -1
}

function after(text: string, value: string, at: number, delimiter: Delimiter): Found {
  if (text[at] === delimiter) return { text: value, next: at + 1, endsRow: false }
  const isPair = text[at] === '\r' && text[at + 1] === '\n'
  return { text: value, next: at + (isPair ? 2 : 1), endsRow: true }
}

const DELIMITERS: readonly Delimiter[] = ['\t', ',', ';']
const ROWS_TRIED = 20

/** The one that gives most rows the same number of cells, more than one. */
export function detectDelimiter(text: string): Delimiter {
  let best: { delimiter: Delimiter; score: number } = { delimiter: '\t', score: 0 }
  for (const delimiter of DELIMITERS) {
    const widths = splitCells(text, delimiter, ROWS_TRIED).map(({ cells }) => cells.length)
    const typical = widths.toSorted((a, b) => a - b)[widths.length >> 1] ?? 1
    if (typical < 2) continue
    const alike = widths.filter((width) => width === typical).length / widths.length
    const score = alike * 100 + Math.min(typical, 50)
    if (score > best.score) best = { delimiter, score }
  }
  return best.delimiter
}
