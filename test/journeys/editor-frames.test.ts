// Sixty elements in the hand: how many frames a second Chromium shows, and what each costs its main thread; and how much
// the editor weighs. Figures of time are printed, not judged:
// a machine with other work is slower for reasons of its own.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser, CDPSession, Page } from 'playwright-core'
import { editorWeight } from '../editor-weight.ts'
import { openBrowser } from './browser.ts'
import { type RunningServer, startServer } from './server.ts'

const ELEMENTS = 60
const DRAG_MS = 2_000
const EDITOR_BYTES_MAX = 120_000

let server: RunningServer
let browser: Browser
let page: Page

before(async () => {
  server = await startServer()
  browser = await openBrowser()
  page = await (await browser.newContext({ locale: 'ko-KR', viewport: { width: 1280, height: 900 } })).newPage()
  const link = server.printed().match(/http:\/\/localhost:\d+\/sign-in\/\S+/)?.[0]
  assert.ok(link, server.printed())
  await page.goto(link)
  await page.getByRole('main').getByRole('button').first().click()
  await page.waitForURL(/\/app/)
  await call('/v1/institutions', {
    name: { ko: '한빛대학교', en: 'Hanbit University' },
    kind: 'university',
    slug: 'hanbit',
  })
})
after(async () => {
  await browser?.close()
  await server?.stop()
})

const call = (path: string, json: object): Promise<{ id: string }> =>
  page.evaluate(
    async ([to, body]) => {
      const response = await fetch(to, { method: 'POST', headers: { 'content-type': 'application/json' }, body })
      return (await response.json()) as { id: string }
    },
    [path, JSON.stringify(json)] as const,
  )

/** Texts, icons and ornaments on a grid. */
const elements = Array.from({ length: ELEMENTS }, (_, i) => {
  const at = { id: `e${i}`, x: 15 + (i % 6) * 30, y: 20 + Math.floor(i / 6) * 25, width: 26, height: 18 }
  const type = { face: 'sans', weight: 700, size: 5, sizeMin: 2, linesMax: 2, align: 'middle', colour: 'ink' }
  if (i % 3 === 0) return { kind: 'text', ...at, text: '{{이름}} 님', ...type }
  if (i % 3 === 1) return { kind: 'icon', ...at, icon: 'star', colour: 'primary' }
  return { kind: 'ribbon', ...at, ribbon: 'laurel', colour: 'primary', second: 'accent' }
})

test('sixty elements are dragged together and put down in one step', async (t) => {
  const brand = { primary: '#1f3a8a', accent: '#e0a526', ground: 'ivory' }
  const document = { version: 1, page: 'a4-portrait', language: 'ko', title: '예순 개', ...brand, elements }
  const { id } = await call('/v1/designs', { kind: 'certificate', name: '예순 개', document })
  await page.goto(`${server.origin}/app/designs/${id}`)
  await page.locator('.design-canvas svg').first().waitFor()
  await page.locator('body').press('Control+a')
  const box = await page.locator('[data-element="e28"]').boundingBox()
  assert.ok(box)
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
  await page.mouse.move(x, y)
  await page.mouse.down()
  await page.mouse.move(x + 6, y + 6)
  await page.locator('[data-lifted]').first().waitFor()
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable')
  const soFar = await spentIn(session)
  const frames = countFrames()
  let moves = 0
  for (const start = performance.now(); performance.now() - start < DRAG_MS; moves += 1)
    await page.mouse.move(x + 60 * Math.sin(moves / 9), y + 60 * Math.cos(moves / 11))
  const shown = await frames
  const spent = (await spentIn(session)) - soFar
  await page.mouse.move(x + 30, y + 30)
  await page.mouse.up()
  t.diagnostic(`${shown.perSecond.toFixed(1)} frames a second, median ${shown.medianMs.toFixed(1)} ms between frames`)
  t.diagnostic(
    `${((spent * 1000) / shown.count).toFixed(2)} ms of the main thread a frame, over ${moves} moves of the hand`,
  )
  const after = await page.locator('[data-element="e28"]').boundingBox()
  assert.ok(after && after.x > box.x + 10 && after.y > box.y + 10)
  await page.locator('body').press('Control+z')
  const undone = await page.locator('[data-element="e28"]').boundingBox()
  assert.ok(undone && Math.hypot(undone.x - box.x, undone.y - box.y) < 1)
})

test('the editor weighs at most 120 kB gzipped over what every page of the console loads', (t) => {
  const weight = editorWeight()
  assert.ok(weight)
  const { files, gzippedBytes } = weight
  t.diagnostic(`${(gzippedBytes / 1000).toFixed(1)} kB in ${files.length} files`)
  assert.ok(gzippedBytes <= EDITOR_BYTES_MAX, `${gzippedBytes} bytes`)
})

/** Seconds of script, style and layout since the session began. */
async function spentIn(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics')
  const counted = ['ScriptDuration', 'LayoutDuration', 'RecalcStyleDuration']
  return metrics.filter(({ name }) => counted.includes(name)).reduce((sum, { value }) => sum + value, 0)
}

const countFrames = (): Promise<{ count: number; perSecond: number; medianMs: number }> =>
  page.evaluate(
    (lastsMs) =>
      new Promise((resolve) => {
        const times: number[] = []
        const tick = (now: number) => {
          times.push(now)
          const [first = now] = times
          if (now - first < lastsMs) return void requestAnimationFrame(tick)
          const gaps = times.slice(1).map((time, i) => time - (times[i] ?? time))
          const medianMs = gaps.toSorted((a, b) => a - b)[gaps.length >> 1] ?? 0
          resolve({ count: times.length, perSecond: (1000 * gaps.length) / (now - first), medianMs })
        }
        requestAnimationFrame(tick)
      }),
    DRAG_MS,
  )
