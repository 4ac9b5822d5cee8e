/** Turns path data into absolute lines and cubic curves: the two that keep their kind under every transform (SVG 2, 9.3). */
import { SVG_SEGMENTS_MAX } from '../limits.ts'
import type { Point } from '../path.ts'

/** One point is a line's end; three are the handles and the end of a curve. */
export type Segment = readonly [Point] | readonly [Point, Point, Point]
export type Subpath = { readonly start: Point; readonly segments: readonly Segment[]; readonly isClosed: boolean }

export const endOf = (segment: Segment): Point => segment.at(-1)!

type Pen = {
  at: Point
  start: Point
  segments: Segment[]
  /** The last handle, which S and T mirror. */
  handle: Point | null
  kind: string
}

const COUNTS: Readonly<Record<string, number>> = { M: 2, L: 2, H: 1, V: 1, C: 6, S: 4, Q: 4, T: 2, A: 7, Z: 0 }
const NUMBER = /[\s,]*([-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?)/iy
/** The flags of an arc may stand without anything between them. */
const FLAG = /[\s,]*([01])/y
const COMMAND = /[\s,]*([MLHVCSQTAZ])/iy

/** Reads up to the first fault and keeps what came before, as the standard asks (SVG 2, 9.5.4); null when it is too long. */
export function readPath(d: string): Subpath[] | null {
  const done: Subpath[] = []
  const pen: Pen = { at: [0, 0], start: [0, 0], segments: [], handle: null, kind: '' }
  let [at, letter, count, isStarted] = [0, '', 0, false]
  const lift = (isClosed: boolean) => {
    if (pen.segments.length > 0) done.push({ start: pen.start, segments: pen.segments, isClosed })
    pen.segments = []
  }
  for (;;) {
    COMMAND.lastIndex = at
    const command = COMMAND.exec(d)
    if (command) [letter, at] = [command[1]!, COMMAND.lastIndex]
    else if (letter === '' || /z/i.test(letter)) break
    else if (/m/i.test(letter)) letter = letter === 'm' ? 'l' : 'L'
    const numbers = readNumbers(d, at, letter)
    if (!numbers || (!isStarted && !/m/i.test(letter))) break
    at = numbers.end
    if (++count > SVG_SEGMENTS_MAX) return null
    if (/[mz]/i.test(letter)) {
      lift(/z/i.test(letter))
      if (/m/i.test(letter)) pen.start = absolute(pen, letter, numbers.values)
      pen.at = pen.start
      pen.handle = null
    } else draw(pen, letter, numbers.values)
    pen.kind = letter.toUpperCase()
    isStarted = true
  }
  lift(false)
  return done
}

function readNumbers(d: string, from: number, letter: string): { values: number[]; end: number } | null {
  const values: number[] = []
  let at = from
  const wanted = COUNTS[letter.toUpperCase()]!
  for (let i = 0; i < wanted; i++) {
    const pattern = letter.toUpperCase() === 'A' && (i === 3 || i === 4) ? FLAG : NUMBER
    pattern.lastIndex = at
    const found = pattern.exec(d)
    const value = Number(found?.[1])
    if (!found || !Number.isFinite(value) || Math.abs(value) > 1e9) return null
    values.push(value)
    at = pattern.lastIndex
  }
  return { values, end: at }
}

const absolute = ({ at }: Pen, letter: string, [x, y]: readonly number[]): Point =>
  letter === letter.toLowerCase() ? [at[0] + x!, at[1] + y!] : [x!, y!]

function draw(pen: Pen, letter: string, values: readonly number[]): void {
  const [segments, handle] = strokeOf(pen, letter, values)
  pen.segments.push(...segments)
  pen.at = segments.length > 0 ? endOf(segments.at(-1)!) : pen.at
  pen.handle = handle
}

/** What one command draws, and the handle that the next may mirror. */
function strokeOf(pen: Pen, letter: string, values: readonly number[]): [Segment[], Point | null] {
  const kind = letter.toUpperCase()
  const shift = letter === kind ? [0, 0] : pen.at
  const point = (i: number): Point => [values[i]! + shift[0]!, values[i + 1]! + shift[1]!]
  const mirrored = (kinds: string): Point =>
    pen.handle && kinds.includes(pen.kind) ? [2 * pen.at[0] - pen.handle[0], 2 * pen.at[1] - pen.handle[1]] : pen.at
  const line = (to: Point): [Segment[], null] => [[[to]], null]
  const cubic = (one: Point, two: Point, to: Point): [Segment[], Point] => [[[one, two, to]], two]
  const quadratic = (handle: Point, to: Point): [Segment[], Point] => [
    [[between(pen.at, handle), between(to, handle), to]],
    handle,
  ]
  switch (kind) {
    case 'L':
      return line(point(0))
    case 'H':
      return line([values[0]! + shift[0]!, pen.at[1]])
    case 'V':
      return line([pen.at[0], values[0]! + shift[1]!])
    case 'C':
      return cubic(point(0), point(2), point(4))
    case 'S':
      return cubic(mirrored('CS'), point(0), point(2))
    case 'Q':
      return quadratic(point(0), point(2))
    case 'T':
      return quadratic(mirrored('QT'), point(0))
    default:
      return [arcSegments(pen.at, values, point(5)), null]
  }
}

/** Two thirds of the way to a quadratic's handle: the cubic that draws the same. */
const between = (from: Point, handle: Point): Point => [
  from[0] + (2 / 3) * (handle[0] - from[0]),
  from[1] + (2 / 3) * (handle[1] - from[1]),
]

/** An elliptical arc as curves of at most a quarter turn (SVG 2, B.2). */
export function arcSegments(
  from: Point,
  [rxRaw, ryRaw, degrees, large, sweep]: readonly number[],
  to: Point,
): Segment[] {
  let [rx, ry] = [Math.abs(rxRaw!), Math.abs(ryRaw!)]
  if (rx === 0 || ry === 0) return [[to]]
  const [cos, sin] = [Math.cos((degrees! * Math.PI) / 180), Math.sin((degrees! * Math.PI) / 180)]
  const [dx, dy] = [(from[0] - to[0]) / 2, (from[1] - to[1]) / 2]
  const [x, y] = [cos * dx + sin * dy, -sin * dx + cos * dy]
  const stretch = Math.sqrt((x / rx) ** 2 + (y / ry) ** 2)
  if (stretch === 0) return []
  if (stretch > 1) [rx, ry] = [rx * stretch, ry * stretch]
  const sum = (rx * y) ** 2 + (ry * x) ** 2
  const size = Math.sqrt(Math.max(0, ((rx * ry) ** 2 - sum) / sum)) * (large === sweep ? -1 : 1)
  const [cx, cy] = [(size * rx * y) / ry, (-size * ry * x) / rx]
  const middle: Point = [cos * cx - sin * cy + (from[0] + to[0]) / 2, sin * cx + cos * cy + (from[1] + to[1]) / 2]
  const first = Math.atan2((y - cy) / ry, (x - cx) / rx)
  let turn = Math.atan2((-y - cy) / ry, (-x - cx) / rx) - first
  if (sweep && turn < 0) turn += 2 * Math.PI
  if (!sweep && turn > 0) turn -= 2 * Math.PI
  const pieces = Math.max(1, Math.ceil(Math.abs(turn) / (Math.PI / 2) - 1e-9))
  const step = turn / pieces
  const reach = (4 / 3) * Math.tan(step / 4)
  const place = (u: number, v: number): Point => [
    cos * rx * u - sin * ry * v + middle[0],
    sin * rx * u + cos * ry * v + middle[1],
  ]
  return Array.from({ length: pieces }, (_, i): Segment => {
    const [a, b] = [first + i * step, first + (i + 1) * step]
    const one = place(Math.cos(a) - reach * Math.sin(a), Math.sin(a) + reach * Math.cos(a))
    const two = place(Math.cos(b) + reach * Math.sin(b), Math.sin(b) - reach * Math.cos(b))
    return [one, two, i === pieces - 1 ? to : place(Math.cos(b), Math.sin(b))]
  })
}
