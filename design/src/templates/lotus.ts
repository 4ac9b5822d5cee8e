/** Draws the lotus: twelve petals around a disc, for culture and language. */
import { mix, WHITE } from '../colour.ts'
import { onCircle, round } from '../path.ts'
import type { Shape } from '../scene.ts'
import { pipsOrInstitution } from './foot.ts'
import { centred, MIDDLE, type Template, titleBox } from './template.ts'

const PETALS = 12

export const lotus: Template = {
  id: 'lotus',
  name: { ko: '연꽃', en: 'Lotus' },
  describes: { ko: '한국어, 문화, 인문', en: 'Language, culture, humanities' },
  fields: ['title', 'icon', 'primary', 'accent', 'institutionName', 'level'],
  title: titleBox(338, 316, 116, 58),
  titleInk: (palette) => palette.onPrimary,
  icon: centred(208, 124),
  compactIcon: centred(MIDDLE, 262),
  iconInk: (palette) => palette.onPrimary,
  frame: ({ palette, compact }) => [
    ...petals(296, 62, mix(palette.primary, WHITE, 0.62)),
    ...petals(262, 50, palette.accent),
    { kind: 'circle', x: MIDDLE, y: MIDDLE, r: compact ? 222 : 206, fill: palette.primary },
    ...(compact ? [] : [innerLine(palette.onPrimary)]),
  ],
  marks: (badge) =>
    pipsOrInstitution(badge, { y: 426, width: 236, ink: badge.palette.onPrimary, mark: badge.palette.mark, size: 26 }),
}

const innerLine = (stroke: string): Shape => ({
  kind: 'circle',
  x: MIDDLE,
  y: MIDDLE,
  r: 189,
  stroke,
  strokeWidth: 3,
  opacity: 0.45,
})

const petals = (tip: number, halfWidth: number, fill: string): Shape[] =>
  Array.from({ length: PETALS }, (_, i) => ({
    kind: 'path',
    d: petal(tip, halfWidth, (i * 360) / PETALS),
    fill,
  }))

/** A leaf shape from within the disc out to its tip, bulging to both sides. */
function petal(tip: number, halfWidth: number, degrees: number): string {
  const spread = (radius: number, width: number) => (Math.atan2(width, radius) * 180) / Math.PI
  const at = (radius: number, width: number) =>
    onCircle(MIDDLE, MIDDLE, Math.hypot(radius, width), degrees + spread(radius, width))
      .map(round)
      .join(' ')
  const [root, belly, shoulder] = [tip * 0.5, tip * 0.72, tip * 0.985]
  return (
    `M${at(root, 0)}C${at(belly * 0.86, -halfWidth * 1.25)} ${at(shoulder, -halfWidth * 1.05)} ${at(tip, 0)}` +
    `C${at(shoulder, halfWidth * 1.05)} ${at(belly * 0.86, halfWidth * 1.25)} ${at(root, 0)}Z`
  )
}
