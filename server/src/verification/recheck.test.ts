import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { after, before, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { type Awarding, openAwarding } from '../../test/awarding.ts'
import { buildConsole, chromiumPath, type Door, openChromium, openDoor } from '../../test/chromium.ts'

const executable = chromiumPath()
const needsBrowser = { skip: executable === undefined && 'no Chromium in CHROMIUM_PATH or PATH' }
const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js')
const SAID_MS_MAX = 8_000
const SHOTS = process.env.KOLLEGES_SHOTS

let app: Awarding
let door: Door
let browser: Browser
let id: string
let revokedId: string

before(async () => {
  if (executable === undefined) return
  door = await openDoor()
  // The browser has a clock of its own.
  const now = `${new Date().toISOString().slice(0, 19)}Z`
  app = await openAwarding({ now, config: { origin: door.origin } })
  const files = await buildConsole()
  door.answer = async (path, init) => {
    const script = path.startsWith('/app/') ? files.get(path.slice('/app/'.length)) : undefined
    return script === undefined
      ? app.request(path, init)
      : new Response(script, { headers: { 'content-type': 'text/javascript' } })
  }
  await app.award([
    { name: '김하늘', nameEn: 'Haneul Kim', email: 'haneul@learner.example' },
    { name: '박지우', email: 'jiwoo@learner.example' },
  ])
  const all = await app.credentials()
  id = all.find(({ recipient }) => recipient.name === '김하늘')!.id
  revokedId = all.find(({ recipient }) => recipient.name === '박지우')!.id
  await app.request(`/v1/credentials/${revokedId}/revocation`, { key: app.key, json: { reason: '요건 미충족' } })
  await app.drain()
  browser = await openChromium(executable)
})
after(async () => {
  await browser?.close()
  door?.close()
  await app?.close()
})

type Opened = { readonly page: Page; readonly complaints: readonly string[]; said(): Promise<string> }

async function open(path: string, prepare: (page: Page) => Promise<unknown> = async () => {}): Promise<Opened> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } })
  const complaints: string[] = []
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(error.message))
  await prepare(page)
  await page.goto(door.origin + path)
  const said = async (): Promise<string> => {
    await page.waitForSelector('.recheck[data-done] button:enabled', { timeout: SAID_MS_MAX })
    return (await page.textContent('.recheck span')) ?? ''
  }
  return { page, complaints, said }
}

const tone = (page: Page) => page.getAttribute('[data-verdict]', 'class')

test('the visitor’s browser checks by itself, within the policy of the page, and says so', needsBrowser, async () => {
  const { page, complaints, said } = await open(`/c/${id}?lang=ko`)
  assert.match(await said(), /^\d{4}년 \d+월 \d+일 \d\d:\d\d에 이 브라우저에서 직접 확인했습니다: 유효한 증명입니다\.$/)
  assert.match((await tone(page)) ?? '', /tone-ok/)
  await page.click('details.how summary')
  const rows = await page.locator('#recheck li').evaluateAll((items) => items.map((item) => item.className))
  assert.deepEqual(rows, Array(6).fill('passed'))
  assert.match((await page.textContent('#recheck')) ?? '', /standing\.json/)
  assert.deepEqual(complaints, [])
  await assertAccessible(page)
  await shoot(page, 'recheck-ko-1280')
  await page.setViewportSize({ width: 390, height: 844 })
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 390)
  await shoot(page, 'recheck-ko-390')
  await page.click('.recheck button')
  assert.match(await said(), /직접 확인했습니다/)
  assert.equal(await page.locator('#recheck').count(), 1)
  await page.close()
})

test('in English too; a revoked one is told by both', needsBrowser, async () => {
  const { page, complaints, said } = await open(`/c/${revokedId}?lang=en`)
  assert.match(await said(), /^Checked directly in this browser on .*: This credential was revoked\.$/)
  assert.match((await tone(page)) ?? '', /tone-bad/)
  assert.deepEqual(complaints, [])
  await assertAccessible(page)
  await shoot(page, 'recheck-en-revoked')
  await page.close()
})

test('when the original is altered, the green is taken away', needsBrowser, async () => {
  const { page, said } = await open(`/c/${id}?lang=ko`, (each) =>
    each.route('**/c/*.json', async (route) => {
      const text = await (await route.fetch()).text()
      await route.fulfill({ body: text.replace('AI 데이터 기초', 'AI 데이터 고급'), contentType: 'application/json' })
    }),
  )
  assert.match(await said(), /서버의 답과 다릅니다: 내용이 변경된 증명입니다/)
  assert.match((await tone(page)) ?? '', /tone-bad/)
  assert.equal(await page.locator('.tone-ok').count(), 0)
  await assertAccessible(page)
  await shoot(page, 'recheck-ko-altered')
  await page.unroute('**/c/*.json')
  await page.click('.recheck button')
  await page.waitForSelector('.verdict.tone-ok', { timeout: SAID_MS_MAX })
  assert.match(await said(), /직접 확인했습니다/)
  await page.close()
})

test('a page that shows another name than was signed is told apart', needsBrowser, async () => {
  const { page, said } = await open(`/c/${id}?lang=ko`, (each) =>
    each.route(`**/c/${id}?lang=ko`, async (route) => {
      const response = await route.fetch()
      const body = (await response.text()).replaceAll('김하늘</strong>', '김바다</strong>')
      await route.fulfill({ response, body })
    }),
  )
  assert.match(await said(), /서버의 답과 다릅니다/)
  assert.match((await page.locator('#recheck li.failed').textContent()) ?? '', /이 페이지의 내용/)
  await page.close()
})

for (const [what, pattern, reason] of [
  ['status list', '**/status/*', '취소 목록을 받아 오지 못했습니다'],
  ['key', '**/did.json', '발급기관의 키를 받아 오지 못했습니다'],
  ['standing', '**/standing.json', '발급기관의 키를 받아 오지 못했습니다'],
  ['original', '**/c/*.json', '서명 원문을 받아 오지 못했습니다'],
] as const)
  test(`without the ${what} it says that it could not check, and claims nothing`, needsBrowser, async () => {
    const { page, said } = await open(`/c/${id}?lang=ko`, (each) => each.route(pattern, (route) => route.abort()))
    const sentence = await said()
    assert.ok(sentence.startsWith(`이 브라우저에서는 확인하지 못했습니다: ${reason}`), sentence)
    assert.doesNotMatch(sentence, /직접 확인했습니다/)
    await page.close()
  })

test('a browser without Ed25519 does not call a good credential altered', needsBrowser, async () => {
  const { page, said } = await open(`/c/${id}?lang=en`, (each) =>
    each.addInitScript(() => {
      crypto.subtle.importKey = () => Promise.reject(new DOMException('unknown', 'NotSupportedError'))
    }),
  )
  assert.match(await said(), /could not be checked in this browser: This browser cannot check Ed25519/)
  assert.match((await tone(page)) ?? '', /tone-ok/)
  await page.close()
})

test('without JavaScript the page is whole and offers nothing it cannot do', needsBrowser, async () => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto(`${door.origin}/c/${id}?lang=ko`)
  assert.match((await page.textContent('.verdict')) ?? '', /유효한 증명입니다/)
  assert.equal(await page.locator('.recheck').isVisible(), false)
  await context.close()
})

async function assertAccessible(page: Page): Promise<void> {
  await page.evaluate(await readFile(AXE, 'utf8'))
  const found = await page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> }
    }
    return (await axe.run()).violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
  })
  assert.deepEqual(found, [])
}

const shoot = async (page: Page, name: string): Promise<void> => {
  if (SHOTS) await page.screenshot({ path: `${SHOTS}/${name}.png`, fullPage: true })
}
