import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Credential, Degree, Enrolment, Pathway, Problem } from '@kolleges/api'
import { type Awarding, openAwarding, publishAchievement } from '../../test/awarding.ts'

let app: Awarding
before(async () => {
  app = await openAwarding()
})
after(() => app?.close())

type Answered<T> = { status: number; body: T }
const call = async <T = Record<string, unknown>>(
  path: string,
  json?: unknown,
  method?: string,
): Promise<Answered<T>> => {
  const response = await app.request(path, {
    key: app.key,
    ...(json !== undefined && { json }),
    ...(method && { method }),
  })
  return { status: response.status, body: (await response.json()) as T }
}

const badge = (name: string, more: object = {}) =>
  publishAchievement(app, app.key, { name, skills: ['빅데이터'], credits: 3, hours: 45, kind: 'Course', ...more })

async function pathway(rule: object, more: object = {}): Promise<Pathway> {
  const achievement = await publishAchievement(app, app.key, { name: '빅데이터 마이크로디그리' })
  const created = await call<Pathway>('/v1/pathways', { achievement, rule, ...more })
  assert.equal(created.status, 201, JSON.stringify(created.body))
  const published = await call<Pathway>(`/v1/pathways/${created.body.id}/publication`, {})
  assert.equal(published.status, 201, JSON.stringify(published.body))
  await app.drain()
  return published.body
}

let people = 0
const learner = (name = '김하늘') => ({ name, email: `p${people++}@learner.example` })
type Person = { name: string; email: string }

async function give(person: Person, achievement: string, more: object = {}): Promise<void> {
  await app.award([{ ...person, ...more }], { achievement })
}

const credentialOf = async ({ email }: Person, achievement: string): Promise<Credential | undefined> =>
  (await app.credentials(`&achievement=${achievement}&q=${email}`))[0]

const degreesOf = async (id: string, query = ''): Promise<Degree[]> =>
  (await call<{ data: Degree[] }>(`/v1/pathways/${id}/degrees?limit=100${query}`)).body.data

const revoke = async (person: Person, achievement: string): Promise<void> => {
  const credential = await credentialOf(person, achievement)
  const revoked = await call(`/v1/credentials/${credential!.id}/revocation`, { reason: '점검' })
  assert.equal(revoked.status, 201)
}

test('the last badge brings the micro-degree by itself, with its parts as evidence', async () => {
  const [sql, viz] = [await badge('SQL'), await badge('데이터 시각화')]
  const { id, achievement, words } = await pathway({
    all: [{ badge: sql }, { credits: { min: 6, from: { tag: '빅데이터' } } }],
  })
  assert.deepEqual(
    words.ko.map(({ text }) => text),
    ['다음 2가지 요건을 모두 충족', '‘SQL’ 배지 취득', '‘빅데이터’ 분야에서 6학점 이상 이수'],
  )
  const person = learner()
  await give(person, sql)
  const before = await call<Record<string, unknown>>(`/v1/pathways/${id}/progress?learner=${person.email}`)
  assert.equal(before.body.outcome, 'missing')
  assert.equal(before.body.enrolment, 'enrolled')
  assert.match(String(before.body.text), /3학점을 인정했고 3학점이 더 필요합니다/)
  await give(person, viz)
  const after = await call<{ outcome: string; credits: number; degree: Degree }>(
    `/v1/pathways/${id}/progress?learner=${person.email}&lang=en`,
  )
  assert.deepEqual([after.body.outcome, after.body.credits, after.body.degree.state], ['met', 6, 'awarded'])
  const degree = await credentialOf(person, achievement.id)
  assert.equal(degree?.id, after.body.degree.credential)
  assert.equal(degree?.state, 'issued')
  const text = await (await app.request(`/c/${degree!.id}.json`)).text()
  const evidence = (JSON.parse(text) as { evidence: { id: string; name: string }[] }).evidence
  assert.deepEqual(evidence.map(({ name }) => name).sort(), ['SQL', '데이터 시각화'])
  const parts = [await credentialOf(person, sql), await credentialOf(person, viz)].map((part) => part!.url).sort()
  assert.deepEqual(evidence.map((one) => one.id).sort(), parts)
})

test('a micro-degree does not count toward itself', async () => {
  const skills = ['한 과목만']
  const part = await badge('한 과목', { skills })
  const achievement = await badge('자기 자신', { skills })
  const rule = { credits: { min: 3, from: { tag: '한 과목만' } } }
  const { body } = await call<Pathway>('/v1/pathways', { achievement, rule })
  await call(`/v1/pathways/${body.id}/publication`, {})
  const person = learner()
  await give(person, part)
  const progress = await call<{ credits: number }>(`/v1/pathways/${body.id}/progress?learner=${person.email}`)
  assert.equal(progress.body.credits, 3)
})

test('a micro-degree counts toward another one', async () => {
  const part = await badge('기초')
  const inner = await pathway({ badge: part })
  const outer = await pathway({
    all: [{ prereq: { microdegree: inner.achievement.id } }, { degrees: { max: 2 } }, { badge: part }],
  })
  const person = learner()
  await give(person, part)
  assert.equal((await degreesOf(outer.id)).length, 1)
})

const UNFIT: [sentence: string, rule: (part: string, goal: string) => object, pointer: string, code: string][] = [
  [
    'names a badge that does not exist',
    () => ({ any: [{ badge: crypto.randomUUID() }] }),
    '#/rule/any/0/badge',
    'achievement-unknown',
  ],
  ['requires itself', (_, goal) => ({ all: [{ badge: goal }] }), '#/rule/all/0/badge', 'goal-contains-itself'],
  [
    'is met by nothing',
    (part) => ({ all: [{ credits: { min: 0 } }, { badge: part }] }),
    '#/rule/all/0/credits',
    'met-by-nothing',
  ],
  [
    'contradicts itself',
    (part) => ({ all: [{ badge: part }, { not: { badge: part } }] }),
    '#/rule/all/1',
    'contradiction',
  ],
  ['nobody could meet', (part) => ({ all: [{ badge: part }, { badge: part }] }), '#/rule/all/0', 'unreachable'],
]
for (const [sentence, rule, pointer, code] of UNFIT) {
  test(`a rule that ${sentence} is drawn up, but not published`, async () => {
    const [part, goal] = [await badge('부분'), await badge('목표')]
    const created = await call<Pathway>('/v1/pathways', { achievement: goal, rule: rule(part, goal) })
    assert.equal(created.status, 201)
    const refused = await call<Problem>(`/v1/pathways/${created.body.id}/publication`, {})
    assert.deepEqual([refused.status, refused.body.code], [422, 'rule-unfit'])
    assert.ok(
      refused.body.errors?.some((fault) => fault.pointer === pointer && fault.code === code),
      JSON.stringify(refused.body.errors),
    )
  })
}

test('two micro-degrees that require one another are refused, even when both are published at once', async () => {
  const [a, b] = [await badge('가'), await badge('나')]
  const one = await call<Pathway>('/v1/pathways', { achievement: a, rule: { prereq: { microdegree: b } } })
  const two = await call<Pathway>('/v1/pathways', { achievement: b, rule: { prereq: { microdegree: a } } })
  const statuses = await Promise.all(
    [one, two].map(async ({ body }) => (await call(`/v1/pathways/${body.id}/publication`, {})).status),
  )
  assert.deepEqual(statuses.sort(), [201, 422])
})

test('a rule that cannot be read is refused with its place', async () => {
  const achievement = await badge('목표')
  const refused = await call<Problem>('/v1/pathways', { achievement, rule: { credits: { min: 1 / 3 } } })
  assert.deepEqual([refused.status, refused.body.code], [422, 'rule-invalid'])
  assert.deepEqual(
    refused.body.errors?.map(({ pointer }) => pointer),
    ['#/rule/credits/min'],
  )
})

test('one achievement has one pathway', async () => {
  const { achievement } = await pathway({ badge: await badge('하나') })
  const again = await call<Problem>('/v1/pathways', { achievement: achievement.id, rule: { badge: achievement.id } })
  assert.equal(again.body.code, 'pathway-exists')
})

test('publishing awards those who had earned it before', async () => {
  const part = await badge('미리 딴 배지')
  const person = learner()
  await give(person, part)
  const { id } = await pathway({ badge: part })
  assert.deepEqual(
    (await degreesOf(id)).map(({ learner: of, state }) => [of.email, state]),
    [[person.email, 'awarded']],
  )
})

test('who is enrolled keeps their version until they choose the newest', async () => {
  const [a, b] = [await badge('가'), await badge('나')]
  const { id } = await pathway({ all: [{ badge: a }, { badge: b }] })
  const [stays, moves] = [learner(), learner()]
  for (const person of [stays, moves]) await give(person, a)
  const changed = await call<Pathway>(`/v1/pathways/${id}`, { rule: { badge: a } }, 'PATCH')
  assert.ok(changed.body.hasUnpublishedChanges)
  await call(`/v1/pathways/${id}/publication`, {})
  await app.drain()
  assert.deepEqual(await degreesOf(id), [])
  const moved = await call<Enrolment>(`/v1/pathways/${id}/enrolments`, { learner: moves.email, adoptNewest: true })
  assert.deepEqual([moved.status, moved.body.version, moved.body.outcome], [201, 2, 'met'])
  assert.deepEqual(
    (await degreesOf(id)).map(({ learner: of }) => of.email),
    [moves.email],
  )
  await give(stays, b)
  assert.equal((await degreesOf(id)).length, 2)
})

test('an application is accepted before anything counts, and the rule’s approvals are recorded', async () => {
  const part = await badge('신청 과정')
  const rule = { all: [{ badge: part }, { approval: { by: 'registrar', stage: 'completion' } }] }
  const { id } = await pathway(rule, { enrolment: 'application' })
  const person = learner()
  await give(person, part)
  const decide = (json: object) => call<Enrolment>(`/v1/pathways/${id}/decisions`, { learner: person.email, ...json })
  assert.equal(
    (await call<Problem>(`/v1/pathways/${id}/decisions`, { learner: person.email, stage: 'enrolment' })).body.code,
    'not-enrolled',
  )
  const applied = await call<Enrolment>(`/v1/pathways/${id}/enrolments`, { learner: person.email })
  assert.equal(applied.body.state, 'applied')
  assert.equal((await decide({ stage: 'completion', by: 'registrar' })).body.outcome, null)
  const accepted = await decide({ stage: 'enrolment', note: '면담 완료' })
  assert.deepEqual([accepted.body.state, accepted.body.outcome], ['enrolled', 'met'])
  assert.equal((await degreesOf(id))[0]?.state, 'awarded')
  const late = learner()
  await give(late, part)
  await call(`/v1/pathways/${id}/enrolments`, { learner: late.email })
  const refused = await call<Enrolment>(`/v1/pathways/${id}/decisions`, {
    learner: late.email,
    stage: 'enrolment',
    outcome: 'refused',
  })
  assert.equal(refused.body.state, 'refused')
})

test('a reviewed micro-degree waits for a decision', async () => {
  const part = await badge('심사 과정')
  const { id, achievement } = await pathway({ badge: part, award: { mode: 'review' } })
  const [one, two, three] = [learner(), learner(), learner()]
  for (const person of [one, two, three]) await give(person, part)
  assert.deepEqual((await degreesOf(id, '&state=review')).length, 3)
  assert.equal(await credentialOf(one, achievement.id), undefined)
  const decide = (person: Person, decision: string, note?: string) =>
    call<Degree & Problem>(`/v1/pathways/${id}/degree-decisions`, {
      learner: person.email,
      decision,
      ...(note && { note }),
    })
  assert.equal((await decide(one, 'award')).body.state, 'awarded')
  assert.equal((await decide(two, 'refuse', '졸업 요건 미달')).body.note, '졸업 요건 미달')
  assert.equal((await decide(one, 'refuse')).body.code, 'degree-decided')
  await revoke(three, part)
  assert.equal((await decide(three, 'award')).body.code, 'degree-incomplete')
  await app.drain()
  assert.equal((await credentialOf(one, achievement.id))?.state, 'issued')
  assert.deepEqual((await degreesOf(id)).map(({ state }) => state).sort(), ['awarded', 'refused'])
})

test('a batch is awarded on its date in Korea, without those whose part was revoked meanwhile', async () => {
  const part = await badge('봄가을 과정')
  const { id } = await pathway({ badge: part, award: { mode: 'batch', batchDates: ['03-02', '09-01'] } })
  const [stays, loses] = [learner(), learner()]
  for (const person of [stays, loses]) await give(person, part)
  assert.deepEqual(
    (await degreesOf(id)).map(({ state, awardOn }) => [state, awardOn]),
    [
      ['waiting', '2027-03-02'],
      ['waiting', '2027-03-02'],
    ],
  )
  await revoke(loses, part)
  await app.drain()
  const now = app.clock.now()
  app.clock.set('2027-03-01T14:59:59Z')
  await app.queue.tick()
  await app.drain()
  assert.deepEqual(
    (await degreesOf(id)).map(({ state }) => state),
    ['waiting'],
  )
  app.clock.set('2027-03-01T15:00:00Z')
  await app.queue.tick()
  await app.drain()
  assert.deepEqual(
    (await degreesOf(id)).map(({ state, learner: of }) => [state, of.email]),
    [['awarded', stays.email]],
  )
  app.clock.set(now)
})

test('a part revoked later flags the micro-degree and leaves it standing', async () => {
  const part = await badge('취소될 배지')
  const { id, achievement } = await pathway({ badge: part })
  const person = learner()
  await give(person, part)
  await revoke(person, part)
  await app.drain()
  const [degree] = await degreesOf(id, '&flagged=true')
  assert.equal(degree?.state, 'awarded')
  assert.equal((await credentialOf(person, achievement.id))?.state, 'issued')
  const kept = await call<Degree>(`/v1/pathways/${id}/degree-decisions`, {
    learner: person.email,
    decision: 'keep',
    note: '유지',
  })
  assert.deepEqual([kept.body.flaggedAt, kept.body.state], [null, 'awarded'])
})

test('a suspended part flags the micro-degree too, and a person still decides when the suspension is lifted', async () => {
  const part = await badge('정지될 배지')
  const { id, achievement } = await pathway({ badge: part })
  const person = learner()
  await give(person, part)
  const credential = await credentialOf(person, part)
  assert.equal((await call(`/v1/credentials/${credential!.id}/suspension`, { reason: '확인 중' })).status, 201)
  await app.drain()
  const [flagged] = await degreesOf(id, '&flagged=true')
  assert.equal(flagged?.state, 'awarded')
  assert.equal((await credentialOf(person, achievement.id))?.state, 'issued')
  await call(`/v1/credentials/${credential!.id}/suspension`, undefined, 'DELETE')
  await app.drain()
  assert.equal((await degreesOf(id, '&flagged=true')).length, 1)
})

test('what counts in one micro-degree counts in another up to its cap, also when both are complete at once', async () => {
  const skills = ['로봇']
  const parts = await Promise.all(['로봇 기초', '로봇 제어', '로봇 실습'].map((name) => badge(name, { skills })))
  const first = await pathway({ count: { min: 2, from: { badges: parts.slice(0, 2) } } })
  const second = await pathway({
    credits: {
      min: 6,
      from: { tag: '로봇' },
      overlapMax: { with: { microdegree: first.achievement.id }, credits: 3 },
    },
  })
  assert.match(second.words.ko[0]!.text, /‘빅데이터 마이크로디그리’ 마이크로디그리와 중복 인정은 3학점까지/)
  const person = learner()
  // The second of them completes the first micro-degree; without the cap it would complete the other in the same moment.
  for (const part of parts.slice(0, 2)) await give(person, part)
  assert.deepEqual([(await degreesOf(first.id)).length, (await degreesOf(second.id)).length], [1, 0])
  const short = await call<{ credits: number; text: string }>(
    `/v1/pathways/${second.id}/progress?learner=${person.email}`,
  )
  assert.equal(short.body.credits, 3)
  assert.match(short.body.text, /중복 인정 한도를 넘습니다/)
  await give(person, parts[2]!)
  assert.equal((await degreesOf(second.id))[0]?.state, 'awarded')
})

test('a rule that could count one badge twice is not published, and says what to do', async () => {
  const part = await badge('두 번 셀 배지')
  const achievement = await publishAchievement(app, app.key, { name: '두 번 세는 학위' })
  const rule = {
    all: [
      { badge: part },
      { credits: { min: 6, from: { tag: '전공' } } },
      { credits: { min: 3, from: { tag: '교양' } } },
    ],
  }
  const { body } = await call<Pathway>('/v1/pathways', { achievement, rule })
  const refused = await call<{ errors: { pointer: string; code: string; detail: string }[] }>(
    `/v1/pathways/${body.id}/publication`,
    {},
  )
  assert.equal(refused.status, 422)
  assert.deepEqual(
    refused.body.errors.map(({ pointer, code }) => [pointer, code]),
    [['#/rule/all/2/credits', 'counted-twice']],
  )
  assert.match(refused.body.errors[0]!.detail, /같은 배지를 두 번 셀 수 있는/)
})

test('a micro-degree that was revoked itself does not come again by itself', async () => {
  const [part, other] = [await badge('다시'), await badge('또 다른')]
  const { id, achievement } = await pathway({ badge: part })
  const person = learner()
  await give(person, part)
  await revoke(person, achievement.id)
  await app.drain()
  await give(person, other)
  assert.deepEqual(
    (await degreesOf(id)).map(({ state }) => state),
    ['revoked'],
  )
})

test('the simulation tells who would have earned it and what blocked the others', async () => {
  const [a, b] = [await badge('모의 가'), await badge('모의 나')]
  const draft = await publishAchievement(app, app.key, { name: '모의 마이크로디그리' })
  const rule = { all: [{ badge: a }, { badge: b }, { approval: { by: 'registrar', stage: 'end' } }] }
  const { body } = await call<Pathway>('/v1/pathways', { achievement: draft, rule })
  const [both, one, other] = [learner('박모두'), learner(), learner()]
  for (const [person, badges] of [
    [both, [a, b]],
    [one, [a]],
    [other, [a]],
  ] as const)
    for (const id of badges) await give(person, id)
  const simulate = (json: object) =>
    call<{ met: number; begun: number; nearly: number; blocking: object[]; examples: { name: string }[] }>(
      `/v1/pathways/${body.id}/simulation`,
      json,
    )
  const first = await simulate({})
  assert.deepEqual([first.status, first.body.met, first.body.begun, first.body.nearly], [200, 1, 3, 2])
  assert.deepEqual(first.body.blocking, [
    { path: '/all/1', text: { ko: '‘모의 나’ 배지 취득', en: 'Badge “모의 나”' }, learners: 2, alone: 2 },
  ])
  assert.deepEqual(
    first.body.examples.map(({ name }) => name),
    ['박모두'],
  )
  assert.equal((await simulate({ rule: { badge: a } })).body.met, 3)
  assert.equal((await simulate({ decisions: 'none' })).body.met, 0)
  assert.equal((await simulate({ at: '2020-01-01' })).body.begun, 0)
})

test('a rule and holdings sent along are answered as the command line answers', async () => {
  const json = {
    rule: { all: [{ badge: 'sql', minGrade: 'B0' }, { credits: { min: 6 } }] },
    holdings: [{ achievement: 'sql', credits: 3, grade: 'A0', awardedAt: '2026-05-01' }],
    titles: { sql: { ko: '에스큐엘', en: 'SQL' } },
    lang: 'en',
  }
  const met = await call<{ outcome: string; credits: number; trace: { text: string }[] }>('/v1/evaluations', json)
  assert.deepEqual([met.status, met.body.outcome, met.body.credits], [200, 'missing', 3])
  assert.equal(met.body.trace[1]?.text, 'Badge “SQL”, grade B0 or better: earned on 1 May 2026 with grade A0.')
  const bad = await call<Problem>('/v1/evaluations', { ...json, holdings: [{ achievement: 'sql', credits: -1 }] })
  assert.deepEqual(
    [bad.status, bad.body.code, bad.body.errors?.[0]?.pointer],
    [422, 'holdings-invalid', '#/holdings/0/awardedAt'],
  )
})

test('standings list who is how far, and who lacks one requirement', async () => {
  const [a, b, c] = [await badge('갑'), await badge('을'), await badge('병')]
  const { id } = await pathway({ all: [{ badge: a }, { badge: b }, { badge: c }] })
  const [far, near] = [learner(), learner()]
  await give(far, a)
  await give(near, a)
  await give(near, b)
  const listed = async (query: string) =>
    (await call<{ data: Enrolment[] }>(`/v1/pathways/${id}/enrolments${query}`)).body.data.map(
      ({ learner: of }) => of.email,
    )
  assert.deepEqual((await listed('')).sort(), [far.email, near.email].sort())
  assert.deepEqual(await listed('?missing_max=1'), [near.email])
})

test('everybody is reckoned anew on request, page by page, and nothing is written that did not change', async () => {
  const part = await badge('다시 셈하는 과목', { skills: ['다시'] })
  const { id } = await pathway({ all: [{ credits: { min: 3, from: { tag: '다시' } } }, { semesters: { min: 2 } }] })
  const [one, other] = [learner(), learner()]
  for (const person of [one, other]) await give(person, part)
  const standing = async () =>
    (await call<{ data: Enrolment[] }>(`/v1/pathways/${id}/enrolments?limit=100`)).body.data.map(
      ({ evaluatedAt, progress }) => [evaluatedAt, progress],
    )
  const before = await standing()
  app.clock.advance(60)
  // What no event tells of: the record of semesters is corrected beside the ledger.
  await app.ports.db.tenant(app.institutionId, (tx) =>
    tx.updateTable('pathway_enrolments').set({ semesters: 2 }).where('pathway_id', '=', id).execute(),
  )
  const asked = await call<{ pathway: string | null; learners: number }>('/v1/reckonings', { pathway: id })
  assert.deepEqual([asked.status, asked.body.pathway], [202, id])
  assert.ok(asked.body.learners >= 2)
  await app.drain()
  assert.equal((await degreesOf(id)).length, 2)
  const after = await standing()
  assert.ok(after.every(([at, progress], i) => progress === 1 && at !== before[i]?.[0]))
  app.clock.advance(60)
  assert.equal((await call('/v1/reckonings', {})).status, 202)
  await app.drain()
  assert.deepEqual(await standing(), after)
  const unknown = await call<Problem>('/v1/reckonings', { pathway: crypto.randomUUID() })
  assert.deepEqual([unknown.status, unknown.body.code], [404, 'not-found'])
})
