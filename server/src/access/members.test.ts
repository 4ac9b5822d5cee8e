import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type Harness, harness } from '../../test/harness.ts'
import { cookieOf, institutionOf, type Staffed, secondOwner, staff } from '../../test/staff.ts'
import { mayGrant } from './grants.ts'

let h: Harness
let hanbit: Staffed
before(async () => {
  h = await harness()
  hanbit = await staff(h)
})
after(() => h.close())

const ROLES = ['owner', 'admin', 'designer', 'issuer', 'viewer'] as const
const patch = (id: string, json: object, cookie: string) =>
  h.request(`/v1/members/${id}`, { method: 'PATCH', json, cookie })
const codeOf = async (response: Response) => ((await response.json()) as { code: string }).code

test('no role gives what it lacks', () => {
  const given = ROLES.map((giver) => ROLES.filter((role) => mayGrant(giver, role)).join(' '))
  assert.deepEqual(given, [
    'owner admin designer issuer viewer',
    'admin designer issuer viewer',
    'designer viewer',
    'issuer viewer',
    'viewer',
  ])
})

test('an admin neither makes nor unmakes an owner', async () => {
  const { cookies, memberIds } = hanbit
  const made = await h.request('/v1/members', {
    cookie: cookies.admin,
    json: { email: 'new@x.example', role: 'owner' },
  })
  assert.equal(made.status, 403)
  for (const change of [{ role: 'viewer' }, { state: 'deactivated' }]) {
    assert.equal((await patch(memberIds.owner, change, cookies.admin)).status, 403)
  }
  assert.equal((await patch(memberIds.viewer, { role: 'owner' }, cookies.admin)).status, 403)
  assert.equal((await patch(memberIds.admin, { role: 'owner' }, cookies.admin)).status, 403)
  assert.equal((await patch(memberIds.viewer, { role: 'designer' }, cookies.admin)).status, 200)
})

test('the last owner neither leaves nor steps down', async () => {
  const { cookies, memberIds } = hanbit
  for (const change of [{ role: 'admin' }, { state: 'deactivated' }]) {
    const answered = await patch(memberIds.owner, change, cookies.owner)
    assert.deepEqual([answered.status, await codeOf(answered)], [409, 'last-owner'])
  }
})

test('of two owners who dismiss each other at once, one always stays', async () => {
  for (let round = 0; round < 20; round++) {
    const slug = `duel-${round}`
    const { id } = await institutionOf(h, { slug })
    const other = (await secondOwner(h, id, `other@${slug}.example`))!
    const cookies = [await cookieOf(h, `owner@${slug}.example`), await cookieOf(h, `other@${slug}.example`)]
    const listed = (await (await h.request('/v1/members', { cookie: cookies[0]! })).json()) as {
      data: { id: string }[]
    }
    const first = listed.data.find((member) => member.id !== other)!.id
    await Promise.all([
      patch(other, { state: 'deactivated' }, cookies[0]!),
      patch(first, { role: 'viewer' }, cookies[1]!),
    ])
    const owners = await h.ports.db.tenant(id, (tx) =>
      tx.selectFrom('members').select('id').where('role', '=', 'owner').where('state', '=', 'active').execute(),
    )
    assert.equal(owners.length, 1)
  }
})

test('a deactivated member is out at once', async () => {
  const { cookies, memberIds } = hanbit
  assert.equal((await h.request('/v1/institution', { cookie: cookies.issuer })).status, 200)
  await patch(memberIds.issuer, { state: 'deactivated' }, cookies.owner)
  assert.equal((await h.request('/v1/institution', { cookie: cookies.issuer })).status, 403)
  await patch(memberIds.issuer, { state: 'active' }, cookies.owner)
  assert.equal((await h.request('/v1/institution', { cookie: cookies.issuer })).status, 200)
})

test('a new member gets one invitation, which carries no secret', async () => {
  await h.drain()
  h.mail.sent.length = 0
  const json = { email: 'Newcomer@Hanbit.example', name: '새 담당자', role: 'issuer' }
  const added = await h.request('/v1/members', { cookie: hanbit.cookies.owner, json })
  assert.equal(added.status, 201)
  assert.equal(((await added.json()) as { email: string }).email, 'newcomer@hanbit.example')
  await h.drain()
  assert.deepEqual(
    h.mail.sent.map((message) => message.to),
    ['newcomer@hanbit.example'],
  )
  const link = h.mail.sent[0]!.text.match(/http\S+/)![0]
  assert.equal(new URL(link).pathname, '/sign-in')
  const again = await h.request('/v1/members', {
    cookie: hanbit.cookies.owner,
    json: { ...json, email: 'NEWCOMER@hanbit.example' },
  })
  assert.deepEqual([again.status, await codeOf(again)], [409, 'member-exists'])
})

test('every change of the staff stands in the audit trail', async () => {
  const { cookies, memberIds } = hanbit
  await patch(memberIds.viewer, { role: 'viewer' }, cookies.owner)
  h.clock.advance(1)
  await patch(memberIds.viewer, { role: 'issuer' }, cookies.owner)
  const listed = (await (await h.request('/v1/audit-entries?limit=1', { cookie: cookies.owner })).json()) as {
    data: { actor: string; action: string; subject: object; details: { role: object } }[]
    has_more: boolean
  }
  const [entry] = listed.data
  assert.deepEqual(
    [entry?.actor, entry?.action, entry?.subject, entry?.details.role],
    [
      'owner@hanbit.example',
      'member.changed',
      { kind: 'member', id: memberIds.viewer },
      { from: 'viewer', to: 'issuer' },
    ],
  )
  assert.equal(listed.has_more, true)
})

test('an institution invites no more than two hundred people in a day', async () => {
  const { id } = await institutionOf(h, { slug: 'crowd' })
  const cookie = await cookieOf(h, 'owner@crowd.example')
  const invite = (count: number) =>
    h.request('/v1/members', { cookie, json: { email: `member-${count}@crowd.example`, role: 'viewer' } })
  for (let count = 0; count < 200; count++) assert.equal((await invite(count)).status, 201)
  assert.equal((await invite(200)).status, 429)
  h.clock.advance(86_400)
  assert.equal((await invite(200)).status, 201)
  assert.equal((await h.ports.db.tenant(id, (tx) => tx.selectFrom('members').select('id').execute())).length, 202)
})
