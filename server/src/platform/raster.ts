/** Turns SVG into PNG with our own fonts and nothing else of this machine. */
import { fileURLToPath } from 'node:url'
import { renderAsync } from '@resvg/resvg-js'
import { PlatformError } from './errors.ts'
import { PICTURE_DRAW_MS, RASTER_SVG_CHARACTERS_MAX, RASTER_WIDTH_PX_MAX } from './limits.ts'
import { pictureOf } from './picture.ts'
import type { Raster } from './ports.ts'
import { createRasterFonts, type RasterFonts } from './raster-fonts.ts'

export type RasterOptions = {
  /** Where the TrueType files lie; by default the repository's `fonts/`. */
  readonly fontsDir?: string
  /** How long a stranger's picture may take to draw. */
  readonly pictureDrawMs?: number
}

/** Opens the raster port. Nothing needs closing: font subsets stay in the temporary folder for the next process. */
export function createRaster(options: RasterOptions = {}): Raster {
  const { fontsDir = FONTS_DIR, pictureDrawMs = PICTURE_DRAW_MS } = options
  const fonts = createRasterFonts(fontsDir)
  return {
    png: (svg, widthPx) => pngOf(svg, widthPx, fonts),
    rasterise: (bytes) => pictureOf(bytes, fonts, pictureDrawMs),
  }
}

const FONTS_DIR = fileURLToPath(new URL('../../../fonts/', import.meta.url))

/** Draws an SVG of our own making. A stranger's goes through `rasterise`: this one would follow a file reference. */
async function pngOf(svg: string, widthPx: number, fonts: RasterFonts): Promise<Uint8Array> {
  if (svg.length > RASTER_SVG_CHARACTERS_MAX)
    throw new PlatformError(
      'svg-not-drawable',
      `the SVG has ${svg.length} characters, ${RASTER_SVG_CHARACTERS_MAX} at most`,
    )
  if (!Number.isInteger(widthPx) || widthPx < 1 || widthPx > RASTER_WIDTH_PX_MAX)
    throw new PlatformError('svg-not-drawable', `a width of ${widthPx} px is not within 1 to ${RASTER_WIDTH_PX_MAX}`)
  const fontFiles = await fonts(svg)
  try {
    const image = await renderAsync(svg, {
      fitTo: { mode: 'width', value: widthPx },
      font: { fontFiles, loadSystemFonts: false, defaultFontFamily: 'Pretendard' },
    })
    return image.asPng()
  } catch (cause) {
    throw new PlatformError('svg-not-drawable', 'the SVG could not be drawn', { cause })
  }
}
