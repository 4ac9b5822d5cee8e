import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { AwardBatch, Credential, Message, MessageBody, Problem } from '@kolleges/api'
import { sql } from 'kysely'
import { type Awarding, openAwarding, people } from '../../test/awarding.ts'
import { claimHash, findAwardByPublicId } from '../issuing/index.ts'
import { PlatformError } from '../platform/errors.ts'
import { deliverCredentials } from './deliver.ts'
import { sendMessage } from './send.ts'

let app: Awarding
/** What the mail server does with the next messages; by default it takes them. */
let refusal: object | undefined
const taken: { to: string; messageId: string; text: string }[] = []

before(async () => {
  app = await openAwarding({
    ports: {
      mail: {
        kind: 'smtp',
        send: async ({ to, messageId, text }) => {
          const cause = refusal && Object.assign(new Error('smtp'), refusal)
          if (cause) throw new PlatformError('mail-refused', 'The mail server did not take a message.', { cause })
          taken.push({ to, messageId, text })
        },
      },
    },
  })
})
after(() => app?.close())

const read = async <Answer>(path: string): Promise<Answer> =>
  (await (await app.request(path, { key: app.key })).json()) as Answer
const messagesTo = async (email: string): Promise<Message[]> =>
  (await read<{ data: Message[] }>('/v1/messages?limit=100')).data.filter(({ to }) => to.email === email)
const takenBy = (email: string) => taken.filter(({ to }) => to === email)
const post = (path: string, json: object = {}) => app.request(path, { key: app.key, json })

/** Awards one new person. */
async function awardOne(email: string): Promise<{ credential: Credential; batch: AwardBatch }> {
  const batch = await app.award([{ name: '김하늘', email }])
  return { batch, credential: (await app.credentials(`&award_batch=${batch.id}`))[0]! }
}

test('whoever was awarded gets one message, whose link opens their claim', async () => {
  const { credential } = await awardOne('one@learner.example')
  const { text } = takenBy('one@learner.example')[0]!
  const token = text.match(/\/k\/([\w-]{43})$/m)?.[1] ?? ''
  const institutionId = await app.ports.db.operator((tx) =>
    tx.selectFrom('awards').select('public_id').where('claim_hash', '=', claimHash(token)).executeTakeFirst(),
  )
  assert.deepEqual(institutionId, { public_id: credential.id })
  assert.equal(credential.delivery.state, 'delivered')
})

test('told twice of the same credential, nobody gets a second message', async () => {
  const { credential } = await awardOne('twice@learner.example')
  const { id } = (await findAwardByPublicId(app.ports, credential.id))!
  await deliverCredentials(app.ports, { institutionId: app.institutionId, awardIds: [id] })
  await app.drain()
  assert.equal(takenBy('twice@learner.example').length, 1)
  assert.equal((await messagesTo('twice@learner.example')).length, 1)
})

test('a message whose sending was cut off goes out again under the same Message-ID, and is marked', async () => {
  await awardOne('cut@learner.example')
  const [message] = await messagesTo('cut@learner.example')
  const { institutionId } = app
  await app.ports.db.operator((tx) =>
    tx.updateTable('messages').set({ state: 'sending' }).where('id', '=', message!.id).execute(),
  )
  await sendMessage(app.ports, { institutionId, messageId: message!.id })
  const received = takenBy('cut@learner.example')
  assert.deepEqual([received.length, new Set(received.map(({ messageId }) => messageId)).size], [2, 1])
  const [after] = await messagesTo('cut@learner.example')
  assert.deepEqual([after?.state, after?.possiblyRepeated, after?.attempts], ['sent', true, 2])
  await sendMessage(app.ports, { institutionId, messageId: message!.id })
  assert.equal(takenBy('cut@learner.example').length, 2)
})

test('an address that is refused for good is shown as failed, and can be tried again', async () => {
  refusal = { responseCode: 550, response: '550 5.1.1 no such mailbox', command: 'RCPT TO' }
  const { batch, credential } = await awardOne('gone@learner.example')
  refusal = undefined
  const [failed] = await messagesTo('gone@learner.example')
  assert.deepEqual([failed?.state, failed?.lastFault], ['failed', '550 5.1.1 no such mailbox'])
  assert.equal(credential.delivery.state, 'failed')
  assert.deepEqual([batch.state, batch.counts.messagesFailed], ['done', 1])
  assert.equal((await post(`/v1/award-batches/${batch.id}/retry`)).status, 202)
  await app.drain()
  assert.equal(takenBy('gone@learner.example').length, 1)
  const nothing = await post(`/v1/award-batches/${batch.id}/retry`)
  assert.deepEqual([nothing.status, ((await nothing.json()) as Problem).code], [409, 'batch-not-retryable'])
})

test('a mail server that asks for patience gets it, and nothing counts as repeated', async () => {
  refusal = { responseCode: 451, response: '451 4.7.1 greylisted', command: 'RCPT TO' }
  await awardOne('later@learner.example')
  refusal = undefined
  const [waiting] = await messagesTo('later@learner.example')
  assert.deepEqual([waiting?.state, waiting?.attempts, waiting?.lastFault], ['queued', 1, '451 4.7.1 greylisted'])
  await app.drain()
  assert.equal(takenBy('later@learner.example').length, 0)
  await sendMessage(app.ports, { institutionId: app.institutionId, messageId: waiting!.id })
  const [sent] = await messagesTo('later@learner.example')
  assert.deepEqual([sent?.state, sent?.possiblyRepeated, sent?.lastFault], ['sent', false, null])
})

test('a connection that breaks while the message is on its way counts as perhaps taken', async () => {
  refusal = { code: 'ECONNECTION', command: 'CONN' }
  await awardOne('unclear@learner.example')
  refusal = undefined
  const [waiting] = await messagesTo('unclear@learner.example')
  assert.equal(waiting?.state, 'sending')
  await sendMessage(app.ports, { institutionId: app.institutionId, messageId: waiting!.id })
  assert.equal((await messagesTo('unclear@learner.example'))[0]?.possiblyRepeated, true)
})

test('a message can be asked for once more, but not as often as one likes', async () => {
  const { credential } = await awardOne('again@learner.example')
  const resend = () => post(`/v1/credentials/${credential.id}/message`)
  const tooSoon = await resend()
  assert.deepEqual([tooSoon.status, tooSoon.headers.get('retry-after')], [429, '60'])
  app.clock.advance(61)
  assert.equal((await resend()).status, 202)
  await app.drain()
  const received = takenBy('again@learner.example')
  assert.deepEqual([received.length, new Set(received.map(({ messageId }) => messageId)).size], [2, 2])
  const statuses: number[] = []
  for (let i = 0; i < 6; i++) {
    app.clock.advance(61)
    statuses.push((await resend()).status)
  }
  assert.deepEqual(statuses, [202, 202, 202, 202, 429, 429])
  app.clock.advance(86_400)
  assert.equal((await resend()).status, 202)
  await app.drain()
})

test('nobody is invited to a credential that was revoked', async () => {
  const batch = await app.award(people(1, 700), { drain: false })
  await app.drain()
  const { id } = (await app.credentials(`&award_batch=${batch.id}`))[0]!
  await post(`/v1/credentials/${id}/revocation`, { reason: 'x' })
  const response = await post(`/v1/credentials/${id}/message`)
  assert.deepEqual([response.status, ((await response.json()) as Problem).code], [409, 'already-revoked'])
})

test('staff read the message, and not its secret link', async () => {
  const { data } = await read<{ data: Message[] }>('/v1/messages?limit=1')
  const body = await read<MessageBody>(`/v1/messages/${data[0]!.id}`)
  assert.match(body.text, /배지를 확인하고 받을 수 있어요/)
  assert.doesNotMatch(body.text + body.html, /\/k\/[\w-]{43}/)
  assert.equal((await app.request(`/v1/messages/${app.achievement}`, { key: app.key })).status, 404)
})

test('without a mail server the outbox is the mailbox: the message is there with its link', async () => {
  const outbox = await openAwarding({ mailKind: 'outbox' })
  try {
    const batch = await outbox.award(people(1))
    assert.equal(batch.counts.delivered, 1)
    assert.equal(outbox.mail.sent.length, 0)
    const list = await outbox.request('/v1/messages', { key: outbox.key })
    const { data } = (await list.json()) as { data: Message[] }
    const body = await outbox.request(`/v1/messages/${data[0]!.id}`, { key: outbox.key })
    const { html, state } = (await body.json()) as MessageBody
    assert.equal(state, 'sent')
    const path = html.match(/\/k\/[\w-]{43}/)?.[0]
    assert.equal((await outbox.request(path!)).status, 200)
  } finally {
    await outbox.close()
  }
})

test('a message whose job was lost is found and sent; one that waits for its next attempt is left alone', async () => {
  refusal = { responseCode: 451, response: '451 later', command: 'RCPT TO' }
  await awardOne('lost@learner.example')
  await app.ports.db.operator((tx) => sql`DELETE FROM pgboss.job WHERE name = 'send-message'`.execute(tx))
  refusal = undefined
  app.clock.advance(1_800)
  await app.queue.tick()
  await app.drain()
  assert.equal(takenBy('lost@learner.example').length, 0)
  app.clock.advance(1_900)
  await app.queue.tick()
  await app.drain()
  assert.equal(takenBy('lost@learner.example').length, 1)
})

test('a message about a credential that was revoked meanwhile is not sent', async () => {
  refusal = { responseCode: 451, response: '451 later', command: 'RCPT TO' }
  const { credential } = await awardOne('withdrawn@learner.example')
  refusal = undefined
  await post(`/v1/credentials/${credential.id}/revocation`, { reason: '과제 표절' })
  const [waiting] = await messagesTo('withdrawn@learner.example')
  await sendMessage(app.ports, { institutionId: app.institutionId, messageId: waiting!.id })
  const [message] = await messagesTo('withdrawn@learner.example')
  assert.deepEqual([message?.state, message?.lastFault], ['failed', 'credential-revoked'])
  assert.equal(takenBy('withdrawn@learner.example').length, 0)
})
