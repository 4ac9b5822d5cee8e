/** Draws the gate: a campus arch over the institution's name. */
import { institutionLine } from './foot.ts'
import { centred, type Template, titleBox } from './template.ts'

const ARCH = 'M36 594V254C36 104 154 8 300 8C446 8 564 104 564 254V594Z'
const OPENING = 'M88 474V260C88 138 182 60 300 60C418 60 512 138 512 260V474Z'

export const gate: Template = {
  id: 'gate',
  name: { ko: '교문', en: 'Gate' },
  describes: { ko: '캡스톤과 졸업 과제', en: 'A capstone' },
  fields: ['title', 'icon', 'primary', 'accent', 'institutionName'],
  title: titleBox(366, 366, 124, 64),
  titleInk: (palette) => palette.onPaper,
  icon: centred(194, 168),
  compactIcon: centred(280, 260),
  iconInk: (palette) => palette.onPaper,
  frame: ({ palette }) => [
    { kind: 'path', d: ARCH, fill: palette.primary },
    { kind: 'path', d: OPENING, fill: palette.paper },
    { kind: 'path', d: 'M36 470H564V594H36Z', fill: palette.dark },
    { kind: 'path', d: 'M36 462H564V471H36Z', fill: palette.mark },
  ],
  marks: (badge) => [
    institutionLine(badge, { y: 532, width: 450, ink: badge.palette.onDark, mark: badge.palette.mark, size: 42 }),
  ],
}
