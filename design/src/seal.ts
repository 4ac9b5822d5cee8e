/** Draws the sample seal that stands in for a real one, and says so. */
import { movePath, roundedBox } from './path.ts'
import type { Box, Shape } from './scene.ts'
import { sceneSvg } from './svg.ts'

const RED = '#c8202b'

/**
 * 견본 (sample) in the right column and 직인 (official seal) in the left, read as seals are. Strokes, not text: a seal lies over
 * the sender's name, and its letters would be read out and copied in the middle of it. Each letter on a grid of ten.
 */
const LETTERS = [
  { x: 55, y: 12, d: 'M1 1H5V5M6 2H9M6 4H9M9 0V6M2 6V9.5H9' },
  { x: 55, y: 47, d: 'M1.5 0V4H8.5V0M1.5 2H8.5M5 4V6M0 6H10M1.5 7.5V10H9' },
  { x: 15, y: 12, d: 'M0.5 0.5H6M3.2 0.5V2M3.2 2L0.5 5M3.2 2L6 5M8.5 0V5.5M1.5 6.8H8.5V10' },
  { x: 15, y: 47, d: 'M0.8 0.8H5.4V5H0.8ZM8.5 0V6M1.5 6.8V10H9' },
] as const

/** A seal in a square box that cannot be taken for an institution's own. */
export function sampleSeal({ x, y, width: side }: Box): Shape[] {
  const at = (share: number) => (share / 100) * side
  const stroke = { stroke: RED, opacity: 0.88 } as const
  const bar = roundedBox(x + at(13), y + at(82), at(74), at(12), at(2))
  return [
    { kind: 'path', d: roundedBox(x + at(2), y + at(2), at(96), at(96), at(5)), ...stroke, strokeWidth: at(4) },
    ...LETTERS.map(
      (letter): Shape => ({
        kind: 'path',
        d: movePath(letter.d, { x: x + at(letter.x), y: y + at(letter.y), scale: at(2.9) }),
        ...stroke,
        strokeWidth: at(3.3),
      }),
    ),
    { kind: 'path', d: bar, fill: RED },
    {
      kind: 'text',
      text: 'SAMPLE',
      x: x + at(51),
      y: y + at(91.7),
      anchor: 'middle',
      size: at(10.5),
      weight: 700,
      fill: '#ffffff',
      tracking: at(2),
    },
  ]
}

/** The sample alone, so wide, for a place that asks for a seal. */
export function sampleSealSvg(size: number): string {
  const box = { x: 0, y: 0, width: 100, height: 100 }
  return sceneSvg({ width: 100, height: 100, shapes: sampleSeal(box) }, { title: '', size })
}
