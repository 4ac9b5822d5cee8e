/** The design studio through its doors: drafts, history, publishing, copies, pictures, renderings. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Design, DesignVersion, Picture, Problem } from '@kolleges/api'
import { type Harness, harness, type RequestParts } from '../../test/harness.ts'
import { cookieOf, type Staffed, staff } from '../../test/staff.ts'

let h: Harness
let hanbit: Staffed
let key: string
before(async () => {
  h = await harness()
  hanbit = await staff(h, 'hanbit')
  key = hanbit.keys.admin
})
after(() => h.close())

async function call<T>(path: string, parts: RequestParts, status: number): Promise<T> {
  const response = await h.request(path, { key, ...parts })
  const text = await response.text()
  assert.equal(response.status, status, text)
  return JSON.parse(text) as T
}

const begin = (parts: object = {}): Promise<Design> =>
  call('/v1/designs', { json: { kind: 'certificate', name: '수료증', template: 'suryo-band', ...parts } }, 201)

const save = (design: Design, change: object, status = 200): Promise<Design> =>
  call(`/v1/designs/${design.id}`, { method: 'PATCH', json: { revision: design.revision, ...change } }, status)

/** The document with one text element replaced. */
const withText = (design: Design, text: string): Record<string, unknown> => ({
  ...design.document,
  elements: [
    ...(design.document.elements as object[]),
    {
      ...{ kind: 'text', id: 'note', x: 20, y: 20, width: 100, height: 10, text },
      ...{ face: 'sans', weight: 400, size: 4, align: 'start', colour: 'ink' },
    },
  ],
})

test('a design begins from a template in the institution’s colours, and is listed newest changed first', async () => {
  const certificate = await begin()
  assert.deepEqual(
    [certificate.state, certificate.version, certificate.revision, certificate.template],
    ['draft', null, 1, 'suryo-band'],
  )
  const badge = await begin({ kind: 'badge', name: '데이터 분석', template: 'hex-crest' })
  assert.equal(badge.document.page, 'badge')
  assert.match(JSON.stringify(badge.document), /데이터 분석/)
  const listed = await call<{ data: Design[] }>('/v1/designs?limit=1', {}, 200)
  assert.deepEqual(listed.data[0], badge)
  const certificates = await call<{ data: Design[] }>('/v1/designs?kind=certificate&q=수료', {}, 200)
  assert.ok(certificates.data.every(({ kind }) => kind === 'certificate'))
})

test('every template that the command line lists can be begun from', async () => {
  const { data } = await call<{ data: { id: string; kind: string }[] }>('/v1/design-templates', {}, 200)
  assert.equal(data.length, 63)
  for (const { id, kind } of data) {
    const begun = await begin({ kind, name: '시험', template: id })
    const drawn = await h.request(`/v1/designs/${begun.id}/renderings`, { key, json: { format: 'svg' } })
    assert.equal(drawn.status, 200, id)
    assert.match(await drawn.text(), /^<svg /)
  }
})

test('saving needs the newest revision; a save that comes late changes nothing', async () => {
  const design = await begin()
  const saved = await save(design, { document: withText(design, '첫째'), name: '새 이름' })
  assert.deepEqual([saved.revision, saved.name], [2, '새 이름'])
  const late = (await save(design, { document: withText(design, '둘째') }, 409)) as unknown as Problem
  assert.equal(late.code, 'edit-conflict')
  assert.deepEqual(await call(`/v1/designs/${design.id}`, {}, 200), saved)
})

test('an exported document imports as itself', async () => {
  const { document } = await begin()
  const imported = await begin({ name: '들여온 것', template: undefined, document })
  assert.deepEqual(imported.document, document)
})

const REFUSED: readonly (readonly [
  name: string,
  change: (document: Record<string, unknown>) => object,
  code: string,
])[] = [
  ['a newer version', (document) => ({ ...document, version: 99 }), 'version-newer'],
  ['a page of the other kind', (document) => ({ ...document, page: 'badge' }), 'page-not-of-kind'],
  ['an unknown field', (document) => ({ ...document, script: 'alert(1)' }), 'field-unknown'],
  ['no elements', ({ elements: _, ...document }) => document, 'field-missing'],
]

for (const [name, change, code] of REFUSED) {
  test(`a document with ${name} is refused by name, and the draft stays`, async () => {
    const design = await begin()
    const refusal = (await save(design, { document: change(design.document) }, 422)) as unknown as Problem
    assert.equal(refusal.code, 'design-invalid')
    assert.equal(refusal.errors?.[0]?.code, code)
    assert.match(refusal.errors?.[0]?.pointer ?? '', /^#\/document/)
    assert.deepEqual(await call(`/v1/designs/${design.id}`, {}, 200), design)
  })
}

test('characters no database likes are kept as they were written', async () => {
  const design = await begin()
  const odd = 'a\u0000b \ud83d\ude00 \u202e끝'
  const saved = await save(design, { document: withText(design, odd) })
  const drawn = await h.request(`/v1/designs/${saved.id}/renderings`, { key, json: { format: 'png', widthPx: 200 } })
  assert.equal(drawn.status, 200)
})

const history = async ({ id }: Design): Promise<DesignVersion[]> =>
  (await call<{ data: DesignVersion[] }>(`/v1/designs/${id}/versions`, {}, 200)).data

test('while somebody edits, the state before is kept every few minutes; restoring loses nothing', async () => {
  const begun = await begin()
  const once = await save(begun, { document: withText(begun, '하나') })
  assert.deepEqual(await history(begun), [])
  h.clock.advance(6 * 60)
  const twice = await save(once, { document: withText(begun, '둘') })
  await save(twice, { document: withText(begun, '셋') })
  const [kept, ...others] = await history(begun)
  assert.deepEqual([kept?.kind, others.length], ['saved', 0])
  const state = await call<{ document: object }>(`/v1/designs/${begun.id}/versions/${kept!.id}`, {}, 200)
  assert.deepEqual(state.document, once.document)
  const json = { version: kept!.id }
  const restored = await call<Design>(`/v1/designs/${begun.id}/restorations`, { json }, 201)
  assert.deepEqual(restored.document, once.document)
  const [newest] = await history(begun)
  const lost = await call<{ document: object }>(`/v1/designs/${begun.id}/versions/${newest!.id}`, {}, 200)
  assert.deepEqual(lost.document, withText(begun, '셋'))
})

async function upload(path: string, bytes: BlobPart, method: 'POST' | 'PUT' = 'POST'): Promise<Response> {
  const body = new FormData()
  body.set('file', new Blob([bytes]), 'picture')
  return h.request(path, { method, body, key })
}

const DOT =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><circle cx="4" cy="4" r="4" fill="#c8202b"/></svg>'

test('publishing tells every finding that blocks, by its element; a mended design becomes version 1', async () => {
  const design = await begin()
  const refusal = await call<Problem>(`/v1/designs/${design.id}/publication`, { method: 'POST' }, 422)
  assert.equal(refusal.code, 'design-not-ready')
  const codes = refusal.errors!.map(({ code }) => code)
  assert.ok(codes.includes('seal-is-sample'), codes.join())
  assert.ok(refusal.errors!.every(({ pointer, detail }) => pointer.startsWith('#/document') && detail.length > 5))
  assert.equal((await upload('/v1/institution/seal', DOT, 'PUT')).status, 200)
  const json = { headTitle: '총장' }
  await call(
    '/v1/institution',
    { method: 'PATCH', json, cookie: await cookieOf(h, 'owner@hanbit.example'), key: '' },
    200,
  )
  const published = await call<Design>(`/v1/designs/${design.id}/publication`, { method: 'POST' }, 201)
  assert.deepEqual([published.state, published.version, published.hasUnpublishedChanges], ['published', 1, false])
  const again = await call<Design>(`/v1/designs/${design.id}/publication`, { method: 'POST' }, 201)
  assert.equal(again.version, 1)
  const changed = await save(published, { document: withText(published, '{{강의실}}에서') })
  assert.equal(changed.hasUnpublishedChanges, true)
  const second = await call<Design>(`/v1/designs/${design.id}/publication`, { method: 'POST' }, 201)
  assert.equal(second.version, 2)
  assert.deepEqual(
    (await history(design)).filter(({ kind }) => kind === 'published').map(({ version }) => version),
    [2, 1],
  )
})

test('a picture is named by its pixels, read by members, and drawn where a document names it', async () => {
  const response = await upload('/v1/pictures', DOT)
  assert.equal(response.status, 201)
  const picture = (await response.json()) as Picture
  assert.equal(((await (await upload('/v1/pictures', DOT)).json()) as Picture).id, picture.id)
  const bytes = await h.request(`/v1/pictures/${picture.id}`, { key })
  assert.equal(bytes.headers.get('content-type'), 'image/png')
  assert.equal((await h.request(`/v1/pictures/${picture.id}`)).status, 401)
  const design = await begin({ template: undefined })
  const image = { kind: 'image', id: 'dot', x: 50, y: 50, width: 40, height: 40, picture: picture.id }
  await save(design, { document: { ...design.document, elements: [image] } })
  const json = { format: 'svg' }
  const drawn = await (await h.request(`/v1/designs/${design.id}/renderings`, { key, json })).text()
  assert.match(drawn, /<image [^>]*href="data:image\/png;base64,/)
})

const HOSTILE: readonly (readonly [name: string, bytes: () => BlobPart, code: string])[] = [
  ['a text', () => 'not a picture at all', 'picture-unknown-type'],
  ['16,000×16,000 pixels', () => claimingSize(16_000, 16_000), 'picture-too-many-pixels'],
  ['a bomb of entities', () => '<!DOCTYPE svg [<!ENTITY a "aaaa">]><svg>&a;</svg>', 'picture-too-complex'],
  ['half a PNG', () => claimingSize(100, 100), 'picture-broken'],
  ['nothing', () => '', 'picture-unknown-type'],
]

/** A PNG's signature and header, and nothing behind them. */
function claimingSize(width: number, height: number): Buffer<ArrayBuffer> {
  const bytes = Buffer.alloc(64)
  Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex').copy(bytes)
  bytes.writeUInt32BE(width, 16)
  bytes.writeUInt32BE(height, 20)
  return bytes
}

for (const [name, bytes, code] of HOSTILE) {
  test(`an upload of ${name} is refused with a sentence`, async () => {
    const response = await upload('/v1/pictures', bytes())
    const refusal = (await response.json()) as Problem
    assert.equal(response.status, 422)
    assert.equal(refusal.errors?.[0]?.code, code)
    assert.match(refusal.errors?.[0]?.detail ?? '', /[가-힣]/)
  })
}

test('a copy goes to another institution of the same person, pictures and all, and nowhere else', async () => {
  const narae = await staff(h, 'narae')
  const picture = (await (await upload('/v1/pictures', DOT)).json()) as Picture
  const design = await begin({ template: undefined })
  const image = { kind: 'image', id: 'dot', x: 50, y: 50, width: 40, height: 40, picture: picture.id }
  await save(design, { document: { ...design.document, elements: [image] } })
  const path = `/v1/designs/${design.id}/copies`
  const json = { institution: 'narae', name: '가져온 것' }
  assert.equal((await h.request(path, { key, json })).status, 403)
  const cookie = await cookieOf(h, 'designer@hanbit.example')
  assert.equal((await h.request(path, { cookie, json })).status, 403)
  const member = { email: 'designer@hanbit.example', role: 'designer' }
  assert.equal((await h.request('/v1/members', { key: narae.keys.admin, json: member })).status, 201)
  const copied = (await (await h.request(path, { cookie, json })).json()) as Design
  assert.equal(copied.name, '가져온 것')
  assert.equal((await h.request(`/v1/pictures/${picture.id}`, { key: narae.keys.admin })).status, 200)
  assert.equal((await h.request(`/v1/designs/${copied.id}`, { key })).status, 404)
})

test('a rendering takes values by key, label or column, and comes as SVG, PNG or PDF', async () => {
  const design = await begin()
  await save(design, { document: withText(design, '{{이름|은/는}} {{강의실}}') })
  const render = async (json: object) => h.request(`/v1/designs/${design.id}/renderings`, { key, json })
  const values = { 'learner.name': '박지우', 강의실: '301호' }
  const svg = await (await render({ format: 'svg', values })).text()
  assert.match(svg, /박지우는 301호/)
  const png = Buffer.from(await (await render({ format: 'png', widthPx: 400 })).arrayBuffer())
  assert.equal(png.readUInt32BE(16), 400)
  const pdf = Buffer.from(await (await render({ format: 'pdf', values })).arrayBuffer())
  assert.equal(pdf.subarray(0, 5).toString(), '%PDF-')
  assert.equal((await render({ format: 'svg', version: 7 })).status, 409)
})

test('a preview by key shows the institution’s seal only with a mark through it', async () => {
  const body = new FormData()
  body.set('file', new Blob([DOT]), 'seal.svg')
  assert.equal((await h.request('/v1/institution/seal', { method: 'PUT', body, key })).status, 200)
  const seals = [...h.blobs].filter(([name]) => /seal-[0-9a-f]+\.png$/.test(name)).map(([, { bytes }]) => bytes)
  assert.ok(seals.length > 0)
  const design = await begin()
  const drawn = await h.request(`/v1/designs/${design.id}/renderings`, { key, json: { format: 'svg' } })
  const svg = await drawn.text()
  assert.match(svg, /<image /)
  for (const bytes of seals) assert.ok(!svg.includes(Buffer.from(bytes).toString('base64')))
})

test('a design that was put away is gone from the list, and its address answers nothing', async () => {
  const design = await begin({ name: '지울 것' })
  await call(`/v1/designs/${design.id}`, { method: 'DELETE' }, 200)
  assert.equal((await h.request(`/v1/designs/${design.id}`, { key })).status, 404)
})
