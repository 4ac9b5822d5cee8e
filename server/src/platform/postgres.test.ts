import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { ensureDatabase, openCluster } from './postgres.ts'
import { socketFolder, socketPath } from './socket-folder.ts'

let folder: string
before(() => {
  folder = mkdtempSync(join(tmpdir(), 'kolleges-pg-'))
  chmodSync(folder, 0o711)
})
after(() => rmSync(folder, { recursive: true, force: true }))

const pidOf = (data: string): number => Number(readFileSync(join(data, 'pg/postmaster.pid'), 'utf8').split('\n')[0])

test('a cluster starts on an empty folder, is adopted by a second opener, and stops with the last', async () => {
  const dataFolder = join(folder, 'a')
  const first = await openCluster({ dataFolder, fsync: false })
  assert.equal(first.how, 'started')
  const pid = pidOf(dataFolder)
  const program = `import { openCluster } from ${JSON.stringify(join(import.meta.dirname, 'postgres.ts'))}
    const cluster = await openCluster({ dataFolder: ${JSON.stringify(dataFolder)}, fsync: false })
    process.stdout.write(cluster.how)
    await cluster.close()`
  const second = spawn(process.execPath, ['--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let said = ''
  second.stdout.on('data', (chunk) => {
    said += chunk
  })
  await new Promise((resolve) => second.once('close', resolve))
  assert.equal(said, 'adopted')
  assert.equal(pidOf(dataFolder), pid, 'the second left it running')
  await first.close()
  assert.equal(existsSync(join(dataFolder, 'pg/postmaster.pid')), false)
})

test('a killed cluster comes back by itself with everything that was committed', async () => {
  const dataFolder = join(folder, 'b')
  const cluster = await openCluster({ dataFolder })
  const connection = await ensureDatabase(cluster, 'kolleges')
  await query(connection, 'CREATE TABLE kept AS SELECT 42 AS answer')
  process.kill(pidOf(dataFolder), 'SIGKILL')
  let answer: unknown
  for (let waited = 0; waited < 100 && answer === undefined; waited++) {
    await sleep(100)
    answer = await query(connection, 'SELECT answer FROM kept').catch(() => undefined)
  }
  assert.equal(answer, 42)
  await cluster.close()
})

test('a path too long for a socket moves the socket to a short folder of its own', () => {
  const long = join('/srv', 'x'.repeat(120))
  assert.ok(Buffer.byteLength(socketPath(socketFolder(long, '/tmp'))) <= 107)
  assert.notEqual(socketFolder(long, '/tmp'), socketFolder(`${long}y`, '/tmp'))
  assert.equal(socketFolder('/srv/data', '/tmp'), '/srv/data/pg-socket')
})

async function query(connection: pg.ClientConfig, sql: string): Promise<unknown> {
  const client = new pg.Client(connection)
  client.on('error', () => {})
  await client.connect()
  try {
    return (await client.query<{ answer: number }>(sql)).rows[0]?.answer
  } finally {
    await client.end()
  }
}
