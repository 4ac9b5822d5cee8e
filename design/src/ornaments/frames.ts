/** Draws frames of plain lines. */
import type { Colour } from '../colour.ts'
import { closed, type Point, roundedBox } from '../path.ts'
import type { Shape } from '../scene.ts'
import type { Inks, Room } from './ornament.ts'

/** A rectangle set in from the edge of the room. */
export const inset = ({ width, height }: Room, by: number): string =>
  closed([
    [by, by],
    [width - by, by],
    [width - by, height - by],
    [by, height - by],
  ])

export const line = (d: string, stroke: Colour, strokeWidth: number): Shape => ({
  kind: 'path',
  d,
  stroke,
  strokeWidth,
})

/** A strong line with a fine one inside it. */
export const doubleLine = (room: Room, { main, second }: Inks): Shape[] => [
  line(inset(room, 0), main, room.unit * 0.75),
  line(inset(room, room.unit * 2.5), second, room.unit * 0.35),
]

export const hairlines = (room: Room, { main, second }: Inks): Shape[] => [
  line(inset(room, 0), main, room.unit * 0.3),
  line(inset(room, room.unit * 1.3), second, room.unit * 0.9),
  line(inset(room, room.unit * 2.6), main, room.unit * 0.3),
]

/** Nothing but corners, with a small square in each. */
export function brackets(room: Room, { main, second }: Inks): Shape[] {
  const { unit } = room
  const arm = Math.min(unit * 22, room.width / 4, room.height / 4)
  return corners(room).flatMap(({ x, y, right, down }) => [
    line(`M${x} ${y + down * arm}V${y}H${x + right * arm}`, main, unit * 0.9),
    line(
      `M${x + right * unit * 2.6} ${y + down * arm * 0.7}V${y + down * unit * 2.6}H${x + right * arm * 0.7}`,
      second,
      unit * 0.35,
    ),
    { kind: 'path', d: square(x + right * unit * 5.6, y + down * unit * 5.6, unit * 1.1), fill: second },
  ])
}

/** Corners in two steps, between two lines. */
export const deco = (room: Room, { main, second }: Inks): Shape[] => [
  line(stepped(room, 0, room.unit * 5), main, room.unit * 0.6),
  line(stepped(room, room.unit * 1.8, room.unit * 5), second, room.unit * 0.3),
  line(stepped(room, room.unit * 3, room.unit * 5), second, room.unit * 0.3),
  ...corners(room).map(
    ({ x, y, right, down }): Shape => ({
      kind: 'path',
      d: square(x + right * room.unit * 2.2, y + down * room.unit * 2.2, room.unit * 1.5),
      fill: main,
    }),
  ),
]

/** Corners cut off, a diamond beside each cut. */
export function notched(room: Room, { main, second }: Inks): Shape[] {
  const { unit } = room
  return [
    line(cut(room, 0, unit * 12), main, unit * 0.8),
    line(cut(room, unit * 2.2, unit * 11.1), second, unit * 0.35),
    ...corners(room).map(
      ({ x, y, right, down }): Shape => ({
        kind: 'path',
        d: diamondAt(x + right * unit * 4.2, y + down * unit * 4.2, unit * 1.7),
        fill: second,
      }),
    ),
  ]
}

/** Corners curved inward, a dot in each hollow. */
export function scallop(room: Room, { main, second }: Inks): Shape[] {
  const { unit } = room
  return [
    line(hollow(room, 0, unit * 11), main, unit * 0.8),
    line(hollow(room, unit * 2, unit * 11), second, unit * 0.35),
    ...corners(room).flatMap(({ x, y, right, down }): Shape[] => {
      const at = { x: x + right * unit * 4.4, y: y + down * unit * 4.4 }
      return [
        { kind: 'circle', ...at, r: unit * 2.3, stroke: second, strokeWidth: unit * 0.35 },
        { kind: 'circle', ...at, r: unit * 0.9, fill: main },
      ]
    }),
  ]
}

/** A string of beads between two lines. */
export function dotted(room: Room, { main, second }: Inks): Shape[] {
  const { unit } = room
  const { width, height } = room
  const by = unit * 1.9
  const along = (length: number): number[] => {
    const count = Math.max(2, Math.round((length - by * 2) / (unit * 3)))
    return Array.from({ length: count + 1 }, (_, i) => by + ((length - by * 2) * i) / count)
  }
  const beads: Point[] = [
    ...along(width).flatMap((x): Point[] => [
      [x, by],
      [x, height - by],
    ]),
    ...along(height)
      .slice(1, -1)
      .flatMap((y): Point[] => [
        [by, y],
        [width - by, y],
      ]),
  ]
  return [
    line(inset(room, 0), main, unit * 0.6),
    line(inset(room, unit * 3.8), main, unit * 0.3),
    {
      kind: 'path',
      d: beads.map(([x, y]) => roundedBox(x - unit * 0.5, y - unit * 0.5, unit, unit, unit * 0.5)).join(''),
      fill: second,
    },
  ]
}

export type Corner = { readonly x: number; readonly y: number; readonly right: 1 | -1; readonly down: 1 | -1 }

/** The four corners, each with the directions that lead inward. */
export const corners = ({ width, height }: Pick<Room, 'width' | 'height'>): Corner[] => [
  { x: 0, y: 0, right: 1, down: 1 },
  { x: width, y: 0, right: -1, down: 1 },
  { x: width, y: height, right: -1, down: -1 },
  { x: 0, y: height, right: 1, down: -1 },
]

const square = (x: number, y: number, half: number): string =>
  closed([
    [x - half, y - half],
    [x + half, y - half],
    [x + half, y + half],
    [x - half, y + half],
  ])

export const diamondAt = (x: number, y: number, half: number): string =>
  closed([
    [x, y - half],
    [x + half, y],
    [x, y + half],
    [x - half, y],
  ])

/** The outline clockwise, each corner replaced by points counted from it inward. */
function outline(room: Room, by: number, corner: readonly Point[]): string {
  const points = corners(room).flatMap(({ x, y, right, down }, i) => {
    const placed = corner.map(([dx, dy]): Point => [x + right * (by + dx), y + down * (by + dy)])
    return i % 2 === 0 ? placed : placed.reverse()
  })
  return closed(points)
}

const stepped = (room: Room, by: number, step: number): string =>
  outline(room, by, [
    [0, step * 2],
    [step, step * 2],
    [step, step],
    [step * 2, step],
    [step * 2, 0],
  ])

const cut = (room: Room, by: number, size: number): string =>
  outline(room, by, [
    [0, size],
    [size, 0],
  ])

function hollow({ width, height }: Room, by: number, radius: number): string {
  const [right, bottom] = [width - by, height - by]
  const arc = (x: number, y: number) => `A${radius} ${radius} 0 0 0 ${x} ${y}`
  return (
    `M${by + radius} ${by}H${right - radius}${arc(right, by + radius)}V${bottom - radius}${arc(right - radius, bottom)}` +
    `H${by + radius}${arc(by, bottom - radius)}V${by + radius}${arc(by + radius, by)}Z`
  )
}
