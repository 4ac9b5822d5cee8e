/** Draws the hex crest: a skill, with its level in dots. */
import { closed, polygon } from '../path.ts'
import { pipsOrInstitution } from './foot.ts'
import { centred, MIDDLE, type Template, titleBox } from './template.ts'

const hexagon = (radius: number): string => closed(polygon(6, MIDDLE, MIDDLE, radius))

export const hexCrest: Template = {
  id: 'hex-crest',
  name: { ko: '육각 문장', en: 'Hex crest' },
  describes: { ko: '기술과 역량', en: 'A skill' },
  fields: ['title', 'icon', 'primary', 'accent', 'institutionName', 'level'],
  title: titleBox(350, 400, 132, 66),
  titleInk: (palette) => palette.onPrimary,
  icon: centred(190, 170),
  compactIcon: centred(MIDDLE, 290),
  iconInk: (palette) => palette.onPrimary,
  frame: ({ palette }) => [
    { kind: 'path', d: hexagon(294), fill: palette.dark },
    { kind: 'path', d: hexagon(273), fill: palette.mark },
    { kind: 'path', d: hexagon(260), fill: palette.primary },
  ],
  marks: (badge) =>
    pipsOrInstitution(badge, { y: 456, width: 264, ink: badge.palette.onPrimary, mark: badge.palette.mark }),
}
