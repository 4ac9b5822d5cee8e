/** Draws the peak: mountains under a medallion, for challenges and steps taken. */
import { pipsOrInstitution } from './foot.ts'
import { centred, type Template, titleBox } from './template.ts'

const OUTLINE = 'M300 8C470 8 574 110 574 262C574 440 450 548 300 594C150 548 26 440 26 262C26 110 130 8 300 8Z'
const RANGE = 'M52 400L170 296L236 352L330 262L420 344L472 306L550 396C510 490 412 560 300 594C186 560 90 492 52 400Z'
const SNOW = 'M330 262L374 302L346 296L330 314L312 296L290 300Z'

export const peak: Template = {
  id: 'peak',
  name: { ko: '봉우리', en: 'Peak' },
  describes: { ko: '도전과 성장', en: 'Challenge and growth' },
  fields: ['title', 'icon', 'primary', 'accent', 'institutionName', 'level'],
  title: titleBox(424, 380, 116, 58),
  titleInk: (palette) => palette.onDark,
  icon: centred(160, 158),
  compactIcon: centred(164, 196),
  iconInk: (palette) => palette.onPrimary,
  frame: ({ palette }) => [
    { kind: 'path', d: OUTLINE, fill: palette.primary },
    { kind: 'path', d: RANGE, fill: palette.dark },
    { kind: 'path', d: SNOW, fill: palette.mark },
    { kind: 'path', d: OUTLINE, stroke: palette.accent, strokeWidth: 14 },
  ],
  marks: (badge) =>
    pipsOrInstitution(badge, { y: 510, width: 210, ink: badge.palette.onDark, mark: badge.palette.onDark, size: 24 }),
}
