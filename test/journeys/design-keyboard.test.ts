// The design editor by keyboard alone, in English: a template is chosen, words and places are changed, what is found is mended, it is published.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { assertAccessible, openBrowser } from './browser.ts'
import { type RunningServer, startServer } from './server.ts'

const STEP_MS_MAX = 45_000
const TABS_MAX = 90

let server: RunningServer
let browser: Browser
let page: Page

before(async () => {
  server = await startServer()
  browser = await openBrowser()
  const context = await browser.newContext({ locale: 'en-US', viewport: { width: 1280, height: 900 } })
  context.setDefaultTimeout(STEP_MS_MAX)
  page = await context.newPage()
  const link = server.printed().match(/http:\/\/localhost:\d+\/sign-in\/\S+/)?.[0]
  assert.ok(link, server.printed())
  await page.goto(`${link}?lang=en`)
  await page.getByRole('main').getByRole('button').first().click()
  await page.waitForURL(/\/app/)
  await page.evaluate(async () => {
    const name = { ko: '서해공공아카데미', en: 'Seohae Public Academy' }
    await fetch('/v1/institutions', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ name, kind: 'academy', slug: 'seohae', headTitle: '원장', language: 'en' }),
    })
    const seal =
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 90"><circle cx="45" cy="45" r="40" fill="#c8202b"/></svg>'
    const body = new FormData()
    body.set('file', new Blob([seal], { type: 'image/svg+xml' }), 'seal.svg')
    await fetch('/v1/institution/seal', { method: 'PUT', body })
    const { data } = (await (await fetch('/v1/brand-kits')).json()) as { data: { id: string }[] }
    const head = { title: { ko: '원장', en: 'Director' }, name: { ko: '박서연', en: 'Seoyeon Park' } }
    await fetch(`/v1/brand-kits/${data[0]?.id}`, {
      method: 'PATCH',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ head }),
    })
  })
})
after(async () => {
  await browser?.close()
  await server?.stop()
})

test('a template is chosen, and the page is reached element by element', async () => {
  await page.goto(`${server.origin}/app/designs/new`)
  await page.getByRole('heading', { name: 'Choose a template' }).waitFor()
  await assertAccessible(page, 'the gallery')
  await press(/^Completion, classic/)
  await page.waitForURL(/\/app\/designs\/[0-9a-f-]{36}$/)
  await page.locator('.design-canvas svg').first().waitFor()
  await press(/^Skip to the page$/)
  await tabTo(/^Text: Certificate of Completion$/)
  assert.equal(await placeOf('title').then(({ isChosen }) => isChosen), true)
  await assertAccessible(page, 'the editor with something chosen')
})

test('it is moved, copied, put in order and undone with keys', async () => {
  const before = await placeOf('title')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Shift+ArrowDown')
  const moved = await placeOf('title')
  assert.ok(moved.x > before.x && moved.y - before.y > (moved.x - before.x) * 8, JSON.stringify({ before, moved }))
  await page.keyboard.press('Control+d')
  await page.locator('[data-element="title-2"]').waitFor({ state: 'attached' })
  await page.keyboard.press('Control+BracketLeft')
  for (let steps = 0; steps < 4; steps += 1) await page.keyboard.press('Control+z')
  assert.equal(await page.locator('[data-element="title-2"]').count(), 0)
  const after = await placeOf('title')
  assert.ok(Math.hypot(after.x - before.x, after.y - before.y) < 0.5)
})

test('words are written, and what no longer fits is mended, without a mouse', async () => {
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await press(/^Skip to the page$/)
  await tabTo(/^Text: Certificate of Completion$/)
  await page.keyboard.press('Enter')
  await page.getByRole('textbox', { name: 'Edit text' }).waitFor()
  await page.keyboard.type('Certificate of Completion of the Whole Programme in Data, Statistics and Machine Learning')
  await page.keyboard.press('Escape')
  await tabTo(/^Look$/)
  await page.keyboard.press('ArrowRight')
  await page.getByText('The text does not fit its box.').waitFor()
  await press(/^Fix it$/)
  await page.getByText('The text does not fit its box.').waitFor({ state: 'detached' })
  await page.getByRole('status').filter({ hasText: 'Saved' }).waitFor()
})

test('the keys are listed, and the certificate is published', async () => {
  await page.keyboard.press('?')
  await page.getByRole('dialog', { name: 'Keyboard help for the editor' }).waitFor()
  await assertAccessible(page, 'the page of keys')
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await press(/^Publish$/)
  await page.getByRole('dialog', { name: 'Publish this design?' }).waitFor()
  await page.waitForFunction(() => document.activeElement?.closest('[role="dialog"]'))
  await press(/^Publish$/)
  await page.getByText('Published as version 1').waitFor()
})

const placeOf = (id: string): Promise<{ x: number; y: number; isChosen: boolean }> =>
  page.locator(`[data-element="${id}"]`).evaluate((element) => {
    const { x, y } = element.getBoundingClientRect()
    return { x, y, isChosen: element.getAttribute('aria-pressed') === 'true' }
  })

async function press(name: RegExp): Promise<void> {
  await tabTo(name)
  await page.keyboard.press('Enter')
}

/** Tab until the thing of that name has the focus. */
async function tabTo(name: RegExp): Promise<void> {
  for (let tabs = 0; tabs < TABS_MAX; tabs += 1) {
    const focused = await page.evaluate(() => {
      const element = document.activeElement
      return (element?.getAttribute('aria-label') ?? element?.textContent ?? '').trim()
    })
    if (name.test(focused)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`The keyboard does not reach ${name}.`)
}
