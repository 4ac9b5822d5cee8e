/** Draws the round seal: the institution's name around the top, the year at the foot. */
import { letteringAlong } from '../lettering.ts'
import { pips } from '../marks.ts'
import { onCircle } from '../path.ts'
import type { Shape } from '../scene.ts'
import { type Badge, centred, MIDDLE, type Template, titleBox } from './template.ts'

export const roundSeal: Template = {
  id: 'round-seal',
  name: { ko: '원형 인장', en: 'Round seal' },
  describes: { ko: '기관명과 연도를 두른 공식 인증', en: 'An official seal with institution and year' },
  fields: ['title', 'icon', 'primary', 'accent', 'institutionName', 'year', 'level'],
  title: titleBox(348, 312, 116, 60),
  titleInk: (palette) => palette.onPaper,
  icon: centred(222, 128),
  compactIcon: centred(MIDDLE, 286),
  iconInk: (palette) => palette.onPaper,
  frame: ({ palette, compact }) => [
    { kind: 'circle', x: MIDDLE, y: MIDDLE, r: 294, fill: palette.primary },
    { kind: 'circle', x: MIDDLE, y: MIDDLE, r: 276, stroke: palette.mark, strokeWidth: 6 },
    { kind: 'circle', x: MIDDLE, y: MIDDLE, r: compact ? 236 : 198, fill: palette.paper },
  ],
  marks: (badge) => [...inscription(badge), ...level(badge)],
}

function inscription({ design, palette }: Badge): Shape[] {
  const style = { size: 38, weight: 700, fill: palette.onPrimary, sizeMin: 20 } as const
  const name = letteringAlong(
    design.institutionName,
    { x: MIDDLE, y: MIDDLE, radius: 223, degreesMax: 210, side: 'top' },
    style,
  )
  if (!design.year) return [name]
  const foot = { x: MIDDLE, y: MIDDLE, radius: 248, degreesMax: 70, side: 'bottom' } as const
  return [
    name,
    ...STOPS.map((stop) => ({ ...stop, fill: palette.mark })),
    letteringAlong(design.year, foot, { ...style, size: 32 }),
  ]
}

/** Points that part the name from the year, where the longest name has ended. */
const STOPS = [130, 230].map((degrees) => {
  const [x, y] = onCircle(MIDDLE, MIDDLE, 236, degrees)
  return { kind: 'circle', x, y, r: 8 } as const
})

function level({ design, palette }: Badge): Shape[] {
  const { level: reached = 0, levels = 3 } = design
  return reached === 0 ? [] : pips(reached, Math.max(reached, levels), MIDDLE, 434, palette.onPaper, 17)
}
