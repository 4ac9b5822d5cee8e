import assert from 'node:assert/strict'
import { after, before, beforeEach, mock, test } from 'node:test'
import { type Harness, harness } from '../../test/harness.ts'
import { createSignInLink } from './index.ts'
import { sweepAccess } from './sweep.ts'

let h: Harness
before(async () => {
  h = await harness()
})
after(() => h.close())
beforeEach(() => {
  h.mail.sent.length = 0
})

const form = (path: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
  h.request(path, { method: 'POST', body: new URLSearchParams(fields), headers })

const ask = async (email: string, fields: Record<string, string> = {}) => {
  const response = await form('/sign-in', { email, ...fields })
  assert.equal(response.status, 200)
  const message = h.mail.sent.at(-1)!
  const link = message.text.match(/http\S+\/sign-in\/\S+/)![0]
  return { message, path: new URL(link).pathname, code: message.text.match(/^\d{6}$/m)![0] }
}
const cookieOf = (response: Response) => response.headers.get('set-cookie')?.split(';')[0] ?? ''
const sessionOf = async (response: Response) => {
  const answered = await h.request('/v1/session', { cookie: cookieOf(response) })
  return { status: answered.status, body: (await answered.json()) as { account: { email: string } } }
}

test('the link of a sign-in message opens nothing by itself and lets one person in by its button', async () => {
  const { path } = await ask('  Haneul@Learner.Example ')
  for (let opened = 0; opened < 10; opened++) {
    const page = await h.request(path)
    assert.equal(page.status, 200)
    assert.equal(page.headers.get('set-cookie'), null)
  }
  const entered = await form(path, {})
  assert.equal(entered.status, 303)
  assert.match(
    entered.headers.get('set-cookie')!,
    /^kolleges_session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=/,
  )
  assert.equal((await sessionOf(entered)).body.account.email, 'haneul@learner.example')
  assert.equal((await form(path, {})).status, 422)
})

test('of many presses of one link at once, one is let in', async () => {
  const { path } = await ask('race@learner.example')
  const answers = await Promise.all(Array.from({ length: 200 }, () => form(path, {})))
  assert.equal(answers.filter((answer) => answer.status === 303).length, 1)
})

test('of many entries of one code at once, one is let in', async () => {
  const { code } = await ask('code-race@learner.example')
  const enter = () => form('/sign-in/code', { email: 'code-race@learner.example', code })
  const answers = await Promise.all(Array.from({ length: 20 }, enter))
  assert.equal(answers.filter((answer) => answer.status === 303).length, 1)
})

test('a link and its code run out after fifteen minutes', async () => {
  const { path, code } = await ask('late@learner.example')
  h.clock.advance(15 * 60)
  assert.equal((await h.request(path)).status, 422)
  assert.equal((await form(path, {})).status, 422)
  assert.equal((await form('/sign-in/code', { email: 'late@learner.example', code })).status, 422)
})

test('a code is refused after five wrong ones, and the link still works', async () => {
  const { path, code } = await ask('guess@learner.example')
  const wrong = code === '000000' ? '000001' : '000000'
  for (let guess = 0; guess < 5; guess++) {
    assert.equal((await form('/sign-in/code', { email: 'guess@learner.example', code: wrong })).status, 422)
  }
  assert.equal((await form('/sign-in/code', { email: 'guess@learner.example', code })).status, 422)
  assert.equal((await form(path, {})).status, 303)
})

test('wrong codes are counted for the address over all its messages', async () => {
  const email = 'patient@learner.example'
  let code = ''
  for (let round = 0; round < 4; round++) {
    h.clock.advance(3600)
    code = (await ask(email)).code
    const wrong = code === '000000' ? '000001' : '000000'
    for (let guess = 0; guess < 5; guess++) await form('/sign-in/code', { email, code: wrong })
  }
  h.clock.advance(3600)
  code = (await ask(email)).code
  assert.equal((await form('/sign-in/code', { email, code })).status, 429)
})

test('only the code of the newest message counts', async () => {
  const email = 'twice@learner.example'
  const older = await ask(email)
  h.clock.advance(1)
  const newer = await ask(email)
  assert.notEqual(older.code, newer.code)
  assert.equal((await form('/sign-in/code', { email, code: older.code })).status, 422)
  assert.equal((await form('/sign-in/code', { email, code: newer.code })).status, 303)
})

test('a link that the operator made has no code', async () => {
  const email = 'operator-made@hanbit.example'
  await createSignInLink(h.ports, email)
  const { sign_in_tokens: made } = await h.ports.db.lookup(async (tx) => ({
    sign_in_tokens: await tx.selectFrom('sign_in_tokens').selectAll().where('email', '=', email).execute(),
  }))
  assert.equal(made[0]?.purpose, 'link')
  for (let guess = 0; guess < 3; guess++) {
    assert.equal((await form('/sign-in/code', { email, code: '123456' })).status, 422)
  }
  const [row] = await h.ports.db.lookup((tx) =>
    tx.selectFrom('sign_in_tokens').select('attempts').where('email', '=', email).execute(),
  )
  assert.equal(row?.attempts, 0)
})

test('known and unknown addresses get the same answer', async () => {
  const first = await form('/sign-in', { email: 'same@learner.example' })
  const { path } = { path: new URL(h.mail.sent.at(-1)!.text.match(/http\S+\/sign-in\/\S+/)![0]).pathname }
  await form(path, {})
  const known = await form('/sign-in', { email: 'same@learner.example' })
  const unknown = await form('/sign-in', { email: 'nope@learner.example' })
  const read = async (response: Response, email: string) => [
    response.status,
    (await response.text()).replaceAll(encodeURIComponent(email), '@').replaceAll(email, '@'),
  ]
  assert.deepEqual(await read(known, 'same@learner.example'), await read(unknown, 'nope@learner.example'))
  assert.equal(first.status, 200)
})

test('an address gets no more than six messages in an hour', async () => {
  const email = 'flood@learner.example'
  const statuses: number[] = []
  for (let asked = 0; asked < 8; asked++) {
    statuses.push((await h.request('/v1/sign-in', { json: { email } })).status)
  }
  assert.deepEqual(statuses, [202, 202, 202, 202, 202, 202, 429, 429])
  h.clock.advance(3600)
  assert.equal((await h.request('/v1/sign-in', { json: { email } })).status, 202)
})

test('nothing in the tables lets a thief in', async () => {
  const { path, code } = await ask('hashed@learner.example')
  const entered = await form(path, {})
  const token = cookieOf(entered).split('=')[1]!
  const everything = await h.ports.db.lookup(async (tx) => [
    ...(await tx.selectFrom('sign_in_tokens').selectAll().where('email', '=', 'hashed@learner.example').execute()),
    ...(await tx.selectFrom('sessions').selectAll().execute()),
  ])
  const text = JSON.stringify(everything, (_, value) =>
    value?.type === 'Buffer' ? Buffer.from(value.data).toString('latin1') : value,
  )
  for (const secret of [path.split('/').at(-1)!, code, token]) assert.ok(!text.includes(secret))
})

test('a session that the browser had before is over after signing in', async () => {
  const first = await form((await ask('fixed@learner.example')).path, {})
  const second = await form((await ask('fixed@learner.example')).path, {}, { cookie: cookieOf(first) })
  assert.notEqual(cookieOf(first), cookieOf(second))
  assert.equal((await sessionOf(first)).status, 401)
  assert.equal((await sessionOf(second)).status, 200)
})

test('a session lasts two weeks from its last use, and ninety days at most', async () => {
  const entered = await form((await ask('slide@learner.example')).path, {})
  for (let week = 0; week < 12; week++) {
    h.clock.advance(7 * 86_400)
    assert.equal((await sessionOf(entered)).status, 200, `week ${week}`)
  }
  h.clock.advance(7 * 86_400)
  assert.equal((await sessionOf(entered)).status, 401)
  const idle = await form((await ask('slide@learner.example')).path, {})
  h.clock.advance(14 * 86_400)
  assert.equal((await sessionOf(idle)).status, 401)
})

test('signing out ends the session, whatever browser still has its cookie', async () => {
  const entered = await form((await ask('leave@learner.example')).path, {})
  const left = await h.request('/sign-out', { method: 'POST', cookie: cookieOf(entered) })
  assert.equal(left.status, 303)
  assert.match(left.headers.get('set-cookie')!, /^kolleges_session=; .*Max-Age=0$/)
  assert.equal((await sessionOf(entered)).status, 401)
})

test('the cookie of a server on https is sent over https only', async () => {
  const secure = await harness({ config: { origin: 'https://badges.hanbit.example' } })
  try {
    const url = new URL(await createSignInLink(secure.ports, 'secure@hanbit.example'))
    assert.equal(url.origin, 'https://badges.hanbit.example')
    const entered = await secure.request(url.pathname, { method: 'POST' })
    assert.match(entered.headers.get('set-cookie')!, /; Secure/)
  } finally {
    await secure.close()
  }
})

test('after signing in people go where they wanted to, as long as it lies here', async () => {
  const cases: [string, string][] = [
    ['/app/achievements?state=draft', '/app/achievements?state=draft'],
    ['https://evil.example/', '/app'],
    ['//evil.example', '/app'],
    ['/\\evil.example', '/app'],
    ['/sign-in', '/app'],
  ]
  for (const [index, [next, expected]] of cases.entries()) {
    const { path } = await ask(`next-${index}@learner.example`, { next })
    assert.equal((await form(path, {})).headers.get('location'), expected, next)
  }
})

test('the message speaks the language of the page', async () => {
  const korean = await ask('ko@learner.example')
  assert.match(korean.message.subject, /^로그인 코드 \d{6}$/)
  await form('/sign-in?lang=en', { email: 'en@learner.example' })
  assert.match(h.mail.sent.at(-1)!.subject, /^Your sign-in code is \d{6}$/)
})

test('a form that another site sends is refused', async () => {
  const foreign = { origin: 'https://evil.example' }
  const { path } = await ask('csrf@learner.example')
  assert.equal((await form(path, {}, foreign)).status, 403)
  assert.equal((await form('/sign-in', { email: 'csrf@learner.example' }, foreign)).status, 403)
  assert.equal((await form(path, {})).status, 303)
})

/** What is written passes on as well: the runner reports through the same stream. */
function listenTo(stream: NodeJS.WriteStream, written: string[]) {
  const write = stream.write.bind(stream)
  return mock.method(stream, 'write', (chunk: string | Uint8Array) => {
    if (typeof chunk === 'string') written.push(chunk)
    return typeof chunk === 'string' && chunk.includes('/sign-in/') ? true : write(chunk)
  })
}

test('without a mail server the page says where the link is to be had, and a session says that no mail goes out', async () => {
  const cases = [
    ['http://localhost:3000', /서버를 실행한 터미널/, true],
    ['https://badges.hanbit.example', /admin sign-in-link --email/, false],
  ] as const
  for (const [origin, words, takesCode] of cases) {
    const own = await harness({ mailKind: 'outbox', config: { origin } })
    const written: string[] = []
    const printed = listenTo(process.stdout, written)
    try {
      const asked = await own.request('/sign-in', { body: new URLSearchParams({ email: 'op@hanbit.example' }) })
      printed.mock.restore()
      const page = await asked.text()
      assert.match(page, words)
      assert.equal(page.includes('name="code"'), takesCode)
      assert.equal(/\n\d{6}\n/.test(written.join('')), takesCode)
    } finally {
      printed.mock.restore()
      await own.close()
    }
  }
})

test('a mail server that is down is told to whoever waits for the message', async () => {
  h.mail.refuses = true
  try {
    assert.equal((await form('/sign-in', { email: 'down@learner.example' })).status, 503)
    const answered = await h.request('/v1/sign-in', { json: { email: 'down@learner.example' } })
    assert.equal(((await answered.json()) as { code: string }).code, 'mail-unavailable')
  } finally {
    h.mail.refuses = false
  }
})

test('nobody without a link or a code learns whether an address is known', async () => {
  const answers = []
  for (const email of ['owner@nowhere.example', 'haneul@learner.example']) {
    const answered = await h.request('/v1/sign-in/code', { json: { email, code: '123456' } })
    const { instance: _, ...body } = (await answered.json()) as Record<string, unknown>
    answers.push([answered.status, body])
  }
  assert.deepEqual(answers[0], answers[1])
})

test('what has run out is cleared away', async () => {
  await ask('swept@learner.example')
  h.clock.advance(200 * 86_400)
  await sweepAccess(h.ports)
  const left = await h.ports.db.lookup(async (tx) => [
    ...(await tx.selectFrom('sign_in_tokens').select('id').execute()),
    ...(await tx.selectFrom('sessions').select('account_id').execute()),
    ...(await tx.selectFrom('rate_counters').select('bucket').execute()),
  ])
  assert.deepEqual(left, [])
})
