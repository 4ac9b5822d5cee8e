// Takes the credential out of a PDF that carries one as an attachment.

import { isAscii } from '../encoding/bytes.ts'
import { inflate } from '../encoding/inflate.ts'
import {
  PDF_BYTES_MAX,
  PDF_DICTIONARY_CHARS_MAX,
  PDF_OBJECTS_MAX,
  PDF_STREAM_BYTES_MAX,
  PDF_UNPACKED_BYTES_MAX,
} from '../limits.ts'

export type PdfRefusal = 'pdf-too-large' | 'pdf-encrypted' | 'pdf-without-credential'

export type Attached =
  | { readonly outcome: 'extracted'; readonly bytes: Uint8Array }
  | { readonly outcome: 'refused'; readonly reason: PdfRefusal }

export const isPdf = (bytes: Uint8Array): boolean => isAscii(bytes, 0, '%PDF-')

/**
 * Reads a stranger's PDF just far enough: no page is drawn, no action run. Objects are found by their own marks, not by the table at
 * the end, so a file that was mended or saved again still reads; of two objects with one number the later counts, as it does for
 * every reader (ISO 32000-2, 7.5.6). What comes out has not been verified in any way.
 */
export function extractPdf(file: Uint8Array): Attached {
  if (file.length > PDF_BYTES_MAX) return { outcome: 'refused', reason: 'pdf-too-large' }
  const budget = { bytes: PDF_UNPACKED_BYTES_MAX }
  const objects = objectsIn(file, budget)
  if ([...objects.values()].some(({ dictionary }) => /\/Filter\s*\/Standard\b/.test(dictionary)))
    return { outcome: 'refused', reason: 'pdf-encrypted' }
  for (const { dictionary } of objects.values()) {
    if (!/\/Type\s*\/Filespec\b/.test(dictionary)) continue
    const [, number] = /\/EF\s*<<[^>]*?\/(?:UF|F)\s+(\d+)\s+\d+\s+R/.exec(dictionary) ?? []
    const bytes = number && streamOf(objects.get(Number(number)), budget)
    if (bytes && isCredential(bytes)) return { outcome: 'extracted', bytes }
  }
  return { outcome: 'refused', reason: 'pdf-without-credential' }
}

/** What may still be unpacked: a small file can hold thousands of streams that each grow a thousandfold. */
type Budget = { bytes: number }

type PdfObject = { readonly dictionary: string; readonly stream: Uint8Array | null }

/** A character for each byte, so that places in the text are places in the file. */
const latin1 = (bytes: Uint8Array): string => new TextDecoder('latin1').decode(bytes)

/** A credential is a JSON object, or a compact JWS; other attachments are nobody's business here. */
const isCredential = (bytes: Uint8Array): boolean =>
  /^(?:\u00ef\u00bb\u00bf)?\s*(?:\{|eyJ[\w-])/.test(latin1(bytes.subarray(0, 64)))

const OBJECT = /(?:^|[\r\n\s])(\d{1,8})\s+\d{1,5}\s+obj\b/g

/** Every object by its number, those inside object streams too. */
function objectsIn(file: Uint8Array, budget: Budget): Map<number, PdfObject> {
  const objects = new Map<number, PdfObject>()
  const text = latin1(file)
  let end = 0
  for (const match of text.matchAll(OBJECT)) {
    // A number inside a stream is not an object.
    if (match.index < end) continue
    if (objects.size >= PDF_OBJECTS_MAX) break
    const start = match.index + match[0].length
    const body = bodyAt(text, start)
    end = body.end
    const stream = body.stream ? file.subarray(...body.stream) : null
    const object = { dictionary: body.dictionary, stream }
    objects.set(Number(match[1]), object)
    if (/\/Type\s*\/ObjStm\b/.test(object.dictionary))
      for (const [number, inner] of unpack(object, budget)) objects.set(number, inner)
  }
  return objects
}

type Body = { readonly dictionary: string; readonly stream: readonly [number, number] | null; readonly end: number }

/**
 * From `obj` to `stream` or `endobj`; a stream is as long as it says, where that leads to its end. `end` always lies behind what was
 * searched, so that no part of a hostile file is searched twice.
 */
function bodyAt(text: string, start: number): Body {
  const close = text.indexOf('endobj', start)
  const limit = Math.min(close === -1 ? text.length : close, start + PDF_DICTIONARY_CHARS_MAX)
  const window = text.slice(start, limit)
  const found = /\bstream\r?\n/.exec(window)
  if (!found) return { dictionary: window, stream: null, end: close === -1 ? text.length : close }
  const dictionary = window.slice(0, found.index)
  const from = start + found.index + found[0].length
  const said = Number(/\/Length\s+(\d+)(?!\s+\d+\s+R)/.exec(dictionary)?.[1] ?? Number.NaN)
  const isRight = Number.isInteger(said) && /^\s*endstream/.test(text.slice(from + said, from + said + 16))
  const mark = isRight ? from + said : text.indexOf('endstream', from)
  const to = mark === -1 ? text.length : mark
  return { dictionary, stream: [from, to], end: to }
}

/** The bytes of a stream, plain or deflated (the two ways attachments are kept); null for anything else or too much. */
function streamOf(object: PdfObject | undefined, budget: Budget): Uint8Array | null {
  if (!object?.stream) return null
  const filters = /\/Filter\s*(\[[^\]]*\]|\/\w+)/.exec(object.dictionary)?.[1]?.match(/\/\w+/g) ?? []
  if (filters.length === 0) return object.stream.length <= PDF_STREAM_BYTES_MAX ? object.stream : null
  if (filters.length > 1 || filters[0] !== '/FlateDecode') return null
  const bytesMax = Math.min(PDF_STREAM_BYTES_MAX, budget.bytes)
  const unpacked = isZlib(object.stream) && bytesMax > 0 ? inflate(object.stream, 2, bytesMax) : null
  // What was unpacked in vain has cost as much.
  budget.bytes -= unpacked?.output.length ?? bytesMax
  return unpacked?.output ?? null
}

/** The two bytes before a deflated stream (RFC 1950 §2.2), without a preset dictionary. */
const isZlib = ([method = 0, flags = 0]: Uint8Array): boolean =>
  (method & 15) === 8 && (flags & 32) === 0 && (method * 256 + flags) % 31 === 0

/** Objects packed into one stream: pairs of number and offset, then the objects (ISO 32000-2, 7.5.7). */
function unpack(object: PdfObject, budget: Budget): [number, PdfObject][] {
  const bytes = streamOf(object, budget)
  const first = Number(/\/First\s+(\d+)/.exec(object.dictionary)?.[1])
  if (!bytes || !Number.isInteger(first)) return []
  const text = latin1(bytes)
  const numbers = (text.slice(0, first).match(/\d+/g) ?? []).map(Number).slice(0, PDF_OBJECTS_MAX * 2)
  return Array.from({ length: Math.floor(numbers.length / 2) }, (_, i) => {
    const [from, to] = [first + numbers[i * 2 + 1]!, first + (numbers[i * 2 + 3] ?? text.length)]
    return [numbers[i * 2]!, { dictionary: text.slice(from, to), stream: null }]
  })
}
