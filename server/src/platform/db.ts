/** The database as transactions under a role: a tenant's, a holder's, nobody's or the operator's. */
import { type Driver, Kysely, PostgresDialect, PostgresDriver, sql, type Transaction } from 'kysely'
import pg from 'pg'
import { PlatformError } from './errors.ts'
import { CONNECT_TIMEOUT_MS, POOL_CONNECTIONS_MAX, STATEMENT_TIMEOUT_MS, TRANSACTION_ATTEMPTS_MAX } from './limits.ts'
import type { Db, Instant, Tx } from './ports.ts'
import type { Connection } from './postgres.ts'
import type { Database } from './schema.ts'

export type Target = Connection | { readonly connectionString: string }

export type OpenDb = Db & { readonly pool: pg.Pool; close(): Promise<void> }

export function openDb(target: Target, connectionsMax: number = POOL_CONNECTIONS_MAX): OpenDb {
  const pool = new pg.Pool({ ...poolOptions(target), max: connectionsMax })
  // An idle connection that breaks is replaced at the next use; without a listener it would end the process.
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  const kysely = new Kysely<Database>({ dialect: new ScopedDialect(pool) })
  const as = <T>(scope: Scope | undefined, work: (tx: Tx) => Promise<T>): Promise<T> =>
    retried(() =>
      kysely.transaction().execute(async (tx) => {
        await begin(tx, scope)
        return work(tx)
      }),
    )
  return {
    pool,
    kysely,
    tenant: (institutionId, work) => as({ institution: institutionId, holder: '' }, work),
    holder: (email, work) => as({ institution: '', holder: email }, work),
    lookup: (work) => as({ institution: '', holder: '' }, work),
    operator: (work) => as(undefined, work),
    answers: () =>
      sql`select 1`.execute(kysely).then(
        () => true,
        () => false,
      ),
    close: () => kysely.destroy(),
  }
}

export const poolOptions = (target: Target): pg.PoolConfig => ({
  ...target,
  application_name: 'kolleges',
  connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
  statement_timeout: STATEMENT_TIMEOUT_MS,
  idle_in_transaction_session_timeout: 2 * STATEMENT_TIMEOUT_MS,
  keepAlive: true,
  options: '-c TimeZone=UTC -c DateStyle=ISO',
  types: { getTypeParser: parserOf } as pg.CustomTypesConfig,
})

type Scope = { readonly institution: string; readonly holder: string }

/** A transaction begins with the text that also enters its scope, in one round trip; see `begin`. */
class ScopedDialect extends PostgresDialect {
  private readonly pool: pg.Pool

  constructor(pool: pg.Pool) {
    super({ pool })
    this.pool = pool
  }

  override createDriver(): Driver {
    return new ScopedDriver({ pool: this.pool })
  }
}

class ScopedDriver extends PostgresDriver {
  override async beginTransaction(): Promise<void> {}
}

/** `set_config(…, true)` is `SET LOCAL`. Several statements in one text cannot have parameters, so the values go as hexadecimal digits. */
const begin = (tx: Transaction<Database>, scope: Scope | undefined) =>
  sql
    .raw(
      scope
        ? `begin; select set_config('role', 'kolleges_app', true),
             set_config('kolleges.institution', ${literal(scope.institution)}, true),
             set_config('kolleges.holder', ${literal(scope.holder)}, true)`
        : 'begin',
    )
    .execute(tx)

const literal = (text: string): string => `convert_from('\\x${Buffer.from(text).toString('hex')}'::bytea, 'UTF8')`

/** A serialisation failure or a deadlock is nobody's fault: the same work is simply done again. */
async function retried<T>(transaction: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await transaction()
    } catch (error) {
      const code = codeOf(error)
      if (REPEATABLE.has(code) && attempt < TRANSACTION_ATTEMPTS_MAX) {
        await new Promise((resolve) => setTimeout(resolve, Math.random() * 10 * 2 ** attempt))
        continue
      }
      if (isConnectionLoss(error)) {
        throw new PlatformError('database-unavailable', 'The database does not answer.', { cause: error })
      }
      throw error
    }
  }
}

const REPEATABLE = new Set(['40001', '40P01'])
const LOST = new Set(['ECONNREFUSED', 'ECONNRESET', 'ENOENT', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN'])
const LOST_MESSAGES =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered|Query read timeout|Cannot use a pool)/

const codeOf = (error: unknown): string => String((error as { code?: unknown } | null)?.code ?? '')

/** True for errors that say nothing about the statement: the server is gone, starting, stopping or full. */
function isConnectionLoss(error: unknown): boolean {
  const code = codeOf(error)
  // Classes 08 (connection), 53 (too few resources) and 57P (operator intervention) of PostgreSQL's error codes.
  if (LOST.has(code) || /^(08|53|57P)/.test(code)) return true
  return error instanceof Error && LOST_MESSAGES.test(error.message)
}

const TIMESTAMPTZ = 1184
const INT8 = 20
const NUMERIC = 1700
const DATE = 1082

const PARSERS: Readonly<Record<number, (text: string) => unknown>> = {
  // `2026-11-23 14:39:38.123+00` under TimeZone=UTC, DateStyle=ISO.
  [TIMESTAMPTZ]: (text): Instant => `${text.slice(0, 10)}T${text.slice(11, 19)}Z` as Instant,
  [INT8]: Number,
  [NUMERIC]: Number,
  [DATE]: (text) => text,
}

const parserOf = (oid: number, format?: 'text' | 'binary') =>
  PARSERS[oid] ?? pg.types.getTypeParser(oid, format ?? 'text')
