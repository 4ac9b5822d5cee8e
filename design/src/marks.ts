/** Draws level and progress by count and shape, never by colour alone (WCAG 2.2, 1.4.1). */
import type { Colour } from './colour.ts'
import { closed, onCircle, type Point, round } from './path.ts'
import type { Shape } from './scene.ts'

/** Filled dots up to the count, rings after it. */
export function pips(count: number, total: number, x: number, y: number, colour: Colour, size = 20): Shape[] {
  const gap = size * 1.75
  return Array.from({ length: total }, (_, i) => {
    const at = { kind: 'circle', x: x + (i - (total - 1) / 2) * gap, y } as const
    const line = size * 0.18
    return i < count
      ? { ...at, r: size / 2, fill: colour }
      : { ...at, r: (size - line) / 2, stroke: colour, strokeWidth: line, opacity: 0.75 }
  })
}

/** Stacked chevrons, one for each level reached; y is the middle of the stack. */
export function chevrons(count: number, x: number, y: number, colour: Colour, width = 68): Shape[] {
  const [rise, step] = [width * 0.29, width * 0.34]
  const lowest = y + ((count - 1) * step + rise) / 2
  return Array.from({ length: count }, (_, i) => {
    const foot = lowest - i * step
    const d = `M${round(x - width / 2)} ${round(foot)}L${round(x)} ${round(foot - rise)}L${round(x + width / 2)} ${round(foot)}`
    return { kind: 'path', d, stroke: colour, strokeWidth: width * 0.16 }
  })
}

export type Ring = { readonly x: number; readonly y: number; readonly outer: number; readonly inner: number }

/** A ring in equal parts, from twelve o'clock; the parts done in one colour, the open ones thinner in another. */
export function progressRing(done: number, total: number, ring: Ring, doneColour: Colour, openColour: Colour): Shape[] {
  const part = 360 / total
  return Array.from({ length: total }, (_, i) => {
    const isDone = i < done
    const inset = isDone ? 0 : (ring.outer - ring.inner) * 0.22
    const shape = { ...ring, outer: ring.outer - inset, inner: ring.inner + inset }
    return { kind: 'path', d: ringPart(shape, i * part, (i + 1) * part, 6), fill: isDone ? doneColour : openColour }
  })
}

/** One part of a ring with straight parallel gaps, `gap` units wide on each side. */
function ringPart({ x, y, outer, inner }: Ring, from: number, to: number, gap: number): string {
  const gapAt = (radius: number) => (gap / radius) * (180 / Math.PI)
  const large = to - from > 180 ? 1 : 0
  const point = (radius: number, degrees: number): string => onCircle(x, y, radius, degrees).map(round).join(' ')
  return (
    `M${point(outer, from + gapAt(outer))}A${outer} ${outer} 0 ${large} 1 ${point(outer, to - gapAt(outer))}` +
    `L${point(inner, to - gapAt(inner))}A${inner} ${inner} 0 ${large} 0 ${point(inner, from + gapAt(inner))}Z`
  )
}

/** A wheel of teeth between two radii: the edge of a rosette. */
export function serrated(teeth: number, x: number, y: number, outer: number, inner: number): string {
  const points: Point[] = Array.from({ length: teeth * 2 }, (_, i) =>
    onCircle(x, y, i % 2 === 0 ? outer : inner, (i * 180) / teeth),
  )
  return closed(points)
}
