// Reads a brand: two colours, and the pictures of up to three institutions from files beside it.
import { readFile } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { isColour, type Picture } from '@kolleges/design'
import { BRAND_PICTURE_BYTES_MAX } from './limits.ts'
import { institutionValues, isRecord, type Json } from './person.ts'

export type Brand = {
  readonly primary?: string
  readonly accent?: string
  readonly values: Readonly<Record<string, string>>
  readonly pictures: Readonly<Record<string, Picture>>
}

export const NO_BRAND: Brand = { values: {}, pictures: {} }

/** Throws with a sentence when a colour is malformed or a picture cannot be used. */
export async function readBrand(brand: Json, file: string): Promise<Brand> {
  if (!isRecord(brand)) throw new Error(`${file} is not an object`)
  const colours = isRecord(brand.colours) ? brand.colours : brand
  const list = Array.isArray(brand.institutions)
    ? brand.institutions
    : [isRecord(brand.institution) ? brand.institution : brand]
  const pictures: Record<string, Picture> = {}
  for (const [i, one] of list.slice(0, 3).entries())
    for (const kind of ['logo', 'symbol', 'seal', 'signature']) {
      const path = isRecord(one) ? one[kind] : undefined
      if (typeof path === 'string')
        pictures[`institution${i + 1}.${kind}`] = await readPicture(resolve(dirname(file), path))
    }
  return {
    ...colour('primary', colours.primary),
    ...colour('accent', colours.accent),
    values: institutionValues(brand),
    pictures,
  }
}

function colour(name: 'primary' | 'accent', value: Json | undefined): Partial<Brand> {
  if (value === undefined) return {}
  if (!isColour(value)) throw new Error(`${name} must be a colour such as #1f3a8a`)
  return { [name]: value.toLowerCase() }
}

async function readPicture(path: string): Promise<Picture> {
  const bytes = await readFile(path)
  if (bytes.length > BRAND_PICTURE_BYTES_MAX) throw new Error(`${path} is larger than ${BRAND_PICTURE_BYTES_MAX} bytes`)
  const size = pngSize(bytes) ?? jpegSize(bytes)
  if (!size) throw new Error(`${path} is neither PNG nor JPEG`)
  return { ...size, base64: bytes.toString('base64') }
}

type Size = Pick<Picture, 'mediaType' | 'widthPx' | 'heightPx'>

/** Width and height stand first in the header chunk (PNG, 11.2.2). */
function pngSize(bytes: Buffer): Size | null {
  if (bytes.length < 24 || bytes.readUInt32BE(0) !== 0x89504e47) return null
  return { mediaType: 'image/png', widthPx: bytes.readUInt32BE(16), heightPx: bytes.readUInt32BE(20) }
}

/** Height and width stand in the first frame header (ITU-T T.81, B.2.2). */
function jpegSize(bytes: Buffer): Size | null {
  if (bytes.length < 4 || bytes.readUInt16BE(0) !== 0xffd8) return null
  for (let at = 2; at + 9 < bytes.length && bytes[at] === 0xff; at += 2 + bytes.readUInt16BE(at + 2)) {
    const marker = bytes[at + 1]!
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
    if (isFrame)
      return { mediaType: 'image/jpeg', widthPx: bytes.readUInt16BE(at + 7), heightPx: bytes.readUInt16BE(at + 5) }
  }
  return null
}
