/** Draws the rosette: a serrated seal with a dotted line inside. */
import { serrated } from '../marks.ts'
import { pipsOrInstitution } from './foot.ts'
import { centred, MIDDLE, type Template, titleBox } from './template.ts'

export const rosette: Template = {
  id: 'rosette',
  name: { ko: '로제트', en: 'Rosette' },
  describes: { ko: '과정 수료', en: 'A finished course' },
  fields: ['title', 'icon', 'primary', 'accent', 'institutionName', 'level'],
  title: titleBox(342, 372, 124, 62),
  titleInk: (palette) => palette.onPrimary,
  icon: centred(192, 142),
  compactIcon: centred(MIDDLE, 270),
  iconInk: (palette) => palette.onPrimary,
  frame: ({ palette, compact }) => [
    { kind: 'path', d: serrated(24, MIDDLE, MIDDLE, 297, 266), fill: palette.accent },
    { kind: 'circle', x: MIDDLE, y: MIDDLE, r: 242, fill: palette.primary },
    ...(compact
      ? []
      : [
          {
            kind: 'circle',
            x: MIDDLE,
            y: MIDDLE,
            r: 224,
            stroke: palette.onPrimary,
            strokeWidth: 3,
            dash: [0.1, 11.63], // 120 whole steps round the circle: no seam
            opacity: 0.6,
          } as const,
        ]),
  ],
  marks: (badge) =>
    pipsOrInstitution(badge, { y: 442, width: 270, ink: badge.palette.onPrimary, mark: badge.palette.mark }),
}
