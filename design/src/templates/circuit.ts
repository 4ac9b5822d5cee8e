/** Draws the circuit: a chip with its pins, for semiconductors and artificial intelligence. */
import { roundedBox } from '../path.ts'
import type { Shape } from '../scene.ts'
import { pipsOrInstitution } from './foot.ts'
import { centred, MIDDLE, type Template, titleBox } from './template.ts'

const PINS = [168, 256, 344, 432]
/** Each pin goes through the whole chip, under its body. */
const LEGS = PINS.map((at) => roundedBox(at - 15, 4, 30, 592, 15) + roundedBox(4, at - 15, 592, 30, 15)).join('')

export const circuit: Template = {
  id: 'circuit',
  name: { ko: '회로', en: 'Circuit' },
  describes: { ko: '반도체와 인공지능', en: 'Chips and artificial intelligence' },
  fields: ['title', 'icon', 'primary', 'accent', 'institutionName', 'level'],
  title: titleBox(352, 396, 124, 60),
  titleInk: (palette) => palette.onPrimary,
  icon: centred(208, 150),
  compactIcon: centred(MIDDLE, 284),
  iconInk: (palette) => palette.onPrimary,
  frame: ({ palette, compact }): Shape[] => [
    { kind: 'path', d: LEGS, fill: palette.accent },
    { kind: 'path', d: roundedBox(52, 52, 496, 496, 56), fill: palette.primary },
    ...(compact
      ? []
      : [
          { kind: 'path', d: roundedBox(74, 74, 452, 452, 38), stroke: palette.mark, strokeWidth: 5 } as const,
          { kind: 'circle', x: 112, y: 112, r: 12, fill: palette.mark } as const,
        ]),
  ],
  marks: (badge) =>
    pipsOrInstitution(badge, { y: 456, width: 330, ink: badge.palette.onPrimary, mark: badge.palette.mark, size: 28 }),
}
