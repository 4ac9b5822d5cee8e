import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Call, Handler, On, RouteShape } from './handler.ts'
import { registerHealth } from './health.ts'
import { READINESS_CHECK_MS } from './limits.ts'
import { openMetrics } from './metrics.ts'

type Checks = {
  readonly database: Promise<boolean>
  readonly queue: Promise<boolean>
  readonly signer: Promise<boolean>
}

const yes = Promise.resolve(true)
const silence = new Promise<boolean>(() => undefined)

/** What `/readyz` answers, given what its three sources say. */
async function ask({ database, queue, signer }: Checks): Promise<unknown> {
  const handlers = new Map<string, Handler<RouteShape>>()
  const on = (route: RouteShape, handler: Handler<RouteShape>) => void handlers.set(route.path, handler)
  registerHealth(on as unknown as On, { draining: false }, openMetrics())
  const ports = { db: { answers: () => database }, queue: { answers: () => queue }, signers: { ready: () => signer } }
  return handlers.get('/readyz')?.({ ports } as unknown as Call<RouteShape>)
}

const cases: readonly (readonly [string, Checks, number, Record<string, boolean>])[] = [
  ['all well', { database: yes, queue: yes, signer: yes }, 200, { database: true, queue: true, signer: true }],
  [
    'a database that says nothing',
    { database: silence, queue: yes, signer: yes },
    503,
    { database: false, queue: false, signer: false },
  ],
  [
    'a queue that says nothing',
    { database: yes, queue: silence, signer: yes },
    503,
    { database: true, queue: false, signer: true },
  ],
  [
    'a signer that breaks',
    { database: yes, queue: yes, signer: Promise.reject(new Error('broken')) },
    503,
    { database: true, queue: true, signer: false },
  ],
]
for (const [name, checks, status, found] of cases) {
  test(`/readyz answers in time: ${name} is ${status}`, async (t) => {
    t.mock.timers.enable({ apis: ['setTimeout'] })
    const answered = ask(checks)
    for (let round = 0; round < 20; round += 1) await Promise.resolve()
    t.mock.timers.tick(READINESS_CHECK_MS)
    const reply = (await answered) as { status: number; body: { checks: Record<string, boolean> } }
    assert.equal(reply.status, status)
    assert.deepEqual(reply.body.checks, { ...found, accepting: true })
  })
}
