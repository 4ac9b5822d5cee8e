/** Opens every port of one process, and closes them in the opposite order. */
import { openBlobs } from './blobs.ts'
import { systemClock } from './clock.ts'
import type { Config } from './config.ts'
import { openDb, type Target } from './db.ts'
import { openFetcher } from './fetcher.ts'
import { openLog } from './log.ts'
import { openMail } from './mail.ts'
import { migrate } from './migrate.ts'
import type { Ports } from './ports.ts'
import { ensureDatabase, openCluster } from './postgres.ts'
import { type OpenQueue, openQueue } from './queue.ts'
import { systemRandom } from './random.ts'
import { createRaster } from './raster.ts'
import { readSecret } from './secret.ts'
import { openSigners } from './signers.ts'
import { createTypeset } from './typeset.ts'

export type OpenPorts = { readonly ports: Ports; readonly queue: OpenQueue; close(): Promise<void> }

const DATABASE = 'kolleges'

/** The database is migrated when this resolves; the queue is not started yet, because no job is declared. */
export async function openPorts(settings: Config): Promise<OpenPorts> {
  const secret = readSecret(settings)
  const config: Config = Object.freeze({ ...settings, secret })
  const log = openLog()
  const { target, close: closeDatabase } = await openDatabase(config)
  const applied = await migrate(target)
  if (applied.length > 0) log.info('migrated', { count: applied.length, last: applied.at(-1) })
  const db = openDb(target)
  const queue = openQueue(target, db, log)
  const mail = openMail(config.smtpUrl, config.mailFrom)
  const clock = systemClock
  const random = systemRandom
  const signers = openSigners({ db, clock, random, secret })
  const blobs = openBlobs(config.blobs)
  const ports: Ports = {
    ...{ config, db, clock, random, signers, blobs, mail, queue, log },
    fetcher: openFetcher(),
    raster: createRaster(),
    typeset: createTypeset(),
  }
  return {
    ports,
    queue,
    close: async () => {
      mail.close()
      await db.close()
      await closeDatabase()
    },
  }
}

async function openDatabase(config: Config): Promise<{ target: Target; close(): Promise<void> }> {
  if (config.databaseUrl) return { target: { connectionString: config.databaseUrl }, close: async () => {} }
  const cluster = await openCluster({ dataFolder: config.dataFolder, fsync: config.fsync })
  const target = await ensureDatabase(cluster, DATABASE)
  return { target, close: () => cluster.close() }
}
