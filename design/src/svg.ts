/** Writes a scene as one SVG text: the same for the browser, the PNG and the printed page. */
import { needsSerif } from './metrics.ts'
import { round } from './path.ts'
import type { Glyph, GlyphsShape, ImageShape, Lettering, Paint, Scene, Shape, TextShape } from './scene.ts'

/** The first family is drawn by us everywhere; the others are for a file opened far from our fonts, or for a rare syllable. */
export const FONT_FAMILY = "Pretendard, 'Apple SD Gothic Neo', 'Malgun Gothic', sans-serif"
const SERIF_FAMILY = "'Noto Serif KR', Pretendard, AppleMyungjo, Batang, serif"

export type SvgOptions = {
  /** What the drawing is called aloud; empty for a picture that only decorates. */
  readonly title: string
  readonly language?: string
  /** Width shown when nothing else decides, in CSS pixels. */
  readonly size?: number
}

/** The scene as well-formed, self-contained SVG: no script, no style, no id, no reference. Same scene, same bytes. */
export function sceneSvg(scene: Scene, { title, language, size = scene.width }: SvgOptions): string {
  const height = round((size * scene.height) / scene.width)
  const attributes = `xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${scene.width} ${scene.height}" width="${round(size)}" height="${height}"`
  const shapes = scene.shapes.map(element).join('')
  if (title === '') return `<svg ${attributes} aria-hidden="true">${shapes}</svg>`
  const name = escapeXml(title)
  const spoken = `${language ? ` xml:lang="${escapeXml(language)}"` : ''} role="img" aria-label="${name}"`
  return `<svg ${attributes}${spoken}><title>${name}</title>${shapes}</svg>`
}

function element(shape: Shape): string {
  switch (shape.kind) {
    case 'path':
      return `<path d="${escapeXml(shape.d)}"${paint(shape)}/>`
    case 'circle':
      return `<circle cx="${round(shape.x)}" cy="${round(shape.y)}" r="${round(shape.r)}"${paint(shape)}/>`
    case 'text':
      return text(shape)
    case 'glyphs':
      return glyphs(shape)
    case 'image':
      return image(shape)
  }
}

function image({ x, y, width, height, picture, opacity }: ImageShape): string {
  const box = `x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}"`
  const source = `data:${picture.mediaType};base64,${picture.base64}`
  return `<image ${box}${opacityOf(opacity)} href="${escapeXml(source)}"/>`
}

function text(shape: TextShape): string {
  const anchor = shape.anchor === 'start' ? '' : ` text-anchor="${shape.anchor}"`
  return `<text x="${round(shape.x)}" y="${round(shape.y)}"${anchor}${lettering(shape, shape.text)}>${escapeXml(shape.text)}</text>`
}

/** Per-letter positions instead of a text path: a text path needs an id, and ids collide when badges share a page. */
function glyphs(shape: GlyphsShape): string {
  const list = (read: (glyph: Glyph) => number) => shape.glyphs.map((glyph) => round(read(glyph))).join(' ')
  const positions = `x="${list((g) => g.x)}" y="${list((g) => g.y)}" rotate="${list((g) => g.degrees)}"`
  const words = shape.glyphs.map((g) => g.character).join('')
  return `<text ${positions}${lettering(shape, words)}>${escapeXml(words)}</text>`
}

function lettering({ size, weight, fill, tracking, face, opacity }: Lettering, words: string): string {
  const spacing = tracking ? ` letter-spacing="${round(tracking)}"` : ''
  // Engines would mix two faces in a line each in its own way, so a line with Hanja is all serif.
  const isSerif = face === 'serif' || needsSerif(words)
  const family = isSerif ? SERIF_FAMILY : FONT_FAMILY
  // The serif has no weight beyond bold, and engines differ in what they would put in its place.
  const drawn = isSerif && weight === 800 ? 700 : weight
  return ` font-family="${family}" font-weight="${drawn}" font-size="${round(size)}"${spacing} fill="${fill}"${opacityOf(opacity)}`
}

function paint({ fill, stroke, strokeWidth, dash, opacity }: Paint): string {
  const line = stroke
    ? ` stroke="${stroke}" stroke-width="${round(strokeWidth ?? 1)}" stroke-linecap="round" stroke-linejoin="round"`
    : ''
  const dashes = dash ? ` stroke-dasharray="${dash.map(round).join(' ')}"` : ''
  return ` fill="${fill ?? 'none'}"${line}${dashes}${opacityOf(opacity)}`
}

const opacityOf = (opacity: number | undefined): string =>
  opacity === undefined || opacity === 1 ? '' : ` opacity="${round(opacity)}"`

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Escapes for text and double-quoted attributes, dropping what XML 1.0 cannot hold (2.2). */
export const escapeXml = (value: string): string =>
  value
    .toWellFormed()
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are exactly the characters XML forbids
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replace(/[&<>"]/g, (character) => ENTITIES[character]!)
