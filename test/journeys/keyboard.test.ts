// The issue flow with the keyboard alone, in English, at the door that the operator opened.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { createClient, routes } from '@kolleges/api'
import type { Browser, Page } from 'playwright-core'
import { assertAccessible, openBrowser } from './browser.ts'
import { administer, type RunningServer, startServer } from './server.ts'

const STEP_MS_MAX = 12_000
const TABS_MAX = 60

let server: RunningServer
let browser: Browser
let page: Page

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
})
after(async () => {
  await browser?.close()
  await server?.stop()
})

test('an institution made on the command line is signed in to, and a badge issued, without a mouse', async () => {
  const made = await administer(
    server,
    'create-institution',
    '--name',
    '서해공공아카데미',
    '--slug',
    'seohae',
    '--owner',
    'office@seohae.example',
    '--json',
  )
  const { apiKey, signInUrl } = JSON.parse(made.output) as { apiKey: string; signInUrl: string }
  const client = createClient({ origin: server.origin, fetch, headers: () => ({ authorization: `Bearer ${apiKey}` }) })
  await client.call(routes.achievements.create, {
    body: {
      name: 'Data Analysis',
      description: 'Answers questions from public data.',
      criteria: { narrative: 'Two reports accepted.' },
      language: 'en',
      publish: true,
    },
  })
  await page.goto(`${signInUrl}?lang=en`)
  await press(/sign in|continue/i)
  await page.waitForURL(/\/app/)
  await page.getByRole('heading', { level: 1 }).waitFor()
  await press(/^Issue$/)
  await page.getByRole('heading', { name: 'Issue a badge' }).waitFor()
  await press(/Data Analysis/)
  const box = page.getByRole('textbox').first()
  await box.waitFor()
  await tabUntil(async () => box.evaluate((element) => element === document.activeElement))
  await page.evaluate(
    (text) => navigator.clipboard.writeText(text),
    'Name\tE-mail\nKim Haneul\thaneul@learner.example\nLee Seojun\tseojun@learner.example',
  )
  await page.keyboard.press('Control+V')
  await page.getByRole('button', { name: 'Continue with 2 people' }).waitFor()
  await press(/^Continue with 2 people$/)
  await press(/^Next$/)
  await press(/^Issue to 2 people$/)
  await page
    .getByText(/Issued to 2|2 people/)
    .first()
    .waitFor()
  const { data } = await settled(() => client.call(routes.credentials.list, {}))
  assert.deepEqual(
    data.map(({ state }) => state),
    ['issued', 'issued'],
  )
  await assertAccessible(page, 'the finished batch in English')
})

/** Tab until the thing of that name has the focus, then Enter (Space where it is a choice). */
async function press(name: RegExp): Promise<void> {
  await tabUntil(async () => {
    const focused = await page.evaluate(() => {
      const focus = document.activeElement as HTMLInputElement | null
      const element = focus?.matches('a, button, input, textarea, select') ? focus : null
      const label = element?.labels?.[0]?.textContent ?? ''
      return {
        words: (element?.getAttribute('aria-label') ?? `${element?.textContent ?? ''}${label}`).trim(),
        isChoice: element?.type === 'radio' || element?.type === 'checkbox',
      }
    })
    if (!name.test(focused.words)) return false
    await page.keyboard.press(focused.isChoice ? 'Space' : 'Enter')
    return true
  })
}

async function tabUntil(isThere: () => Promise<boolean>): Promise<void> {
  for (let tabs = 0; tabs < TABS_MAX; tabs += 1) {
    if (await isThere()) return
    await page.keyboard.press('Tab')
    await page.waitForTimeout(30)
  }
  throw new Error('The keyboard does not reach it.')
}

async function settled<T extends { data: { state: string }[] }>(ask: () => Promise<T>): Promise<T> {
  for (let round = 0; round < 40; round += 1) {
    const answer = await ask()
    if (answer.data.length > 0 && answer.data.every(({ state }) => state !== 'pending')) return answer
    await page.waitForTimeout(250)
  }
  throw new Error('It was not issued in time.')
}
