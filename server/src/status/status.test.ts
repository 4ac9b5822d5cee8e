import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { bitAt, decodeBits } from '@kolleges/credentials'
import { sql } from 'kysely'
import { type Awarding, openAwarding, people } from '../../test/awarding.ts'
import { allotIndexes, setStatusBit, statusBits } from './index.ts'
import { PUBLISH_STATUS_LIST } from './job-names.ts'
import { STATUS_LIST_ALLOTTED_MAX, STATUS_LIST_ENTRIES } from './limits.ts'

let app: Awarding
before(async () => {
  app = await openAwarding()
})
after(() => app?.close())

type Signed = {
  issuer: string
  validFrom: string
  validUntil: string
  credentialSubject: { encodedList: string; statusPurpose: string; ttl: number }
}

const served = async (url: string): Promise<Signed> =>
  (await (await app.request(new URL(url).pathname)).json()) as Signed
const publications = () =>
  app.ports.db.operator((tx) =>
    tx.selectFrom('status_lists').select(['public_id', 'published_at', 'revision']).execute(),
  )
const ids = (count: number) => Array.from({ length: count }, () => app.ports.random.uuid())
const allot = (awardIds: string[]) =>
  app.ports.db.tenant(app.institutionId, (tx) => allotIndexes(tx, app.ports, app.institutionId, awardIds))

function setBits({ credentialSubject }: Signed): number[] {
  const decoded = decodeBits(credentialSubject.encodedList)
  assert.equal(decoded.outcome, 'decoded')
  const { bits } = decoded as { bits: Uint8Array }
  assert.equal(bits.length * 8, STATUS_LIST_ENTRIES)
  return Array.from({ length: STATUS_LIST_ENTRIES }, (_, index) => index).filter((index) => bitAt(bits, index))
}

test('the list is there before its job has run, signed by the issuer of the credentials', async () => {
  const { listPublicId } = (await allot(ids(1)))[0]!
  const response = await app.request(`/status/${listPublicId}`)
  assert.equal(response.status, 200)
  assert.match(response.headers.get('content-type') ?? '', /^application\/vc\+ld\+json/)
  assert.match(response.headers.get('cache-control') ?? '', /max-age=[0-5]\b/)
  const list = (await response.json()) as Signed
  assert.deepEqual([list.issuer, setBits(list)], [app.did, []])
  assert.ok(list.validUntil > list.validFrom)
  const again = await app.request(`/status/${listPublicId}`, {
    headers: { 'if-none-match': response.headers.get('etag') ?? '' },
  })
  assert.equal(again.status, 304)
  await app.drain()
})

test('a list that nobody made is not found', async () => {
  assert.equal((await app.request(`/status/${'0'.repeat(26)}`)).status, 404)
  assert.equal((await app.request('/status/x')).status, 404)
  assert.equal(await statusBits(app.ports, '0'.repeat(26)), null)
})

const publishings = async (): Promise<number> => {
  const done = sql<{ count: number }>`
    SELECT count(*)::int AS count FROM pgboss.job WHERE name = ${PUBLISH_STATUS_LIST} AND state = 'completed'`
  return (await app.ports.db.operator((tx) => done.execute(tx))).rows[0]!.count
}

test('many revocations are one new signature, and the list says all of them', async () => {
  const batch = await app.award(people(20))
  const credentials = await app.credentials(`&award_batch=${batch.id}`)
  const revoked = credentials.slice(0, 12)
  await Promise.all(
    revoked.map(async ({ id }) => {
      const response = await app.request(`/v1/credentials/${id}/revocation`, { key: app.key, json: { reason: 'x' } })
      assert.equal(response.status, 201)
    }),
  )
  const published = await publishings()
  await app.drain()
  assert.equal((await publishings()) - published, 1)
  const { url } = revoked[0]!.statusList
  const wanted = revoked.map(({ statusList }) => statusList.index).sort((a, b) => a - b)
  assert.deepEqual(setBits(await served(url)), wanted)
  const { bits } = (await statusBits(app.ports, url.split('/').at(-1)!))!
  assert.deepEqual(
    wanted.filter((index) => bitAt(bits, index)),
    wanted,
  )
})

test('setting a bit that is set does not sign anew', async () => {
  const [place] = await allot(ids(1))
  const set = (isSet: boolean) =>
    app.ports.db.tenant(app.institutionId, (tx) => setStatusBit(tx, app.ports, app.institutionId, place!, isSet))
  await set(true)
  assert.equal((await app.drain()).completed, 1)
  await set(true)
  assert.equal((await app.drain()).completed, 0)
  await set(false)
  assert.equal((await app.drain()).completed, 1)
})

test('allotments at once share no index, and follow no order', async () => {
  const rosters = Array.from({ length: 8 }, () => ids(400))
  const allotted = (await Promise.all(rosters.map(allot))).flat()
  assert.equal(new Set(allotted.map(({ listId, index }) => `${listId} ${index}`)).size, 3_200)
  const indexes = allotted.map(({ index }) => index)
  const ascents = indexes.filter((index, i) => i > 0 && index > indexes[i - 1]!).length
  assert.ok(ascents > 1_400 && ascents < 1_800, `${ascents} of 3199 steps go up`)
  // Pearson's test over 16 equal parts of the list: 37.7 is the 99.9th percentile for 15 degrees of freedom.
  const counts = Array.from({ length: 16 }, (_, part) => indexes.filter((index) => index >> 13 === part).length)
  const chiSquare = counts.reduce((sum, count) => sum + (count - 200) ** 2 / 200, 0)
  assert.ok(chiSquare < 37.7, `chi square ${chiSquare}`)
})

test('a list that is half full is followed by the next one', async () => {
  const before = (await publications()).length
  await app.ports.db.operator((tx) =>
    tx
      .updateTable('status_lists')
      .set({ allotted: STATUS_LIST_ALLOTTED_MAX - 3 })
      .execute(),
  )
  const allotted = await allot(ids(10))
  const perList = Map.groupBy(allotted, ({ listId }) => listId)
  assert.deepEqual([...perList.values()].map((part) => part.length).sort(), [3, 7])
  assert.equal((await publications()).length, before + 1)
  await app.drain()
  for (const { listPublicId } of allotted) assert.ok(await statusBits(app.ports, listPublicId))
})

test('an unchanged list is signed anew after a day', async () => {
  await app.drain()
  await app.queue.tick()
  await app.drain()
  const before = await publications()
  app.clock.advance(25 * 60 * 60)
  await app.queue.tick()
  await app.drain()
  const after = await publications()
  for (const { public_id, published_at } of before) {
    const renewed = after.find((list) => list.public_id === public_id)!
    assert.ok(renewed.published_at! > published_at!)
  }
})

test('when a key is replaced its lists are signed by the new one', async () => {
  const { publicKeyMultibase } = await app.ports.db.tenant(app.institutionId, (tx) =>
    app.ports.signers.create(tx, app.institutionId),
  )
  await app.queue.tick()
  await app.drain()
  for (const { public_id } of await publications()) {
    const text = await (await app.request(`/status/${public_id}`)).text()
    assert.ok(text.includes(`#${publicKeyMultibase}`))
  }
  await app.queue.tick()
  assert.equal((await app.drain()).failed.length, 0)
})
