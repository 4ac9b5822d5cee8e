// A micro-degree by real clicks: built from sentences, simulated, published; the last badge is issued, the degree arrives by itself, anyone takes its
// transcript apart.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { assertAccessible, openBrowser } from './browser.ts'
import { type RunningServer, startServer } from './server.ts'

const STEP_MS_MAX = 12_000
const ARRIVAL_MS_MAX = 30_000

let server: RunningServer
let browser: Browser
let staff: Page
let sql: string
let charts: string
let credential = ''

before(async () => {
  server = await startServer()
  browser = await openBrowser()
  staff = await (await browser.newContext({ locale: 'ko-KR', viewport: { width: 1280, height: 1000 } })).newPage()
  staff.setDefaultTimeout(STEP_MS_MAX)
  await setUp()
})
after(async () => {
  await browser?.close()
  await server?.stop()
})

async function setUp(): Promise<void> {
  const link = server.printed().match(/http:\/\/localhost:\d+\/sign-in\/\S+/)?.[0]
  assert.ok(link, server.printed())
  await staff.goto(link)
  await staff.getByRole('main').getByRole('button').first().click()
  await staff.getByLabel('기관 이름 (한국어)').fill('한빛대학교')
  await staff.getByLabel('기관 이름 (영어)').fill('Hanbit University')
  await staff.getByLabel('주소', { exact: false }).fill('hanbit')
  await staff.getByRole('button', { name: '기관 만들고 시작하기' }).click()
  await staff.getByRole('heading', { name: '한빛대학교' }).waitFor()
  sql = await badge('SQL 기초')
  charts = await badge('데이터 시각화')
  await badge('빅데이터 마이크로디그리')
  await give(sql)
}

/** Staff's own session, as the console calls. */
const call = (path: string, json: object): Promise<{ id: string }> =>
  staff.evaluate(
    async ([to, body]) => {
      const response = await fetch(to, { method: 'POST', headers: { 'content-type': 'application/json' }, body })
      return (await response.json()) as { id: string }
    },
    [path, JSON.stringify(json)] as const,
  )

const badge = async (name: string): Promise<string> => {
  const more = {
    description: '설명',
    criteria: { narrative: '기준' },
    kind: 'Course',
    credits: 3,
    skills: ['빅데이터'],
  }
  return (await call('/v1/achievements', { name, ...more, publish: true })).id
}

const give = (achievement: string) =>
  call('/v1/award-batches', { achievement, recipients: [{ name: '김하늘', email: 'haneul@learner.example' }] })

test('staff build a micro-degree from sentences and read what learners will read', async () => {
  await staff.goto(`${server.origin}/app/pathways`)
  await staff.getByRole('heading', { name: '마이크로디그리', level: 1 }).waitFor()
  await assertAccessible(staff, 'the empty list')
  await staff.getByRole('link', { name: '마이크로디그리 만들기' }).first().click()
  await staff.getByRole('combobox', { name: '목표 배지' }).click()
  await staff.getByRole('option', { name: '빅데이터 마이크로디그리' }).click()
  await staff.getByRole('combobox', { name: '배지', exact: true }).click()
  await staff.getByRole('option', { name: 'SQL 기초' }).click()
  await staff.getByRole('button', { name: '요건 추가' }).click()
  await staff.getByRole('menuitem', { name: '학점' }).click()
  await staff.getByRole('textbox', { name: '최소', exact: true }).fill('6')
  await staff.getByRole('textbox', { name: '역량 태그' }).fill('빅데이터')
  await staff.getByRole('listitem').filter({ hasText: '‘빅데이터’ 분야에서 6학점 이상 이수' }).waitFor()
  await staff.getByRole('menu').waitFor({ state: 'hidden' })
  await assertAccessible(staff, 'the editor')
  await staff.getByRole('button', { name: '저장' }).click()
  await staff.waitForURL(/\/pathways\/[0-9a-f-]{36}$/)
})

test('the simulation tells who is nearly there, and publishing makes it real', async () => {
  await staff.getByRole('button', { name: '모의 계산' }).click()
  await staff.getByText('요건 하나만 남은 학습자는 1명입니다.').waitFor()
  await staff.getByRole('button', { name: '게시', exact: true }).click()
  await staff.getByRole('dialog').getByRole('button', { name: '게시', exact: true }).click()
  await staff.getByText('게시했습니다.').waitFor()
  await staff.getByRole('link', { name: '공개 페이지' }).waitFor()
})

test('the last badge brings the micro-degree by itself', async () => {
  await give(charts)
  const until = Date.now() + ARRIVAL_MS_MAX
  while (Date.now() < until && (await staff.getByText('수여됨').count()) === 0) {
    await staff.waitForTimeout(500)
    await staff.reload()
    await staff.getByRole('heading', { name: '학습자 현황' }).waitFor()
    await staff.getByRole('table', { name: '학습자 현황' }).waitFor()
  }
  await staff.getByText('수여됨').waitFor()
  await assertAccessible(staff, 'the standings')
  await staff.getByRole('button', { name: '김하늘' }).click()
  await staff.getByText('이수 요건을 모두 충족했습니다. 인정된 학점은 6학점입니다.').waitFor()
  await staff.keyboard.press('Escape')
  await staff.getByRole('dialog').waitFor({ state: 'hidden' })
  const href = await staff.getByRole('link', { name: '김하늘' }).getAttribute('href')
  credential = href?.split('/').at(-1) ?? ''
  assert.match(credential, /^[0-9a-z]{26}$/)
})

test('anyone reads the public page and takes the transcript apart', async () => {
  const address = await staff.getByRole('link', { name: '공개 페이지' }).getAttribute('href')
  const stranger = await (
    await browser.newContext({ locale: 'ko-KR', viewport: { width: 390, height: 844 } })
  ).newPage()
  await stranger.goto(address!)
  await stranger.getByText('‘SQL 기초’ 배지 취득').waitFor()
  await assertAccessible(stranger, 'the public page')
  const clr = await stranger.request.get(`${server.origin}/c/${credential}/clr.json`)
  assert.equal(clr.status(), 200)
  const verified = await stranger.request.post(`${server.origin}/v1/verifications`, {
    data: { credential: await clr.text() },
  })
  const { verdict, checks } = (await verified.json()) as { verdict: string; checks: { outcome: string }[] }
  assert.equal(verdict, 'valid')
  assert.deepEqual(
    checks.filter(({ outcome }) => outcome === 'failed'),
    [],
  )
})
