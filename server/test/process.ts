/** Starts the real server as a process of its own, on a fresh data folder and a free port of this machine. */
import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

const SERVER = join(import.meta.dirname, '../bin/kolleges-server.mjs')
const READY_MS = 30_000

export type Installation = {
  readonly dataFolder: string
  readonly origin: string
  /** Resolves when the server is ready. */
  start(env?: Readonly<Record<string, string>>): Promise<ServerProcess>
  /** The processes that were started and have not been ended. */
  children(): readonly ChildProcess[]
  /** Runs `kolleges-server` with those arguments to its end. */
  command(...args: readonly string[]): Promise<Said>
  /** Stops what still runs and removes the data folder. */
  remove(): Promise<void>
}

export type ServerProcess = {
  readonly child: ChildProcess
  /** What it printed so far. */
  said(): string
  /** Answers the exit code. */
  end(signal: 'SIGTERM' | 'SIGKILL'): Promise<number | null>
}

export type Said = { readonly code: number | null; readonly out: string; readonly err: string }

export async function installation(settings: Readonly<Record<string, string>> = {}): Promise<Installation> {
  const folder = mkdtempSync(join(tmpdir(), 'kolleges-server-'))
  chmodSync(folder, 0o711)
  const dataFolder = join(folder, 'data')
  const port = await freePort()
  const origin = `http://127.0.0.1:${port}`
  const own = { PORT: String(port), HOST: '127.0.0.1', KOLLEGES_ORIGIN: origin, KOLLEGES_DATA: dataFolder }
  const running = new Set<ServerProcess>()
  const launch = (args: readonly string[], env = {}): ChildProcess =>
    spawn(process.execPath, [SERVER, ...args], { env: { PATH: process.env.PATH, ...own, ...settings, ...env } })
  const command = async (...args: readonly string[]): Promise<Said> => {
    const child = launch(args)
    const [out, err] = [collect(child, 'stdout'), collect(child, 'stderr')]
    const code = await ended(child)
    return { code, out: out(), err: err() }
  }
  const start = async (env = {}): Promise<ServerProcess> => {
    // Without the launcher between, so that a kill reaches the server itself.
    const main = join(import.meta.dirname, '../src/main.ts')
    const child = spawn(process.execPath, [main], { env: { PATH: process.env.PATH, ...own, ...settings, ...env } })
    const [out, err] = [collect(child, 'stdout'), collect(child, 'stderr')]
    const server: ServerProcess = {
      child,
      said: () => `${out()}${err()}`,
      end: async (signal) => {
        const gone = ended(child)
        child.kill(signal)
        running.delete(server)
        return gone
      },
    }
    running.add(server)
    await untilReady(origin, server)
    return server
  }
  const remove = async (): Promise<void> => {
    for (const server of running) await server.end('SIGTERM')
    // A server that was killed leaves its database running; any command adopts it and stops it again.
    await command('migrate')
    rmSync(folder, { recursive: true, force: true })
  }
  const children = (): ChildProcess[] => [...running].map(({ child }) => child)
  return { dataFolder, origin, start, children, command, remove }
}

function collect(child: ChildProcess, stream: 'stdout' | 'stderr'): () => string {
  let text = ''
  child[stream]?.on('data', (chunk) => {
    text += chunk
  })
  return () => text
}

const ended = (child: ChildProcess): Promise<number | null> =>
  child.exitCode !== null || child.signalCode !== null
    ? Promise.resolve(child.exitCode)
    : new Promise((resolve) => child.once('close', (code) => resolve(code)))

async function untilReady(origin: string, { child, said }: ServerProcess): Promise<void> {
  for (const until = performance.now() + READY_MS; performance.now() < until; await sleep(50)) {
    const ending = child.exitCode ?? child.signalCode
    if (ending !== null) throw new Error(`The server ended with ${ending}: ${said()}`)
    const answered = await fetch(`${origin}/readyz`).catch(() => undefined)
    if (answered?.ok) return
  }
  throw new Error(`The server did not become ready: ${said()}`)
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
