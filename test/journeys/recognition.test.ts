// Credit recognition by real clicks: the registrar draws up the table, a learner applies on a phone, the registrar decides, the letter arrives.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { assertAccessible, openBrowser } from './browser.ts'
import { type RunningServer, startServer } from './server.ts'

const STEP_MS_MAX = 20_000

let server: RunningServer
let browser: Browser
let staff: Page
let learner: Page
let programme = ''

before(async () => {
  server = await startServer()
  browser = await openBrowser()
  staff = await (await browser.newContext({ locale: 'ko-KR', viewport: { width: 1280, height: 1000 } })).newPage()
  learner = await (await browser.newContext({ locale: 'ko-KR', viewport: { width: 390, height: 844 } })).newPage()
  for (const page of [staff, learner]) page.setDefaultTimeout(STEP_MS_MAX)
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
  const words = { description: '설명', criteria: { narrative: '기준' }, publish: true }
  const { id: achievement } = await call('POST', '/v1/achievements', { name: 'SQL 기초', ...words })
  const recipients = [{ name: '김하늘', email: 'haneul@learner.example' }]
  await call('POST', '/v1/award-batches', { achievement, recipients })
}

/** Staff's own session, as the console calls. */
const call = (
  method: string,
  path: string,
  json?: object,
): Promise<{ id: string; data: { id: string }[]; html: string }> =>
  staff.evaluate(
    async ([how, to, body]) => {
      const headers = { 'content-type': 'application/json' }
      const response = await fetch(to, { method: how, headers, ...(body && { body }) })
      return (await response.json()) as { id: string; data: { id: string }[]; html: string }
    },
    [method, path, json ? JSON.stringify(json) : ''] as const,
  )

test('the registrar says which badge counts as which course', async () => {
  await staff.goto(`${server.origin}/app/recognition`)
  await staff.getByText('아직 신청이 없습니다').waitFor()
  await assertAccessible(staff, 'the empty list')
  await staff.getByRole('link', { name: '과정 만들기' }).click()
  await staff.getByLabel('이름(국문)').fill('데이터사이언스학과')
  await staff.getByLabel('이름(영문)').fill('Data Science')
  await staff.getByRole('button', { name: '줄 추가' }).click()
  await staff.getByRole('combobox', { name: '배지', exact: true }).click()
  await staff.getByRole('option', { name: 'SQL 기초' }).click()
  await staff.getByLabel('교과목 코드').fill('CSE201')
  await staff.getByLabel('교과목 이름').fill('데이터베이스')
  await assertAccessible(staff, 'the table')
  await staff.getByRole('button', { name: '저장' }).click()
  await staff.waitForURL(/programmes\/[0-9a-f-]{36}$/)
  programme = (await staff.getByRole('link', { name: '공개 페이지' }).getAttribute('href'))!
})

test('the learner reads the table and applies with a badge of the wallet', async () => {
  let message: string | undefined
  for (let i = 0; i < 60 && !message; i++) {
    message = (await call('GET', '/v1/messages')).data[0]?.id
    if (!message) await staff.waitForTimeout(500)
  }
  const claim = /http:\/\/localhost:\d+\/k\/[\w-]+/.exec((await call('GET', `/v1/messages/${message}`)).html)?.[0]
  await learner.goto(claim!)
  await learner.getByRole('button', { name: '배지 받기' }).click()
  await learner.getByText('배지가 지갑에 담겼어요').waitFor()
  await learner.goto(programme)
  await learner.getByText('데이터베이스').waitFor()
  await assertAccessible(learner, 'the public table')
  await learner.getByRole('link', { name: '내 배지로 신청하기' }).click()
  await learner.getByRole('checkbox', { name: /SQL 기초/ }).check()
  assert.equal(
    await learner.getByLabel('이름', { exact: true }).inputValue(),
    '김하늘',
    'the name is known from the badge',
  )
  await learner.getByLabel('담당자에게 남길 말').fill('잘 부탁드려요')
  await assertAccessible(learner, 'the application form')
  await learner.getByRole('button', { name: '신청하기' }).click()
  await learner.getByRole('heading', { name: '신청을 받았어요' }).waitFor()
})

test('the registrar accepts it in part, and the letter says so', async () => {
  await staff.goto(`${server.origin}/app/recognition`)
  await staff.getByRole('link', { name: '김하늘' }).click()
  await staff.getByText('잘 부탁드려요').waitFor()
  await staff.getByRole('radio', { name: '인정', exact: true }).focus()
  await staff.keyboard.press('ArrowRight')
  assert.ok(await staff.getByRole('radio', { name: '일부 인정' }).isChecked())
  await staff.getByLabel('학점', { exact: true }).fill('1.5')
  await assertAccessible(staff, 'the decision')
  await staff.getByRole('button', { name: '결정하고 알리기' }).click()
  await staff.getByRole('dialog').getByRole('button', { name: '결정하고 알리기' }).click()
  await staff.getByText('사유를 적어 주십시오.').waitFor()
  await staff.getByRole('dialog').waitFor({ state: 'hidden' })
  await staff.getByLabel('사유').fill('실습 시간이 모자람')
  await staff.getByRole('button', { name: '결정하고 알리기' }).press('Enter')
  await staff.getByRole('dialog').getByRole('button', { name: '결정하고 알리기' }).press('Enter')
  await staff.getByText('결정을 알렸습니다.').waitFor()
  await learner.reload()
  await learner.getByText('모두 1.5학점이 인정되었어요.').waitFor()
  await learner.getByText('실습 시간이 모자람').waitFor()
  await assertAccessible(learner, 'the letter')
  const href = await learner.getByRole('link', { name: '결과 통지서 (PDF)' }).getAttribute('href')
  const pdf = await learner.request.get(`${server.origin}${href}`)
  assert.equal((await pdf.body()).subarray(0, 5).toString(), '%PDF-')
})
