/** Draws the ribbon medal: an honour, with two tails. */
import { pipsOrInstitution } from './foot.ts'
import { centred, MIDDLE, type Template, titleBox } from './template.ts'

const LEFT_TAIL = 'M192 350L118 590L206 554L262 600L306 414Z'
const RIGHT_TAIL = 'M408 350L482 590L394 554L338 600L294 414Z'
const MEDAL_Y = 238

export const ribbonMedal: Template = {
  id: 'ribbon-medal',
  name: { ko: '리본 메달', en: 'Ribbon medal' },
  describes: { ko: '수상과 우수 성과', en: 'An honour' },
  fields: ['title', 'icon', 'primary', 'accent', 'institutionName', 'level'],
  title: titleBox(280, 340, 120, 58),
  titleInk: (palette) => palette.onPrimary,
  icon: centred(144, 124),
  compactIcon: centred(MEDAL_Y, 250),
  iconInk: (palette) => palette.onPrimary,
  frame: ({ palette }) => [
    { kind: 'path', d: LEFT_TAIL, fill: palette.dark },
    { kind: 'path', d: RIGHT_TAIL, fill: palette.dark },
    { kind: 'circle', x: MIDDLE, y: MEDAL_Y, r: 234, fill: palette.accent },
    { kind: 'circle', x: MIDDLE, y: MEDAL_Y, r: 207, fill: palette.primary },
  ],
  marks: (badge) =>
    pipsOrInstitution(badge, { y: 374, width: 270, ink: badge.palette.onPrimary, mark: badge.palette.mark, size: 28 }),
}
