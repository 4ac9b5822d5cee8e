/** Sets words into shapes: fitted into a box, or along a curve. */
import type { Colour } from './colour.ts'
import { fit, LINE_HEIGHT, lineWidth, type TextBox, TRACKING } from './fit.ts'
import { SHORTENED_CHARACTERS_MAX } from './limits.ts'
import { advanceOf, type Face, type Weight, widthOf } from './metrics.ts'
import { onCircle } from './path.ts'
import type { GlyphsShape, TextShape } from './scene.ts'

/** From the middle of a line of Hangul or capitals down to its baseline, in em. */
export const BASELINE_DROP = 0.35

/** A box for text on a drawing: x and y are its centre. */
export type LetteringBox = TextBox & { readonly x: number; readonly y: number }

/** The text in its box: centred, on as many lines as read best. */
export function letteringIn(text: string, box: LetteringBox, fill: Colour): TextShape[] {
  const { lines, size } = fit(text, box)
  const top = box.y - ((lines.length - 1) * size * LINE_HEIGHT) / 2
  return lines.map((line, i) => ({
    kind: 'text',
    x: box.x,
    y: top + i * size * LINE_HEIGHT + size * BASELINE_DROP,
    text: line,
    anchor: 'middle',
    size,
    weight: box.weight,
    fill,
    tracking: TRACKING * size,
  }))
}

export type LineStyle = {
  readonly size: number
  readonly weight: Weight
  readonly fill: Colour
  readonly face?: Face
}

/** One line, as large as `style.size` allows within `width`; shortened with an ellipsis when even the smallest is too wide. */
export function lineIn(
  text: string,
  at: { x: number; y: number; width: number; anchor: TextShape['anchor']; sizeMin: number },
  style: LineStyle,
): TextShape {
  const shown = shorten(text, (candidate) => lineWidth(candidate, style.weight) * at.sizeMin <= at.width)
  const size = Math.min(style.size, at.width / Math.max(0.1, lineWidth(shown, style.weight)))
  return { kind: 'text', x: at.x, y: at.y, text: shown, anchor: at.anchor, ...style, size, tracking: TRACKING * size }
}

/** Cuts a text from its end until it fits, with an ellipsis where it was cut. What fits must also fit when it is shorter. */
export function shorten(text: string, fits: (candidate: string) => boolean): string {
  const characters = [...text]
  const cut = (length: number) => `${characters.slice(0, length).join('').trimEnd()}…`
  if (characters.length <= SHORTENED_CHARACTERS_MAX && fits(text)) return text
  let fitting = 0
  let tooLong = Math.min(characters.length, SHORTENED_CHARACTERS_MAX)
  while (tooLong - fitting > 1) {
    const middle = (fitting + tooLong) >> 1
    if (fits(cut(middle))) fitting = middle
    else tooLong = middle
  }
  return cut(fitting)
}

export type Curve = {
  readonly x: number
  readonly y: number
  readonly radius: number
  /** The longest stretch the text may take, in degrees. */
  readonly degreesMax: number
  /** Over the top the letters stand outwards; under the bottom they stand inwards, so both read upright. */
  readonly side: 'top' | 'bottom'
}

/** A line along a circle, centred at the top or the bottom; smaller when it is long, cut when even that is not enough. */
export function letteringAlong(text: string, curve: Curve, style: LineStyle & { sizeMin: number }): GlyphsShape {
  const room = (curve.degreesMax / 360) * 2 * Math.PI * curve.radius
  const spacing = curve.side === 'top' ? 0.04 : 0.1
  const em = (candidate: string) => widthOf(candidate, style.weight, style.face) + spacing * [...candidate].length
  const shown = shorten(text, (candidate) => em(candidate) * style.sizeMin <= room)
  const size = Math.min(style.size, room / Math.max(0.1, em(shown)))
  return {
    kind: 'glyphs',
    glyphs: glyphsOn(curve, shown, spacing, { ...style, size }),
    ...(style.face === undefined ? {} : { face: style.face }),
    size,
    weight: style.weight,
    fill: style.fill,
  }
}

function glyphsOn(
  curve: Curve,
  text: string,
  spacing: number,
  { size, weight, face }: LineStyle,
): GlyphsShape['glyphs'] {
  const direction = curve.side === 'top' ? 1 : -1
  const middle = curve.side === 'top' ? 0 : 180
  const degreesPer = 360 / (2 * Math.PI * curve.radius)
  const advances = [...text].map((character) => ((advanceOf(character, weight, face) ?? 1) + spacing) * size)
  const length = advances.reduce((sum, advance) => sum + advance, 0) - spacing * size
  let along = -length / 2
  return [...text].map((character, i) => {
    // Each letter is turned to the tangent under its own middle, then stepped back to where its baseline starts.
    const half = (advances[i]! - spacing * size) / 2
    const degrees = middle + direction * (along + half) * degreesPer
    const turn = curve.side === 'top' ? degrees : degrees - 180
    const [x, y] = onCircle(curve.x, curve.y, curve.radius, degrees)
    along += advances[i]!
    const radians = (turn * Math.PI) / 180
    return { character, x: x - half * Math.cos(radians), y: y - half * Math.sin(radians), degrees: turn }
  })
}
