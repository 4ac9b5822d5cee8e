/** Lines boxes up, spaces them evenly, makes them one size. */
import { around } from './outline.ts'
import type { Box } from './scene.ts'
import type { Axis } from './snap.ts'

export type Named = { readonly id: string; readonly box: Box }
export type Shift = { readonly id: string; readonly dx: number; readonly dy: number }
export type Alignment = 'left' | 'centre' | 'right' | 'top' | 'middle' | 'bottom'

/** To their common edge or middle; one alone is lined up with the frame, which is the page. What lies right already is not named. */
export function align(boxes: readonly Named[], alignment: Alignment, page: Box): Shift[] {
  const frame = boxes.length > 1 ? around(boxes.map(({ box }) => box))! : page
  return boxes
    .map(({ id, box }) => ({ id, ...stepTo(box, alignment, frame) }))
    .filter(({ dx, dy }) => dx !== 0 || dy !== 0)
}

function stepTo(box: Box, alignment: Alignment, frame: Box): { dx: number; dy: number } {
  const [freeX, freeY] = [frame.x + frame.width - box.width, frame.y + frame.height - box.height]
  switch (alignment) {
    case 'left':
      return { dx: frame.x - box.x, dy: 0 }
    case 'centre':
      return { dx: (frame.x + freeX) / 2 - box.x, dy: 0 }
    case 'right':
      return { dx: freeX - box.x, dy: 0 }
    case 'top':
      return { dx: 0, dy: frame.y - box.y }
    case 'middle':
      return { dx: 0, dy: (frame.y + freeY) / 2 - box.y }
    case 'bottom':
      return { dx: 0, dy: freeY - box.y }
  }
}

/** Equal gaps from the first to the last, which stay where they are; fewer than three have nothing to share. */
export function distribute(boxes: readonly Named[], axis: Axis): Shift[] {
  if (boxes.length < 3) return []
  const [start, length] = axis === 'x' ? (['x', 'width'] as const) : (['y', 'height'] as const)
  const sorted = boxes.toSorted((a, b) => a.box[start] - b.box[start])
  const [first, last] = [sorted[0]!.box, sorted.at(-1)!.box]
  const taken = sorted.reduce((sum, { box }) => sum + box[length], 0)
  const gap = (last[start] + last[length] - first[start] - taken) / (sorted.length - 1)
  let at = first[start]
  return sorted.flatMap(({ id, box }): Shift[] => {
    const step = at - box[start]
    at += box[length] + gap
    if (Math.abs(step) < 1e-9) return []
    return [axis === 'x' ? { id, dx: step, dy: 0 } : { id, dx: 0, dy: step }]
  })
}
