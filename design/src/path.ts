/** Writes and moves SVG path data. */
export type Point = readonly [number, number]

/** Two decimals of a 600-unit canvas are finer than any printer. */
export const round = (value: number): number => {
  const rounded = Math.round(value * 100) / 100
  return rounded === 0 ? 0 : rounded // never "-0"
}

/** The point at an angle, clockwise from twelve o'clock. */
export function onCircle(x: number, y: number, radius: number, degrees: number): Point {
  const angle = ((degrees - 90) * Math.PI) / 180
  return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)]
}

/** A regular polygon, its first corner at the given angle. */
export const polygon = (corners: number, x: number, y: number, radius: number, firstDegrees = 0): Point[] =>
  Array.from({ length: corners }, (_, i) => onCircle(x, y, radius, firstDegrees + (i * 360) / corners))

export const closed = (points: readonly Point[]): string =>
  `${points.map(([x, y], i) => `${i === 0 ? 'M' : 'L'}${round(x)} ${round(y)}`).join('')}Z`

/** A closed outline whose corners are rounded by about `radius`. */
export function rounded(points: readonly Point[], radius: number): string {
  const steps = points.map((corner, i) => {
    const before = points[(i + points.length - 1) % points.length]!
    const after = points[(i + 1) % points.length]!
    const enter = towards(corner, before, radius)
    const leave = towards(corner, after, radius)
    return `${i === 0 ? 'M' : 'L'}${pair(enter)}Q${pair(corner)} ${pair(leave)}`
  })
  return `${steps.join('')}Z`
}

export function roundedBox(x: number, y: number, width: number, height: number, radius: number): string {
  const r = round(radius)
  const [right, bottom] = [x + width, y + height]
  const corner = (toX: number, toY: number) => `A${r} ${r} 0 0 1 ${round(toX)} ${round(toY)}`
  return (
    `M${round(x + r)} ${round(y)}H${round(right - r)}${corner(right, y + r)}V${round(bottom - r)}${corner(right - r, bottom)}` +
    `H${round(x + r)}${corner(x, bottom - r)}V${round(y + r)}${corner(x + r, y)}Z`
  )
}

/** An open arc, clockwise, angles from twelve o'clock. */
export function arc(x: number, y: number, radius: number, fromDegrees: number, toDegrees: number): string {
  const large = toDegrees - fromDegrees > 180 ? 1 : 0
  const r = round(radius)
  return `M${pair(onCircle(x, y, radius, fromDegrees))}A${r} ${r} 0 ${large} 1 ${pair(onCircle(x, y, radius, toDegrees))}`
}

/** Scales a path about the origin, then moves it. Relative commands are scaled only; every number must stand apart. */
export function movePath(d: string, { x, y, scale }: { x: number; y: number; scale: number }): string {
  const tokens = d.match(TOKENS) ?? []
  let command = ''
  let index = 0
  return tokens
    .map((token) => {
      if (/[a-z]/i.test(token)) {
        command = token
        index = 0
        return token
      }
      const axis = axisOf(command, index++)
      const value = Number(token)
      if (axis === 'as-is') return `${value} `
      const shift = command === command.toLowerCase() || axis === 'length' ? 0 : axis === 'x' ? x : y
      return `${round(value * scale + shift)} `
    })
    .join('')
    .replace(/ (?=[a-z]|$)/gi, '')
}

/** The box around a path's points, handles and the middles of its arcs. Null where it moves relatively, which is not followed. */
export function boundsOf(d: string): { x: number; y: number; width: number; height: number } | null {
  const points: { x: number[]; y: number[] } = { x: [], y: [] }
  let command = ''
  let numbers: number[] = []
  for (const token of d.match(TOKENS) ?? []) {
    if (/[a-y]/.test(token)) return null
    if (/[a-z]/i.test(token)) {
      ;[command, numbers] = [token, []]
      continue
    }
    numbers.push(Number(token))
    const axis = axisOf(command, numbers.length - 1)
    if (command === 'A' && numbers.length % 7 === 0) {
      const [x, y] = arcMiddle(points.x.at(-2)!, points.y.at(-1)!, numbers.slice(-7))
      points.x.splice(-1, 0, x) // before the end, from which the next arc starts
      points.y.push(y)
    }
    if (axis === 'x' || axis === 'y') points[axis].push(Number(token))
  }
  if (points.x.length === 0 || points.y.length === 0) return null
  const [x, y] = [Math.min(...points.x), Math.min(...points.y)]
  return { x, y, width: Math.max(...points.x) - x, height: Math.max(...points.y) - y }
}

/** How far a circle's arc swings out between its ends (SVG 2, 9.3.8); its end's x has been taken, its y is the last number. */
function arcMiddle(fromX: number, fromY: number, [radius, , , large, sweep, toX, toY]: readonly number[]): Point {
  const [dx, dy] = [toX! - fromX, toY! - fromY]
  const chord = Math.hypot(dx, dy) || 1
  const height = Math.sqrt(Math.max(0, radius! ** 2 - (chord / 2) ** 2))
  const out = ((large ? radius! + height : radius! - height) * (sweep ? 1 : -1)) / chord
  return [(fromX + toX!) / 2 + dy * out, (fromY + toY!) / 2 - dx * out]
}

const TOKENS = /[a-z]|-?(?:\d+\.?\d*|\.\d+)/gi

type Axis = 'x' | 'y' | 'length' | 'as-is'

const ARC_AXES: readonly Axis[] = ['length', 'length', 'as-is', 'as-is', 'as-is', 'x', 'y']

/** What the nth number after a command means (SVG 2, 9.3). */
function axisOf(command: string, index: number): Axis {
  switch (command.toUpperCase()) {
    case 'H':
      return 'x'
    case 'V':
      return 'y'
    case 'A':
      return ARC_AXES[index % 7]!
    default:
      return index % 2 === 0 ? 'x' : 'y'
  }
}

const pair = ([x, y]: Point): string => `${round(x)} ${round(y)}`

function towards(from: Point, to: Point, distance: number): Point {
  const length = Math.hypot(to[0] - from[0], to[1] - from[1])
  const share = Math.min(0.5, distance / length)
  return [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share]
}
