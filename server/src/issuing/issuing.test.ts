import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { AwardBatch, Problem } from '@kolleges/api'
import {
  credentialText,
  extract,
  parseCredential,
  parseJsonStrict,
  prepare,
  sign,
  verificationMethodId,
} from '@kolleges/credentials'
import { type RawBuilder, sql } from 'kysely'
import { type Awarding, openAwarding, people, publishAchievement, tamper } from '../../test/awarding.ts'
import { profileOf } from '../issuers/index.ts'
import { nodePrimitives } from '../platform/primitives.ts'
import { composeAward } from './compose.ts'
import { bakedImage, claimToken, findAwardByNumber, findAwardByPublicId, loadAwardView } from './index.ts'
import { giveUp, issueAwards } from './issue.ts'
import { unpackText } from './packed-text.ts'

let app: Awarding
before(async () => {
  app = await openAwarding({ achievement: { resultScale: { name: '성적', values: ['P', 'P+'] } } })
})
after(() => app?.close())

const post = (path: string, json: unknown, headers: Record<string, string> = {}) =>
  app.request(path, { key: app.key, json, headers })

test('a roster becomes one credential for each recipient', async () => {
  const batch = await app.award([
    { name: '김하늘', email: 'Haneul@Learner.example', nameEn: 'Kim Haneul', result: 'P+' },
    { name: '이서준', email: 'seojun@learner.example' },
  ])
  assert.equal(batch.state, 'done')
  assert.deepEqual(batch.counts, {
    total: 2,
    issued: 2,
    delivered: 2,
    failed: 0,
    alreadyAwarded: 0,
    messagesFailed: 0,
  })
  const [one, two] = await app.credentials(`&award_batch=${batch.id}`)
  assert.ok(one && two)
  const haneul = one.recipient.name === '김하늘' ? one : two
  assert.equal(haneul.recipient.email, 'haneul@learner.example')
  assert.equal(haneul.result, 'P+')
  assert.equal(haneul.state, 'issued')
  assert.equal(haneul.delivery.state, 'delivered')
  assert.match(haneul.number, /^KL-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/)
  const award = await findAwardByPublicId(app.ports, haneul.id.toUpperCase())
  const value = parseJsonStrict(award!.credential!)
  assert.equal(value.outcome, 'parsed')
  const parsed = parseCredential(value.outcome === 'parsed' ? value.value : null)
  assert.equal(parsed.outcome, 'parsed')
  if (parsed.outcome !== 'parsed') return
  const { subject, id, status, isTest } = parsed.credential
  assert.equal(id, haneul.url)
  assert.equal(subject.results[0]?.value, 'P+')
  assert.equal(status[0]?.index, haneul.statusList.index)
  assert.equal(isTest, false)
  assert.doesNotMatch(award!.credential!, /haneul@/i)
  assert.equal((await findAwardByNumber(app.ports, haneul.number.toLowerCase()))?.id, award!.id)
})

test('who holds the achievement is left out and counted, or awarded again when asked', async () => {
  await app.award(people(2))
  const skipped = await app.award(people(3))
  assert.equal(skipped.counts.issued, 1)
  assert.equal(skipped.counts.alreadyAwarded, 2)
  const again = await app.award(people(3), { alreadyAwarded: 'issue' })
  assert.equal(again.counts.issued, 3)
  const nobody = await app.award(people(3))
  assert.deepEqual([nobody.state, nobody.counts.total], ['done', 0])
})

test('signing twice makes the same bytes and tells nobody twice', async () => {
  const batch = await app.award(people(1, 100))
  const { id } = (await app.credentials(`&award_batch=${batch.id}`))[0]!
  const award = (await findAwardByPublicId(app.ports, id))!
  const { institutionId } = app
  await app.ports.db.operator(async (tx) => {
    await tx.deleteFrom('signed_credentials').where('award_id', '=', award.id).execute()
    await tx.updateTable('awards').set({ state: 'pending' }).where('id', '=', award.id).execute()
  })
  const events = () =>
    app.ports.db.operator((tx) =>
      tx.selectFrom('events').select('id').where('type', '=', 'credential.issued').execute(),
    )
  const before = (await events()).length
  await issueAwards(app.ports, { institutionId, batchId: batch.id, awardIds: [award.id] })
  await issueAwards(app.ports, { institutionId, batchId: batch.id, awardIds: [award.id] })
  assert.equal((await findAwardByPublicId(app.ports, id))!.credential, award.credential)
  assert.equal((await events()).length, before + 1)
})

test('a roster is signed to the very texts that the reference makes of its awards', async () => {
  const roster = people(12, 120).map((person, at) => ({
    ...person,
    ...(at % 3 === 0 && { result: 'P', narrative: `과제 ${at}` }),
  }))
  const batch = await app.award(roster)
  const { institutionId, ports } = app
  const { publicKeyMultibase, sign: signBytes } = await ports.signers.forInstitution(institutionId)
  const signer = { verificationMethod: verificationMethodId(app.did, publicKeyMultibase), sign: signBytes }
  const listed = await app.credentials(`&award_batch=${batch.id}`)
  assert.equal(listed.length, 12)
  for (const { id } of listed) {
    const { award, achievement, institution } = (await loadAwardView(ports, id))!
    const { origin } = ports.config
    const issuer = profileOf(institution, origin)
    const unsigned = await composeAward({ award, achievement, issuer, origin, primitives: nodePrimitives })
    const options = { ...signer, created: award.createdAt, primitives: nodePrimitives }
    assert.equal(award.credential, credentialText(await sign(await prepare(unsigned, options), signer)))
  }
})

test('a credential is kept in few bytes, against a sample with nobody in it', async () => {
  const batch = await app.award([{ name: '제갈공명', email: 'gongmyeong@learner.example', narrative: '팀을 이끌었다' }])
  const { id } = (await app.credentials(`&award_batch=${batch.id}`))[0]!
  const { credential } = (await findAwardByPublicId(app.ports, id))!
  const query = async <Row>(text: RawBuilder<Row>) => (await app.ports.db.operator((tx) => text.execute(tx))).rows[0]!
  const stored = () =>
    query(sql<{ text: string | null; packed: Uint8Array }>`
      SELECT text, packed FROM signed_credentials JOIN awards ON awards.id = award_id WHERE public_id = ${id}`)
  const { text, packed } = await stored()
  assert.equal(text, null)
  assert.ok(packed.length <= 360, `${packed.length} B`)
  const sample = await query(sql<{ text: string }>`
    SELECT text FROM credential_samples WHERE achievement_id = ${app.achievement}`)
  assert.equal(unpackText(packed, sample.text), credential)
  for (const word of ['제갈공명', '팀을', id, 'learner']) assert.ok(!sample.text.includes(word), word)
  for (const change of [sql`UPDATE credential_samples SET text = ''`, sql`DELETE FROM credential_samples`])
    await assert.rejects(
      app.ports.db.operator((tx) => change.execute(tx)),
      /stays as it is/,
    )
})

test('a text that was kept as it is reads as before', async () => {
  const { id } = (await app.credentials('&state=issued'))[0]!
  const read = async () => {
    const page = await app.request(`/c/${id}.json`)
    return [page.headers.get('etag'), await page.text()]
  }
  const before = await read()
  await tamper(app, id, before[1]!)
  assert.deepEqual(await read(), before)
})

test('the baked picture carries the very text that was signed, and bakes the same every time', async () => {
  const { id } = (await app.credentials())[0]!
  const { credential } = (await findAwardByPublicId(app.ports, id))!
  for (const kind of ['png', 'svg'] as const) {
    const image = (await bakedImage(app.ports, id, kind))!
    const extracted = extract(image.bytes)
    assert.equal(extracted.outcome === 'extracted' && extracted.text, credential)
    assert.deepEqual(await bakedImage(app.ports, id, kind), image)
  }
  assert.equal(await bakedImage(app.ports, '0'.repeat(26), 'png'), null)
})

test('a refused roster names every fault and writes nothing', async () => {
  const before = (await app.credentials()).length
  const response = await post('/v1/award-batches', {
    achievement: app.achievement,
    recipients: [
      { name: '박지우', email: 'jiwoo@learner.example' },
      { name: '박지우', email: 'JIWOO@learner.example' },
      { name: '정도윤', email: 'doyun@learner.example', result: 'F' },
      { name: '최민서', email: 'minseo@learner.example', evidence: [{ name: '과제', narrative: '990101-2345678' }] },
      { name: '\u202e늘하김', email: 'turned@learner.example' },
    ],
  })
  const problem = (await response.json()) as Problem
  assert.deepEqual([response.status, problem.code], [422, 'recipients-invalid'])
  assert.deepEqual(
    problem.errors?.map(({ pointer, code }) => [pointer, code]),
    [
      ['#/recipients/1/email', 'recipient-repeated'],
      ['#/recipients/2/result', 'result-unknown'],
      ['#/recipients/3/evidence/0/narrative', 'resident-number'],
      ['#/recipients/4/name', 'name-unreadable'],
    ],
  )
  assert.equal((await app.credentials()).length, before)
})

test('an achievement that cannot be awarded says why', async () => {
  const recipients = people(1, 900)
  const draft = await publishAchievement(app, app.key, { publish: false })
  const retired = await publishAchievement(app, app.key)
  await post(`/v1/achievements/${retired}/retirement`, {})
  const cases = [
    ['0197fb2c-0000-7000-8000-000000000000', 422, 'achievement-unknown'],
    [draft, 409, 'achievement-not-published'],
    [retired, 409, 'achievement-retired'],
  ] as const
  for (const [achievement, status, code] of cases) {
    const response = await post('/v1/award-batches', { achievement, recipients })
    assert.deepEqual([response.status, ((await response.json()) as Problem).code], [status, code])
  }
})

test('a validity that ends before it begins is refused at its place', async () => {
  const response = await post('/v1/award-batches', {
    achievement: app.achievement,
    recipients: people(1, 901),
    validFrom: '2027-01-01T00:00:00+09:00',
    validUntil: '2026-12-31T00:00:00Z',
  })
  const problem = (await response.json()) as Problem
  assert.deepEqual([response.status, problem.errors?.[0]?.pointer], [422, '#/validUntil'])
})

test('the same Idempotency-Key awards once; with another body it is refused', async () => {
  const headers = { 'idempotency-key': 'once' }
  const body = { achievement: app.achievement, recipients: people(2, 200) }
  const answers = await Promise.all([1, 2, 3].map(() => post('/v1/award-batches', body, headers)))
  const ids = await Promise.all(answers.map(async (answer) => ((await answer.json()) as { id: string }).id))
  assert.equal(new Set(ids).size, 1)
  await app.drain()
  assert.equal((await app.credentials(`&award_batch=${ids[0]}`)).length, 2)
  const other = await post('/v1/award-batches', { ...body, recipients: people(3, 200) }, headers)
  assert.equal(((await other.json()) as Problem).code, 'idempotency-key-reused')
})

test('credentials are read page by page, newest first, each once', async () => {
  const batch = await app.award(people(7, 300))
  const seen: string[] = []
  for (let after = ''; ; ) {
    const response = await app.request(`/v1/credentials?award_batch=${batch.id}&limit=3${after}`, { key: app.key })
    const page = (await response.json()) as { data: { id: string }[]; has_more: boolean }
    seen.push(...page.data.map(({ id }) => id))
    if (!page.has_more) break
    after = `&starting_after=${page.data.at(-1)!.id}`
  }
  assert.equal(new Set(seen).size, 7)
  assert.equal(seen.length, 7)
})

test('credentials are found by name, address or number', async () => {
  const batch = await app.award([{ name: '남궁_솔'.normalize('NFD'), email: 'sol@learner.example' }, ...people(2, 400)])
  const [all] = [await app.credentials(`&award_batch=${batch.id}`)]
  const sol = all.find(({ recipient }) => recipient.name === '남궁_솔')!
  for (const words of ['궁_솔', 'SOL@', sol.number, sol.number.toLowerCase().replaceAll('-', '')]) {
    const found = await app.credentials(`&award_batch=${batch.id}&q=${encodeURIComponent(words)}`)
    assert.deepEqual(
      found.map(({ id }) => id),
      [sol.id],
      words,
    )
  }
})

test('a revocation needs a reason, happens once, and is told', async () => {
  const batch = await app.award(people(1, 500))
  const { id } = (await app.credentials(`&award_batch=${batch.id}`))[0]!
  assert.equal((await post(`/v1/credentials/${id}/revocation`, {})).status, 422)
  const revoked = await post(`/v1/credentials/${id}/revocation`, { reason: '과제 표절' })
  assert.equal(revoked.status, 201)
  const body = (await revoked.json()) as { state: string; revocation: { reason: string } }
  assert.deepEqual([body.state, body.revocation.reason], ['revoked', '과제 표절'])
  const again = await post(`/v1/credentials/${id}/revocation`, { reason: '과제 표절' })
  assert.deepEqual([again.status, ((await again.json()) as Problem).code], [409, 'already-revoked'])
  const audited = await app.ports.db.operator((tx) =>
    tx.selectFrom('audit_entries').select('action').where('subject_id', '=', id).execute(),
  )
  assert.deepEqual(audited, [{ action: 'credential.revoked' }])
  assert.equal((await post(`/v1/credentials/${'0'.repeat(26)}/revocation`, { reason: 'x' })).status, 404)
})

test('what is not signed yet cannot be revoked', async () => {
  const batch = await app.award(people(1, 600), { drain: false })
  assert.equal(batch.state, 'queued')
  const { id } = (await app.credentials(`&award_batch=${batch.id}`))[0]!
  const response = await post(`/v1/credentials/${id}/revocation`, { reason: 'x' })
  assert.deepEqual([response.status, ((await response.json()) as Problem).code], [409, 'not-yet-issued'])
  assert.equal(await bakedImage(app.ports, id, 'png'), null)
  await app.drain()
})

test('a revoked credential may be awarded anew', async () => {
  const batch = await app.award(people(1, 500))
  assert.equal(batch.counts.issued, 1)
})

test('an award that cannot be signed fails alone, and is signed when it is tried again', async () => {
  const batch = await app.award(people(3, 800), { drain: false })
  const [bad] = await app.credentials(`&award_batch=${batch.id}`)
  const setEvidence = (url: string) =>
    app.ports.db.operator((tx) =>
      tx
        .updateTable('awards')
        .set({ details: JSON.stringify({ evidence: [{ name: '과제', url }] }) })
        .where('public_id', '=', bad!.id)
        .execute(),
    )
  const state = async () => {
    const read = await app.request(`/v1/award-batches/${batch.id}`, { key: app.key })
    const { state, counts } = (await read.json()) as AwardBatch
    return [state, counts.issued, counts.failed]
  }
  await setEvidence('not an address')
  await app.drain()
  assert.deepEqual(await state(), ['failed', 2, 1])
  const failed = (await app.credentials(`&award_batch=${batch.id}&state=failed`))[0]!
  assert.deepEqual([failed.id, failed.failure], [bad!.id, 'credential-malformed'])
  await setEvidence('https://works.example/1')
  assert.equal((await post(`/v1/award-batches/${batch.id}/retry`, {})).status, 202)
  await app.drain()
  assert.deepEqual(await state(), ['done', 3, 0])
  assert.equal((await post(`/v1/award-batches/${batch.id}/retry`, {})).status, 409)
})

test('awards whose signer stayed away say so, and keep their number and place', async () => {
  const batch = await app.award(people(1, 850), { drain: false })
  const before = (await app.credentials(`&award_batch=${batch.id}`))[0]!
  const award = (await findAwardByPublicId(app.ports, before.id))!
  await giveUp(app.ports, { institutionId: app.institutionId, batchId: batch.id, awardIds: [award.id] })
  const failed = (await app.credentials(`&award_batch=${batch.id}`))[0]!
  assert.deepEqual([failed.state, failed.failure], ['failed', 'signing-unavailable'])
  await post(`/v1/award-batches/${batch.id}/retry`, {})
  await app.drain()
  const issued = (await app.credentials(`&award_batch=${batch.id}`))[0]!
  assert.deepEqual([issued.state, issued.number, issued.statusList], ['issued', before.number, before.statusList])
})

test('batches are read page by page, newest first; a page after no batch is refused', async () => {
  const read = async (query: string) => app.request(`/v1/award-batches?${query}`, { key: app.key })
  const page = (await (await read('limit=2')).json()) as { data: AwardBatch[]; has_more: boolean }
  assert.deepEqual([page.data.length, page.has_more], [2, true])
  const next = (await (await read(`limit=2&starting_after=${page.data[1]!.id}`)).json()) as { data: AwardBatch[] }
  assert.ok(next.data[0]!.id < page.data[1]!.id)
  assert.equal((await read('starting_after=nonsense')).status, 422)
})

test('a claim link depends on the secret of the server and on nothing else that changes', () => {
  const of = (secret: string) => claimToken({ config: { ...app.ports.config, secret } }, 'an award')
  assert.match(of('one secret'), /^[\w-]{43}$/)
  assert.notEqual(of('one secret'), of('another secret'))
  assert.equal(of('one secret'), of('one secret'))
})

test('an award whose job was lost is found and signed', async () => {
  const batch = await app.award(people(2, 860), { drain: false })
  await app.ports.db.operator((tx) => sql`DELETE FROM pgboss.job WHERE name = 'issue-awards'`.execute(tx))
  await app.drain()
  const pending = () => app.credentials(`&award_batch=${batch.id}&state=pending`)
  assert.equal((await pending()).length, 2)
  app.clock.advance(3_700)
  await app.queue.tick()
  await app.drain()
  assert.equal((await pending()).length, 0)
})
