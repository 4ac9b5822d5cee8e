// Reads a public document: https only, plain http for this machine alone, bounded in time and size.
import { FETCH_TIMEOUT_MS, INPUT_BYTES_MAX } from './limits.ts'

export type FetchedBytes =
  | { outcome: 'fetched'; bytes: Uint8Array; mediaType: string; url: string }
  | { outcome: 'refused'; reason: string }

export const isThisMachine = (hostname: string): boolean =>
  hostname === 'localhost' || hostname === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(hostname)

export const fetchBytes = async (link: string, accept: string, bytesMax = INPUT_BYTES_MAX): Promise<FetchedBytes> => {
  const url = URL.canParse(link) ? new URL(link) : undefined
  if (!url) return { outcome: 'refused', reason: 'address-malformed' }
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isThisMachine(url.hostname)))
    return { outcome: 'refused', reason: 'scheme-not-allowed' }
  try {
    const response = await fetch(url, { headers: { accept }, signal: AbortSignal.timeout(FETCH_TIMEOUT_MS) })
    if (!response.ok) return { outcome: 'refused', reason: ABSENT[response.status] ?? 'unreachable' }
    const bytes = await readBounded(response, bytesMax)
    return bytes
      ? { outcome: 'fetched', bytes, mediaType: response.headers.get('content-type') ?? '', url: response.url }
      : { outcome: 'refused', reason: 'too-large' }
  } catch {
    return { outcome: 'refused', reason: 'unreachable' }
  }
}

/** 410 is how Open Badges 2.0 revokes a hosted assertion. */
const ABSENT: Readonly<Record<number, string>> = { 404: 'not-found', 410: 'gone' }

const readBounded = async (response: Response, bytesMax: number): Promise<Uint8Array | undefined> => {
  const parts: Uint8Array[] = []
  let length = 0
  for await (const part of response.body ?? []) {
    length += part.length
    if (length > bytesMax) return undefined
    parts.push(part)
  }
  return Buffer.concat(parts)
}
