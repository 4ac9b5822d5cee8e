/** Says which pictures one badge design has, each with the recipe it is drawn by. */
import { RENDER_WIDTHS_PX } from '@kolleges/design'
import { COMPACT_WIDTH_PX } from './limits.ts'

export const VARIANTS = ['svg', 'svg-compact', 'png-160', 'png-320', 'png-600', 'png-1200', 'png-compact'] as const
export type Variant = (typeof VARIANTS)[number]

export type Recipe = {
  readonly mediaType: 'image/svg+xml' | 'image/png'
  /** Without small text, for places below 96 px. */
  readonly compact: boolean
  /** Absent for a vector picture. */
  readonly widthPx?: number
}

export const RECIPES: Readonly<Record<Variant, Recipe>> = {
  svg: { mediaType: 'image/svg+xml', compact: false },
  'svg-compact': { mediaType: 'image/svg+xml', compact: true },
  'png-160': { mediaType: 'image/png', compact: false, widthPx: RENDER_WIDTHS_PX[0] },
  'png-320': { mediaType: 'image/png', compact: false, widthPx: RENDER_WIDTHS_PX[1] },
  'png-600': { mediaType: 'image/png', compact: false, widthPx: RENDER_WIDTHS_PX[2] },
  'png-1200': { mediaType: 'image/png', compact: false, widthPx: RENDER_WIDTHS_PX[3] },
  'png-compact': { mediaType: 'image/png', compact: true, widthPx: COMPACT_WIDTH_PX },
}

/** The blob of a rendering is named by its own bytes, so a key never changes its meaning. */
export const blobKeyOf = (sha256: string, variant: Variant): string => `badges/${sha256}/${variant}`
