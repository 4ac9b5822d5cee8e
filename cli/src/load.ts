// Brings the bytes of one input: a file on this disk, or a link followed to the credential behind it.
import { readFile, stat } from 'node:fs/promises'
import { fetchBytes } from './fetch.ts'
import { INPUT_BYTES_MAX } from './limits.ts'

export type Loaded = { outcome: 'loaded'; bytes: Uint8Array } | { outcome: 'refused'; reason: string }

export const load = (input: string): Promise<Loaded> =>
  /^https?:\/\//i.test(input) ? loadLink(input) : loadFile(input)

const loadFile = async (path: string): Promise<Loaded> => {
  try {
    const facts = await stat(path)
    if (!facts.isFile()) return { outcome: 'refused', reason: 'not-a-file' }
    if (facts.size > INPUT_BYTES_MAX) return { outcome: 'refused', reason: 'too-large' }
    return { outcome: 'loaded', bytes: await readFile(path) }
  } catch {
    return { outcome: 'refused', reason: 'file-not-found' }
  }
}

/** A credential page names its document in `<link rel="alternate" type="application/vc+ld+json">`; one hop is followed. */
const loadLink = async (link: string): Promise<Loaded> => {
  const first = await fetchBytes(
    link,
    'application/vc+ld+json, application/json;q=0.9, image/png, image/svg+xml, text/html;q=0.5',
  )
  if (first.outcome === 'refused') return first
  if (!first.mediaType.includes('html')) return { outcome: 'loaded', bytes: first.bytes }
  const target = alternateOf(new TextDecoder().decode(first.bytes))
  if (!target) return { outcome: 'refused', reason: 'page-without-credential' }
  const second = await fetchBytes(new URL(target, first.url).href, 'application/vc+ld+json, application/json')
  return second.outcome === 'refused' ? second : { outcome: 'loaded', bytes: second.bytes }
}

const alternateOf = (html: string): string | undefined => {
  const link = /<link\b[^>]*type="application\/vc\+ld\+json"[^>]*>/i.exec(html)?.[0]
  return link && /href="([^"]+)"/i.exec(link)?.[1]?.replaceAll('&amp;', '&')
}
