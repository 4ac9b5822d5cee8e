/** Stretches boxes by the handles at their corners and sides. */
import type { Element } from './document.ts'
import type { Edit } from './edit.ts'
import type { Box } from './scene.ts'
import type { Part } from './snap.ts'

export const HANDLES = ['nw', 'n', 'ne', 'e', 'se', 's', 'sw', 'w'] as const
export type Handle = (typeof HANDLES)[number]

export type ResizeOptions = {
  /** Keeps width to height as it was. */
  readonly keepsRatio?: boolean
  /** Grows to both sides of the middle. */
  readonly fromMiddle?: boolean
  readonly sideMin?: number
}

/** The box after its handle was moved; it never turns inside out. */
export function resizeBox(box: Box, handle: Handle, dx: number, dy: number, options: ResizeOptions = {}): Box {
  const { keepsRatio = false, fromMiddle = false, sideMin = 0 } = options
  const horizontal = handle.includes('w') ? -1 : handle.includes('e') ? 1 : 0
  const vertical = handle.includes('n') ? -1 : handle.includes('s') ? 1 : 0
  const share = fromMiddle ? 2 : 1
  let width = Math.max(horizontal === 0 ? box.width : sideMin, box.width + dx * horizontal * share)
  let height = Math.max(vertical === 0 ? box.height : sideMin, box.height + dy * vertical * share)
  if (keepsRatio && box.width > 0 && box.height > 0) {
    const [byWidth, byHeight] = [width / box.width, height / box.height]
    const scale = horizontal === 0 ? byHeight : vertical === 0 ? byWidth : Math.max(byWidth, byHeight)
    width = box.width * scale
    height = box.height * scale
  }
  const held = (side: -1 | 0 | 1, before: number, grown: number) =>
    fromMiddle || side === 0 ? (before - grown) / 2 : side < 0 ? before - grown : 0
  return {
    x: box.x + held(horizontal, box.width, width),
    y: box.y + held(vertical, box.height, height),
    width,
    height,
  }
}

/** What of the box a handle moves: what may be drawn to a guide. */
export const partsOf = (handle: Handle): { x: readonly Part[]; y: readonly Part[] } => ({
  x: handle.includes('w') ? ['start'] : handle.includes('e') ? ['end'] : [],
  y: handle.includes('n') ? ['start'] : handle.includes('s') ? ['end'] : [],
})

export type Sized = { readonly element: Element; readonly corner: { readonly x: number; readonly y: number } }

/** The edits that carry elements along when the box around them is stretched; what a group holds is stretched with it. */
export function stretch(chosen: readonly Sized[], from: Box, to: Box): Edit {
  const scaleX = from.width === 0 ? 1 : to.width / from.width
  const scaleY = from.height === 0 ? 1 : to.height / from.height
  return {
    kind: 'all',
    edits: chosen.flatMap(({ element, corner }) => {
      const dx = to.x + (corner.x - from.x) * scaleX - corner.x
      const dy = to.y + (corner.y - from.y) * scaleY - corner.y
      const place = { x: thousandth(element.x + dx), y: thousandth(element.y + dy) }
      return [set(element.id, { ...place, ...sizeOf(element, scaleX, scaleY) }), ...inner(element, scaleX, scaleY)]
    }),
  }
}

const set = (id: string, fields: Readonly<Record<string, unknown>>): Edit => ({ kind: 'set', id, fields })

const sizeOf = ({ width, height }: Box, scaleX: number, scaleY: number) => ({
  width: thousandth(width * scaleX),
  height: thousandth(height * scaleY),
})

/** Words in a group grow with it, as much as its lesser side does; a text by itself only gets another box. */
function inner(element: Element, scaleX: number, scaleY: number): Edit[] {
  if (element.kind !== 'group') return []
  const lesser = Math.min(scaleX, scaleY)
  const stacked: Edit[] = element.stack
    ? [set(element.id, { stack: { gap: thousandth(element.stack.gap * scaleY) } })]
    : []
  return [
    ...stacked,
    ...element.elements.flatMap((child): Edit[] => {
      const place = { x: thousandth(child.x * scaleX), y: thousandth(child.y * scaleY) }
      const type =
        child.kind === 'text'
          ? {
              size: thousandth(child.size * lesser),
              ...(child.sizeMin === undefined ? {} : { sizeMin: thousandth(child.sizeMin * lesser) }),
            }
          : {}
      return [set(child.id, { ...place, ...sizeOf(child, scaleX, scaleY), ...type }), ...inner(child, scaleX, scaleY)]
    }),
  ]
}

/** Finer than any hand or printer. */
const thousandth = (value: number): number => Math.round(value * 1000) / 1000 + 0
