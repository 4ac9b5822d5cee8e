/** Fits a text into a box: as large as it goes, broken at spaces, inside a Hangul word only when nothing else helps. */
import { type Weight, widthOf } from './metrics.ts'

export type TextBox = {
  readonly width: number
  readonly height: number
  readonly sizeMax: number
  readonly sizeMin: number
  readonly linesMax: number
  readonly weight: Weight
}

/** `ok` is false when the text would have to be smaller than the box allows; the lines are still given, at the size that fits. */
export type Fit = { readonly ok: boolean; readonly lines: readonly string[]; readonly size: number }

export const LINE_HEIGHT = 1.16

/** Large type is set a little tighter, in em. */
export const TRACKING = -0.015

/** One more line must win this much size: a title on one line reads faster. */
const LINE_GAIN = 1.12

export function fit(text: string, box: TextBox): Fit {
  const words = text.trim().split(/\s+/)
  let best: Setting | null = null
  for (const breakWord of BREAKERS) {
    const setting = bestOf(words, breakWord, box)
    if (!best || setting.size > best.size * LINE_GAIN) best = setting
    if (best.size >= box.sizeMin * COMFORT) break
  }
  const { lines, size } = best!
  return { ok: size >= box.sizeMin, lines, size: Math.floor(size * 2) / 2 }
}

/** The width of one line as it is set, in em. */
export const lineWidth = (line: string, weight: Weight): number =>
  widthOf(line, weight) + TRACKING * Math.max(0, [...line].length - 1)

/** So much above the smallest size a title is good enough not to break its words. */
const COMFORT = 1.35

/** Ways to break a word, from the best to the last resort: not at all, after a joining mark, between Hangul syllables. */
const BREAKERS: readonly ((word: string) => string[])[] = [
  (word) => [word],
  (word) => word.split(/(?<=[·・/,:–-])(?=.)/u),
  (word) => word.split(/(?<=[·・/,:–-])(?=.)/u).flatMap(breakHangul),
]

/** A long Hangul word in single syllables, two kept together at either end; any other word whole. */
function breakHangul(word: string): string[] {
  const syllables = [...word]
  const last = syllables.length - 2
  if (syllables.length < 5 || !/^[\uac00-\ud7a3]+$/.test(word)) return [word]
  return [syllables.slice(0, 2).join(''), ...syllables.slice(2, last), syllables.slice(last).join('')]
}

type Setting = { readonly lines: readonly string[]; readonly size: number; readonly widest: number }

type Piece = { readonly text: string; readonly opensWord: boolean }

/** Tries every number of lines and every way to share the pieces among them. */
function bestOf(words: readonly string[], breakWord: (word: string) => string[], box: TextBox): Setting {
  const pieces = words.flatMap((word) => breakWord(word).map((text, i): Piece => ({ text, opensWord: i === 0 })))
  let best = setIn(box, [join(pieces)])
  for (let count = 2; count <= Math.min(box.linesMax, pieces.length); count++) {
    const settings = [...partitions(pieces, count)].map((lines) => setIn(box, lines))
    const evenest = settings.reduce((a, b) => (b.size > a.size || (b.size === a.size && b.widest < a.widest) ? b : a))
    if (evenest.size > best.size * LINE_GAIN) best = evenest
  }
  return best
}

function setIn(box: TextBox, lines: readonly string[]): Setting {
  const widest = Math.max(...lines.map((line) => lineWidth(line, box.weight)), 0.1)
  const size = Math.min(box.sizeMax, box.width / widest, box.height / (lines.length * LINE_HEIGHT))
  return { lines, size, widest }
}

/** Every way to cut the pieces into so many lines. */
function* partitions(pieces: readonly Piece[], count: number): Generator<string[]> {
  if (count === 1) {
    yield [join(pieces)]
    return
  }
  for (let end = 1; end <= pieces.length - count + 1; end++)
    for (const rest of partitions(pieces.slice(end), count - 1)) yield [join(pieces.slice(0, end)), ...rest]
}

const join = (pieces: readonly Piece[]): string =>
  pieces.map(({ text, opensWord }, i) => (i > 0 && opensWord ? ` ${text}` : text)).join('')
