/** Draws the sunrise: rays over a horizon, for first steps. */
import { closed, onCircle } from '../path.ts'
import { institutionLine } from './foot.ts'
import { centred, MIDDLE, type Template, titleBox } from './template.ts'

const HORIZON = 372

/** How far from the sun's middle the rim of the sky is in a direction: rays stop short of it. */
function reachAt(degrees: number): number {
  const down = (HORIZON - MIDDLE) * Math.cos((degrees * Math.PI) / 180)
  const across = (HORIZON - MIDDLE) * Math.sin((degrees * Math.PI) / 180)
  return down + Math.sqrt(276 ** 2 - across ** 2)
}

/** Wedges above the horizon, with as much sky between them. */
const RAYS = Array.from({ length: 8 }, (_, i) => {
  const from = -89 + i * 24
  return closed([
    [MIDDLE, HORIZON],
    onCircle(MIDDLE, HORIZON, reachAt(from + 5), from),
    onCircle(MIDDLE, HORIZON, reachAt(from + 5), from + 10),
  ])
}).join('')

const SKY = 'M300 6C462 6 594 138 594 300C594 325 591 349 585 372H15C9 349 6 325 6 300C6 138 138 6 300 6Z'
const SUN = 'M128 372A172 172 0 0 1 472 372Z'
const GROUND = 'M15 372H585C553 500 438 594 300 594C162 594 47 500 15 372Z'

export const sunrise: Template = {
  id: 'sunrise',
  name: { ko: '해돋이', en: 'Sunrise' },
  describes: { ko: '입문과 시작, 신입 교육', en: 'First steps and welcome' },
  fields: ['title', 'icon', 'primary', 'accent', 'institutionName'],
  title: titleBox(452, 430, 116, 60),
  titleInk: (palette) => palette.onPrimary,
  icon: centred(294, 126),
  compactIcon: centred(286, 176),
  iconInk: (palette) => palette.onAccent,
  frame: ({ palette, compact }) => [
    { kind: 'path', d: SKY, fill: palette.soft },
    ...(compact ? [] : [{ kind: 'path', d: RAYS, fill: palette.accent, opacity: 0.5 } as const]),
    { kind: 'path', d: SUN, fill: palette.accent },
    { kind: 'path', d: GROUND, fill: palette.primary },
    { kind: 'circle', x: MIDDLE, y: MIDDLE, r: 287, stroke: palette.primary, strokeWidth: 14 },
  ],
  marks: (badge) => [
    institutionLine(badge, { y: 536, width: 270, ink: badge.palette.onPrimary, mark: badge.palette.mark, size: 28 }),
  ],
}
