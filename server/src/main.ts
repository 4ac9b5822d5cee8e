/** Runs the server: reads the settings, opens the ports, serves and works until it is told to stop. */
import { createAdaptorServer, type ServerType } from '@hono/node-server'
import { openApp } from './app.ts'
import { firstSignInUrl } from './first-run.ts'
import { alignDids } from './issuers/index.ts'
import { clientAddressOf } from './platform/client-address.ts'
import { type Config, ConfigError, readConfig } from './platform/config.ts'
import { PlatformError } from './platform/errors.ts'
import type { Health } from './platform/health.ts'
import type { Http } from './platform/http.ts'
import { DRAIN_REQUESTS_SECONDS_MAX, STOP_SECONDS_MAX } from './platform/limits.ts'
import { type OpenPorts, openPorts } from './platform/open-ports.ts'
import type { Ports } from './platform/ports.ts'
import { declareJobs } from './worker.ts'

export type Running = {
  readonly origin: string
  readonly ports: Ports
  /** Stops taking requests, finishes what runs, closes everything. */
  stop(): Promise<void>
}

export async function serve(config: Config): Promise<Running> {
  const open = await openPorts(config)
  try {
    return await serveOn(open, config)
  } catch (error) {
    await open.queue.stop()
    await open.close()
    throw error
  }
}

async function serveOn(open: OpenPorts, config: Config): Promise<Running> {
  await alignDids(open.ports)
  declareJobs(open.ports)
  await open.queue.start({ take: true })
  const health: Health = { draining: false }
  const http = openApp(open.ports, { health })
  const server = await listen(http, config)
  open.ports.log.info('listening', { port: portOf(server), host: config.host })
  process.stdout.write(`\n  Kolleges  ${config.origin}\n\n`)
  return {
    origin: config.origin,
    ports: open.ports,
    stop: async () => {
      health.draining = true
      await closeServer(server)
      await open.queue.stop()
      await open.close()
    },
  }
}

async function listen(http: Http, config: Config): Promise<ServerType> {
  const server = createAdaptorServer({
    fetch: (request, { incoming }) =>
      http.handle(request, clientAddressOf(incoming.socket.remoteAddress, request.headers.get('x-forwarded-for'))),
    serverOptions: { maxHeaderSize: 32_768, requestTimeout: 120_000, headersTimeout: 20_000, keepAliveTimeout: 10_000 },
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause) => reject(unheard(cause, config)))
    server.listen(config.port, config.host, resolve)
  })
  return server
}

const unheard = (cause: Error, { host, port }: Config): Error =>
  (cause as NodeJS.ErrnoException).code === 'EADDRINUSE'
    ? new PlatformError('port-taken', `Port ${port} of ${host} is in use; set PORT to a free one.`, { cause })
    : cause

const portOf = (server: ServerType): number => {
  const address = server.address()
  return typeof address === 'object' && address ? address.port : 0
}

/** Connections that are busy are waited for, up to the limit; then they are cut. */
async function closeServer(server: ServerType): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()))
  if ('closeIdleConnections' in server) server.closeIdleConnections()
  const cut = setTimeout(() => {
    if ('closeAllConnections' in server) server.closeAllConnections()
  }, DRAIN_REQUESTS_SECONDS_MAX * 1000)
  await closed
  clearTimeout(cut)
}

async function inviteFirst({ ports }: Running): Promise<void> {
  const signInUrl = await firstSignInUrl(ports)
  if (!signInUrl) return
  process.stdout.write(
    `  There is no institution yet. Open this link to set up the first one (valid for 15 minutes):\n  ${signInUrl}\n\n`,
  )
}

/** Starts, and ends the process with an honest exit code. */
export async function main(
  env: Readonly<Record<string, string | undefined>>,
  whenServing: (running: Running) => Promise<void> = inviteFirst,
): Promise<void> {
  const starting = Promise.resolve().then(() => serve(readConfig(env)))
  let stopping = false
  const stop = async (): Promise<void> => {
    if (stopping) return
    stopping = true
    // Unfinished jobs are run again by the next start.
    setTimeout(() => process.exit(1), STOP_SECONDS_MAX * 1000).unref()
    // A start that is under way is let come to its end first, so that nothing is left half open.
    await (await starting.catch(() => undefined))?.stop()
    process.exit(0)
  }
  process.on('SIGTERM', () => void stop())
  process.on('SIGINT', () => void stop())
  try {
    const running = await starting
    await whenServing(running)
  } catch (error) {
    // Stopping cuts off what was going on; that is no failure.
    if (stopping) return
    process.stderr.write(`${told(error)}\n`)
    process.exit(1)
  }
}

const told = (error: unknown): string => {
  if (error instanceof ConfigError || error instanceof PlatformError) return error.message
  return String(error instanceof Error ? error.stack : error)
}

if (import.meta.main) await main(process.env)
