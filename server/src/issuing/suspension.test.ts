// A credential out of force for a while: our answer, everybody else's, its holder's mail, and the way back.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Credential, Problem } from '@kolleges/api'
import { bitAt, decodeBits, type Json, type JsonObject, parseJsonStrict, verify } from '@kolleges/credentials'
import { type Awarding, openAwarding } from '../../test/awarding.ts'
import { issuerMaterial } from '../issuers/index.ts'
import { nodePrimitives } from '../platform/primitives.ts'
import { type Act, type AwardState, decide } from './award.ts'
import { liftDueSuspensions } from './suspend.ts'

let app: Awarding
before(async () => {
  app = await openAwarding()
})
after(() => app?.close())

let people = 0
async function anIssued(): Promise<Credential> {
  const email = `suspended${++people}@learner.example`
  const batch = await app.award([{ name: '이서준', email }])
  return (await app.credentials(`&award_batch=${batch.id}`))[0]!
}

const act = (id: string, noun: string, parts: { method?: string; json?: object } = {}) =>
  app.request(`/v1/credentials/${id}/${noun}`, { key: app.key, ...parts })
const suspend = (id: string, more: object = {}) => act(id, 'suspension', { json: { reason: '사실 확인 중', ...more } })
const reinstate = (id: string) => act(id, 'suspension', { method: 'DELETE' })
const jsonOf = async <Answer>(response: Response | Promise<Response>): Promise<Answer> =>
  (await (await response).json()) as Answer

interface Answer {
  readonly verdict: string
  readonly checks: readonly { check: string; because?: string; compared?: Record<string, string> }[]
}
const ours = (id: string) =>
  jsonOf<Answer>(app.request('/v1/verifications', { json: { url: `http://localhost:3000/c/${id}` } }))

/** What a verifier finds that has only the public documents: the signed original, the issuer's key, the signed list. */
async function foreign({ id, statusList }: Credential): Promise<string> {
  const read = async (path: string): Promise<Json> => {
    const parsed = parseJsonStrict(await (await app.request(path)).text())
    assert.equal(parsed.outcome, 'parsed')
    return parsed.outcome === 'parsed' ? parsed.value : null
  }
  const own = (await issuerMaterial(app.ports, app.did))!
  const material = {
    issuers: new Map([[app.did, { document: own.document }]]),
    trust: new Map([[app.did, { standing: 'confirmed' } as const]]),
    statusLists: new Map([[statusList.url, { credential: await read(new URL(statusList.url).pathname) }]]),
  }
  const options = { at: app.clock.now(), primitives: nodePrimitives }
  return (await verify(await read(`/c/${id}.json`), material, options)).verdict
}

async function bitOf({ statusList }: Credential): Promise<boolean> {
  const list = await jsonOf<JsonObject>(app.request(new URL(statusList.url).pathname))
  const decoded = decodeBits(String((list.credentialSubject as JsonObject).encodedList))
  assert.equal(decoded.outcome, 'decoded')
  return decoded.outcome === 'decoded' && bitAt(decoded.bits, statusList.index)
}

const mailsTo = (email: string) =>
  app.mail.sent.filter(({ to }) => to === email).map(({ subject, text }) => ({ subject, text }))

const DECISIONS: readonly (readonly [Act, AwardState, string])[] = [
  ['revocation', 'pending', 'not-yet-issued'],
  ['revocation', 'failed', 'not-yet-issued'],
  ['revocation', 'issued', 'revoked'],
  ['revocation', 'suspended', 'revoked'],
  ['revocation', 'revoked', 'already-revoked'],
  ['suspension', 'pending', 'not-yet-issued'],
  ['suspension', 'failed', 'not-yet-issued'],
  ['suspension', 'issued', 'suspended'],
  ['suspension', 'suspended', 'already-suspended'],
  ['suspension', 'revoked', 'already-revoked'],
  ['reinstatement', 'pending', 'not-yet-issued'],
  ['reinstatement', 'failed', 'not-yet-issued'],
  ['reinstatement', 'issued', 'not-suspended'],
  ['reinstatement', 'suspended', 'issued'],
  ['reinstatement', 'revoked', 'already-revoked'],
]

for (const [act, state, expected] of DECISIONS)
  test(`${act} of an award that is ${state}: ${expected}`, () => {
    const decision = decide(act, { state })
    assert.equal(decision.outcome === 'done' ? decision.state : decision.reason, expected)
  })

test('a suspended credential is refused by everybody, and only we say that it may come back', async () => {
  const credential = await anIssued()
  const answered = await suspend(credential.id)
  assert.equal(answered.status, 201)
  const { state, suspension } = await jsonOf<Credential>(answered)
  assert.deepEqual([state, suspension?.reason, suspension?.until], ['suspended', '사실 확인 중', null])
  await app.drain()
  const { verdict, checks } = await ours(credential.id)
  assert.equal(verdict, 'suspended')
  const line = checks.find(({ check }) => check === 'status')
  assert.deepEqual([line?.because, line?.compared?.reason], ['suspended', '사실 확인 중'])
  assert.equal(await foreign(credential), 'revoked')
  const page = await (await app.request(`/c/${credential.id}`)).text()
  assert.match(page, /data-verdict="suspended"/)
  assert.match(page, /사유: 사실 확인 중/)
  assert.match(await (await app.request(`/c/${credential.id}?lang=en`)).text(), /Reason: 사실 확인 중/)
})

test('lifting it clears the bit, and the very same files are valid again', async () => {
  const credential = await anIssued()
  const original = await (await app.request(`/c/${credential.id}.json`)).text()
  await suspend(credential.id)
  await app.drain()
  assert.equal(await bitOf(credential), true)
  const lifted = await reinstate(credential.id)
  assert.equal(lifted.status, 200)
  assert.deepEqual([(await jsonOf<Credential>(lifted)).state], ['issued'])
  await app.drain()
  assert.equal(await bitOf(credential), false)
  assert.equal((await ours(credential.id)).verdict, 'valid')
  assert.equal(await foreign(credential), 'valid')
  assert.equal(await (await app.request(`/c/${credential.id}.json`)).text(), original)
})

test('its holder is told of both, with the reason, once each', async () => {
  const credential = await anIssued()
  const { email } = credential.recipient
  await suspend(credential.id, { reason: '이의 제기\r\nBcc: all@learner.example' })
  await app.drain()
  await reinstate(credential.id)
  await app.drain()
  const [, suspended, lifted, ...more] = mailsTo(email)
  assert.deepEqual(more, [])
  assert.match(suspended!.subject, /효력이 정지되었습니다/)
  assert.match(suspended!.text, /사유: 이의 제기 Bcc: all@learner\.example/)
  assert.ok(suspended!.text.includes(credential.url))
  assert.match(lifted!.subject, /다시 쓸 수 있습니다/)
})

test('of a suspension that was lifted at once nobody is told', async () => {
  const credential = await anIssued()
  await suspend(credential.id)
  await reinstate(credential.id)
  await app.drain()
  const subjects = mailsTo(credential.recipient.email).map(({ subject }) => subject)
  assert.equal(subjects.filter((subject) => /정지되었습니다/.test(subject)).length, 0)
})

test('one with an end is lifted when it comes, and not before', async () => {
  const credential = await anIssued()
  const until = app.clock.after(3_600)
  assert.equal((await suspend(credential.id, { until })).status, 201)
  const page = await (await app.request(`/c/${credential.id}`)).text()
  assert.match(page, /정지 기한: 2026년/)
  await liftDueSuspensions(app.ports)
  assert.equal((await ours(credential.id)).verdict, 'suspended')
  app.clock.advance(3_601)
  await liftDueSuspensions(app.ports)
  await app.drain()
  assert.equal((await ours(credential.id)).verdict, 'valid')
  const trail = await jsonOf<{ data: { action: string; actor: string }[] }>(
    app.request('/v1/audit-entries?limit=20', { key: app.key }),
  )
  assert.ok(trail.data.some(({ action, actor }) => action === 'credential.reinstated' && actor === 'system'))
})

test('a revocation during a suspension is final', async () => {
  const credential = await anIssued()
  await suspend(credential.id)
  assert.equal((await act(credential.id, 'revocation', { json: { reason: '부정행위' } })).status, 201)
  const refused = await reinstate(credential.id)
  assert.deepEqual([refused.status, (await jsonOf<Problem>(refused)).code], [409, 'already-revoked'])
  await app.drain()
  assert.equal((await ours(credential.id)).verdict, 'revoked')
  assert.equal(await bitOf(credential), true)
})

const REFUSALS: readonly (readonly [string, (id: string) => Promise<Response>, number, string])[] = [
  ['a second suspension', (id) => suspend(id).then(() => suspend(id)), 409, 'already-suspended'],
  ['lifting what is not suspended', (id) => reinstate(id), 409, 'not-suspended'],
  ['a suspension that would be over', (id) => suspend(id, { until: '2026-11-01T00:00:00Z' }), 422, 'request-invalid'],
  ['a suspension without a reason', (id) => suspend(id, { reason: ' ' }), 422, 'request-invalid'],
  ['an unknown credential', () => suspend('0'.repeat(32)), 404, 'not-found'],
]

for (const [name, attempt, status, code] of REFUSALS)
  test(`${name} is refused`, async () => {
    const response = await attempt((await anIssued()).id)
    assert.deepEqual([response.status, (await jsonOf<Problem>(response)).code], [status, code])
  })

test('whoever is suspended holds the badge still: a second roster leaves them out', async () => {
  const credential = await anIssued()
  await suspend(credential.id)
  const { email, name } = credential.recipient
  const again = await app.award([{ name, email }])
  assert.equal(again.counts.alreadyAwarded, 1)
})
