// A learner's own micro-degrees: where they stand, what would help, what they may ask for, what others see.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Enrolment, Pathway } from '@kolleges/api'
import { type Awarding, openAwarding, publishAchievement } from '../../../test/awarding.ts'
import { cookieOf } from '../../../test/staff.ts'

const ORIGIN = 'http://localhost:3000'
const person = { name: '김하늘', email: 'haneul@learner.example' }

let app: Awarding
let sql: string
let charts: string
let ethics: string
let pathway: Pathway
let cookie: string

before(async () => {
  app = await openAwarding()
  const part = (name: string) =>
    publishAchievement(app, app.key, { name, kind: 'Course', credits: 3, skills: ['빅데이터'] })
  ;[sql, charts, ethics] = [await part('SQL 기초'), await part('데이터 시각화'), await part('데이터 윤리')]
  const achievement = await publishAchievement(app, app.key, { name: '빅데이터 과정', credits: 9, skills: [] })
  pathway = await publish(achievement, {
    all: [
      { badge: sql },
      { any: [{ badge: charts }, { badge: ethics }] },
      { credits: { min: 9, from: { tag: '빅데이터' } } },
      { approval: { by: 'registrar', stage: 'completion' } },
    ],
  })
  await app.award([person], { achievement: sql })
  cookie = await cookieOf(app, person.email)
})
after(() => app?.close())

async function publish(achievement: string, rule: object, more: object = {}): Promise<Pathway> {
  const title = { ko: '빅데이터 마이크로디그리', en: 'Big Data Micro-degree' }
  const created = await app.request('/v1/pathways', { key: app.key, json: { achievement, rule, title, ...more } })
  const { id } = (await created.json()) as Pathway
  const published = await app.request(`/v1/pathways/${id}/publication`, { key: app.key, json: {} })
  assert.equal(published.status, 201)
  await app.drain()
  return (await published.json()) as Pathway
}

const read = async (path: string, by = cookie): Promise<string> => {
  const response = await app.request(path, { cookie: by })
  assert.equal(response.status, 200, path)
  return response.text()
}
const own = (query = '', id = pathway.id): Promise<string> => read(`/me/pathways/${id}?lang=ko${query}`)
const post = (path: string, form: Record<string, string> = {}, by = cookie): Promise<Response> =>
  app.request(path, { method: 'POST', cookie: by, headers: { origin: ORIGIN }, body: new URLSearchParams(form) })
const includesAll = (text: string, words: readonly string[]): void => {
  for (const one of words) assert.ok(text.includes(one), one)
}
const placesOf = (markup: string): string[] =>
  [...markup.matchAll(/data-path="([^"]*)" data-state="([^"]*)"/g)].map(([, path, state]) => `${path} ${state}`).sort()

test('the list tells in a sentence how far each has come and what to do next', async () => {
  includesAll(await read('/me/pathways?lang=ko'), [
    '9학점 중 3학점, 배지 두 개 남았어요',
    '다음 추천',
    '받으면 남은 배지가 가장 적어져요',
  ])
  includesAll(await read('/me/pathways?lang=en'), ['3 of 9 credits, 2 badges to go', 'Next step'])
  const nobody = await cookieOf(app, 'nobody@learner.example')
  includesAll(await read('/me/pathways?lang=ko', nobody), ['아직 참여한 마이크로디그리가 없어요'])
})

test('the map and the list of a learner show the same places in the same state', async () => {
  const text = await own()
  const [map = '', list = ''] = text.slice(text.indexOf('class="map-box"')).split('class="map-list"')
  assert.deepEqual(placesOf(list), placesOf(map))
  assert.deepEqual(placesOf(map), [
    '/all/0 done',
    '/all/1 available',
    '/all/1/any/0 available',
    '/all/1/any/1 available',
    '/all/2 available',
    '/all/3 locked',
  ])
  includesAll(text, ['나머지 요건을 먼저 채워야 함', `/b/${charts}`, '어림할 수 없어요'])
})

test('what a badge would change is worked out without anything being stored', async () => {
  includesAll(await own(`&with=${charts}`), ['고른 배지를 모두 받으면: 9학점 중 6학점, 배지 한 개 남았어요.'])
  const both = `&with=${charts}&with=${ethics}`
  includesAll(await own(both), ['9학점 중 9학점', '배지는 모두 모았어요. 남은 것은 확인과 승인이에요.'])
  assert.ok(!(await own('&with=nonsense')).includes('고른 배지를'))
  includesAll(await own(), ['9학점 중 3학점'])
})

test('another person’s and a made-up micro-degree are not found', async () => {
  const nobody = await cookieOf(app, 'nobody@learner.example')
  assert.equal((await app.request(`/me/pathways/${pathway.id}`, { cookie: nobody })).status, 404)
  assert.equal((await app.request('/me/pathways/00000000-0000-7000-8000-000000000000', { cookie })).status, 404)
  assert.equal((await post(`/me/pathways/${pathway.id}/showing`, { show: 'yes' }, nobody)).status, 404)
})

test('a learner applies for completion when it is their turn, and not before', async () => {
  const path = `/me/pathways/${pathway.id}/applications`
  assert.equal((await post(path, { stage: 'completion' })).status, 404)
  for (const achievement of [charts, ethics]) await app.award([person], { achievement })
  includesAll(await own(), ['9학점 중 9학점', '신청하기'])
  assert.equal((await post(path, { stage: 'another' })).status, 404)
  const applied = await post(path, { stage: 'completion' })
  assert.deepEqual([applied.status, applied.headers.get('location')], [303, `/me/pathways/${pathway.id}?done=applied`])
  const text = await own('&done=applied')
  includesAll(text, ['신청했어요. 결정되면 메일로 알려 드려요.', '에 신청했어요. 결정을 기다려요.'])
  assert.ok(!text.includes('신청하기'))
  const open = async (): Promise<string[]> => {
    const path = `/v1/pathways/${pathway.id}/enrolments`
    const { data } = (await (await app.request(path, { key: app.key })).json()) as { data: Enrolment[] }
    return data.flatMap(({ applications }) => applications.map(({ stage }) => stage))
  }
  assert.deepEqual(await open(), ['completion'], 'staff see what waits')
  app.clock.advance(60)
  const refusal = { learner: person.email, stage: 'completion', outcome: 'refused', note: '서류가 빠졌습니다' }
  const decided = await app.request(`/v1/pathways/${pathway.id}/decisions`, { key: app.key, json: refusal })
  assert.deepEqual([decided.status, await open()], [201, []])
  includesAll(await own(), ['승인되지 않음', '서류가 빠졌습니다', '신청하기'])
})

test('who is under older requirements is told the difference and moves by choice', async () => {
  const achievement = await publishAchievement(app, app.key, { name: '짧은 과정' })
  const { id } = await publish(achievement, { all: [{ badge: sql }, { badge: charts, minGrade: 'A0' }] })
  const rule = { all: [{ badge: sql }, { badge: charts }, { credits: { min: 30 } }] }
  await app.request(`/v1/pathways/${id}`, { method: 'PATCH', key: app.key, json: { rule } })
  await app.request(`/v1/pathways/${id}/publication`, { key: app.key, json: {} })
  await app.drain()
  const text = await own('', id)
  includesAll(text, ['새로 바뀐 요건', '없어지는 요건', '성적 A0 이상', '새로 생기는 요건', '30학점 이상 이수'])
  const moved = await post(`/me/pathways/${id}/version`)
  assert.deepEqual([moved.status, moved.headers.get('location')], [303, `/me/pathways/${id}?done=adopted`])
  const after = await own('&done=adopted', id)
  includesAll(after, ['새 요건으로 옮겼어요.', '30학점 중 9학점'])
  assert.ok(!after.includes('새로 바뀐 요건'))
})

test('whether others see the progress is off until the learner says so', async () => {
  const isOn = async (): Promise<boolean> => /name="show" value="yes" checked/.test(await own())
  assert.equal(await isOn(), false)
  assert.equal((await post(`/me/pathways/${pathway.id}/showing`, { show: 'yes' })).status, 303)
  assert.equal(await isOn(), true)
  assert.equal((await post(`/me/pathways/${pathway.id}/showing`)).status, 303)
  assert.equal(await isOn(), false)
})

test('the page of a credential shows its place only while its holder wants that, and no private badge', async () => {
  const [first, second] = await Promise.all(
    [sql, charts].map(async (part) => (await app.credentials(`&achievement=${part}&q=${person.email}`))[0]!),
  )
  const page = async (by?: string): Promise<string> =>
    (await app.request(`/c/${first!.id}?lang=ko`, by ? { cookie: by } : {})).text()
  const show = (value: string) => post(`/me/pathways/${pathway.id}/showing`, value ? { show: value } : {})
  assert.ok(!(await page()).includes('빅데이터 마이크로디그리의'))
  await show('yes')
  const shown = await page()
  includesAll(shown, ['빅데이터 마이크로디그리의 3/3', 'class="map-box"'])
  assert.ok(!shown.includes(person.email))
  assert.equal((await post(`/me/credentials/${second!.id}/visibility`, { visibility: 'private' })).status, 303)
  const without = await page()
  includesAll(without, ['빅데이터 마이크로디그리의 2/3'])
  assert.ok(/data-path="\/all\/1\/any\/0" data-state="spare"/.test(without), 'the private badge is not shown as held')
  await show('')
  assert.ok(!(await page()).includes('빅데이터 마이크로디그리의'))
})

test('the wallet begins with the micro-degrees on the way', async () => {
  includesAll(await read('/me?lang=ko'), ['내 마이크로디그리', `/me/pathways/${pathway.id}`, '9학점 중 9학점'])
})
