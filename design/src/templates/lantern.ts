/** Draws the lantern: a lamp with its knot and tassel, for learning that lights the way. */
import { roundedBox } from '../path.ts'
import type { Shape } from '../scene.ts'
import { pipsOrInstitution } from './foot.ts'
import { centred, MIDDLE, type Template, titleBox } from './template.ts'

const KNOT = 'M300 6L336 42L300 78L264 42ZM252 30L276 54L252 78L228 54ZM348 30L372 54L348 78L324 54Z'
const THREADS = [-42, -28, -14, 0, 14, 28, 42].map((x) => `M${MIDDLE + x * 0.5} 524L${MIDDLE + x} 594`).join('')

export const lantern: Template = {
  id: 'lantern',
  name: { ko: '등불', en: 'Lantern' },
  describes: { ko: '배움과 나눔, 전통', en: 'Learning, sharing, tradition' },
  fields: ['title', 'icon', 'primary', 'accent', 'institutionName', 'level'],
  title: titleBox(326, 360, 116, 58),
  titleInk: (palette) => palette.onPrimary,
  icon: centred(194, 132),
  compactIcon: centred(284, 250),
  iconInk: (palette) => palette.onPrimary,
  frame: ({ palette }): Shape[] => [
    { kind: 'path', d: 'M300 40V120', stroke: palette.accent, strokeWidth: 12 },
    { kind: 'path', d: KNOT, fill: palette.accent },
    { kind: 'path', d: THREADS, stroke: palette.accent, strokeWidth: 9 },
    { kind: 'path', d: roundedBox(266, 474, 68, 54, 12), fill: palette.dark },
    { kind: 'path', d: roundedBox(70, 90, 460, 400, 150), fill: palette.primary },
    { kind: 'path', d: roundedBox(88, 108, 424, 364, 134), stroke: palette.mark, strokeWidth: 6 },
  ],
  marks: (badge) =>
    pipsOrInstitution(badge, { y: 418, width: 280, ink: badge.palette.onPrimary, mark: badge.palette.mark, size: 26 }),
}
