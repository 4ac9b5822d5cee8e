import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import pg from 'pg'
import { openTestDatabase, type TestDatabase } from '../../test/harness-database.ts'
import { PlatformError } from './errors.ts'
import { migrate } from './migrate.ts'

let database: TestDatabase
let folder: string
before(async () => {
  database = await openTestDatabase()
  folder = mkdtempSync(join(tmpdir(), 'kolleges-migrations-'))
  await query('DROP TABLE applied_migrations')
})
after(async () => {
  rmSync(folder, { recursive: true, force: true })
  await database.close()
})

async function query(text: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client(database.connection)
  await client.connect()
  try {
    return (await client.query(text)).rows
  } finally {
    await client.end()
  }
}
const write = (name: string, text: string): void => writeFileSync(join(folder, name), text)
const codeIs = (code: string) => (error: unknown) => error instanceof PlatformError && error.code === code

test('two nodes starting together apply each file once', async () => {
  write('0001-first.sql', 'CREATE TABLE first (n int); INSERT INTO first VALUES (1);')
  write('0002-second.sql', 'INSERT INTO first VALUES (2);')
  const applied = await Promise.all([1, 2, 3, 4].map(() => migrate(database.connection, folder)))
  assert.deepEqual(applied.flat().sort(), ['0001-first.sql', '0002-second.sql'])
  assert.deepEqual(await query('SELECT n FROM first ORDER BY n'), [{ n: 1 }, { n: 2 }])
})

test('a file that fails takes the others of that start back with it', async () => {
  write('0003-third.sql', 'INSERT INTO first VALUES (3);')
  write('0004-broken.sql', 'INSERT INTO nowhere VALUES (4);')
  await assert.rejects(migrate(database.connection, folder), /0004-broken\.sql/)
  assert.equal((await query('SELECT n FROM first')).length, 2)
  write('0004-broken.sql', 'INSERT INTO first VALUES (4);')
  assert.deepEqual(await migrate(database.connection, folder), ['0003-third.sql', '0004-broken.sql'])
})

test('a file that changed after it was applied stops the start', async () => {
  write('0002-second.sql', 'INSERT INTO first VALUES (22);')
  await assert.rejects(migrate(database.connection, folder), codeIs('migration-changed'))
})

test('a database of a newer release stops the start', async () => {
  write('0002-second.sql', 'INSERT INTO first VALUES (2);')
  rmSync(join(folder, '0004-broken.sql'))
  await assert.rejects(migrate(database.connection, folder), codeIs('migration-missing'))
})
