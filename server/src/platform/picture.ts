/** Rebuilds an uploaded picture as a fresh PNG that carries nothing but pixels. */
import { Resvg, renderAsync } from '@resvg/resvg-js'
import { type ImageKind, type ImageSize, imageKind, imageSize } from './image-size.ts'
import { PICTURE_BYTES_MAX, PICTURE_PIXELS_MAX, PICTURE_SIDE_PX, PICTURE_SVG_BYTES_MAX } from './limits.ts'
import type { Rasterised } from './ports.ts'
import type { RasterFonts } from './raster-fonts.ts'
import { rebuildSvg } from './svg-upload.ts'

/** Takes any bytes; refuses what is too large, of another type, or broken. No script, metadata or hidden file survives. */
export async function pictureOf(bytes: Uint8Array, fonts: RasterFonts): Promise<Rasterised> {
  if (bytes.length > PICTURE_BYTES_MAX) return refuse('picture-too-large')
  const kind = imageKind(bytes)
  if (!kind) return isSvg(bytes) ? drawSvg(bytes, fonts) : refuse('picture-unknown-type')
  const size = imageSize(bytes, kind)
  if (!size) return refuse('picture-broken')
  // Decided before a decoder is asked: a few kilobytes can claim to be gigabytes of pixels.
  if (size.width * size.height > PICTURE_PIXELS_MAX) return refuse('picture-too-many-pixels')
  return draw(wrap(bytes, kind, size), size, [])
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

async function drawSvg(bytes: Uint8Array, fonts: RasterFonts): Promise<Rasterised> {
  if (bytes.length > PICTURE_SVG_BYTES_MAX) return refuse('picture-too-large')
  const rebuilt = rebuildSvg(new TextDecoder().decode(bytes))
  if (rebuilt.outcome === 'refused') return rebuilt
  try {
    const { width, height } = new Resvg(rebuilt.svg, { font: { loadSystemFonts: false } })
    return await draw(rebuilt.svg, { width, height }, await fonts.filesFor(rebuilt.svg), PICTURE_SIDE_PX)
  } catch {
    return refuse('picture-broken')
  }
}

/** The longer side at most `PICTURE_SIDE_PX`; a drawing without edges of its own is drawn that large. */
async function draw(
  svg: string,
  { width, height }: ImageSize,
  fontFiles: string[],
  sidePx?: number,
): Promise<Rasterised> {
  const value = Math.max(1, Math.min(PICTURE_SIDE_PX, sidePx ?? Math.max(width, height)))
  const mode = width >= height ? 'width' : 'height'
  try {
    const image = await renderAsync(svg, { fitTo: { mode, value }, font: { fontFiles, loadSystemFonts: false } })
    // The engine leaves out an image it cannot decode: nothing visible means nothing was understood.
    if (!image.pixels.some((value) => value !== 0)) return refuse('picture-broken')
    return { outcome: 'rasterised', png: image.asPng(), widthPx: image.width, heightPx: image.height }
  } catch {
    return refuse('picture-broken')
  }
}
