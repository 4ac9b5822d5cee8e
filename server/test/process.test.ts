import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Installation, installation, type ServerProcess } from './process.ts'

let place: Installation
let server: ServerProcess
before(async () => {
  place = await installation()
})
after(() => place.remove())

type Made = { institution: { id: string; slug: string }; apiKey: string; signInUrl: string }
const create = (slug: string, name: string) =>
  place.command('admin', 'create-institution', '--name', name, '--slug', slug, '--owner', 'me@hanbit.example', '--json')
const get = (path: string, key?: string) =>
  fetch(place.origin + path, { headers: key ? { authorization: `Bearer ${key}` } : {} })

let made: Made

test('an institution can be made before the first start', async () => {
  const { code, out, err } = await create('hanbit', '한빛대학교')
  assert.equal(code, 0, err)
  made = JSON.parse(out) as Made
  assert.equal(made.institution.slug, 'hanbit')
  assert.match(made.apiKey, /^kl_live_/)
  assert.ok(made.signInUrl.startsWith(`${place.origin}/sign-in/`))
})

test('its key works once the server runs, and no first sign-in link is printed', async () => {
  server = await place.start()
  assert.equal((await get('/v1/institution', made.apiKey)).status, 200)
  assert.ok(!server.said().includes('/sign-in/'))
})

test('an institution can be made while the server runs, and the server keeps its database', async () => {
  const { code, out, err } = await create('narae', '나래아카데미')
  assert.equal(code, 0, err)
  assert.equal((await get('/v1/institution', (JSON.parse(out) as Made).apiKey)).status, 200)
})

test('a command that cannot be understood is told on standard error, with code 2', async () => {
  for (const args of [
    [],
    ['dance'],
    ['admin'],
    ['admin', 'create-institution', '--slug', 'a'],
    ['admin', 'sign-in-link', '--mail', 'x'],
  ]) {
    const { code, out, err } = await place.command(...args)
    assert.deepEqual([code, out], [2, ''], args.join(' '))
    assert.match(err, /kolleges-server serve/)
  }
})

test('a taken address is refused with code 1', async () => {
  const { code, out, err } = await create('hanbit', '다른대학교')
  assert.deepEqual([code, out], [1, ''])
  assert.match(err, /slug-taken/)
})

test('when the database is killed the server says 503 and when to come back, and recovers by itself', async () => {
  const pid = Number(readFileSync(join(place.dataFolder, 'pg/postmaster.pid'), 'utf8').split('\n')[0])
  process.kill(pid, 'SIGKILL')
  const statuses = new Set<number>()
  let recovered = false
  for (let tries = 0; tries < 100 && !recovered; tries++) {
    const answered = await get('/v1/institution', made.apiKey)
    statuses.add(answered.status)
    if (answered.status === 503) assert.equal(answered.headers.get('retry-after'), '2')
    recovered = answered.status === 200 && tries > 0
    await sleep(100)
  }
  assert.ok(recovered, `only ${[...statuses].join(', ')}; ${server.said()}`)
  assert.deepEqual(
    [...statuses].filter((status) => status !== 200 && status !== 503),
    [],
  )
  assert.equal((await get('/livez')).status, 200)
})

test('after SIGKILL the next start finds the same database running', async () => {
  await server.end('SIGKILL')
  const pid = readFileSync(join(place.dataFolder, 'pg/postmaster.pid'), 'utf8').split('\n')[0]
  server = await place.start()
  assert.equal(readFileSync(join(place.dataFolder, 'pg/postmaster.pid'), 'utf8').split('\n')[0], pid)
  assert.equal((await get('/v1/institution', made.apiKey)).status, 200)
})

test('a request that has begun is answered after SIGTERM, then the server ends with code 0', async () => {
  const body = JSON.stringify({ url: 'x' })
  const socket = connect(Number(new URL(place.origin).port), '127.0.0.1')
  let answered = ''
  socket.on('data', (chunk) => {
    answered += chunk
  })
  socket.write(
    `POST /v1/verifications HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n{`,
  )
  await sleep(200)
  const ending = server.end('SIGTERM')
  await sleep(200)
  socket.write(body.slice(1))
  const begun = performance.now()
  assert.equal(await ending, 0)
  assert.match(answered, /^HTTP\/1\.1 \d{3} /)
  assert.ok(performance.now() - begun < 30_000)
  assert.throws(() => readFileSync(join(place.dataFolder, 'pg/postmaster.pid')))
})

test('wrong settings stop the start with one message that names them all', async () => {
  await assert.rejects(place.start({ PORT: 'x', SMTP_URL: 'y' }), /PORT[\s\S]*SMTP_URL/)
})

test('a taken port is told in one line, and the database is not left behind', async () => {
  const running = await place.start()
  const other = await installation()
  try {
    await assert.rejects(other.start({ PORT: new URL(place.origin).port }), /Port \d+ of 127\.0\.0\.1 is in use/)
    assert.throws(() => readFileSync(join(other.dataFolder, 'pg/postmaster.pid')))
  } finally {
    await other.remove()
    await running.end('SIGTERM')
  }
})

test('SIGTERM while starting ends with code 0 and leaves no database behind', async () => {
  const fresh = await installation()
  try {
    const starting = fresh.start()
    const refused = assert.rejects(starting, /ended with 0/)
    while (!existsSync(join(fresh.dataFolder, 'pg-holders'))) await sleep(20)
    for (const child of fresh.children()) child.kill('SIGTERM')
    await refused
    assert.throws(() => readFileSync(join(fresh.dataFolder, 'pg/postmaster.pid')))
  } finally {
    await fresh.remove()
  }
})

test('on a first start a sign-in link is printed', async () => {
  const fresh = await installation()
  try {
    const first = await fresh.start()
    await sleep(300)
    assert.match(first.said(), /\/sign-in\/[\w-]{43}/)
  } finally {
    await fresh.remove()
  }
})
