/** Reads other people's addresses without being led to our own network. */
import { lookup as systemLookup } from 'node:dns/promises'
import { Agent, request } from 'undici'
import { FETCH_BYTES_MAX, FETCH_REDIRECTS_MAX, FETCH_TIMEOUT_MS } from './limits.ts'
import type { Fetched, Fetcher, FetchRefusal } from './ports.ts'
import { isPublicAddress } from './public-address.ts'

export type Resolve = (host: string) => Promise<readonly string[]>

export type FetcherOptions = {
  readonly resolve?: Resolve
  /** Tests alone widen what is taken for public. */
  readonly isPublic?: (address: string) => boolean
  readonly ports?: readonly string[]
  readonly tls?: { readonly ca: string }
}

class Refusal extends Error {
  readonly reason: FetchRefusal
  constructor(reason: FetchRefusal) {
    super(reason)
    this.reason = reason
  }
}

type Wish = { readonly accept: string; readonly maxBytes: number; readonly signal: AbortSignal }
type Target = { readonly url: URL; readonly address: string }

export function openFetcher(options: FetcherOptions = {}): Fetcher {
  return {
    get: async (url, { accept = '*/*', maxBytes = FETCH_BYTES_MAX } = {}) => {
      const signal = AbortSignal.timeout(FETCH_TIMEOUT_MS)
      try {
        return await follow(url, { accept, maxBytes, signal }, options)
      } catch (error) {
        if (error instanceof Refusal) return { outcome: 'refused', reason: error.reason }
        return { outcome: 'refused', reason: signal.aborted ? 'too-slow' : 'unreachable' }
      }
    },
  }
}

async function follow(start: string, wish: Wish, options: FetcherOptions): Promise<Fetched> {
  let address = start
  for (let hop = 0; hop <= FETCH_REDIRECTS_MAX; hop++) {
    const target = await admit(address, wish.signal, options)
    const answer = await fetchOnce(target, wish, options)
    if (typeof answer !== 'string') return answer
    address = new URL(answer, target.url).href
  }
  throw new Refusal('too-many-redirects')
}

/** Judges the parsed address, because a URL parser turns many spellings into one host, and then every IP it names. */
async function admit(text: string, signal: AbortSignal, options: FetcherOptions): Promise<Target> {
  const url = URL.parse(text)
  if (!url || url.username || url.password) throw new Refusal('address-malformed')
  if (url.protocol !== 'https:') throw new Refusal('scheme-not-allowed')
  if (!(options.ports ?? ['', '443', '8443']).includes(url.port)) throw new Refusal('port-not-allowed')
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const addresses = await untilAborted((options.resolve ?? resolveName)(host), signal)
  if (addresses.length === 0) throw new Refusal('name-not-found')
  if (!addresses.every(options.isPublic ?? isPublicAddress)) throw new Refusal('address-not-public')
  return { url, address: addresses[0]! }
}

async function resolveName(host: string): Promise<string[]> {
  try {
    return (await systemLookup(host, { all: true })).map(({ address }) => address)
  } catch {
    throw new Refusal('name-not-found')
  }
}

async function untilAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  const aborted = new Promise<never>((_, reject) => {
    if (signal.aborted) reject(new Refusal('too-slow'))
    signal.addEventListener('abort', () => reject(new Refusal('too-slow')), { once: true })
  })
  return await Promise.race([work, aborted])
}

/** Answers the new address of a redirect as text. */
async function fetchOnce({ url, address }: Target, wish: Wish, options: FetcherOptions): Promise<Fetched | string> {
  // The connection goes to the address that was judged: a second look-up could name another.
  const family = address.includes(':') ? 6 : 4
  const lookup = (_: string, settings: { all?: boolean }, done: (...found: unknown[]) => void): void =>
    settings.all ? done(null, [{ address, family }]) : done(null, address, family)
  const agent = new Agent({ connect: { lookup: lookup as never, ...options.tls }, maxHeaderSize: 16_384 })
  try {
    const response = await request(url, {
      dispatcher: agent,
      headers: { accept: wish.accept, 'user-agent': 'Kolleges', 'accept-encoding': 'identity' },
      signal: wish.signal,
    })
    const location = response.headers.location
    if (response.statusCode >= 300 && response.statusCode < 400 && typeof location === 'string') return location
    return {
      outcome: 'fetched',
      status: response.statusCode,
      bytes: await readCapped(response.body, wish.maxBytes),
      mediaType: String(response.headers['content-type'] ?? '')
        .split(';')[0]!
        .trim()
        .toLowerCase(),
      url: url.href,
    }
  } finally {
    await agent.destroy()
  }
}

async function readCapped(body: AsyncIterable<Uint8Array>, maxBytes: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of body) {
    length += chunk.byteLength
    if (length > maxBytes) throw new Refusal('too-large')
    chunks.push(chunk)
  }
  return new Uint8Array(Buffer.concat(chunks))
}
