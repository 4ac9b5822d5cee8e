/** Draws the laurel: two branches around a disc, for graduates and winners. */
import { laurel as branches } from '../ornaments/ribbons.ts'
import { pipsOrInstitution } from './foot.ts'
import { CANVAS, centred, MIDDLE, type Template, titleBox } from './template.ts'

export const laurel: Template = {
  id: 'laurel',
  name: { ko: '월계관', en: 'Laurel' },
  describes: { ko: '수석, 우등, 졸업', en: 'Honours and graduation' },
  fields: ['title', 'icon', 'primary', 'accent', 'institutionName', 'level'],
  title: titleBox(334, 316, 116, 56),
  titleInk: (palette) => palette.onPrimary,
  icon: centred(208, 122),
  compactIcon: centred(MIDDLE, 236),
  iconInk: (palette) => palette.onPrimary,
  frame: ({ palette, compact }) => [
    ...branches({ width: CANVAS, height: CANVAS, unit: 1.5 }, { main: palette.accent, second: palette.accent }),
    { kind: 'circle', x: MIDDLE, y: MIDDLE, r: 206, fill: palette.primary },
    ...(compact
      ? []
      : [{ kind: 'circle', x: MIDDLE, y: MIDDLE, r: 190, stroke: palette.mark, strokeWidth: 4 } as const]),
  ],
  marks: (badge) =>
    pipsOrInstitution(badge, { y: 424, width: 240, ink: badge.palette.onPrimary, mark: badge.palette.mark, size: 26 }),
}
