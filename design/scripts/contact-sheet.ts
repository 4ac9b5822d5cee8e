/**
 * Writes a PNG of every template in three brands: `npm run templates -- [OUT.png]`, by default `docs/templates.png`.
 * With `--each FOLDER` every badge is also written at 600 and 64 px and every certificate at 1200 px, a file each, to be looked at.
 */
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { Resvg } from '@resvg/resvg-js'
import { badgeScene } from '../src/badge.ts'
import type { BadgeDesign } from '../src/badge-design.ts'
import { bind } from '../src/bind.ts'
import { CERTIFICATES, type Certificate } from '../src/certificates.ts'
import { EXAMPLES } from '../src/examples.ts'
import { layOut } from '../src/layout.ts'
import { place, type Scene, type Shape } from '../src/scene.ts'
import { sceneSvg } from '../src/svg.ts'
import { VARIABLES } from '../src/variables.ts'

const BRANDS = [
  { name: 'navy', primary: '#1f3a8a', accent: '#e0a526' },
  { name: 'green', primary: '#0f5c46', accent: '#ff9f6b' },
  { name: 'yellow', primary: '#f2c94c', accent: '#7a1230' },
] as const

type Brand = (typeof BRANDS)[number]

const WIDTH = 1720
const BADGE = { full: 98, compact: 64, columns: 10, row: 112 }
const CERTIFICATE_HEIGHT = 126
const GAP = 14
const TITLE = 46

const branded = (design: BadgeDesign, { primary, accent }: Brand): BadgeDesign => ({ ...design, primary, accent })

function certificateScene({ document }: Certificate, brand: Brand): Scene {
  const samples = VARIABLES.map(({ key, sample }): [string, string] => [key, sample[document.language]])
  const badge = { ...branded(EXAMPLES[2]!, brand), title: '마이크로디그리', institutionName: '한빛대학교' }
  const { primary, accent } = brand
  return layOut(bind({ ...document, primary, accent }, { values: Object.fromEntries(samples), badge })).scene
}

type Block = { readonly shapes: Shape[]; readonly height: number }

function badgesIn(brand: Brand, top: number): Block {
  const cell = (WIDTH - GAP) / BADGE.columns
  const shapes = EXAMPLES.flatMap((example, i) => {
    const x = GAP + (i % BADGE.columns) * cell
    const y = top + Math.floor(i / BADGE.columns) * BADGE.row
    const design = branded(example, brand)
    return [
      ...place(badgeScene(design).shapes, { x, y, scale: BADGE.full / 600 }),
      ...place(badgeScene(design, { compact: true }).shapes, {
        x: x + BADGE.full + 6,
        y: y + BADGE.full - BADGE.compact,
        scale: BADGE.compact / 600,
      }),
    ]
  })
  return { shapes, height: Math.ceil(EXAMPLES.length / BADGE.columns) * BADGE.row }
}

function certificatesIn(brand: Brand, top: number): Block {
  let [x, y] = [GAP, top]
  const shapes = CERTIFICATES.flatMap((certificate) => {
    const scene = certificateScene(certificate, brand)
    const scale = CERTIFICATE_HEIGHT / scene.height
    if (x + scene.width * scale > WIDTH - GAP) [x, y] = [GAP, y + CERTIFICATE_HEIGHT + GAP]
    const placed = place(scene.shapes, { x, y, scale })
    x += scene.width * scale + GAP
    return placed
  })
  return { shapes, height: y - top + CERTIFICATE_HEIGHT + GAP * 2 }
}

function sheet(): Scene {
  let y = GAP
  const shapes = BRANDS.flatMap((brand): Shape[] => {
    const text = `${brand.primary}  ${brand.accent}`
    const title: Shape = {
      kind: 'text',
      x: GAP,
      y: y + 26,
      text,
      anchor: 'start',
      size: 22,
      weight: 700,
      fill: '#333b4d',
    }
    const badges = badgesIn(brand, y + TITLE)
    const certificates = certificatesIn(brand, y + TITLE + badges.height)
    y += TITLE + badges.height + certificates.height
    return [title, ...badges.shapes, ...certificates.shapes]
  })
  const ground: Shape = { kind: 'path', d: `M0 0H${WIDTH}V${y}H0Z`, fill: '#e6e9ef' }
  return { width: WIDTH, height: y, shapes: [ground, ...shapes] }
}

const FONTS = fileURLToPath(new URL('../../fonts/', import.meta.url))
const fontFiles = readdirSync(FONTS)
  .filter((name) => name.endsWith('.ttf'))
  .map((name) => join(FONTS, name))

function write(file: string, scene: Scene, width: number): void {
  const font = { fontFiles, loadSystemFonts: false, defaultFontFamily: 'Pretendard' }
  const drawing = new Resvg(sceneSvg(scene, { title: '' }), { fitTo: { mode: 'width', value: width }, font })
  writeFileSync(file, drawing.render().asPng())
}

function writeEach(folder: string): void {
  mkdirSync(folder, { recursive: true })
  for (const brand of BRANDS) {
    for (const example of EXAMPLES) {
      const design = branded(example, brand)
      write(join(folder, `${design.template}.${brand.name}.600.png`), badgeScene(design), 600)
      write(join(folder, `${design.template}.${brand.name}.64.png`), badgeScene(design, { compact: true }), 64)
    }
    for (const one of CERTIFICATES)
      write(join(folder, `${one.id}.${brand.name}.png`), certificateScene(one, brand), 1200)
  }
}

const { values, positionals } = parseArgs({ allowPositionals: true, options: { each: { type: 'string' } } })
const [out = fileURLToPath(new URL('../../docs/templates.png', import.meta.url))] = positionals
write(out, sheet(), WIDTH)
if (values.each) writeEach(values.each)
