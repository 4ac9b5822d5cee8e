/** Tells where every element of a document lies on its page, for hands that point at it. */
import type { Bound } from './bind.ts'
import { type DesignDocument, type Element, elementsOf, type GroupElement } from './document.ts'
import type { Layout } from './layout.ts'
import type { Box } from './scene.ts'

export type Outlined = {
  readonly element: Element
  readonly parent: string | null
  /** From the page's corner, in the page's unit; a group's is drawn around what it holds. */
  readonly box: Box
  /** Where it is placed: what a group holds may begin elsewhere. */
  readonly corner: { readonly x: number; readonly y: number }
  /** False where it is hidden, or waits for data that are not there. */
  readonly isDrawn: boolean
  /** Itself, or something it lies in. */
  readonly isLocked: boolean
}

/** Groups before what they hold, lowest first. What a seal follows and what a stack closes up are taken from the layout. */
export function outline(document: DesignDocument, bound: Bound, layout: Layout): Outlined[] {
  const desk: Desk = {
    drawn: new Set([...elementsOf(bound.document.elements)].map(({ id }) => id)),
    seals: new Map(
      layout.placed
        .filter(({ element }) => element.kind === 'seal')
        .map(({ element, box }) => [element.id, shrunk(box, layout.scale)]),
    ),
  }
  return document.elements.flatMap((element) => visit(element, { x: 0, y: 0, parent: null, isLocked: false }, desk))
}

type Desk = { readonly drawn: ReadonlySet<string>; readonly seals: ReadonlyMap<string, Box> }

type Home = { readonly x: number; readonly y: number; readonly parent: string | null; readonly isLocked: boolean }

const shrunk = (box: Box, scale: number): Box => ({
  x: box.x / scale,
  y: box.y / scale,
  width: box.width / scale,
  height: box.height / scale,
})

function visit(element: Element, home: Home, desk: Desk): Outlined[] {
  const isLocked = home.isLocked || element.locked === true
  const own = {
    x: home.x + element.x,
    y: home.y + element.y,
    width: element.width,
    height: element.height,
  }
  const isDrawn = desk.drawn.has(element.id)
  if (element.kind !== 'group') {
    const box = desk.seals.get(element.id) ?? own
    return [{ element, parent: home.parent, box, corner: box, isDrawn, isLocked }]
  }
  const inside = visitChildren(element, { ...own, parent: element.id, isLocked }, desk)
  const children = inside.filter((one) => one.parent === element.id && one.isDrawn)
  const box = around(children.map((child) => child.box)) ?? own
  return [{ element, parent: home.parent, box, corner: own, isDrawn, isLocked }, ...inside]
}

/** In a stack each child lies below the last that is drawn. */
function visitChildren(group: GroupElement, home: Home, desk: Desk): Outlined[] {
  if (!group.stack) return group.elements.flatMap((child) => visit(child, home, desk))
  const { gap } = group.stack
  let y = home.y
  return group.elements.flatMap((child) => {
    const found = visit(child, { ...home, y: y - child.y }, desk)
    if (desk.drawn.has(child.id)) y += child.height + gap
    return found
  })
}

/** The smallest box around all of them; nothing around nothing. */
export function around(boxes: readonly Box[]): Box | null {
  if (boxes.length === 0) return null
  const x = Math.min(...boxes.map((box) => box.x))
  const y = Math.min(...boxes.map((box) => box.y))
  return {
    x,
    y,
    width: Math.max(...boxes.map((box) => box.x + box.width)) - x,
    height: Math.max(...boxes.map((box) => box.y + box.height)) - y,
  }
}
