/** Takes an SVG apart into elements of a document: nothing is passed through, everything is rebuilt from an allow-list. */
import type { Colour } from '../colour.ts'
import { type Element, type GroupElement, PAGES, type PageId } from '../document.ts'
import { DOCUMENT_ELEMENTS_MAX, SVG_USES_MAX } from '../limits.ts'
import { collect, type Drawn } from './collect.ts'
import { elementsFrom } from './elements.ts'
import type { LeftOut, LeftOutCode, SvgRefusal } from './left.ts'
import { colourOf, flatGradient, lengthOf } from './style.ts'
import { type Node, readXml } from './xml.ts'

export type ImportedSvg =
  | {
      readonly outcome: 'imported'
      /** One group, in the middle of the page: it is moved as one, and can be ungrouped. */
      readonly elements: readonly Element[]
      readonly left: readonly LeftOut[]
    }
  | { readonly outcome: 'refused'; readonly reason: SvgRefusal }

export type ImportOptions = {
  /** The page it is meant for; a badge by default. */
  readonly page?: PageId
  /** Begins every id: the caller sees to it that no other element's does. */
  readonly prefix?: string
}

/** How much of the page's smaller side the drawing takes. */
const PAGE_SHARE = 0.6

/**
 * Takes any text. What comes out holds outlines, plain paint and text only: no script, reference, style, entity, filter or foreign
 * content can be in it, because none of our elements has a place for one. What was left out or changed is told.
 */
export function importSvg(text: string, { page = 'badge', prefix = 'svg' }: ImportOptions = {}): ImportedSvg {
  const read = readXml(text)
  if (read.outcome === 'refused') return read
  if (read.root.name !== 'svg') return { outcome: 'refused', reason: 'svg-not-svg' }
  const counts = new Map<LeftOutCode, number>()
  const tell = (code: LeftOutCode) => void counts.set(code, (counts.get(code) ?? 0) + 1)
  const { byId, sheets } = indexOf(read.root)
  const drawn = collect(read.root, {
    byId,
    sheet: sheets.join('\n'),
    gradients: gradientsOf(byId),
    tell,
    usesMax: SVG_USES_MAX,
  })
  if (drawn === null || drawn.length > DOCUMENT_ELEMENTS_MAX - 1)
    return { outcome: 'refused', reason: 'svg-too-complex' }
  const group = grouped(drawn, page, prefix, tell)
  if (!group) return { outcome: 'refused', reason: 'svg-empty' }
  return { outcome: 'imported', elements: [group], left: [...counts].map(([code, count]) => ({ code, count })) }
}

function grouped(
  drawn: readonly Drawn[],
  page: PageId,
  prefix: string,
  tell: (code: LeftOutCode) => void,
): GroupElement | null {
  const { width, height } = PAGES[page]
  const side = Math.min(width, height) * PAGE_SHARE
  const made = elementsFrom(drawn, side, prefix, tell)
  if (!made) return null
  const at = (whole: number, part: number) => Math.round((whole - part) * 500) / 1000
  return {
    kind: 'group',
    id: prefix,
    x: at(width, made.width),
    y: at(height, made.height),
    width: made.width,
    height: made.height,
    elements: made.elements,
  }
}

/** The first element of each id, and all style sheets. */
function indexOf(root: Node): { byId: Map<string, Node>; sheets: string[] } {
  const byId = new Map<string, Node>()
  const sheets: string[] = []
  const visit = (node: Node): void => {
    const id = node.attributes.get('id')
    if (id !== undefined && !byId.has(id)) byId.set(id, node)
    if (node.name === 'style') sheets.push(node.children.filter((child) => typeof child === 'string').join(''))
    for (const child of node.children) if (typeof child !== 'string') visit(child)
  }
  visit(root)
  return { byId, sheets }
}

function gradientsOf(byId: ReadonlyMap<string, Node>): ReadonlyMap<string, Colour> {
  const flat = new Map<string, Colour>()
  for (const [id, node] of byId) {
    if (!/^(linear|radial)Gradient$/.test(node.name)) continue
    const colour = flatGradient(stopsOf(node) ?? stopsOf(byId.get(hrefOf(node))) ?? [])
    if (colour) flat.set(id, colour)
  }
  return flat
}

/** The id a reference within the drawing names. */
export const hrefOf = ({ attributes }: Node): string =>
  (attributes.get('href') ?? attributes.get('xlink:href') ?? '').replace(/^#/, '')

/** Stops that can hardly be seen do not colour it. */
function stopsOf(node: Node | undefined): Colour[] | null {
  const stops = (node?.children ?? []).flatMap((child) => {
    if (typeof child === 'string' || child.name !== 'stop') return []
    const style = child.attributes.get('style') ?? ''
    const said = (name: string) => new RegExp(`(?:^|;)\\s*${name}\\s*:\\s*([^;]+)`).exec(style)?.[1]
    const opacity = lengthOf(said('stop-opacity') ?? child.attributes.get('stop-opacity') ?? '1')
    const colour = colourOf(said('stop-color') ?? child.attributes.get('stop-color') ?? 'black')
    return colour && opacity > 0.2 ? [colour] : []
  })
  return stops.length > 0 ? stops : null
}
