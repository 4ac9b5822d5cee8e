/** Draws the ocean: a round window over waves, for the sea and the environment. */
import { pipsOrInstitution } from './foot.ts'
import { centred, MIDDLE, type Template, titleBox } from './template.ts'

/** Each wave fills the foot of the disc below its crest line. */
const FAR = 'M29 396C90 352 150 352 218 392C286 432 354 432 422 392C482 358 540 352 577 380A288 288 0 0 1 29 396Z'
const NEAR = 'M58 456C110 420 154 424 216 454C290 490 358 488 424 452C474 426 516 420 552 440A288 288 0 0 1 58 456Z'

export const ocean: Template = {
  id: 'ocean',
  name: { ko: '물결', en: 'Ocean' },
  describes: { ko: '해양과 환경, 지역', en: 'Sea, environment, region' },
  fields: ['title', 'icon', 'primary', 'accent', 'institutionName', 'level'],
  title: titleBox(308, 424, 120, 62),
  titleInk: (palette) => palette.onSoft,
  icon: centred(156, 148),
  compactIcon: centred(228, 236),
  iconInk: (palette) => palette.onSoft,
  frame: ({ palette }) => [
    { kind: 'circle', x: MIDDLE, y: MIDDLE, r: 294, fill: palette.soft },
    { kind: 'path', d: FAR, fill: palette.accent },
    { kind: 'path', d: NEAR, fill: palette.primary },
    { kind: 'circle', x: MIDDLE, y: MIDDLE, r: 284, stroke: palette.primary, strokeWidth: 20 },
  ],
  marks: (badge) =>
    pipsOrInstitution(badge, { y: 522, width: 236, ink: badge.palette.onPrimary, mark: badge.palette.mark, size: 26 }),
}
