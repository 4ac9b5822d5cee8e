/** Runs the database of our own: initialises, starts, adopts, watches, stops a PostgreSQL on a unix socket. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
} from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { hold, letGo } from './cluster-holders.ts'
import { PlatformError } from './errors.ts'
import { CLUSTER_LOG_BYTES_MAX, CLUSTER_START_SECONDS_MAX, CLUSTER_STOP_SECONDS_MAX } from './limits.ts'
import { type Account, chooseAccount } from './pg-account.ts'
import { isAlive, livePostmaster } from './postmaster.ts'
import { SOCKET_PORT, socketFolder } from './socket-folder.ts'

export type Connection = {
  readonly host: string
  readonly port: number
  readonly user: string
  readonly database: string
}

export type Cluster = {
  /** How it came to run: started by us, or found running. */
  readonly how: 'started' | 'adopted'
  connectionTo(database: string): Connection
  /** Stops the database unless another live process of ours still uses it. */
  close(): Promise<void>
}

export type ClusterOptions = { readonly dataFolder: string; readonly fsync?: boolean }

type Place = {
  readonly data: string
  readonly socket: string
  readonly log: string
  readonly holders: string
  readonly fsync: boolean
  readonly account: Account
}

const CLUSTER_USER = 'kolleges'
const WATCH_MS = 1_000

/** Safe to call from several processes at once: PostgreSQL's own lock lets one win, the others adopt it. */
export async function openCluster(options: ClusterOptions): Promise<Cluster> {
  const place = prepare(options)
  hold(place.holders)
  if (!existsSync(join(place.data, 'PG_VERSION'))) initialise(place)
  const how = await bringUp(place)
  const watch = keepRunning(place)
  return {
    how,
    connectionTo: (database) => connection(place, database),
    close: async () => {
      await watch.stop()
      if (!letGo(place.holders).isHeld) await shutDown(place)
    },
  }
}

function prepare({ dataFolder, fsync = true }: ClusterOptions): Place {
  // 0711: the database's account passes through, and cannot list what else is there.
  mkdirSync(dataFolder, { recursive: true, mode: 0o711 })
  const account = chooseAccount(dataFolder)
  const place: Place = {
    data: join(dataFolder, 'pg'),
    socket: socketFolder(dataFolder),
    log: join(dataFolder, 'postgres.log'),
    holders: join(dataFolder, 'pg-holders'),
    fsync,
    account,
  }
  ownFolder(place.socket, account)
  if (existsSync(place.data)) giveAway(place.data, account)
  if (existsSync(place.log) && statSync(place.log).size > CLUSTER_LOG_BYTES_MAX) truncateSync(place.log)
  return place
}

/** Refuses a folder that somebody else laid out for us, as is possible in a shared temporary folder. */
function ownFolder(folder: string, account: Account): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const found = lstatSync(folder)
  const ours = [process.getuid?.(), account.ids?.uid]
  if (!found.isDirectory() || !ours.includes(found.uid)) {
    throw new PlatformError('database-start-failed', `${folder} belongs to another account; remove it.`)
  }
  if (account.ids) chownSync(folder, account.ids.uid, account.ids.gid)
  chmodSync(folder, 0o700)
}

/** The account may differ from the last start's, after the data folder was moved. */
function giveAway(folder: string, account: Account): void {
  const uid = account.ids?.uid ?? process.getuid?.() ?? 0
  if (process.getuid?.() !== 0 || statSync(folder).uid === uid || livePostmaster(folder) !== undefined) return
  spawnSync('chown', ['-R', `${uid}:${account.ids?.gid ?? 0}`, folder])
}

/** Builds the cluster aside and moves it into place in one step, so that a kill leaves none or a whole one. */
function initialise(place: Place): void {
  const half = `${place.data}-new-${process.pid}`
  for (const name of readdirSync(join(place.data, '..'))) {
    const pid = Number(name.match(/^pg-new-(\d+)$/)?.[1] ?? process.pid)
    if (pid !== process.pid && !isAlive(pid)) rmSync(join(place.data, '..', name), { recursive: true, force: true })
  }
  mkdirSync(half, { mode: 0o700 })
  if (place.account.ids) chownSync(half, place.account.ids.uid, place.account.ids.gid)
  const locale = ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C']
  const durability = place.fsync ? [] : ['--no-sync']
  const [command, args] = commandLine(place, 'initdb', [
    ...['-D', half, '-U', CLUSTER_USER, '-A', 'trust', '-E', 'UTF8'],
    ...locale,
    ...durability,
  ])
  const made = spawnSync(command, args, { ...spawnOptions(place), encoding: 'utf8' })
  if (made.status !== 0) {
    rmSync(half, { recursive: true, force: true })
    throw new PlatformError('database-start-failed', `initdb failed: ${made.stderr || made.error?.message}`)
  }
  try {
    renameSync(half, place.data)
  } catch {
    rmSync(half, { recursive: true, force: true }) // another process of ours was first
  }
}

const commandLine = (place: Place, program: string, args: readonly string[]): [string, string[]] => {
  const [command, ...rest] = [...place.account.prefix, join(place.account.binaries, 'bin', program), ...args]
  return [command!, rest]
}

const spawnOptions = (place: Place) => ({
  ...place.account.ids,
  cwd: '/',
  env: { PATH: '/usr/local/bin:/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' },
})

async function bringUp(place: Place): Promise<'started' | 'adopted'> {
  let how: 'started' | 'adopted' = 'adopted'
  const attempts = CLUSTER_START_SECONDS_MAX * 10
  for (let attempt = 0; attempt < attempts; attempt++) {
    if (await answers(place)) return how
    // A postmaster that lives but does not answer is starting, recovering or stopping: wait for it.
    if (livePostmaster(place.data) === undefined) {
      how = 'started'
      await startOnce(place)
    }
    await sleep(100)
  }
  throw new PlatformError('database-start-failed', `PostgreSQL did not start; its last words:\n${lastWords(place)}`)
}

/** Resolves when the new process has written its pid file, or is gone again. */
async function startOnce(place: Place): Promise<void> {
  const log = openSync(place.log, 'a', 0o600)
  const [command, args] = commandLine(place, 'postgres', ['-D', place.data, ...settings(place)])
  // Detached: it outlives us after a kill, and a terminal's interrupt reaches only us.
  const child = spawn(command, args, { ...spawnOptions(place), stdio: ['ignore', log, log], detached: true })
  child.unref()
  await Promise.race([gone(child), pidFileOf(place)])
}

const settings = (place: Place): string[] =>
  [
    'listen_addresses=',
    `unix_socket_directories=${place.socket}`,
    'unix_socket_permissions=0700',
    'max_connections=200',
    'timezone=UTC',
    'log_timezone=UTC',
    'log_min_messages=warning',
    // Failing statements and their values may hold people's data, so the log gets neither.
    'log_min_error_statement=panic',
    'log_error_verbosity=terse',
    ...(place.fsync ? [] : ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off']),
  ].flatMap((setting) => ['-c', setting])

const gone = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    child.once('exit', () => resolve())
    child.once('error', () => resolve())
  })

async function pidFileOf(place: Place): Promise<void> {
  for (let attempt = 0; attempt < 50 && livePostmaster(place.data) === undefined; attempt++) await sleep(20)
}

async function answers(place: Place): Promise<boolean> {
  const client = new pg.Client({ ...connection(place, 'postgres'), connectionTimeoutMillis: 2_000 })
  client.on('error', () => {})
  try {
    await client.connect()
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => {})
  }
}

const connection = (place: Place, database: string): Connection => ({
  host: place.socket,
  port: SOCKET_PORT,
  user: CLUSTER_USER,
  database,
})

const lastWords = (place: Place): string =>
  existsSync(place.log) ? readFileSync(place.log, 'utf8').trimEnd().split('\n').slice(-8).join('\n') : '(none)'

/** Starts the database again when it died under us. */
function keepRunning(place: Place): { stop(): Promise<void> } {
  let stopped = false
  let current: Promise<unknown> = Promise.resolve()
  const timer = setInterval(() => {
    current = current.then(async () => {
      if (!stopped && livePostmaster(place.data) === undefined) await bringUp(place).catch(() => {})
    })
  }, WATCH_MS)
  timer.unref()
  return {
    stop: async () => {
      stopped = true
      clearInterval(timer)
      await current
    },
  }
}

async function shutDown(place: Place): Promise<void> {
  // SIGINT: disconnect everybody and write a checkpoint. SIGQUIT: leave the rest to recovery.
  for (const signal of ['SIGINT', 'SIGQUIT'] as const) {
    const pid = livePostmaster(place.data)
    if (pid === undefined) return
    process.kill(pid, signal)
    for (let waited = 0; waited < CLUSTER_STOP_SECONDS_MAX * 20; waited++) {
      if (livePostmaster(place.data) === undefined) return
      await sleep(50)
    }
  }
}

/** Creates the database when it is not there yet. */
export async function ensureDatabase(cluster: Cluster, name: string): Promise<Connection> {
  const client = new pg.Client(cluster.connectionTo('postgres'))
  await client.connect()
  try {
    const found = await client.query('SELECT FROM pg_database WHERE datname = $1', [name])
    if (found.rowCount === 0) await client.query(`CREATE DATABASE ${pg.escapeIdentifier(name)}`)
  } catch (error) {
    // Two processes may create it at once; 42P04 and 23505 say that the other was first.
    if (!['42P04', '23505'].includes((error as { code?: string }).code ?? '')) throw error
  } finally {
    await client.end()
  }
  return cluster.connectionTo(name)
}
