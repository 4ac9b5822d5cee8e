import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { openTestDatabase, type TestDatabase } from '../../test/harness-database.ts'
import { type OpenDb, openDb } from './db.ts'
import { PlatformError } from './errors.ts'
import type { Instant, Tx } from './ports.ts'

const HANBIT = '01920000-0000-7000-8000-00000000000a'
const NARAE = '01920000-0000-7000-8000-00000000000b'
const NOON = '2026-11-23T12:00:00Z' as Instant

let database: TestDatabase
let db: OpenDb
before(async () => {
  database = await openTestDatabase()
  db = openDb(database.connection, 8)
  for (const [id, slug] of [
    [HANBIT, 'hanbit'],
    [NARAE, 'narae'],
  ] as const)
    await db.tenant(id, (tx) => insert(tx, id, slug))
})
after(async () => {
  await db.close()
  await database.close()
})

const insert = (tx: Tx, id: string, slug: string) =>
  tx
    .insertInto('institutions')
    .values({
      ...{ id, slug, name_ko: slug, name_en: slug, kind: 'university', standing: 'confirmed' },
      ...{
        primary_color: '#000000',
        accent_color: '#000000',
        default_language: 'ko',
        created_at: NOON,
        updated_at: NOON,
      },
    })
    .execute()
const slugs = (tx: Tx) => tx.selectFrom('institutions').select('slug').orderBy('slug').execute()

test('a tenant sees its own rows and nothing of another, without any WHERE', async () => {
  assert.deepEqual(await db.tenant(HANBIT, slugs), [{ slug: 'hanbit' }])
  assert.deepEqual(await db.tenant(NARAE, slugs), [{ slug: 'narae' }])
})

test('a look-up and a holder see no tenant data, the operator sees all', async () => {
  assert.deepEqual(await db.lookup(slugs), [])
  assert.deepEqual(await db.holder('a@b.kr', slugs), [])
  assert.deepEqual(await db.operator(slugs), [{ slug: 'hanbit' }, { slug: 'narae' }])
})

test('whatever an address holds, it stays one text', async () => {
  for (const address of ["a'; select 1 --@b.kr", 'a\\\'"$1$$@b.kr', '한글@예시.kr', ''])
    assert.deepEqual(
      await db.holder(address, async (tx) => (await sql`select current_holder() as holder`.execute(tx)).rows),
      [{ holder: address === '' ? null : address }],
    )
})

test('a tenant cannot write into another', async () => {
  await assert.rejects(
    db.tenant(HANBIT, (tx) => insert(tx, NARAE.replace(/b$/, 'c'), 'other')),
    /row-level security/,
  )
})

test('a role and a tenant end with their transaction, also after a failure', async () => {
  await assert.rejects(db.tenant(HANBIT, (tx) => sql`select 1/0`.execute(tx)))
  const seen = await db.operator(
    async (tx) =>
      (
        await sql<{
          role: string
          tenant: string
        }>`select current_user as role, current_setting('kolleges.institution', true) as tenant`.execute(tx)
      ).rows[0],
  )
  assert.equal(seen?.role, database.connection.user)
  assert.equal(seen?.tenant || '', '')
})

test('times arrive as instants, large integers as numbers', async () => {
  const read = await db.tenant(HANBIT, async (tx) => {
    const { rows } = await sql<{ at: unknown; big: unknown; amount: unknown; day: unknown; json: unknown }>`
      select timestamptz '2026-11-23 21:00:00.789+09' as at, 9007199254740991::bigint as big,
             1.5::numeric as amount, date '2026-02-28' as day, '{"a":[1]}'::jsonb as json`.execute(tx)
    return rows[0]
  })
  assert.deepEqual(read, { at: NOON, big: 9007199254740991, amount: 1.5, day: '2026-02-28', json: { a: [1] } })
})

test('a serialisation failure and a deadlock are tried again, another error is not', async () => {
  for (const [code, runs] of [
    ['40001', 3],
    ['40P01', 3],
    ['23505', 1],
  ] as const) {
    let ran = 0
    const work = db.tenant(HANBIT, async (tx) => {
      ran++
      if (ran < 3)
        await sql`do ${sql.lit(`begin raise exception using errcode = '${code}', message = 'made'; end`)}`.execute(tx)
      return ran
    })
    if (runs === 1) await assert.rejects(work)
    else assert.equal(await work, 3)
    assert.equal(ran, runs)
  }
})

test('after every connection was cut the next transaction works', async () => {
  await db.operator((tx) =>
    sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`.execute(
      tx,
    ),
  )
  await new Promise((resolve) => setTimeout(resolve, 100))
  assert.deepEqual(await db.tenant(HANBIT, slugs), [{ slug: 'hanbit' }])
})

test('a database that is away is told as unavailable', async () => {
  const away = openDb({ ...database.connection, host: '/nonexistent' })
  await assert.rejects(
    away.lookup(slugs),
    (error) => error instanceof PlatformError && error.code === 'database-unavailable',
  )
  assert.equal(await away.answers(), false)
  await away.close()
})
