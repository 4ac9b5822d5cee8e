/** Bytes by key: in a folder, or in a bucket that speaks S3. */
import { randomUUID } from 'node:crypto'
import { mkdir, open, readFile, rename } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { AwsClient } from 'aws4fetch'
import type { BlobPlace } from './config.ts'
import { PlatformError } from './errors.ts'
import { BLOB_KEY_CHARACTERS_MAX, BLOB_TIMEOUT_MS } from './limits.ts'
import type { Blobs } from './ports.ts'

export const openBlobs = (place: BlobPlace): Blobs =>
  place.kind === 'folder' ? folderBlobs(place.path) : bucketBlobs(place)

/** Keys are made by us; this stops a slip from becoming a path out of the folder. */
export function checkedKey(key: string): string {
  if (key.length <= BLOB_KEY_CHARACTERS_MAX && /^[a-z0-9][a-z0-9._-]*(?:\/[a-z0-9][a-z0-9._-]*)*$/i.test(key))
    return key
  throw new PlatformError('blob-store-failed', 'A blob key has a character it may not have.')
}

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  svg: 'image/svg+xml',
  json: 'application/json',
  pdf: 'application/pdf',
}
const DEFAULT_MEDIA_TYPE = 'application/octet-stream'

/** A media type that the key's ending does not tell is kept in a small file beside the bytes. */
function folderBlobs(folder: string): Blobs {
  return {
    put: async (key, bytes, mediaType) => {
      const path = join(folder, checkedKey(key))
      await mkdir(dirname(path), { recursive: true, mode: 0o700 })
      if (typeOfKey(key) !== mediaType) await writeWhole(`${path}.type`, Buffer.from(mediaType))
      await writeWhole(path, bytes)
    },
    get: async (key) => {
      const path = join(folder, checkedKey(key))
      const bytes = await readIfThere(path)
      if (!bytes) return undefined
      const kept = typeOfKey(key) === DEFAULT_MEDIA_TYPE ? await readIfThere(`${path}.type`) : undefined
      return { bytes, mediaType: kept?.toString('utf8') ?? typeOfKey(key) }
    },
  }
}

const typeOfKey = (key: string): string => MEDIA_TYPES[key.split('.').at(-1) ?? ''] ?? DEFAULT_MEDIA_TYPE

/** A reader sees the old bytes or the new ones, and a power cut leaves one of the two. */
async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const half = `${path}.${randomUUID()}.half`
  const file = await open(half, 'wx', 0o600)
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(half, path)
  const folder = await open(dirname(path), 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

async function readIfThere(path: string): Promise<Buffer | undefined> {
  try {
    return await readFile(path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

function bucketBlobs(place: Extract<BlobPlace, { kind: 's3' }>): Blobs {
  const client = new AwsClient({
    accessKeyId: place.accessKeyId,
    secretAccessKey: place.secretAccessKey,
    region: place.region,
    service: 's3',
    retries: 3,
  })
  const addressOf = (key: string): string =>
    [place.endpoint, place.bucket, place.prefix, checkedKey(key)].filter(Boolean).join('/')
  const call = (key: string, init: RequestInit): Promise<Response> =>
    client.fetch(addressOf(key), { ...init, signal: AbortSignal.timeout(BLOB_TIMEOUT_MS) })
  return {
    put: async (key, bytes, mediaType) => {
      const init = { method: 'PUT', body: Buffer.from(bytes), headers: { 'content-type': mediaType } }
      const response = await call(key, init)
      await response.arrayBuffer()
      if (!response.ok) throw new PlatformError('blob-store-failed', `The bucket answered ${response.status} to a PUT.`)
    },
    get: async (key) => {
      const response = await call(key, { method: 'GET' })
      const bytes = new Uint8Array(await response.arrayBuffer())
      if (response.status === 404) return undefined
      if (!response.ok) throw new PlatformError('blob-store-failed', `The bucket answered ${response.status} to a GET.`)
      return { bytes, mediaType: response.headers.get('content-type') ?? typeOfKey(key) }
    },
  }
}
