// The real server as a child process with a data folder of its own, for journeys that go through its doors only.
import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const ROOT = join(import.meta.dirname, '..', '..')
const START_MS_MAX = 90_000

export type RunningServer = {
  readonly origin: string
  readonly dataFolder: string
  /** What the server printed on standard output so far. */
  printed(): string
  stop(): Promise<void>
}

export async function startServer(): Promise<RunningServer> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'kolleges-journey-'))
  const port = await freePort()
  const env = {
    PATH: process.env.PATH,
    HOME: process.env.HOME,
    PORT: String(port),
    HOST: '127.0.0.1',
    KOLLEGES_DATA: dataFolder,
  }
  const child = spawn(process.execPath, [join(ROOT, 'server/src/main.ts')], {
    cwd: ROOT,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  child.stdout.on('data', (part: Buffer) => {
    output += part.toString()
  })
  child.stderr.on('data', (part: Buffer) => {
    output += part.toString()
  })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const origin = `http://localhost:${port}`
  await ready(origin, () => (child.exitCode === null ? undefined : output))
  return {
    origin,
    dataFolder,
    printed: () => output,
    stop: async () => {
      child.kill('SIGTERM')
      await ended
      await rm(dataFolder, { recursive: true, force: true })
    },
  }
}

export type Ran = { readonly code: number; readonly output: string }

/** The command line tool, run as its users do. */
export const kolleges = (...words: string[]): Promise<Ran> => run('cli/bin/kolleges.mjs', words, {})

/** Server administration beside the running server. */
export const administer = (server: RunningServer, ...words: string[]): Promise<Ran> =>
  run('server/bin/kolleges-server.mjs', ['admin', ...words], {
    KOLLEGES_DATA: server.dataFolder,
    KOLLEGES_ORIGIN: server.origin,
  })

async function run(program: string, words: readonly string[], settings: Record<string, string>): Promise<Ran> {
  const env = { ...process.env, ...settings }
  const child = spawn(process.execPath, [join(ROOT, program), ...words], { stdio: ['ignore', 'pipe', 'inherit'], env })
  let output = ''
  child.stdout.on('data', (part: Buffer) => {
    output += part.toString()
  })
  const code = await new Promise<number>((resolve) => child.once('exit', (exitCode) => resolve(exitCode ?? -1)))
  return { code, output }
}

async function ready(origin: string, dead: () => string | undefined): Promise<void> {
  const until = Date.now() + START_MS_MAX
  while (Date.now() < until) {
    const output = dead()
    if (output !== undefined) throw new Error(`The server ended at its start:\n${output}`)
    if (
      await fetch(`${origin}/readyz`).then(
        (response) => response.ok,
        () => false,
      )
    )
      return
    await new Promise((resolve) => setTimeout(resolve, 150))
  }
  throw new Error('The server was not ready in time.')
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port')),
      )
    })
  })
}
