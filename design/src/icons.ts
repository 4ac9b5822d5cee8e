/** Draws the icons: outlines on a 24-unit grid, meant to be stroked with round ends. */
import type { Colour } from './colour.ts'
import { FIELD_LABELS, FIELD_OUTLINES } from './field-icons.ts'
import type { Bilingual } from './language.ts'
import { closed, movePath, onCircle, type Point } from './path.ts'
import type { PathShape } from './scene.ts'

const GRID = 24

/** Stroke of an icon, in units of its grid. */
const STROKE = 1.75

const CIRCLE = 'M12 21A9 9 0 1 0 12 3A9 9 0 0 0 12 21Z'

const OUTLINES = {
  code: 'M8.5 7L3.5 12L8.5 17M15.5 7L20.5 12L15.5 17M13.5 4.5L10.5 19.5',
  chart: 'M3.5 20.5H20.5M6.5 16.8V11.5M12 16.8V4M17.5 16.8V8',
  book: 'M12 6.6C10 4.9 7 4.3 3.5 4.4V18.4C7 18.3 10 18.9 12 20.6C14 18.9 17 18.3 20.5 18.4V4.4C17 4.3 14 4.9 12 6.6ZM12 6.6V20.6',
  people:
    'M9 11.4A3.7 3.7 0 1 0 9 4A3.7 3.7 0 0 0 9 11.4ZM2.5 20C2.5 16.7 5.2 14.6 9 14.6C12.8 14.6 15.5 16.7 15.5 20' +
    'M15.8 4.4A3.7 3.7 0 0 1 15.8 11M18.1 15C20.2 15.7 21.5 17.5 21.5 20',
  leaf: 'M3.8 20.6C5.2 15.6 8.4 11.6 13.8 9M6.1 16.2C3.6 9 9.4 3.6 20.2 3.8C20.4 14.6 14.6 19.6 6.1 16.2Z',
  gear: `${closed(gearTeeth())}M12 15A3 3 0 1 0 12 9A3 3 0 0 0 12 15Z`,
  star: closed(starPoints()),
  mic: 'M12 14.4A3.2 3.2 0 0 0 15.2 11.2V5.9A3.2 3.2 0 0 0 8.8 5.9V11.2A3.2 3.2 0 0 0 12 14.4ZM5.4 11.2A6.6 6.6 0 0 0 18.6 11.2M12 17.8V21.3M8.8 21.3H15.2',
  globe: `${CIRCLE}M3 12H21M12 3C16.5 7.6 16.5 16.4 12 21C7.5 16.4 7.5 7.6 12 3Z`,
  chip: 'M6.8 6.8H17.2V17.2H6.8ZM10.4 10.4H13.6V13.6H10.4ZM9.8 2.8V6.8M14.2 2.8V6.8M9.8 17.2V21.2M14.2 17.2V21.2M2.8 9.8H6.8M2.8 14.2H6.8M17.2 9.8H21.2M17.2 14.2H21.2',
  heart:
    'M12 20.4C6.6 16.7 3.3 13.3 3.3 9.2C3.3 6.4 5.4 4.3 8 4.3C9.7 4.3 11.2 5.2 12 6.7C12.8 5.2 14.3 4.3 16 4.3C18.6 4.3 20.7 6.4 20.7 9.2C20.7 13.3 17.4 16.7 12 20.4Z',
  check: 'M4 12.8L9.4 18L20 6.4',
  cap: 'M12 4.4L1.8 9.4L12 14.4L22.2 9.4ZM6 11.6V16.6C7.4 18.4 9.5 19.2 12 19.2C14.5 19.2 16.6 18.4 18 16.6V11.6M22.2 9.4V15.2',
  trophy:
    'M7.4 3.6H16.6V9.6A4.6 4.6 0 0 1 7.4 9.6ZM7.4 5.4H3.8V7A3.9 3.9 0 0 0 7.7 10.9M16.6 5.4H20.2V7A3.9 3.9 0 0 1 16.3 10.9M12 14.2V17.4M8 20.6C8 18.6 9.6 17.4 12 17.4C14.4 17.4 16 18.6 16 20.6Z',
  flask:
    'M9.4 3.4V9.4L4.3 18.2A1.6 1.6 0 0 0 5.7 20.6H18.3A1.6 1.6 0 0 0 19.7 18.2L14.6 9.4V3.4M7.8 3.4H16.2M7.2 15H16.8',
  palette:
    'M12 20.9A8.9 8.9 0 1 1 20.9 12C20.9 14.3 19.2 15.4 17.3 15.4H15.4A2 2 0 0 0 14 18.8C14.7 19.6 13.7 20.9 12 20.9ZM7.5 12.4H7.51M9.4 8.2H9.41M14 7.4H14.01M17.2 10.6H17.21',
  music:
    'M9 18V5.4L20 3.4V16M9 18A2.7 2.7 0 1 1 3.6 18A2.7 2.7 0 0 1 9 18ZM20 16A2.7 2.7 0 1 1 14.6 16A2.7 2.7 0 0 1 20 16Z',
  camera: 'M3 8.2H7.4L9.2 5.2H14.8L16.6 8.2H21V19H3ZM12 16.8A3.4 3.4 0 1 0 12 10A3.4 3.4 0 0 0 12 16.8Z',
  pen: 'M3.9 20.1L5.2 15.1L16.1 4.2A1.9 1.9 0 0 1 18.8 4.2L19.8 5.2A1.9 1.9 0 0 1 19.8 7.9L8.9 18.8ZM13.9 6.4L17.6 10.1',
  scales:
    'M12 3.2V20.6M7.6 20.6H16.4M5.2 6.4H18.8M5.4 6.4L2.4 13.6A3.2 3.2 0 0 0 8.4 13.6ZM18.6 6.4L15.6 13.6A3.2 3.2 0 0 0 21.6 13.6Z',
  cross: 'M9.2 3.6H14.8V9.2H20.4V14.8H14.8V20.4H9.2V14.8H3.6V9.2H9.2Z',
  rocket:
    'M12 2.6C15.7 5.3 17.2 9 16.5 13.2L14.7 16.6H9.3L7.5 13.2C6.8 9 8.3 5.3 12 2.6ZM12 10.6A1.8 1.8 0 1 0 12 7A1.8 1.8 0 0 0 12 10.6ZM7.3 11.8L4.4 15.2V18.8L8.4 16.6M16.7 11.8L19.6 15.2V18.8L15.6 16.6M12 18.8V21.6',
  bulb: 'M9.2 16.8C9.2 14.9 6.2 13.6 6.2 9.4A5.8 5.8 0 0 1 17.8 9.4C17.8 13.6 14.8 14.9 14.8 16.8ZM9.6 20.6H14.4',
  shield: 'M12 2.8L20 5.8V11.4C20 16 16.8 19.4 12 21.3C7.2 19.4 4 16 4 11.4V5.8ZM8.3 11.9L11 14.6L15.8 9.6',
  compass: `${CIRCLE}M16.2 7.8L13.7 13.7L7.8 16.2L10.3 10.3Z`,
  puzzle: 'M4.2 8H8.8A2.5 2.5 0 1 1 13.2 8H17.2V12A2.5 2.5 0 1 1 17.2 16.4V20.6H4.2Z',
  campus: 'M3 9.2L12 3.6L21 9.2ZM5.6 12.2V17.2M9.9 12.2V17.2M14.1 12.2V17.2M18.4 12.2V17.2M3.2 20.4H20.8',
  speech: 'M3.8 4.4H20.2V16.2H12.6L8 20.4V16.2H3.8ZM8 8.6H16M8 12.2H13',
  briefcase: 'M3.4 8H20.6V19.6H3.4ZM8.4 8V4.6H15.6V8M3.4 13H20.6M12 11.8V14.6',
  robot:
    'M4.8 8.8H19.2V19.4H4.8ZM12 8.8V5.4M12 5.4A1.2 1.2 0 1 0 12 3A1.2 1.2 0 0 0 12 5.4ZM9 12.8H9.01M15 12.8H15.01M9.4 16H14.6M2.2 12.4V15.8M21.8 12.4V15.8',
  wave: 'M2.6 8.2C5 5.4 7.4 5.4 9.8 8.2C12.2 11 14.6 11 17 8.2C18.5 6.5 20 6 21.4 6.8M2.6 13.2C5 10.4 7.4 10.4 9.8 13.2C12.2 16 14.6 16 17 13.2C18.5 11.5 20 11 21.4 11.8M2.6 18.2C5 15.4 7.4 15.4 9.8 18.2C12.2 21 14.6 21 17 18.2C18.5 16.5 20 16 21.4 16.8',
  target: `${CIRCLE}M12 16.7A4.7 4.7 0 1 0 12 7.3A4.7 4.7 0 0 0 12 16.7ZM12 12H12.01`,
  ...FIELD_OUTLINES,
} as const

export type IconName = keyof typeof OUTLINES

const LABELS: Readonly<Record<IconName, Bilingual>> = {
  code: { ko: '코드', en: 'Code' },
  chart: { ko: '차트', en: 'Chart' },
  book: { ko: '책', en: 'Book' },
  people: { ko: '사람들', en: 'People' },
  leaf: { ko: '잎', en: 'Leaf' },
  gear: { ko: '톱니바퀴', en: 'Gear' },
  star: { ko: '별', en: 'Star' },
  mic: { ko: '마이크', en: 'Microphone' },
  globe: { ko: '지구', en: 'Globe' },
  chip: { ko: '반도체', en: 'Chip' },
  heart: { ko: '하트', en: 'Heart' },
  check: { ko: '체크', en: 'Check' },
  cap: { ko: '학사모', en: 'Graduation cap' },
  trophy: { ko: '트로피', en: 'Trophy' },
  flask: { ko: '플라스크', en: 'Flask' },
  palette: { ko: '팔레트', en: 'Palette' },
  music: { ko: '음표', en: 'Music' },
  camera: { ko: '카메라', en: 'Camera' },
  pen: { ko: '펜', en: 'Pen' },
  scales: { ko: '저울', en: 'Scales' },
  cross: { ko: '의료 십자', en: 'Medical cross' },
  rocket: { ko: '로켓', en: 'Rocket' },
  bulb: { ko: '전구', en: 'Light bulb' },
  shield: { ko: '방패', en: 'Shield' },
  compass: { ko: '나침반', en: 'Compass' },
  puzzle: { ko: '퍼즐', en: 'Puzzle' },
  campus: { ko: '캠퍼스', en: 'Campus' },
  speech: { ko: '말풍선', en: 'Speech' },
  briefcase: { ko: '서류 가방', en: 'Briefcase' },
  robot: { ko: '로봇', en: 'Robot' },
  wave: { ko: '물결', en: 'Wave' },
  target: { ko: '과녁', en: 'Target' },
  ...FIELD_LABELS,
}

export const ICONS: readonly { readonly name: IconName; readonly label: Bilingual }[] = Object.entries(LABELS).map(
  ([name, label]) => ({ name: name as IconName, label }),
)

export const isIconName = (value: unknown): value is IconName =>
  typeof value === 'string' && Object.hasOwn(OUTLINES, value)

/** An icon centred on a point, as wide as `size`. */
export function icon(name: IconName, x: number, y: number, size: number, stroke: Colour): PathShape {
  const scale = size / GRID
  const d = movePath(OUTLINES[name], { x: x - size / 2, y: y - size / 2, scale })
  return { kind: 'path', d, stroke, strokeWidth: STROKE * scale }
}

/** The icon alone, in the colour of the text around it: for pickers. Decorative, so it has no name of its own. */
export const iconSvg = (name: IconName, { size = GRID }: { size?: number } = {}): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${GRID} ${GRID}" width="${size}" height="${size}" aria-hidden="true">` +
  `<path d="${OUTLINES[name]}" fill="none" stroke="currentColor" stroke-width="${STROKE}" stroke-linecap="round" stroke-linejoin="round"/></svg>`

function starPoints(): Point[] {
  return Array.from({ length: 10 }, (_, i) => onCircle(12, 12.6, i % 2 === 0 ? 9.6 : 4.3, i * 36))
}

/** Eight teeth, each four corners: half-widths in degrees at the root and at the tip. */
function gearTeeth(): Point[] {
  const [root, tip] = [6.9, 9.4]
  return Array.from({ length: 8 }, (_, tooth) => tooth * 45).flatMap((middle) => [
    onCircle(12, 12, root, middle - 13),
    onCircle(12, 12, tip, middle - 8.5),
    onCircle(12, 12, tip, middle + 8.5),
    onCircle(12, 12, root, middle + 13),
  ])
}
