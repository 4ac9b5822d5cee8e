/** Brings the database to the newest form: numbered SQL files, forward only, each applied once. */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { poolOptions, type Target } from './db.ts'
import { PlatformError } from './errors.ts'

export const MIGRATIONS_FOLDER = join(import.meta.dirname, '../../migrations')

type Migration = { readonly name: string; readonly text: string; readonly checksum: string }

/** Answers the names that were applied now. All of them commit together, or none. */
export async function migrate(target: Target, folder: string = MIGRATIONS_FOLDER): Promise<string[]> {
  const migrations = readMigrations(folder)
  const client = new pg.Client({ ...poolOptions(target), statement_timeout: 0 } as pg.ClientConfig)
  await client.connect()
  try {
    await makeLedger(client)
    await client.query('BEGIN')
    // Held until commit, so that of two nodes starting together the second finds everything done.
    await client.query('LOCK TABLE applied_migrations IN EXCLUSIVE MODE')
    const applied = await client.query<{ name: string; checksum: string }>(
      'SELECT name, checksum FROM applied_migrations',
    )
    const pending = pendingOf(migrations, new Map(applied.rows.map((row) => [row.name, row.checksum])))
    for (const migration of pending) await apply(client, migration)
    await client.query('COMMIT')
    return pending.map(({ name }) => name)
  } finally {
    await client.end()
  }
}

/** A stable name for the whole of the migrations, by which a prepared database can be recognised. */
export const migrationsChecksum = (folder: string = MIGRATIONS_FOLDER): string =>
  sha256(
    readMigrations(folder)
      .map(({ name, checksum }) => `${name} ${checksum}`)
      .join('\n'),
  )

function readMigrations(folder: string): Migration[] {
  const names = readdirSync(folder).filter((name) => /^\d{4}-[a-z0-9-]+\.sql$/.test(name))
  return names.sort().map((name) => {
    const text = readFileSync(join(folder, name), 'utf8')
    return { name, text, checksum: sha256(text) }
  })
}

async function makeLedger(client: pg.Client): Promise<void> {
  try {
    await client.query(
      'CREATE TABLE IF NOT EXISTS applied_migrations (name text PRIMARY KEY, checksum text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now())',
    )
  } catch (error) {
    // IF NOT EXISTS does not hold against another session that creates the table in the same moment.
    if (!['23505', '42710', '42P07'].includes((error as { code?: string }).code ?? '')) throw error
  }
}

function pendingOf(migrations: readonly Migration[], applied: ReadonlyMap<string, string>): Migration[] {
  for (const name of applied.keys()) {
    if (migrations.some((migration) => migration.name === name)) continue
    throw new PlatformError(
      'migration-missing',
      `The database was migrated by a newer Kolleges: ${name} is not known here.`,
    )
  }
  for (const { name, checksum } of migrations) {
    if (applied.has(name) && applied.get(name) !== checksum) {
      throw new PlatformError('migration-changed', `${name} differs from the file that was applied to this database.`)
    }
  }
  return migrations.filter(({ name }) => !applied.has(name))
}

async function apply(client: pg.Client, { name, text, checksum }: Migration): Promise<void> {
  try {
    await client.query(text)
  } catch (cause) {
    throw new Error(`${name}: ${cause instanceof Error ? cause.message : cause}`, { cause })
  }
  await client.query('INSERT INTO applied_migrations (name, checksum) VALUES ($1, $2)', [name, checksum])
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')
