import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { ApiKey } from '@kolleges/api'
import { type Harness, harness } from '../../test/harness.ts'
import { cookieOf, institutionOf, type Staffed, staff } from '../../test/staff.ts'
import { authenticate } from './index.ts'

let h: Harness
let hanbit: Staffed
before(async () => {
  h = await harness()
  hanbit = await staff(h)
})
after(() => h.close())

type Created = ApiKey & { secret: string }
const create = async (name: string, role: string, cookie = hanbit.cookies.owner) => {
  const response = await h.request('/v1/api-keys', { cookie, json: { name, role } })
  return { status: response.status, key: (await response.json()) as Created }
}
const list = async () =>
  ((await (await h.request('/v1/api-keys', { cookie: hanbit.cookies.owner })).json()) as { data: ApiKey[] }).data

test('the secret of a key is told once and kept nowhere', async () => {
  const { status, key } = await create('once', 'issuer')
  assert.equal(status, 201)
  assert.match(key.secret, /^kl_live_[\w-]{43}$/)
  assert.equal(key.lastFour, key.secret.slice(-4))
  assert.ok(!JSON.stringify(await list()).includes(key.secret))
  const rows = await h.ports.db.tenant(hanbit.institution.id, (tx) => tx.selectFrom('api_keys').selectAll().execute())
  assert.ok(!JSON.stringify(rows).includes(key.secret))
})

test('the keys of an institution that is not confirmed say so', async () => {
  await institutionOf(h, { slug: 'trial', standing: 'test' })
  const { key } = await create('trial', 'viewer', await cookieOf(h, 'owner@trial.example'))
  assert.match(key.secret, /^kl_test_/)
})

test('a revoked key is refused from the next call on', async () => {
  const { key } = await create('short', 'viewer')
  assert.equal((await h.request('/v1/institution', { key: key.secret })).status, 200)
  const revoke = () => h.request(`/v1/api-keys/${key.id}`, { method: 'DELETE', cookie: hanbit.cookies.owner })
  const first = (await (await revoke()).json()) as ApiKey
  assert.notEqual(first.revokedAt, null)
  assert.equal((await h.request('/v1/institution', { key: key.secret })).status, 401)
  h.clock.advance(60)
  assert.deepEqual(await (await revoke()).json(), first)
})

test('nobody makes a key that may do more than they may', async () => {
  const { key: admin } = await create('admin', 'admin')
  const made = await h.request('/v1/api-keys', { key: admin.secret, json: { name: 'more', role: 'admin' } })
  assert.equal(made.status, 201)
  const owner = await h.request('/v1/api-keys', { key: admin.secret, json: { name: 'more', role: 'owner' } })
  assert.equal(owner.status, 422)
})

test('the last use of a key is noted once a minute', async () => {
  const { key } = await create('used', 'viewer')
  const lastUse = async () => (await list()).find(({ id }) => id === key.id)?.lastUsedAt
  assert.equal(await lastUse(), null)
  const begun = h.clock.now()
  for (const [seconds, expected] of [
    [0, begun],
    [30, begun],
    [29, begun],
    [1, h.clock.after(60, begun)],
  ] as const) {
    h.clock.advance(seconds)
    await h.request('/v1/institution', { key: key.secret })
    assert.equal(await lastUse(), expected)
  }
})

test('a wrong key never falls back on the cookie beside it', async () => {
  const sessionToken = hanbit.cookies.owner.split('=')[1]!
  for (const bearer of ['', 'nonsense', `kl_live_${'A'.repeat(43)}`]) {
    assert.deepEqual(await authenticate(h.ports, { bearer, sessionToken }), [])
  }
  assert.equal((await authenticate(h.ports, { sessionToken })).length, 2)
})
