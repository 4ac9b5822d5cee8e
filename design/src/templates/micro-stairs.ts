/** Draws the micro-degree stairs: a step for each part of the way. */
import { mix, WHITE } from '../colour.ts'
import { roundedBox } from '../path.ts'
import type { Shape } from '../scene.ts'
import { type Badge, centred, type Template, titleBox } from './template.ts'

const [LEFT, RIGHT, FLOOR] = [44, 556, 564]

export const microStairs: Template = {
  id: 'micro-stairs',
  name: { ko: '마이크로 계단', en: 'Micro-degree stairs' },
  describes: { ko: '한 계단씩 오르는 마이크로디그리', en: 'A micro-degree, step by step' },
  fields: ['title', 'icon', 'primary', 'accent', 'progress'],
  title: titleBox(286, 460, 120, 62),
  titleInk: (palette) => palette.onPrimary,
  icon: centred(142, 150),
  compactIcon: centred(210, 232),
  iconInk: (palette) => palette.onPrimary,
  frame: (badge) => [{ kind: 'path', d: roundedBox(6, 6, 588, 588, 70), fill: badge.palette.primary }, ...steps(badge)],
  marks: () => [],
}

/** Each higher than the one before; what is still to climb is only an outline. */
function steps({ design, palette }: Badge): Shape[] {
  const { done = 0, total = 4 } = design
  const room = (RIGHT - LEFT) / total
  const gap = Math.min(14, room * 0.16)
  return Array.from({ length: total }, (_, i): Shape => {
    const height = 58 + (128 * i) / Math.max(1, total - 1)
    const isDone = i < done
    const inset = isDone ? 0 : 3
    const box = [
      LEFT + i * room + gap / 2 + inset,
      FLOOR - height + inset,
      room - gap - inset * 2,
      height - inset * 2,
    ] as const
    const d = roundedBox(...box, Math.min(10, room * 0.2))
    return isDone
      ? { kind: 'path', d, fill: palette.mark }
      : { kind: 'path', d, stroke: mix(palette.primary, WHITE, 0.6), strokeWidth: 6 }
  })
}
