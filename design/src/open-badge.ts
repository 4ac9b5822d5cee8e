/** Opens a finished badge for editing: every part of its template becomes an element that can be moved, recoloured or removed. */
import { badgeScene } from './badge.ts'
import type { BadgeDesign } from './badge-design.ts'
import { brandPalette, type Colour } from './colour.ts'
import type { ColourRef, ColourSlot, DesignDocument, Element, TextElement } from './document.ts'
import { LINE_HEIGHT, TRACKING } from './fit.ts'
import { letteringIn } from './lettering.ts'
import { widthOf } from './metrics.ts'
import type { CircleShape, GlyphsShape, Paint, PathShape, Shape, TextShape } from './scene.ts'
import { coloursOf } from './slots.ts'
import { GALLERY } from './templates/gallery.ts'
import { CANVAS, MIDDLE } from './templates/template.ts'

/** The badge as a document of its own. Colours of the brand's palette stay slots, so it still takes another brand. */
export function openBadge(design: BadgeDesign): DesignDocument {
  const template = GALLERY[design.template]
  const refs = slotsOf(design)
  const title = letteringIn(
    design.title,
    template.title,
    template.titleInk(brandPalette(design.primary, design.accent)),
  )
  const isTitle = (shape: Shape): boolean => shape.kind === 'text' && title.some((line) => same(line, shape))
  const icon = { x: template.icon.x - template.icon.size / 2, y: template.icon.y - template.icon.size / 2 }
  let isIconPlaced = false
  const elements = badgeScene(design).shapes.flatMap((shape, i): Element[] => {
    if (isTitle(shape)) return same(shape, title[0]!) ? [titleElement(design, title, refs)] : []
    const isIcon = !isIconPlaced && shape.kind === 'path' && !shape.fill && isInBox(shape, icon, template.icon.size)
    if (isIcon) {
      isIconPlaced = true
      const { size } = template.icon
      return [
        {
          kind: 'icon',
          id: 'icon',
          ...icon,
          width: size,
          height: size,
          icon: design.icon,
          colour: refs.ink(shape.stroke!),
        },
      ]
    }
    return [elementOf(shape, `part-${i + 1}`, refs)]
  })
  const { primary, accent } = design
  const name = `${design.institutionName} ${design.title} 디지털배지`
  return { version: 1, page: 'badge', language: 'ko', title: name, primary, accent, ground: 'paper', elements }
}

/** The slot a drawn colour came from, as a ground or as an ink; its own value where it came from none. */
type Refs = { readonly ground: (colour: Colour) => ColourRef; readonly ink: (colour: Colour) => ColourRef }

/** One value can stand for several slots, white most of all: grounds are looked for among grounds first, inks among inks. */
const GROUNDS: readonly ColourSlot[] = ['primary', 'dark', 'soft', 'paper', 'mark', 'accent']
const INKS: readonly ColourSlot[] = [
  'onPrimary',
  'onPaper',
  'onSoft',
  'onDark',
  'onAccent',
  'onMark',
  'mark',
  'accent',
  'primary',
]

function slotsOf(design: BadgeDesign): Refs {
  const colours = coloursOf(design)
  const among = (slots: readonly ColourSlot[]) => (colour: Colour) =>
    slots.find((slot) => colours(slot) === colour) ?? colour
  return { ground: among(GROUNDS), ink: among(INKS) }
}

const same = (a: Shape, b: Shape): boolean => JSON.stringify(a) === JSON.stringify(b)

/** An icon's line starts and stays within its spot. */
function isInBox({ d }: PathShape, { x, y }: { x: number; y: number }, size: number): boolean {
  const [startX, startY] = (d.match(/-?[\d.]+/g) ?? []).map(Number)
  return startX! >= x && startX! <= x + size && startY! >= y && startY! <= y + size
}

/** Its lines stay as they were broken, at the size they were set. */
function titleElement({ template }: BadgeDesign, lines: readonly TextShape[], refs: Refs): TextElement {
  const { title } = GALLERY[template]
  const { size, fill } = lines[0]!
  return {
    ...{
      kind: 'text',
      id: 'title',
      text: lines.map(({ text }) => text).join('\n'),
      face: 'sans',
      weight: title.weight,
    },
    ...{ x: title.x - title.width / 2, y: title.y - title.height / 2, width: title.width, height: title.height },
    ...{
      size,
      sizeMin: Math.min(size, title.sizeMin),
      linesMax: title.linesMax,
      lineHeight: LINE_HEIGHT,
      tracking: TRACKING,
    },
    ...{ align: 'middle', colour: refs.ink(fill) },
  }
}

function elementOf(shape: Shape, id: string, refs: Refs): Element {
  switch (shape.kind) {
    case 'path':
      return { kind: 'path', id, ...WHOLE, d: shape.d, grid: CANVAS, ...paintOf(shape, refs) }
    case 'circle':
      return circleElement(shape, id, refs)
    case 'text':
      return lineElement(shape, id, refs)
    case 'glyphs':
      return curveElement(shape, id, refs)
    case 'image':
      return { kind: 'image', id, x: shape.x, y: shape.y, width: shape.width, height: shape.height }
  }
}

const WHOLE = { x: 0, y: 0, width: CANVAS, height: CANVAS } as const

const paintOf = ({ fill, stroke, strokeWidth, dash, opacity }: Paint, refs: Refs) => ({
  ...(fill ? { fill: refs.ground(fill) } : {}),
  ...(stroke ? { stroke: refs.ink(stroke), strokeWidth: strokeWidth ?? 1 } : {}),
  ...(dash ? { dash } : {}),
  ...(opacity === undefined ? {} : { opacity }),
})

function circleElement(circle: CircleShape, id: string, refs: Refs): Element {
  const { x, y, r } = circle
  const box = { x: x - r, y: y - r, width: r * 2, height: r * 2 }
  return { kind: 'shape', id, ...box, shape: 'ellipse', ...paintOf(circle, refs) }
}

function lineElement(
  { x, y, text, size, weight, fill, anchor, tracking = 0 }: TextShape,
  id: string,
  refs: Refs,
): Element {
  const width = widthOf(text, weight) * size * 1.1
  const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2
  const height = size * 1.3
  const box = { x: left, y: y - size * 0.35 - height / 2, width, height }
  const type = { face: 'sans', weight, size, sizeMin: size / 2, align: anchor, colour: refs.ink(fill) } as const
  return { kind: 'text', id, ...box, text, ...type, tracking: tracking / size }
}

/** Letters on a circle about the middle of the canvas: above it they run along the top, below it along the bottom. */
function curveElement({ glyphs, size, weight, fill }: GlyphsShape, id: string, refs: Refs): Element {
  const text = glyphs.map(({ character }) => character).join('')
  const first = glyphs[0]!
  const half = (widthOf(first.character, weight) * size) / 2
  const baseline = Math.sqrt(Math.max(1, Math.hypot(first.x - MIDDLE, first.y - MIDDLE) ** 2 - half ** 2))
  const side = first.y < MIDDLE ? 'top' : 'bottom'
  const radius = side === 'top' ? baseline + size * 0.8 : baseline
  const box = { x: MIDDLE - radius, y: MIDDLE - radius, width: radius * 2, height: radius * 2 }
  const type = { face: 'sans', weight, size, sizeMin: size / 2, align: 'middle', colour: refs.ink(fill) } as const
  return { kind: 'text', id, ...box, text, ...type, curve: { radius, side } }
}
