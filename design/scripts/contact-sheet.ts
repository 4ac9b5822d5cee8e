/** Writes a PNG of the example badges, large and compact: `node design/scripts/contact-sheet.ts OUT.png [variant]`. */
import { readdirSync, writeFileSync } from 'node:fs'
import { Resvg } from '@resvg/resvg-js'
import { badgeScene } from '../src/badge.ts'
import type { BadgeDesign } from '../src/badge-design.ts'
import { EXAMPLES } from '../src/examples.ts'
import { ICONS } from '../src/icons.ts'
import { place, type Scene, type Shape } from '../src/scene.ts'
import { sceneSvg } from '../src/svg.ts'

const CELL = { width: 320, height: 384, columns: 6 }

/** Other words and marks on the same templates, to see what strains them. */
const VARIANTS: Readonly<Record<string, (design: BadgeDesign, i: number) => BadgeDesign>> = {
  plain: (design) => design,
  english: (design, i) => ({
    ...design,
    title: ['Leadership Excellence', 'Data Science', 'Entrepreneurship', 'Introduction to Machine Learning'][i % 4]!,
    institutionName: 'Hanbit University',
    level: (i * 2) % 4,
  }),
  long: (design) => ({
    ...design,
    title: '인공지능융합 디지털헬스케어전문가',
    institutionName: '한빛대학교 미래융합평생교육원',
    level: 0,
    done: 5,
    total: 5,
  }),
  icons: (design, i) => ({
    ...design,
    icon: ICONS[(i + 12) % ICONS.length]!.name,
    level: 5,
    levels: 5,
    total: 12,
    done: 7,
  }),
  icons2: (design, i) => ({
    ...design,
    icon: ICONS[(i + 20) % ICONS.length]!.name,
    primary: '#f2c94c',
    accent: '#1f3a8a',
  }),
}

const [out = '/tmp/contact-sheet.png', variant = 'plain'] = process.argv.slice(2)
const designs = EXAMPLES.map(VARIANTS[variant]!)
const shapes = designs.flatMap((design, i): Shape[] => {
  const x = (i % CELL.columns) * CELL.width
  const y = Math.floor(i / CELL.columns) * CELL.height
  return [
    ...place(badgeScene(design).shapes, { x: x + 15, y: y + 10, scale: 290 / 600 }),
    ...place(badgeScene(design, { compact: true }).shapes, { x: x + 12, y: y + 310, scale: 64 / 600 }),
    ...place(badgeScene(design, { compact: true }).shapes, { x: x + 88, y: y + 342, scale: 32 / 600 }),
    {
      kind: 'text',
      x: x + 134,
      y: y + 356,
      text: design.template,
      anchor: 'start',
      size: 22,
      weight: 400,
      fill: '#333b4d',
    },
  ]
})
const sheet: Scene = {
  width: CELL.width * CELL.columns,
  height: CELL.height * Math.ceil(designs.length / CELL.columns),
  shapes: [{ kind: 'path', d: 'M0 0H1920V2500H0Z', fill: '#f5f7fb' }, ...shapes],
}
const fonts = new URL('../../fonts/', import.meta.url).pathname
const fontFiles = readdirSync(fonts)
  .filter((name) => name.endsWith('.ttf'))
  .map((name) => fonts + name)
const resvg = new Resvg(sceneSvg(sheet, { title: 'Contact sheet' }), { font: { fontFiles, loadSystemFonts: false } })
writeFileSync(out, resvg.render().asPng())
