/** `/livez`, `/readyz`, `/metrics`, `/openapi.json`: what machines ask about the server itself. */
import { timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import { answer, type On, problem, type RouteShape } from './handler.ts'
import { READINESS_CHECK_MS } from './limits.ts'
import type { Metrics } from './metrics.ts'
import { openApiDocument } from './openapi.ts'
import type { Ports } from './ports.ts'

export type Health = { draining: boolean }

const place = <Path extends string>(path: Path) =>
  ({ method: 'GET', path, capability: 'public', answer: z.unknown() }) as const satisfies RouteShape

export function registerHealth(on: On, health: Health, metrics: Metrics): void {
  on(place('/livez'), () => answer(200, { status: 'live' }))
  on(place('/readyz'), async ({ ports }) => {
    const checks = await readiness(ports, health)
    const ready = Object.values(checks).every(Boolean)
    return answer(ready ? 200 : 503, { status: ready ? 'ready' : 'not-ready', checks })
  })
  on(place('/metrics'), async ({ ports, request, clientAddress }) => {
    if (!maySeeMetrics(ports, request, clientAddress)) return problem('not-found')
    const { text, mediaType } = await metrics.print()
    return new Response(text, { headers: { 'content-type': mediaType } })
  })
  on(place('/openapi.json'), ({ ports }) => answer(200, openApiDocument(ports.config.origin)))
}

async function readiness(ports: Ports, health: Health): Promise<Record<string, boolean>> {
  const database = await inTime(ports.db.answers())
  if (!database) return { database, queue: false, signer: false, accepting: !health.draining }
  const [queue, signer] = await Promise.all([inTime(ports.queue.answers()), inTime(ports.signers.ready())])
  return { database, queue, signer, accepting: !health.draining }
}

/** A database that holds the line and says nothing would keep the asker waiting as well: silence is no. */
async function inTime(check: Promise<boolean>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const silence = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), READINESS_CHECK_MS)
  })
  const answered = await Promise.race([check.catch(() => false), silence])
  clearTimeout(timer)
  return answered
}

/** With a token set only its bearer; without one only this machine. */
function maySeeMetrics({ config }: Ports, request: Request, clientAddress: string): boolean {
  if (!config.metricsToken) return ['127.0.0.1', '::1', '::ffff:127.0.0.1'].includes(clientAddress)
  const given = Buffer.from(request.headers.get('authorization') ?? '')
  const wanted = Buffer.from(`Bearer ${config.metricsToken}`)
  return given.length === wanted.length && timingSafeEqual(given, wanted)
}
