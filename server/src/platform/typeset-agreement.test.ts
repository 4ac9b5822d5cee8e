import assert from 'node:assert/strict'
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import {
  bind,
  CERTIFICATES,
  composePrint,
  type DesignDocument,
  EXAMPLES,
  layOut,
  sceneSvg,
  VARIABLES,
} from '@kolleges/design'
import { Resvg } from '@resvg/resvg-js'
import { type Browser, chromium, type Page } from 'playwright-core'
import { createRaster } from './raster.ts'
import { createTypeset } from './typeset.ts'

/** Every certificate at this width, and the badges together on a sheet of paper of twice that. */
const WIDTH_PX = 520

/** Blocks of so many pixels are compared by their mean: engines smooth edges differently. */
const BLOCK_PX = 4
/** Of 255, over the whole page: poppler draws hairlines a full pixel wide, which a frame of fine waves makes much of. */
const MEAN_DIFFERENCE_MAX = 4.5
/** A block that differs by this much is a shape or a letter in another place. */
const BLOCK_DIFFERENCE = 64
const DIFFERENT_BLOCKS_SHARE_MAX = { browser: 0.002, pdf: 0.008 }

const CHROMIUM = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium'
const canCompare = existsSync(CHROMIUM) && spawnSync('pdftoppm', ['-v']).error === undefined
const skip = canCompare ? false : 'chromium or poppler-utils is not installed: browser, PNG and PDF are NOT compared'

const folder = mkdtempSync(join(tmpdir(), 'kolleges-agree-'))
const raster = createRaster()
const typeset = createTypeset()
let browser: Browser | undefined
let page: Page

before(async () => {
  if (!canCompare) return
  const args = [
    '--no-sandbox',
    '--disable-gpu',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--force-color-profile=srgb',
  ]
  browser = await chromium.launch({ executablePath: CHROMIUM, args })
  page = await browser.newPage({ viewport: { width: WIDTH_PX * 2, height: WIDTH_PX * 3 } })
  page.setDefaultTimeout(BROWSER_MS_MAX)
  await page.route(`${PLACE}*`, (route) => {
    const name = route.request().url().slice(PLACE.length)
    if (name === '') return route.fulfill({ contentType: 'text/html', body: PAGE })
    return route.fulfill({ contentType: 'font/ttf', body: readFileSync(join(FONTS, name)) })
  })
  // Once, and then page after page is put into it: the fonts are fifteen megabytes.
  await page.goto(PLACE)
  await page.evaluate('document.fonts.ready')
})
after(async () => {
  await browser?.close()
  rmSync(folder, { recursive: true })
})

/** Answered from here, never from a network. */
const PLACE = 'http://agreement.test/'
/** A machine with other work to do takes its time. */
const BROWSER_MS_MAX = 240_000

const FONTS = join(import.meta.dirname, '../../../fonts')
const WEIGHTS: Readonly<Record<string, number>> = { Regular: 400, Bold: 700, ExtraBold: 800 }

/** The very files the server draws with, so that only the engines are compared. */
const faces = (): string =>
  readdirSync(FONTS)
    .filter((name) => name.endsWith('.ttf'))
    .map((name) => {
      const family = name.startsWith('NotoSerifKR') ? 'Noto Serif KR' : 'Pretendard'
      const weight = WEIGHTS[name.split('-')[1]!.replace('.ttf', '')]
      return `@font-face{font-family:'${family}';font-weight:${weight};src:url(${PLACE}${name})}`
    })
    .join('')

/** A word in each face and weight, so that all are loaded before the first page is looked at. */
const ALL_FACES = ['Pretendard', 'Noto Serif KR']
  .flatMap((family) => [400, 700, 800].map((weight) => `<b style="font:${weight} 20px '${family}'">가A</b>`))
  .join('')

const PAGE = `<style>${faces()}body{margin:0}svg{display:block}</style><div id="page">${ALL_FACES}</div>`

type Pixels = { readonly width: number; readonly height: number; readonly grey: Float64Array }

const COLUMNS = 6
const BADGE_MM = 32

/** All badges as they are in a certificate: one page shows them to every engine. */
const badgeSheet: DesignDocument = {
  ...CERTIFICATES[0]!.document,
  page: 'a4-portrait',
  ground: '#ffffff',
  elements: EXAMPLES.map((design, i) => ({
    kind: 'badge',
    id: design.template,
    x: 6 + (i % COLUMNS) * (BADGE_MM + 1),
    y: 6 + Math.floor(i / COLUMNS) * (BADGE_MM + 1),
    width: BADGE_MM,
    height: BADGE_MM,
    design,
  })),
}

/** Names as their bearers write them: Hanja in either face and each weight. */
const hanjaPage: DesignDocument = {
  ...CERTIFICATES[0]!.document,
  elements: (['sans', 'serif'] as const).flatMap((face, i) =>
    ([400, 700, 800] as const).map((weight, j) => ({
      kind: 'text' as const,
      id: `${face}-${weight}`,
      x: 15,
      y: 20 + (i * 3 + j) * 40,
      width: 180,
      height: 30,
      text: '김하늘 金哈訥 南宮秀',
      face,
      weight,
      size: 16,
      align: 'middle' as const,
      colour: 'ink' as const,
    })),
  ),
}

const PAGES = [
  { id: 'Hanja', document: hanjaPage, widthPx: WIDTH_PX },
  { id: 'all badges', document: badgeSheet, widthPx: WIDTH_PX * 2 },
  ...CERTIFICATES.map(({ id, document }) => ({ id, document, widthPx: WIDTH_PX })),
]

for (const { id, document, widthPx } of PAGES)
  test(`${id}: the same in the browser, as PNG and as PDF`, { skip }, async () => {
    const values = Object.fromEntries(VARIABLES.map(({ key, sample }) => [key, sample[document.language]]))
    const bound = bind(document, { values, badge: EXAMPLES[2]! })
    const layout = layOut(bound)
    const svg = sceneSvg(layout.scene, { title: id, size: widthPx })
    const png = pixelsOfPng(await raster.png(svg, widthPx))
    const pdf = pixelsOfPdf(await typeset.pdf(composePrint(bound.document, layout, { day: '2026-12-22' })), png)
    const shown = await pixelsInBrowser(svg, png)
    for (const [name, other] of [
      ['pdf', pdf],
      ['browser', shown],
    ] as const) {
      const { mean, share } = compare(png, other)
      assert.ok(mean <= MEAN_DIFFERENCE_MAX, `${id}: ${name} differs from PNG by ${mean.toFixed(2)} of 255 on average`)
      assert.ok(
        share <= DIFFERENT_BLOCKS_SHARE_MAX[name],
        `${id}: ${(share * 100).toFixed(2)} % of ${name} is elsewhere than in PNG`,
      )
    }
  })

function compare(a: Pixels, b: Pixels): { mean: number; share: number } {
  let [sum, different, blocks] = [0, 0, 0]
  for (let y = 0; y + BLOCK_PX <= a.height; y += BLOCK_PX)
    for (let x = 0; x + BLOCK_PX <= a.width; x += BLOCK_PX) {
      const difference = Math.abs(meanOf(a, x, y) - meanOf(b, x, y))
      sum += difference
      different += difference > BLOCK_DIFFERENCE ? 1 : 0
      blocks++
    }
  return { mean: sum / blocks, share: different / blocks }
}

function meanOf({ width, grey }: Pixels, left: number, top: number): number {
  let sum = 0
  for (let y = top; y < top + BLOCK_PX; y++) for (let x = left; x < left + BLOCK_PX; x++) sum += grey[y * width + x]!
  return sum / BLOCK_PX ** 2
}

function greyOf(bytes: Uint8Array, count: number, step: number): Float64Array {
  return Float64Array.from(
    { length: count },
    (_, i) => 0.3 * bytes[i * step]! + 0.59 * bytes[i * step + 1]! + 0.11 * bytes[i * step + 2]!,
  )
}

/** Decoded by drawing it at its own size. */
function pixelsOfPng(png: Uint8Array): Pixels {
  const [width, height] = [Buffer.from(png).readUInt32BE(16), Buffer.from(png).readUInt32BE(20)]
  const href = `data:image/png;base64,${Buffer.from(png).toString('base64')}`
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><image href="${href}" width="${width}" height="${height}"/></svg>`
  return { width, height, grey: greyOf(new Resvg(svg).render().pixels, width * height, 4) }
}

function pixelsOfPdf(pdf: Uint8Array, { width, height }: Pixels): Pixels {
  const path = join(folder, 'page.pdf')
  writeFileSync(path, pdf)
  const size = ['-scale-to-x', String(width), '-scale-to-y', String(height)]
  const ppm = execFileSync('pdftoppm', ['-singlefile', ...size, path], { maxBuffer: 64 * 1024 * 1024 })
  const start = ppm.length - width * height * 3
  return { width, height, grey: greyOf(ppm.subarray(start), width * height, 3) }
}

async function pixelsInBrowser(svg: string, { width, height }: Pixels): Promise<Pixels> {
  await page.evaluate((drawing) => {
    const { document } = globalThis as unknown as { document: { getElementById(id: string): { innerHTML: string } } }
    document.getElementById('page').innerHTML = drawing
  }, svg)
  return pixelsOfPng(await page.screenshot({ clip: { x: 0, y: 0, width, height } }))
}
