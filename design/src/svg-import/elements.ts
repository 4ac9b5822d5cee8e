/** Makes elements of what an SVG draws, scaled to a side, each in the box that is just its own. */
import type { Element, PathElement, TextElement } from '../document.ts'
import { drawable } from '../draft.ts'
import { DOCUMENT_TEXT_CHARACTERS_MAX, PATH_CHARACTERS_MAX } from '../limits.ts'
import { undrawable, widthOf } from '../metrics.ts'
import type { Point } from '../path.ts'
import type { Drawn, DrawnOutline, DrawnText } from './collect.ts'
import type { Subpath } from './curves.ts'
import type { Tell } from './left.ts'

export type MadeElements = {
  readonly elements: readonly Element[]
  readonly width: number
  readonly height: number
}

/** Path data are written on a grid of this many steps to the smaller side of their box, with one decimal. */
const GRID = 1_000
/** A box thinner than this is widened: a level line has no height of its own. */
const THIN = 0.1
const SIZE_MIN = 1
const SIZE_MAX = 600

/** Null when nothing of it can be seen. */
export function elementsFrom(drawn: readonly Drawn[], side: number, prefix: string, tell: Tell): MadeElements | null {
  const boxes = drawn.map(boxOf)
  const [left, top] = [Math.min(...boxes.map((b) => b.left)), Math.min(...boxes.map((b) => b.top))]
  const [right, bottom] = [Math.max(...boxes.map((b) => b.right)), Math.max(...boxes.map((b) => b.bottom))]
  const larger = Math.max(right - left, bottom - top)
  if (!Number.isFinite(larger) || larger <= 0) return null
  const place: Place = { left, top, scale: side / larger }
  const elements = drawn.flatMap((one, i): Element[] => {
    const id = `${prefix}-${i + 1}`
    return one.kind === 'outline' ? pathElement(one, id, place, tell) : textElement(one, id, place, tell)
  })
  const size = (length: number) => Math.max(THIN, tidy(length * place.scale))
  return elements.length > 0 ? { elements, width: size(right - left), height: size(bottom - top) } : null
}

type Place = { readonly left: number; readonly top: number; readonly scale: number }
type Edges = { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number }

const tidy = (value: number): number => Math.round(value * 1000) / 1000 + 0

const pointsOf = ({ start, segments }: Subpath): readonly Point[] => [start, ...segments.flat()]

function boxOf(drawn: Drawn): Edges {
  if (drawn.kind === 'text') {
    const width = widthOf(drawn.text, drawn.isBold ? 700 : 400) * drawn.size
    const left = drawn.at[0] - (drawn.anchor === 'end' ? width : drawn.anchor === 'middle' ? width / 2 : 0)
    return { left, right: left + width, top: drawn.at[1] - drawn.size, bottom: drawn.at[1] + drawn.size * 0.3 }
  }
  const edges = { left: Number.POSITIVE_INFINITY, top: Number.POSITIVE_INFINITY, right: -Infinity, bottom: -Infinity }
  for (const subpath of drawn.subpaths)
    for (const [x, y] of pointsOf(subpath)) {
      edges.left = Math.min(edges.left, x)
      edges.right = Math.max(edges.right, x)
      edges.top = Math.min(edges.top, y)
      edges.bottom = Math.max(edges.bottom, y)
    }
  return edges
}

function pathElement(drawn: DrawnOutline, id: string, { left, top, scale }: Place, tell: Tell): PathElement[] {
  const box = boxOf(drawn)
  const [width, height] = [
    Math.max(THIN, tidy((box.right - box.left) * scale)),
    Math.max(THIN, tidy((box.bottom - box.top) * scale)),
  ]
  const unit = (GRID / Math.min(width, height)) * scale
  const d = drawn.subpaths.map((subpath) => written(subpath, box, unit)).join('')
  if (d.length > PATH_CHARACTERS_MAX) {
    tell('path-too-long')
    return []
  }
  const { fill, stroke, dash, opacity } = drawn
  const line = stroke ? { stroke, strokeWidth: tidy(Math.min(2000, drawn.strokeWidth * scale)) } : {}
  return [
    {
      kind: 'path',
      id,
      x: tidy((box.left - left) * scale),
      y: tidy((box.top - top) * scale),
      width,
      height,
      d,
      grid: GRID,
      ...(fill ? { fill } : {}),
      ...line,
      ...(stroke && dash ? { dash: [tidy(dash[0] * scale), tidy(dash[1] * scale)] as const } : {}),
      ...(opacity < 1 ? { opacity: tidy(opacity) } : {}),
    },
  ]
}

function written({ start, segments, isClosed }: Subpath, { left, top }: Edges, unit: number): string {
  const number = (value: number) => Math.round(value * unit * 10) / 10 + 0
  const pair = ([x, y]: Point) => `${number(x - left)} ${number(y - top)}`
  const lines = segments.map((segment) => `${segment.length === 1 ? 'L' : 'C'}${segment.map(pair).join(' ')}`)
  return `M${pair(start)}${lines.join('')}${isClosed ? 'Z' : ''}`
}

/** One line in a box that fits it; a size beyond what a page can hold is brought within. */
function textElement(drawn: DrawnText, id: string, { left, top, scale }: Place, tell: Tell): TextElement[] {
  const text = drawable(drawn.text)
    .slice(0, DOCUMENT_TEXT_CHARACTERS_MAX)
    .replace(/[{}[\]]{2,}/g, ' ')
  if (undrawable(drawn.text).length > 0) tell('letters')
  if (text.trim() === '') return []
  const weight = drawn.isBold ? 700 : 400
  const face = drawn.isSerif ? 'serif' : 'sans'
  const size = Math.min(SIZE_MAX, Math.max(SIZE_MIN, tidy(drawn.size * scale)))
  const width = tidy(Math.min(2000, widthOf(text, weight, face) * size * 1.02))
  const [x, y] = [(drawn.at[0] - left) * scale, (drawn.at[1] - top) * scale]
  const shift = drawn.anchor === 'end' ? width : drawn.anchor === 'middle' ? width / 2 : 0
  const { anchor, fill, opacity } = drawn
  return [
    {
      kind: 'text',
      id,
      x: tidy(x - shift),
      y: tidy(y - size),
      width,
      height: tidy(size * 1.3),
      text,
      face,
      weight,
      size,
      align: anchor,
      valign: 'middle',
      colour: fill,
      ...(opacity < 1 ? { opacity: tidy(opacity) } : {}),
    },
  ]
}
