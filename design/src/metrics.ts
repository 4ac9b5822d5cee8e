/** Tells how wide a text will be, from the advance widths of the very font files that draw it. */
import { ADVANCE_RUNS } from './metrics-data.generated.ts'

/** The weights whose files are shipped: a drawing may use no other. */
export type Weight = 400 | 700 | 800

/** `sans` is Pretendard; `serif` is Noto Serif KR, for certificates. */
export const FACES = ['sans', 'serif'] as const
export type Face = (typeof FACES)[number]

type Run = { readonly first: number; readonly last: number; readonly advance: number }
type FontKey = keyof typeof ADVANCE_RUNS

const runsByFont = new Map<FontKey, readonly Run[]>()

/** The width of a text in em, without kerning; a character the font lacks counts as one em. */
export function widthOf(text: string, weight: Weight, face: Face = 'sans'): number {
  const drawn = needsSerif(text) ? 'serif' : face
  let width = 0
  for (const character of text) width += advanceOf(character, weight, drawn) ?? 1
  return width
}

/** Characters of a text that the fonts cannot draw, each once: they would print as empty boxes. */
export function undrawable(text: string): string[] {
  return [...new Set(text)].filter((character) => advanceOf(character, 400) === null)
}

/** The advance width of one character in em, or null when no font has such a glyph. What one face lacks the other draws. */
export function advanceOf(character: string, weight: Weight, face: Face = 'sans'): number | null {
  const code = character.codePointAt(0)!
  const other = face === 'serif' ? 'sans' : 'serif'
  const fonts = [fontOf(face, weight), fontOf(other, weight), 'hanja'] as const
  for (const font of fonts) {
    const advance = advanceIn(runsOf(font), code)
    if (advance !== null) return advance
  }
  return null
}

/** Some of a text's characters are only in the serif, Hanja above all: the whole of it is then set in the serif. */
export function needsSerif(text: string): boolean {
  for (const character of text)
    if (character > '~' && advanceIn(runsOf('sans400'), character.codePointAt(0)!) === null) return true
  return false
}

/** The serif has no weight beyond bold. */
const fontOf = (face: Face, weight: Weight): FontKey =>
  face === 'sans' ? `sans${weight}` : weight === 400 ? 'serif400' : 'serif700'

function advanceIn(runs: readonly Run[], code: number): number | null {
  let low = 0
  let high = runs.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const run = runs[middle]!
    if (code < run.first) high = middle - 1
    else if (code > run.last) low = middle + 1
    else return run.advance / 1000
  }
  return null
}

function runsOf(key: FontKey): readonly Run[] {
  const known = runsByFont.get(key)
  if (known) return known
  const runs = decode(ADVANCE_RUNS[key])
  runsByFont.set(key, runs)
  return runs
}

/** Undoes the generator's encoding: `gap.length.advance`, base 36. */
function decode(encoded: string): Run[] {
  let end = 0
  return encoded.split(' ').map((triple) => {
    const [gap, length, advance] = triple.split('.').map((digits) => Number.parseInt(digits, 36))
    const first = end + gap!
    end = first + length!
    return { first, last: end, advance: advance! }
  })
}
