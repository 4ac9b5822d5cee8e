/** Background jobs on pg-boss: added inside the caller's transaction, run at least once. */
import { sql } from 'kysely'
import type pg from 'pg'
import { fromKysely, type JobResult, type JobWithMetadata, PgBoss } from 'pg-boss'
import type { OpenDb, Target } from './db.ts'
import { poolOptions } from './db.ts'
import { PlatformError } from './errors.ts'
import {
  DRAIN_JOBS_SECONDS_MAX,
  JOB_ATTEMPTS_MAX,
  JOB_BATCH,
  JOB_HEARTBEAT_REFRESH_SECONDS,
  JOB_HEARTBEAT_SECONDS,
  JOB_RETRY_DELAY_SECONDS,
  JOB_RETRY_DELAY_SECONDS_MAX,
  JOB_SECONDS_MAX,
} from './limits.ts'
import type { Job, JobHandler, Log, Queue } from './ports.ts'

export type OpenQueue = Queue & {
  /** Makes the queues of all declared jobs; with `take`, also begins to run them. */
  start(options: { readonly take: boolean }): Promise<void>
  /** Waits for running jobs; what does not end in time is run again by another process. */
  stop(): Promise<void>
  /** Runs every due job until none is left, one at a time; for tests. */
  drain(): Promise<Drained>
  /** Enqueues every job that runs by the clock, as the next tick would; for tests. */
  tick(): Promise<void>
  readonly deadLetters: string
}

export type Drained = { readonly completed: number; readonly failed: readonly JobFailure[] }
export type JobFailure = { readonly job: string; readonly error: unknown }

type Declared = { readonly job: Job<unknown>; readonly handler: JobHandler<unknown> }

const SCHEMA = 'pgboss'
const DEAD_LETTERS = 'dead-letters'

export function openQueue(target: Target, db: OpenDb, log: Log, { supervise = true } = {}): OpenQueue {
  const boss = new PgBoss({
    ...withoutTypes(poolOptions(target)),
    schema: SCHEMA,
    max: 5,
    // A job of a killed process is missed after JOB_HEARTBEAT_SECONDS and found by the next of these rounds.
    supervise,
    superviseIntervalSeconds: 2,
    monitorIntervalSeconds: 2,
    useListenNotify: supervise,
    registerInstance: false,
    monitorVacuum: false,
    schedule: false,
    openTelemetry: { enabled: false },
  })
  boss.on('error', (error) => log.error('queue', error))
  const declared = new Map<string, Declared>()
  const listeners = new Map<string, string[]>()
  const timers: NodeJS.Timeout[] = []
  let started = false

  const declare = async (): Promise<void> => {
    await boss.createQueue(DEAD_LETTERS)
    for (const { job } of declared.values()) await createQueue(boss, job)
    await grantToRequests(db)
  }
  return {
    deadLetters: DEAD_LETTERS,
    work: (job, handler) => {
      if (declared.has(job.name)) throw new PlatformError('job-unknown', `The job ${job.name} is declared twice.`)
      declared.set(job.name, { job: job as Job<unknown>, handler: handler as JobHandler<unknown> })
    },
    listen: (eventType, jobName) => {
      listeners.set(eventType, [...(listeners.get(eventType) ?? []), jobName])
    },
    listeners: (eventType) => listeners.get(eventType) ?? [],
    ...enqueuing(boss, declared),
    answers: () =>
      sql`select version from pgboss.version`.execute(db.kysely).then(
        ({ rows }) => started && rows.length > 0,
        () => false,
      ),
    start: async ({ take }) => {
      await boss.start()
      await declare()
      started = true
      if (!take) return
      for (const { job, handler } of declared.values()) await takeJobs(boss, job, handler, log)
      for (const { job } of declared.values()) timers.push(...repeat(boss, job, log))
    },
    stop: async () => {
      started = false
      for (const timer of timers) clearInterval(timer)
      await boss.stop({ graceful: true, timeout: DRAIN_JOBS_SECONDS_MAX * 1000 })
    },
    drain: () => drain(boss, [...declared.values()]),
    tick: async () => {
      for (const { job } of declared.values())
        if (job.everySeconds) await boss.send(job.name, {}, { singletonKey: 'tick' })
    },
  }
}

function enqueuing(boss: PgBoss, declared: ReadonlyMap<string, Declared>): Pick<Queue, 'enqueue' | 'enqueueAll'> {
  const check = (jobName: string): void => {
    if (!declared.has(jobName)) throw new PlatformError('job-unknown', `There is no job ${jobName}.`)
  }
  return {
    enqueue: async (tx, jobName, payload, options = {}) => {
      check(jobName)
      await boss.send(jobName, payload, {
        db: fromKysely(tx),
        // The queues' policy keeps one waiting job per key; a job without a key gets one of its own.
        singletonKey: options.key ?? crypto.randomUUID(),
        startAfter: options.startAfterSeconds ?? 0,
      })
    },
    enqueueAll: async (tx, jobName, jobs) => {
      check(jobName)
      const rows = jobs.map(({ key, payload }) => ({ data: payload, singletonKey: key, startAfter: 0 }))
      if (rows.length > 0) await boss.insert(jobName, rows, { db: fromKysely(tx) })
    },
  }
}

async function createQueue(boss: PgBoss, job: Job<unknown>): Promise<void> {
  const options = {
    retryLimit: (job.attemptsMax ?? JOB_ATTEMPTS_MAX) - 1,
    retryDelay: JOB_RETRY_DELAY_SECONDS,
    retryBackoff: true,
    retryDelayMax: JOB_RETRY_DELAY_SECONDS_MAX,
    expireInSeconds: JOB_SECONDS_MAX,
    heartbeatSeconds: JOB_HEARTBEAT_SECONDS,
    deleteAfterSeconds: 3600,
    deadLetter: DEAD_LETTERS,
    notify: true,
  }
  await boss.createQueue(job.name, { ...options, policy: 'short' })
  await boss.updateQueue(job.name, options)
}

/** pg-boss reads its own rows with the driver's usual types. */
const withoutTypes = ({ types: _, ...options }: pg.PoolConfig) => options as object

/** Requests enqueue under the role without rights of its own, so the queue's tables are opened to it. */
async function grantToRequests(db: OpenDb): Promise<void> {
  await db.operator(async (tx) => {
    const found = await sql<{ granted: boolean }>`
      select has_schema_privilege('kolleges_app', 'pgboss', 'usage')
         and has_table_privilege('kolleges_app', 'pgboss.job', 'insert') as granted`.execute(tx)
    if (found.rows[0]?.granted) return
    await sql`grant usage on schema pgboss to kolleges_app`.execute(tx)
    await sql`grant select, insert on all tables in schema pgboss to kolleges_app`.execute(tx)
    await sql`grant execute on all functions in schema pgboss to kolleges_app`.execute(tx)
  })
}

/** Fetches several at once, because a full batch is followed by the next one without a pause. */
async function takeJobs(boss: PgBoss, job: Job<unknown>, handler: JobHandler<unknown>, log: Log): Promise<void> {
  const parallel = job.parallel ?? 1
  const options = {
    batchSize: Math.max(JOB_BATCH, parallel),
    pollingIntervalSeconds: 1,
    notifyPollingIntervalSeconds: 2,
    burstWhenBatchFull: true,
    includeMetadata: true,
    perJobResults: true,
    heartbeatRefreshSeconds: JOB_HEARTBEAT_REFRESH_SECONDS,
  } as const
  await boss.work<object, unknown, typeof options>(job.name, options, async (fetched) => {
    const waiting = [...fetched]
    const results: JobResult[] = []
    const lane = async (): Promise<void> => {
      for (let next = waiting.shift(); next; next = waiting.shift()) {
        results.push(await attempt(job, handler, next, (error) => log.error('job', error, { job: job.name })))
      }
    }
    await Promise.all(Array.from({ length: parallel }, lane))
    return results
  })
}

async function attempt(
  job: Job<unknown>,
  handler: JobHandler<unknown>,
  fetched: JobWithMetadata<object>,
  onError: (error: unknown) => void,
): Promise<JobResult> {
  try {
    const payload = job.payload.parse(fetched.data)
    await handler(payload, { jobId: fetched.id, attempt: fetched.retryCount + 1 })
    return { id: fetched.id, status: 'completed' }
  } catch (error) {
    onError(error)
    // The queue keeps the class only: a message may quote somebody's data.
    return { id: fetched.id, status: 'failed', output: { error: error instanceof Error ? error.name : typeof error } }
  }
}

/** Every process knocks at each interval; the queue lets one knock per interval through. */
function repeat(boss: PgBoss, job: Job<unknown>, log: Log): NodeJS.Timeout[] {
  const seconds = job.everySeconds
  if (!seconds) return []
  const knock = (): void => {
    boss
      .send(job.name, {}, { singletonKey: 'tick', singletonSeconds: seconds })
      .catch((error) => log.error('tick', error))
  }
  knock()
  return [setInterval(knock, seconds * 1000).unref()]
}

async function drain(boss: PgBoss, declared: readonly Declared[]): Promise<Drained> {
  let completed = 0
  const failed: JobFailure[] = []
  for (let found = true; found; ) {
    found = false
    for (const { job, handler } of declared) {
      const jobs = await boss.fetch<object>(job.name, { batchSize: 100, includeMetadata: true })
      found ||= jobs.length > 0
      for (const one of jobs) {
        const result = await attempt(job, handler, one, (error) => failed.push({ job: job.name, error }))
        if (result.status === 'completed') await boss.complete(job.name, one.id)
        else await boss.fail(job.name, one.id, {})
        completed += result.status === 'completed' ? 1 : 0
      }
    }
  }
  return { completed, failed }
}
