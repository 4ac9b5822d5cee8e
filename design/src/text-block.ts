/** Sets a text element in its box: on one line, in lines, spread, in columns or along a curve. */
import type { Colour } from './colour.ts'
import type { TextElement } from './document.ts'
import { BASELINE_DROP, letteringAlong } from './lettering.ts'
import { advanceOf, needsSerif, widthOf } from './metrics.ts'
import type { Box, Glyph, Shape, TextShape } from './scene.ts'

export type SetText = {
  readonly shapes: readonly Shape[]
  /** False when the text had to be smaller than its smallest size to stay in its box. */
  readonly ok: boolean
  readonly size: number
  readonly lines: readonly string[]
  /** The middle of the last letter: where a seal goes. */
  readonly lastLetter: { readonly x: number; readonly y: number } | null
}

/** How a text is set; sizes are in the scene's unit. */
export type Type = Pick<TextElement, 'face' | 'weight' | 'align' | 'valign' | 'spread' | 'vertical' | 'curve'> & {
  readonly size: number
  readonly sizeMin: number
  readonly linesMax: number
  readonly lineHeight: number
  readonly tracking: number
  readonly fill: Colour
}

/** No ink leaves the box: a text that is too long even at its smallest is set smaller still, and reported. */
export function setText(text: string, wanted: Type, box: Box): SetText {
  const type = needsSerif(text) ? ({ ...wanted, face: 'serif' } as const) : wanted
  if (text.trim() === '') return { shapes: [], ok: true, size: type.size, lines: [], lastLetter: null }
  if (type.curve) return alongCurve(text, type, type.curve, box)
  if (type.vertical) return inColumns(text, type, box)
  if (type.spread) return spreadOut(text, type, box)
  return inLines(text, type, box)
}

/** Each try is a little smaller than the last. */
const SHRINK = 0.97
const SMALLEST = 0.02

/** Sizes from the largest down; the smallest allowed one is among them, and what follows it is not ok. */
function* sizesOf({ size, sizeMin }: Type): Generator<{ size: number; ok: boolean }> {
  for (let at = size; at > sizeMin; at *= SHRINK) yield { size: at, ok: true }
  yield { size: Math.min(size, sizeMin), ok: true }
  for (let at = sizeMin * SHRINK; at > sizeMin * SMALLEST; at *= SHRINK) yield { size: at, ok: false }
}

type Fitted = { readonly lines: string[]; readonly size: number; readonly ok: boolean }

/** The lines at the largest size at which they can be made. */
function largest(type: Type, make: (size: number) => string[] | null): Fitted {
  for (const { size, ok } of sizesOf(type)) {
    const lines = make(size)
    if (lines) return { lines, size, ok }
  }
  return { lines: [], size: type.sizeMin * SMALLEST, ok: false }
}

/** One or two lines are a name or a title: made smaller first, wrapped only when that is not enough. More lines are prose. */
function inLines(text: string, type: Type, box: Box): SetText {
  const paragraphs = text.split('\n')
  const make = (linesMax: number) => (size: number) => {
    const lines = paragraphs.flatMap((paragraph) => evenLines(paragraph, box.width / size, type))
    const fits = lines.length <= linesMax && lines.length * size * type.lineHeight <= box.height * ROUNDING
    return fits && lines.every((line) => lineEm(line, type) * size <= box.width * ROUNDING) ? lines : null
  }
  const alone = type.linesMax === 2 ? largest(type, make(paragraphs.length)) : null
  const { lines, size, ok } = alone?.ok ? alone : largest(type, make(type.linesMax))
  return { ...placeLines(lines, size, type, box), ok, size, lines }
}

/** Sums of thousandths are not exact. */
const ROUNDING = 1 + 1e-9

/** The width of a line in em, its tracking between letters only. */
const lineEm = (line: string, { weight, face, tracking }: Type): number =>
  widthOf(line, weight, face) + tracking * Math.max(0, [...line].length - 1)

/** Longer prose that starts at a margin is left to fill its lines. */
const EVENED_LINES_MAX = 2

/** As few lines as the width allows, then as even as that number of lines can be. */
function evenLines(paragraph: string, widthEm: number, type: Type): string[] {
  const lines = wrap(paragraph, widthEm, type)
  if (lines.length === 1 || (type.align !== 'middle' && lines.length > EVENED_LINES_MAX)) return lines
  let [narrow, wide] = [widthEm / 2, widthEm]
  for (let i = 0; i < 8; i++) {
    const middle = (narrow + wide) / 2
    const tried = wrap(paragraph, middle, type)
    const isGood = tried.length === lines.length && tried.every((line) => lineEm(line, type) <= widthEm)
    if (isGood) wide = middle
    else narrow = middle
  }
  return wrap(paragraph, wide, type)
}

/** Breaks at spaces; inside a Hangul word only when the word alone is wider than the line. */
function wrap(paragraph: string, widthEm: number, type: Type): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of paragraph.trim().split(/ +/)) {
    const joined = line === '' ? word : `${line} ${word}`
    if (lineEm(joined, type) <= widthEm || (line === '' && !isBreakable(word))) {
      line = joined
      continue
    }
    if (line !== '' && (lineEm(word, type) <= widthEm || !isBreakable(word))) {
      lines.push(line)
      line = word
      continue
    }
    const pieces = wrapSyllables(joined, widthEm, type)
    lines.push(...pieces.slice(0, -1))
    line = pieces.at(-1)!
  }
  return [...lines, line]
}

const isBreakable = (word: string): boolean => /^[\uac00-\ud7a3()·,]{5,}$/u.test(word)

function wrapSyllables(text: string, widthEm: number, type: Type): string[] {
  const lines: string[] = []
  let line = ''
  for (const character of text) {
    if (line !== '' && lineEm(line + character, type) > widthEm) {
      lines.push(line.trim())
      line = ''
    }
    line += character
  }
  return [...lines, line.trim()]
}

function placeLines(
  lines: readonly string[],
  size: number,
  type: Type,
  box: Box,
): Pick<SetText, 'shapes' | 'lastLetter'> {
  const step = size * type.lineHeight
  const free = box.height - lines.length * step
  const top = box.y + (type.valign === 'top' ? 0 : type.valign === 'bottom' ? free : free / 2)
  const placed = lines.map((line, i) => {
    const y = top + (i + 0.5) * step + size * BASELINE_DROP
    return { line, y, left: leftOf(line, size, type, box) }
  })
  const end = placed.at(-1)
  if (!end) return { shapes: [], lastLetter: null }
  const last = [...end.line].at(-1) ?? ''
  const right = end.left + lineEm(end.line, type) * size
  return {
    shapes: placed.map(({ line, y, left }) => oneLine(line, left, y, size, type, box)),
    lastLetter: {
      x: right - ((advanceOf(last, type.weight, type.face) ?? 1) * size) / 2,
      y: end.y - size * BASELINE_DROP,
    },
  }
}

function leftOf(line: string, size: number, type: Type, box: Box): number {
  const free = box.width - lineEm(line, type) * size
  return box.x + (type.align === 'start' ? 0 : type.align === 'end' ? free : free / 2)
}

/** Beyond this tracking letters are placed one by one: engines differ in where they put the space after the last letter. */
const TRACKING_SET_BY_HAND = 0.06

function oneLine(line: string, left: number, y: number, size: number, type: Type, box: Box): Shape {
  const { weight, face, fill, tracking, align } = type
  if (tracking > TRACKING_SET_BY_HAND) {
    const advances = [...line].map((character) => ((advanceOf(character, weight, face) ?? 1) + tracking) * size)
    return { kind: 'glyphs', glyphs: row(line, left, y, advances), size, weight, face, fill }
  }
  const x = align === 'start' ? box.x : align === 'end' ? box.x + box.width : box.x + box.width / 2
  const spacing = tracking === 0 ? {} : { tracking: tracking * size }
  return { kind: 'text', x, y, text: line, anchor: align, size, weight, face, fill, ...spacing } satisfies TextShape
}

function row(line: string, left: number, y: number, advances: readonly number[]): Glyph[] {
  let x = left
  return [...line].map((character, i) => {
    const glyph = { character, x, y, degrees: 0 }
    x += advances[i]!
    return glyph
  })
}

/** The first letter at the left edge, the last at the right, the rest at equal steps (균등분할). A space in the text is not a letter. */
function spreadOut(text: string, type: Type, box: Box): SetText {
  const letters = [...text.replace(/\s/g, '')]
  const em = letters.map((letter) => advanceOf(letter, type.weight, type.face) ?? 1)
  const total = em.reduce((sum, width) => sum + width, 0)
  const size = Math.min(type.size, (box.width / total) * ROUNDING, box.height)
  const gap = letters.length > 1 ? (box.width - total * size) / (letters.length - 1) : 0
  const left = letters.length > 1 ? box.x : box.x + (box.width - total * size) / 2
  const y = box.y + box.height / 2 + size * BASELINE_DROP
  const glyphs = row(
    letters.join(''),
    left,
    y,
    em.map((width) => width * size + gap),
  )
  const { weight, face, fill } = type
  const x = glyphs.at(-1)!.x + (em.at(-1)! * size) / 2
  return {
    shapes: [{ kind: 'glyphs', glyphs, size, weight, face, fill }],
    ok: size >= type.sizeMin - 1e-9,
    size,
    lines: [letters.join('')],
    lastLetter: { x, y: box.y + box.height / 2 },
  }
}

/** Columns from right to left, letters downward; a space is half a letter high. */
function inColumns(text: string, type: Type, box: Box): SetText {
  const paragraphs = text.split('\n')
  // Some Latin capitals are wider than an em.
  const widest = Math.max(...[...text].map((character) => advanceOf(character, type.weight, type.face) ?? 1))
  const columnWidth = Math.max(type.lineHeight, widest)
  const make = (size: number): string[] | null => {
    const columns = paragraphs.flatMap((paragraph) => wrapDown(paragraph, box.height / size, type.tracking))
    const width = columns.length * size * columnWidth
    const fits = columns.length <= type.linesMax && width <= box.width * ROUNDING
    const isLow = columns.every((column) => columnEm(column, type.tracking) * size <= box.height * ROUNDING)
    return fits && isLow ? columns : null
  }
  const { lines: columns, size, ok } = largest(type, make)
  const { weight, face, fill } = type
  const step = size * columnWidth
  const free = box.width - columns.length * step
  const right = box.x + box.width - (type.align === 'start' ? 0 : type.align === 'end' ? free : free / 2)
  const glyphs = columns.flatMap((column, i) => downward(column, right - (i + 0.5) * step, size, type, box))
  const last = glyphs.at(-1)
  return {
    shapes: [{ kind: 'glyphs', glyphs, size, weight, face, fill }],
    ok,
    size,
    lines: columns,
    lastLetter: last ? { x: last.x + size * 0.46, y: last.y - size * BASELINE_DROP } : null,
  }
}

const heightEm = (character: string, tracking: number): number => (character === ' ' ? 0.5 : 1) + tracking

const columnEm = (column: string, tracking: number): number =>
  [...column].reduce((sum, character) => sum + heightEm(character, tracking), -tracking)

function wrapDown(paragraph: string, roomEm: number, tracking: number): string[] {
  const columns: string[] = []
  let column = ''
  for (const word of paragraph.trim().split(/ +/)) {
    const joined = column === '' ? word : `${column} ${word}`
    if (columnEm(joined, tracking) <= roomEm * ROUNDING) column = joined
    else {
      if (column !== '') columns.push(column)
      column = word
      while (columnEm(column, tracking) > roomEm * ROUNDING && column.length > 1) {
        const fitting = Math.max(1, Math.floor((roomEm + tracking) / (1 + tracking)))
        columns.push([...column].slice(0, fitting).join(''))
        column = [...column].slice(fitting).join('')
      }
    }
  }
  return [...columns, column]
}

function downward(column: string, middle: number, size: number, type: Type, box: Box): Glyph[] {
  const free = box.height - columnEm(column, type.tracking) * size
  let y = box.y + (type.valign === 'middle' ? free / 2 : type.valign === 'bottom' ? free : 0)
  return [...column].map((character) => {
    const advance = (advanceOf(character, type.weight, type.face) ?? 1) * size
    const glyph = { character, x: middle - advance / 2, y: y + size * (0.5 + BASELINE_DROP), degrees: 0 }
    y += heightEm(character, type.tracking) * size
    return glyph
  })
}

/** The curve touches the middle of the box's upper or lower edge; letters stay under or over it. */
function alongCurve(
  text: string,
  type: Type,
  { radius, side }: { radius: number; side: 'top' | 'bottom' },
  box: Box,
): SetText {
  const x = box.x + box.width / 2
  const half = Math.min(1, box.width / 2 / radius)
  const degreesMax = Math.min(320, (2 * Math.asin(half) * 180) / Math.PI)
  const baseline = side === 'top' ? radius - type.size * 0.8 : radius
  const y = side === 'top' ? box.y + radius : box.y + box.height - radius
  const style = { size: type.size, sizeMin: type.sizeMin, weight: type.weight, face: type.face, fill: type.fill }
  const shape = letteringAlong(text, { x, y, radius: baseline, degreesMax, side }, style)
  const shown = shape.glyphs.map(({ character }) => character).join('')
  return { shapes: [shape], ok: shown === text, size: shape.size, lines: [shown], lastLetter: null }
}
