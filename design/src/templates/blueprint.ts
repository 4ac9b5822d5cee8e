/** Draws the blueprint: a drawing sheet with its grid and axes, for engineering. */
import { roundedBox } from '../path.ts'
import type { Shape } from '../scene.ts'
import { pipsOrInstitution } from './foot.ts'
import { centred, type Template, titleBox } from './template.ts'

const STEPS = [90, 160, 230, 300, 370, 440, 510]
const GRID = STEPS.map((at) => `M${at} 20V580M20 ${at}H580`).join('')
/** Crosses where an instrument would be set. */
const POINTS = 'M62 90H118M90 62V118M482 90H538M510 62V118M62 510H118M90 482V538M482 510H538M510 482V538'

export const blueprint: Template = {
  id: 'blueprint',
  name: { ko: '설계도', en: 'Blueprint' },
  describes: { ko: '공학과 설계', en: 'Engineering and design' },
  fields: ['title', 'icon', 'primary', 'accent', 'institutionName', 'level'],
  title: titleBox(372, 424, 128, 64),
  titleInk: (palette) => palette.onPrimary,
  icon: centred(214, 176),
  compactIcon: centred(300, 310),
  iconInk: (palette) => palette.onPrimary,
  frame: ({ palette, compact }): Shape[] => [
    { kind: 'path', d: roundedBox(6, 6, 588, 588, 40), fill: palette.primary },
    ...(compact
      ? []
      : [
          { kind: 'path', d: GRID, stroke: palette.onPrimary, strokeWidth: 2, opacity: 0.16 } as const,
          { kind: 'path', d: POINTS, stroke: palette.mark, strokeWidth: 6 } as const,
        ]),
    { kind: 'path', d: roundedBox(20, 20, 560, 560, 28), stroke: palette.mark, strokeWidth: compact ? 16 : 6 },
  ],
  marks: (badge) =>
    pipsOrInstitution(badge, { y: 470, width: 330, ink: badge.palette.onPrimary, mark: badge.palette.mark, size: 28 }),
}
