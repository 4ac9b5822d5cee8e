/** Credit recognition from the table to the letter, through the server. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Credential, Recognition, RecognitionProgramme } from '@kolleges/api'
import { type Awarding, openAwarding, publishAchievement } from '../../test/awarding.ts'
import { cookieOf } from '../../test/staff.ts'
import { VERIFICATIONS_PER_CLIENT_PER_MINUTE_MAX } from '../verification/limits.ts'

let app: Awarding
let badges: { sql: string; viz: string; confirms: string }
const person = { name: '김하늘', email: 'haneul@learner.example' }

before(async () => {
  app = await openAwarding()
  badges = {
    sql: await publishAchievement(app, app.key, { name: 'SQL 기초', credits: 3 }),
    viz: await publishAchievement(app, app.key, { name: '데이터 시각화', credits: 2 }),
    confirms: await publishAchievement(app, app.key, { name: '학점 인정 확인' }),
  }
  for (const achievement of [badges.sql, badges.viz]) await app.award([person], { achievement })
  await app.drain()
})
after(() => app?.close())

type Json = Record<string, unknown>
const asked = async <T>(path: string, json?: Json, method?: string): Promise<{ status: number; body: T }> => {
  const response = await app.request(path, { key: app.key, ...(json && { json }), ...(method && { method }) })
  return { status: response.status, body: (await response.json()) as T }
}
const row = (achievement: string, name: string, decision: string, more: Json = {}): Json => ({
  source: { achievement, name },
  course: { code: `CSE-${name.length}`, name },
  credits: 3,
  decision,
  ...more,
})
const programmeOf = async (articulations: Json[], more: Json = {}): Promise<RecognitionProgramme> => {
  const title = { ko: '데이터사이언스학과', en: 'Department of Data Science' }
  const made = await asked<RecognitionProgramme>('/v1/recognition-programmes', { title, articulations, ...more })
  assert.equal(made.status, 201, JSON.stringify(made.body))
  return made.body
}
const idOf = async (achievement: string, email = person.email): Promise<string> =>
  (await app.credentials(`&achievement=${achievement}&q=${email}`))[0]!.id

async function apply(programme: string, fields: Record<string, string | Blob>, email = person.email) {
  const body = new FormData()
  for (const [name, value] of Object.entries(fields)) body.append(name, value)
  return app.request(`/r/${programme}/application?lang=ko`, {
    method: 'POST',
    body,
    cookie: await cookieOf(app, email),
  })
}
const pageOf = async (path: string, email = person.email): Promise<string> =>
  (await app.request(`${path}?lang=ko`, { cookie: await cookieOf(app, email) })).text()
const applied = async (programme: string, fields: Record<string, string | Blob>, email?: string): Promise<string> => {
  const response = await apply(programme, fields, email)
  assert.equal(response.status, 303, await response.text())
  return response.headers.get('location')!.split('/').at(-1)!
}

test('the table is public, in both languages, and says what each badge counts as', async () => {
  const rows = [row(badges.sql, 'SQL 기초', 'review'), row(badges.viz, '데이터 시각화', 'never')]
  const programme = await programmeOf(rows, { creditsMax: 9 })
  const korean = await (await app.request(`/r/${programme.id}?lang=ko`)).text()
  for (const words of ['데이터사이언스학과', 'SQL 기초', '심사 후 인정', '인정하지 않음', '9학점까지'])
    assert.ok(korean.includes(words), words)
  assert.ok((await (await app.request(`/r/${programme.id}?lang=en`)).text()).includes('Not recognised'))
  for (const id of ['00000000-0000-7000-8000-000000000000', 'x'])
    assert.equal((await app.request(`/r/${id}`)).status, 404)
})

test('the same badge for the same course twice, thirds of credits and unknown achievements are refused', async () => {
  const title = { ko: '과', en: 'Dept' }
  const one = row(badges.sql, 'SQL 기초', 'review')
  const refusals: [Json, string][] = [
    [{ articulations: [one, one] }, 'articulation-repeated'],
    [{ articulations: [{ ...one, credits: 1 / 3 }] }, 'request-invalid'],
    [{ articulations: [{ ...one, credits: -1 }] }, 'request-invalid'],
    [{ achievement: '00000000-0000-7000-8000-000000000000' }, 'achievement-unknown'],
  ]
  for (const [fields, code] of refusals) {
    const { status, body } = await asked<{ code: string }>('/v1/recognition-programmes', { title, ...fields })
    assert.deepEqual([status, body.code], [422, code])
  }
})

test('a registrar accepts in part with a reason; the learner gets the letter, the mail and a credential', async () => {
  const rows = [row(badges.sql, 'SQL 기초', 'review'), row(badges.viz, '데이터 시각화', 'review')]
  const programme = await programmeOf(rows, { achievement: badges.confirms })
  const [sql, viz] = [await idOf(badges.sql), await idOf(badges.viz)]
  const form = await pageOf(`/r/${programme.id}/application`)
  assert.ok(form.includes('SQL 기초') && form.includes('3학점'))
  const id = await applied(programme.id, {
    [`credential-${sql}`]: 'yes',
    [`credential-${viz}`]: 'yes',
    'evidence-url-1': 'https://work.example/report',
    note: '잘 부탁드려요',
  })
  assert.ok((await pageOf(`/me/recognitions/${id}`)).includes('신청을 받았어요'))
  const waiting = (await asked<Recognition>(`/v1/recognitions/${id}`)).body
  assert.deepEqual(
    waiting.items.map(({ verdict, isTheirs, articulation }) => [verdict, isTheirs, articulation?.credits]),
    [
      ['valid', true, 3],
      ['valid', true, 3],
    ],
  )
  const at = (name: string): number => waiting.items.find((item) => item.name === name)!.index
  const items = [
    { index: at('SQL 기초'), outcome: 'accepted' },
    { index: at('데이터 시각화'), outcome: 'partly', credits: 1.5, reason: '실습 시간이 모자람' },
  ]
  const missing = await asked<{ code: string; errors: { code: string }[] }>(`/v1/recognitions/${id}/decision`, {
    items: items.slice(0, 1),
  })
  assert.deepEqual([missing.status, missing.body.errors[0]?.code], [422, 'item-undecided'])
  const decided = await asked<Recognition>(`/v1/recognitions/${id}/decision`, { items, comment: '축하합니다.' })
  assert.equal(decided.status, 201)
  assert.equal(decided.body.creditsRecognised, 4.5)
  assert.equal((await asked(`/v1/recognitions/${id}/decision`, { items })).status, 409, 'once only')
  await app.drain()
  const letter = await pageOf(`/me/recognitions/${id}`)
  for (const words of ['모두 4.5학점이 인정되었어요', '실습 시간이 모자람', '축하합니다.', '일부 인정'])
    assert.ok(letter.includes(words), words)
  const printed = await app.request(`/me/recognitions/${id}/letter.pdf?lang=ko`, {
    cookie: await cookieOf(app, person.email),
  })
  assert.equal(printed.headers.get('content-type'), 'application/pdf')
  assert.equal(new TextDecoder().decode((await printed.bytes()).subarray(0, 5)), '%PDF-')
  const issuer = await (await app.request('/i/hanbit?lang=ko')).text()
  assert.ok(issuer.includes(`/r/${programme.id}`), 'the institution’s page leads to the programme')
  const mail = app.mail.sent.filter(({ subject }) => subject.includes('학점 인정 결과'))
  assert.equal(mail.length, 1)
  assert.ok(mail[0]!.text.includes('4.5 credits were recognised'))
  const { credential } = (await asked<Recognition>(`/v1/recognitions/${id}`)).body
  const issued = (await asked<Credential>(`/v1/credentials/${credential}`)).body
  assert.equal(issued.state, 'issued')
  const csv = await (await app.request('/v1/recognition-exports?format=csv', { key: app.key })).text()
  assert.ok(csv.includes(',1.5,일부인정,데이터 시각화,'), csv)
  const xlsx = await app.request(`/v1/recognition-exports?programme=${programme.id}`, { key: app.key })
  assert.equal(new TextDecoder().decode((await xlsx.bytes()).subarray(0, 2)), 'PK')
})

test('a clear case is decided at once', async () => {
  const programme = await programmeOf([row(badges.sql, 'SQL 기초', 'automatic')])
  const id = await applied(programme.id, { [`credential-${await idOf(badges.sql)}`]: 'yes' })
  const { body } = await asked<Recognition>(`/v1/recognitions/${id}`)
  assert.deepEqual([body.state, body.creditsRecognised, body.decidedBy], ['decided', 3, 'system'])
})

test('the file of somebody else’s badge is taken in, but never decided by itself', async () => {
  const programme = await programmeOf([row(badges.sql, 'SQL 기초', 'automatic')])
  const file = await (await app.request(`/c/${await idOf(badges.sql)}.png`)).bytes()
  const other = 'other@learner.example'
  const id = await applied(programme.id, { 'file-1': new Blob([file]), name: '이서준' }, other)
  const { body } = await asked<Recognition>(`/v1/recognitions/${id}`)
  assert.deepEqual([body.state, body.items[0]?.isTheirs, body.items[0]?.verdict], ['submitted', false, 'valid'])
  const again = await apply(programme.id, { 'file-1': new Blob([file]) }, other)
  assert.equal(again.status, 422)
  assert.ok((await again.text()).includes('이미 신청한 것이 있어요'))
})

test('what was revoked since cannot be accepted any more', async () => {
  const late = { name: '박서연', email: 'seoyeon@learner.example' }
  await app.award([late], { achievement: badges.sql })
  await app.drain()
  const programme = await programmeOf([row(badges.sql, 'SQL 기초', 'review')])
  const credential = await idOf(badges.sql, late.email)
  const id = await applied(programme.id, { [`credential-${credential}`]: 'yes' }, late.email)
  await asked(`/v1/credentials/${credential}/revocation`, { reason: '잘못 발급' })
  await app.drain()
  const decision = { items: [{ index: 0, outcome: 'accepted' }] }
  const { status, body } = await asked<{ errors: { code: string }[] }>(`/v1/recognitions/${id}/decision`, decision)
  assert.deepEqual([status, body.errors[0]?.code], [422, 'badge-not-valid'])
  const refusing = { items: [{ index: 0, outcome: 'refused', reason: '취소된 배지' }] }
  assert.equal((await asked(`/v1/recognitions/${id}/decision`, refusing)).status, 201)
})

test('nothing, junk, a strange link and a closed programme get a sentence, and what was written stays', async () => {
  const open = await programmeOf([])
  const credential = `credential-${await idOf(badges.viz)}`
  const cases: [Record<string, string | Blob>, string][] = [
    [{ note: '첫 신청' }, '하나 이상 고르거나'],
    [{ 'file-1': new Blob(['not a badge']), note: '첫 신청' }, '하나 이상 고르거나'],
    [{ [credential]: 'yes', 'evidence-url-1': 'javascript:alert(1)', note: '첫 신청' }, '증빙 링크를 확인해'],
  ]
  for (const [fields, words] of cases) {
    const response = await apply(open.id, fields)
    const text = await response.text()
    assert.equal(response.status, 422)
    assert.ok(text.includes(words) && text.includes('첫 신청'), words)
  }
  await asked(`/v1/recognition-programmes/${open.id}`, { open: false }, 'PATCH')
  assert.ok((await (await apply(open.id, { [credential]: 'yes' })).text()).includes('신청을 받지 않아요'))
})

test('a resident registration number is refused, not shown again, and stored nowhere', async () => {
  const programme = await programmeOf([])
  const fields = { [`credential-${await idOf(badges.viz)}`]: 'yes', note: '제 번호는 900101-1234568 입니다' }
  const response = await apply(programme.id, fields)
  const text = await response.text()
  assert.equal(response.status, 422)
  assert.ok(text.includes('주민등록번호는 적지 말아 주세요') && !text.includes('1234568'))
  const { body } = await asked<{ data: Recognition[] }>(`/v1/recognitions?programme=${programme.id}`)
  assert.deepEqual(body.data, [])
})

test('files are checked only so often, as at the hub', async () => {
  const programme = await programmeOf([])
  app.clock.advance(60)
  const junk = Object.fromEntries([1, 2, 3, 4, 5].map((n) => [`file-${n}`, new Blob(['not a badge'])]))
  for (let files = 5; files <= VERIFICATIONS_PER_CLIENT_PER_MINUTE_MAX; files += 5)
    assert.ok(!(await (await apply(programme.id, junk)).text()).includes('잠시 후 다시'), `${files} files`)
  assert.ok((await (await apply(programme.id, junk)).text()).includes('잠시 후 다시 시도해 주세요'))
  app.clock.advance(60)
})

test('an application is its own person’s: others do not see it, and it can be taken back', async () => {
  const programme = await programmeOf([])
  const id = await applied(programme.id, { [`credential-${await idOf(badges.viz)}`]: 'yes' })
  const stranger = await cookieOf(app, 'stranger@learner.example')
  assert.equal((await app.request(`/me/recognitions/${id}`, { cookie: stranger })).status, 404)
  const withdrawal = { method: 'POST', cookie: await cookieOf(app, person.email) }
  assert.equal((await app.request(`/me/recognitions/${id}/withdrawal`, withdrawal)).status, 303)
  assert.equal((await asked<Recognition>(`/v1/recognitions/${id}`)).body.state, 'withdrawn')
  assert.ok((await pageOf('/me/recognitions')).includes('취소함'))
})

test('the package holds the signed originals, and its hash is the one on the letter', async () => {
  const { body } = await asked<{ data: Recognition[] }>('/v1/recognitions?state=decided')
  const one = body.data[0]!
  const text = await (await app.request(`/v1/recognitions/${one.id}/package`, { key: app.key })).text()
  const { verifiableCredential } = JSON.parse(text) as { verifiableCredential: object[] }
  const credential = { json: { credential: verifiableCredential[0] } }
  const verified = (await (await app.request('/v1/verifications', credential)).json()) as { verdict: string }
  assert.ok(['valid', 'revoked'].includes(verified.verdict))
  const { createHash } = await import('node:crypto')
  assert.equal(createHash('sha256').update(text).digest('hex'), one.packageSha256)
})
