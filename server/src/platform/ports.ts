/** The ports: every outside thing an operation may use, handed to it as its first argument. */
import type { PrintJob } from '@kolleges/design'
import type { Kysely, Transaction } from 'kysely'
import type { ZodType } from 'zod'
import type { EventType } from '../events.ts'
import type { Config } from './config.ts'
import type { Instant } from './instant.ts'
import type { Database } from './schema.ts'

export type { Config, Database, Instant }

export type Ports = {
  readonly config: Config
  readonly db: Db
  readonly clock: Clock
  readonly random: Random
  readonly signers: Signers
  readonly blobs: Blobs
  readonly mail: Mail
  readonly fetcher: Fetcher
  readonly raster: Raster
  readonly typeset: Typeset
  readonly queue: Queue
  readonly log: Log
}

export type Clock = {
  now(): Instant
  /** The moment that many seconds (which may be negative) after `from`, by default after now. */
  after(seconds: number, from?: Instant): Instant
}

export type Random = {
  bytes(count: number): Uint8Array
  /** A UUIDv7 for row ids. It tells its moment of birth, so it never becomes a public id. */
  uuid(): string
  /** 26 lower-case Crockford base32 characters carrying 130 random bits, for public addresses. */
  publicId(): string
  /** 32 random bytes as base64url, for links and sessions; only its hash is stored. */
  token(): string
  /** Six decimal digits. */
  code6(): string
}

/** A transaction on our own tables. */
export type Tx = Transaction<Database>

/**
 * The database, always inside one transaction. Every form retries the whole function on a serialisation failure or
 * deadlock, so the function must do nothing but SQL and pure work.
 */
export type Db = {
  /** Sees one institution's rows only, by row-level security. */
  tenant<T>(institutionId: string, work: (tx: Tx) => Promise<T>): Promise<T>
  /** Sees the awards of one e-mail address only. */
  holder<T>(email: string, work: (tx: Tx) => Promise<T>): Promise<T>
  /** Sees tables without tenant data only, plus the look-up functions. */
  lookup<T>(work: (tx: Tx) => Promise<T>): Promise<T>
  /** Sees everything: for scanning jobs, migrations and administration. */
  operator<T>(work: (tx: Tx) => Promise<T>): Promise<T>
  /** True when the database answers; never throws. */
  answers(): Promise<boolean>
  /** For what must outlive a transaction's role, such as the outbox of the queue. Not for slices. */
  readonly kysely: Kysely<Database>
}

export type KeyState = 'active' | 'retired' | 'compromised'

/** What is public about a signing key. */
export type SigningKey = {
  readonly keyId: string
  readonly institutionId: string
  /** Also the part after `#` in the verification method's address. */
  readonly publicKeyMultibase: string
  readonly state: KeyState
  readonly activeSince: Instant
  /** Since when the key is in its state. */
  readonly stateSince: Instant
}

export type InstitutionSigner = {
  readonly keyId: string
  readonly publicKeyMultibase: string
  /** Ed25519 over the bytes as they are. */
  sign(bytes: Uint8Array): Promise<Uint8Array>
}

/** Private keys never leave this port. */
export type Signers = {
  /** Makes an active key; an active key there was before is retired. */
  create(tx: Tx, institutionId: string): Promise<SigningKey>
  /** The signer of the institution's active key; throws `PlatformError` `no-active-key` when there is none. */
  forInstitution(institutionId: string): Promise<InstitutionSigner>
  /** Every key there ever was, newest first. */
  list(tx: Tx, institutionId: string): Promise<SigningKey[]>
  /** `since` may lie in the past when a compromise is found out late. */
  setState(
    tx: Tx,
    institutionId: string,
    keyId: string,
    state: 'retired' | 'compromised',
    since?: Instant,
  ): Promise<void>
  /** True when keys can be opened with the secret at hand. */
  ready(): Promise<boolean>
}

export type Blob = { readonly bytes: Uint8Array; readonly mediaType: string }

export type Blobs = {
  /** Durable when it resolves; putting the same key again replaces the bytes in one step. */
  put(key: string, bytes: Uint8Array, mediaType: string): Promise<void>
  get(key: string): Promise<Blob | undefined>
}

export type MailMessage = {
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly html?: string
  /** Stable over repetitions, so that a receiver can tell a repeated message: `<id@host>`. */
  readonly messageId: string
  readonly headers?: Readonly<Record<string, string>>
}

export type Mail = {
  /** `outbox`: nothing leaves the machine; the stored messages are the mailbox. */
  readonly kind: 'smtp' | 'outbox'
  /** Throws when the mail server did not take the message; the caller's job repeats. */
  send(message: MailMessage): Promise<void>
}

export type Fetched =
  | {
      readonly outcome: 'fetched'
      readonly status: number
      readonly bytes: Uint8Array
      readonly mediaType: string
      /** The address after redirects. */
      readonly url: string
    }
  | { readonly outcome: 'refused'; readonly reason: FetchRefusal }

export type FetchRefusal =
  | 'address-malformed'
  | 'scheme-not-allowed'
  | 'port-not-allowed'
  | 'address-not-public'
  | 'name-not-found'
  | 'too-many-redirects'
  | 'too-large'
  | 'too-slow'
  | 'unreachable'

/** Reads other people's addresses; refuses everything that is not the public web over https. Never throws. */
export type Fetcher = {
  get(url: string, options?: { readonly accept?: string; readonly maxBytes?: number }): Promise<Fetched>
}

export type Rasterised =
  | { readonly outcome: 'rasterised'; readonly png: Uint8Array; readonly widthPx: number; readonly heightPx: number }
  | { readonly outcome: 'refused'; readonly reason: string }

export type Raster = {
  /** Our own SVG as PNG of that width. */
  png(svg: string, widthPx: number): Promise<Uint8Array>
  /** A stranger's picture (PNG, JPEG, SVG) as a fresh PNG that carries nothing but pixels. */
  rasterise(bytes: Uint8Array): Promise<Rasterised>
}

export type Typeset = {
  /** A page as tagged PDF/A-3 with its attachment. */
  pdf(job: PrintJob): Promise<Uint8Array>
  /** The hash of the fonts it prints with: other fonts, other pages. */
  fonts(): Promise<string>
}

/** A kind of background work. The name is stored with each job, so it is never reused for something else. */
export type Job<Payload> = {
  readonly name: string
  readonly payload: ZodType<Payload>
  /** How often it is tried before it goes to the dead letters; default `JOB_ATTEMPTS_MAX`. */
  readonly attemptsMax?: number
  /** How many run at once in one process; default 1. */
  readonly parallel?: number
  /** Runs by itself at this interval with the payload `{}`, once over all processes. */
  readonly everySeconds?: number
}

export type EnqueueOptions = {
  /** While a job of this name and key waits, another is not added. */
  readonly key?: string
  readonly startAfterSeconds?: number
}

export type KeyedPayload = { readonly key: string; readonly payload: object }

export type JobHandler<Payload> = (payload: Payload, attempt: JobAttempt) => Promise<void>

export type JobAttempt = { readonly jobId: string; readonly attempt: number }

export type Queue = {
  /** Commits or rolls back with `tx`. Payloads carry ids, never documents. */
  enqueue(tx: Tx, jobName: string, payload: object, options?: EnqueueOptions): Promise<void>
  /** The same for many jobs of one name, in one statement. */
  enqueueAll(tx: Tx, jobName: string, jobs: readonly KeyedPayload[]): Promise<void>
  /** Declares the job; handlers run at least once, so they are idempotent. Called in `jobs.ts` only. */
  work<Payload>(job: Job<Payload>, handler: JobHandler<Payload>): void
  /** Names the job that gets `{ eventId, institutionId, ...payload }` of every event of the type. In `jobs.ts` only. */
  listen(eventType: EventType, jobName: string): void
  listeners(eventType: EventType): readonly string[]
  /** True when jobs are being taken or can be. */
  answers(): Promise<boolean>
}

/** Details are ids, counts and codes; never an e-mail address, a name or a token. */
export type LogDetails = Readonly<Record<string, string | number | boolean | undefined>>

export type Log = {
  info(message: string, details?: LogDetails): void
  warn(message: string, details?: LogDetails): void
  /** The error's own message is written only when it is one of ours; otherwise its class and stack positions. */
  error(message: string, error: unknown, details?: LogDetails): void
}
