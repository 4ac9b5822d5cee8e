import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { z } from 'zod'
import { openTestDatabase, type TestDatabase } from '../../test/harness-database.ts'
import { type OpenDb, openDb } from './db.ts'
import { silentLog } from './log.ts'
import { type OpenQueue, openQueue } from './queue.ts'

const TENANT = '01920000-0000-7000-8000-00000000000a'
const Numbered = z.object({ n: z.number() })

let database: TestDatabase
let db: OpenDb
let queue: OpenQueue
const ran: number[] = []
before(async () => {
  database = await openTestDatabase()
  db = openDb(database.connection, 8)
  queue = openQueue(database.connection, db, silentLog, { supervise: false })
  queue.work({ name: 'count', payload: Numbered }, async ({ n }) => void ran.push(n))
  queue.work({ name: 'fail', payload: Numbered, attemptsMax: 2 }, async () => {
    throw new Error('always')
  })
  await queue.start({ take: false })
})
after(async () => {
  await queue.stop()
  await db.close()
  await database.close()
})
const add = (n: number, options = {}) => db.tenant(TENANT, (tx) => queue.enqueue(tx, 'count', { n }, options))

test('a job commits with its transaction', async () => {
  ran.length = 0
  await add(1)
  await assert.rejects(
    db.tenant(TENANT, async (tx) => {
      await queue.enqueue(tx, 'count', { n: 2 })
      throw new Error('rolled back')
    }),
  )
  assert.deepEqual(await queue.drain(), { completed: 1, failed: [] })
  assert.deepEqual(ran, [1])
})

test('while a job of a key waits another is not added, afterwards it is', async () => {
  ran.length = 0
  for (const n of [1, 2, 3]) await add(n, { key: 'list' })
  await add(4, { key: 'other' })
  await queue.drain()
  assert.deepEqual(ran.toSorted(), [1, 4])
  await add(5, { key: 'list' })
  await queue.drain()
  assert.equal(ran.at(-1), 5)
})

test('a job for later is not due now', async () => {
  ran.length = 0
  await add(1, { startAfterSeconds: 60 })
  await queue.drain()
  assert.deepEqual(ran, [])
})

test('a job nobody declared is refused', async () => {
  await assert.rejects(
    db.tenant(TENANT, (tx) => queue.enqueue(tx, 'nothing', {})),
    /no job nothing/,
  )
})

test('a job that fails waits before it is tried again', async () => {
  await db.tenant(TENANT, (tx) => queue.enqueue(tx, 'fail', { n: 1 }))
  const { failed } = await queue.drain()
  assert.equal(failed.length, 1)
  assert.equal((await queue.drain()).failed.length, 0)
})

test('a job that failed at its last attempt lies with the dead letters', async () => {
  await db.operator((tx) => sql`update pgboss.job set start_after = now() where name = 'fail'`.execute(tx))
  assert.equal((await queue.drain()).failed.length, 1)
  const dead = await db.operator((tx) =>
    sql<{ data: unknown }>`select data from pgboss.job where name = ${queue.deadLetters}`.execute(tx),
  )
  assert.deepEqual(dead.rows, [{ data: { n: 1 } }])
})

test('a taken job runs at once and side by side with others', async () => {
  const live = openQueue(database.connection, db, silentLog)
  const seen: { n: number; at: number }[] = []
  let most = 0
  let running = 0
  live.work({ name: 'live', payload: Numbered, parallel: 3 }, async ({ n }) => {
    most = Math.max(most, ++running)
    await sleep(20)
    running--
    seen.push({ n, at: performance.now() })
  })
  await live.start({ take: true })
  const sent = performance.now()
  await db.tenant(TENANT, async (tx) => {
    for (let n = 0; n < 30; n++) await live.enqueue(tx, 'live', { n })
  })
  while (seen.length < 30 && performance.now() - sent < 8_000) await sleep(10)
  await live.stop()
  assert.equal(new Set(seen.map(({ n }) => n)).size, 30)
  assert.equal(most, 3)
  assert.ok(seen[0]!.at - sent < 1_500, `the first began after ${seen[0]!.at - sent} ms`)
})
