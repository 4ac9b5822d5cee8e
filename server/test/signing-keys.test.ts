import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { SigningKey } from '@kolleges/api'
import { type Awarding, openAwarding } from './awarding.ts'
import { cookieOf } from './staff.ts'

let h: Awarding
let cookie: string
before(async () => {
  h = await openAwarding()
  cookie = await cookieOf(h, 'owner@hanbit.example')
})
after(() => h.close())

const awardTo = async (email: string): Promise<string> => {
  await h.award([{ name: '김하늘', email }])
  return (await h.credentials())[0]!.url
}
const verdictOf = async (url: string): Promise<string> => {
  const answered = await h.request('/v1/verifications', { json: { url } })
  return ((await answered.json()) as { verdict: string }).verdict
}
const keys = async (): Promise<SigningKey[]> =>
  ((await (await h.request('/v1/signing-keys', { cookie })).json()) as { data: SigningKey[] }).data
const markCompromised = (id: string, compromisedSince: string) =>
  h.request(`/v1/signing-keys/${id}/retirement`, { cookie, json: { compromisedSince } })

test('a key may be replaced, and found out to be stolen, without harm to what was honestly signed before', async () => {
  const early = await awardTo('haneul@learner.example')
  h.clock.advance(3_600)
  await h.request('/v1/signing-keys', { method: 'POST', cookie })
  const [active, retired] = await keys()
  assert.deepEqual([active?.state, retired?.state], ['active', 'retired'])
  assert.equal(await verdictOf(early), 'valid', 'what the old key signed')
  h.clock.advance(60)
  assert.equal(await verdictOf(await awardTo('seojun@learner.example')), 'valid', 'what the new key signs')

  assert.equal((await markCompromised(retired!.id, h.clock.after(-60))).status, 201)
  assert.equal(await verdictOf(early), 'valid', 'signed before the theft')
  await markCompromised(retired!.id, h.clock.after(-86_400))
  assert.equal(await verdictOf(early), 'tampered', 'signed after the theft')
})

test('issuing goes on when the active key is found out to be stolen', async () => {
  const [active] = await keys()
  assert.equal((await markCompromised(active!.id, h.clock.now())).status, 201)
  h.clock.advance(60)
  assert.equal(await verdictOf(await awardTo('jiwoo@learner.example')), 'valid')
})
