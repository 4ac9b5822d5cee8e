/** Chooses colours that can be told apart: every ink is derived from the ground it lies on. */
import { MARK_CONTRAST_MIN, TEXT_CONTRAST_MIN, TITLE_CONTRAST_MIN } from './limits.ts'

/** `#rrggbb`, lower or upper case. */
export type Colour = string

export const WHITE: Colour = '#ffffff'
export const INK: Colour = '#12161f'
const BLACK: Colour = '#000000'

/** All the colours a badge is drawn with, made from an institution's two. */
export type Palette = {
  readonly primary: Colour
  readonly accent: Colour
  /** The primary colour in shade: borders, bases, folds. */
  readonly dark: Colour
  /** The primary colour as a tint of paper. */
  readonly soft: Colour
  readonly paper: Colour
  readonly onPrimary: Colour
  readonly onAccent: Colour
  readonly onDark: Colour
  readonly onSoft: Colour
  readonly onPaper: Colour
  /** The accent, made visible on the primary colour: lines, level marks. */
  readonly mark: Colour
  readonly onMark: Colour
}

/** Derives the palette of two brand colours; every `on…` reads at 4.5:1 or better, every mark at 3:1 (WCAG 1.4.3, 1.4.11). */
export function brandPalette(primary: Colour, accent: Colour): Palette {
  // A bright colour needs a deeper shade to stand apart from itself.
  const dark = mix(primary, '#0b0f19', 0.38 + 0.3 * luminance(primary))
  const soft = mix(primary, WHITE, 0.88)
  const mark = readableOn(primary, accent, MARK_CONTRAST_MIN)
  return {
    primary,
    accent,
    dark,
    soft,
    paper: WHITE,
    onPrimary: inkOn(primary),
    onAccent: inkOn(accent),
    onDark: inkOn(dark),
    onSoft: readableOn(soft, primary, TITLE_CONTRAST_MIN),
    onPaper: readableOn(WHITE, dark, TITLE_CONTRAST_MIN),
    mark,
    onMark: inkOn(mark),
  }
}

export const isColour = (value: unknown): value is Colour => typeof value === 'string' && /^#[0-9a-f]{6}$/i.test(value)

/** White where it reads, else our ink, else black: one of the three always reaches 4.5:1. */
export function inkOn(ground: Colour): Colour {
  return [WHITE, INK].find((ink) => contrast(ink, ground) >= TEXT_CONTRAST_MIN) ?? BLACK
}

/** The wanted colour, moved towards the readable end only as far as the ground demands. */
export function readableOn(ground: Colour, wanted: Colour, ratio: number): Colour {
  const end = inkOn(ground)
  for (let share = 0; share < 1; share += 0.05) {
    const candidate = mix(wanted, end, share)
    if (contrast(candidate, ground) >= ratio) return candidate
  }
  return end
}

/** Mixes two colours: share 0 is the first, share 1 the second. */
export function mix(from: Colour, to: Colour, share: number): Colour {
  const [a, b] = [channelsOf(from), channelsOf(to)]
  const mixed = a.map((value, i) => Math.round(value + (b[i]! - value) * share))
  return `#${mixed.map((value) => value.toString(16).padStart(2, '0')).join('')}`
}

/** The contrast ratio of two colours, 1 to 21 (WCAG 2.2, "contrast ratio"). */
export function contrast(a: Colour, b: Colour): number {
  const [dim, bright] = [luminance(a), luminance(b)].sort((x, y) => x - y)
  return (bright! + 0.05) / (dim! + 0.05)
}

/** Relative luminance, 0 black to 1 white (WCAG 2.2, "relative luminance"). */
export function luminance(colour: Colour): number {
  const [red, green, blue] = channelsOf(colour).map((value) => {
    const share = value / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!
}

const channelsOf = (colour: Colour): number[] => [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16))
