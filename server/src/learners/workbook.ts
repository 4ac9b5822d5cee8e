/** Reads the first visible sheet of a workbook as rows of cells. */
import { dayOfSerial } from './calendar.ts'
import { type Cell, type SheetRow, type Table, type Unreadable, unreadable } from './cells.ts'
import {
  CELL_CHARACTERS_MAX,
  CELL_COST_CHARACTERS,
  COLUMNS_MAX,
  ROWS_READ_MAX,
  SHARED_STRINGS_MAX,
  WORKBOOK_CELL_CHARACTERS_MAX,
} from './limits.ts'
import { UnsafeXml, walkXml } from './walk-xml.ts'
import { showsDay } from './workbook-formats.ts'
import { unpackWorkbook } from './workbook-parts.ts'

/** The bytes are a stranger's. Nothing outside them is read; formulas are not computed. */
export async function readWorkbook(bytes: Uint8Array): Promise<Table | Unreadable> {
  const unpacked = await unpackWorkbook(bytes)
  if (unpacked.outcome === 'refused') return unpacked
  try {
    return { outcome: 'read', encoding: 'xlsx', rows: rowsOf(unpacked.parts) }
  } catch (error) {
    if (error instanceof TooMuch) return unreadable('workbook-too-large')
    return unreadable(error instanceof UnsafeXml ? 'workbook-unsafe' : 'workbook-broken')
  }
}

type Parts = ReadonlyMap<string, Uint8Array>

function rowsOf(parts: Parts): SheetRow[] {
  const book = parts.get('xl/workbook.xml')
  if (!book) throw new Error('The package holds no workbook.')
  const { sheets, countsFrom1904 } = readBook(book)
  const targets = readTargets(parts.get('xl/_rels/workbook.xml.rels'))
  const context: Context = {
    strings: readStrings(parts.get('xl/sharedstrings.xml')),
    dayStyles: readDayStyles(parts.get('xl/styles.xml')),
    countsFrom1904,
  }
  for (const { relation } of sheets.filter(({ isHidden }) => !isHidden)) {
    const part = parts.get(targets.get(relation) ?? '')
    const rows = part ? readSheet(part, context) : []
    if (rows.length > 0) return rows
  }
  return []
}

function readBook(bytes: Uint8Array) {
  const sheets: { relation: string; isHidden: boolean }[] = []
  let countsFrom1904 = false
  walkXml(bytes, {
    open: (name, { state, date1904, 'r:id': id }) => {
      if (name === 'workbookPr') countsFrom1904 = date1904 === '1' || date1904 === 'true'
      if (name === 'sheet' && id) sheets.push({ relation: id, isHidden: state === 'hidden' || state === 'veryHidden' })
    },
  })
  return { sheets, countsFrom1904 }
}

/** Parts inside the package only: an external target is never looked at. */
function readTargets(bytes: Uint8Array | undefined): Map<string, string> {
  const targets = new Map<string, string>()
  if (!bytes) return targets
  walkXml(bytes, {
    open: (name, { Id, Target, TargetMode }) => {
      if (name !== 'Relationship' || !Id || !Target || TargetMode === 'External') return
      targets.set(Id, (Target.startsWith('/') ? Target.slice(1) : `xl/${Target}`).toLowerCase())
    },
  })
  return targets
}

function readStrings(bytes: Uint8Array | undefined): string[] {
  const strings: string[] = []
  if (!bytes) return strings
  let text = ''
  let isText = false
  let isReading = false // pronunciation aids of East Asian text
  walkXml(bytes, {
    open: (name) => {
      if (name === 'si') text = ''
      if (name === 'rPh') isReading = true
      isText = name === 't' && !isReading
    },
    text: (part) => {
      if (isText && text.length < CELL_CHARACTERS_MAX) text += part.slice(0, CELL_CHARACTERS_MAX)
    },
    close: (name) => {
      isText = false
      if (name === 'rPh') isReading = false
      if (name === 'si' && strings.push(text) > SHARED_STRINGS_MAX) throw new TooMuch()
    },
  })
  return strings
}

/** The cell styles whose number format shows a day. */
function readDayStyles(bytes: Uint8Array | undefined): ReadonlySet<number> {
  const codes = new Map<number, string>()
  const styles: number[] = []
  let isCellStyles = false
  if (!bytes) return new Set()
  walkXml(bytes, {
    open: (name, { numFmtId, formatCode }) => {
      if (name === 'cellXfs') isCellStyles = true
      if (name === 'numFmt' && formatCode !== undefined) codes.set(Number(numFmtId), formatCode)
      if (name === 'xf' && isCellStyles) styles.push(Number(numFmtId ?? 0))
    },
    close: (name) => {
      if (name === 'cellXfs') isCellStyles = false
    },
  })
  return new Set(styles.flatMap((format, style) => (showsDay(format, codes.get(format)) ? [style] : [])))
}

type Context = {
  readonly strings: readonly string[]
  readonly dayStyles: ReadonlySet<number>
  readonly countsFrom1904: boolean
}

type OpenCell = { column: number; type: string; style: number; value: string; isFormula: boolean }

/** Enough rows were read to know that there are too many. */
class Enough extends Error {}
/** The workbook comes to more than a roster ever could. */
class TooMuch extends Error {}

/** Rows and columns are as sparse as the sheet says; one past the limit tells the caller that there are too many. */
function readSheet(bytes: Uint8Array, context: Context): SheetRow[] {
  const rows: SheetRow[] = []
  let row = 0
  let cells: (Cell | undefined)[] = []
  let cell: OpenCell | null = null
  let isValue = false
  let spentCharacters = 0
  try {
    walkXml(bytes, {
      open: (name, attributes) => {
        if (name === 'row') {
          row = rowNumber(attributes.r) ?? row + 1
          cells = []
        } else if (name === 'c') cell = openCell(attributes, cells.length)
        else if (name === 'f' && cell) cell.isFormula = true
        isValue = name === 'v' || name === 't'
      },
      text: (text) => {
        if (isValue && cell && cell.value.length < CELL_CHARACTERS_MAX) cell.value += text.slice(0, CELL_CHARACTERS_MAX)
      },
      close: (name) => {
        isValue = false
        if (name === 'c' && cell) {
          const found = closeCell(cell, context)
          if (found && cell.column < COLUMNS_MAX) {
            cells[cell.column] = found
            spentCharacters += found.text.length + CELL_COST_CHARACTERS
          }
          if (spentCharacters > WORKBOOK_CELL_CHARACTERS_MAX) throw new TooMuch()
          cell = null
        }
        if (name === 'row' && cells.length > 0 && rows.push({ row, cells }) > ROWS_READ_MAX) throw new Enough()
      },
    })
  } catch (error) {
    if (!(error instanceof Enough)) throw error
  }
  return rows
}

const openCell = ({ r, t, s }: Readonly<Record<string, string>>, nextColumn: number): OpenCell => ({
  column: columnOf(r) ?? nextColumn,
  type: t ?? 'n',
  style: Number(s ?? 0),
  value: '',
  isFormula: false,
})

const rowNumber = (text: string | undefined): number | undefined =>
  /^\d{1,7}$/.test(text ?? '') ? Number(text) : undefined

/** `AB12` is column 27, counted from 0. */
function columnOf(reference: string | undefined): number | undefined {
  const letters = /^[A-Z]{1,3}/.exec(reference ?? '')?.[0]
  if (!letters) return undefined
  return [...letters].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0) - 1
}

function closeCell({ type, style, value, isFormula }: OpenCell, context: Context): Cell | undefined {
  const text = textOf(type, style, value, context)
  if (isFormula) return { text, isFormula }
  return text.trim() === '' ? undefined : { text }
}

function textOf(type: string, style: number, value: string, { strings, dayStyles, countsFrom1904 }: Context): string {
  if (type === 's') return strings[Number(value)] ?? ''
  if (type === 'b') return value === '1' ? 'TRUE' : 'FALSE'
  if (type !== 'n' || value === '') return value
  const number = Number(value)
  if (dayStyles.has(style)) return dayOfSerial(number, countsFrom1904) ?? value
  // Written out, so that a long number is not seen as `1.0123E+9`.
  return Number.isSafeInteger(number) ? String(number) : value
}
