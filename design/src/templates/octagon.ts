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
  fields: ['title', 'icon', 'primary', 'institutionName', 'level'],
  title: titleBox(334, 410, 116, 64),
  titleInk: (palette) => palette.onSoft,
  icon: centred(182, 144),
  compactIcon: centred(MIDDLE, 290),
  iconInk: (palette) => palette.onSoft,
  frame: ({ palette }) => [
    { kind: 'path', d: octagon(304), fill: palette.primary },
    { kind: 'path', d: octagon(262), fill: palette.soft },
  ],
  marks: (badge) => [...issuerPill(badge), ...level(badge)],
}

function issuerPill({ design, palette }: Badge): Shape[] {
  const box = { ...titleBox(430, 316, 62, 30, 1), sizeMin: 16, weight: 700 } as const
  return [
    { kind: 'path', d: roundedBox(120, 400, 360, 60, 30), fill: palette.primary },
    ...letteringIn(design.institutionName, box, palette.onPrimary),
  ]
}

function level({ design, palette }: Badge): Shape[] {
  const { level: reached = 0, levels = 3 } = design
  return reached === 0 ? [] : pips(reached, Math.max(reached, levels), MIDDLE, 494, palette.onSoft, 18)
}
