/** Draws the sample seal that stands in for a real one, and says so. */
import { roundedBox } from './path.ts'
import type { Box, Shape } from './scene.ts'

const RED = '#c8202b'

/** Read as seals are, from the right column down: 견본 (sample), 직인 (official seal). */
const LETTERS = [
  ['견', 0.69, 0.3],
  ['본', 0.69, 0.66],
  ['직', 0.31, 0.3],
  ['인', 0.31, 0.66],
] as const

/** A seal in a square box that cannot be taken for an institution's own. */
export function sampleSeal({ x, y, width: side }: Box): Shape[] {
  const at = (share: number) => share * side
  const letter = 0.31
  const mark = 0.1
  return [
    {
      kind: 'path',
      d: roundedBox(x + at(0.02), y + at(0.02), at(0.96), at(0.96), at(0.05)),
      stroke: RED,
      strokeWidth: at(0.04),
      opacity: 0.9,
    },
    ...LETTERS.map(
      ([text, right, down]): Shape => ({
        kind: 'text',
        text,
        x: x + at(right),
        y: y + at(down - 0.02 + letter * 0.35),
        anchor: 'middle',
        size: at(letter),
        weight: 700,
        face: 'serif',
        fill: RED,
        opacity: 0.9,
      }),
    ),
    { kind: 'path', d: roundedBox(x + at(0.13), y + at(0.83), at(0.74), at(0.115), at(0.03)), fill: RED, opacity: 0.9 },
    {
      kind: 'text',
      text: 'SAMPLE',
      x: x + at(0.5),
      y: y + at(0.925),
      anchor: 'middle',
      size: at(mark),
      weight: 700,
      fill: '#ffffff',
      tracking: at(0.02),
    },
  ]
}
