/** Speaks for an institution of the demo through the same API that everyone uses, with a key that is gone afterwards. */
import { type Client, createClient, type NewAwardBatch, routes } from '@kolleges/api'
import type { z } from 'zod'
import { createApiKey } from './access/index.ts'
import type { Ports } from './platform/ports.ts'

const WAIT_MS = 200
const WAIT_ROUNDS_MAX = 600

export async function withClient<T>(
  ports: Ports,
  origin: string,
  institutionId: string,
  work: (client: Client) => Promise<T>,
): Promise<T> {
  const key = await ports.db.tenant(institutionId, (tx) =>
    createApiKey(tx, ports, { institutionId, name: 'demo', role: 'admin', actor: 'demo' }),
  )
  const client = createClient({ origin, fetch, headers: () => ({ authorization: `Bearer ${key.secret}` }) })
  const result = await work(client)
  await client.call(routes.apiKeys.revoke, { params: { id: key.id } })
  return result
}

export async function settled(isDone: () => Promise<boolean>): Promise<void> {
  for (let round = 0; round < WAIT_ROUNDS_MAX; round += 1) {
    if (await isDone()) return
    await new Promise((resolve) => setTimeout(resolve, WAIT_MS))
  }
  throw new Error('The demo was not issued in time.')
}

/** Awards and waits until everybody has their credential and their message. */
export async function awarded(
  client: Client,
  body: z.input<typeof NewAwardBatch>,
  idempotencyKey: string,
): Promise<void> {
  const batch = await client.call(routes.awardBatches.create, { body, idempotencyKey })
  await settled(async () => {
    const { counts } = await client.call(routes.awardBatches.read, { params: { id: batch.id } })
    return counts.delivered + counts.failed >= counts.total
  })
}
