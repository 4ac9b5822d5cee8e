/** Draws the octagon: a technical certification with its issuer on a pill. */
import { letteringIn } from '../lettering.ts'
import { pips } from '../marks.ts'
import { closed, polygon, roundedBox } from '../path.ts'
import type { Shape } from '../scene.ts'
import { type Badge, centred, MIDDLE, type Template, titleBox } from './template.ts'

const octagon = (radius: number): string => closed(polygon(8, MIDDLE, MIDDLE, radius, 22.5))

export const octagonPlate: Template = {
  id: 'octagon',
  name: { ko: '팔각판', en: 'Octagon' },
  describes: { ko: '전문 기술 인증', en: 'A technical certification' },
  fields: ['title', 'icon', 'primary', 'accent', 'institutionName', 'level'],
  title: titleBox(346, 404, 116, 64),
  titleInk: (palette) => palette.onSoft,
  icon: centred(198, 146),
  compactIcon: centred(MIDDLE, 312),
  iconInk: (palette) => palette.onSoft,
  frame: ({ palette, compact }) => [
    { kind: 'path', d: octagon(304), fill: palette.primary },
    ...(compact ? [] : [{ kind: 'path', d: octagon(283), stroke: palette.mark, strokeWidth: 5 } as const]),
    { kind: 'path', d: octagon(262), fill: palette.soft },
  ],
  marks: (badge) => [...issuerPill(badge), ...level(badge)],
}

function issuerPill({ design, palette }: Badge): Shape[] {
  const box = { ...titleBox(448, 316, 62, 30, 1), sizeMin: 16, weight: 700 } as const
  return [
    { kind: 'path', d: roundedBox(120, 418, 360, 60, 30), fill: palette.primary },
    ...letteringIn(design.institutionName, box, palette.onPrimary),
  ]
}

function level({ design, palette }: Badge): Shape[] {
  const { level: reached = 0, levels = 3 } = design
  return reached === 0 ? [] : pips(reached, Math.max(reached, levels), MIDDLE, 508, palette.onSoft, 18)
}
