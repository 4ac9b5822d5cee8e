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
  const spaced = bestOf(words, ' ', box)
  if (spaced.size >= box.sizeMin * 1.35) return settle(spaced, box)
  const pieces = words.flatMap(breakHangul)
  const broken = pieces.length > words.length ? bestOf(pieces, '', box, words) : spaced
  return settle(broken.size > spaced.size * LINE_GAIN ? broken : spaced, box)
}

/** The width of one line as it is set, in em. */
export const lineWidth = (line: string, weight: Weight): number =>
  widthOf(line, weight) + TRACKING * Math.max(0, [...line].length - 1)

type Setting = { readonly lines: readonly string[]; readonly size: number }

const settle = ({ lines, size }: Setting, box: TextBox): Fit => ({
  ok: size >= box.sizeMin,
  lines,
  size: Math.floor(size * 2) / 2,
})

/** Tries every number of lines and every way to share the pieces among them. */
function bestOf(pieces: readonly string[], joint: string, box: TextBox, words?: readonly string[]): Setting {
  const join = words ? rejoin(words) : (part: readonly string[]) => part.join(joint)
  let best: Setting | null = null
  for (let count = 1; count <= Math.min(box.linesMax, pieces.length); count++) {
    for (const lines of partitions(pieces, count, join)) {
      const setting = { lines, size: sizeOf(lines, box) }
      const wanted = best && best.lines.length < count ? best.size * LINE_GAIN : (best?.size ?? 0)
      if (setting.size > wanted) best = setting
    }
  }
  return best ?? { lines: [''], size: box.sizeMax }
}

function sizeOf(lines: readonly string[], box: TextBox): number {
  const widest = Math.max(...lines.map((line) => lineWidth(line, box.weight)), 0.1)
  return Math.min(box.sizeMax, box.width / widest, box.height / (lines.length * LINE_HEIGHT))
}

function* partitions(
  pieces: readonly string[],
  count: number,
  join: (part: readonly string[], from: number) => string,
  from = 0,
): Generator<string[]> {
  if (count === 1) {
    yield [join(pieces.slice(from), from)]
    return
  }
  for (let end = from + 1; end <= pieces.length - count + 1; end++) {
    for (const rest of partitions(pieces, count - 1, join, end)) yield [join(pieces.slice(from, end), from), ...rest]
  }
}

/** Puts the space back between pieces that belong to different words. */
function rejoin(words: readonly string[]): (part: readonly string[], from: number) => string {
  const startsWord = new Set<number>()
  let index = 0
  for (const word of words) {
    startsWord.add(index)
    index += breakHangul(word).length
  }
  return (part, from) => part.map((piece, i) => (i > 0 && startsWord.has(from + i) ? ` ${piece}` : piece)).join('')
}

/** A long Hangul word in pieces of two syllables and more; any other word whole. */
function breakHangul(word: string): string[] {
  const syllables = [...word]
  if (syllables.length < 5 || !/^[\uac00-\ud7a3]+$/.test(word)) return [word]
  return syllables.reduce<string[]>((pieces, syllable, i) => {
    const opensPiece = i === 0 || (i >= 2 && i <= syllables.length - 2)
    if (opensPiece) pieces.push(syllable)
    else pieces[pieces.length - 1] += syllable
    return pieces
  }, [])
}
