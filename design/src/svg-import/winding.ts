/** Turns subpaths so that filling by winding leaves the holes that filling by even and odd would leave. */
import type { Point } from '../path.ts'
import { endOf, type Segment, type Subpath } from './curves.ts'

/** More than this and every pair is too many to compare: the path is left as it is. */
const SUBPATHS_MAX = 200

/** Outer outlines go one way, what lies in them the other, what lies in that the first again. */
export function unwind(subpaths: readonly Subpath[]): readonly Subpath[] {
  if (subpaths.length < 2 || subpaths.length > SUBPATHS_MAX) return subpaths
  const rings = subpaths.map(({ start, segments }) => [start, ...segments.map(endOf)])
  return subpaths.map((subpath, i) => {
    const depth = rings.filter((ring, j) => j !== i && holds(ring, rings[i]![0]!)).length
    const isForward = area(rings[i]!) >= 0
    return isForward === (depth % 2 === 0) ? subpath : reversed(subpath)
  })
}

function holds(ring: readonly Point[], [x, y]: Point): boolean {
  let isInside = false
  for (const [i, [x2, y2]] of ring.entries()) {
    const [x1, y1] = ring[(i + ring.length - 1) % ring.length]!
    if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) isInside = !isInside
  }
  return isInside
}

/** Twice the area, positive when the ring goes clockwise as seen on a page. */
function area(ring: readonly Point[]): number {
  let sum = 0
  for (const [i, [x2, y2]] of ring.entries()) {
    const [x1, y1] = ring[(i + ring.length - 1) % ring.length]!
    sum += x1 * y2 - x2 * y1
  }
  return sum
}

function reversed({ start, segments, isClosed }: Subpath): Subpath {
  const points = [start, ...segments.map(endOf)]
  const back = segments.toReversed().map((segment, i): Segment => {
    const to = points[segments.length - 1 - i]!
    return segment.length === 1 ? [to] : [segment[1], segment[0], to]
  })
  return { start: points.at(-1)!, segments: back, isClosed }
}
