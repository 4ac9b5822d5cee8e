/** Walks through an XML part element by element, without a tree and without document types. */
import { SaxesParser } from 'saxes'

export type Walker = {
  /** `name` is the local name; prefixes are the writer's taste. */
  readonly open?: (name: string, attributes: Readonly<Record<string, string>>) => void
  readonly text?: (text: string) => void
  readonly close?: (name: string) => void
}

export class UnsafeXml extends Error {}

/** Throws `UnsafeXml` for a document type, which could name outside files or grow without end, and `Error` for broken XML. */
export function walkXml(bytes: Uint8Array, { open, text, close }: Walker): void {
  const parser = new SaxesParser()
  parser.on('doctype', () => {
    throw new UnsafeXml('The part declares a document type.')
  })
  parser.on('error', (error) => {
    throw error
  })
  if (open) parser.on('opentag', (tag) => open(localName(tag.name), localAttributes(tag.attributes)))
  if (text) parser.on('text', text)
  if (text) parser.on('cdata', text)
  if (close) parser.on('closetag', (tag) => close(localName(tag.name)))
  const decoder = new TextDecoder(encodingOf(bytes), { fatal: true })
  for (let start = 0; start < bytes.length; start += CHUNK_BYTES) {
    parser.write(decoder.decode(bytes.subarray(start, start + CHUNK_BYTES), { stream: true }))
  }
  parser.write(decoder.decode()).close()
}

const CHUNK_BYTES = 1024 * 1024

const encodingOf = (bytes: Uint8Array): string => (bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-8')

const localName = (name: string): string => name.slice(name.indexOf(':') + 1)

function localAttributes(attributes: Readonly<Record<string, string>>): Record<string, string> {
  const local: Record<string, string> = Object.create(null)
  for (const [name, value] of Object.entries(attributes)) {
    // `r:id` and `id` are two attributes.
    local[name.startsWith('r:') ? name : localName(name)] = value
  }
  return local
}
