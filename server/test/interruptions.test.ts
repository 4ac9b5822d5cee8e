/** Breaks the way from award to mailbox at every single step, once before and once after the step took effect. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { AwardBatch, Message } from '@kolleges/api'
import { deliverCredentials } from '../src/delivery/deliver.ts'
import { sendMessage } from '../src/delivery/send.ts'
import { issueAwards } from '../src/issuing/issue.ts'
import type { Ports } from '../src/platform/ports.ts'
import { type Awarding, openAwarding, people } from './awarding.ts'

const RECIPIENTS = 3
const STEPS_MAX = 60

let app: Awarding
before(async () => {
  app = await openAwarding()
})
after(() => app?.close())

for (const moment of ['before', 'after'] as const) {
  test(`an interruption ${moment} any step leaves one credential and one message for each`, async () => {
    for (let step = 1; ; step++) {
      assert.ok(step < STEPS_MAX)
      const breaker = breakAt(step, moment)
      const recipients = people(RECIPIENTS, step * 10 + (moment === 'after' ? 5_000 : 0))
      const batch = await app.award(recipients, { drain: false })
      await walk(breaker.portsOf(app.ports), batch)
      // The queue still holds the jobs for all of it: the whole way is walked a second time.
      await app.drain()
      await proveOnce(batch, step)
      if (!breaker.hasBroken()) return
    }
  })
}

class Interrupted extends Error {}

/** Counts every transaction, signature and mail, and breaks one of them. */
function breakAt(step: number, moment: 'before' | 'after') {
  let count = 0
  const breaking = async <T>(work: () => Promise<T>): Promise<T> => {
    const isTheOne = ++count === step
    if (isTheOne && moment === 'before') throw new Interrupted()
    const done = await work()
    if (isTheOne) throw new Interrupted()
    return done
  }
  return {
    hasBroken: () => count >= step,
    portsOf: (ports: Ports): Ports => ({
      ...ports,
      db: { ...ports.db, tenant: (id, work) => breaking(() => ports.db.tenant(id, work)) },
      mail: { ...ports.mail, send: (message) => breaking(() => ports.mail.send(message)) },
      signers: {
        ...ports.signers,
        forInstitution: async (id) => {
          const signer = await breaking(() => ports.signers.forInstitution(id))
          return { ...signer, sign: (bytes) => breaking(() => signer.sign(bytes)) }
        },
      },
    }),
  }
}

/** Does what the jobs do, and does again what was interrupted, as the queue would. */
async function walk(ports: Ports, batch: AwardBatch): Promise<void> {
  const { institutionId } = app
  const awardIds = await idsOf('awards', batch.id)
  await again(() => issueAwards(ports, { institutionId, batchId: batch.id, awardIds }))
  await again(() => deliverCredentials(ports, { institutionId, awardIds }))
  for (const messageId of await idsOf('messages', batch.id)) {
    // Twice: an interrupted sending is no thrown error but a message that waits for its next attempt.
    for (let i = 0; i < 2; i++) await again(() => sendMessage(ports, { institutionId, messageId }))
  }
}

async function again(work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    if (!(error instanceof Interrupted)) throw error
    await work()
  }
}

const idsOf = (table: 'awards' | 'messages', batchId: string): Promise<string[]> =>
  app.ports.db.operator(async (tx) => {
    const awards = await tx.selectFrom('awards').select('id').where('batch_id', '=', batchId).execute()
    const ids = awards.map(({ id }) => id)
    if (table === 'awards') return ids
    const messages = await tx.selectFrom('messages').select('id').where('award_id', 'in', ids).execute()
    return messages.map(({ id }) => id)
  })

async function proveOnce(batch: AwardBatch, step: number): Promise<void> {
  const read = async (path: string) => (await app.request(path, { key: app.key })).json()
  const { counts } = (await read(`/v1/award-batches/${batch.id}`)) as AwardBatch
  assert.deepEqual([counts.issued, counts.delivered, counts.failed], [RECIPIENTS, RECIPIENTS, 0], `step ${step}`)
  const credentials = await app.credentials(`&award_batch=${batch.id}`)
  const { data } = (await read('/v1/messages?limit=100')) as { data: Message[] }
  for (const { id, recipient } of credentials) {
    const messages = data.filter(({ credential }) => credential === id)
    assert.equal(messages.length, 1, `step ${step}`)
    const arrived = app.mail.sent.filter(({ to }) => to === recipient.email)
    assert.equal(new Set(arrived.map(({ messageId }) => messageId)).size, 1, `step ${step}`)
    if (arrived.length > 1) assert.ok(messages[0]!.possiblyRepeated, `step ${step}`)
    assert.ok(arrived.length <= 2, `step ${step}`)
  }
}
