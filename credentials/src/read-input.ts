// Takes whatever a visitor hands in and finds the one credential in it.

import { extract } from './bake/bake.ts'
import type { BakedEdition, ExtractRefusal } from './bake/baked.ts'
import { formOf } from './bake/baked.ts'
import { extractPdf, isPdf, type PdfRefusal } from './bake/pdf.ts'
import { isPng } from './bake/png.ts'
import { looksLikeSvg } from './bake/svg.ts'
import { textOf } from './encoding/bytes.ts'
import { type Json, type JsonRefusal, parseJsonStrict } from './json.ts'
import { INPUT_BYTES_MAX, JSON_BYTES_MAX } from './limits.ts'

export type InputMediaType = 'image/png' | 'image/svg+xml' | 'application/json' | 'application/jwt'
export type ReadRefusal = ExtractRefusal | PdfRefusal | JsonRefusal | 'input-too-large' | 'input-unknown'

export type ReadInput =
  | {
      readonly outcome: 'read'
      readonly form: 'json'
      readonly value: Json
      readonly text: string
      readonly mediaType: InputMediaType
      readonly edition?: BakedEdition
    }
  | {
      readonly outcome: 'read'
      readonly form: 'jws' | 'url'
      readonly text: string
      readonly mediaType: InputMediaType
      readonly edition?: BakedEdition
    }
  | { readonly outcome: 'refused'; readonly reason: ReadRefusal }

/** Any bytes at all: a baked PNG or SVG, a PDF with its credential attached, JSON text, a compact JWS. `url` comes only from an Open Badges 1 or 2 picture and must be fetched as a stranger's. */
export function readInput(bytes: Uint8Array): ReadInput {
  if (bytes.length > INPUT_BYTES_MAX) return { outcome: 'refused', reason: 'input-too-large' }
  if (isPng(bytes) || looksLikeSvg(bytes)) {
    const extracted = extract(bytes)
    if (extracted.outcome === 'refused') return extracted
    const { text, form, mediaType, edition } = extracted
    return form === 'json'
      ? readJson(text, mediaType, edition)
      : { outcome: 'read', form, text: text.trim(), mediaType, edition }
  }
  if (!isPdf(bytes)) return readText(bytes)
  const attached = extractPdf(bytes)
  return attached.outcome === 'extracted' ? readText(attached.bytes) : attached
}

function readText(bytes: Uint8Array): ReadInput {
  if (bytes.length > JSON_BYTES_MAX) return { outcome: 'refused', reason: 'input-unknown' }
  const text = textOf(bytes)?.replace(/^\ufeff/, '')
  const form = text === undefined ? null : formOf(text)
  if (!text || !form) return { outcome: 'refused', reason: 'input-unknown' }
  return form === 'json'
    ? readJson(text, 'application/json')
    : { outcome: 'read', form, text: text.trim(), mediaType: 'application/jwt' }
}

function readJson(text: string, mediaType: InputMediaType, edition?: BakedEdition): ReadInput {
  const parsed = parseJsonStrict(text)
  if (parsed.outcome === 'refused') return { outcome: 'refused', reason: parsed.reason }
  return { outcome: 'read', form: 'json', value: parsed.value, text, mediaType, ...(edition ? { edition } : {}) }
}
