/** Issues to 2,000 people, kills the server three times on the way, and counts what came out. */
import assert from 'node:assert/strict'
import type { AddressInfo } from 'node:net'
import { after, before, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import type { AwardBatch, Credential, Message } from '@kolleges/api'
import { bitAt, decodeBits, extract, type Json, type Material, parseJsonStrict, verify } from '@kolleges/credentials'
import pg from 'pg'
import { SMTPServer } from 'smtp-server'
import { SEND_PARALLEL } from '../src/delivery/limits.ts'
import { unpackText } from '../src/issuing/packed-text.ts'
import { nodePrimitives } from '../src/platform/primitives.ts'
import { SOCKET_PORT, socketFolder } from '../src/platform/socket-folder.ts'
import { ACHIEVEMENT, people } from './awarding.ts'
import { type Installation, installation, type ServerProcess } from './process.ts'
import { verifiedByRival } from './rival.ts'

const RECIPIENTS = 2_000
/** Where on the way the server is killed: while it signs, while it signs and sends, while it sends. */
const KILLS = [{ issued: 200 }, { issued: 1_100 }, { delivered: 1_400 }] as const
const FINISH_MS = 120_000
const BAKED_SAMPLE = 50
const RIVAL_SAMPLE = 10

type Arrival = { readonly to: string; readonly messageId: string }
type Issuer = { readonly apiKey: string; readonly institution: { readonly id: string } }

const arrivals: Arrival[] = []
let sink: SMTPServer
let place: Installation
let server: ServerProcess
let issuer: Issuer
let batch: AwardBatch
let credentials: Credential[]
let texts: Map<string, string>

before(async () => {
  sink = await openSink()
  const { port } = sink.server.address() as AddressInfo
  place = await installation({ SMTP_URL: `smtp://127.0.0.1:${port}` })
  const made = await place.command(
    ...['admin', 'create-institution', '--name', '한빛대학교', '--slug', 'hanbit'],
    ...['--owner', 'owner@hanbit.example', '--json'],
  )
  assert.equal(made.code, 0, made.err)
  issuer = JSON.parse(made.out) as Issuer
  server = await place.start()
})
after(async () => {
  await place.remove()
  await new Promise<void>((resolve) => sink.close(resolve))
})

test('a batch survives three kills and comes to its end', { timeout: FINISH_MS }, async (context) => {
  const { id: achievement } = await call<{ id: string }>('/v1/achievements', ACHIEVEMENT)
  batch = await call('/v1/award-batches', { achievement, recipients: people(RECIPIENTS) }, 'the one batch')
  for (const kill of KILLS) {
    await until((counts) => Object.entries(kill).every(([name, wanted]) => counts[name as 'issued'] >= wanted))
    await server.end('SIGKILL')
    context.diagnostic(`killed at ${JSON.stringify(kill)}, when ${arrivals.length} messages had arrived`)
    server = await place.start()
  }
  await until(({ delivered }) => delivered === RECIPIENTS)
  const done = await read<AwardBatch>(`/v1/award-batches/${batch.id}`)
  const wanted = { total: RECIPIENTS, issued: RECIPIENTS, delivered: RECIPIENTS, failed: 0, messagesFailed: 0 }
  assert.deepEqual([done.state, done.counts], ['done', { ...wanted, alreadyAwarded: 0 }])
})

test('asking for the same batch again with the same key makes no second one', async () => {
  const { achievement } = batch
  const body = { achievement: achievement.id, recipients: people(RECIPIENTS) }
  assert.equal((await call<AwardBatch>('/v1/award-batches', body, 'the one batch')).id, batch.id)
})

test('every recipient has exactly one credential, each with a status index of its own', async () => {
  credentials = await everything<Credential>(`/v1/credentials?award_batch=${batch.id}`)
  const wanted = people(RECIPIENTS).map(({ email }) => email)
  const each = (name: string, of: (credential: Credential) => string) =>
    assert.equal(new Set(credentials.map(of)).size, RECIPIENTS, name)
  assert.equal(credentials.length, RECIPIENTS)
  assert.deepEqual(credentials.map(({ recipient }) => recipient.email).sort(), wanted.sort())
  each('id', ({ id }) => id)
  each('number', ({ number }) => number)
  each('index', ({ statusList }) => `${statusList.url} ${statusList.index}`)
  const rows = await query(`
    SELECT count(*)::int AS awards, count(DISTINCT recipient_key)::int AS people, count(DISTINCT public_id)::int AS ids,
      count(DISTINCT (status_list_id, status_index))::int AS indexes, count(coalesce(text, encode(packed, 'hex')))::int AS credentials
    FROM awards LEFT JOIN signed_credentials ON award_id = id`)
  const all = RECIPIENTS
  assert.deepEqual(rows, [{ awards: all, people: all, ids: all, indexes: all, credentials: all }])
  const entries = await query(`
    SELECT count(*)::int AS entries, count(*) FILTER (WHERE a.status_index = e.index)::int AS matching
    FROM status_entries e JOIN awards a ON a.id = e.award_id`)
  assert.deepEqual(entries, [{ entries: all, matching: all }])
})

test('every credential is served as it was signed, and its signature is good', async () => {
  texts = new Map(await pooled(credentials, async ({ id }) => [id, await text(`/c/${id}.json`)] as const))
  const stored = await query(`SELECT public_id, signed.text AS credential, packed, s.text AS sample
    FROM awards LEFT JOIN credential_samples s USING (institution_id, achievement_id, achievement_version)
    JOIN signed_credentials signed ON award_id = id`)
  for (const { public_id, credential, packed, sample } of stored)
    assert.equal(texts.get(String(public_id)), credential ?? unpackText(packed as Uint8Array, String(sample)))
  const material = await gather()
  for (const [id, signed] of texts) {
    const { verdict, checks } = await verify(parsed(signed), material, {
      at: new Date().toISOString(),
      primitives: nodePrimitives,
    })
    assert.equal(verdict, 'valid', `${id}: ${JSON.stringify(checks)}`)
  }
})

test('another implementation accepts a sample', async () => {
  for (const signed of [...texts.values()].slice(0, RIVAL_SAMPLE)) {
    const result = await verifiedByRival(parsed(signed), async (url) => parsed(await text(new URL(url).pathname)))
    assert.equal(result.verified, true, JSON.stringify(result.error))
  }
})

test('a baked picture carries the same credential', async () => {
  await pooled(credentials.slice(0, BAKED_SAMPLE), async ({ id }) => {
    const extracted = extract(new Uint8Array(await (await get(`/c/${id}.png`)).arrayBuffer()))
    assert.equal(extracted.outcome === 'extracted' && extracted.text, texts.get(id))
  })
})

test('everybody got one message; what arrived twice has one Message-ID and is marked', async (context) => {
  const messages = await everything<Message>('/v1/messages?')
  assert.equal(messages.length, RECIPIENTS)
  assert.deepEqual(new Set(messages.map(({ state }) => state)), new Set(['sent']))
  const byRecipient = Map.groupBy(arrivals, ({ to }) => to)
  assert.equal(byRecipient.size, RECIPIENTS)
  assert.equal(new Set(arrivals.map(({ messageId }) => messageId)).size, RECIPIENTS)
  const marked = new Set(messages.filter(({ possiblyRepeated }) => possiblyRepeated).map(({ to }) => to.email))
  for (const [to, received] of byRecipient) {
    assert.equal(new Set(received.map(({ messageId }) => messageId)).size, 1, to)
    if (received.length > 1) assert.ok(marked.has(to), `${to} got ${received.length} and nobody said so`)
  }
  const repeated = arrivals.length - RECIPIENTS
  assert.ok(repeated <= KILLS.length * SEND_PARALLEL, `${repeated} arrived twice`)
  context.diagnostic(`${repeated} arrived twice, ${marked.size} marked`)
})

test('a revocation is in the served status list within five seconds', async () => {
  const { id, statusList } = credentials[7]!
  const started = performance.now()
  await call(`/v1/credentials/${id}/revocation`, { reason: '과제 표절' })
  const { pathname } = new URL(statusList.url)
  while (!bitAt(bitsOf(parsed(await text(pathname))), statusList.index)) {
    assert.ok(performance.now() - started < 5_000, 'the list does not follow')
    await sleep(50)
  }
})

function bitsOf(list: Json): Uint8Array {
  const { credentialSubject } = list as { credentialSubject: { encodedList: string } }
  const decoded = decodeBits(credentialSubject.encodedList)
  assert.equal(decoded.outcome, 'decoded')
  return decoded.outcome === 'decoded' ? decoded.bits : new Uint8Array()
}

async function openSink(): Promise<SMTPServer> {
  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, session, done) => {
      let head = ''
      stream.on('data', (chunk: Buffer) => {
        if (head.length < 4_096) head += chunk.toString('latin1')
      })
      stream.on('end', () => {
        assert.equal(session.envelope.rcptTo.length, 1)
        const messageId = head.match(/^Message-ID: *(\S+)/im)?.[1] ?? ''
        arrivals.push({ to: session.envelope.rcptTo[0]!.address, messageId })
        done()
      })
    },
  })
  // A killed server breaks its connections; that is the test, not a fault of the sink.
  smtp.on('error', () => {})
  await new Promise<void>((resolve) => smtp.listen(0, '127.0.0.1', resolve))
  return smtp
}

const get = (path: string): Promise<Response> =>
  fetch(place.origin + path, { headers: path.startsWith('/v1/') ? { authorization: `Bearer ${issuer.apiKey}` } : {} })

async function read<Answer>(path: string): Promise<Answer> {
  const response = await get(path)
  assert.equal(response.status, 200, `${path}: ${await response.clone().text()}`)
  return (await response.json()) as Answer
}

async function text(path: string): Promise<string> {
  const response = await get(path)
  assert.equal(response.status, 200, path)
  return response.text()
}

async function call<Answer>(path: string, body: unknown, idempotencyKey?: string): Promise<Answer> {
  const response = await fetch(place.origin + path, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: {
      authorization: `Bearer ${issuer.apiKey}`,
      'content-type': 'application/json',
      ...(idempotencyKey && { 'idempotency-key': idempotencyKey.replaceAll(' ', '-') }),
    },
  })
  assert.ok(response.ok, `${path}: ${response.status} ${await response.clone().text()}`)
  return (await response.json()) as Answer
}

async function until(isReached: (counts: AwardBatch['counts']) => boolean): Promise<void> {
  for (;;) {
    const { counts } = await read<AwardBatch>(`/v1/award-batches/${batch.id}`)
    if (isReached(counts)) return
    await sleep(50)
  }
}

async function everything<Item extends { readonly id: string }>(path: string): Promise<Item[]> {
  const items: Item[] = []
  for (let after = ''; ; after = `&starting_after=${items.at(-1)!.id}`) {
    const page = await read<{ data: Item[]; has_more: boolean }>(`${path}&limit=100${after}`)
    items.push(...page.data)
    if (!page.has_more) return items
  }
}

async function gather(): Promise<Material> {
  const document = parsed(await text('/i/hanbit/did.json'))
  const did = String((document as { id: string }).id)
  const { statusList } = credentials[0]!
  const bits = bitsOf(parsed(await text(new URL(statusList.url).pathname)))
  return {
    issuers: new Map([[did, { document }]]),
    statusLists: new Map([[statusList.url, { bits, purpose: 'revocation' }]]),
    trust: new Map([[did, { standing: 'confirmed' }]]),
  }
}

function parsed(text: string): Json {
  const result = parseJsonStrict(text)
  assert.equal(result.outcome, 'parsed')
  return result.outcome === 'parsed' ? result.value : null
}

async function query(sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({
    ...{ host: socketFolder(place.dataFolder), port: SOCKET_PORT, user: 'kolleges', database: 'kolleges' },
  })
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

/** Eight at a time, as a few browsers would. */
async function pooled<In, Out>(items: readonly In[], work: (item: In) => Promise<Out>): Promise<Out[]> {
  const waiting = [...items.entries()]
  const done: Out[] = []
  const lane = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) done[next[0]] = await work(next[1])
  }
  await Promise.all(Array.from({ length: 8 }, lane))
  return done
}
