/** Serves files: stylesheet, fonts and icon under `/assets`, the built console under `/app`. */
import { createHash } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'
import { gzipSync } from 'node:zlib'

const ROOT = join(import.meta.dirname, '../../..')
const FONTS = join(ROOT, 'fonts')
const ASSETS = join(import.meta.dirname, 'assets')
const CONSOLE = join(ROOT, 'console/dist')

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
  '.ico': 'image/x-icon',
}

const WEEK = 'public, max-age=604800'
const REVALIDATE = 'public, max-age=0, must-revalidate'
const FOREVER = 'public, max-age=31536000, immutable'

/** `undefined` when the path is not one of a file's. */
export async function assetResponse(request: Request, path: string): Promise<Response | undefined> {
  if (path === '/assets/page.css') return keptResponse(request, path, await styleSheet(), REVALIDATE)
  if (path.startsWith('/assets/fonts/')) return fileResponse(request, FONTS, path.slice('/assets/fonts/'.length), WEEK)
  if (path.startsWith('/assets/')) return fileResponse(request, ASSETS, path.slice('/assets/'.length), REVALIDATE)
  if (path === '/app' || path.startsWith('/app/')) return consoleResponse(request, path.slice('/app/'.length))
  return undefined
}

/** The console finds its own way inside `/app`, so what is no file there gets its one document. */
async function consoleResponse(request: Request, name: string): Promise<Response | undefined> {
  // Built files carry a hash of their content in their name.
  if (name.startsWith('assets/')) return fileResponse(request, CONSOLE, name, FOREVER)
  const file = extname(name) === '' ? undefined : await fileResponse(request, CONSOLE, name, REVALIDATE)
  return file ?? fileResponse(request, CONSOLE, 'index.html', REVALIDATE)
}

type Kept = {
  readonly bytes: Buffer
  /** Present for texts, which shrink to a third. */
  readonly gzip: Buffer | undefined
  readonly etag: string
  readonly changedMs: number
}
const kept = new Map<string, Kept>()

async function fileResponse(
  request: Request,
  folder: string,
  name: string,
  caching: string,
): Promise<Response | undefined> {
  const path = normalize(join(folder, name))
  if (!path.startsWith(folder + sep)) return undefined
  const file = await load(path)
  return file && keptResponse(request, path, file, caching)
}

function keptResponse(request: Request, path: string, file: Kept, caching: string): Response {
  const takesGzip = /\bgzip\b/.test(request.headers.get('accept-encoding') ?? '')
  const zipped = takesGzip ? file.gzip : undefined
  const headers = {
    'content-type': mediaTypeOf(path),
    'cache-control': caching,
    etag: file.etag,
    ...(file.gzip && { vary: 'accept-encoding' }),
    ...(zipped && { 'content-encoding': 'gzip' }),
  }
  if (request.headers.get('if-none-match') === file.etag) return new Response(null, { status: 304, headers })
  return new Response((zipped ?? file.bytes) as Uint8Array<ArrayBuffer>, { headers })
}

const mediaTypeOf = (path: string): string => MEDIA_TYPES[extname(path)] ?? 'application/octet-stream'
const isText = (mediaType: string): boolean => /^text\/|json$|svg\+xml$/.test(mediaType)

async function load(path: string): Promise<Kept | undefined> {
  const found = await stat(path).catch(() => undefined)
  if (!found?.isFile()) return undefined
  const known = kept.get(path)
  return known?.changedMs === found.mtimeMs ? known : keep(path, await readFile(path), found.mtimeMs)
}

function keep(path: string, bytes: Buffer, changedMs: number): Kept {
  // Weak, because the same tag stands for the plain and the compressed form.
  const etag = `W/"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`
  const gzip = isText(mediaTypeOf(path)) ? gzipSync(bytes) : undefined
  const fresh = { bytes, gzip, etag, changedMs }
  kept.set(path, fresh)
  return fresh
}

/** In this order, for what stands later wins. */
const STYLE_SUBJECTS = [
  'base',
  'frame',
  'controls',
  'paper',
  'verdict',
  'credential',
  'hub',
  'wallet',
  'landing',
  'catalogue',
  'map',
  'own',
  'last',
]

/** One stylesheet for every page, written in one file a subject. */
async function styleSheet(): Promise<Kept> {
  const parts = await Promise.all(STYLE_SUBJECTS.map((subject) => load(join(ASSETS, 'page', `${subject}.css`))))
  const bytes = Buffer.concat(parts.map((part) => part?.bytes ?? Buffer.alloc(0)))
  const changedMs = Math.max(...parts.map((part) => part?.changedMs ?? 0))
  const path = join(ASSETS, 'page.css')
  const known = kept.get(path)
  return known?.changedMs === changedMs && known.bytes.length === bytes.length ? known : keep(path, bytes, changedMs)
}
