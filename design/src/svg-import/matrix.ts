/** Reads and applies the transforms of SVG (SVG 2, 8.5; CSS Transforms 1, 8). */
import type { Point } from '../path.ts'

/** x' = a·x + c·y + e; y' = b·x + d·y + f. */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number]

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0]

export const apply = ([a, b, c, d, e, f]: Matrix, [x, y]: Point): Point => [a * x + c * y + e, b * x + d * y + f]

/** First `inner`, then `outer`. */
export const times = (outer: Matrix, inner: Matrix): Matrix => {
  const [a, b, c, d, e, f] = outer
  const [g, h, i, j, k, l] = inner
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f]
}

/** How much lengths grow: the same in every direction for the transforms that drawings use. */
export const scaleOf = ([a, b, c, d]: Matrix): number => Math.sqrt(Math.abs(a * d - b * c))

/** Letters stand upright and unmirrored. */
export const isUpright = ([a, b, c, d]: Matrix): boolean =>
  Math.abs(b) + Math.abs(c) < 1e-6 * (Math.abs(a) + Math.abs(d)) && a > 0 && d > 0

const TRANSFORM = /(matrix|translate|scale|rotate|skewX|skewY)\s*\(([^()]*)\)/g
const TRANSFORMS_MAX = 32

/** Null when it is no list of transforms. */
export function readTransform(text: string): Matrix | null {
  let matrix = IDENTITY
  const rest = text.replace(TRANSFORM, '').replace(/[\s,]+/g, '')
  if (rest !== '') return null
  for (const [, name, list] of [...text.matchAll(TRANSFORM)].slice(0, TRANSFORMS_MAX)) {
    const numbers = (list!.match(/[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?/gi) ?? []).map(Number)
    const one = ofName(name!, numbers)
    if (!one?.every(Number.isFinite)) return null
    matrix = times(matrix, one)
  }
  return matrix.every(Number.isFinite) ? matrix : null
}

function ofName(name: string, [first = 0, second, third, ...rest]: readonly number[]): Matrix | null {
  switch (name) {
    case 'matrix':
      return rest.length === 3 && second !== undefined && third !== undefined
        ? [first, second, third, rest[0]!, rest[1]!, rest[2]!]
        : null
    case 'translate':
      return [1, 0, 0, 1, first, second ?? 0]
    case 'scale':
      return [first, 0, 0, second ?? first, 0, 0]
    case 'rotate':
      return turn(first, second ?? 0, third ?? 0)
    case 'skewX':
      return [1, 0, Math.tan((first * Math.PI) / 180), 1, 0, 0]
    default:
      return [1, Math.tan((first * Math.PI) / 180), 0, 1, 0, 0]
  }
}

function turn(degrees: number, x: number, y: number): Matrix {
  const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)]
  return [cos, sin, -sin, cos, x - cos * x + sin * y, y - sin * x - cos * y]
}
