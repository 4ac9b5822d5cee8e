/** Draws the interlock: two rings that hold each other, for joint and interdisciplinary study. */
import { mix, WHITE } from '../colour.ts'
import { pipsOrInstitution } from './foot.ts'
import { centred, MIDDLE, type Template, titleBox } from './template.ts'

const LENS = 'M300 79A230 230 0 0 1 300 521A230 230 0 0 1 300 79Z'

export const interlock: Template = {
  id: 'interlock',
  name: { ko: '맞물린 고리', en: 'Interlock' },
  describes: { ko: '융합과 공동 과정', en: 'Joint and interdisciplinary study' },
  fields: ['title', 'icon', 'primary', 'accent', 'institutionName', 'level'],
  title: titleBox(340, 336, 116, 58),
  titleInk: (palette) => palette.onPaper,
  icon: centred(206, 124),
  compactIcon: centred(MIDDLE, 236),
  iconInk: (palette) => palette.onPaper,
  frame: ({ palette }) => [
    { kind: 'circle', x: 236, y: MIDDLE, r: 230, fill: palette.primary },
    { kind: 'circle', x: 364, y: MIDDLE, r: 230, fill: palette.accent },
    { kind: 'path', d: LENS, fill: mix(palette.primary, WHITE, 0.5) },
    { kind: 'circle', x: MIDDLE, y: MIDDLE, r: 206, fill: palette.paper },
    { kind: 'circle', x: MIDDLE, y: MIDDLE, r: 192, stroke: palette.primary, strokeWidth: 6 },
  ],
  marks: (badge) =>
    pipsOrInstitution(badge, { y: 424, width: 220, ink: badge.palette.onPaper, mark: badge.palette.onPaper, size: 24 }),
}
