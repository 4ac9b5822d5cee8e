/** Draws the pennant: a flag flying from its pole, for teams and contests. */
import { roundedBox } from '../path.ts'
import { institutionLine } from './foot.ts'
import { type Template, titleBox } from './template.ts'

const FLAG = 'M70 60C170 20 260 20 350 56C430 88 510 88 588 58V516C510 546 430 546 350 514C260 478 170 478 70 518Z'
const STRIPE =
  'M70 424C170 384 260 384 350 420C430 452 510 452 588 422V516C510 546 430 546 350 514C260 478 170 478 70 518Z'
const X = 326

export const pennant: Template = {
  id: 'pennant',
  name: { ko: '깃발', en: 'Pennant' },
  describes: { ko: '동아리와 대회, 팀 활동', en: 'Clubs, contests, teams' },
  fields: ['title', 'icon', 'primary', 'accent', 'institutionName'],
  title: { ...titleBox(320, 424, 120, 60), x: X },
  titleInk: (palette) => palette.onPrimary,
  icon: { x: X, y: 178, size: 156 },
  compactIcon: { x: X, y: 240, size: 270 },
  iconInk: (palette) => palette.onPrimary,
  frame: ({ palette }) => [
    { kind: 'path', d: FLAG, fill: palette.primary },
    { kind: 'path', d: STRIPE, fill: palette.accent },
    { kind: 'path', d: roundedBox(30, 20, 32, 576, 16), fill: palette.dark },
    { kind: 'circle', x: 46, y: 30, r: 26, fill: palette.accent },
  ],
  marks: (badge) => [
    institutionLine(badge, {
      x: X,
      y: 466,
      width: 350,
      ink: badge.palette.onAccent,
      mark: badge.palette.mark,
      size: 32,
    }),
  ],
}
