/** Draws the bookshelf: books above and below a plate, after painted shelves (책가도). */
import { mix, WHITE } from '../colour.ts'
import { roundedBox } from '../path.ts'
import type { Shape } from '../scene.ts'
import { institutionLine } from './foot.ts'
import { centred, type Template, titleBox } from './template.ts'

/** Left edge, width and height of each book. */
const UPPER = [
  [52, 44, 104],
  [102, 30, 88],
  [138, 52, 114],
  [196, 34, 96],
  [372, 40, 110],
  [418, 54, 90],
  [478, 32, 106],
  [516, 34, 94],
] as const

const BOOKS_FLOOR = 150

export const bookshelf: Template = {
  id: 'bookshelf',
  name: { ko: '책가도', en: 'Bookshelf' },
  describes: { ko: '인문과 독서, 교양', en: 'Humanities and reading' },
  fields: ['title', 'icon', 'primary', 'accent', 'institutionName'],
  title: titleBox(386, 452, 120, 64),
  titleInk: (palette) => palette.onPaper,
  icon: centred(252, 128),
  compactIcon: centred(348, 262),
  iconInk: (palette) => palette.onPaper,
  frame: ({ palette }): Shape[] => [
    { kind: 'path', d: roundedBox(6, 6, 588, 588, 26), fill: palette.primary },
    { kind: 'path', d: roundedBox(32, 28, 536, 122, 8), fill: palette.dark },
    ...UPPER.map(([x, width, height], i): Shape => {
      const fills = [palette.accent, mix(palette.accent, WHITE, 0.55), mix(palette.primary, WHITE, 0.6)]
      return { kind: 'path', d: roundedBox(x, BOOKS_FLOOR - height, width, height, 3), fill: fills[i % 3]! }
    }),
    { kind: 'circle', x: 300, y: 112, r: 38, fill: mix(palette.accent, WHITE, 0.3) },
    { kind: 'path', d: 'M284 46H316V82H284Z', fill: mix(palette.accent, WHITE, 0.3) },
    { kind: 'path', d: roundedBox(32, 162, 536, 290, 8), fill: palette.paper },
  ],
  marks: (badge) => [
    institutionLine(badge, { y: 520, width: 480, ink: badge.palette.onPrimary, mark: badge.palette.mark, size: 40 }),
  ],
}
