/** Draws the eaves: a tiled roof's sweep over a house, for tradition. */
import { pipsOrInstitution } from './foot.ts'
import { centred, type Template, titleBox } from './template.ts'

const ROOF =
  'M14 206C122 194 222 132 300 34C378 132 478 194 586 206L552 266C472 252 374 216 300 162C226 216 128 252 48 266Z'
const HOUSE = 'M82 272C170 256 242 226 300 184C358 226 430 256 518 272V562A32 32 0 0 1 486 594H114A32 32 0 0 1 82 562Z'

export const eaves: Template = {
  id: 'eaves',
  name: { ko: '기와지붕', en: 'Eaves' },
  describes: { ko: '전통문화와 예술', en: 'Tradition and arts' },
  fields: ['title', 'icon', 'primary', 'accent', 'institutionName', 'level'],
  title: titleBox(438, 378, 124, 64),
  titleInk: (palette) => palette.onPrimary,
  icon: centred(306, 122),
  compactIcon: centred(412, 262),
  iconInk: (palette) => palette.onPrimary,
  frame: ({ palette }) => [
    { kind: 'path', d: ROOF, fill: palette.dark },
    { kind: 'path', d: HOUSE, fill: palette.primary },
  ],
  marks: (badge) =>
    pipsOrInstitution(badge, { y: 540, width: 370, ink: badge.palette.onPrimary, mark: badge.palette.mark }),
}
