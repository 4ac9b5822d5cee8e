/** Draws the grade plaque: the grade large beside the icon, for results that differ. */
import { letteringIn } from '../lettering.ts'
import { roundedBox } from '../path.ts'
import { institutionLine } from './foot.ts'
import { centred, MIDDLE, type Template, titleBox } from './template.ts'

const GRADE_BOX = {
  x: 420,
  y: 164,
  width: 210,
  height: 240,
  sizeMax: 196,
  sizeMin: 40,
  linesMax: 1,
  weight: 800,
} as const

export const gradePlaque: Template = {
  id: 'grade-plaque',
  name: { ko: '등급 명판', en: 'Grade plaque' },
  describes: { ko: '등급이 있는 성과', en: 'A graded result' },
  fields: ['title', 'icon', 'primary', 'accent', 'institutionName', 'grade'],
  title: titleBox(346, 440, 116, 72),
  titleInk: (palette) => palette.onPrimary,
  icon: { x: 164, y: 164, size: 136 },
  compactIcon: centred(MIDDLE, 320),
  iconInk: (palette) => palette.onPrimary,
  frame: ({ palette }) => [
    { kind: 'path', d: roundedBox(20, 20, 560, 560, 70), fill: palette.dark },
    { kind: 'path', d: roundedBox(44, 44, 512, 512, 52), fill: palette.primary },
  ],
  marks: (badge) => [
    ...letteringIn(badge.design.grade ?? 'S', GRADE_BOX, badge.palette.mark),
    { kind: 'path', d: 'M92 434H508', stroke: badge.palette.mark, strokeWidth: 4 },
    institutionLine(badge, { y: 492, width: 420, ink: badge.palette.onPrimary, mark: badge.palette.mark, size: 34 }),
  ],
}
