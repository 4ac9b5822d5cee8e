/** Draws the micro-degree stack: hexagons laid on each other, one dot for each part. */
import { mix, WHITE } from '../colour.ts'
import { pips } from '../marks.ts'
import { closed, polygon } from '../path.ts'
import { centred, MIDDLE, type Template, titleBox } from './template.ts'

const TOP_Y = 242
const STEP = 54

const hexagon = (radius: number, y: number): string => closed(polygon(6, MIDDLE, y, radius))

export const microStack: Template = {
  id: 'micro-stack',
  name: { ko: '마이크로 스택', en: 'Micro-degree stack' },
  describes: { ko: '쌓아 가는 마이크로디그리', en: 'A micro-degree built of parts' },
  fields: ['title', 'icon', 'primary', 'accent', 'progress'],
  title: titleBox(278, 328, 112, 58),
  titleInk: (palette) => palette.onPrimary,
  icon: centred(154, 116),
  compactIcon: centred(TOP_Y, 240),
  iconInk: (palette) => palette.onPrimary,
  frame: ({ palette }) => [
    { kind: 'path', d: hexagon(240, TOP_Y + STEP * 2), fill: mix(palette.primary, WHITE, 0.6) },
    { kind: 'path', d: hexagon(240, TOP_Y + STEP), fill: mix(palette.primary, WHITE, 0.32) },
    { kind: 'path', d: hexagon(240, TOP_Y), fill: palette.primary },
    { kind: 'path', d: hexagon(216, TOP_Y), stroke: palette.mark, strokeWidth: 6 },
  ],
  marks: ({ design, palette }) => {
    const { done = 0, total = 4 } = design
    return pips(done, total, MIDDLE, 366, palette.mark, total > 6 ? 14 : 18)
  },
}
