import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { z } from 'zod'
import { type Harness, harness } from '../../test/harness.ts'
import { type Actor, answer, problem, type Role } from './handler.ts'
import { sweepIdempotencyKeys } from './housekeeping.ts'
import { type Http, openHttp } from './http.ts'

const INSTITUTION = '01920000-0000-7000-8000-000000000001'
const keyOf = (role: Role): Actor => ({ kind: 'api-key', keyId: 'k', institutionId: INSTITUTION, role, label: 'key' })

let h: Harness
let http: Http
let effects = 0

before(async () => {
  h = await harness()
  await h.ports.db.operator(async (tx) => {
    const now = h.clock.now()
    const looks = { primary_color: '#000000', accent_color: '#000000', default_language: 'ko' }
    const names = { slug: 'hanbit', name_ko: '한빛', name_en: 'Hanbit', kind: 'university', standing: 'confirmed' }
    await tx
      .insertInto('institutions')
      .values({ id: INSTITUTION, ...looks, ...names, created_at: now, updated_at: now })
      .execute()
  })
  http = openHttp({
    ports: h.ports,
    // The test's keys are their role; any cookie is a holder's.
    authenticate: async (_, { bearer, sessionToken }) => {
      if (bearer) return bearer === 'wrong' ? [] : [keyOf(bearer as Role)]
      return sessionToken ? [{ kind: 'holder', accountId: 'a', email: 'a@b.kr' }] : []
    },
  })
  const body = z.object({ name: z.string().min(2), tags: z.array(z.string().max(3)).default([]) })
  const staff = {
    method: 'POST',
    path: '/v1/things',
    capability: 'awards.write',
    request: { body },
    idempotent: true,
  } as const
  http.on(staff, async ({ input, ports, actor }) => {
    if (input.body.name === 'refused') return problem('achievement-retired')
    return ports.db.tenant(actor.institutionId, async (tx) => {
      await tx
        .insertInto('audit_entries')
        .values({
          ...{ institution_id: actor.institutionId, id: ports.random.uuid(), at: ports.clock.now(), actor: 'key' },
          ...{ action: 'thing.made', subject_kind: 'thing', subject_id: input.body.name, details: '{}' },
        })
        .execute()
      if (input.body.name === 'broken') throw new Error('after the write')
      return answer(201, { made: ++effects, name: input.body.name })
    })
  })
  http.on(
    { method: 'GET', path: '/v1/things/{id}', capability: 'public', request: { params: z.object({ id: z.uuid() }) } },
    () => answer(200, {}),
  )
  http.on({ method: 'GET', path: '/v1/broken', capability: 'public' }, () => {
    throw new Error('secret@example.com')
  })
  http.on({ method: 'POST', path: '/form', capability: 'public', upload: true, bodyBytesMax: 1000 }, ({ input }) =>
    answer(200, { text: input.files.file ? new TextDecoder().decode(input.files.file.bytes) : 'none' }),
  )
  http.on({ method: 'GET', path: '/me', capability: 'holder' }, ({ actor }) => answer(200, { email: actor.email }))
})
after(() => h.close())

type Parts = { method?: string; headers?: Record<string, string>; body?: BodyInit; json?: unknown; role?: string }
const call = (path: string, { json, role, ...parts }: Parts = {}): Promise<Response> =>
  http.handle(
    new Request(`http://localhost:3000${path}`, {
      method: json === undefined && parts.body === undefined ? 'GET' : 'POST',
      ...parts,
      ...(json !== undefined && { body: JSON.stringify(json) }),
      headers: {
        ...(json !== undefined && { 'content-type': 'application/json' }),
        ...(role && { authorization: `Bearer ${role}` }),
        ...parts.headers,
      },
    }),
    '127.0.0.1',
  )
const codeOf = async (response: Response): Promise<string> => ((await response.json()) as { code: string }).code

const refusals: readonly (readonly [string, Parts, number, string, string])[] = [
  ['an unknown path', {}, 404, 'not-found', '/v1/nothing'],
  ['an unknown method', { method: 'DELETE' }, 405, 'method-not-allowed', '/v1/things'],
  ['a malformed id in the path', {}, 404, 'not-found', '/v1/things/nine'],
  ['nobody', { json: { name: 'ab' } }, 401, 'signed-out', '/v1/things'],
  ['a wrong key', { json: { name: 'ab' }, role: 'wrong' }, 401, 'signed-out', '/v1/things'],
  ['a lesser role', { json: { name: 'ab' }, role: 'viewer' }, 403, 'not-allowed', '/v1/things'],
  [
    'broken JSON',
    { body: '{', headers: { 'content-type': 'application/json' }, role: 'issuer' },
    400,
    'body-not-json',
    '/v1/things',
  ],
  [
    'another media type',
    { body: '<a/>', headers: { 'content-type': 'text/xml' }, role: 'issuer' },
    415,
    'media-type-unsupported',
    '/v1/things',
  ],
  [
    'a body past its limit',
    { json: { name: 'x'.repeat(1_100_000) }, role: 'issuer' },
    413,
    'body-too-large',
    '/v1/things',
  ],
  ['a body that does not fit', { json: { name: 1 }, role: 'issuer' }, 422, 'request-invalid', '/v1/things'],
  ['a handler that breaks', {}, 500, 'internal', '/v1/broken'],
  [
    'a refusal of the operation',
    { json: { name: 'refused' }, role: 'issuer' },
    409,
    'achievement-retired',
    '/v1/things',
  ],
]
for (const [what, parts, status, code, path] of refusals) {
  test(`${what} is answered ${status} ${code}`, async () => {
    const response = await call(path, parts)
    assert.equal(response.status, status)
    assert.equal(response.headers.get('content-type'), 'application/problem+json')
    const text = await response.text()
    assert.equal(JSON.parse(text).code, code)
    assert.ok(!text.includes('secret@example.com'))
  })
}

test('every fault of a body is named by its pointer, in the language of the reader', async () => {
  const json = { name: '한', tags: ['ok', 'long'] }
  const english = (await (
    await call('/v1/things', { json, role: 'issuer', headers: { 'accept-language': 'en-GB,ko;q=0.5' } })
  ).json()) as {
    title: string
    errors: { pointer: string; code: string; detail: string }[]
  }
  assert.deepEqual(
    english.errors.map(({ pointer, code }) => [pointer, code]),
    [
      ['#/name', 'too-small'],
      ['#/tags/1', 'too-big'],
    ],
  )
  assert.equal(english.title, 'Some values are not valid.')
  const korean = await (await call('/v1/things', { json, role: 'issuer' })).text()
  assert.match(korean, /입력값을 확인해 주세요/)
  assert.ok(!korean.includes(english.errors[0]!.detail))
})

test('what a body may not set is dropped', async () => {
  const body = '{"name":"made","role":"owner","constructor":{"name":"evil"}}'
  const response = await call('/v1/things', { body, headers: { 'content-type': 'application/json' }, role: 'issuer' })
  assert.equal(((await response.json()) as { name: string }).name, 'made')
})

for (const body of [
  '{"name":"ab","name":"cd"}',
  '{"name":"ab","__proto__":{}}',
  '{"name":"\\ud800x"}',
  '{"name":1e999}',
]) {
  test(`${body} is read in one way by nobody, so it is refused`, async () => {
    const response = await call('/v1/things', { body, headers: { 'content-type': 'application/json' }, role: 'issuer' })
    assert.deepEqual([response.status, await codeOf(response)], [400, 'body-not-json'])
  })
}

test('405 names the methods there are', async () => {
  assert.equal((await call('/v1/broken', { method: 'PUT' })).headers.get('allow'), 'GET, HEAD')
})

const origins: readonly (readonly [string, Record<string, string>, number])[] = [
  ['no origin', {}, 200],
  ['our origin', { origin: 'http://localhost:3000' }, 200],
  ['the host the browser used', { origin: 'http://127.0.0.1:3000', host: '127.0.0.1:3000' }, 200],
  ['a foreign origin', { origin: 'https://evil.example' }, 403],
  ['the null origin', { origin: 'null' }, 403],
  ['a cross-site request without origin', { 'sec-fetch-site': 'cross-site' }, 403],
]
for (const [what, headers, status] of origins) {
  test(`a form from ${what} is answered ${status}`, async () => {
    const form = new FormData()
    form.set('file', new File(['안녕'], 'a.txt'))
    const response = await call('/form', { body: form, headers: { cookie: 'kolleges_session=x', ...headers } })
    assert.equal(response.status, status)
    if (status === 200) assert.deepEqual(await response.json(), { text: '안녕' })
  })
}

test('a key needs no origin', async () => {
  const response = await call('/v1/things', {
    json: { name: 'keyed' },
    role: 'issuer',
    headers: { origin: 'https://evil.example' },
  })
  assert.equal(response.status, 201)
})

test('a page for holders sends everybody else to sign in, and back', async () => {
  const response = await call('/me?tab=1')
  assert.equal(response.status, 303)
  assert.equal(response.headers.get('location'), '/sign-in?next=%2Fme%3Ftab%3D1')
  assert.equal((await call('/me', { headers: { cookie: 'kolleges_session=x' } })).status, 200)
})

test('every answer carries the protective headers and a request id', async () => {
  const { headers } = await call('/v1/nothing')
  for (const name of ['content-security-policy', 'x-content-type-options', 'referrer-policy', 'request-id'])
    assert.ok(headers.get(name), name)
  assert.equal(headers.get('cache-control'), 'no-store')
  const given = await call('/v1/nothing', { headers: { 'request-id': 'abcdefgh-1' } })
  assert.equal(given.headers.get('request-id'), 'abcdefgh-1')
})

test('HEAD is GET without the body', async () => {
  const response = await call('/livez-unknown', { method: 'HEAD' })
  assert.equal(response.status, 404)
  assert.equal(await response.text(), '')
})

const rowsNamed = (name: string): Promise<number> =>
  h.ports.db.tenant(INSTITUTION, async (tx) => {
    const rows = await tx.selectFrom('audit_entries').select('id').where('subject_id', '=', name).execute()
    return rows.length
  })
const repeat = (key: string, name: string): Promise<Response> =>
  call('/v1/things', { json: { name }, role: 'issuer', headers: { 'idempotency-key': key } })

test('a hundred calls at once with one Idempotency-Key have one effect and one answer', async () => {
  const responses = await Promise.all(Array.from({ length: 100 }, () => repeat('k-100', 'parallel')))
  const texts = new Set(await Promise.all(responses.map((response) => response.text())))
  assert.equal(texts.size, 1)
  assert.ok(responses.every(({ status }) => status === 201))
  assert.equal(responses.filter(({ headers }) => headers.get('idempotent-replayed') === 'true').length, 99)
  assert.equal(await rowsNamed('parallel'), 1)
})

test('a hundred calls at once with keys of their own all succeed', async () => {
  const responses = await Promise.all(Array.from({ length: 100 }, (_, index) => repeat(`own-${index}`, 'each')))
  assert.ok(responses.every(({ status }) => status === 201))
  assert.equal(await rowsNamed('each'), 100)
})

test('the same key with another body is 422', async () => {
  await repeat('k-2', 'first')
  const again = await repeat('k-2', 'second')
  assert.equal(again.status, 422)
  assert.equal(await codeOf(again), 'idempotency-key-reused')
  assert.equal(await rowsNamed('second'), 0)
})

test('a call that broke leaves nothing behind, neither effect nor answer', async () => {
  assert.equal((await repeat('k-3', 'broken')).status, 500)
  assert.equal(await rowsNamed('broken'), 0)
  assert.equal((await repeat('k-3', 'mended')).status, 201)
})

test('a refusal is not remembered', async () => {
  assert.equal((await repeat('k-4', 'refused')).status, 409)
  assert.equal((await repeat('k-4', 'allowed')).status, 201)
})

test('after a day a key is new again', async () => {
  await repeat('k-5', 'daily')
  h.clock.advance(24 * 3600 + 1)
  const again = await repeat('k-5', 'daily')
  assert.equal(again.headers.get('idempotent-replayed'), null)
  assert.equal(await rowsNamed('daily'), 2)
})

test('keys of yesterday are swept, those of today stay', async () => {
  await repeat('k-6', 'swept')
  h.clock.advance(23 * 3600)
  await repeat('k-7', 'kept')
  h.clock.advance(2 * 3600)
  await sweepIdempotencyKeys(h.ports)
  const keys = await h.ports.db.tenant(INSTITUTION, (tx) => tx.selectFrom('idempotency_keys').select('key').execute())
  assert.deepEqual(keys, [{ key: 'k-7' }])
})

test('a key with a character it may not have is 400', async () => {
  const response = await repeat('a b', 'spaced')
  assert.equal(await codeOf(response), 'idempotency-key-invalid')
})
