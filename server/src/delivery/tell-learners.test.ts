// What learners are told on the way to a micro-degree: each thing once, in both languages, with the reason where there is one.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Pathway } from '@kolleges/api'
import { type Awarding, openAwarding, publishAchievement } from '../../test/awarding.ts'
import { cookieOf } from '../../test/staff.ts'

const person = { name: '김하늘', email: 'haneul@learner.example' }
let app: Awarding
let parts: string[]

before(async () => {
  app = await openAwarding()
  const part = (name: string) => publishAchievement(app, app.key, { name, kind: 'Course', credits: 3 })
  parts = [await part('SQL 기초'), await part('데이터 시각화'), await part('데이터 윤리')]
})
after(() => app?.close())

async function publish(name: string, rule: object, more: object = {}): Promise<string> {
  const achievement = await publishAchievement(app, app.key, { name })
  const json = { achievement, rule, title: { ko: name, en: `${name} (EN)` }, ...more }
  const { id } = (await (await app.request('/v1/pathways', { key: app.key, json })).json()) as Pathway
  assert.equal((await app.request(`/v1/pathways/${id}/publication`, { key: app.key, json: {} })).status, 201)
  await app.drain()
  return id
}

/** The messages about micro-degrees that have come since the last look; those that bring a badge are not among them. */
async function news(): Promise<{ to: string; subject: string; text: string }[]> {
  await app.drain()
  return app.mail.sent.splice(0).filter(({ text }) => !text.includes('/k/'))
}

async function only(...words: readonly string[]): Promise<void> {
  const found = await news()
  assert.equal(found.length, 1, found.map(({ subject }) => subject).join('\n'))
  for (const word of words)
    assert.ok(`${found[0]?.subject}\n${found[0]?.text}`.includes(word), `${word} in ${found[0]?.text}`)
}

const call = async (path: string, json: object): Promise<void> => {
  const answered = await app.request(path, { key: app.key, json })
  assert.equal(answered.status, 201, await answered.text())
}
const decide = (id: string, outcome: string, stage: string, note?: string) =>
  call(`/v1/pathways/${id}/decisions`, { learner: person.email, stage, outcome, ...(note && { note }) })

test('an application is answered: refused with the reason, accepted after another', async () => {
  await app.award([person], { achievement: parts[0]! })
  const rule = { all: [{ badge: parts[2]! }, { approval: { by: 'registrar', stage: 'completion' } }] }
  const id = await publish('신청 과정', rule, { enrolment: 'application' })
  await news()
  const cookie = await cookieOf(app, person.email)
  const apply = () =>
    app.request(`/p/${id}/enrolment`, { method: 'POST', cookie, headers: { origin: 'http://localhost:3000' } })
  assert.equal((await apply()).status, 303)
  assert.deepEqual(await news(), [])
  await decide(id, 'refused', 'enrolment', '재학 중이 아닙니다')
  await only(
    '‘신청 과정’ 참여 신청이 받아들여지지 않았어요. 사유: 재학 중이 아닙니다',
    'was not accepted',
    `/me/pathways/${id}`,
  )
  assert.ok((await (await app.request('/me/pathways?lang=ko', { cookie })).text()).includes('사유: 재학 중이 아닙니다'))
  await apply()
  await decide(id, 'approved', 'enrolment')
  await only('‘신청 과정’ 참여 신청이 승인되었어요.', '“신청 과정 (EN)” was accepted')
  await decide(id, 'refused', 'completion', '서류가 빠졌습니다')
  await only('이수 신청이 승인되지 않았어요. 사유: 서류가 빠졌습니다', 'Your completion application for')
})

test('the last badge but one is told of once, with the nearest badge', async () => {
  await publish('두 배지 과정', { all: [{ badge: parts[0]! }, { badge: parts[1]! }] }, { enrolment: 'automatic' })
  const other = { name: '이서준', email: 'seojun@learner.example' }
  await news()
  await app.award([other], { achievement: parts[0]! })
  await only('배지 하나만 더 받으면 ‘두 배지 과정’', '‘데이터 시각화’예요', 'One more badge')
  await app.award([other], { achievement: parts[2]! })
  assert.deepEqual(await news(), [])
  await app.award([other], { achievement: parts[1]! })
  assert.deepEqual(await news(), [], 'what is awarded at once comes with its badge alone')
})

test('who meets every requirement is told of the review, and of its end with the reason', async () => {
  const id = await publish('심사 과정', { all: [{ badge: parts[0]! }], award: { mode: 'review' } })
  const told = await news()
  assert.deepEqual(told.map(({ to }) => to).sort(), ['haneul@learner.example', 'seojun@learner.example'])
  for (const { text } of told)
    for (const word of [
      '축하해요! ‘심사 과정’의 요건을 모두 채웠어요.',
      '심사한 뒤 수여해요',
      'it is awarded after review',
    ])
      assert.ok(text.includes(word), text)
  const cookie = await cookieOf(app, person.email)
  assert.ok((await (await app.request('/me/pathways?lang=ko', { cookie })).text()).includes('기관이 심사하고 있어요'))
  await call(`/v1/pathways/${id}/degree-decisions`, {
    learner: person.email,
    decision: 'refuse',
    note: '중복 이수입니다',
  })
  await only('수여하지 않기로 했어요. 사유: 중복 이수입니다', 'was not awarded')
})

test('a revoked part is told of, and so is the end of the review', async () => {
  const id = await publish('취소 과정', { all: [{ badge: parts[2]! }] })
  const third = { name: '박지우', email: 'jiwoo@learner.example' }
  await app.award([third], { achievement: parts[2]! })
  await news()
  const [held] = await app.credentials(`&achievement=${parts[2]}&q=${third.email}`)
  await call(`/v1/credentials/${held!.id}/revocation`, { reason: '점검' })
  await only('‘취소 과정’에 쓰인 배지 하나가 취소되거나 효력이 멈추어', 'under review')
  const decision = { learner: third.email, decision: 'keep', note: '이미 심사했습니다' }
  await call(`/v1/pathways/${id}/degree-decisions`, decision)
  await only('‘취소 과정’ 마이크로디그리를 그대로 유지하기로 했어요. 사유: 이미 심사했습니다', 'stands as it is')
})

test('whose award waits for its date is told the date', async () => {
  const award = { mode: 'batch', batchDates: ['03-02'] }
  await publish('봄 과정', { all: [{ badge: parts[1]! }], award })
  const fourth = { name: '최유나', email: 'yuna@learner.example' }
  await news()
  await app.award([fourth], { achievement: parts[1]! })
  const found = (await news()).filter(({ subject }) => subject.includes('봄 과정'))
  assert.equal(found.length, 1)
  assert.ok(found[0]!.text.includes('2027년 3월 2일에 수여돼요'), found[0]!.text)
  assert.ok(found[0]!.text.includes('it is awarded on 2 March 2027'))
})
