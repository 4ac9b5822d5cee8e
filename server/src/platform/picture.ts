/** Rebuilds an uploaded picture as a fresh PNG that carries nothing but pixels. */
import { execFile } from 'node:child_process'
import { execPath } from 'node:process'
import { type ImageKind, type ImageSize, imageKind, imageSize } from './image-size.ts'
import { PICTURE_BYTES_MAX, PICTURE_PIXELS_MAX, PICTURE_SIDE_PX, PICTURE_SVG_BYTES_MAX } from './limits.ts'
import { DRAW_PROGRAM } from './picture-draw.ts'
import type { Rasterised } from './ports.ts'
import type { RasterFonts } from './raster-fonts.ts'
import { rebuildSvg } from './svg-upload.ts'

/** Takes any bytes; refuses what is too large, of another type, or broken. No script, metadata or hidden file survives. */
export async function pictureOf(bytes: Uint8Array, fonts: RasterFonts, drawMs: number): Promise<Rasterised> {
  if (bytes.length > PICTURE_BYTES_MAX) return refuse('picture-too-large')
  const kind = imageKind(bytes)
  if (!kind) return isSvg(bytes) ? drawSvg(bytes, fonts, drawMs) : refuse('picture-unknown-type')
  const size = imageSize(bytes, kind)
  if (!size) return refuse('picture-broken')
  // Decided before a decoder is asked: a few kilobytes can claim to be gigabytes of pixels.
  if (size.width * size.height > PICTURE_PIXELS_MAX) return refuse('picture-too-many-pixels')
  return draw(wrap(bytes, kind, size), Math.min(PICTURE_SIDE_PX, Math.max(size.width, size.height)), [], drawMs)
}

const refuse = (reason: string): Rasterised => ({ outcome: 'refused', reason })

/** Looks for the root element behind a prologue; saxes decides later whether it is one. */
const isSvg = (bytes: Uint8Array): boolean => {
  const opening = new TextDecoder().decode(bytes.subarray(0, SVG_PROLOGUE_BYTES_MAX)).trimStart()
  return opening.startsWith('<') && /<(?:svg:)?svg[\s>]/.test(opening)
}

const SVG_PROLOGUE_BYTES_MAX = 65_536

function wrap(bytes: Uint8Array, kind: ImageKind, { width, height }: ImageSize): string {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64')
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">` +
    `<image href="data:image/${kind};base64,${data}" width="${width}" height="${height}"/></svg>`
  )
}

async function drawSvg(bytes: Uint8Array, fonts: RasterFonts, drawMs: number): Promise<Rasterised> {
  if (bytes.length > PICTURE_SVG_BYTES_MAX) return refuse('picture-too-large')
  const rebuilt = rebuildSvg(new TextDecoder().decode(bytes))
  if (rebuilt.outcome === 'refused') return rebuilt
  return draw(rebuilt.svg, PICTURE_SIDE_PX, await fonts(rebuilt.svg), drawMs)
}

/** Draws apart from the server: a few kilobytes of nested clips can keep a processor busy for years. */
async function draw(svg: string, sidePx: number, fontFiles: readonly string[], drawMs: number): Promise<Rasterised> {
  const args = [DRAW_PROGRAM, String(sidePx), ...fontFiles]
  const { promise, resolve } = Promise.withResolvers<Buffer | null>()
  const options = {
    encoding: 'buffer',
    env: {},
    timeout: drawMs,
    killSignal: 'SIGKILL',
    maxBuffer: PNG_BYTES_MAX,
  } as const
  const child = execFile(execPath, args, options, (error, stdout) => resolve(error ? null : stdout))
  child.stdin?.on('error', () => {}) // it ended early: its exit says so
  child.stdin?.end(svg)
  const png = await promise
  const size = png && imageSize(png, 'png')
  if (!size) return refuse('picture-broken')
  return { outcome: 'rasterised', png: new Uint8Array(png), widthPx: size.width, heightPx: size.height }
}

/** More than the raw pixels of the largest result. */
const PNG_BYTES_MAX = PICTURE_SIDE_PX * PICTURE_SIDE_PX * 5
