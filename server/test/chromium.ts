/** A real browser before the harness: the built console in memory, the server behind a port of this machine. */
import { existsSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { delimiter, join } from 'node:path'
import { type Browser, chromium } from 'playwright-core'
import { build } from 'vite'

const CONSOLE = join(import.meta.dirname, '../../console')
const ARGS = ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking']
const NAMES = ['chromium', 'chromium-browser', 'google-chrome']

/** Named by CHROMIUM_PATH or lying in the PATH. */
export const chromiumPath = (): string | undefined =>
  process.env.CHROMIUM_PATH ??
  (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap((folder) => NAMES.map((name) => join(folder, name)))
    .find((file) => existsSync(file))

export const openChromium = (executablePath: string): Promise<Browser> =>
  chromium.launch({ executablePath, args: [...ARGS, '--disable-component-update', '--disable-sync'] })

export type Door = {
  readonly origin: string
  /** Whoever answers requests; set once it knows its origin. */
  answer: (path: string, init: RequestInit) => Promise<Response>
  close(): void
}

export async function openDoor(): Promise<Door> {
  const door = { answer: async () => new Response(null, { status: 503 }) } as { answer: Door['answer'] }
  const server = createServer((request, response) => void pass(door.answer, request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const origin = `http://localhost:${(server.address() as AddressInfo).port}`
  const close = (): void => {
    server.close()
    server.closeAllConnections()
  }
  return Object.assign(door, { origin, close })
}

async function pass(answer: Door['answer'], request: IncomingMessage, response: ServerResponse): Promise<void> {
  const headers = Object.fromEntries(Object.entries(request.headers).filter(([, value]) => typeof value === 'string'))
  delete headers['accept-encoding']
  const answered = await answer(request.url ?? '/', {
    method: request.method ?? 'GET',
    headers: headers as Record<string, string>,
  })
  response.writeHead(answered.status, Object.fromEntries(answered.headers))
  response.end(Buffer.from(await answered.arrayBuffer()))
}

/** Scripts by their path under `/app/`, built as they are for production. */
export const buildConsole = (): Promise<ReadonlyMap<string, string>> =>
  scripts({ root: CONSOLE, configFile: join(CONSOLE, 'vite.config.ts') })

async function scripts(config: Parameters<typeof build>[0]): Promise<ReadonlyMap<string, string>> {
  const built = await build({ logLevel: 'silent', ...config, build: { ...config?.build, write: false } })
  const outputs = Array.isArray(built) ? built : [built]
  return new Map(
    outputs
      .flatMap((each) => ('output' in each ? each.output : []))
      .flatMap((file) => (file.type === 'chunk' ? [[file.fileName, file.code] as const] : [])),
  )
}
