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
let learner: Page
let pathway = ''

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

/** Sorted, for the map and the list order them each in their own way. */
const pathsOf = (found: Element[]): string[] => found.map((one) => one.getAttribute('data-path') ?? '').sort()

const isWithin = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)

/** The claim link from the outbox, which is the mailbox where no mail server is set. */
async function claimLink(): Promise<string> {
  const texts = await staff.evaluate(async () => {
    const read = async (path: string) => (await (await fetch(path)).json()) as { data: { id: string }[]; text: string }
    const { data } = await read('/v1/messages?limit=100')
    return Promise.all(data.map(async ({ id }) => (await read(`/v1/messages/${id}`)).text))
  })
  const link = texts.join('\n').match(/http\S+\/k\/\S+/)?.[0]
  assert.ok(link, 'a claim message waits')
  return link
}

/** As people do who use no mouse: type, then take the first that is offered. */
const choose = async (field: string, option: string): Promise<void> => {
  await staff.getByRole('combobox', { name: field, exact: true }).focus()
  await staff.keyboard.type(option)
  await staff.getByRole('option', { name: option }).waitFor()
  await staff.keyboard.press('ArrowDown')
  await staff.keyboard.press('Enter')
  await staff.getByRole('option', { name: option }).waitFor({ state: 'hidden' })
}

test('staff build a micro-degree from sentences without a mouse, and read what learners will read', async () => {
  await staff.goto(`${server.origin}/app/pathways`)
  await staff.getByRole('heading', { name: '마이크로디그리', level: 1 }).waitFor()
  await assertAccessible(staff, 'the empty list')
  await staff.getByRole('link', { name: '마이크로디그리 만들기' }).first().press('Enter')
  await choose('목표 배지', '빅데이터 마이크로디그리')
  await choose('배지', 'SQL 기초')
  await staff.getByRole('button', { name: '요건 추가' }).press('Enter')
  await staff.getByRole('menuitem', { name: '학점', exact: true }).waitFor()
  while (!(await isFocused('학점'))) await staff.keyboard.press('ArrowDown')
  await staff.keyboard.press('Enter')
  await staff.getByRole('textbox', { name: '최소', exact: true }).fill('6')
  await staff.getByRole('textbox', { name: '역량 태그' }).fill('빅데이터')
  await staff.locator('.rule-words').getByText('‘빅데이터’ 분야에서 6학점 이상 이수').waitFor()
  await staff.getByRole('menu').waitFor({ state: 'hidden' })
  await assertAccessible(staff, 'the editor')
  const map = staff.getByRole('region', { name: '이수 지도' })
  const places = await map.locator('[data-path]').evaluateAll(pathsOf)
  const listed = await staff.locator('.rule-words [data-path]:not([data-path=""])').evaluateAll(pathsOf)
  assert.deepEqual(places, ['/all/0', '/all/1'])
  assert.deepEqual(listed, places, 'the list tells what the map shows')
  await map.focus()
  await staff.keyboard.press('Tab')
  await staff.keyboard.press('Enter')
  assert.equal(await staff.evaluate(() => document.activeElement?.id), 'block-all-0', 'a card leads to its block')
  await staff.getByRole('button', { name: '저장' }).press('Enter')
  await staff.waitForURL(/\/pathways\/[0-9a-f-]{36}$/)
})

const isFocused = (words: string): Promise<boolean> =>
  staff.evaluate((wanted) => document.activeElement?.textContent === wanted, words)

test('the simulation tells who is nearly there, and publishing makes it real', async () => {
  await staff.getByRole('button', { name: '모의 계산' }).press('Enter')
  await staff.getByText('요건 하나만 남은 학습자는 1명입니다.').waitFor()
  await staff.getByRole('button', { name: '게시', exact: true }).press('Enter')
  await staff.getByRole('dialog').getByRole('button', { name: '게시', exact: true }).press('Enter')
  await staff.getByText('게시했습니다.').waitFor()
  await staff.getByRole('link', { name: '공개 페이지' }).waitFor()
})

test('a learner sees on a phone how far they are, and works out what one badge would change', async () => {
  pathway = staff.url().split('/').at(-1) ?? ''
  learner = await (await browser.newContext({ locale: 'ko-KR', viewport: { width: 390, height: 844 } })).newPage()
  learner.setDefaultTimeout(STEP_MS_MAX)
  await learner.goto(await claimLink())
  await learner.getByRole('button', { name: '배지 받기' }).click()
  await learner.goto(`${server.origin}/me`)
  await learner.getByText('6학점 중 3학점, 배지 한 개 남았어요').waitFor()
  await assertAccessible(learner, 'the wallet')
  await learner.goto(`${server.origin}/me/pathways/${pathway}`)
  await learner.getByRole('heading', { name: '빅데이터 마이크로디그리', level: 1 }).waitFor()
  await learner.getByText('배지 하나만 더 받으면 마이크로디그리가 완성돼요!').waitFor()
  const [places, listed] = await Promise.all([statesIn('.map-box'), statesIn('.map-list')])
  assert.deepEqual(places, ['/all/0 done', '/all/1 available'])
  assert.deepEqual(listed, places, 'the list tells what the map shows')
  await assertAccessible(learner, 'a learner’s own page')
  assert.ok(await isWithin(learner))
  await learner.getByRole('checkbox', { name: '데이터 시각화' }).focus()
  await learner.keyboard.press('Space')
  await learner.keyboard.press('Tab')
  await learner.keyboard.press('Tab')
  while ((await learner.evaluate(() => document.activeElement?.tagName)) !== 'BUTTON')
    await learner.keyboard.press('Tab')
  await learner.keyboard.press('Enter')
  await learner.getByText('고른 배지를 모두 받으면 완성돼요.').waitFor()
  await learner.goto(`${server.origin}/me/pathways/${pathway}?lang=en`)
  await learner.getByText('One badge to go for your micro-degree!').waitFor()
  assert.ok(await isWithin(learner))
})

const statesIn = (where: string): Promise<string[]> =>
  learner
    .locator(`${where} [data-path]`)
    .evaluateAll((found) =>
      found.map((one) => `${one.getAttribute('data-path')} ${one.getAttribute('data-state')}`).sort(),
    )

test('staff see where learners stop, and write to the one who is a badge short', async () => {
  const until = Date.now() + ARRIVAL_MS_MAX
  while (Date.now() < until && (await staff.getByRole('button', { name: '안내 보내기' }).count()) === 0) {
    await staff.waitForTimeout(500)
    await staff.reload()
    await staff.getByRole('img', { name: /명이 모든 요건을 충족했습니다/ }).waitFor()
  }
  await staff.getByText('요건 하나만 남은 학습자 1명').waitFor()
  await assertAccessible(staff, 'the cohorts')
  await staff.getByRole('button', { name: '안내 보내기' }).focus()
  await staff.keyboard.press('Enter')
  const dialog = staff.getByRole('dialog', { name: '요건이 하나 남은 학습자에게 안내' })
  await dialog.getByText('1명에게 보냅니다.').waitFor()
  await dialog.getByText(/You are one requirement away from/).waitFor()
  await assertAccessible(staff, 'the reminder')
  await dialog.getByRole('button', { name: '보내기', exact: true }).click()
  await staff.getByText('1명에게 안내를 보냈습니다.').waitFor()
})

/** In the table, not among the states that it can be narrowed to. */
const awarded = () => staff.getByRole('table', { name: '수여와 검토' }).getByText('수여됨')

test('the last badge brings the micro-degree by itself', async () => {
  await give(charts)
  const until = Date.now() + ARRIVAL_MS_MAX
  while (Date.now() < until && (await awarded().count()) === 0) {
    await staff.waitForTimeout(500)
    await staff.reload()
    await staff.getByRole('heading', { name: '학습자 현황' }).waitFor()
    await staff.getByRole('table', { name: '학습자 현황' }).waitFor()
  }
  await awarded().waitFor()
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
  await stranger.goto(`${server.origin}/c/${credential}`)
  await stranger.getByRole('link', { name: '학위 보충 설명서 (PDF)' }).waitFor()
  await assertAccessible(stranger, 'the page of the micro-degree')
  await stranger.getByRole('link', { name: '배지를 하나씩 확인하기' }).click()
  await assertAccessible(stranger, 'the transcript taken apart')
  for (const name of ['SQL 기초', '데이터 시각화'])
    await stranger.getByRole('listitem').filter({ hasText: name }).getByText('유효한 증명입니다').waitFor()
  await stranger.locator('summary').filter({ hasText: '어떻게 확인했나요?' }).press('Enter')
  for (const name of ['SQL 기초', '데이터 시각화'])
    await stranger.getByRole('heading', { name: `담긴 증명: ${name}` }).waitFor()
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

test('a learner lets others see the progress, and the page of a badge then shows its place', async () => {
  const part = `${server.origin}/c/${await partOf(sql)}?lang=ko`
  const stranger = await (
    await browser.newContext({ locale: 'ko-KR', viewport: { width: 390, height: 844 } })
  ).newPage()
  stranger.setDefaultTimeout(STEP_MS_MAX)
  await stranger.goto(part)
  assert.equal(await stranger.getByText('빅데이터 마이크로디그리의 2/2').count(), 0)
  await learner.goto(`${server.origin}/me/pathways/${pathway}?lang=ko`)
  await learner.getByText('완성했어요.').waitFor()
  await learner.getByRole('checkbox', { name: '내 배지의 증명 페이지에서' }).check()
  await learner.getByRole('button', { name: '저장' }).click()
  await learner.getByText('저장했어요.').waitFor()
  await stranger.goto(part)
  await stranger.getByText('빅데이터 마이크로디그리의 2/2').waitFor()
  await assertAccessible(stranger, 'the page of a part')
  assert.ok(await isWithin(stranger))
})

const partOf = (achievement: string): Promise<string> =>
  staff.evaluate(async (id) => {
    const { data } = (await (await fetch(`/v1/credentials?achievement=${id}&limit=1`)).json()) as {
      data: { id: string }[]
    }
    return data[0]?.id ?? ''
  }, achievement)

test('anyone finds it in the institution’s catalogue', async () => {
  const stranger = await (
    await browser.newContext({ locale: 'en-GB', viewport: { width: 390, height: 844 } })
  ).newPage()
  stranger.setDefaultTimeout(STEP_MS_MAX)
  await stranger.goto(`${server.origin}/i/hanbit/catalogue`)
  await assertAccessible(stranger, 'the catalogue')
  await stranger.getByLabel('Name, contents, skill').fill('빅데이터')
  await stranger.getByLabel('Kind').selectOption('micro-degree')
  await stranger.keyboard.press('Tab')
  await stranger.getByRole('button', { name: 'Search' }).press('Enter')
  await stranger.getByText('1 found').waitFor()
  assert.ok(await isWithin(stranger))
  await stranger.getByRole('link', { name: '빅데이터 마이크로디그리' }).click()
  await stranger.waitForURL(new RegExp(`/p/${pathway}`))
  await stranger.getByRole('region', { name: 'Map of the requirements' }).focus()
})

test('staff in a hurry award everybody who waits for review, after reading the list', async () => {
  const rule = { badge: sql, award: { mode: 'review' } }
  const reviewed = await call('/v1/pathways', { achievement: await badge('심사하는 학위'), rule })
  await call(`/v1/pathways/${reviewed.id}/publication`, {})
  const until = Date.now() + ARRIVAL_MS_MAX
  do {
    await staff.goto(`${server.origin}/app/pathways/${reviewed.id}`)
    await staff.getByRole('heading', { name: '수여와 검토' }).waitFor()
    await staff.waitForTimeout(500)
  } while (Date.now() < until && (await staff.getByRole('button', { name: '모두 수여' }).count()) === 0)
  await staff.getByRole('button', { name: '모두 수여' }).focus()
  await staff.keyboard.press('Enter')
  const dialog = staff.getByRole('dialog', { name: '심사를 기다리는 학습자 모두에게 수여' })
  await dialog.getByRole('listitem').filter({ hasText: '김하늘' }).waitFor()
  assert.ok(await dialog.getByRole('button', { name: '1명에게 수여' }).isDisabled(), 'nothing before the list was read')
  await assertAccessible(staff, 'the list of who waits')
  await dialog.getByRole('checkbox').focus()
  await staff.keyboard.press('Space')
  await dialog.getByRole('button', { name: '1명에게 수여' }).press('Enter')
  await dialog.getByText('1명 가운데 1명에게 수여했습니다.').waitFor()
  await assertAccessible(staff, 'what was awarded')
  await dialog.getByRole('button', { name: '닫기' }).last().press('Enter')
  await awarded().waitFor()
})
