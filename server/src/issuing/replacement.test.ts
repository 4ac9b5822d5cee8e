// A credential issued anew with corrected data: the same badge, and its former edition leads to it.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Credential, Problem } from '@kolleges/api'
import type { JsonObject } from '@kolleges/credentials'
import { type Awarding, openAwarding } from '../../test/awarding.ts'
import { decide } from './award.ts'
import { findAwardByPublicId } from './index.ts'

let app: Awarding
before(async () => {
  app = await openAwarding()
})
after(() => app?.close())

let people = 0
async function anIssued(): Promise<Credential> {
  const email = `corrected${++people}@learner.example`
  const batch = await app.award([{ name: '김하눌', email, result: 'A' }])
  return (await app.credentials(`&award_batch=${batch.id}`))[0]!
}

const replace = (id: string, json: object) =>
  app.request(`/v1/credentials/${id}/replacement`, { key: app.key, json: { reason: '이름 오기', ...json } })
const textOf = async (id: string) => (await app.request(`/c/${id}.json`)).text()
const ask = async (credential: string) =>
  (await (await app.request('/v1/verifications', { json: { credential } })).json()) as {
    verdict: string
    checks: { check: string; because?: string; compared?: Record<string, string> }[]
  }

test('only what is issued can be replaced', () => {
  assert.deepEqual(decide('replacement', { state: 'issued' }), { outcome: 'done', state: 'pending' })
  for (const [state, reason] of [
    ['pending', 'not-yet-issued'],
    ['failed', 'not-yet-issued'],
    ['suspended', 'already-suspended'],
    ['revoked', 'already-revoked'],
  ] as const)
    assert.deepEqual(decide('replacement', { state }), { outcome: 'refused', reason })
})

test('the newer edition is the same badge: id, number, issuer and first date stay, what was wrong does not', async () => {
  const before = await anIssued()
  const former = JSON.parse(await textOf(before.id)) as JsonObject
  app.clock.advance(60)
  const answered = await replace(before.id, { name: '김하늘', nameEn: 'Kim Haneul', result: 'A+' })
  assert.equal(answered.status, 201, await answered.clone().text())
  assert.equal(((await answered.json()) as Credential).state, 'pending')
  await app.drain()
  const after = (await (await app.request(`/v1/credentials/${before.id}`, { key: app.key })).json()) as Credential
  assert.deepEqual(
    [after.state, after.number, after.url, after.edition, after.recipient.name, after.result],
    ['issued', before.number, before.url, 2, '김하늘', 'A+'],
  )
  assert.notEqual(after.statusList.index, before.statusList.index)
  const newer = JSON.parse(await textOf(before.id)) as JsonObject
  assert.deepEqual(
    [newer.id, (newer.issuer as JsonObject).id, newer.awardedDate],
    [former.id, (former.issuer as JsonObject).id, former.awardedDate],
  )
  assert.ok(String(newer.validFrom) > String(former.validFrom))
  assert.equal((await ask(JSON.stringify(newer))).verdict, 'valid')
  const page = await (await app.request(`/c/${before.id}`)).text()
  assert.match(page, /data-verdict="valid"/)
  assert.match(page, /김하늘/)
  assert.doesNotMatch(page, /김하눌/)
})

test('the former edition says that it was replaced, and by what; every other verifier refuses it', async () => {
  const before = await anIssued()
  const former = await textOf(before.id)
  app.clock.advance(60)
  await replace(before.id, { name: '김하늘' })
  await app.drain()
  const { verdict, checks } = await ask(former)
  assert.equal(verdict, 'superseded')
  assert.equal(checks.find(({ check }) => check === 'status')?.compared?.supersededBy, before.url)
  const body = new FormData()
  body.set('file', new Blob([former]), 'badge.json')
  const page = await (await app.request('/v', { method: 'POST', body })).text()
  assert.match(page, /data-verdict="superseded"/)
  assert.ok(page.includes(`href="${before.url}"`))
  const list = await app.request(new URL(before.statusList.url).pathname)
  assert.equal(list.status, 200)
  // Altered text of a former edition gets no good word either.
  assert.equal((await ask(former.replace('김하눌', '김하니'))).verdict, 'tampered')
  await app.request(`/v1/credentials/${before.id}/revocation`, { key: app.key, json: { reason: '부정행위' } })
  await app.drain()
  assert.equal((await ask(former)).verdict, 'revoked')
})

test('its holder is told once, and claims nothing a second time', async () => {
  const { id, recipient } = await anIssued()
  await replace(id, { name: '김하늘' })
  await app.drain()
  const subjects = app.mail.sent.filter(({ to }) => to === recipient.email).map(({ subject }) => subject)
  assert.equal(subjects.length, 2)
  assert.match(subjects[1]!, /바로잡아 다시 발급했습니다/)
})

test('a second correction leaves both former editions behind', async () => {
  const { id } = await anIssued()
  const texts: string[] = []
  for (const name of ['김하늘', '김한울']) {
    texts.push(await textOf(id))
    app.clock.advance(60)
    assert.equal((await replace(id, { name })).status, 201)
    await app.drain()
  }
  for (const text of texts) assert.equal((await ask(text)).verdict, 'superseded')
  assert.equal((await ask(await textOf(id))).verdict, 'valid')
  assert.equal((await findAwardByPublicId(app.ports, id))?.edition, 3)
})

test('a replacement is refused when it would change nothing, or there is nothing to replace', async () => {
  const { id, recipient } = await anIssued()
  for (const [attempt, status, code] of [
    [() => replace(id, {}), 422, 'nothing-to-replace'],
    [() => replace(id, { name: recipient.name, result: 'A' }), 422, 'nothing-to-replace'],
    [() => replace(id, { name: ' ' }), 422, 'request-invalid'],
    [() => replace('0'.repeat(32), { name: '김하늘' }), 404, 'not-found'],
  ] as const) {
    const response = await attempt()
    assert.deepEqual([response.status, ((await response.json()) as Problem).code], [status, code])
  }
})
