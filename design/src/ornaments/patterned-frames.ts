/** Draws frames whose lines make a pattern. */

import { type Point, round } from '../path.ts'
import type { Shape } from '../scene.ts'
import { corners, diamondAt, inset, line } from './frames.ts'
import type { Inks, Room } from './ornament.ts'

/** Square spirals in the corners, as on the borders of Korean documents (뇌문). */
export function meander(room: Room, { main, second }: Inks): Shape[] {
  const { unit } = room
  const step = unit * 1.9
  const turns: readonly Point[] = [
    [0, 9],
    [0, 0],
    [9, 0],
    [9, 5.4],
    [3.6, 5.4],
    [3.6, 3.6],
    [7.2, 3.6],
    [7.2, 1.8],
    [1.8, 1.8],
    [1.8, 9],
  ]
  const spirals = corners(room).map(({ x, y, right, down }) => {
    const flipped = right === down ? turns : turns.map(([a, b]): Point => [b, a])
    const points = flipped.map(([dx, dy]) => pair(x + right * dx * step, y + down * dy * step))
    return line(`M${points.join('L')}`, main, unit * 0.75)
  })
  const gap = step * 10
  const { width, height } = room
  const sides = [0, step * 0.9, step * 1.8].map((by, i) => {
    const d =
      `M${pair(gap, by)}H${round(width - gap)}M${pair(gap, height - by)}H${round(width - gap)}` +
      `M${pair(by, gap)}V${round(height - gap)}M${pair(width - by, gap)}V${round(height - gap)}`
    return line(d, i === 1 ? second : main, unit * (i === 1 ? 0.9 : 0.3))
  })
  return [...spirals, ...sides]
}

/** A band of crossed bars, as in the doors of old houses (꽃창살). */
export function lattice(room: Room, { main, second }: Inks): Shape[] {
  const { unit, width, height } = room
  const band = unit * 5
  const columns = Math.round((width - band) / band)
  const rows = Math.round((height - band) / band)
  const cell = { width: (width - band) / columns, height: (height - band) / rows }
  const centres: Point[] = [
    ...Array.from({ length: columns + 1 }, (_, i) => band / 2 + i * cell.width).flatMap((x): Point[] => [
      [x, band / 2],
      [x, height - band / 2],
    ]),
    ...Array.from({ length: rows - 1 }, (_, i) => band / 2 + (i + 1) * cell.height).flatMap((y): Point[] => [
      [band / 2, y],
      [width - band / 2, y],
    ]),
  ]
  const half = band * 0.5
  const crosses = centres.map(
    ([x, y]) => `M${pair(x - half, y)}L${pair(x, y - half)}L${pair(x + half, y)}L${pair(x, y + half)}Z`,
  )
  return [
    line(crosses.join(''), second, unit * 0.3),
    { kind: 'path', d: centres.map(([x, y]) => diamondAt(x, y, unit * 0.7)).join(''), fill: main },
    line(inset(room, -unit * 0.6), main, unit * 0.7),
    line(inset(room, band + unit * 0.6), main, unit * 0.3),
  ]
}

/** Waves woven over each other between two lines, as on banknotes. */
export function guilloche(room: Room, { main, second }: Inks): Shape[] {
  const { unit, width, height } = room
  const band = unit * 6
  const strands = [0, 1, 2, 3].map((i) => {
    const phase = (i * Math.PI) / 2
    const d =
      wave([band, band / 2], [width - band, band / 2], phase, unit) +
      wave([band, height - band / 2], [width - band, height - band / 2], phase, unit) +
      wave([band / 2, band], [band / 2, height - band], phase, unit) +
      wave([width - band / 2, band], [width - band / 2, height - band], phase, unit)
    return line(d, i % 2 === 0 ? main : second, unit * 0.22)
  })
  const medallions = corners(room).flatMap(({ x, y, right, down }): Shape[] => {
    const at = { x: x + (right * band) / 2, y: y + (down * band) / 2 }
    return [
      { kind: 'circle', ...at, r: band * 0.5, stroke: main, strokeWidth: unit * 0.35 },
      { kind: 'circle', ...at, r: band * 0.33, stroke: second, strokeWidth: unit * 0.35 },
      { kind: 'path', d: diamondAt(at.x, at.y, band * 0.17), fill: main },
    ]
  })
  return [
    ...strands,
    line(inset(room, 0), main, unit * 0.5),
    line(inset(room, band), main, unit * 0.5),
    line(inset(room, band + unit * 1.2), second, unit * 0.25),
    ...medallions,
  ]
}

/** A sine wave between two points, in whole periods, by quarter-period curves. */
function wave([fromX, fromY]: Point, [toX, toY]: Point, phase: number, unit: number): string {
  const length = Math.hypot(toX - fromX, toY - fromY)
  const periods = Math.max(1, Math.round(length / (unit * 13)))
  const steps = periods * 12
  const [alongX, alongY] = [(toX - fromX) / length, (toY - fromY) / length]
  const points = Array.from({ length: steps + 1 }, (_, i) => {
    const at = (length * i) / steps
    const swing = Math.sin((i / 12) * 2 * Math.PI + phase) * unit * 2.5
    return pair(fromX + alongX * at - alongY * swing, fromY + alongY * at + alongX * swing)
  })
  return `M${points.join('L')}`
}

const pair = (x: number, y: number): string => `${round(x)} ${round(y)}`
