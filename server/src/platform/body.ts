/** Reads a request's body up to its limit, as JSON or as a form. */
import { type JsonRefusal, parseJsonStrict } from '@kolleges/credentials'
import type { RouteShape, Upload } from './handler.ts'
import { BODY_DISCARD_BYTES_MAX } from './limits.ts'

export type Body =
  | {
      readonly outcome: 'read'
      readonly raw: Uint8Array
      readonly fields: unknown
      readonly files: Record<string, Upload>
      readonly form: boolean
    }
  | { readonly outcome: 'refused'; readonly reason: 'body-too-large' | 'body-not-json' | 'media-type-unsupported' }

const EMPTY: Body = { outcome: 'read', raw: new Uint8Array(), fields: undefined, files: {}, form: false }

export async function readBody(request: Request, route: RouteShape, bytesMax: number): Promise<Body> {
  if (request.method === 'GET' || request.method === 'HEAD') return EMPTY
  const raw = await readBytes(request, bytesMax)
  if (raw === undefined) return { outcome: 'refused', reason: 'body-too-large' }
  const mediaType = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase() ?? ''
  if (raw.length === 0 && mediaType === '') return EMPTY
  const isPage = !route.path.startsWith('/v1/')
  if (mediaType === 'multipart/form-data' && (route.upload || isPage)) return readForm(request, raw)
  if (mediaType === 'application/x-www-form-urlencoded' && isPage) return readForm(request, raw)
  if (mediaType === 'application/json' || mediaType.endsWith('+json')) return readJson(raw)
  return { outcome: 'refused', reason: 'media-type-unsupported' }
}

/** An overlong body is read to its end and dropped, within reason, so that the sender comes to read the answer. */
async function readBytes(request: Request, bytesMax: number): Promise<Uint8Array | undefined> {
  if (!request.body) return new Uint8Array()
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of request.body as unknown as AsyncIterable<Uint8Array>) {
    length += chunk.byteLength
    if (length <= bytesMax) chunks.push(chunk)
    else chunks.length = 0
    if (length > bytesMax + BODY_DISCARD_BYTES_MAX) return undefined
  }
  return length <= bytesMax ? Buffer.concat(chunks) : undefined
}

function readJson(raw: Uint8Array): Body {
  if (raw.length === 0) return EMPTY
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(raw)
    return { outcome: 'read', raw, fields: parseJson(text), files: {}, form: false }
  } catch {
    return { outcome: 'refused', reason: 'body-not-json' }
  }
}

const SIZE_REASONS: readonly string[] = ['json-too-large', 'json-too-many-values'] satisfies JsonRefusal[]

/** Two readers must not see two things, so a key that stands twice is refused; only a long roster is read without that care. */
function parseJson(text: string): unknown {
  const strict = parseJsonStrict(text)
  if (strict.outcome === 'parsed') return strict.value
  if (SIZE_REASONS.includes(strict.reason)) return JSON.parse(text)
  throw new SyntaxError(strict.reason)
}

async function readForm(request: Request, raw: Uint8Array): Promise<Body> {
  const headers = { 'content-type': request.headers.get('content-type')! }
  const form = await new Response(Buffer.from(raw), { headers }).formData().catch(() => undefined)
  if (!form) return { outcome: 'refused', reason: 'media-type-unsupported' }
  const fields: Record<string, string> = Object.create(null)
  const files: Record<string, Upload> = Object.create(null)
  for (const [name, value] of form) {
    if (typeof value === 'string') fields[name] = value
    else files[name] = { filename: value.name, mediaType: value.type, bytes: new Uint8Array(await value.arrayBuffer()) }
  }
  return { outcome: 'read', raw, fields: { ...fields }, files, form: true }
}
