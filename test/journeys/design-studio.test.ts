// A certificate made to measure, by real clicks: begun from a template, dressed from a logo, worded, bound to a column, mended, published,
// attached, issued to three people; the PDF holds the name in letters and the credential in it. Then what happens to designs afterwards:
// files in and out, an older state, two people at once, another institution.
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { assertAccessible, openBrowser } from './browser.ts'
import { kolleges, type RunningServer, startServer } from './server.ts'

const STEP_MS_MAX = 45_000

const LOGO =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 60" width="120" height="60"><rect width="80" height="60" fill="#0f5c46"/><rect x="80" width="40" height="60" fill="#f2b705"/></svg>'
const SEAL =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 90" width="360" height="360"><rect x="4" y="4" width="82" height="82" fill="none" stroke="#c8202b" stroke-width="6"/><path d="M20 30H70M20 60H70" stroke="#c8202b" stroke-width="6"/></svg>'

/** A drawing with everything in it that must not come along. */
const MARK =
  '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 100 100" onload="alert(1)"><script>alert(1)</script><image xlink:href="https://evil.example/x.png" width="9" height="9"/><foreignObject><body xmlns="http://www.w3.org/1999/xhtml"><iframe src="https://evil.example"/></body></foreignObject><rect x="10" y="10" width="80" height="80" fill="#0f5c46"/><circle cx="50" cy="50" r="20" fill="#fff"/></svg>'

/** As Excel puts copied cells on the clipboard. */
const CELLS = [
  ['성명', '이메일', '동아리'],
  ['김하늘', 'haneul@learner.example', '로켓 연구회'],
  ['남궁하늘빛나래슬기', 'nalae@learner.example', '사진반'],
  ['박지우', 'jiwoo@learner.example', '합창단'],
]
  .map((row) => row.join('\t'))
  .join('\n')

let server: RunningServer
let browser: Browser
let staff: Page

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
  await staff.goto(link)
  await staff.getByRole('main').getByRole('button').first().click()
  await staff.waitForURL(/\/app/)
  await call('/v1/institutions', {
    name: { ko: '한빛대학교', en: 'Hanbit University' },
    kind: 'university',
    slug: 'hanbit',
    headTitle: '총장',
  })
  await staff.evaluate(async (seal) => {
    const body = new FormData()
    body.set('file', new Blob([seal], { type: 'image/svg+xml' }), 'seal.svg')
    await fetch('/v1/institution/seal', { method: 'PUT', body })
  }, SEAL)
  await call('/v1/achievements', {
    name: 'AI 데이터 기초',
    description: '공개 데이터를 모으고 다듬어 모델을 만드는 실습 과정입니다.',
    criteria: { narrative: '실습 10회와 최종 과제를 통과해야 합니다.' },
    hours: 40,
    credits: 3,
    publish: true,
  })
}

const call = (path: string, json: object): Promise<unknown> =>
  staff.evaluate(
    async ([to, body]) => {
      const response = await fetch(to, { method: 'POST', headers: { 'content-type': 'application/json' }, body })
      const answer = await response.text()
      if (!response.ok) throw new Error(`${to} was answered ${response.status}: ${answer}`)
      return JSON.parse(answer) as unknown
    },
    [path, JSON.stringify(json)] as const,
  )

const read = <T>(path: string): Promise<T> =>
  staff.evaluate(async (from) => (await (await fetch(from)).json()) as unknown, path) as Promise<T>

const tab = (name: RegExp) => staff.getByRole('tab', { name }).click()
const layer = (name: RegExp) => staff.locator('.design-layer-name', { hasText: name }).first().click()
const saved = () => staff.getByRole('status').filter({ hasText: '저장됨' }).waitFor()

test('a template is chosen and the brand is set from a logo', async () => {
  await staff.goto(`${server.origin}/app/designs`)
  await staff.getByRole('heading', { name: '아직 디자인이 없습니다' }).waitFor()
  await assertAccessible(staff, 'the empty list of designs')
  await staff.getByRole('link', { name: '새 디자인' }).first().click()
  await staff.getByRole('button', { name: /^이수증 · 두 줄 테두리/ }).click()
  await staff.locator('.design-canvas svg').first().waitFor()
  await tab(/^브랜드/)
  const chooser = staff.waitForEvent('filechooser')
  await staff.getByRole('button', { name: '로고에서 색 가져오기' }).click()
  await (await chooser).setFiles({ name: 'logo.svg', mimeType: 'image/svg+xml', buffer: Buffer.from(LOGO) })
  await staff.getByText('브랜드를 입혔습니다').waitFor()
  assert.equal(await staff.getByRole('textbox', { name: '주요 색', exact: true }).inputValue(), '#0f5c46')
  assert.equal(await staff.getByRole('textbox', { name: '강조 색', exact: true }).inputValue(), '#f2b705')
  await assertAccessible(staff, 'the brand in the editor')
})

test('words are changed in place, and everything is saved by itself', async () => {
  await write('title', '수료증')
  await saved()
  await staff.reload()
  await staff.locator('.design-canvas svg').first().waitFor()
  await layer(/수료증/)
  assert.equal(await staff.getByRole('textbox', { name: '글', exact: true }).inputValue(), '수료증')
})

test('seal and QR are taken away and placed again, the seal on the last letter of the title', async () => {
  for (const [what, name] of [
    ['직인', /^직인/],
    ['QR', /^QR/],
  ] as const) {
    await layer(name)
    await staff.keyboard.press('Delete')
    await staff.locator('.design-add').getByRole('button', { name: what }).click()
    await staff.locator('.design-layer-row[data-chosen]', { hasText: what }).waitFor()
  }
  await field('가로 위치', '22')
  await field('세로 위치', '258')
  await layer(/^직인/)
  assert.match(await staff.getByLabel('직인 자리').locator('option:checked').innerText(), /끝 글자 위/)
})

test('a column of the roster is bound, and the longest name of a roster fits', async () => {
  await staff.locator('.design-add').getByRole('button', { name: '글', exact: true }).click()
  await staff.getByRole('button', { name: '글 고치기' }).click()
  const writer = staff.locator('.design-writer')
  await writer.getByRole('textbox').fill('동아리: ')
  await writer.getByRole('textbox').press('End')
  await writer.getByRole('button', { name: '변수 넣기' }).click()
  await staff.getByRole('textbox', { name: '열 이름' }).fill('동아리')
  await staff.getByRole('button', { name: '열 넣기' }).click()
  await writer.getByText('동아리: 〔동아리〕').waitFor()
  await writer.getByRole('button', { name: '완료' }).click()
  await field('세로 위치', '150')
  await tab(/^미리보기/)
  await staff.getByLabel('가장 긴 이름').check()
  await staff.getByLabel('명단 붙여넣기').fill('성명\n김하늘\n남궁하늘빛나래슬기\n박지우')
  await staff.getByText('가장 긴 이름: 남궁하늘빛나래슬기').waitFor()
  await staff.locator('.design-drawing text', { hasText: '남궁하늘빛나래슬기' }).first().waitFor()
  await tab(/^검사/)
  assert.equal(await staff.getByText('글자가 상자에 다 들어가지 않습니다.').count(), 0)
  await assertAccessible(staff, 'the checks before publishing')
})

test('two findings lead to their elements and are mended by a press', async () => {
  await layer(/^QR/)
  await tab(/^속성/)
  await field('너비', '12')
  await layer(/수료증/)
  await tab(/^속성/)
  await staff.getByRole('button', { name: /^색: / }).click()
  await staff.getByRole('button', { name: 'hairline' }).click()
  await tab(/^검사/)
  for (const said of ['QR이 18 mm보다 작아 읽히지 않을 수 있습니다.', '글자와 바탕의 대비가 4.5:1보다 낮습니다.']) {
    const finding = staff.locator('.design-findings li', { hasText: said })
    await finding.getByRole('button', { name: '보기' }).click()
    await finding.getByRole('button', { name: '고치기' }).click()
    await finding.waitFor({ state: 'detached' })
  }
  await staff.getByText('꼭 고치기').waitFor({ state: 'detached' })
})

test('it is published, attached to a badge, and issued to three people', async () => {
  await staff.getByRole('button', { name: '게시하기' }).click()
  await assertAccessible(staff, 'the question before publishing')
  await staff.getByRole('dialog').getByRole('button', { name: '게시하기' }).click()
  await staff.getByText('1판으로 게시했습니다').waitFor()
  await staff.getByRole('dialog').getByRole('button', { name: '연결하고 게시' }).click()
  await staff.getByText('‘AI 데이터 기초’에 연결했습니다').waitFor()
  await staff.goto(`${server.origin}/app/issue`)
  await staff.getByText('AI 데이터 기초').first().click()
  await staff.getByRole('textbox').first().focus()
  await staff.evaluate((cells) => navigator.clipboard.writeText(cells), CELLS)
  await staff.keyboard.press('Control+V')
  await staff.getByRole('button', { name: '3명으로 계속' }).click()
  await staff.getByLabel('기간', { exact: true }).fill('2026년 9월 1일 ~ 12월 18일')
  await staff.getByRole('button', { name: '다음' }).click()
  await staff.getByRole('button', { name: '3명에게 발급' }).click()
  await staff.getByText('3명에게 발급했습니다').waitFor()
})

test('the PDF is read by others’ programs, and the credential in it verifies', async () => {
  type Issued = { data: { recipient: { name: string }; certificateUrl: string | null }[] }
  const { data } = await read<Issued>('/v1/credentials')
  const longest = data.find(({ recipient }) => recipient.name === '남궁하늘빛나래슬기')
  assert.ok(longest?.certificateUrl, JSON.stringify(data))
  const file = join(server.dataFolder, 'certificate.pdf')
  const response = await fetch(longest.certificateUrl)
  assert.equal(response.headers.get('content-type'), 'application/pdf')
  writeFileSync(file, Buffer.from(await response.arrayBuffer()))
  const words = poppler('pdftotext', file, '-').replace(/\s+/g, '')
  for (const wanted of ['남궁하늘빛나래슬기', '수료증', '사진반', '2026년9월1일~12월18일'])
    assert.ok(words.includes(wanted), `${wanted} in ${words}`)
  const fonts = poppler('pdffonts', file).trim().split('\n').slice(2)
  assert.ok(fonts.length > 0)
  for (const font of fonts) assert.match(font, /^[A-Z]{6}\+\S+ .* yes yes yes /, font)
  const inside = join(server.dataFolder, 'credential.json')
  poppler('pdfdetach', '-save', '1', '-o', inside, file)
  assert.match(readFileSync(inside, 'utf8'), /OpenBadgeCredential/)
  for (const one of [inside, file]) {
    const judged = await kolleges('verify', one, '--json')
    assert.equal(JSON.parse(judged.output).verdict, 'valid', judged.output)
  }
  await staff.goto(`${server.origin}/v`)
  await staff.locator('input[type=file]').setInputFiles(file)
  await staff.getByText('유효한 증명입니다').first().waitFor()
})

test('an SVG comes in as elements of its own, without what could do harm', async () => {
  await staff.goto(`${server.origin}/app/designs`)
  await staff.getByRole('link', { name: /이수증/ }).click()
  await staff.locator('.design-canvas svg').first().waitFor()
  const before = await elements().count()
  await choose('그림 가져오기 (SVG, PNG, JPEG)', {
    name: 'mark.svg',
    mimeType: 'image/svg+xml',
    buffer: Buffer.from(MARK),
  })
  await staff.getByText(/가져왔습니다. 뺐거나 바꾼 것:/).waitFor()
  assert.ok((await elements().count()) > before)
  assert.doesNotMatch(await staff.locator('.design-drawing').first().innerHTML(), /script|evil\.example|onload/)
  await staff.keyboard.press('Control+z')
  await saved()
  assert.equal(await elements().count(), before)
})

test('a design goes out as a file and comes in again; one of a newer version changes nothing', async () => {
  const download = staff.waitForEvent('download')
  await staff.getByRole('button', { name: '파일', exact: true }).click()
  await staff.getByRole('menuitem', { name: '디자인 내보내기 (JSON)' }).click()
  const exported = readFileSync((await (await download).path())!)
  await write('title', '잠깐 다른 제목')
  await saved()
  const newer = { ...(JSON.parse(exported.toString()) as object), version: 99 }
  await choose('디자인 가져오기 (JSON)', jsonFile(Buffer.from(JSON.stringify(newer))))
  await staff.getByText('더 새로운 버전의 Kolleges에서 만든 파일입니다').waitFor()
  await staff.locator('.design-drawing text', { hasText: '잠깐 다른 제목' }).first().waitFor()
  await choose('디자인 가져오기 (JSON)', jsonFile(exported))
  await staff.getByText('가져왔습니다', { exact: true }).waitFor()
  await staff.locator('.design-drawing text', { hasText: '잠깐 다른 제목' }).first().waitFor({ state: 'detached' })
  await saved()
  const [design] = (await read<{ data: { document: unknown }[] }>('/v1/designs')).data
  assert.deepEqual(design?.document, JSON.parse(exported.toString()))
})

test('an older state is looked at and brought back', async () => {
  await write('title', '이수 증서')
  await saved()
  await tab(/^기록/)
  const published = staff.locator('.design-findings li', { hasText: '1판' })
  await published.getByRole('button', { name: '보기' }).click()
  await published.locator('.design-past text', { hasText: '수료증' }).first().waitFor()
  await published.getByRole('button', { name: '이 상태로 되돌리기' }).click()
  await assertAccessible(staff, 'the question before going back')
  await staff.getByRole('dialog').getByRole('button', { name: '이 상태로 되돌리기' }).click()
  await staff.getByText('되돌렸습니다').waitFor()
  await layer(/수료증/)
})

test('of two people who change one design, the second chooses, and nothing is lost', async () => {
  const other = await staff.context().newPage()
  other.setDefaultTimeout(STEP_MS_MAX)
  await other.goto(staff.url())
  await other.locator('.design-canvas svg').first().waitFor()
  const rename = async (page: Page, name: string) => {
    await page.getByLabel('디자인 이름').fill(name)
    await page.getByLabel('디자인 이름').press('Enter')
  }
  const title = '첫째가 고친 제목'
  await write('title', title)
  await saved()
  await rename(other, '둘째가 고친 이름')
  await other.getByRole('alert').getByText('다른 사람이 이 디자인을 먼저 저장했습니다').waitFor()
  await assertAccessible(other, 'the choice between two states')
  await other.getByRole('button', { name: '상대방 것 불러오기' }).click()
  await other.getByRole('alert').waitFor({ state: 'detached' })
  await other.locator('.design-drawing text', { hasText: title }).first().waitFor()
  await other.close()
  const designs = (await read<{ data: { name: string; document: unknown }[] }>('/v1/designs')).data
  assert.equal(designs.length, 2, 'what was not chosen is kept as a copy')
})

test('a design is copied to another institution, pictures and all', async () => {
  await call('/v1/institutions', {
    name: { ko: '가온대학교', en: 'Gaon University' },
    kind: 'university',
    slug: 'gaon',
    headTitle: '총장',
  })
  await switchTo('hanbit')
  await staff.goto(`${server.origin}/app/designs`)
  await staff
    .getByRole('button', { name: /더 보기$/ })
    .first()
    .click()
  await staff.getByRole('menuitem', { name: '가온대학교' }).click()
  await staff.getByText('가온대학교로 복사했습니다').waitFor()
  await switchTo('gaon')
  await staff.goto(`${server.origin}/app/designs`)
  await staff.locator('.design-card').first().waitFor()
  assert.equal(await staff.locator('.design-card').count(), 1)
})

/** The session goes on in that institution. */
const switchTo = (slug: string): Promise<void> =>
  staff.evaluate(async (wanted) => {
    type Session = { memberships: { slug: string; institutionId: string }[] }
    const { memberships } = (await (await fetch('/v1/session')).json()) as Session
    const institutionId = memberships.find((one) => one.slug === wanted)?.institutionId
    const body = JSON.stringify({ institutionId })
    await fetch('/v1/session', { method: 'PATCH', headers: { 'content-type': 'application/json' }, body })
  }, slug)

const elements = () => staff.locator('.design-canvas [data-element]')
const jsonFile = (buffer: Buffer) => ({ name: 'design.json', mimeType: 'application/json', buffer })

async function choose(item: string, file: { name: string; mimeType: string; buffer: Buffer }): Promise<void> {
  const chooser = staff.waitForEvent('filechooser')
  await staff.getByRole('button', { name: '파일', exact: true }).click()
  await staff.getByRole('menuitem', { name: item }).click()
  await (await chooser).setFiles(file)
}

/** Opens a text on the page as people do, and writes it anew. */
async function write(id: string, text: string): Promise<void> {
  const box = await staff.locator(`[data-element="${id}"]`).boundingBox()
  assert.ok(box, id)
  await staff.mouse.dblclick(box.x + box.width / 2, box.y + box.height / 2)
  const writer = staff.locator('.design-writer')
  await writer.getByRole('textbox').fill(text)
  await writer.getByRole('button', { name: '완료' }).click()
}

async function field(label: string, value: string): Promise<void> {
  const input = staff.getByRole('textbox', { name: label, exact: true })
  await input.fill(value)
  await input.press('Enter')
}

function poppler(program: string, ...args: string[]): string {
  try {
    return execFileSync(program, args, { encoding: 'utf8' })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    throw new Error(`${program} is not on this machine: apt-get install poppler-utils`)
  }
}
