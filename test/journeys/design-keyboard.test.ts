// A certificate made to measure by keyboard alone, in English: from the template to the PDF that verifies, the whole journey of
// design-studio.test.ts without a mouse.
import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import type { Browser, Locator, Page } from 'playwright-core'
import { assertAccessible, openBrowser } from './browser.ts'
import { type KeyboardHand, keyboardHand } from './keyboard-hand.ts'
import { kolleges, type RunningServer, startServer } from './server.ts'

const STEP_MS_MAX = 45_000

const LOGO =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 60" width="120" height="60"><rect width="80" height="60" fill="#0f5c46"/><rect x="80" width="40" height="60" fill="#f2b705"/></svg>'
const CELLS = [
  ['Name', 'E-mail', 'Club'],
  ['Haneul Kim', 'haneul@learner.example', 'Rockets'],
  ['Alexandra Konstantinopoulou', 'alexandra@learner.example', 'Photography'],
  ['Jiwoo Park', 'jiwoo@learner.example', 'Choir'],
]
  .map((row) => row.join('\t'))
  .join('\n')

let server: RunningServer
let browser: Browser
let page: Page
let hand: KeyboardHand

before(async () => {
  server = await startServer()
  browser = await openBrowser()
  const context = await browser.newContext({
    locale: 'en-US',
    viewport: { width: 1280, height: 900 },
    permissions: ['clipboard-read', 'clipboard-write'],
  })
  context.setDefaultTimeout(STEP_MS_MAX)
  page = await context.newPage()
  hand = keyboardHand(page)
  await setUp()
})
after(async () => {
  await browser?.close()
  await server?.stop()
})

/** An institution with a head and a seal, and a badge to certify. */
async function setUp(): Promise<void> {
  const link = server.printed().match(/http:\/\/localhost:\d+\/sign-in\/\S+/)?.[0]
  assert.ok(link, server.printed())
  await page.goto(`${link}?lang=en`)
  await page.getByRole('main').getByRole('button').first().click()
  await page.waitForURL(/\/app/)
  await page.evaluate(async () => {
    const send = (path: string, method: string, json: object) =>
      fetch(path, { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(json) })
    const name = { ko: '서해공공아카데미', en: 'Seohae Public Academy' }
    await send('/v1/institutions', 'POST', { name, kind: 'academy', slug: 'seohae', headTitle: '원장', language: 'en' })
    const seal =
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 90"><circle cx="45" cy="45" r="40" fill="#c8202b"/></svg>'
    const body = new FormData()
    body.set('file', new Blob([seal], { type: 'image/svg+xml' }), 'seal.svg')
    await fetch('/v1/institution/seal', { method: 'PUT', body })
    const { data } = (await (await fetch('/v1/brand-kits')).json()) as { data: { id: string }[] }
    const head = { title: { ko: '원장', en: 'Director' }, name: { ko: '박서연', en: 'Seoyeon Park' } }
    await send(`/v1/brand-kits/${data[0]?.id}`, 'PATCH', { head })
    await send('/v1/achievements', 'POST', {
      name: 'Data Analysis',
      description: 'Answers questions from public data.',
      criteria: { narrative: 'Two reports accepted.' },
      language: 'en',
      hours: 40,
      publish: true,
    })
  })
}

test('a template is chosen, and the page is reached element by element', async () => {
  await page.goto(`${server.origin}/app/designs/new`)
  await page.getByRole('heading', { name: 'Choose a template' }).waitFor()
  await assertAccessible(page, 'the gallery')
  await hand.press(/^Completion, classic/)
  await page.waitForURL(/\/app\/designs\/[0-9a-f-]{36}$/)
  await page.locator('.design-canvas svg').first().waitFor()
  await toElement(/^Text: Certificate of Completion$/)
  assert.equal(await placeOf('title').then(({ isChosen }) => isChosen), true)
  await assertAccessible(page, 'the editor with something chosen')
})

test('the brand is set from a logo', async () => {
  await openTab('Brand')
  const chooser = page.waitForEvent('filechooser')
  await hand.press(/^Take colours from a logo$/)
  await (await chooser).setFiles({ name: 'logo.svg', mimeType: 'image/svg+xml', buffer: Buffer.from(LOGO) })
  await page.getByText('The brand is on').waitFor()
  assert.equal(await page.getByRole('textbox', { name: 'Main colour', exact: true }).inputValue(), '#0f5c46')
  await assertAccessible(page, 'the brand in the editor')
})

test('an element is moved, copied, put in order and undone', async () => {
  await toElement(/^Text: Certificate of Completion$/)
  const before = await placeOf('title')
  await hand.keys('ArrowRight', 'Shift+ArrowDown')
  const moved = await placeOf('title')
  assert.ok(moved.x > before.x && moved.y - before.y > (moved.x - before.x) * 8, JSON.stringify({ before, moved }))
  await hand.keys('Control+d')
  await page.locator('[data-element="title-2"]').waitFor({ state: 'attached' })
  await hand.keys('Control+BracketLeft', 'Control+z', 'Control+z', 'Control+z')
  assert.equal(await page.locator('[data-element="title-2"]').count(), 0)
  const after = await placeOf('title')
  assert.ok(Math.hypot(after.x - before.x, after.y - before.y) < 0.5)
})

test('seal and QR are taken away and placed again', async () => {
  for (const [what, name] of [
    ['Seal', /^Seal/],
    ['QR', /^QR/],
  ] as const) {
    await toElement(name)
    await hand.keys('Delete')
    await hand.press(new RegExp(`^${what}$`))
    await page.locator('.design-layer-row[data-chosen]', { hasText: what }).waitFor()
  }
  await hand.keys('F6')
  await hand.fill(/^From the left$/, '22')
  await hand.keys('Enter')
  await hand.fill(/^From the top$/, '172')
  await hand.keys('Enter')
  await saved()
})

test('a column of the roster is bound', async () => {
  await hand.press(/^Text$/)
  await toElement(/^Text: New text$/)
  await hand.keys('Enter')
  await page.getByRole('textbox', { name: 'Edit text' }).waitFor()
  await hand.keys('Control+a')
  await hand.type('Club: ')
  await hand.press(/^Insert variable$/)
  await page.getByRole('textbox', { name: 'Name of the column' }).waitFor()
  await assertAccessible(page, 'the choice of a variable')
  await hand.fill(/^Name of the column$/, 'Club')
  await hand.keys('Enter')
  await page.locator('.design-writer').getByText('Club', { exact: false }).first().waitFor()
  await hand.keys('Escape')
  await page.locator('.design-writer').waitFor({ state: 'detached' })
  await hand.keys('F6')
  await hand.fill(/^From the left$/, '30')
  await hand.keys('Enter')
  await hand.fill(/^From the top$/, '24')
  await hand.keys('Enter')
})

test('the longest name of a roster is seen to fit', async () => {
  await openTab('Preview')
  await hand.tabTo(/^Sample learner$/)
  await hand.keys('ArrowDown')
  await hand.fill(/^Paste a roster$/, 'Haneul Kim\nAlexandra Konstantinopoulou\nJiwoo Park')
  await page.getByText('Longest name: Alexandra Konstantinopoulou').waitFor()
  await page.locator('.design-drawing text', { hasText: 'Alexandra Konstantinopoulou' }).first().waitFor()
  await assertAccessible(page, 'the preview')
  await openTab('Check')
  assert.equal(await page.getByText('The text does not fit its box.').count(), 0)
})

test('two findings are mended', async () => {
  await toElement(/^Text: Certificate of Completion$/)
  await hand.keys('Enter')
  await page.getByRole('textbox', { name: 'Edit text' }).waitFor()
  await hand.keys('Control+a')
  await hand.type('Certificate of Completion of the Whole Programme in Data, Statistics and Machine Learning')
  await hand.keys('Escape')
  await toElement(/^QR/)
  await hand.keys('F6')
  await hand.fill(/^Width$/, '12')
  await hand.keys('Enter')
  await openTab('Check')
  for (const said of ['The text does not fit its box.', 'under 18 mm']) {
    const finding = page.locator('.design-findings li', { hasText: said })
    await finding.waitFor()
    await focusWithin(finding, /^Fix it$/)
    await hand.keys('Enter')
    await finding.waitFor({ state: 'detached' })
  }
  await page.getByText('Must fix').waitFor({ state: 'detached' })
  await assertAccessible(page, 'the checks before publishing')
  await saved()
})

test('the keys are listed, and the certificate is published and attached to a badge', async () => {
  await hand.keys('?')
  await page.getByRole('dialog', { name: 'Keyboard help for the editor' }).waitFor()
  await assertAccessible(page, 'the page of keys')
  await hand.keys('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await hand.press(/^Publish$/)
  await page.getByRole('dialog', { name: 'Publish this design?' }).waitFor()
  await inDialog()
  await hand.press(/^Publish$/)
  await page.getByText('Published as version 1').waitFor()
  await page.getByRole('dialog', { name: 'Attach to a badge' }).waitFor()
  await inDialog()
  await assertAccessible(page, 'the question to which badge it goes')
  await hand.press(/^Attach and publish$/)
  await page.getByText('Attached to “Data Analysis”').waitFor()
})

test('it is issued to three people', async () => {
  await hand.press(/^(Designs|Back to designs|All designs)/)
  await page.waitForURL(/\/app\/designs$/)
  await hand.press(/^Issue$/)
  await page.getByRole('heading', { name: 'Issue a badge' }).waitFor()
  await hand.press(/Data Analysis/)
  const box = page.getByRole('textbox').first()
  await box.waitFor()
  await focusWithin(box)
  await page.evaluate((cells) => navigator.clipboard.writeText(cells), CELLS)
  await hand.keys('Control+v')
  await page.getByRole('button', { name: 'Continue with 3 people' }).waitFor()
  await assertAccessible(page, 'the roster with a column of its own')
  await hand.press(/^Continue with 3 people$/)
  await hand.press(/^Next$/)
  await hand.press(/^Issue to 3 people$/)
  await page.getByText('Issued to 3 people').waitFor()
  await assertAccessible(page, 'the finished batch')
})

test('the PDF is fetched from the credential’s page and verifies at /v and on the command line', async () => {
  await page.goto(`${server.origin}/app/credentials`)
  await hand.press(/Alexandra Konstantinopoulou/)
  await hand.tabTo(/PDF/)
  const coming = page.context().waitForEvent('response', (response) => response.url().endsWith('.pdf'))
  const address = await page.evaluate(() => (document.activeElement as HTMLAnchorElement).href)
  await hand.keys('Enter')
  assert.equal((await coming).status(), 200)
  const response = await fetch(address)
  const pdf = Buffer.from(await response.arrayBuffer())
  assert.match(pdf.subarray(0, 8).toString('latin1'), /^%PDF-1\.7/)
  await page.goto(`${server.origin}/v?lang=en`)
  await hand.tabTo(/file/i)
  const file = join(server.dataFolder, 'certificate.pdf')
  writeFileSync(file, pdf)
  await page.locator('input[type=file]').setInputFiles(file)
  await page.getByText('This credential is valid').first().waitFor()
  await assertAccessible(page, 'the verdict on the PDF')
  const judged = await kolleges('verify', file, '--json')
  assert.equal(JSON.parse(judged.output).verdict, 'valid', judged.output)
})

const placeOf = (id: string): Promise<{ x: number; y: number; isChosen: boolean }> =>
  page.locator(`[data-element="${id}"]`).evaluate((element) => {
    const { x, y } = element.getBoundingClientRect()
    return { x, y, isChosen: element.getAttribute('aria-pressed') === 'true' }
  })

const saved = () => page.getByRole('status').filter({ hasText: 'Saved' }).waitFor()

/** The dialog has taken the focus, so Tab stays within it. */
const inDialog = () => page.waitForFunction(() => document.activeElement?.closest('[role="dialog"]'))

async function toElement(name: RegExp): Promise<void> {
  await hand.keys('Escape', 'Escape')
  await hand.press(/^Skip to the page$/)
  await hand.tabTo(name)
}

/** The tabs are one stop; arrows go from one to the next. */
async function openTab(name: string): Promise<void> {
  await hand.tabTo(/^(Look|Check\d*|Preview|Brand|History)$/)
  for (let steps = 0; steps < 5; steps += 1) {
    const isOpen = await page.getByRole('tab', { name: new RegExp(`^${name}`), selected: true }).count()
    if (isOpen > 0) return
    await hand.keys('ArrowRight')
  }
  throw new Error(`The keyboard does not open ${name}.`)
}

/** Tab until the focus is in that part of the page, on the thing of that name. */
async function focusWithin(part: Locator, name = /./): Promise<void> {
  for (let tabs = 0; tabs < 140; tabs += 1) {
    const isThere = await part.evaluate((element, wanted) => {
      const focus = document.activeElement
      return element === focus || (element.contains(focus) && new RegExp(wanted).test(focus?.textContent?.trim() ?? ''))
    }, name.source)
    if (isThere) return
    await hand.keys('Tab')
  }
  throw new Error('The keyboard does not reach that part of the page.')
}
