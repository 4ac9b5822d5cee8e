/** Draws the ring binder: a page held by rings, for practice and field work. */
import { roundedBox } from '../path.ts'
import type { Shape } from '../scene.ts'
import { pipsOrInstitution } from './foot.ts'
import { type Template, titleBox } from './template.ts'

const RINGS = [118, 209, 300, 391, 482]
const X = 336

export const ringBinder: Template = {
  id: 'ring-binder',
  name: { ko: '링 바인더', en: 'Ring binder' },
  describes: { ko: '실습과 현장 경험', en: 'Practice and field work' },
  fields: ['title', 'icon', 'primary', 'accent', 'institutionName', 'level'],
  title: { ...titleBox(356, 380, 128, 60), x: X },
  titleInk: (palette) => palette.onPaper,
  icon: { x: X, y: 198, size: 150 },
  compactIcon: { x: X, y: 300, size: 280 },
  iconInk: (palette) => palette.onPaper,
  frame: ({ palette }): Shape[] => [
    { kind: 'path', d: roundedBox(56, 8, 538, 584, 44), fill: palette.primary },
    { kind: 'path', d: roundedBox(120, 46, 438, 508, 22), fill: palette.paper },
    { kind: 'path', d: 'M120 68A22 22 0 0 1 142 46H536A22 22 0 0 1 558 68V92H120Z', fill: palette.accent },
    ...RINGS.map((y): Shape => ({ kind: 'path', d: roundedBox(8, y - 13, 108, 26, 13), fill: palette.dark })),
    ...RINGS.map((y): Shape => ({ kind: 'circle', x: 96, y, r: 7, fill: palette.paper })),
  ],
  marks: (badge) =>
    pipsOrInstitution(badge, {
      x: X,
      y: 474,
      width: 340,
      ink: badge.palette.onPaper,
      mark: badge.palette.onPaper,
      size: 28,
    }),
}
