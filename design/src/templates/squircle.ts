/** Draws the squircle: a soft square with a large icon, its title on a darker base. */
import { pips } from '../marks.ts'
import { centred, MIDDLE, type Template, titleBox } from './template.ts'

const SQUIRCLE = 'M300 6C532 6 594 68 594 300C594 532 532 594 300 594C68 594 6 532 6 300C6 68 68 6 300 6Z'
const BASE_EDGE = 'M9 379H591L590 394H10Z'
const BASE = 'M9 388H591C580 540 510 594 300 594C90 594 20 540 9 388Z'

export const squircle: Template = {
  id: 'squircle',
  name: { ko: '스퀘어클', en: 'Squircle' },
  describes: { ko: '언어와 소통, 일반 역량', en: 'A general ability' },
  fields: ['title', 'icon', 'primary', 'accent', 'level'],
  title: titleBox(478, 436, 120, 66),
  titleInk: (palette) => palette.onDark,
  icon: centred(192, 204),
  compactIcon: centred(MIDDLE, 310),
  iconInk: (palette) => palette.onPrimary,
  frame: ({ palette, compact }) => [
    { kind: 'path', d: SQUIRCLE, fill: palette.primary },
    ...(compact
      ? []
      : [
          { kind: 'path', d: BASE_EDGE, fill: palette.mark } as const,
          { kind: 'path', d: BASE, fill: palette.dark } as const,
        ]),
  ],
  marks: ({ design, palette }) => {
    const { level = 0, levels = 3 } = design
    return level === 0 ? [] : pips(level, Math.max(level, levels), MIDDLE, 342, palette.mark)
  },
}
