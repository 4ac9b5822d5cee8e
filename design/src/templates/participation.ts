/** Draws the participation disc: deliberately light, for having been there. */
import { institutionLine } from './foot.ts'
import { centred, MIDDLE, type Template, titleBox } from './template.ts'

export const participation: Template = {
  id: 'participation',
  name: { ko: '참여 원판', en: 'Participation' },
  describes: { ko: '참여와 출석', en: 'Having taken part' },
  fields: ['title', 'icon', 'primary', 'institutionName'],
  title: { ...titleBox(338, 430, 128, 62), weight: 700 },
  titleInk: (palette) => palette.onSoft,
  icon: centred(190, 128),
  compactIcon: centred(MIDDLE, 290),
  iconInk: (palette) => palette.onSoft,
  frame: ({ palette }) => [
    {
      kind: 'circle',
      x: MIDDLE,
      y: MIDDLE,
      r: 284,
      fill: palette.soft,
      stroke: palette.onSoft,
      strokeWidth: 12,
      dash: [4, 20.78], // 72 whole steps round the circle: no seam
    },
  ],
  marks: (badge) => [
    institutionLine(badge, { y: 450, width: 320, ink: badge.palette.onSoft, mark: badge.palette.onSoft, size: 32 }),
  ],
}
