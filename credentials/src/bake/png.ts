// Walks the chunks of a PNG to put a credential in or take it out.

import { isAscii, textOf, utf8 } from '../encoding/bytes.ts'
import { crc32 } from '../encoding/crc32.ts'
import { CredentialError } from '../errors.ts'
import { JSON_BYTES_MAX, PNG_CHUNKS_MAX, PNG_KEYWORD_BYTES_MAX } from '../limits.ts'
import { type BakedEdition, type Extracted, type ExtractRefusal, formOf } from './baked.ts'

const SIGNATURE = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
// length, type … CRC
const FRAME_BYTES = 12

const KEYWORDS: Readonly<Record<BakedEdition, string>> = {
  ob3: 'openbadgecredential',
  ob2: 'openbadges',
  clr2: 'clrcredential',
}

export const isPng = (bytes: Uint8Array): boolean => SIGNATURE.every((byte, at) => bytes[at] === byte)

/** Puts one uncompressed iTXt chunk directly after IHDR: keyword, no language, no translation, UTF-8 (OB 3.0 §5.3.1). */
export function bakePng(image: Uint8Array, text: string, edition: BakedEdition): Uint8Array {
  const walked = walk(image, false)
  if (typeof walked === 'string') throw new CredentialError('image-malformed', { because: walked })
  if (walked.some((chunk) => carriedEdition(image, chunk) !== null)) throw new CredentialError('image-already-baked')
  const afterHeader = walked[0]!.end + 4
  const header = utf8(`iTXt${KEYWORDS[edition]}\0\0\0\0\0`)
  const content = utf8(text)
  const baked = new Uint8Array(image.length + 8 + header.length + content.length)
  baked.set(image.subarray(0, afterHeader))
  writeChunk(baked, afterHeader, header, content)
  baked.set(image.subarray(afterHeader), afterHeader + 8 + header.length + content.length)
  return baked
}

/** Untrusted bytes. Every checksum must hold; what follows IEND is not part of the picture. */
export function extractPng(bytes: Uint8Array): Extracted {
  const walked = walk(bytes, true)
  if (typeof walked === 'string') return refused(walked)
  const carriers = walked.flatMap((chunk) => {
    const edition = carriedEdition(bytes, chunk)
    return edition ? [{ chunk, edition }] : []
  })
  const [carrier] = carriers
  if (!carrier) return refused('no-credential')
  if (carriers.length > 1) return refused('several-credentials')
  const text = textIn(bytes, carrier.chunk)
  if (text.outcome === 'refused') return text
  const form = formOf(text.text) ?? (carrier.edition === 'ob2' && URL.canParse(text.text) ? 'url' : null)
  if (!form) return refused('credential-malformed')
  return { outcome: 'extracted', text: text.text, form, mediaType: 'image/png', edition: carrier.edition }
}

interface Chunk {
  readonly type: string
  /** Of the data, without length, type and CRC. */
  readonly start: number
  readonly end: number
}

function walk(bytes: Uint8Array, checksums: boolean): readonly Chunk[] | ExtractRefusal {
  if (!isPng(bytes)) return 'png-malformed'
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const chunks: Chunk[] = []
  for (let at = SIGNATURE.length; at + FRAME_BYTES <= bytes.length; ) {
    const start = at + 8
    const end = start + view.getUint32(at)
    if (end + 4 > bytes.length) return 'png-malformed'
    const type = String.fromCharCode(bytes[at + 4]!, bytes[at + 5]!, bytes[at + 6]!, bytes[at + 7]!)
    if (checksums && crc32(bytes, at + 4, end) !== view.getUint32(end)) return 'png-checksum-wrong'
    if ((chunks.length === 0) !== (type === 'IHDR')) return 'png-malformed'
    chunks.push({ type, start, end })
    if (type === 'IEND') return chunks
    if (chunks.length >= PNG_CHUNKS_MAX) return 'png-too-many-chunks'
    at = end + 4
  }
  return 'png-malformed'
}

const TEXT_CHUNKS = ['iTXt', 'tEXt', 'zTXt']

function carriedEdition(bytes: Uint8Array, { type, start, end }: Chunk): BakedEdition | null {
  if (!TEXT_CHUNKS.includes(type)) return null
  for (const [edition, keyword] of Object.entries(KEYWORDS) as [BakedEdition, string][])
    if (start + keyword.length < end && isAscii(bytes, start, keyword) && bytes[start + keyword.length] === 0)
      return edition
  return null
}

type TextFound =
  | { readonly outcome: 'found'; readonly text: string }
  | { readonly outcome: 'refused'; readonly reason: ExtractRefusal }

function textIn(bytes: Uint8Array, { type, start, end }: Chunk): TextFound {
  if (type === 'zTXt') return refused('credential-compressed')
  let at = start + indexOfZero(bytes, start, Math.min(end, start + PNG_KEYWORD_BYTES_MAX + 1)) + 1
  if (type === 'iTXt') {
    // A compressed text is a bomb's usual wrapping; the standard wants it plain.
    if (bytes[at] !== 0 || bytes[at + 1] !== 0) return refused('credential-compressed')
    at += 2
    for (const _ of ['language tag', 'translated keyword']) {
      const length = indexOfZero(bytes, at, end)
      if (length < 0) return refused('credential-malformed')
      at += length + 1
    }
  }
  if (end - at > JSON_BYTES_MAX) return refused('credential-too-large')
  const text = textOf(bytes.subarray(at, end))
  return text === null ? refused('credential-malformed') : { outcome: 'found', text }
}

function indexOfZero(bytes: Uint8Array, start: number, end: number): number {
  for (let at = start; at < end; at++) if (bytes[at] === 0) return at - start
  return -1
}

// Length, type and data, CRC of type and data.
function writeChunk(target: Uint8Array, at: number, header: Uint8Array, content: Uint8Array): void {
  const view = new DataView(target.buffer)
  const end = at + 4 + header.length + content.length
  view.setUint32(at, header.length - 4 + content.length)
  target.set(header, at + 4)
  target.set(content, at + 4 + header.length)
  view.setUint32(end, crc32(target, at + 4, end))
}

const refused = (reason: ExtractRefusal): { outcome: 'refused'; reason: ExtractRefusal } => ({
  outcome: 'refused',
  reason,
})
