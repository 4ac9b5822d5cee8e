/** Draws the banner: a cloth hung from a rod, for a rank or a programme. */
import { roundedBox } from '../path.ts'
import { pipsOrInstitution } from './foot.ts'
import { centred, type Template, titleBox } from './template.ts'

const CLOTH = 'M92 52H508V560L300 482L92 560Z'
const HEM = 'M120 78H480V516L300 448L120 516Z'
const ROD = roundedBox(32, 13, 536, 34, 17)

export const banner: Template = {
  id: 'banner',
  name: { ko: '걸개', en: 'Banner' },
  describes: { ko: '과정과 프로그램의 대표 배지', en: 'The emblem of a programme' },
  fields: ['title', 'icon', 'primary', 'accent', 'institutionName', 'level'],
  title: titleBox(302, 318, 124, 60),
  titleInk: (palette) => palette.onPrimary,
  icon: centred(170, 136),
  compactIcon: centred(262, 258),
  iconInk: (palette) => palette.onPrimary,
  frame: ({ palette, compact }) => [
    { kind: 'path', d: CLOTH, fill: palette.primary },
    ...(compact ? [] : [{ kind: 'path', d: HEM, stroke: palette.mark, strokeWidth: 6 } as const]),
    { kind: 'path', d: ROD, fill: palette.dark },
    { kind: 'circle', x: 40, y: 30, r: 26, fill: palette.accent },
    { kind: 'circle', x: 560, y: 30, r: 26, fill: palette.accent },
  ],
  marks: (badge) =>
    pipsOrInstitution(badge, { y: 402, width: 300, ink: badge.palette.onPrimary, mark: badge.palette.mark, size: 28 }),
}
