/** Draws grounds so faint that words go over them. */

import { closed, onCircle, type Point, round } from '../path.ts'
import type { Shape } from '../scene.ts'
import { line } from './frames.ts'
import type { Inks, Room } from './ornament.ts'

/** The flower a rose engine turns: rings of waves, each a little turned from the last. */
export function roseEngine({ width, height, unit }: Room, { main, second }: Inks): Shape[] {
  const radius = Math.min(width, height) / 2
  const [x, y] = [width / 2, height / 2]
  return Array.from({ length: 14 }, (_, ring) => {
    const base = radius * (0.3 + ring * 0.047)
    const points = Array.from({ length: 144 }, (_, i): Point => {
      const degrees = i * 2.5
      const swing = Math.sin(((degrees * 12 + ring * 26) * Math.PI) / 180) * radius * 0.075
      return onCircle(x, y, base + swing, degrees)
    })
    return line(closed(points), ring % 2 === 0 ? main : second, unit * 0.16)
  })
}

/** Rays from the middle to the edges. */
export function sunburst({ width, height }: Room, { main, second }: Inks): Shape[] {
  const reach = Math.hypot(width, height)
  const [x, y] = [width / 2, height / 2]
  const ray = (i: number): string => {
    const [a, b] = [onCircle(x, y, reach, i * 15 - 3.75), onCircle(x, y, reach, i * 15 + 3.75)]
    return closed([[x, y], clip(a, width, height, x, y), clip(b, width, height, x, y)])
  }
  const rays = Array.from({ length: 24 }, (_, i) => ray(i))
  return [
    { kind: 'path', d: rays.filter((_, i) => i % 2 === 0).join(''), fill: main },
    { kind: 'path', d: rays.filter((_, i) => i % 2 === 1).join(''), fill: second },
  ]
}

/** Where the way from the middle to a point leaves the room. */
function clip([px, py]: Point, width: number, height: number, x: number, y: number): Point {
  const [dx, dy] = [px - x, py - y]
  const share = Math.min(
    dx === 0 ? 1 : (dx > 0 ? width - x : -x) / dx,
    dy === 0 ? 1 : (dy > 0 ? height - y : -y) / dy,
    1,
  )
  return [x + dx * share, y + dy * share]
}

/** Layers of sea along the foot of the room. */
export function waves({ width, height }: Room, { main, second }: Inks): Shape[] {
  return [0, 1, 2].map((layer): Shape => {
    const top = height * (0.12 + layer * 0.27)
    const length = width / (3 + layer)
    const swing = height * 0.16
    const crests = Array.from({ length: 3 + layer }, (_, i) => {
      const from = i * length
      return `C${round(from + length * 0.35)} ${round(top - swing)} ${round(from + length * 0.65)} ${round(top + swing)} ${round(from + length)} ${round(top)}`
    })
    const d = `M0 ${round(top)}${crests.join('')}V${round(height)}H0Z`
    return { kind: 'path', d, fill: layer === 1 ? second : main, opacity: 0.35 + layer * 0.25 }
  })
}
