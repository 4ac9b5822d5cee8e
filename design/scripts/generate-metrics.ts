/** Writes `src/metrics-data.generated.ts` from the TrueType files in `fonts/`: run it again whenever a font file changes. */
import { readFileSync, writeFileSync } from 'node:fs'

const FONTS = {
  sans400: 'Pretendard-Regular.ttf',
  sans700: 'Pretendard-Bold.ttf',
  sans800: 'Pretendard-ExtraBold.ttf',
  serif400: 'NotoSerifKR-Regular.ttf',
  serif700: 'NotoSerifKR-Bold.ttf',
}
type Blocks = readonly (readonly [number, number])[]

/** What names and titles are written in; symbols beyond these are not promised to be drawable. */
const BLOCKS: Blocks = [
  [0x0020, 0x017f], // Latin
  [0x0370, 0x04ff], // Greek, Cyrillic
  [0x1e00, 0x1eff], // Vietnamese
  [0x2010, 0x203b], // dashes, quotation marks, ellipsis, reference mark
  [0x20a0, 0x20bf], // currencies
  [0x2100, 0x219f], // letter-like symbols, roman numerals, arrows
  [0x2460, 0x24ff], // circled numbers
  [0x3000, 0x30ff], // ideographic punctuation, Kana
  [0x3131, 0x318e], // Hangul letters
  [0xac00, 0xd7a3], // Hangul syllables
  [0xff01, 0xff5e], // full-width forms
]

/** Hanja, of which the serif has those of KS X 1001, some of them twice for another reading; alike in both weights. */
const HANJA_BLOCKS: Blocks = [
  [0x4e00, 0x9fff],
  [0xf900, 0xfaff],
]

type Font = { unitsPerEm: number; glyphOf: Map<number, number>; advanceOf: (glyph: number) => number }

function readFont(path: string): Font {
  const bytes = readFileSync(path)
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const tables = new Map<string, number>()
  for (let i = 0; i < view.getUint16(4); i++) {
    const record = 12 + i * 16
    tables.set(bytes.toString('latin1', record, record + 4), view.getUint32(record + 8))
  }
  const longMetrics = view.getUint16(tables.get('hhea')! + 34)
  const hmtx = tables.get('hmtx')!
  return {
    unitsPerEm: view.getUint16(tables.get('head')! + 18),
    glyphOf: readCharacterMap(view, tables.get('cmap')!),
    advanceOf: (glyph) => view.getUint16(hmtx + Math.min(glyph, longMetrics - 1) * 4),
  }
}

/** Reads the subtable that maps most: format 12 for every code point, else format 4 for the first plane (OpenType, `cmap`). */
function readCharacterMap(view: DataView, cmap: number): Map<number, number> {
  const subtables = Array.from(
    { length: view.getUint16(cmap + 2) },
    (_, i) => cmap + view.getUint32(cmap + 4 + i * 8 + 4),
  )
  const ofFormat = (format: number) => subtables.find((subtable) => view.getUint16(subtable) === format)
  const [full, plane] = [ofFormat(12), ofFormat(4)]
  if (full !== undefined) return readGroups(view, full)
  if (plane !== undefined) return readSegments(view, plane)
  throw new Error('the font has no character map of format 4 or 12')
}

function readGroups(view: DataView, subtable: number): Map<number, number> {
  const glyphOf = new Map<number, number>()
  for (let g = 0; g < view.getUint32(subtable + 12); g++) {
    const group = subtable + 16 + g * 12
    const first = view.getUint32(group)
    for (let code = first; code <= view.getUint32(group + 4); code++)
      glyphOf.set(code, view.getUint32(group + 8) + code - first)
  }
  return glyphOf
}

function readSegments(view: DataView, subtable: number): Map<number, number> {
  const glyphOf = new Map<number, number>()
  const bytes = view.getUint16(subtable + 6)
  for (let at = 0; at < bytes; at += 2) {
    const last = view.getUint16(subtable + 14 + at)
    const first = view.getUint16(subtable + 16 + bytes + at)
    const delta = view.getUint16(subtable + 16 + bytes * 2 + at)
    const rangeAt = subtable + 16 + bytes * 3 + at
    const range = view.getUint16(rangeAt)
    for (let code = first; code <= last && code < 0xffff; code++) {
      const glyph = range === 0 ? code : view.getUint16(rangeAt + range + (code - first) * 2)
      if (glyph !== 0) glyphOf.set(code, (glyph + delta) & 0xffff)
    }
  }
  return glyphOf
}

/** Runs of consecutive code points with one advance, in thousandths of an em: `[first, last, advance]`. */
function runsOf(font: Font, blocks: Blocks): [number, number, number][] {
  const runs: [number, number, number][] = []
  for (const [code, glyph] of [...font.glyphOf].sort(([a], [b]) => a - b)) {
    if (!blocks.some(([first, last]) => code >= first && code <= last)) continue
    const advance = Math.round((font.advanceOf(glyph) * 1000) / font.unitsPerEm)
    const last = runs.at(-1)
    if (last && last[1] === code - 1 && last[2] === advance) last[1] = code
    else runs.push([code, code, advance])
  }
  return runs
}

const fontsDir = new URL('../../fonts/', import.meta.url)
const open = (file: string): Font => readFont(new URL(file, fontsDir).pathname)
const rows = Object.entries(FONTS).map(([key, file]) => {
  const font = open(file)
  const runs = runsOf(font, BLOCKS)
  process.stdout.write(`${file}: ${font.glyphOf.size} characters, ${runs.length} runs\n`)
  return `  ${key}: '${encode(runs)}',`
})
const [hanja, bold] = [FONTS.serif400, FONTS.serif700].map((file) => encode(runsOf(open(file), HANJA_BLOCKS)))
if (hanja !== bold) throw new Error('the two weights of the serif differ in their Hanja')
rows.push(`  hanja: '${hanja}',`)
writeFileSync(
  new URL('../src/metrics-data.generated.ts', import.meta.url),
  `// Made by design/scripts/generate-metrics.ts from the files in fonts/: runs "gap.length.advance" in base 36.
export const ADVANCE_RUNS = {\n${rows.join('\n')}\n} as const\n`,
)

/** Each run as its gap from the end of the one before, its length and its advance. */
function encode(runs: [number, number, number][]): string {
  return runs
    .map(([first, last, advance], i) => {
      const gap = first - (runs[i - 1]?.[1] ?? 0)
      return [gap, last - first, advance].map((n) => n.toString(36)).join('.')
    })
    .join(' ')
}
