import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Session } from '@kolleges/api'
import { type Harness, harness } from '../../test/harness.ts'
import { cookieOf, institutionOf } from '../../test/staff.ts'
import { authenticate, createSignInLink, startSession } from './index.ts'

let h: Harness
before(async () => {
  h = await harness()
})
after(() => h.close())

const read = async (cookie: string, headers: Record<string, string> = {}) =>
  (await (await h.request('/v1/session', { cookie, headers })).json()) as Session
const change = (cookie: string, json: object) => h.request('/v1/session', { method: 'PATCH', cookie, json })

test('somebody who belongs to several institutions works in one at a time, under a new session id', async () => {
  const first = await institutionOf(h, { slug: 'gaon', owner: 'both@x.example' })
  const second = await institutionOf(h, { slug: 'narae', owner: 'both@x.example' })
  const cookie = await cookieOf(h, 'both@x.example')
  const session = await read(cookie)
  assert.deepEqual(session.memberships.map(({ slug }) => slug).sort(), ['gaon', 'narae'])
  assert.equal(session.current?.institutionId, first.id)

  const changed = await change(cookie, { institutionId: second.id })
  const fresh = changed.headers.get('set-cookie')!.split(';')[0]!
  assert.equal(((await changed.json()) as Session).current?.slug, 'narae')
  assert.notEqual(fresh, cookie)
  assert.equal((await h.request('/v1/session', { cookie })).status, 401)
  assert.equal((await read(fresh)).current?.slug, 'narae')
  assert.equal((await read(fresh, { 'kolleges-institution': first.id })).current?.slug, 'gaon')
})

test('nobody works in an institution that is not theirs', async () => {
  const other = await institutionOf(h, { slug: 'foreign' })
  await institutionOf(h, { slug: 'own', owner: 'own@x.example' })
  const cookie = await cookieOf(h, 'own@x.example')
  assert.equal((await change(cookie, { institutionId: other.id })).status, 404)
  const wanted = { 'kolleges-institution': other.id }
  assert.equal((await h.request('/v1/institution', { cookie, headers: wanted })).status, 403)
})

test('a name and a language belong to the account', async () => {
  const cookie = await cookieOf(h, 'named@x.example')
  const changed = await change(cookie, { name: '김하늘', language: 'en' })
  assert.equal(changed.headers.get('set-cookie'), null)
  assert.deepEqual((await read(cookie)).account, { ...(await read(cookie)).account, name: '김하늘', language: 'en' })
})

test('somebody without an institution may do nothing but set one up', async () => {
  const session = await read(await cookieOf(h, 'alone@x.example'))
  assert.deepEqual([session.current, session.capabilities, session.memberships], [null, [], []])
})

test('whoever sets an institution up owns it in test standing; only a link of the operator makes it confirmed', async () => {
  const setUp = async (email: string, slug: string, isOperator: boolean) => {
    const url = new URL(await createSignInLink(h.ports, email, '/app', { isOperator }))
    const entered = await h.request(url.pathname, { method: 'POST' })
    const cookie = entered.headers.get('set-cookie')!.split(';')[0]!
    const json = { name: { ko: `${slug} 학원`, en: slug }, kind: 'academy', slug }
    const created = await h.request('/v1/institutions', { cookie, json })
    assert.equal(created.status, 201)
    assert.equal((await read(cookie)).current?.role, 'owner')
    return ((await created.json()) as { standing: string }).standing
  }
  assert.equal(await setUp('stranger@x.example', 'stranger', false), 'test')
  assert.equal(await setUp('operator@x.example', 'operated', true), 'confirmed')
})

test('a session that began with a claim link opens the wallet and acts for no institution', async () => {
  const { id } = await institutionOf(h, { slug: 'claimed', owner: 'claimer@x.example' })
  const cookie = (await startSession(h.ports, 'claimer@x.example')).cookie.split(';')[0]!
  assert.equal((await h.request('/v1/session', { cookie })).status, 401)
  assert.equal((await h.request('/v1/institution', { cookie })).status, 403)
  assert.equal((await change(cookie, { institutionId: id })).status, 404)
  const json = { name: { ko: '가로챈 학원', en: 'Taken' }, kind: 'academy', slug: 'taken' }
  assert.equal((await h.request('/v1/institutions', { cookie, json })).status, 401)
  const actors = await authenticate(h.ports, { sessionToken: cookie.split('=')[1], institution: id })
  assert.deepEqual(
    actors.map(({ kind }) => kind),
    ['holder'],
  )
})

test('claiming a badge signs nobody out of the console', async () => {
  await institutionOf(h, { slug: 'stays', owner: 'stays@x.example' })
  const cookie = await cookieOf(h, 'stays@x.example')
  const previousToken = cookie.split('=')[1]
  const same = await startSession(h.ports, 'Stays@x.example', { previousToken })
  assert.equal(same.cookie.split(';')[0], cookie)
  assert.equal((await read(cookie)).current?.slug, 'stays')
  const other = await startSession(h.ports, 'someone-else@x.example', { previousToken })
  assert.notEqual(other.cookie.split(';')[0], cookie)
  assert.equal((await h.request('/v1/session', { cookie })).status, 401)
})

test('one person sets up no more than five institutions in a day', async () => {
  const cookie = await cookieOf(h, 'eager@x.example')
  const statuses: number[] = []
  for (let made = 0; made < 7; made++) {
    const json = {
      name: { ko: `성실 학원 ${made}관`, en: `Eager ${made + 20}` },
      kind: 'academy',
      slug: `eager-${made}`,
    }
    statuses.push((await h.request('/v1/institutions', { cookie, json })).status)
  }
  assert.deepEqual(statuses, [201, 201, 201, 201, 201, 429, 429])
})
