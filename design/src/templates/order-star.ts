/** Draws the order star: rays of two lengths behind a disc, as an order is worn. */
import { closed, onCircle, type Point } from '../path.ts'
import { pipsOrInstitution } from './foot.ts'
import { centred, MIDDLE, type Template, titleBox } from './template.ts'

const RAYS = 8

/** A star of so many points, its first turned by the given angle. */
function star(outer: number, inner: number, turn: number): string {
  const points = Array.from(
    { length: RAYS * 2 },
    (_, i): Point => onCircle(MIDDLE, MIDDLE, i % 2 === 0 ? outer : inner, turn + (i * 180) / RAYS),
  )
  return closed(points)
}

export const orderStar: Template = {
  id: 'order-star',
  name: { ko: '훈장', en: 'Order star' },
  describes: { ko: '명예와 공로', en: 'Honour and merit' },
  fields: ['title', 'icon', 'primary', 'accent', 'institutionName', 'level'],
  title: titleBox(332, 334, 114, 56),
  titleInk: (palette) => palette.onPrimary,
  icon: centred(210, 118),
  compactIcon: centred(MIDDLE, 224),
  iconInk: (palette) => palette.onPrimary,
  frame: ({ palette, compact }) => [
    { kind: 'path', d: star(298, 208, 22.5), fill: palette.dark },
    { kind: 'path', d: star(298, 204, 0), fill: palette.accent },
    { kind: 'circle', x: MIDDLE, y: MIDDLE, r: 206, fill: palette.primary },
    ...(compact
      ? []
      : [{ kind: 'circle', x: MIDDLE, y: MIDDLE, r: 188, stroke: palette.mark, strokeWidth: 5 } as const]),
  ],
  marks: (badge) =>
    pipsOrInstitution(badge, { y: 420, width: 236, ink: badge.palette.onPrimary, mark: badge.palette.mark, size: 26 }),
}
