/**
 * Draws every template in three brands: `npm run templates -- [FOLDER]`, by default `docs/templates`, beside which `docs/templates.png`
 * shows them all at a glance. A sheet for each brand has the badges at 600 and 64 px, another the certificates at a size to be read.
 */
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Resvg } from '@resvg/resvg-js'
import { badgeScene } from '../src/badge.ts'
import type { BadgeDesign } from '../src/badge-design.ts'
import { bind } from '../src/bind.ts'
import { CERTIFICATES, type Certificate } from '../src/certificates.ts'
import { PAGES } from '../src/document.ts'
import { EXAMPLES } from '../src/examples.ts'
import { layOut } from '../src/layout.ts'
import { type Picture, place, type Scene, type Shape } from '../src/scene.ts'
import { sceneSvg } from '../src/svg.ts'
import { VARIABLES } from '../src/variables.ts'
import { palettePng } from './palette-png.ts'

const BRANDS = [
  { name: 'navy', primary: '#1f3a8a', accent: '#e0a526' },
  { name: 'green', primary: '#0f5c46', accent: '#ff9f6b' },
  { name: 'yellow', primary: '#f2c94c', accent: '#7a1230' },
] as const

type Brand = (typeof BRANDS)[number]

/** All sizes in pixels; `row` is how high the certificates of a row are. */
type Measures = {
  readonly width: number
  readonly full: number
  readonly compact: number
  readonly columns: number
  readonly row: number
  readonly gap: number
}

const GLANCE: Measures = { width: 1720, full: 98, compact: 64, columns: 10, row: 126, gap: 14 }
const LARGE: Measures = { width: 3240, full: 600, compact: 64, columns: 5, row: 690, gap: 40 }

const INK = '#333b4d'
const GROUND = '#dad8d2'

type Block = { readonly shapes: readonly Shape[]; readonly height: number }

const branded = (design: BadgeDesign, { primary, accent }: Brand): BadgeDesign => ({ ...design, primary, accent })

function certificateScene({ document }: Certificate, brand: Brand): Scene {
  const samples = VARIABLES.map(({ key, sample }): [string, string] => [key, sample[document.language]])
  const badge = { ...branded(EXAMPLES[2]!, brand), title: '마이크로디그리', institutionName: '한빛대학교' }
  const { primary, accent } = brand
  return layOut(bind({ ...document, primary, accent }, { values: Object.fromEntries(samples), badge })).scene
}

const line = (text: string, x: number, y: number, size: number): Shape => ({
  kind: 'text',
  x,
  y,
  text,
  anchor: 'start',
  size,
  weight: 700,
  fill: INK,
})

/** Full and compact side by side, as small as they are met in lists. */
function badgesAtAGlance(brand: Brand, { width, full, compact, columns, gap }: Measures): Block {
  const cell = (width - gap) / columns
  const shapes = EXAMPLES.flatMap((example, i) => {
    const [x, y] = [gap + (i % columns) * cell, Math.floor(i / columns) * (full + gap)]
    const design = branded(example, brand)
    return [
      ...place(badgeScene(design).shapes, { x, y, scale: full / 600 }),
      ...place(badgeScene(design, { compact: true }).shapes, {
        x: x + full + 6,
        y: y + full - compact,
        scale: compact / 600,
      }),
    ]
  })
  return { shapes, height: Math.ceil(EXAMPLES.length / columns) * (full + gap) }
}

/** Each at 600 px, below it at 64 px on light and on dark, with its name. */
function badgesInFull(brand: Brand, { full, compact, columns, gap }: Measures): Block {
  const foot = compact + gap
  const rowHeight = full + foot + gap
  const shapes = EXAMPLES.flatMap((example, i): Shape[] => {
    const [x, y] = [gap + (i % columns) * (full + gap), Math.floor(i / columns) * rowHeight]
    const design = branded(example, brand)
    const small = badgeScene(design, { compact: true }).shapes
    const below = y + full + gap / 2
    const dark = { x: x + compact + gap / 2, size: compact + 16 }
    return [
      ...place(badgeScene(design).shapes, { x, y, scale: 1 }),
      ...place(small, { x, y: below, scale: compact / 600 }),
      { kind: 'path', d: `M${dark.x} ${below - 8}h${dark.size}v${dark.size}h${-dark.size}Z`, fill: '#12161f' },
      ...place(small, { x: dark.x + 8, y: below, scale: compact / 600 }),
      line(design.template, dark.x + dark.size + gap / 2, below + compact / 2 + 10, 28),
    ]
  })
  return { shapes, height: Math.ceil(EXAMPLES.length / columns) * rowHeight }
}

/** The upright ones first, so that rows fill. */
const byWidth = (one: Certificate, other: Certificate): number => breadth(one) - breadth(other)
const breadth = ({ document }: Certificate): number => PAGES[document.page].width / PAGES[document.page].height

function certificates(brand: Brand, { width, row, gap }: Measures, areNamed: boolean): Block {
  const name = areNamed ? 40 : 0
  let [x, y] = [gap, 0]
  const shapes = [...CERTIFICATES].sort(byWidth).flatMap((certificate): Shape[] => {
    const scene = certificateScene(certificate, brand)
    const drawn = Math.round((scene.width * row) / scene.height)
    if (x + drawn > width - gap) [x, y] = [gap, y + row + name + gap]
    const page: Shape = { kind: 'image', x, y, width: drawn, height: row, picture: pictureOf(scene, drawn) }
    const label = line(certificate.id, x, y + row + 32, 24)
    x += drawn + gap
    return areNamed ? [page, label] : [page]
  })
  return { shapes, height: y + row + name + gap * 2 }
}

/** Pixels, because a page ends at its edge and shapes would go on over it. */
function pictureOf(scene: Scene, widthPx: number): Picture {
  const drawn = draw(scene, widthPx)
  const base64 = drawn.asPng().toString('base64')
  return { mediaType: 'image/png', base64, widthPx: drawn.width, heightPx: drawn.height }
}

/** Blocks one below the other, on a grey ground that shows white paper as paper. */
function sheet(width: number, blocks: readonly Block[]): Scene {
  let height = 0
  const shapes = blocks.flatMap((block) => {
    const placed = place(block.shapes, { x: 0, y: height, scale: 1 })
    height += block.height
    return placed
  })
  height = Math.ceil(height)
  return { width, height, shapes: [{ kind: 'path', d: `M0 0H${width}V${height}H0Z`, fill: GROUND }, ...shapes] }
}

const titled = (text: string, { gap }: Measures): Block => ({
  shapes: [line(text, gap, gap + 30, gap < 20 ? 22 : 36)],
  height: gap + (gap < 20 ? 46 : 66),
})

const FONTS = fileURLToPath(new URL('../../fonts/', import.meta.url))
const fontFiles = readdirSync(FONTS)
  .filter((name) => name.endsWith('.ttf'))
  .map((name) => join(FONTS, name))

const draw = (scene: Scene, widthPx: number) =>
  new Resvg(sceneSvg(scene, { title: '' }), {
    fitTo: { mode: 'width', value: widthPx },
    font: { fontFiles, loadSystemFonts: false, defaultFontFamily: 'Pretendard' },
  }).render()

function write(file: string, scene: Scene): void {
  const drawn = draw(scene, scene.width)
  const png = palettePng({ rgba: drawn.pixels, width: drawn.width, height: drawn.height })
  writeFileSync(file, png)
  console.info(`${file}  ${drawn.width} x ${drawn.height}  ${Math.round(png.length / 1024)} kB`)
}

const [folder = fileURLToPath(new URL('../../docs/templates', import.meta.url))] = process.argv.slice(2)
mkdirSync(folder, { recursive: true })
const brandLine = ({ primary, accent }: Brand): string => `${primary}  ${accent}`
const glance = BRANDS.flatMap((brand) => [
  titled(brandLine(brand), GLANCE),
  badgesAtAGlance(brand, GLANCE),
  certificates(brand, GLANCE, false),
])
write(`${folder}.png`, sheet(GLANCE.width, glance))
for (const brand of BRANDS) {
  const title = titled(brandLine(brand), LARGE)
  write(join(folder, `badges-${brand.name}.png`), sheet(LARGE.width, [title, badgesInFull(brand, LARGE)]))
  write(join(folder, `certificates-${brand.name}.png`), sheet(LARGE.width, [title, certificates(brand, LARGE, true)]))
}
