/** Walks an SVG's tree and collects what is drawn: outlines and lines of text in one coordinate system, with their paint. */
import type { Colour } from '../colour.ts'
import type { Point } from '../path.ts'
import { endOf, type Segment, type Subpath } from './curves.ts'
import type { LeftOutCode, Tell } from './left.ts'
import { apply, IDENTITY, isUpright, type Matrix, readTransform, scaleOf, times } from './matrix.ts'
import { outlineOf, SHAPES } from './shapes.ts'
import {
  type ClassRules,
  classRules,
  FIRST_STYLE,
  lengthOf,
  type Own,
  paintOf,
  type Style,
  shareOf,
  styleOf,
} from './style.ts'
import { unwind } from './winding.ts'
import type { Node } from './xml.ts'

export type Drawn = DrawnOutline | DrawnText

export type DrawnOutline = {
  readonly kind: 'outline'
  readonly subpaths: readonly Subpath[]
  readonly fill: Colour | null
  readonly stroke: Colour | null
  readonly strokeWidth: number
  readonly dash: readonly [number, number] | null
  readonly opacity: number
}

export type DrawnText = {
  readonly kind: 'text'
  readonly text: string
  readonly at: Point
  readonly size: number
  readonly isBold: boolean
  readonly isSerif: boolean
  readonly anchor: 'start' | 'middle' | 'end'
  readonly fill: Colour
  readonly opacity: number
}

export type Source = {
  readonly byId: ReadonlyMap<string, Node>
  readonly sheet: string
  readonly gradients: ReadonlyMap<string, Colour>
  readonly tell: Tell
  readonly usesMax: number
}

type Walk = Source & { readonly rules: ClassRules; readonly drawn: Drawn[]; uses: number; isTooMuch: boolean }

type Place = { readonly matrix: Matrix; readonly style: Style; readonly opacity: number; readonly depth: number }

const DRAWN_MAX = 2_000
const USE_DEPTH_MAX = 60

/** Null when copies of copies, or shapes, are too many. */
export function collect(root: Node, source: Source): Drawn[] | null {
  const walk: Walk = { ...source, rules: classRules(source.sheet, source.tell), drawn: [], uses: 0, isTooMuch: false }
  visit(root, { matrix: IDENTITY, style: FIRST_STYLE, opacity: 1, depth: 0 }, walk)
  return walk.isTooMuch ? null : walk.drawn
}

const GROUPS = new Set(['svg', 'g', 'a', 'switch', 'symbol'])
/** Not drawn by itself: used by what names it, or nothing at all. */
const SILENT = new Set(['defs', 'title', 'desc', 'metadata', 'style', 'linearGradient', 'radialGradient', 'view'])
const TOLD: Readonly<Record<string, LeftOutCode>> = {
  script: 'script',
  image: 'picture',
  filter: 'filter',
  clipPath: 'clip',
  mask: 'clip',
  pattern: 'pattern',
  marker: 'pattern',
  foreignObject: 'foreign',
  animate: 'animation',
  animateTransform: 'animation',
  animateMotion: 'animation',
  set: 'animation',
}

function visit(node: Node, from: Place, walk: Walk): void {
  // Editors keep notes of their own in other vocabularies.
  if (walk.isTooMuch || SILENT.has(node.name) || node.name.includes(':')) return
  const told = TOLD[node.name]
  if (told) walk.tell(told)
  else enter(node, from, walk)
}

function enter(node: Node, from: Place, walk: Walk): void {
  const { style, own } = styleOf(node, from.style, walk.rules, walk.tell)
  if (own.display === 'none') return
  tellEffects(node, own, walk.tell)
  const transform = readTransform(node.attributes.get('transform') ?? '')
  if (!transform) walk.tell('transform')
  const matrix = transform ? times(from.matrix, transform) : from.matrix
  const place = { matrix, style, opacity: from.opacity * shareOf(own.opacity), depth: from.depth + 1 }
  const { name } = node
  const isSeen = style.visibility === 'visible'
  if (GROUPS.has(name)) {
    for (const child of node.children) if (typeof child !== 'string') visit(child, place, walk)
  } else if (name === 'use') visitUse(node, place, walk)
  else if (!SHAPES.has(name) && name !== 'text') walk.tell('element')
  else if (isSeen && name === 'text') drawText(node, place, walk)
  else if (isSeen) drawOutline(node, place, walk)
}

function tellEffects(node: Node, own: Own, tell: Tell): void {
  if (own.filter !== 'none') tell('filter')
  if (own['clip-path'] !== 'none' || own.mask !== 'none') tell('clip')
  for (const [name, value] of node.attributes) {
    if (/^on/i.test(name) || /^\s*javascript:/i.test(value)) tell('script')
    else if (/href$/.test(name) && !value.startsWith('#')) tell('reference')
  }
}

/** A copy of what it names, moved; copies that hold themselves end at the limit. */
function visitUse(node: Node, place: Place, walk: Walk): void {
  const href = node.attributes.get('href') ?? node.attributes.get('xlink:href') ?? ''
  const target = href.startsWith('#') ? walk.byId.get(href.slice(1)) : undefined
  if (!target) return
  if (++walk.uses > walk.usesMax || place.depth > USE_DEPTH_MAX) {
    walk.isTooMuch = true
    return
  }
  const move: Matrix = [1, 0, 0, 1, lengthOf(node.attributes.get('x')), lengthOf(node.attributes.get('y'))]
  visit(target, { ...place, matrix: times(place.matrix, move) }, walk)
}

function keep(walk: Walk, drawn: Drawn): void {
  walk.drawn.push(drawn)
  if (walk.drawn.length > DRAWN_MAX) walk.isTooMuch = true
}

function drawOutline(node: Node, { matrix, style, opacity }: Place, walk: Walk): void {
  const measure = (name: string) => lengthOf(node.attributes.get(name))
  const outline = outlineOf(node.name, measure, (name) => node.attributes.get(name) ?? '')
  if (outline === null) {
    walk.tell('path-too-long')
    return
  }
  const subpaths = (style['fill-rule'] === 'evenodd' ? unwind(outline) : outline).map((one) => moved(one, matrix))
  if (subpaths.length === 0 || !subpaths.every(isFinitePath)) return
  const fill = node.name === 'line' ? null : paintOf(style.fill, style, walk.gradients, walk.tell)
  const stroke = paintOf(style.stroke, style, walk.gradients, walk.tell)
  const scale = scaleOf(matrix)
  const strokeWidth = lengthOf(style['stroke-width']) * scale
  const common = { kind: 'outline', subpaths, dash: dashOf(style, scale), strokeWidth } as const
  const strokes = stroke !== null && strokeWidth > 0
  const [fillShare, strokeShare] = [shareOf(style['fill-opacity']), shareOf(style['stroke-opacity'])]
  // One opacity for an element: fill and stroke that differ in it become two.
  if (fill !== null && strokes && fillShare !== strokeShare) {
    keep(walk, { ...common, fill, stroke: null, opacity: opacity * fillShare })
    keep(walk, { ...common, fill: null, stroke, opacity: opacity * strokeShare })
  } else if (fill !== null || strokes) {
    const share = fill !== null ? fillShare : strokeShare
    keep(walk, { ...common, fill, stroke: strokes ? stroke : null, opacity: opacity * share })
  }
}

function dashOf(style: Style, scale: number): readonly [number, number] | null {
  const [dash, gap = dash] = style['stroke-dasharray'].split(/[\s,]+/).map((length) => lengthOf(length) * scale)
  return dash && gap && dash > 0 && gap > 0 ? [dash, gap] : null
}

function moved({ start, segments, isClosed }: Subpath, matrix: Matrix): Subpath {
  const move = (point: Point): Point => apply(matrix, point)
  return {
    start: move(start),
    segments: segments.map((segment): Segment => {
      const [one, two, three] = segment
      return two && three ? [move(one), move(two), move(three)] : [move(one)]
    }),
    isClosed,
  }
}

const isFinitePath = ({ start, segments }: Subpath): boolean =>
  [start, ...segments.flatMap((segment) => [...segment, endOf(segment)])].every((point) => point.every(Number.isFinite))

const FONT_SIZE_MAX = 1e5

function drawText(node: Node, { matrix, style, opacity }: Place, walk: Walk): void {
  const text = wordsOf(node, walk.tell).replace(/\s+/g, ' ').trim()
  const fill = paintOf(style.fill, style, walk.gradients, walk.tell)
  if (text === '' || fill === null) return
  if (!isUpright(matrix)) walk.tell('turned-text')
  const first = (name: string) => firstLength(node, name)
  const size = Math.min(FONT_SIZE_MAX, lengthOf(style['font-size']) * scaleOf(matrix))
  const at = apply(matrix, [first('x'), first('y')])
  if (!(size > 0) || !at.every(Number.isFinite)) return
  const anchor = style['text-anchor'] === 'middle' || style['text-anchor'] === 'end' ? style['text-anchor'] : 'start'
  const isSerif = /serif|myeongjo|batang|times|georgia|명조/i.test(style['font-family'].replace(/sans-?serif/gi, ''))
  const isBold = /bold/i.test(style['font-weight']) || Number(style['font-weight']) >= 600
  keep(walk, {
    kind: 'text',
    text,
    at,
    size,
    isBold,
    isSerif,
    anchor,
    fill,
    opacity: opacity * shareOf(style['fill-opacity']),
  })
}

/** The place of the text itself, or of its first run. */
function firstLength(node: Node, name: string): number {
  const own = node.attributes.get(name)
  const run = node.children.find((child) => typeof child !== 'string' && child.name === 'tspan')
  const said = own ?? (typeof run === 'object' ? run.attributes.get(name) : undefined)
  return lengthOf(said?.trim().split(/[\s,]+/)[0])
}

function wordsOf(node: Node, tell: Tell): string {
  return node.children
    .map((child) => {
      if (typeof child === 'string') return child
      if (child.name === 'textPath') tell('text-path')
      return child.name === 'tspan' || child.name === 'textPath' || child.name === 'a' ? wordsOf(child, tell) : ''
    })
    .join('')
}
