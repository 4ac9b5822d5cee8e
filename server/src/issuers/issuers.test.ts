import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Institution, SigningKey } from '@kolleges/api'
import { type Harness, harness } from '../../test/harness.ts'
import { cookieOf, institutionOf, type Staffed, staff } from '../../test/staff.ts'
import { alignDids, confirmInstitution, createInstitution, issuerMaterial, renameInstitution } from './index.ts'

let h: Harness
let hanbit: Staffed
before(async () => {
  h = await harness()
  hanbit = await staff(h)
})
after(() => h.close())

type Json = Record<string, unknown>
const json = async (path: string) => (await (await h.request(path)).json()) as Json
const change = (body: object, cookie = hanbit.cookies.owner) =>
  h.request('/v1/institution', { method: 'PATCH', json: body, cookie })
const codeOf = async (response: Response) => ((await response.json()) as { code: string }).code

const signUp = (name: string, slug: string) =>
  createInstitution(h.ports, {
    ...{ name: { ko: name, en: `${slug} x` }, slug, kind: 'academy', standing: 'test', owner: `${slug}@x.example` },
  })

test('a name that looks like another institution’s is refused to those who sign themselves up', async () => {
  await institutionOf(h, { slug: 'saebyeok', name: { ko: '새벽대학교 평생교육원', en: 'Saebyeok Academy' } })
  const lookAlikes = [
    '새벽대학교 평생교육원',
    '새벽대학교평생교육원',
    ' 새벽 대학교  평생 교육원 ',
    '새벽대학교·평생교육원',
    '새벽\u200b대학교 평생교육원',
    '새벽대학교 평생교육원'.normalize('NFD'),
    'ＳＡＥＢＹＥＯＫ Academy',
    'saebyeok academy.',
    'Sаеbyeok Academy',
  ]
  for (const [index, name] of lookAlikes.entries()) {
    assert.deepEqual(await signUp(name, `look-alike-${index}`), { outcome: 'refused', reason: 'name-taken' }, name)
  }
  for (const [index, name] of ['새벽대학교', '새벽대학교 교육원', 'Saebyeok Academy 2'].entries()) {
    assert.equal((await signUp(name, `own-name-${index}`)).outcome, 'created', name)
  }
})

test('of two that take one name or one slug at once, one gets it', async () => {
  const byName = await Promise.all(Array.from({ length: 10 }, (_, index) => signUp('동시 협회', `same-name-${index}`)))
  assert.equal(byName.filter(({ outcome }) => outcome === 'created').length, 1)
  const bySlug = await Promise.all(Array.from({ length: 10 }, (_, index) => signUp(`제${index} 협회`, 'same-slug')))
  assert.equal(bySlug.filter(({ outcome }) => outcome === 'created').length, 1)
})

test('addresses that would look like the platform speaking are not given away', async () => {
  for (const slug of ['admin', 'kolleges', 'sign-in', 'official', 'xn--hanbit', '-a', 'a', 'Große']) {
    assert.equal((await signUp('아무 이름', slug)).outcome, 'refused', slug)
  }
})

test('a confirmed institution mends the spelling of its name but takes no other', async () => {
  const name = hanbit.institution.name
  assert.equal((await change({ name: { ko: ` ${name.ko}`, en: name.en.toUpperCase() } })).status, 200)
  const other = await change({ name: { ko: '다른 대학교', en: 'Other' } })
  assert.deepEqual([other.status, await codeOf(other)], [409, 'name-confirmed'])
})

test('what is not mentioned in a change stays; null empties it', async () => {
  await change({ website: 'https://hanbit.example', contactEmail: 'help@hanbit.example', primaryColor: '#123456' })
  const changed = (await (await change({ contactEmail: null })).json()) as Institution
  assert.deepEqual(
    [changed.website, changed.contactEmail, changed.primaryColor],
    ['https://hanbit.example', null, '#123456'],
  )
})

test('fields that are not the institution’s to set are ignored', async () => {
  const { id } = hanbit.institution
  await change({ standing: 'test', id: 'x', slug: 'stolen', institutionId: 'x', __proto__: { did: 'x' } })
  const read = (await (await h.request('/v1/institution', { cookie: hanbit.cookies.owner })).json()) as Institution
  assert.deepEqual([read.id, read.slug, read.standing], [id, 'hanbit', 'confirmed'])
})

test('a logo is stored as a fresh picture that anyone may see, a seal for members alone', async () => {
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"><rect width="40" height="40" fill="#123"/></svg>'
  for (const kind of ['logo', 'seal']) {
    const body = new FormData()
    body.set('file', new File([svg], 'picture.svg', { type: 'image/svg+xml' }))
    const put = await h.request(`/v1/institution/${kind}`, { method: 'PUT', body, cookie: hanbit.cookies.admin })
    assert.equal(put.status, 200, await put.clone().text())
  }
  const logo = await h.request('/i/hanbit/logo.png')
  assert.deepEqual([...new Uint8Array(await logo.arrayBuffer()).subarray(1, 4)], [0x50, 0x4e, 0x47])
  assert.equal((await h.request('/i/hanbit/seal.png')).status, 404)
  assert.equal((await h.request('/v1/institution/seal.png')).status, 401)
  assert.equal((await h.request('/v1/institution/seal.png', { cookie: hanbit.cookies.viewer })).status, 200)
  assert.deepEqual((await json('/i/hanbit.json')).image, {
    id: 'http://localhost:3000/i/hanbit/logo.png',
    type: 'Image',
  })
})

test('what is no picture is refused with a reason', async () => {
  const body = new FormData()
  body.set('file', new File(['no picture'], 'logo.png', { type: 'image/png' }))
  const put = await h.request('/v1/institution/logo', { method: 'PUT', body, cookie: hanbit.cookies.admin })
  assert.equal(put.status, 422)
  const { errors } = (await put.json()) as { errors: { pointer: string; code: string }[] }
  assert.deepEqual(
    errors.map(({ pointer }) => pointer),
    ['#/file'],
  )
})

test('the DID document lists every key as a text under assertionMethod and says where the standing is told', async () => {
  const document = await json('/i/hanbit/did.json')
  const did = 'did:web:localhost%3A3000:i:hanbit'
  assert.equal(document.id, did)
  const [method] = document.verificationMethod as Json[]
  assert.equal(method?.controller, did)
  assert.equal(method?.id, `${did}#${method?.publicKeyMultibase}`)
  assert.deepEqual(document.assertionMethod, [method?.id])
  const [service] = document.service as Json[]
  assert.equal(service?.serviceEndpoint, 'http://localhost:3000/i/hanbit/standing.json')
  assert.deepEqual(await json('/i/hanbit/standing.json'), {
    ...{ did, standing: 'confirmed', name: (await json('/i/hanbit/standing.json')).name },
    since: '2026-11-23T01:00:00Z',
  })
})

test('an address without an institution answers 404 everywhere', async () => {
  for (const path of ['/i/nobody/did.json', '/i/nobody.json', '/i/nobody/standing.json', '/i/nobody/logo.png']) {
    assert.equal((await h.request(path)).status, 404, path)
  }
})

test('rotating keeps the old key in the document; a compromised one is marked revoked since when', async () => {
  const { keys: _, ...narae } = await staff(h, 'narae')
  const { did } = narae.institution
  const call = async (path: string, body?: object) => {
    const response = await h.request(path, { cookie: narae.cookies.owner, ...(body && { json: body }) })
    return { status: response.status, body: (await response.json()) as SigningKey & { data: SigningKey[] } }
  }
  const [first] = (await call('/v1/signing-keys')).body.data
  h.clock.advance(3600)
  const second = (await h.request('/v1/signing-keys', { method: 'POST', cookie: narae.cookies.owner })).status
  assert.equal(second, 201)
  const rotated = (await call('/v1/signing-keys')).body.data
  assert.deepEqual(
    rotated.map(({ state }) => state),
    ['active', 'retired'],
  )
  const afterRotation = await issuerMaterial(h.ports, did)
  assert.equal(afterRotation?.trust.keys?.get(first!.publicKeyMultibase)?.state, 'retired')

  const active = rotated[0]!
  const since = h.clock.after(-600)
  const path = `/v1/signing-keys/${active.id}/retirement`
  assert.equal((await call(path, { compromisedSince: h.clock.after(60) })).status, 422)
  const compromised = await call(path, { compromisedSince: since })
  assert.deepEqual(
    [compromised.status, compromised.body.state, compromised.body.stateSince],
    [201, 'compromised', since],
  )
  const states = (await call('/v1/signing-keys')).body.data.map(({ state }) => state)
  assert.deepEqual(states.sort(), ['active', 'compromised', 'retired'])

  const later = await call(path, { compromisedSince: h.clock.now() })
  assert.equal(later.body.stateSince, since, 'a compromise never moves forward')
  const earlier = await call(path, { compromisedSince: h.clock.after(-1200) })
  assert.equal(earlier.body.stateSince, h.clock.after(-1200))

  const document = await json('/i/narae/did.json')
  const methods = document.verificationMethod as Json[]
  assert.equal(methods.length, 3)
  assert.deepEqual(
    methods.filter((method) => method.revoked).map((method) => method.publicKeyMultibase),
    [active.publicKeyMultibase],
  )
  assert.equal((await call(`/v1/signing-keys/${first!.id.replace(/.$/, '0')}/retirement`, {})).status, 404)
})

test('our word on an institution changes when the operator confirms it', async () => {
  const { did } = await institutionOf(h, { slug: 'to-confirm', standing: 'test' })
  assert.equal((await issuerMaterial(h.ports, did))?.trust.standing, 'test')
  h.clock.advance(86_400)
  assert.equal((await confirmInstitution(h.ports, 'to-confirm')).outcome, 'confirmed')
  assert.equal((await issuerMaterial(h.ports, did))?.trust.standing, 'confirmed')
  assert.equal((await json('/i/to-confirm/standing.json')).since, h.clock.now())
  assert.deepEqual(await confirmInstitution(h.ports, 'nobody'), { outcome: 'refused', reason: 'not-found' })
  assert.equal(await issuerMaterial(h.ports, 'did:web:elsewhere.example:i:hanbit'), null)
})

test('a server that moves to another address signs under its new name', async () => {
  const moved = { ...h.ports, config: { ...h.ports.config, origin: 'https://badges.example' } }
  await alignDids(moved)
  assert.equal((await json('/i/hanbit/did.json')).id, 'did:web:badges.example:i:hanbit')
  await alignDids(h.ports)
  assert.equal((await json('/i/hanbit/did.json')).id, 'did:web:localhost%3A3000:i:hanbit')
})

test('setting an institution up is told in its own audit trail', async () => {
  await institutionOf(h, { slug: 'told' })
  const cookie = await cookieOf(h, 'owner@told.example')
  const listed = (await (await h.request('/v1/audit-entries', { cookie })).json()) as { data: { action: string }[] }
  assert.deepEqual(listed.data.map(({ action }) => action).sort(), [
    'institution.created',
    'member.added',
    'signing-key.created',
  ])
})

test('the operator renames a confirmed institution, and the old name is free again', async () => {
  await institutionOf(h, { slug: 'renamed', name: { ko: '옛이름 대학교', en: 'Old Name' } })
  const name = { ko: '새이름 대학교', en: 'New Name' }
  assert.equal((await renameInstitution(h.ports, 'renamed', name)).outcome, 'renamed')
  assert.deepEqual((await json('/i/renamed/standing.json')).name, name)
  assert.equal((await signUp('새이름대학교', 'too-late')).outcome, 'refused')
  assert.equal((await signUp('옛이름대학교', 'heir')).outcome, 'created')
  assert.deepEqual(await renameInstitution(h.ports, 'nobody', name), { outcome: 'refused', reason: 'not-found' })
})
