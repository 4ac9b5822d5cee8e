/** Defines the scene: absolute shapes only, the one thing between what is meant and how it is written out. */
import type { Colour } from './colour.ts'
import type { Face, Weight } from './metrics.ts'
import { movePath } from './path.ts'

/** A drawing. Later shapes lie over earlier ones; nothing refers to anything else, so scenes nest by copying. */
export type Scene = { readonly width: number; readonly height: number; readonly shapes: readonly Shape[] }

export type Shape = PathShape | CircleShape | TextShape | GlyphsShape | ImageShape

export type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

/** A picture's own pixels, carried inside the drawing: nothing is ever fetched. */
export type ImageShape = Box & { readonly kind: 'image'; readonly picture: Picture; readonly opacity?: number }

/** PNG or JPEG made by our own raster, in base64. */
export type Picture = {
  readonly mediaType: 'image/png' | 'image/jpeg'
  readonly base64: string
  readonly widthPx: number
  readonly heightPx: number
}

export type Paint = {
  readonly fill?: Colour
  readonly stroke?: Colour
  readonly strokeWidth?: number
  /** Lengths of dash and gap. */
  readonly dash?: readonly [number, number]
  readonly opacity?: number
}

export type PathShape = Paint & { readonly kind: 'path'; readonly d: string }

export type CircleShape = Paint & {
  readonly kind: 'circle'
  readonly x: number
  readonly y: number
  readonly r: number
}

/** One line of text; x and y are the anchor on the baseline. */
export type TextShape = Lettering & {
  readonly kind: 'text'
  readonly x: number
  readonly y: number
  readonly text: string
  readonly anchor: 'start' | 'middle' | 'end'
}

/** Letters placed one by one, each turned about the start of its own baseline: text on a curve. */
export type GlyphsShape = Lettering & { readonly kind: 'glyphs'; readonly glyphs: readonly Glyph[] }

export type Glyph = { readonly character: string; readonly x: number; readonly y: number; readonly degrees: number }

export type Lettering = {
  readonly size: number
  readonly weight: Weight
  readonly fill: Colour
  readonly face?: Face
  readonly opacity?: number
  /** Extra space between letters, in the scene's unit. */
  readonly tracking?: number
}

export type Placement = { readonly x: number; readonly y: number; readonly scale: number }

/** The shapes of one scene as they lie within another. */
export const place = (shapes: readonly Shape[], at: Placement): Shape[] => shapes.map((shape) => placeShape(shape, at))

function placeShape(shape: Shape, at: Placement): Shape {
  switch (shape.kind) {
    case 'path':
      return { ...shape, ...placePaint(shape, at), d: movePath(shape.d, at) }
    case 'circle':
      return { ...shape, ...placePaint(shape, at), ...placePoint(shape, at), r: shape.r * at.scale }
    case 'text':
      return { ...shape, ...placeLettering(shape, at), ...placePoint(shape, at) }
    case 'glyphs': {
      const glyphs = shape.glyphs.map((glyph) => ({ ...glyph, ...placePoint(glyph, at) }))
      return { ...shape, ...placeLettering(shape, at), glyphs }
    }
    case 'image':
      return {
        ...shape,
        ...placePoint(shape, at),
        width: shape.width * at.scale,
        height: shape.height * at.scale,
      }
  }
}

const placePoint = ({ x, y }: { x: number; y: number }, at: Placement) => ({
  x: at.x + x * at.scale,
  y: at.y + y * at.scale,
})

const placeLettering = ({ size, tracking }: Lettering, { scale }: Placement) => ({
  size: size * scale,
  ...(tracking === undefined ? {} : { tracking: tracking * scale }),
})

const placePaint = ({ strokeWidth, dash }: Paint, { scale }: Placement) => ({
  ...(strokeWidth === undefined ? {} : { strokeWidth: strokeWidth * scale }),
  ...(dash === undefined ? {} : { dash: [dash[0] * scale, dash[1] * scale] as const }),
})
