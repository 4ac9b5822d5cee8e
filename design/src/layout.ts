/** Lays a bound document out: every element becomes absolute shapes, every text is broken and placed. */
import { badgeScene } from './badge.ts'
import type { Bound } from './bind.ts'
import type { Colour } from './colour.ts'
import {
  type Element,
  type GroupElement,
  type ImageElement,
  isCertificate,
  PAGES,
  type Painted,
  type Placed,
  type SealElement,
  type TextElement,
} from './document.ts'
import { icon } from './icons.ts'
import { ornament } from './ornaments.ts'
import { boundsOf, closed, movePath, round, roundedBox } from './path.ts'
import { qrPath } from './qr.ts'
import { type Box, type Paint, type PathShape, place, type Scene, type Shape } from './scene.ts'
import { sampleSeal } from './seal.ts'
import { type Colours, coloursOf } from './slots.ts'
import { type SetText, setText } from './text-block.ts'

/** Certificates are drawn in tenths of a millimetre: numbers of two decimals are then finer than any printer. */
export const SCENE_UNITS_PER_MM = 10

export type LaidText = Omit<SetText, 'shapes'> & {
  readonly element: TextElement
  readonly box: Box
  readonly fill: Colour
  /** Its place in the order of layers. */
  readonly order: number
}

export type LaidElement = {
  readonly element: Element
  readonly box: Box
  readonly order: number
  /** A seal that stands in for the institution's own. */
  readonly isSample: boolean
}

/** What one element, not a group, came to. */
export type LaidPart = { readonly id: string; readonly shapes: readonly Shape[] }

export type Layout = {
  readonly scene: Scene
  /** The scene's shapes by the element they belong to, in the same order; only the page's own ground belongs to none. */
  readonly parts: readonly LaidPart[]
  /** Scene units to one unit of the page. */
  readonly scale: number
  readonly texts: readonly LaidText[]
  /** Areas that lead somewhere when the page is read on a screen. */
  readonly links: readonly (Box & { readonly url: string })[]
  /** Everything else as it came to lie, for checks. */
  readonly placed: readonly LaidElement[]
}

/** Nothing has to be checked by callers: what is missing is left out, what is too long is set smaller. */
export function layOut(bound: Bound): Layout {
  const { document } = bound
  const page = PAGES[document.page]
  const scale = isCertificate(document) ? SCENE_UNITS_PER_MM : 1
  const [width, height] = [page.width * scale, page.height * scale]
  const colours = coloursOf(document)
  const desk: Desk = { bound, scale, colours, texts: [], links: [], placed: [] }
  const laid = document.elements.flatMap((element) => layElement(element, { x: 0, y: 0 }, desk))
  const parts = laid.map(({ id, shapes }) => ({
    id,
    shapes: shapes.flatMap((shape) => (isSlot(shape) ? fillSeal(shape, desk) : [shape])),
  }))
  const ground: Shape = { kind: 'path', d: `M0 0H${width}V${height}H0Z`, fill: colours(document.ground) }
  const shapes = parts.flatMap((part) => part.shapes)
  return {
    scene: { width, height, shapes: isCertificate(document) ? [ground, ...shapes] : shapes },
    parts,
    scale,
    texts: desk.texts,
    links: desk.links,
    placed: desk.placed,
  }
}

type Origin = { readonly x: number; readonly y: number }

/** Where the work lies while a page is made. */
type Desk = {
  readonly bound: Bound
  readonly scale: number
  readonly colours: Colours
  readonly texts: LaidText[]
  readonly links: (Box & { url: string })[]
  readonly placed: LaidElement[]
}

/** Keeps a seal's place in the order of layers until the text it lies on is known. */
type SealSlot = { readonly kind: 'seal-slot'; readonly element: SealElement; readonly box: Box }

const isSlot = (shape: Shape | SealSlot): shape is SealSlot => shape.kind === 'seal-slot'

type OpenPart = { readonly id: string; readonly shapes: readonly (Shape | SealSlot)[] }

const layElement = (element: Element, origin: Origin, desk: Desk): OpenPart[] =>
  element.kind === 'group'
    ? layGroup(element, origin, desk)
    : [{ id: element.id, shapes: layLeaf(element, origin, desk) }]

function layLeaf(element: Exclude<Element, GroupElement>, origin: Origin, desk: Desk): (Shape | SealSlot)[] {
  const box = boxOf(element, origin, desk.scale)
  if (element.kind === 'seal') return [{ kind: 'seal-slot', element, box }]
  if (element.kind === 'text') return faded(layText(element, box, desk), element)
  const shapes = draw(element, box, desk)
  const [path] = shapes
  // A path need not fill its box: what lies under a word is told by where it is drawn.
  const inked = element.kind === 'path' && path?.kind === 'path' ? boundsOf(path.d) : null
  desk.placed.push({ element, box: inked ?? box, order: orderIn(desk), isSample: false })
  return faded(shapes, element)
}

const orderIn = ({ texts, placed }: Desk): number => texts.length + placed.length

type Drawn = Exclude<Element, GroupElement | SealElement | TextElement>

function draw(element: Drawn, box: Box, desk: Desk): Shape[] {
  switch (element.kind) {
    case 'shape':
      return [{ kind: 'path', d: outlineOf(element, box, desk.scale), ...paintOf(element, desk) }]
    case 'path':
      return [pathIn(element, box, desk)]
    case 'line':
      return [
        {
          kind: 'path',
          d: `M${round(box.x)} ${round(box.y)}L${round(box.x + box.width)} ${round(box.y + box.height)}`,
          ...paintOf(element, desk),
        },
      ]
    case 'icon': {
      const shape = icon(element.icon, ...centreOf(box), Math.min(box.width, box.height), desk.colours(element.colour))
      return [element.strokeWidth ? { ...shape, strokeWidth: element.strokeWidth * desk.scale } : shape]
    }
    case 'ribbon': {
      const unit = desk.scale === 1 ? 3 : desk.scale
      const inks = { main: desk.colours(element.colour), second: desk.colours(element.second) }
      return place(ornament(element.ribbon, { ...box, unit }, inks), { ...box, scale: 1 })
    }
    case 'qr':
      return layQr(element.text, desk.colours(element.colour), box, desk)
    case 'badge': {
      const { badge, badgeScene: drawn } = desk.bound.data
      const design = element.design ?? (drawn ? undefined : badge)
      const scene = design ? badgeScene(design, { language: desk.bound.document.language }) : drawn
      return scene ? place(scene.shapes, { ...box, scale: Math.min(box.width, box.height) / scene.width }) : []
    }
    case 'image':
      return layImage(element, box, desk)
  }
}

/** Children from the group's corner; in a stack each below the last that is drawn. */
function layGroup(group: GroupElement, origin: Origin, desk: Desk): OpenPart[] {
  const corner = { x: origin.x + group.x, y: origin.y + group.y }
  let y = corner.y
  const parts = group.elements.flatMap((child) => {
    if (!group.stack) return layElement(child, corner, desk)
    const laid = layElement({ ...child, y: 0 }, { x: corner.x, y }, desk)
    y += child.height + group.stack.gap
    return laid
  })
  return parts.map(({ id, shapes }) => ({
    id,
    shapes: shapes.map((shape) => (isSlot(shape) ? shape : (faded([shape], group)[0] ?? shape))),
  }))
}

const boxOf = ({ x, y, width, height }: Placed, origin: Origin, scale: number): Box => ({
  x: (origin.x + x) * scale,
  y: (origin.y + y) * scale,
  width: width * scale,
  height: height * scale,
})

const centreOf = ({ x, y, width, height }: Box): [number, number] => [x + width / 2, y + height / 2]

const faded = (shapes: readonly Shape[], { opacity }: Placed): Shape[] =>
  shapes.map((shape) => (opacity === undefined ? shape : { ...shape, opacity: (shape.opacity ?? 1) * opacity }))

function paintOf({ fill, stroke, strokeWidth, dash }: Painted, { colours, scale }: Desk): Paint {
  return {
    ...(fill ? { fill: colours(fill) } : {}),
    ...(stroke ? { stroke: colours(stroke), strokeWidth: (strokeWidth ?? 0.3) * scale } : {}),
    ...(dash ? { dash: [dash[0] * scale, dash[1] * scale] as const } : {}),
  }
}

function outlineOf(element: Extract<Element, { kind: 'shape' }>, { x, y, width, height }: Box, scale: number): string {
  if (element.shape === 'ellipse') {
    const [rx, ry, top] = [width / 2, height / 2, `${round(x + width / 2)} ${round(y)}`]
    const bottom = `${round(x + width / 2)} ${round(y + height)}`
    return `M${top}A${round(rx)} ${round(ry)} 0 1 1 ${bottom}A${round(rx)} ${round(ry)} 0 1 1 ${top}Z`
  }
  const radius = Math.min((element.radius ?? 0) * scale, width / 2, height / 2)
  if (radius > 0) return roundedBox(x, y, width, height, radius)
  return closed([
    [x, y],
    [x + width, y],
    [x + width, y + height],
    [x, y + height],
  ])
}

function pathIn(element: Extract<Element, { kind: 'path' }>, box: Box, desk: Desk): PathShape {
  const scale = Math.min(box.width, box.height) / element.grid
  return { kind: 'path', d: movePath(element.d, { ...box, scale }), ...paintOf(element, desk) }
}

function layText(element: TextElement, box: Box, desk: Desk): Shape[] {
  const { colours, scale } = desk
  const fill = colours(element.colour)
  const linesMax = element.linesMax ?? 1
  const type = {
    ...element,
    fill,
    size: element.size * scale,
    sizeMin: (element.sizeMin ?? element.size) * scale,
    linesMax,
    lineHeight: element.lineHeight ?? (linesMax > 1 ? 1.5 : 1),
    tracking: element.tracking ?? 0,
  }
  const { shapes, ...set } = setText(element.text, type, box)
  desk.texts.push({ ...set, element, box, fill, order: orderIn(desk) })
  return [...shapes]
}

/** Ink on white of its own: scanners need the contrast whatever the page is. */
function layQr(text: string, colour: Colour, box: Box, desk: Desk): Shape[] {
  if (text === '') return []
  const side = Math.min(box.width, box.height)
  const square = { ...box, width: side, height: side }
  if (/^https?:\/\//.test(text)) desk.links.push({ ...square, url: text })
  return [
    { kind: 'path', d: roundedBox(box.x, box.y, side, side, side * 0.04), fill: '#ffffff' },
    { kind: 'path', d: qrPath(text, { x: box.x, y: box.y, size: side }), fill: colour },
  ]
}

/** As large as the box allows, never stretched, in its middle. */
function layImage(element: ImageElement, box: Box, desk: Desk): Shape[] {
  const picture = desk.bound.data.pictures?.[element.variable ?? element.picture ?? '']
  if (!picture) return []
  const scale = Math.min(box.width / picture.widthPx, box.height / picture.heightPx)
  const [width, height] = [picture.widthPx * scale, picture.heightPx * scale]
  const [x, y] = [box.x + (box.width - width) / 2, box.y + (box.height - height) / 2]
  return [{ kind: 'image', x, y, width, height, picture }]
}

/** Its centre on the last letter of the sender's title (행정업무 규정 시행규칙 제11조 제1항); a sample when there is none yet. */
function fillSeal({ element, box }: SealSlot, desk: Desk): Shape[] {
  const letter = desk.texts.find((text) => text.element.id === element.on)?.lastLetter
  const side = Math.min(box.width, box.height)
  const at = letter ? { x: letter.x - side / 2, y: letter.y - side / 2 } : { x: box.x, y: box.y }
  const square = { ...at, width: side, height: side }
  const picture = desk.bound.data.pictures?.[`institution${element.institution}.seal`]
  desk.placed.push({ element, box: square, order: orderIn(desk), isSample: !picture })
  return faded(picture ? [{ kind: 'image', ...square, picture }] : sampleSeal(square), element)
}
