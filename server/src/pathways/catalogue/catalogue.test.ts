// What everybody finds in an institution's catalogue, and on the page of a micro-degree about its place among others.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Pathway } from '@kolleges/api'
import { type Awarding, openAwarding, publishAchievement } from '../../../test/awarding.ts'
import type { Entry } from './entry.ts'
import { filterOf, isFiltered, matching } from './filter.ts'

let app: Awarding
let first: string
let second: string

before(async () => {
  app = await openAwarding({ achievement: { name: 'AI 윤리', kind: 'Badge', credits: null, skills: ['윤리'] } })
  const level = { framework: 'own', value: '고급' }
  const sql = await publishAchievement(app, app.key, {
    name: 'SQL 기초',
    kind: 'Course',
    credits: 3,
    skills: ['빅데이터'],
    level,
  })
  await publishAchievement(app, app.key, { name: '<b>표</b>', kind: 'Badge', skills: ['시각화'] })
  await publishAchievement(app, app.key, { name: '비밀 초안', publish: false })
  const goal = await publishAchievement(app, app.key, { name: '데이터 기초', credits: 6, skills: ['빅데이터'] })
  const next = await publishAchievement(app, app.key, { name: '데이터 심화', credits: 12, skills: ['빅데이터'] })
  first = await publish(goal, '데이터 기초 과정', { badge: sql })
  second = await publish(next, '데이터 심화 과정', { all: [{ prereq: { microdegree: goal } }, { badge: sql }] })
})
after(() => app?.close())

async function publish(achievement: string, ko: string, rule: object): Promise<string> {
  const json = { achievement, rule, title: { ko, en: `Course ${ko}` } }
  const { id } = (await (await app.request('/v1/pathways', { key: app.key, json })).json()) as Pathway
  assert.equal((await app.request(`/v1/pathways/${id}/publication`, { key: app.key, json: {} })).status, 201)
  return id
}

const read = async (path: string): Promise<string> => {
  const response = await app.request(path)
  assert.equal(response.status, 200, path)
  return response.text()
}
const catalogue = (query = ''): Promise<string> => read(`/i/hanbit/catalogue?lang=ko${query}`)
const namesIn = (text: string): string[] =>
  [...text.matchAll(/class="entry-name"[^>]*>([^<]*)</g)].map((match) => match[1] ?? '')

test('everything that is awarded is there once, and nothing that is not', async () => {
  const text = await catalogue()
  assert.deepEqual(namesIn(text), [
    '데이터 심화 과정',
    '데이터 기초 과정',
    '&lt;b&gt;표&lt;/b&gt;',
    'SQL 기초',
    'AI 윤리',
  ])
  assert.ok(!text.includes('비밀 초안') && !text.includes('<b>표'))
  assert.ok(text.includes(`/p/${first}`) && text.includes('"@type":"ItemList"') && text.includes('5개를 찾았어요'))
  assert.ok((await read('/i/hanbit?lang=ko')).includes('/i/hanbit/catalogue'))
  assert.equal((await app.request('/i/nobody/catalogue')).status, 404)
})

for (const [query, names] of [
  ['&q=sql', ['SQL 기초']],
  ['&q=빅데이터 심화', ['데이터 심화 과정']],
  ['&kind=micro-degree', ['데이터 심화 과정', '데이터 기초 과정']],
  ['&kind=Course', ['SQL 기초']],
  ['&skill=윤리', ['AI 윤리']],
  ['&level=고급', ['SQL 기초']],
  ['&credits=9', ['데이터 심화 과정']],
  ['&credits=3&skill=빅데이터&kind=Course', ['SQL 기초']],
  [
    '&kind=nonsense&credits=2&page=-1',
    ['데이터 심화 과정', '데이터 기초 과정', '&lt;b&gt;표&lt;/b&gt;', 'SQL 기초', 'AI 윤리'],
  ],
] as const) {
  test(`${query} finds ${names.length}`, async () =>
    assert.deepEqual(namesIn(await catalogue(encodeURI(query))), names))
}

test('where nothing matches it says so and offers the whole again', async () => {
  const text = await catalogue(`&q=${encodeURIComponent('<양자>')}`)
  assert.ok(text.includes('‘&lt;양자&gt;’에 맞는 결과가 없어요') && text.includes('조건 지우기'))
  assert.deepEqual(namesIn(text), [])
  assert.ok(text.includes('noindex'), 'a search is not for search engines')
})

test('composed and decomposed Hangul are the same', () => {
  const entry: Entry = {
    ...{ kind: 'Badge', path: '', picture: '', name: { ko: '데이터', en: '' }, language: 'ko', description: '' },
    ...{ skills: [], level: null, credits: null, parts: null },
  }
  const filter = filterOf(new URLSearchParams({ q: '데이터'.normalize('NFD') }))
  assert.equal(matching([entry], filter).length, 1)
  assert.equal(isFiltered(filterOf(new URLSearchParams({ page: '3' }))), false)
})

test('a micro-degree tells what it builds on and what it leads to', async () => {
  const [one, other] = [await read(`/p/${first}?lang=ko`), await read(`/p/${second}?lang=ko`)]
  assert.ok(
    one.includes('이 과정이 쓰이는 마이크로디그리') && one.includes(`/p/${second}`) && !one.includes('먼저 쌓는'),
  )
  assert.ok(other.includes('먼저 쌓는 마이크로디그리') && other.includes(`/p/${first}`))
  const data = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(one)?.[1]
  const described = JSON.parse(data ?? '') as { '@type': string; numberOfCredits: number; hasCourse: object[] }
  assert.deepEqual(
    [described['@type'], described.numberOfCredits, described.hasCourse.length],
    ['EducationalOccupationalProgram', 6, 1],
  )
})

test('an institution that has published nothing says so', async () => {
  const { createInstitution } = await import('../../issuers/index.ts')
  const name = { ko: '새 기관', en: 'New one' }
  const more = { kind: 'academy', standing: 'test', owner: 'owner@new.example' } as const
  assert.equal((await createInstitution(app.ports, { name, slug: 'new-one', ...more })).outcome, 'created')
  const text = await read('/i/new-one/catalogue?lang=ko')
  assert.ok(text.includes('아직 공개한 배지가 없어요') && text.includes('noindex'))
})
