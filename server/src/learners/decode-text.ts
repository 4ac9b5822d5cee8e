/** Turns the bytes of a text file into text: UTF-8, UTF-16 with its mark, or CP949. */
import { type Encoding, type Unreadable, unreadable } from './cells.ts'
import { decodeCp949 } from './cp949.ts'

export type DecodedText =
  | { readonly outcome: 'decoded'; readonly text: string; readonly encoding: Encoding }
  | Unreadable

/** Bytes that fit no encoding are refused rather than read with holes: a broken name must not reach a credential. */
export function decodeText(bytes: Uint8Array): DecodedText {
  const wide =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : undefined
  if (wide) return textOrNothing(decode(wide, bytes), 'text')
  // Pictures and archives hold zeros, text does not.
  if (bytes.includes(0)) return unreadable('not-a-table')
  const utf8 = decode('utf-8', bytes)
  return utf8 === undefined ? textOrNothing(decodeCp949(bytes), 'cp949') : textOrNothing(utf8, 'utf-8')
}

const textOrNothing = (text: string | undefined, encoding: Encoding): DecodedText =>
  text === undefined ? unreadable('encoding-unknown') : { outcome: 'decoded', text, encoding }

function decode(label: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}
