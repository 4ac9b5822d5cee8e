// What staff see of a whole cohort and do about it: who drops off where, who is reminded, what the registrar enters.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Cohorts, DropOff, Enrolment, Pathway, Reminder } from '@kolleges/api'
import type { z } from 'zod'
import { type Awarding, openAwarding, people, publishAchievement } from '../../test/awarding.ts'

let app: Awarding
let pathway: Pathway
let [sql, charts] = ['', '']
const [first, second, third, formula] = [...people(3), { name: '=HYPERLINK("x")', email: 'formula@learner.example' }]

const call = async <T>(path: string, json?: unknown): Promise<T> => {
  const response = await app.request(path, { key: app.key, ...(json !== undefined && { json }) })
  const body = await response.text()
  assert.ok(response.ok, `${path} ${response.status} ${body}`)
  return JSON.parse(body) as T
}

before(async () => {
  app = await openAwarding({ now: '2026-04-10T03:00:00Z' })
  sql = await publishAchievement(app, app.key, { name: 'SQL 기초', credits: 3 })
  charts = await publishAchievement(app, app.key, { name: '데이터 시각화', credits: 3 })
  const achievement = await publishAchievement(app, app.key, { name: '빅데이터', credits: 6 })
  const rule = {
    all: [{ badge: sql }, { badge: charts }],
    award: { mode: 'batch', batchDates: ['09-01'], annotations: ['diploma'] },
  }
  const title = { ko: '빅데이터 마이크로디그리', en: 'Big Data Micro-degree' }
  const { id } = await call<Pathway>('/v1/pathways', { achievement, rule, title })
  pathway = await call<Pathway>(`/v1/pathways/${id}/publication`, {})
  await app.award([first!, second!, formula!], { achievement: sql })
  await app.award([third!, formula!], { achievement: charts })
})
after(() => app?.close())

test('cohorts are counted by semester and version', async () => {
  const { data } = await call<z.infer<typeof Cohorts>>(`/v1/pathways/${pathway.id}/cohorts`)
  assert.deepEqual(data, [{ semester: '2026-1', version: 1, applied: 0, enrolled: 4, refused: 0, met: 1, nearly: 3 }])
  const listed = async (query: string) =>
    (await call<{ data: Enrolment[] }>(`/v1/pathways/${pathway.id}/enrolments?limit=100&${query}`)).data.length
  assert.deepEqual(
    [
      await listed('semester=2026-1'),
      await listed('semester=2025-2'),
      await listed('version=2'),
      await listed('outcome=met'),
    ],
    [4, 0, 0, 1],
  )
})

test('the drop-off says how many have met each requirement, and for whom it is the last', async () => {
  const { learners, met, nearly, requirements } = await call<DropOff>(`/v1/pathways/${pathway.id}/drop-off`)
  assert.deepEqual([learners, met, nearly], [4, 1, 3])
  assert.deepEqual(
    requirements.map((one) => [one.text.ko, one.met, one.alone]),
    [
      ['다음 2가지 요건을 모두 충족', 1, 0],
      ['‘SQL 기초’ 배지 취득', 3, 1],
      ['‘데이터 시각화’ 배지 취득', 2, 2],
    ],
  )
})

const remind = (json: object) => call<Reminder>(`/v1/pathways/${pathway.id}/reminders`, json)
const sentTo = () => app.mail.sent.filter(({ subject }) => subject.includes('요건이 하나 남았어요')).map(({ to }) => to)

test('a preview tells whom it would reach and what they would read, and sends nothing', async () => {
  const { told, skipped, message } = await remind({ preview: true })
  assert.deepEqual([told, skipped], [3, []])
  assert.match(message!.text, /남은 요건: ‘데이터 시각화’ 배지 취득/)
  assert.match(message!.text, /You are one requirement away from “Big Data Micro-degree”/)
  await app.drain()
  assert.deepEqual(sentTo(), [])
})

test('each learner is told once in so many days, and the others are told apart with the reason', async () => {
  const both = await Promise.all([remind({ everyDays: 7 }), remind({ everyDays: 7 })])
  assert.deepEqual(both.map(({ told }) => told).sort(), [0, 3])
  await app.drain()
  assert.equal(sentTo().length, 3)
  app.clock.advance(3 * 24 * 60 * 60)
  const again = await remind({ everyDays: 7 })
  assert.deepEqual([again.told, again.skipped.map(({ because }) => because)], [0, Array(3).fill('told-lately')])
  await app.award([first!], { achievement: charts })
  app.clock.advance(5 * 24 * 60 * 60)
  assert.equal((await remind({ everyDays: 7 })).told, 2)
  await app.drain()
  assert.equal(sentTo().length, 5)
})

test('the annotation list is a workbook and a CSV that never become formulas', async () => {
  const read = async (query: string) => {
    const response = await app.request(`/v1/pathways/${pathway.id}/annotations?${query}`, { key: app.key })
    assert.equal(response.status, 200)
    return new Uint8Array(await response.arrayBuffer())
  }
  const csv = new TextDecoder().decode(await read('format=csv&date=2026-09-01'))
  assert.match(csv, /학위기 기재/)
  assert.match(csv, /"'=HYPERLINK\(""x""\)"/)
  assert.match(csv, /빅데이터 마이크로디그리 이수 \(6학점, 2026-09-01\)/)
  const rows = csv.trim().split('\r\n')
  assert.equal(rows.length, 3)
  assert.ok(rows.slice(1).every((row) => row.includes('수여 예정') && row.includes(',기재,,')))
  assert.equal(
    new TextDecoder()
      .decode(await read('format=csv&date=2026-03-02'))
      .trim()
      .split('\r\n').length,
    1,
  )
  const workbook = await read('format=xlsx')
  assert.deepEqual([...workbook.slice(0, 2)], [0x50, 0x4b])
  assert.ok(!Buffer.from(workbook).toString('utf8').includes('<f>'))
})
