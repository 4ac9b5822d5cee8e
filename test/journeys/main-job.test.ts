// The whole main job by real clicks: an institution is set up, a badge is made and issued to five people, one of them claims it, anyone verifies it,
// it is revoked, and everyone sees that.
import assert from 'node:assert/strict'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { assertAccessible, openBrowser } from './browser.ts'
import { kolleges, type RunningServer, startServer } from './server.ts'

const STEP_MS_MAX = 12_000

/** As Excel puts copied cells on the clipboard. */
const CELLS = [
  ['성명', '이메일', '휴대폰', '학번'],
  ['김하늘', 'haneul@learner.example', '1012345678', '20261101'],
  ['이서준', 'seojun@learner.example', '010-2222-3333', '20261102'],
  ['박지우', 'jiwoo@learner.example', '', '20261103'],
  ['Alexandra Konstantinopoulou', 'alexandra@learner.example', '', '20261104'],
  ['최민서', 'minseo@learner.example', '', '20261105'],
]
  .map((row) => row.join('\t'))
  .join('\n')

let server: RunningServer
let browser: Browser
let staff: Page
let learner: BrowserContext
let publicUrl = ''
let pngPath = ''

before(async () => {
  server = await startServer()
  browser = await openBrowser()
  staff = await (
    await browser.newContext({
      locale: 'ko-KR',
      viewport: { width: 1280, height: 900 },
      permissions: ['clipboard-read', 'clipboard-write'],
    })
  ).newPage()
  staff.setDefaultTimeout(STEP_MS_MAX)
  learner = await browser.newContext({ locale: 'ko-KR', viewport: { width: 390, height: 844 }, acceptDownloads: true })
  learner.setDefaultTimeout(STEP_MS_MAX)
})
after(async () => {
  await browser?.close()
  await server?.stop()
})

test('the first person sets up the institution from the printed link', async () => {
  const link = server.printed().match(/http:\/\/localhost:\d+\/sign-in\/\S+/)?.[0]
  assert.ok(link, server.printed())
  await staff.goto(link)
  await staff.getByRole('main').getByRole('button').first().click()
  await staff.getByLabel('기관 이름 (한국어)').fill('한빛대학교')
  await staff.getByLabel('기관 이름 (영어)').fill('Hanbit University')
  await staff.getByLabel('주소', { exact: false }).fill('hanbit')
  await assertAccessible(staff, 'setting up the institution')
  await staff.getByRole('button', { name: '기관 만들고 시작하기' }).click()
  await staff.getByRole('heading', { name: '한빛대학교' }).waitFor()
  await assertAccessible(staff, 'the home page')
})

test('a badge is designed with a live picture and published', async () => {
  await staff.getByRole('link', { name: '배지', exact: true }).click()
  await staff.getByRole('link', { name: '새 배지' }).first().click()
  await staff.getByLabel('배지 이름').fill('AI 데이터 기초')
  await staff.getByLabel('한 줄 설명').fill('공개 데이터를 모으고 다듬어 모델을 만드는 실습 과정입니다.')
  await staff.getByLabel('받는 기준').fill('실습 10회와 최종 과제를 통과해야 합니다.')
  await staff.getByRole('radio', { name: '원형 인장' }).check()
  await staff.getByLabel('배지에 새길 글').fill('AI 데이터 기초')
  await assertAccessible(staff, 'the badge editor')
  await staff.getByRole('button', { name: '게시하기' }).first().click()
  await staff.getByRole('dialog').getByRole('button', { name: '게시하기' }).click()
  await staff.getByText(/^게시했습니다/).waitFor()
})

test('it is issued to five people from pasted cells', async () => {
  await staff.getByRole('navigation').getByRole('link', { name: '발급하기' }).click()
  await staff.getByRole('heading', { name: '어떤 배지를 발급하시겠습니까?' }).waitFor()
  await staff.getByText('AI 데이터 기초').first().click()
  await paste(staff, CELLS)
  await staff.getByRole('button', { name: '5명으로 계속' }).click()
  await assertAccessible(staff, 'checking what is issued')
  await staff.getByRole('button', { name: '다음' }).click()
  await staff.getByRole('button', { name: '5명에게 발급' }).click()
  await staff.getByText('5명에게 발급했습니다').waitFor()
  await assertAccessible(staff, 'the finished batch')
})

test('the learner reads the mail, claims the badge and opens its public page', async () => {
  await staff.getByRole('link', { name: '보낸 메시지', exact: true }).click()
  await staff
    .getByText(/김하늘/)
    .first()
    .click()
  const mail = staff.frameLocator('iframe')
  const claimUrl = await mail
    .getByRole('link', { name: /배지 확인하기/ })
    .first()
    .getAttribute('href')
  assert.ok(claimUrl !== null && claimUrl.startsWith(`${server.origin}/k/`), String(claimUrl))
  await staff.keyboard.press('Escape')
  const page = await learner.newPage()
  await page.goto(claimUrl)
  await assertAccessible(page, 'the claim page')
  await page.getByRole('button', { name: '배지 받기' }).click()
  await page.getByText(/축하/).first().waitFor()
  await page.goto(`${server.origin}/me`)
  await assertAccessible(page, 'the wallet')
  await page
    .getByRole('link', { name: /AI 데이터 기초/ })
    .first()
    .click()
  await page.getByText('유효한 증명입니다').waitFor()
  await assertAccessible(page, 'the public page')
  publicUrl = page.url().replace(/[?#].*$/, '')
  assert.match(publicUrl, /\/c\/[0-9a-z]{26}$/)
})

test('the baked picture is verified at the hub and on the command line', async () => {
  const page = await learner.newPage()
  await page.goto(publicUrl)
  await page.getByText('내 배지 관리').click()
  await assertAccessible(page, 'the owner’s tools')
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: /PNG/ }).first().click()
  pngPath = join(server.dataFolder, 'badge.png')
  await (await download).saveAs(pngPath)
  await page.goto(`${server.origin}/v`)
  await assertAccessible(page, 'the verify hub')
  await page.locator('input[type=file]').setInputFiles(pngPath)
  await page.getByText('유효한 증명입니다').first().waitFor()
  const byFile = await kolleges('verify', pngPath, '--json')
  assert.equal(byFile.code, 0, byFile.output)
  assert.equal(JSON.parse(byFile.output).verdict, 'valid')
})

test('after the revocation everyone is told', async () => {
  await staff.getByRole('link', { name: '증명', exact: true }).click()
  await staff
    .getByRole('row', { name: /김하늘/ })
    .getByRole('link')
    .first()
    .click()
  await staff.getByRole('button', { name: '발급 취소' }).click()
  const dialog = staff.getByRole('dialog')
  await assertAccessible(staff, 'the revocation dialog')
  await dialog.getByText('본인 요청').click()
  await dialog.getByRole('button', { name: '발급 취소' }).click()
  await staff.getByText('취소됨').first().waitFor()
  const page = await learner.newPage()
  await page.goto(publicUrl)
  await page.getByText('발급이 취소된 증명입니다').first().waitFor()
  const byFile = await until(async () => {
    const told = await kolleges('verify', pngPath, '--json')
    return JSON.parse(told.output).verdict === 'revoked' ? told : undefined
  })
  assert.equal(byFile.code, 1)
})

/** The published list follows a revocation within five seconds. */
async function until<T>(ask: () => Promise<T | undefined>): Promise<T> {
  for (let round = 0; round < 10; round += 1) {
    const answer = await ask()
    if (answer !== undefined) return answer
    await new Promise((resolve) => setTimeout(resolve, 500))
  }
  throw new Error('What was waited for did not come.')
}

/** Through the real clipboard, as from Excel. */
async function paste(page: Page, cells: string): Promise<void> {
  await page.getByRole('textbox').first().focus()
  await page.evaluate((text) => navigator.clipboard.writeText(text), cells)
  await page.keyboard.press('Control+V')
}
