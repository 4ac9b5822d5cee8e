/** Draws the micro-degree ring: one part of the ring for each part of the way. */
import { mix, WHITE } from '../colour.ts'
import { icon } from '../icons.ts'
import { letteringIn } from '../lettering.ts'
import { progressRing } from '../marks.ts'
import { roundedBox } from '../path.ts'
import type { Shape } from '../scene.ts'
import { type Badge, centred, MIDDLE, type Template, titleBox } from './template.ts'

const RING = { x: MIDDLE, y: MIDDLE, outer: 294, inner: 250 }

export const microRing: Template = {
  id: 'micro-ring',
  name: { ko: '마이크로 링', en: 'Micro-degree ring' },
  describes: { ko: '마이크로디그리와 그 진행', en: 'A micro-degree and its progress' },
  fields: ['title', 'icon', 'primary', 'accent', 'progress'],
  title: titleBox(322, 380, 120, 58),
  titleInk: (palette) => palette.onPrimary,
  icon: centred(180, 126),
  compactIcon: centred(MIDDLE, 260),
  iconInk: (palette) => palette.onPrimary,
  frame: ({ design, palette }) => [
    ...progressRing(design.done ?? 0, design.total ?? 4, RING, palette.accent, mix(palette.primary, WHITE, 0.72)),
    { kind: 'circle', x: MIDDLE, y: MIDDLE, r: 234, fill: palette.primary },
  ],
  marks: countPill,
}

/** The count in words of no language; a tick when the way is finished. */
function countPill({ design, palette }: Badge): Shape[] {
  const { done = 0, total = 4 } = design
  const isComplete = done >= total
  const box = { ...titleBox(426, 120, 60, 34, 1), x: isComplete ? MIDDLE + 18 : MIDDLE }
  return [
    { kind: 'path', d: roundedBox(206, 397, 188, 58, 29), fill: palette.mark },
    ...letteringIn(`${done} / ${total}`, box, palette.onMark),
    ...(isComplete ? [icon('check', MIDDLE - 50, 426, 38, palette.onMark)] : []),
  ]
}
