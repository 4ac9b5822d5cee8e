/** Gives each test a database of its own, cloned from one that was migrated once. */
import { randomUUID } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { openDb } from '../src/platform/db.ts'
import { silentLog } from '../src/platform/log.ts'
import { migrate, migrationsChecksum } from '../src/platform/migrate.ts'
import { type Cluster, type Connection, openCluster } from '../src/platform/postgres.ts'
import { openQueue } from '../src/platform/queue.ts'

export type TestDatabase = { readonly connection: Connection; close(): Promise<void> }

/** The test run hands its cluster to all files; a file run by itself starts one or joins a running one. */
const CLUSTER_FOLDER = process.env.KOLLEGES_TEST_CLUSTER ?? join(tmpdir(), `kolleges-test-${process.getuid?.() ?? 0}`)

export const openTestCluster = (): Promise<Cluster> => openCluster({ dataFolder: CLUSTER_FOLDER, fsync: false })

/** A file may open several databases; the last one to close lets the cluster go. */
let users = 0
let shared: Promise<Cluster> | undefined

async function borrowCluster(): Promise<Cluster> {
  users++
  shared ??= openTestCluster()
  const cluster = await shared
  const close = async () => {
    if (--users > 0) return
    shared = undefined
    await cluster.close()
  }
  return { ...cluster, close }
}

export async function openTestDatabase(): Promise<TestDatabase> {
  const cluster = await borrowCluster()
  const template = await prepareTemplate(cluster)
  const name = `test_${randomUUID().replaceAll('-', '')}`
  await administer(cluster, (client) => client.query(`CREATE DATABASE ${name} TEMPLATE ${template}`))
  return {
    connection: cluster.connectionTo(name),
    close: async () => {
      await administer(cluster, (client) => client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`))
      await cluster.close()
    },
  }
}

/** Made under another name and renamed when whole; the lock lets one process make it while the others wait. */
export async function prepareTemplate(cluster: Cluster): Promise<string> {
  const template = `template_${migrationsChecksum().slice(0, 16)}`
  await administer(cluster, async (client) => {
    await client.query('SELECT pg_advisory_lock(1)')
    const found = await client.query('SELECT FROM pg_database WHERE datname = $1', [template])
    if (found.rowCount !== 0) return
    const half = `half_${randomUUID().replaceAll('-', '')}`
    await client.query(`CREATE DATABASE ${half}`)
    await fill(cluster.connectionTo(half))
    await client.query(`ALTER DATABASE ${half} RENAME TO ${template}`)
  })
  return template
}

async function fill(connection: Connection): Promise<void> {
  await migrate(connection)
  const db = openDb(connection)
  const queue = openQueue(connection, db, silentLog, { supervise: false })
  await queue.start({ take: false })
  await queue.stop()
  await db.close()
}

async function administer(cluster: Cluster, work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client(cluster.connectionTo('postgres'))
  await client.connect()
  try {
    await work(client)
  } finally {
    await client.end()
  }
}
