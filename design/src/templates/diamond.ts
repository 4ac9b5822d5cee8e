/** Draws the diamond: expertise, its level in chevrons at the lower corner. */
import { type Point, rounded } from '../path.ts'
import { chevronsOrInstitution } from './foot.ts'
import { centred, MIDDLE, type Template, titleBox } from './template.ts'

export const diamond: Template = {
  id: 'diamond',
  name: { ko: '다이아몬드', en: 'Diamond' },
  describes: { ko: '전문가와 우수자', en: 'Expertise' },
  fields: ['title', 'icon', 'primary', 'accent', 'institutionName', 'level'],
  title: titleBox(300, 372, 128, 64),
  titleInk: (palette) => palette.onPrimary,
  icon: centred(166, 132),
  compactIcon: centred(MIDDLE, 264),
  iconInk: (palette) => palette.onPrimary,
  frame: ({ palette }) => [
    { kind: 'path', d: rounded(corners(306), 44), fill: palette.primary },
    { kind: 'path', d: rounded(corners(270), 34), stroke: palette.mark, strokeWidth: 6 },
  ],
  marks: (badge) =>
    chevronsOrInstitution(badge, {
      y: badge.design.level ? 436 : 398,
      width: 250,
      ink: badge.palette.onPrimary,
      mark: badge.palette.mark,
      size: 28,
    }),
}

const corners = (reach: number): Point[] => [
  [MIDDLE, MIDDLE - reach],
  [MIDDLE + reach, MIDDLE],
  [MIDDLE, MIDDLE + reach],
  [MIDDLE - reach, MIDDLE],
]
