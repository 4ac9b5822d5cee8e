/** Reads an uploaded file or pasted text as a table, whichever of the known forms it has. */
import { type Table, type Unreadable, unreadable } from './cells.ts'
import { decodeText } from './decode-text.ts'
import { detectDelimiter, splitCells } from './delimited.ts'
import { readWorkbookApart } from './read-workbook-apart.ts'

/** The bytes tell what they are; the file's name is only a stranger's word. */
export function readFile(bytes: Uint8Array): Promise<Table | Unreadable> {
  if (beginsWith(bytes, [0x50, 0x4b, 0x03, 0x04])) return readWorkbookApart(bytes)
  return Promise.resolve(readTextFile(bytes))
}

/** Cells copied from a spreadsheet arrive with tabs between them. */
export function readPaste(text: string): Table {
  return { outcome: 'read', encoding: 'text', rows: splitCells(text, detectDelimiter(text)) }
}

function readTextFile(bytes: Uint8Array): Table | Unreadable {
  if (bytes.length === 0) return { outcome: 'refused', reason: 'roster-empty' }
  // The compound file of old Excel versions, and of encrypted new ones.
  if (beginsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return unreadable('workbook-old')
  const decoded = decodeText(bytes)
  if (decoded.outcome === 'refused') return decoded
  // Many campus systems save a web page under the name of a workbook.
  if (/^\s*<(!doctype|\?xml|html|head|meta|style|table)\b/i.test(decoded.text)) return unreadable('workbook-old')
  return { ...readPaste(decoded.text), encoding: decoded.encoding }
}

const beginsWith = (bytes: Uint8Array, signature: readonly number[]): boolean =>
  signature.every((byte, index) => bytes[index] === byte)
