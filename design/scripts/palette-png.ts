/** Writes pixels as a PNG of at most 256 colours: a third of the size for flat drawings, and no eye sees the difference. */
import { crc32, deflateSync } from 'node:zlib'

const COLOURS_MAX = 256
/** Nearer colours than this stand for one another while there are more frequent ones to place. */
const APART = 10

export type OpaquePixels = { readonly rgba: Uint8Array; readonly width: number; readonly height: number }

/** Opacity is left out: the drawing must have a ground. */
export function palettePng({ rgba, width, height }: OpaquePixels): Uint8Array {
  const pixels = new Uint32Array(rgba.buffer, rgba.byteOffset, width * height)
  const counts = new Map<number, number>()
  for (const pixel of pixels) counts.set(pixel, (counts.get(pixel) ?? 0) + 1)
  const palette = paletteOf(counts)
  const indexes = new Map([...counts.keys()].map((colour) => [colour, nearest(colour, palette)]))
  const rows = Buffer.alloc((width + 1) * height)
  for (let y = 0, at = 0; y < height; y++) {
    at++ // Filter 0: neighbouring numbers of a palette say nothing about each other (PNG, 12.7).
    for (let x = 0; x < width; x++) rows[at++] = indexes.get(pixels[y * width + x]!)!
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 3], 8)
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(palette.flatMap(channels))),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** The most frequent colours that are not nearly the same as one already taken. */
function paletteOf(counts: ReadonlyMap<number, number>): number[] {
  const palette: number[] = []
  for (const [colour] of [...counts].sort(([, a], [, b]) => b - a)) {
    if (palette.length === COLOURS_MAX) break
    if (palette.every((taken) => distance(colour, taken) > APART)) palette.push(colour)
  }
  return palette
}

const channels = (colour: number): [number, number, number] => [colour & 255, (colour >> 8) & 255, (colour >> 16) & 255]

function distance(one: number, other: number): number {
  const [red, green, blue] = channels(one)
  const [r, g, b] = channels(other)
  return Math.hypot(red - r, green - g, blue - b)
}

function nearest(colour: number, palette: readonly number[]): number {
  let [index, least] = [0, Number.POSITIVE_INFINITY]
  for (const [i, candidate] of palette.entries()) {
    const far = distance(colour, candidate)
    if (far < least) [index, least] = [i, far]
  }
  return index
}

function chunk(type: string, data: Uint8Array): Buffer {
  const out = Buffer.alloc(data.length + 12)
  out.writeUInt32BE(data.length, 0)
  out.write(type, 4, 'latin1')
  out.set(data, 8)
  out.writeUInt32BE(crc32(out.subarray(4, data.length + 8)), data.length + 8)
  return out
}
