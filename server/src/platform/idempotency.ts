/** Makes a repeated call with the same Idempotency-Key have one effect: the effect and its answer commit together. */
import { createHash } from 'node:crypto'
import { IDEMPOTENCY_KEY_CHARACTERS_MAX } from '@kolleges/api'
import { sql } from 'kysely'
import { type Answer, answer, type Problem, problem, type Reply } from './handler.ts'
import { IDEMPOTENCY_HOURS, IDEMPOTENT_CALLS_MAX } from './limits.ts'
import type { Db, Ports, Tx } from './ports.ts'

export type IdempotentCall = {
  readonly institutionId: string
  /** Method and path. */
  readonly route: string
  readonly key: string
  readonly body: Uint8Array
}

export type Once = (ports: Ports, call: IdempotentCall, run: (joined: Ports) => Promise<Reply>) => Promise<Reply>

export const REPLAYED = { 'idempotent-replayed': 'true' }

export const isIdempotencyKey = (key: string): boolean =>
  key.length <= IDEMPOTENCY_KEY_CHARACTERS_MAX && /^[\x21-\x7e]+$/.test(key)

/** A refusal is not remembered: nothing has happened, and the caller may try again. */
class Unremembered extends Error {
  readonly reply: Reply
  constructor(reply: Reply) {
    super('rolled back')
    this.reply = reply
  }
}

export function onceOnly(): Once {
  const waiting = new Map<string, Promise<unknown>>()
  const lanes = new Lanes(IDEMPOTENT_CALLS_MAX)
  return async (ports, call, run) => {
    // Equal calls queue up here and not in the database, where each would hold a connection while it waits.
    const name = `${call.institutionId} ${call.route} ${call.key}`
    const before = waiting.get(name) ?? Promise.resolve()
    const mine = before.catch(() => {}).then(() => lanes.run(() => perform(ports, call, run)))
    waiting.set(name, mine)
    try {
      return await mine
    } finally {
      if (waiting.get(name) === mine) waiting.delete(name)
    }
  }
}

async function perform(ports: Ports, call: IdempotentCall, run: (joined: Ports) => Promise<Reply>): Promise<Reply> {
  const hash = createHash('sha256').update(call.body).digest()
  try {
    return await ports.db.tenant(call.institutionId, async (tx) => {
      const earlier = await claim(tx, ports, call, hash)
      if (earlier) return earlier
      const reply = await run({ ...ports, db: joined(ports.db, call.institutionId, tx) })
      if (reply instanceof Response || reply.kind === 'problem') throw new Unremembered(reply)
      await remember(tx, call, reply)
      return reply
    })
  } catch (error) {
    if (error instanceof Unremembered) return error.reply
    throw error
  }
}

/** Answers what was answered before, or takes the key; another node's call with the same key waits on the insert. */
async function claim(tx: Tx, ports: Ports, call: IdempotentCall, hash: Buffer): Promise<Answer | Problem | undefined> {
  const at = ports.clock.now()
  const where = { institution_id: call.institutionId, route: call.route, key: call.key }
  await tx
    .deleteFrom('idempotency_keys')
    .where((eb) => eb.and(where))
    .where('created_at', '<', ports.clock.after(-IDEMPOTENCY_HOURS * 3600, at))
    .execute()
  const taken = await tx
    .insertInto('idempotency_keys')
    .values({ ...where, request_hash: hash, status: null, response: null, created_at: at })
    .onConflict((conflict) => conflict.columns(['institution_id', 'route', 'key']).doNothing())
    .executeTakeFirst()
  if (taken.numInsertedOrUpdatedRows === 1n) return undefined
  const row = await tx
    .selectFrom('idempotency_keys')
    .select(['request_hash', 'status', 'response'])
    .where((eb) => eb.and(where))
    .executeTakeFirstOrThrow()
  if (!hash.equals(row.request_hash)) return problem('idempotency-key-reused')
  return answer(row.status ?? 200, JSON.parse(row.response ?? 'null'), REPLAYED)
}

async function remember(tx: Tx, call: IdempotentCall, reply: Answer): Promise<void> {
  await tx
    .updateTable('idempotency_keys')
    .set({ status: reply.status, response: JSON.stringify(reply.body ?? null) })
    .where('institution_id', '=', call.institutionId)
    .where('route', '=', call.route)
    .where('key', '=', call.key)
    .execute()
}

/** The same database, whose tenant transactions become parts of the one that is open. */
function joined(db: Db, institutionId: string, tx: Tx): Db {
  let depth = 0
  return {
    ...db,
    tenant: async (wanted, work) => {
      if (wanted !== institutionId) return db.tenant(wanted, work)
      const name = sql.raw(`joined_${++depth}`)
      await sql`savepoint ${name}`.execute(tx)
      try {
        const done = await work(tx)
        await sql`release savepoint ${name}`.execute(tx)
        return done
      } catch (error) {
        await sql`rollback to savepoint ${name}`.execute(tx)
        throw error
      }
    },
  }
}

/** Such a call may need a second connection while it holds one, so fewer run at once than the pool has. */
class Lanes {
  #free: number
  readonly #queue: (() => void)[] = []

  constructor(count: number) {
    this.#free = count
  }

  async run<T>(work: () => Promise<T>): Promise<T> {
    if (this.#free > 0) this.#free--
    else await new Promise<void>((resolve) => this.#queue.push(resolve))
    try {
      return await work()
    } finally {
      const next = this.#queue.shift()
      if (next) next()
      else this.#free++
    }
  }
}
