/** Certificates: pinned with the achievement, numbered without gaps, printed once, verifiable from the file alone. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Achievement, Credential, Design, Problem, RosterPreview, VerificationResult } from '@kolleges/api'
import { type Awarding, openAwarding, publishAchievement } from '../../test/awarding.ts'
import { answered, publishDesign, SEAL, textElement, uploadSeal } from '../../test/certifying.ts'

let h: Awarding
let design: Design
before(async () => {
  h = await openAwarding()
  await answered(h, '/v1/institution', { method: 'PATCH', key: h.key, json: { headTitle: '총장' } }, 200)
  await uploadSeal(h, h.key)
  design = await publishDesign(h, { elements: [textElement('room', '{{이름|은/는}} {{강의실}}에서 배웠습니다.')] })
})
after(() => h.close())

const RULE = { rule: '제 {YYYY}-{SEQ:3}호' }
const certified = (parts: object = {}): Promise<string> =>
  publishAchievement(h, h.key, { certificate: { design: design.id }, certificateNumber: RULE, ...parts })

const person = (name: string, more: object = {}) => ({
  name,
  email: `${encodeURIComponent(name).replaceAll('%', '').toLowerCase().slice(0, 40)}@learner.example`,
  custom: { 강의실: '301호' },
  ...more,
})

/** Awards, signs and prints; the credentials in the order of the recipients. */
async function award(achievement: string, recipients: readonly { email: string }[], more: object = {}) {
  const json = { achievement, recipients, ...more }
  const batch = await answered<{ id: string }>(h, '/v1/award-batches', { key: h.key, json }, 202)
  await h.drain()
  const found = await h.credentials(`&award_batch=${batch.id}`)
  return recipients.map(({ email }) => found.find((one) => one.recipient.email === email)!)
}

const pdfOf = async ({ id }: Pick<Credential, 'id'>, query = ''): Promise<Buffer> => {
  const response = await h.request(`/c/${id}.pdf${query}`)
  assert.equal(response.status, 200)
  assert.equal(response.headers.get('content-type'), 'application/pdf')
  return Buffer.from(await response.arrayBuffer())
}

async function verify(pdf: Buffer): Promise<VerificationResult> {
  const body = new FormData()
  body.set('file', new Blob([new Uint8Array(pdf)]), 'certificate.pdf')
  return (await (await h.request('/v1/verifications', { method: 'POST', body })).json()) as VerificationResult
}

test('issuing prints a certificate that carries its own credential and verifies from the file', async () => {
  const [credential] = await award(await certified(), [person('김하늘')])
  assert.equal(credential?.certificateUrl, `${credential?.url}.pdf`)
  assert.deepEqual(credential?.custom, { 강의실: '301호' })
  assert.equal(credential?.serial, '제 2026-001호')
  const printed = [...h.blobs.keys()].filter((key) => key.startsWith('certificates/'))
  const pdf = await pdfOf(credential!)
  assert.equal(printed.length, 1, 'printed by the job')
  assert.equal([...h.blobs.keys()].filter((key) => key.startsWith('certificates/')).length, 1, 'and never again')
  const result = await verify(pdf)
  assert.equal(result.verdict, 'valid')
})

test('the size for screens is smaller and carries the same credential', async () => {
  await uploadSeal(h, h.key, NOISE)
  const [credential] = await award(await certified(), [person('작은 파일')])
  const print = await pdfOf(credential!)
  const screen = await pdfOf(credential!, '?size=screen')
  assert.ok(screen.length < print.length * 0.8, `${screen.length} < ${print.length}`)
  assert.equal((await verify(screen)).verdict, 'valid')
  await uploadSeal(h, h.key)
})

/** A seal with much to pack. */
const NOISE = SEAL.replace(
  '</svg>',
  `${Array.from({ length: 900 }, (_, i) => `<circle cx="${(i * 37) % 90}" cy="${(i * 61) % 90}" r="1" fill="#${((i * 2654435761) % 16777216).toString(16).padStart(6, '0')}"/>`).join('')}</svg>`,
)

test('serial numbers follow one another per achievement and year, whatever fails in between', async () => {
  const achievement = await certified()
  const serials = async (names: string[], more: object = {}) =>
    (
      await award(
        achievement,
        names.map((name) => person(name)),
        more,
      )
    ).map(({ serial }) => serial)
  assert.deepEqual(await serials(['가가', '나나', '다다']), ['제 2026-001호', '제 2026-002호', '제 2026-003호'])
  const refused = { achievement, recipients: [person('라라'), person('라라')] }
  await answered(h, '/v1/award-batches', { key: h.key, json: refused }, 422)
  const [again, fresh] = await award(achievement, [person('가가'), person('마마')])
  assert.equal(fresh?.serial, '제 2026-004호')
  assert.equal(again, undefined, 'who holds it already takes no number')
  assert.deepEqual(await serials(['바바'], { validFrom: '2027-01-01T00:00:00+09:00' }), ['제 2027-001호'])
})

test('numbers of the whole institution are shared by its achievements, also when two batches come at once', async () => {
  const rule = { rule: '{YY}{MM}-{SEQ}', per: 'institution' }
  const [one, other] = await Promise.all([
    certified({ certificateNumber: rule }),
    certified({ certificateNumber: rule }),
  ])
  const names = Array.from({ length: 5 }, (_, i) => `동시 ${'가나다라마'[i]}`)
  const batches = await Promise.all([
    award(
      one,
      names.map((n) => person(n)),
    ),
    award(
      other,
      names.map((n) => person(n)),
    ),
  ])
  const serials = batches.flat().map(({ serial }) => serial)
  const wanted = Array.from({ length: 10 }, (_, i) => `2611-${i + 1}`)
  assert.deepEqual(serials.toSorted(byNumber), wanted)
})

const byNumber = (a: string | null, b: string | null) => Number(a?.slice(5)) - Number(b?.slice(5))

for (const rule of ['제 {YYYY}호', '{SEQ}-{SEQ}', '{SEQ:0}', '{NAME}-{SEQ}', '']) {
  test(`the number rule "${rule}" is refused`, async () => {
    const json = { name: '번호', description: '번호', criteria: { narrative: '번호' }, certificateNumber: { rule } }
    const refusal = await answered<Problem>(h, '/v1/achievements', { key: h.key, json }, 422)
    assert.equal(refusal.errors?.[0]?.pointer, '#/certificateNumber/rule')
  })
}

test('a roster that lacks what the certificate needs is refused row by row, with the column’s name', async () => {
  const achievement = await certified()
  const recipients = [person('있음'), person('없음', { custom: {} })]
  const json = { achievement, recipients }
  const refusal = await answered<Problem>(h, '/v1/award-batches', { key: h.key, json }, 422)
  assert.deepEqual(
    refusal.errors?.map(({ pointer, code }) => [pointer, code]),
    [['#/recipients/1/custom/강의실', 'certificate-value-missing']],
  )
  assert.match(refusal.errors?.[0]?.detail ?? '', /강의실/)
  const [, shared] = await award(achievement, recipients, { values: { 강의실: '대강당' } })
  assert.deepEqual(shared?.custom, { 강의실: '대강당' })
})

const NAMES: readonly (readonly [what: string, name: string, nameEn: string | undefined, status: 202 | 422])[] = [
  ['sixty letters', 'Alexandra Konstantinopoulou-Papadimitriou de la Cruz Santos'.padEnd(60, 'x'), undefined, 202],
  ['an emoji', '김하늘😀', undefined, 422],
  ['an unassigned glyph', '김\u0378하늘', undefined, 422],
  ['right to left without an English name', 'محمد علي', undefined, 422],
  ['right to left with an English name', 'محمد علي', 'Mohammed Ali', 202],
]

for (const [what, name, nameEn, status] of NAMES) {
  test(`a name of ${what} ${status === 202 ? 'is certified' : 'is told before anything is awarded'}`, async () => {
    const achievement = await certified()
    const recipient = { name, nameEn, email: 'odd@learner.example', custom: { 강의실: '301호' } }
    if (status === 202) {
      const [credential] = await award(achievement, [recipient])
      assert.equal((await verify(await pdfOf(credential!))).verdict, 'valid')
      return
    }
    const json = { achievement, recipients: [recipient] }
    const refusal = await answered<Problem>(h, '/v1/award-batches', { key: h.key, json }, 422)
    assert.equal(refusal.errors?.[0]?.code, 'certificate-name-unwritable')
    assert.deepEqual(await h.credentials(`&achievement=${achievement}`), [])
  })
}

test('what was issued stays: neither a new seal nor a new version of the design changes a certificate', async () => {
  const achievement = await certified()
  const [credential] = await award(achievement, [person('그대로')])
  const before = await pdfOf(credential!)
  await uploadSeal(h, h.key, SEAL.replace('90 90', '80 80'))
  const change = { method: 'PATCH', key: h.key, json: { headTitle: '원장' } }
  await answered(h, '/v1/institution', change, 200)
  const patch = {
    revision: (await read<Design>(`/v1/designs/${design.id}`)).revision,
    document: { ...design.document, primary: '#7a1230' },
  }
  await answered(h, `/v1/designs/${design.id}`, { method: 'PATCH', key: h.key, json: patch }, 200)
  await answered(h, `/v1/designs/${design.id}/publication`, { method: 'POST', key: h.key }, 201)
  for (const key of h.blobs.keys()) if (key.startsWith('certificates/')) h.blobs.delete(key)
  assert.deepEqual(await pdfOf(credential!), before, 'printed anew from what was written down')
  const shown = await read<Achievement>(`/v1/achievements/${achievement}`)
  assert.deepEqual([shown.certificate?.version, shown.hasUnpublishedChanges], [1, true])
  const republished = await answered<Achievement>(
    h,
    `/v1/achievements/${achievement}/publication`,
    { method: 'POST', key: h.key },
    201,
  )
  assert.deepEqual([republished.certificate?.version, republished.version], [2, 2])
})

const read = <T>(path: string): Promise<T> => answered<T>(h, path, { key: h.key }, 200)

test('a certificate is private, unknown and absent alike', async () => {
  const [plain] = await award(await publishAchievement(h, h.key), [person('증서 없음')])
  assert.equal(plain?.certificateUrl, null)
  const [hidden] = await award(await certified(), [person('숨김')])
  const sql = { visibility: 'private' }
  await h.ports.db.tenant(h.institutionId, (tx) =>
    tx.updateTable('awards').set(sql).where('public_id', '=', hidden!.id).execute(),
  )
  const answers = []
  for (const id of [plain!.id, hidden!.id, '0'.repeat(26)]) {
    const response = await h.request(`/c/${id}.pdf`)
    const { instance: _, ...body } = (await response.json()) as Record<string, unknown>
    answers.push([response.status, body])
  }
  assert.deepEqual(answers[0], answers[2])
  assert.deepEqual(answers[1], answers[2])
  assert.equal((answers[0] as [number, unknown])[0], 404)
})

test('a design in use cannot be put away, and tells who uses it', async () => {
  const achievement = await certified({ name: '쓰는 배지' })
  const { usedBy } = await read<Design>(`/v1/designs/${design.id}`)
  assert.ok(usedBy.some(({ id, name }) => id === achievement && name === '쓰는 배지'))
  const refusal = await answered<Problem>(h, `/v1/designs/${design.id}`, { method: 'DELETE', key: h.key }, 409)
  assert.equal(refusal.code, 'design-in-use')
})

const UNFIT: readonly (readonly [what: string, parts: () => object, code: string])[] = [
  ['a design that is not there', () => ({ certificate: { design: h.institutionId } }), 'design-unknown'],
  [
    'a picture that was never uploaded',
    () => ({ coIssuers: [{ name: { ko: '나래' }, seal: '0'.repeat(64) }] }),
    'request-invalid',
  ],
]

for (const [what, parts, code] of UNFIT) {
  test(`an achievement with ${what} is refused`, async () => {
    const json = { name: '안 됨', description: '안 됨', criteria: { narrative: '안 됨' }, ...parts() }
    assert.equal((await answered<Problem>(h, '/v1/achievements', { key: h.key, json }, 422)).code, code)
  })
}

test('a certificate of two institutions needs the other one’s seal, and is then printed with both', async () => {
  const joint = await publishDesign(h, { template: 'joint-two' })
  const content = { name: '공동 과정', description: '공동', criteria: { narrative: '공동' } }
  const other = { name: { ko: '서해공공아카데미', en: 'Seohae Public Academy' }, headTitle: { ko: '원장' } }
  const parts = { ...content, certificate: { design: joint.id }, publish: true }
  const json = { ...parts, coIssuers: [other] }
  const refusal = await answered<Problem>(h, '/v1/achievements', { key: h.key, json }, 422)
  assert.deepEqual([refusal.code, refusal.errors?.[0]?.code], ['design-not-ready', 'seal-is-sample'])
  const body = new FormData()
  body.set('file', new Blob([SEAL]), 'seal.svg')
  const seal = (await (await h.request('/v1/pictures', { key: h.key, body })).json()) as { id: string }
  const coIssuers = [{ ...other, seal: seal.id }]
  const { id } = await answered<Achievement>(h, '/v1/achievements', { key: h.key, json: { ...parts, coIssuers } }, 201)
  const [credential] = await award(id, [person('공동')])
  assert.equal((await verify(await pdfOf(credential!))).verdict, 'valid')
})

const HEADS = { 'square.png': [1080, 1080], 'story.png': [1080, 1920], 'og.png': [1200, 630] } as const

test('pictures to post come in the sizes networks want, of the badge as it is drawn', async () => {
  const [credential] = await award(await certified(), [person('올림')])
  for (const [file, [width, height]] of Object.entries(HEADS)) {
    const response = await h.request(`/c/${credential!.id}/${file}`)
    assert.equal(response.status, 200, file)
    const png = Buffer.from(await response.arrayBuffer())
    assert.deepEqual([png.readUInt32BE(16), png.readUInt32BE(20)], [width, height])
  }
  assert.equal((await h.request(`/c/${credential!.id}/poster.png`)).status, 404)
})

test('a column that the certificate asks for is kept by itself, others when staff say so', async () => {
  const achievement = await certified()
  const text = '이름\t이메일\t강의실\t조\n김하늘\thaneul@learner.example\t301호\t가'
  const preview = async (mapping: object) => {
    const json = { text, mapping, achievementId: achievement }
    const { columns, rows } = await answered<RosterPreview>(h, '/v1/roster-previews', { key: h.key, json }, 200)
    return [columns.map(({ isKept }) => isKept), rows[0]?.custom]
  }
  assert.deepEqual(await preview({}), [[false, false, true, false], { 강의실: '301호' }])
  assert.deepEqual(await preview({ '2': null, '3': 'custom' }), [[false, false, false, true], { 조: '가' }])
})

test('a resident registration number in a kept column is a mask, and refused when it is sent all the same', async () => {
  const text = '이름\t이메일\t강의실\n김하늘\thaneul@learner.example\t030514-4123456'
  const achievement = await certified()
  const json = { text, achievementId: achievement }
  const { rows } = await answered<RosterPreview>(h, '/v1/roster-previews', { key: h.key, json }, 200)
  assert.doesNotMatch(JSON.stringify(rows), /4123456/)
  const sent = { achievement, recipients: [person('김하늘', { custom: { 강의실: '030514-4123456' } })] }
  const refusal = await answered<Problem>(h, '/v1/award-batches', { key: h.key, json: sent }, 422)
  assert.equal(refusal.errors?.[0]?.code, 'resident-number')
})

test('a badge may be a document: its pictures are drawn from it, and a new version of it changes nothing issued', async () => {
  const json = { kind: 'badge', name: '문서 배지', template: 'hex-crest' }
  const begun = await answered<Design>(h, '/v1/designs', { key: h.key, json }, 201)
  const unpublished = { name: '문서 배지', description: '가', criteria: { narrative: '나' }, publish: true }
  const early = { ...unpublished, design: { document: begun.id } }
  const refusal = await answered<Problem>(h, '/v1/achievements', { key: h.key, json: early }, 409)
  assert.equal(refusal.code, 'design-not-published')
  const elements = (begun.document.elements as { kind: string }[]).map((element) =>
    element.kind === 'text' ? { ...element, text: '{{과정명}}', sizeMin: 10 } : element,
  )
  const document = { ...begun.document, elements }
  await answered(h, `/v1/designs/${begun.id}`, { method: 'PATCH', key: h.key, json: { document, revision: 1 } }, 200)
  await answered(h, `/v1/designs/${begun.id}/publication`, { method: 'POST', key: h.key }, 201)
  const made = await answered<Achievement>(h, '/v1/achievements', { key: h.key, json: early }, 201)
  assert.equal(made.design.document, begun.id)
  const picture = async () => (await h.request(`/b/${made.id}/1/badge.svg`)).text()
  const svg = await picture()
  assert.match(svg, /문서 배지/)
  const compact = await (await h.request(`/b/${made.id}/1/badge-compact.svg`)).text()
  assert.doesNotMatch(compact, /<text/)
  const changed = { document: { ...document, primary: '#7a1230' }, revision: 2 }
  await answered(h, `/v1/designs/${begun.id}`, { method: 'PATCH', key: h.key, json: changed }, 200)
  await answered(h, `/v1/designs/${begun.id}/publication`, { method: 'POST', key: h.key }, 201)
  assert.equal(await picture(), svg)
  const shown = await read<Achievement>(`/v1/achievements/${made.id}`)
  assert.equal(shown.hasUnpublishedChanges, true)
  const [credential] = await award(made.id, [person('배지만')])
  const baked = await h.request(`/c/${credential!.id}.png`)
  assert.equal(baked.status, 200)
})
