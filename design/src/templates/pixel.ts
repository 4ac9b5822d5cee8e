/** Draws the pixel tile: corners in steps, for code and games. */
import { closed, type Point } from '../path.ts'
import { pipsOrInstitution } from './foot.ts'
import { centred, MIDDLE, type Template, titleBox } from './template.ts'

/** One pixel. */
const STEP = 46

/** A square set in by `by`, each corner climbing three pixels. */
function tile(by: number): string {
  const [near, far] = [by, 600 - by]
  const climb: Point[] = [
    [0, 3],
    [0, 2],
    [1, 2],
    [1, 1],
    [2, 1],
    [2, 0],
    [3, 0],
  ].map(([x, y]) => [x! * STEP, y! * STEP])
  const corner = (x: number, y: number, right: number, down: number) =>
    climb.map(([dx, dy]): Point => [x + right * dx, y + down * dy])
  return closed([
    ...corner(near, near, 1, 1),
    ...corner(far, near, -1, 1).reverse(),
    ...corner(far, far, -1, -1),
    ...corner(near, far, 1, -1).reverse(),
  ])
}

export const pixel: Template = {
  id: 'pixel',
  name: { ko: '픽셀', en: 'Pixel' },
  describes: { ko: '코딩과 게임, 디지털', en: 'Code, games, digital' },
  fields: ['title', 'icon', 'primary', 'accent', 'institutionName', 'level'],
  title: titleBox(358, 430, 128, 64),
  titleInk: (palette) => palette.onPrimary,
  icon: centred(198, 168),
  compactIcon: centred(MIDDLE, 296),
  iconInk: (palette) => palette.onPrimary,
  frame: ({ palette }) => [
    { kind: 'path', d: tile(6), fill: palette.accent },
    { kind: 'path', d: tile(32), fill: palette.primary },
  ],
  marks: (badge) =>
    pipsOrInstitution(badge, { y: 462, width: 300, ink: badge.palette.onPrimary, mark: badge.palette.mark, size: 28 }),
}
