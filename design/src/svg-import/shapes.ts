/** Gives the outline of each basic shape of SVG (SVG 2, chapter 10). */
import type { Point } from '../path.ts'
import { arcSegments, readPath, type Segment, type Subpath } from './curves.ts'

export type Measure = (name: string) => number

/** Empty for a shape without extent; null for a path that is too long. */
export function outlineOf(name: string, measure: Measure, text: (name: string) => string): Subpath[] | null {
  switch (name) {
    case 'path':
      return readPath(text('d'))
    case 'rect':
      return rectangle(measure)
    case 'circle':
      return ellipse(measure('cx'), measure('cy'), measure('r'), measure('r'))
    case 'ellipse':
      return ellipse(measure('cx'), measure('cy'), measure('rx'), measure('ry'))
    case 'line':
      return [
        {
          start: [measure('x1'), measure('y1')],
          segments: [[[measure('x2'), measure('y2')]]],
          isClosed: false,
        },
      ]
    default:
      return polyline(text('points'), name === 'polygon')
  }
}

export const SHAPES: ReadonlySet<string> = new Set(['path', 'rect', 'circle', 'ellipse', 'line', 'polyline', 'polygon'])

function rectangle(measure: Measure): Subpath[] {
  const [x, y, width, height] = ['x', 'y', 'width', 'height'].map(measure) as [number, number, number, number]
  if (width <= 0 || height <= 0) return []
  const [rx, ry] = [measure('rx') || measure('ry'), measure('ry') || measure('rx')]
  const [a, b] = [Math.min(Math.max(0, rx), width / 2), Math.min(Math.max(0, ry), height / 2)]
  const [right, bottom] = [x + width, y + height]
  const corner = (from: Point, to: Point): Segment[] => (a > 0 && b > 0 ? arcSegments(from, [a, b, 0, 0, 1], to) : [])
  const segments: Segment[] = [
    [[right - a, y]],
    ...corner([right - a, y], [right, y + b]),
    [[right, bottom - b]],
    ...corner([right, bottom - b], [right - a, bottom]),
    [[x + a, bottom]],
    ...corner([x + a, bottom], [x, bottom - b]),
    [[x, y + b]],
    ...corner([x, y + b], [x + a, y]),
  ]
  return [{ start: [x + a, y], segments, isClosed: true }]
}

function ellipse(x: number, y: number, rx: number, ry: number): Subpath[] {
  if (rx <= 0 || ry <= 0) return []
  const [left, right]: [Point, Point] = [
    [x - rx, y],
    [x + rx, y],
  ]
  const half = (from: Point, to: Point) => arcSegments(from, [rx, ry, 0, 0, 1], to)
  return [{ start: left, segments: [...half(left, right), ...half(right, left)], isClosed: true }]
}

function polyline(points: string, isClosed: boolean): Subpath[] {
  const numbers = (points.match(/[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?/gi) ?? []).map(Number).filter(Number.isFinite)
  const pairs = Array.from({ length: numbers.length >> 1 }, (_, i): Point => [numbers[i * 2]!, numbers[i * 2 + 1]!])
  const [start, ...rest] = pairs
  return start && rest.length > 0 ? [{ start, segments: rest.map((point): Segment => [point]), isClosed }] : []
}
