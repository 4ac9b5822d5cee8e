// The Open Badges 2.0 edition of our own credentials: what an old backpack follows, from assertion to issuer.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Credential } from '@kolleges/api'
import { extract, type FetchedDocument, type Json, type JsonObject, verifyAssertion } from '@kolleges/credentials'
import { type Awarding, openAwarding } from '../../test/awarding.ts'
import { nodePrimitives } from '../platform/primitives.ts'

let app: Awarding
let credential: Credential
before(async () => {
  app = await openAwarding({
    achievement: { alignments: [{ targetName: '데이터', targetUrl: 'https://ncs.example/1', targetCode: '1' }] },
  })
  await app.award([{ name: '김하늘', email: 'haneul@learner.example', narrative: '팀장을 맡았습니다.' }])
  credential = (await app.credentials())[0]!
})
after(() => app?.close())

const pathOf = (url: string): string => new URL(url).pathname
const assertionUrl = (): string => `${credential.url}/ob2.json`
const jsonAt = async (url: string): Promise<JsonObject> => (await (await app.request(pathOf(url))).json()) as JsonObject

/** As a reader of 2.0 does: fetch what is named, until nothing is wanting. */
async function followed(input: Json, recipient?: string) {
  const documents = new Map<string, FetchedDocument>()
  const options = { at: app.clock.now(), trust: new Map(), primitives: nodePrimitives, ...(recipient && { recipient }) }
  for (;;) {
    const { result, wanted } = await verifyAssertion(input, documents, options)
    if (wanted.length === 0) return result
    for (const url of wanted) {
      const response = await app.request(pathOf(url))
      const body = (await response.json()) as Json
      documents.set(url, response.status === 410 ? { gone: body } : { document: body })
    }
  }
}
const lineOf = (result: Awaited<ReturnType<typeof followed>>, name: string) =>
  result.checks.find(({ check }) => check === name)

test('an old reader finds assertion, achievement and issuer, and they hold', async () => {
  const response = await app.request(pathOf(assertionUrl()))
  assert.deepEqual(
    [response.status, response.headers.get('content-type'), response.headers.get('access-control-allow-origin')],
    [200, 'application/ld+json', '*'],
  )
  const result = await followed(assertionUrl(), 'haneul@learner.example')
  assert.deepEqual(
    ['signature', 'status', 'validity', 'recipient'].map((name) => lineOf(result, name)?.outcome),
    ['passed', 'passed', 'passed', 'passed'],
    JSON.stringify(result.checks),
  )
  assert.equal(result.credential?.subject.achievement?.name, 'AI 데이터 기초')
  assert.equal(lineOf(await followed(assertionUrl(), 'other@learner.example'), 'recipient')?.outcome, 'failed')
})

test('each document has what version 2.0 requires, on one origin', async () => {
  const assertion = await jsonAt(assertionUrl())
  const achievement = await jsonAt(String(assertion.badge))
  const issuer = await jsonAt(String(achievement.issuer))
  const all = [assertion, achievement, issuer]
  assert.deepEqual(
    all.map(({ '@context': context, type }) => [context, type]),
    ['Assertion', 'BadgeClass', 'Issuer'].map((type) => ['https://w3id.org/openbadges/v2', type]),
  )
  assert.deepEqual(
    all.map(({ id }) => new URL(String(id)).origin),
    all.map(() => 'http://localhost:3000'),
  )
  assert.deepEqual(
    all.map(({ id }) => id),
    [assertionUrl(), assertion.badge, achievement.issuer],
  )
  assert.deepEqual(assertion.verification, { type: 'HostedBadge' })
  assert.doesNotMatch(JSON.stringify(assertion), /haneul@|김하늘/)
  assert.equal((await app.request(pathOf(String(achievement.image)))).headers.get('content-type'), 'image/png')
  assert.match(String(issuer.email), /^[^<>\s]+@[^<>\s]+$/)
  assert.match(String(issuer.url), /^http/)
  assert.deepEqual(achievement.alignment, [
    { targetName: '데이터', targetUrl: 'https://ncs.example/1', targetCode: '1' },
  ])
})

test('the picture carries the same assertion under the old keyword', async () => {
  const response = await app.request(pathOf(assertionUrl()).replace('.json', '.png'))
  const extracted = extract(new Uint8Array(await response.arrayBuffer()))
  assert.deepEqual(extracted.outcome === 'extracted' && [extracted.edition, extracted.form, extracted.text], [
    'ob2',
    'json',
    await (await app.request(pathOf(assertionUrl()))).text(),
  ])
})

test('the credential page leads to both files', async () => {
  const page = await (await app.request(pathOf(credential.url))).text()
  for (const kind of ['json', 'png']) assert.ok(page.includes(`href="/c/${credential.id}/ob2.${kind}"`), kind)
})

test('a private one is not there', async () => {
  const show = (visibility: string) =>
    app.ports.db.operator((tx) => tx.updateTable('awards').set({ visibility }).execute())
  await show('private')
  assert.equal((await app.request(pathOf(assertionUrl()))).status, 404)
  assert.equal((await app.request(`/c/${'0'.repeat(26)}/ob2.json`)).status, 404)
  await show('link')
})

test('one that is suspended or revoked is gone, and says why', async () => {
  const act = (noun: string, parts: { json?: object; method?: string }) =>
    app.request(`/v1/credentials/${credential.id}/${noun}`, { key: app.key, ...parts })
  await act('suspension', { json: { reason: '사실 확인 중' } })
  const suspended = await app.request(pathOf(assertionUrl()))
  assert.equal(suspended.status, 410)
  assert.deepEqual(await suspended.json(), { id: assertionUrl(), revoked: true, revocationReason: '사실 확인 중' })
  await act('suspension', { method: 'DELETE' })
  assert.equal((await app.request(pathOf(assertionUrl()))).status, 200)
  const assertion = await jsonAt(assertionUrl())
  await act('revocation', { json: { reason: '부정행위' } })
  const result = await followed(assertion)
  assert.equal(result.verdict, 'revoked')
  assert.equal(lineOf(result, 'status')?.detail?.reason, '부정행위')
  assert.equal((await app.request(pathOf(assertionUrl()).replace('.json', '.png'))).status, 410)
})
