/** Reads the pixels of a PNG made by our own raster, and writes pixels as PNG (PNG, third edition). */
import { crc32, deflateSync, inflateSync } from 'node:zlib'
import { PlatformError } from './errors.ts'
import { PICTURE_PIXELS_MAX } from './limits.ts'

export type Pixels = { readonly rgba: Uint8Array; readonly width: number; readonly height: number }

/** Eight bits a channel with opacity, not interlaced: what the raster writes. Anything else throws. */
export function decodePng(png: Uint8Array): Pixels {
  const bytes = Buffer.from(png.buffer, png.byteOffset, png.byteLength)
  if (bytes.length < 33 || !bytes.subarray(0, 8).equals(SIGNATURE)) throw unreadable()
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)]
  if (bytes.subarray(24, 29).compare(RGBA_8) !== 0 || width * height > PICTURE_PIXELS_MAX) throw unreadable()
  const rowBytes = width * 4 + 1
  const rows = inflateSync(dataOf(bytes), { maxOutputLength: rowBytes * height })
  if (rows.length !== rowBytes * height) throw unreadable()
  return { rgba: unfilter(rows, width * 4, height), width, height }
}

export function encodePng({ rgba, width, height }: Pixels): Uint8Array {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  RGBA_8.copy(header, 8)
  const rows = Buffer.alloc((width * 4 + 1) * height)
  for (let y = 0; y < height; y++) rows.set(rgba.subarray(y * width * 4, (y + 1) * width * 4), y * (width * 4 + 1) + 1)
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
/** Bit depth 8, colour type 6, and the one compression, filter and interlace method (11.2.1). */
const RGBA_8 = Buffer.from([8, 6, 0, 0, 0])

const unreadable = () => new PlatformError('png-unreadable', 'the PNG is not one of our raster')

function dataOf(bytes: Buffer): Buffer {
  const pieces: Buffer[] = []
  for (let at = 8; at + 12 <= bytes.length; ) {
    const length = bytes.readUInt32BE(at)
    if (bytes.toString('latin1', at + 4, at + 8) === 'IDAT') pieces.push(bytes.subarray(at + 8, at + 8 + length))
    at += length + 12
  }
  return Buffer.concat(pieces)
}

/** Every row says how it was predicted from the pixel to its left and the row above (9.2). */
function unfilter(rows: Buffer, width: number, height: number): Uint8Array {
  const out = new Uint8Array(width * height)
  for (let y = 0; y < height; y++) {
    const filter = rows[y * (width + 1)]!
    for (let x = 0; x < width; x++) {
      const left = x < 4 ? 0 : out[y * width + x - 4]!
      const up = y === 0 ? 0 : out[(y - 1) * width + x]!
      const corner = x < 4 || y === 0 ? 0 : out[(y - 1) * width + x - 4]!
      out[y * width + x] = rows[y * (width + 1) + 1 + x]! + predicted(filter, left, up, corner)
    }
  }
  return out
}

function predicted(filter: number, left: number, up: number, corner: number): number {
  switch (filter) {
    case 0:
      return 0
    case 1:
      return left
    case 2:
      return up
    case 3:
      return (left + up) >> 1
    case 4: {
      const [toLeft, toUp, toCorner] = [
        Math.abs(up - corner),
        Math.abs(left - corner),
        Math.abs(left + up - 2 * corner),
      ]
      if (toLeft <= toUp && toLeft <= toCorner) return left
      return toUp <= toCorner ? up : corner
    }
    default:
      throw unreadable()
  }
}

function chunk(type: string, data: Buffer): Buffer {
  const out = Buffer.alloc(data.length + 12)
  out.writeUInt32BE(data.length, 0)
  out.write(type, 4, 'latin1')
  data.copy(out, 8)
  out.writeUInt32BE(crc32(out.subarray(4, data.length + 8)), data.length + 8)
  return out
}
