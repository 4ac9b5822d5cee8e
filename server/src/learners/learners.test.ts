/** The roll and rosters through their doors. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import type { Learner, RosterPreview } from '@kolleges/api'
import { type Awarding, openAwarding, publishAchievement } from '../../test/awarding.ts'
import { saveLearners } from './index.ts'
import { writeWorkbook } from './write-workbook.ts'

let h: Awarding
before(async () => {
  h = await openAwarding()
})
after(() => h.close())

const VECTORS = join(import.meta.dirname, '../../../vectors/rosters')
const preview = (json: object) => h.request('/v1/roster-previews', { key: h.key, json })
const previewFile = (bytes: Uint8Array<ArrayBuffer>, fields: Record<string, string> = {}) => {
  const body = new FormData()
  body.set('file', new Blob([bytes]), 'roster')
  for (const [name, value] of Object.entries(fields)) body.set(name, value)
  return h.request('/v1/roster-previews', { key: h.key, body, method: 'POST' })
}
const vector = (name: string) => new Uint8Array(readFileSync(join(VECTORS, name)))

test('pasted cells come back row by row with their faults in both languages', async () => {
  const response = await preview({ text: '이름\t이메일\n김하늘\thaneul@learner.example\n\tbada@learner.example' })
  assert.equal(response.status, 200)
  const { rows, counts } = (await response.json()) as RosterPreview
  assert.deepEqual(counts, { total: 2, ready: 1, warnings: 0, errors: 1, alreadyAwarded: 0 })
  assert.deepEqual(
    rows[1]!.faults.map(({ code, ko, en }) => [code, ko, en]),
    [['name-missing', '이름이 비어 있어요.', 'The name is empty.']],
  )
})

test('a file is read as it is, with a mapping beside it', async () => {
  const response = await previewFile(vector('workbook.xlsx'), { mapping: '{"5":null,"2":"studentNumber"}' })
  assert.equal(response.status, 200, await response.clone().text())
  const { encoding, columns, counts } = (await response.json()) as RosterPreview
  assert.equal(encoding, 'xlsx')
  assert.equal(columns[5]!.field, null)
  assert.equal(columns[2]!.field, 'studentNumber')
  assert.equal(counts.errors, 1, 'the formula stood in a column that is left out')
})

test('a mapping that is none is refused', async () => {
  assert.equal((await previewFile(vector('utf8-bom.csv'), { mapping: '{"0":"salary"}' })).status, 422)
  assert.equal((await previewFile(vector('utf8-bom.csv'), { mapping: 'nonsense' })).status, 422)
  assert.equal((await preview({ text: 'a\tb', mapping: { 0: 'salary' } })).status, 422)
})

for (const [name, code, because] of [
  ['empty.csv', 'roster-empty', undefined],
  ['header-only.csv', 'roster-empty', undefined],
  ['broken-cp949.csv', 'roster-unreadable', 'encoding-unknown'],
  ['picture.png', 'roster-unreadable', 'not-a-table'],
  ['old.xls', 'roster-unreadable', 'workbook-old'],
  ['hostile-bomb-part.xlsx', 'roster-unreadable', 'workbook-too-large'],
  ['hostile-dtd.xlsx', 'roster-unreadable', 'workbook-unsafe'],
] as const) {
  test(`${name} is answered ${because ?? code}`, async () => {
    const response = await previewFile(vector(name))
    assert.equal(response.status, 422)
    const problem = (await response.json()) as { code: string; errors?: { code: string }[] }
    assert.equal(problem.code, code)
    assert.equal(problem.errors?.[0]?.code, because)
  })
}

test('nothing at all is an empty roster', async () => {
  for (const json of [{}, { text: '' }, { text: '\n\n' }])
    assert.equal(await codeOf(await preview(json)), 'roster-empty')
})

test('20,000 people may be in a roster, 20,001 may not', async () => {
  const roster = (count: number) =>
    `이름\t이메일\n${Array.from({ length: count }, (_, i) => `사람\tp${i}@learner.example`).join('\n')}`
  const longest = (await (await previewFile(bytesOf(roster(20_000)))).json()) as RosterPreview
  assert.equal(longest.counts.ready, 20_000)
  assert.equal(await codeOf(await previewFile(bytesOf(roster(20_001)))), 'roster-too-long')
  assert.equal(await codeOf(await previewFile(bytesOf(roster(200_000)))), 'roster-too-long')
  const sheet = writeWorkbook({
    name: 's',
    rows: roster(20_001)
      .split('\n')
      .map((row) => row.split('\t')),
  })
  assert.equal(await codeOf(await previewFile(sheet)), 'roster-too-long')
})

test('an upload beyond the limit is refused as too large', async () => {
  assert.equal((await previewFile(new Uint8Array(30 * 1024 * 1024))).status, 413)
})

test('a resident registration number is in no answer and in no row of the database', async () => {
  const number = '900101-1234567'
  for (const response of [
    await preview({ text: `이름\t이메일\t비고\n김하늘\tx@learner.example\t${number}` }),
    await preview({ text: `이름\t이메일\n${number}\tx@learner.example` }),
    await preview({ text: `${number}\t이메일\n김하늘\tx@learner.example` }),
    await preview({ text: `이름\t이메일\n김하늘\t${number.replace('-', '')}@learner.example` }),
  ]) {
    assert.equal(response.status, 200)
    assert.doesNotMatch(await response.text(), /900101-?1234567/)
  }
})

test('who holds the badge already is told with the day', async () => {
  await h.award([{ name: '김하늘', email: 'haneul@learner.example' }])
  const text = '이름\t이메일\n김하늘\tHANEUL@learner.example\n박바다\tbada@learner.example'
  const { rows, counts } = (await (await preview({ text, achievementId: h.achievement })).json()) as RosterPreview
  assert.deepEqual(
    rows.map(({ alreadyAwarded }) => alreadyAwarded),
    [true, false],
  )
  assert.equal(rows[0]!.faults[0]!.ko, '이미 2026년 11월 23일에 같은 배지를 받았어요.')
  assert.equal(counts.alreadyAwarded, 1)
  assert.equal(counts.ready, 2)
})

test('a result that the badge does not give is told before anything is issued', async () => {
  const achievementId = await publishAchievement(h, h.key, { resultScale: { name: '등급', values: ['C', 'B', 'A'] } })
  const text = '이름\t이메일\t등급\n가람\tg@learner.example\tA\n나래\tn@learner.example\ta\n다온\td@learner.example\t95'
  const { rows, counts } = (await (await preview({ text, achievementId })).json()) as RosterPreview
  assert.deepEqual(
    rows.map(({ faults }) => faults.map(({ code, suggestion }) => [code, suggestion])),
    [[], [['result-unknown', 'A']], [['result-unknown', undefined]]],
  )
  assert.equal(counts.errors, 2)
})

test('the template holds columns that are all recognised', async () => {
  const response = await h.request('/roster-template.xlsx')
  assert.equal(response.status, 200)
  const empty = new Uint8Array(await response.arrayBuffer())
  assert.equal(await codeOf(await previewFile(empty)), 'roster-empty')
})

test('one address is one learner, whatever is written the second time', async () => {
  const save = (recipients: Parameters<typeof saveLearners>[3]) =>
    h.ports.db.tenant(h.institutionId, (tx) => saveLearners(tx, h.ports, h.institutionId, recipients))
  const first = await save([
    { name: '이샘물', email: 'Saem@Learner.example', studentNumber: '0042', birthDate: '2003-04-05' },
  ])
  const second = await save([
    { name: '이샘물(개명)', email: 'saem@learner.example' },
    { name: '누구', email: 'SAEM@learner.example' },
  ])
  assert.deepEqual([...first], [...second])
  const { data } = await list('?q=0042')
  assert.deepEqual(
    data.map(({ name, email, studentNumber, birthDate }) => [name, email, studentNumber, birthDate]),
    [['이샘물(개명)', 'saem@learner.example', '0042', '2003-04-05']],
  )
})

test('the roll goes newest first, page by page, and is searched by words as they stand', async () => {
  const many = Array.from({ length: 7 }, (_, i) => ({ name: `사람 ${i}%`, email: `roll${i}@learner.example` }))
  h.clock.advance(60)
  await h.ports.db.tenant(h.institutionId, (tx) => saveLearners(tx, h.ports, h.institutionId, many))
  const ids: string[] = []
  for (let page = await list('?limit=3&q=roll'); ; page = await list(`?limit=3&q=roll&starting_after=${ids.at(-1)}`)) {
    ids.push(...page.data.map(({ id }) => id))
    if (!page.has_more) break
  }
  assert.equal(new Set(ids).size, 7)
  assert.equal((await list('?q=%25&limit=100')).data.length, 7, 'a percent sign is a sign')
  assert.equal((await list('?q=%00')).data.length > 0, true)
  assert.equal((await h.request('/v1/learners?starting_after=nonsense', { key: h.key })).status, 422)
})

const list = async (query: string) =>
  (await (await h.request(`/v1/learners${query}`, { key: h.key })).json()) as { data: Learner[]; has_more: boolean }
const codeOf = async (response: Response) => ((await response.json()) as { code: string }).code
const bytesOf = (text: string) => new Uint8Array(new TextEncoder().encode(text))

test('the longest names of the roll are the widest as they are drawn, of this institution alone', async () => {
  const save = (recipients: Parameters<typeof saveLearners>[3]) =>
    h.ports.db.tenant(h.institutionId, (tx) => saveLearners(tx, h.ports, h.institutionId, recipients))
  await save([
    { name: '남궁아름드리', nameEn: 'Illil Lilli', email: 'a@long.example' },
    { name: '이 빛', nameEn: 'Wim Mommsen-Wagner', email: 'b@long.example' },
    { name: 'lililililili', email: 'c@long.example' },
  ])
  const response = await h.request('/v1/learners/longest-names', { key: h.key })
  assert.deepEqual(await response.json(), { name: '남궁아름드리', nameEn: 'Wim Mommsen-Wagner' })
})
