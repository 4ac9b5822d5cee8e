/** The catalogue through its doors: drafts, versions that never change, conflicts, the public page. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Achievement } from '@kolleges/api'
import { ACHIEVEMENT, type Awarding, openAwarding } from '../../test/awarding.ts'

let h: Awarding
before(async () => {
  h = await openAwarding()
})
after(() => h.close())

const DRAFT = { name: '데이터 시각화', description: '그림으로 말하기', criteria: { narrative: '과제 세 개' } }

const create = async (parts: object): Promise<Achievement> => {
  const response = await h.request('/v1/achievements', { key: h.key, json: { ...DRAFT, ...parts } })
  assert.equal(response.status, 201, await response.clone().text())
  return (await response.json()) as Achievement
}
const patch = (id: string, json: object) => h.request(`/v1/achievements/${id}`, { key: h.key, json, method: 'PATCH' })
const post = (path: string) => h.request(`/v1/achievements/${path}`, { key: h.key, method: 'POST' })
const read = async (id: string): Promise<Achievement> =>
  (await (await h.request(`/v1/achievements/${id}`, { key: h.key })).json()) as Achievement
const codeOf = async (response: Response): Promise<string> => ((await response.json()) as { code: string }).code

test('publish: true publishes at once, in the colours and under the name of the institution', async () => {
  const made = await create({ publish: true })
  assert.equal(made.state, 'published')
  assert.equal(made.version, 1)
  assert.equal(made.hasUnpublishedChanges, false)
  assert.equal(made.design.title, '데이터 시각화')
  assert.equal(made.design.institutionName, '한빛대학교')
  assert.equal(made.url, `http://localhost:3000/b/${made.id}/1`)
})

test('a draft has no version and is nobody else’s business', async () => {
  const made = await create({})
  assert.equal(made.state, 'draft')
  assert.equal(made.version, null)
  const [draft, unknown] = await Promise.all([
    h.request(`/b/${made.id}`),
    h.request('/b/0190a7c1-0000-7000-8000-000000000000'),
  ])
  assert.equal(draft.status, 404)
  assert.equal(unknown.status, 404)
  assert.equal(
    (await draft.text()).replaceAll(made.id, ''),
    (await unknown.text()).replaceAll(/0190a7c1[-0-9a-f]{28}/g, ''),
  )
})

test('a change touches the draft only, and only what it names', async () => {
  const made = await create({ publish: true, skills: ['차트'], hours: 24 })
  const changed = (await (
    await patch(made.id, { name: '데이터 시각화 심화', revision: made.revision })
  ).json()) as Achievement
  assert.deepEqual(changed.skills, ['차트'])
  assert.equal(changed.hours, 24)
  assert.equal(changed.version, 1)
  assert.equal(changed.hasUnpublishedChanges, true)
  assert.equal(changed.design.title, '데이터 시각화 심화', 'a title made from the name follows it')
  const page = await (await h.request(`/b/${made.id}/1`)).text()
  assert.ok(page.includes('데이터 시각화') && !page.includes('심화'))
  const published = (await (await post(`${made.id}/publication`)).json()) as Achievement
  assert.equal(published.version, 2)
  assert.equal(published.hasUnpublishedChanges, false)
  const old = await (await h.request(`/b/${made.id}/1`)).text()
  assert.ok(old.includes(`/b/${made.id}/2`), 'the earlier page names the newer one')
  assert.ok(!old.includes('심화'))
})

test('publishing what is published already makes no new version', async () => {
  const made = await create({ publish: true })
  const again = await post(`${made.id}/publication`)
  assert.equal(again.status, 201)
  assert.equal(((await again.json()) as Achievement).version, 1)
})

test('the second of two editors is told of the first', async () => {
  const made = await create({})
  assert.equal((await patch(made.id, { hours: 3, revision: made.revision })).status, 200)
  const second = await patch(made.id, { hours: 4, revision: made.revision })
  assert.equal(second.status, 409)
  assert.equal(await codeOf(second), 'edit-conflict')
  assert.equal((await read(made.id)).hours, 3)
})

test('a design that cannot be drawn is refused with its fields', async () => {
  const response = await h.request('/v1/achievements', {
    key: h.key,
    json: { ...DRAFT, design: { template: 'no-such-shape', icon: 'no-such-icon' } },
  })
  assert.equal(response.status, 422)
  const problem = (await response.json()) as { code: string; errors: { pointer: string }[] }
  assert.equal(problem.code, 'design-invalid')
  assert.deepEqual(problem.errors.map(({ pointer }) => pointer).sort(), ['#/design/icon', '#/design/template'])
})

test('text that no database can hold is bad input', async () => {
  for (const name of ['\u0000', 'a\u0000b']) {
    const response = await h.request('/v1/achievements', { key: h.key, json: { ...DRAFT, name } })
    assert.equal(response.status, 422)
    assert.equal(await codeOf(response), 'request-invalid')
  }
})

test('several who publish at once publish one version', async () => {
  const made = await create({})
  const answers = await Promise.all([1, 2, 3, 4].map(() => post(`${made.id}/publication`)))
  const versions = await Promise.all(answers.map(async (one) => ((await one.json()) as Achievement).version))
  assert.deepEqual(versions, [1, 1, 1, 1])
})

test('retired: no longer changed nor published, its page says so; restored: as before', async () => {
  const made = await create({ publish: true })
  assert.equal(((await (await post(`${made.id}/retirement`)).json()) as Achievement).state, 'retired')
  assert.equal(await codeOf(await post(`${made.id}/publication`)), 'achievement-retired')
  assert.equal(await codeOf(await patch(made.id, { hours: 1 })), 'achievement-retired')
  const page = await h.request(`/b/${made.id}/1`)
  assert.equal(page.status, 200)
  assert.match(await page.text(), /더 이상 새로 발급하지 않아요/)
  const restored = await h.request(`/v1/achievements/${made.id}/retirement`, { key: h.key, method: 'DELETE' })
  assert.equal(((await restored.json()) as Achievement).state, 'published')
})

test('a draft cannot retire', async () => {
  const made = await create({})
  assert.equal(await codeOf(await post(`${made.id}/retirement`)), 'achievement-not-draft')
})

test('issuedCount counts what was signed', async () => {
  await h.award([{ name: '김하늘', email: 'haneul@learner.example' }])
  assert.equal((await read(h.achievement)).issuedCount, 1)
})

test('the list goes newest first, page by page', async () => {
  const first = await list('?limit=2')
  assert.equal(first.data.length, 2)
  assert.equal(first.has_more, true)
  const ids = first.data.map(({ id }) => id)
  for (let page = first; page.has_more; ) {
    page = await list(`?limit=2&starting_after=${ids.at(-1)}`)
    ids.push(...page.data.map(({ id }) => id))
  }
  assert.equal(new Set(ids).size, ids.length)
  assert.equal(ids.at(-1), h.achievement)
  assert.ok((await list('?state=draft')).data.every(({ state }) => state === 'draft'))
  assert.equal((await h.request('/v1/achievements?starting_after=nonsense', { key: h.key })).status, 422)
})

const list = async (query: string) =>
  (await (await h.request(`/v1/achievements${query}`, { key: h.key })).json()) as {
    data: Achievement[]
    has_more: boolean
  }

test('the data is the achievement as it stands in the credential', async () => {
  await h.award([{ name: '박바다', email: 'bada@learner.example' }])
  const [credential] = await h.credentials()
  const signed = (await (await h.request(`/c/${credential!.id}.json`)).json()) as {
    credentialSubject: { achievement: Record<string, unknown> }
  }
  const response = await h.request(`/b/${h.achievement}/1.json`)
  assert.match(response.headers.get('content-type') ?? '', /^application\/ld\+json/)
  const { '@context': context, ...document } = (await response.json()) as Record<string, unknown>
  assert.ok(Array.isArray(context) && context.length === 2)
  assert.equal(document.id, signed.credentialSubject.achievement.id)
  for (const field of ['name', 'description', 'criteria', 'achievementType', 'tag', 'inLanguage', 'version']) {
    assert.deepEqual(document[field], signed.credentialSubject.achievement[field], field)
  }
  const negotiated = await h.request(`/b/${h.achievement}/1`, { headers: { accept: 'application/ld+json' } })
  assert.deepEqual(await negotiated.json(), { '@context': context, ...document })
})

for (const [file, type] of [
  ['badge.svg', 'image/svg+xml'],
  ['badge-160.png', 'image/png'],
  ['badge-1200.png', 'image/png'],
  ['badge-compact.png', 'image/png'],
]) {
  test(`the picture ${file} may be kept for good`, async () => {
    const path = `/b/${h.achievement}/1/${file}`
    const response = await h.request(path)
    assert.equal(response.status, 200)
    assert.equal(response.headers.get('content-type'), type)
    assert.match(response.headers.get('cache-control') ?? '', /immutable/)
    const etag = response.headers.get('etag')!
    assert.equal((await h.request(path, { headers: { 'if-none-match': etag } })).status, 304)
  })
}

test('other files, versions and ids are not found', async () => {
  for (const path of ['1/badge-99.png', '1/constructor', '2/badge.svg', '0/badge.svg', 'x/badge.svg', '1.5']) {
    assert.equal((await h.request(`/b/${h.achievement}/${path}`)).status, 404, path)
  }
})

test('the page speaks both languages and escapes what staff wrote', async () => {
  const made = await create({
    publish: true,
    name: '<b>굵게</b></script>',
    level: { framework: 'KQF', value: '5' },
    credits: 3,
  })
  const korean = await (await h.request(`/b/${made.id}?lang=ko`)).text()
  assert.ok(korean.includes('받는 기준') && korean.includes('KQF 5') && korean.includes('3학점'))
  assert.ok(!korean.includes('<b>굵게') && !korean.includes('</b></script>'))
  const described = JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/s.exec(korean)![1]!)
  assert.equal(described.name, '<b>굵게</b></script>')
  assert.equal(described.educationalLevel, 'KQF 5')
  const english = await (await h.request(`/b/${made.id}?lang=en`)).text()
  assert.ok(english.includes('How to earn it') && english.includes('3 credits') && english.includes('<html lang="en"'))
})

test('a draft can be deleted, unless somebody changed it since; what was published cannot', async () => {
  const discard = (id: string, query = '') =>
    h.request(`/v1/achievements/${id}${query}`, { key: h.key, method: 'DELETE' })
  const draft = await create({})
  await patch(draft.id, { hours: 3 })
  const stale = await discard(draft.id, `?revision=${draft.revision}`)
  assert.deepEqual([stale.status, await codeOf(stale)], [409, 'edit-conflict'])
  assert.equal((await discard(draft.id, `?revision=${(await read(draft.id)).revision}`)).status, 200)
  assert.equal((await h.request(`/v1/achievements/${draft.id}`, { key: h.key })).status, 404)
  assert.equal((await discard(draft.id)).status, 404)
  const published = await discard(h.achievement)
  assert.deepEqual([published.status, await codeOf(published)], [409, 'achievement-not-draft'])
})

test('another institution’s achievement is unknown', async () => {
  const { institutionOf, keyOf } = await import('../../test/staff.ts')
  const other = await institutionOf(h, { slug: 'other' })
  const key = await keyOf(h, other.id, 'admin')
  assert.equal((await h.request(`/v1/achievements/${h.achievement}`, { key })).status, 404)
  const change = { key, json: { hours: 1 }, method: 'PATCH' }
  assert.equal((await h.request(`/v1/achievements/${h.achievement}`, change)).status, 404)
  assert.equal((await h.request(`/v1/achievements/${h.achievement}/publication`, { key, method: 'POST' })).status, 404)
})

test('every act is in the audit trail', async () => {
  const made = await create({ ...ACHIEVEMENT })
  await patch(made.id, { hours: 9 })
  await post(`${made.id}/retirement`)
  const trail = (await (await h.request('/v1/audit-entries?limit=100', { key: h.key })).json()) as {
    data: { action: string; subject: { id: string } }[]
  }
  const actions = trail.data.filter(({ subject }) => subject.id === made.id).map(({ action }) => action)
  assert.deepEqual(actions.sort(), [
    'achievement.changed',
    'achievement.created',
    'achievement.published',
    'achievement.retired',
  ])
})
