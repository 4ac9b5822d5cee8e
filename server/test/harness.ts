/** The whole server for a test: a real database and queue, and a clock, chance, blobs and mail that the test holds. */
import { createHash } from 'node:crypto'
import { openApp } from '../src/app.ts'
import { shift } from '../src/platform/clock.ts'
import { type Config, readConfig } from '../src/platform/config.ts'
import { openDb } from '../src/platform/db.ts'
import { openLog, silentLog } from '../src/platform/log.ts'
import type { Blob, Blobs, Clock, Fetched, Instant, MailMessage, Ports, Random } from '../src/platform/ports.ts'
import { type Drained, type OpenQueue, openQueue } from '../src/platform/queue.ts'
import { randomFrom } from '../src/platform/random.ts'
import { createRaster } from '../src/platform/raster.ts'
import { openSigners } from '../src/platform/signers.ts'
import { createTypeset } from '../src/platform/typeset.ts'
import { declareJobs } from '../src/worker.ts'
import { openTestDatabase, type TestDatabase } from './harness-database.ts'

export type HarnessOptions = {
  readonly mailKind?: 'smtp' | 'outbox'
  readonly seed?: string
  readonly now?: string
  readonly config?: Partial<Config>
  readonly ports?: Partial<Ports>
  /** Shows what the server logs. */
  readonly loud?: boolean
}

export type RequestParts = RequestInit & {
  /** Sent as the JSON body. */
  readonly json?: unknown
  /** Sent as `Authorization: Bearer`. */
  readonly key?: string
  readonly cookie?: string
}

export type Harness = {
  readonly ports: Ports
  readonly queue: OpenQueue
  readonly clock: TestClock
  readonly mail: { readonly kind: 'smtp' | 'outbox'; readonly sent: MailMessage[]; refuses: boolean }
  readonly blobs: Map<string, Blob>
  /** What other people's addresses answer; everything else is unreachable. */
  readonly web: Map<string, Fetched>
  request(path: string, parts?: RequestParts): Promise<Response>
  /** Runs every due job to completion and throws when one fails, unless `tolerate`. */
  drain(options?: { readonly tolerate?: boolean }): Promise<Drained>
  close(): Promise<void>
}

export type TestClock = Clock & { advance(seconds: number): void; set(instant: string): void }

export const ORIGIN = 'http://localhost:3000'

export async function harness(options: HarnessOptions = {}): Promise<Harness> {
  const database = await openTestDatabase()
  const closing: (() => Promise<void>)[] = [database.close]
  const close = async (): Promise<void> => {
    for (const step of closing.splice(0).reverse()) await step()
  }
  try {
    return { ...(await furnish(options, database, closing)), close }
  } catch (error) {
    // A test that got no harness must end, not wait for connections nobody will use.
    await close()
    throw error
  }
}

async function furnish(
  options: HarnessOptions,
  { connection }: TestDatabase,
  closing: (() => Promise<void>)[],
): Promise<Omit<Harness, 'close'>> {
  const log = options.loud ? openLog() : silentLog
  const config: Config = { ...readConfig({ KOLLEGES_SECRET: TEST_SECRET }), ...options.config }
  const clock = fixedClock(options.now ?? '2026-11-23T01:00:00Z')
  const random = seededRandom(options.seed ?? 'kolleges', clock)
  const db = openDb(connection, TEST_CONNECTIONS_MAX)
  closing.push(() => db.close())
  const queue = openQueue(connection, db, log, { supervise: false })
  const mail = { kind: options.mailKind ?? 'smtp', sent: [] as MailMessage[], refuses: false }
  const blobs = new Map<string, Blob>()
  const web = new Map<string, Fetched>()
  const ports: Ports = {
    ...{ config, db, clock, random, queue, log },
    signers: openSigners({ db, clock, random, secret: config.secret ?? '' }),
    blobs: memoryBlobs(blobs),
    mail: { kind: mail.kind, send: async (message) => keepMail(mail, message) },
    fetcher: { get: async (url) => web.get(url) ?? { outcome: 'refused', reason: 'unreachable' } },
    // A busy machine takes its time to start the program that draws a stranger's picture.
    raster: createRaster({ pictureDrawMs: 60_000 }),
    typeset: createTypeset(),
    ...options.ports,
  }
  declareJobs(ports)
  closing.push(() => queue.stop())
  await queue.start({ take: false })
  const http = openApp(ports, { proveAnswers: true })
  return {
    ...{ ports, queue, clock, mail, blobs, web },
    request: (path, parts = {}) => http.handle(requestOf(path, parts), '127.0.0.1'),
    drain: (how = {}) => drainQueue(queue, how.tolerate ?? false),
  }
}

const TEST_SECRET = 'a secret for tests, and for nothing else'
const TEST_CONNECTIONS_MAX = 12

const memoryBlobs = (blobs: Map<string, Blob>): Blobs => ({
  put: async (key, bytes, mediaType) => void blobs.set(key, { bytes, mediaType }),
  get: async (key) => blobs.get(key),
})

function keepMail(mail: { readonly sent: MailMessage[]; readonly refuses: boolean }, message: MailMessage): void {
  if (mail.refuses) throw new Error('the mail server is down')
  mail.sent.push(message)
}

async function drainQueue(queue: OpenQueue, tolerate: boolean): Promise<Drained> {
  const drained = await queue.drain()
  const [first] = drained.failed
  if (first && !tolerate) throw new Error(`the job ${first.job} failed: ${first.error}`, { cause: first.error })
  return drained
}

function requestOf(path: string, { json, key, cookie, ...init }: RequestParts): Request {
  const headers = new Headers(init.headers)
  if (json !== undefined) headers.set('content-type', 'application/json')
  if (key) headers.set('authorization', `Bearer ${key}`)
  if (cookie) headers.set('cookie', cookie)
  const body = json === undefined ? init.body : JSON.stringify(json)
  const method = init.method ?? (body === undefined || body === null ? 'GET' : 'POST')
  return new Request(new URL(path, ORIGIN), { redirect: 'manual', ...init, method, headers, body })
}

function fixedClock(start: string): TestClock {
  let now = start as Instant
  return {
    now: () => now,
    after: (seconds, from) => shift(from ?? now, seconds),
    advance: (seconds) => {
      now = shift(now, seconds)
    },
    set: (instant) => {
      now = instant as Instant
    },
  }
}

/** The same seed gives the same ids in the same order. */
function seededRandom(seed: string, clock: Clock): Random {
  let block = 0
  const bytes = (count: number): Uint8Array => {
    const out = Buffer.alloc(count)
    for (let at = 0; at < count; at += 32) createHash('sha256').update(`${seed} ${block++}`).digest().copy(out, at)
    return new Uint8Array(out)
  }
  return randomFrom(
    bytes,
    () => Date.parse(clock.now()),
    () => Buffer.from(bytes(4)).readUInt32BE() % 1_000_000,
  )
}
