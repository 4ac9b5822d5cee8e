/** Finds what lies under a pointer or inside a frame drawn with it. */
import type { Element } from './document.ts'
import type { Outlined } from './outline.ts'
import type { Box } from './scene.ts'

export type Spot = { readonly x: number; readonly y: number }

/** Leaves under the spot, topmost first. What is locked lets the pointer through; a frame is taken by its edge, not by the page in it. */
export function elementsAt(outlined: readonly Outlined[], spot: Spot, reach: number): Outlined[] {
  return outlined
    .filter(({ element, isDrawn, isLocked }) => element.kind !== 'group' && isDrawn && !isLocked)
    .filter((one) => isUnder(one, spot, reach))
    .toReversed()
}

/** What a press selects: of the topmost leaf, the group that lies directly in `inside`, or the leaf itself. */
export function pick(outlined: readonly Outlined[], spot: Spot, reach: number, inside: string | null): Outlined | null {
  const [top] = elementsAt(outlined, spot, reach)
  return top ? heldBy(outlined, top, inside) : null
}

/** The ancestor that lies directly in `inside`; in the page where it does not lie there at all. */
export function heldBy(outlined: readonly Outlined[], leaf: Outlined, inside: string | null): Outlined {
  const byId = new Map(outlined.map((one) => [one.element.id, one]))
  let [top, found]: [Outlined, Outlined | null] = [leaf, leaf.parent === inside ? leaf : null]
  for (let at = leaf; at.parent !== null; ) {
    const parent = byId.get(at.parent)
    if (!parent) break
    if (parent.parent === inside) found ??= parent
    at = top = parent
  }
  return found ?? top
}

/** What a frame touches, in one level of the document. */
export const touchedBy = (outlined: readonly Outlined[], frame: Box, inside: string | null): Outlined[] =>
  outlined.filter((one) => {
    if (one.parent !== inside || !one.isDrawn || one.isLocked) return false
    // What reaches around the frame on every side is the ground it is drawn on.
    return touches(one.box, frame) && !(covers(one.box, frame) && !isSame(one.box, frame))
  })

const touches = (a: Box, b: Box): boolean =>
  a.x <= b.x + b.width && b.x <= a.x + a.width && a.y <= b.y + b.height && b.y <= a.y + a.height

const covers = (outer: Box, inner: Box): boolean =>
  outer.x <= inner.x &&
  outer.y <= inner.y &&
  outer.x + outer.width >= inner.x + inner.width &&
  outer.y + outer.height >= inner.y + inner.height

const isSame = (a: Box, b: Box): boolean => a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height

function isUnder({ element, box }: Outlined, { x, y }: Spot, reach: number): boolean {
  if (element.kind === 'line') return distanceToLine(box, { x, y }) <= reach + element.strokeWidth / 2
  const grown = grow(box, reach / 2)
  if (x < grown.x || y < grown.y || x > grown.x + grown.width || y > grown.y + grown.height) return false
  const band = bandOf(element, box, reach)
  if (band === null) return true
  const hole = grow(box, -band)
  return x <= hole.x || y <= hole.y || x >= hole.x + hole.width || y >= hole.y + hole.height
}

const grow = (box: Box, by: number): Box => ({
  x: box.x - by,
  y: box.y - by,
  width: box.width + 2 * by,
  height: box.height + 2 * by,
})

/** How far inward from its edge a hollow thing can be taken; null where it is solid. */
function bandOf(element: Element, box: Box, reach: number): number | null {
  const side = Math.min(box.width, box.height)
  if (element.kind === 'shape') return element.fill ? null : reach + (element.strokeWidth ?? 0)
  if (element.kind !== 'ribbon' || SOLID.has(element.ribbon)) return null
  return Math.max(reach, side * FRAME_SHARE)
}

/** Ribbons and watermarks; every other ornament is a frame around nothing. */
const SOLID = new Set<string>([
  'banner',
  'tails',
  'rosette-ribbon',
  'laurel',
  'flourish',
  'rose-engine',
  'sunburst',
  'waves',
])
const FRAME_SHARE = 0.06

function distanceToLine(box: Box, { x, y }: Spot): number {
  const length = box.width ** 2 + box.height ** 2
  const along = length === 0 ? 0 : ((x - box.x) * box.width + (y - box.y) * box.height) / length
  const at = Math.max(0, Math.min(1, along))
  return Math.hypot(x - (box.x + at * box.width), y - (box.y + at * box.height))
}
