/** Draws ribbons, sashes and sprays of laurel. */
import { mix } from '../colour.ts'
import { serrated } from '../marks.ts'
import { closed, onCircle, type Point, round } from '../path.ts'
import type { Shape } from '../scene.ts'
import { diamondAt, line } from './frames.ts'
import type { Inks, Room } from './ornament.ts'

/** A ribbon laid across, its folded ends behind it: words go on its middle. */
export function banner({ width, height }: Room, { main, second }: Inks): Shape[] {
  const [fold, drop, notch] = [height * 0.62, height * 0.24, height * 0.34]
  const body = height - drop
  const end = (x: number, inward: number): string =>
    closed([
      [x, drop],
      [x + inward * (fold * 1.5), drop],
      [x + inward * (fold * 1.5), height],
      [x, height],
      [x + inward * notch, (height + drop) / 2],
    ])
  const shade = (x: number, inward: number): string =>
    closed([
      [x + inward * fold, body],
      [x + inward * fold * 1.5, body],
      [x + inward * fold * 1.5, height],
    ])
  return [
    { kind: 'path', d: end(0, 1) + end(width, -1), fill: second },
    { kind: 'path', d: shade(0, 1) + shade(width, -1), fill: mix(main, '#000000', 0.45) },
    {
      kind: 'path',
      d: closed([
        [fold, 0],
        [width - fold, 0],
        [width - fold, body],
        [fold, body],
      ]),
      fill: main,
    },
  ]
}

/** Two tails hanging from a point in the middle of the upper edge. */
export function tails({ width, height }: Room, { main, second }: Inks): Shape[] {
  const tail = (inward: 1 | -1): string => {
    const outer = inward === 1 ? 0 : width
    const at = (share: number) => outer + inward * width * share
    return closed([
      [at(0.22), 0],
      [at(0), height * 0.94],
      [at(0.2), height * 0.82],
      [at(0.34), height],
      [at(0.52), 0],
    ])
  }
  return [
    { kind: 'path', d: tail(1), fill: main },
    { kind: 'path', d: tail(-1), fill: second },
  ]
}

/** A pleated disc over two tails: stands where a crest would. */
export function rosetteRibbon({ width, height, unit }: Room, { main, second }: Inks): Shape[] {
  const [x, radius] = [width / 2, Math.min(width, height * 0.68) / 2]
  const hanging = tails({ width: radius * 1.5, height: height - radius, unit }, { main: second, second })
  const lowered = hanging.map((shape) =>
    shape.kind === 'path' ? { ...shape, d: shiftPath(shape.d, x - radius * 0.75, radius) } : shape,
  )
  return [
    ...lowered,
    { kind: 'path', d: serrated(28, x, radius, radius, radius * 0.9), fill: main },
    { kind: 'circle', x, y: radius, r: radius * 0.76, fill: '#ffffff' },
    { kind: 'circle', x, y: radius, r: radius * 0.7, stroke: second, strokeWidth: radius * 0.035 },
  ]
}

/** Moves a closed outline of straight lines. */
const shiftPath = (d: string, dx: number, dy: number): string =>
  d.replace(
    /([ML])(-?[\d.]+) (-?[\d.]+)/g,
    (_, command, x, y) => `${command}${round(Number(x) + dx)} ${round(Number(y) + dy)}`,
  )

const LEAVES = 9

/** Two branches that open upward. */
export function laurel({ width, height, unit }: Room, { main, second }: Inks): Shape[] {
  const radius = Math.min(width, height) / 2
  const centre: Point = [width / 2, height / 2]
  const leaf = Math.min(radius * 0.36, unit * 60)
  const branch = (side: 1 | -1): Shape[] => {
    const stem = Array.from({ length: 25 }, (_, i) => {
      const [x, y] = onCircle(...centre, radius * 0.82, 180 - side * (6 + i * 5.6))
      return `${round(x)} ${round(y)}`
    })
    const leaves = Array.from({ length: LEAVES }, (_, i) => {
      const degrees = 180 - side * (16 + i * 15.4)
      const root = onCircle(...centre, radius * 0.82, degrees)
      const size = leaf * (1 - i * 0.045)
      const lean = degrees + (side === 1 ? -90 : 90)
      return leafAt(root, lean + 34, size) + leafAt(root, lean - 34, size)
    })
    return [
      { kind: 'path', d: leaves.join(''), fill: main },
      { kind: 'path', d: `M${stem.join('L')}`, stroke: main, strokeWidth: radius * 0.018 },
    ]
  }
  return [
    ...branch(1),
    ...branch(-1),
    { kind: 'circle', x: centre[0], y: centre[1] + radius * 0.84, r: radius * 0.045, fill: second },
  ]
}

/** A pointed leaf from its root outward. */
function leafAt([x, y]: Point, degrees: number, length: number): string {
  const at = (share: number, turn: number): string => {
    const [px, py] = onCircle(x, y, length * share, degrees + turn)
    return `${round(px)} ${round(py)}`
  }
  return `M${round(x)} ${round(y)}Q${at(0.62, 24)} ${at(1, 0)}Q${at(0.62, -24)} ${round(x)} ${round(y)}Z`
}

/** A line that swells to a diamond in its middle: parts a title from what follows. */
export function flourish({ width, height, unit }: Room, { main, second }: Inks): Shape[] {
  const [x, y] = [width / 2, height / 2]
  const half = Math.min(height / 2, unit * 1.6)
  const gap = half * 2.2
  return [
    line(`M0 ${round(y)}H${round(x - gap)}M${round(x + gap)} ${round(y)}H${round(width)}`, second, unit * 0.3),
    { kind: 'path', d: diamondAt(x, y, half), fill: main },
    { kind: 'path', d: diamondAt(x - gap, y, half * 0.45) + diamondAt(x + gap, y, half * 0.45), fill: second },
  ]
}

/** A sash over the upper left corner, an edge of the other colour along it. */
export function cornerSash({ width, height, unit }: Room, { main, second }: Inks): Shape[] {
  const edge = unit * 2.4
  return [
    {
      kind: 'path',
      d: closed([
        [0, 0],
        [width, 0],
        [0, height],
      ]),
      fill: main,
    },
    {
      kind: 'path',
      d: closed([
        [width, 0],
        [width + edge, 0],
        [0, height + edge],
        [0, height],
      ]),
      fill: second,
    },
  ]
}
