import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { VerificationResult } from '@kolleges/api'
import { extract } from '@kolleges/credentials'
import { type Awarding, openAwarding } from '../../test/awarding.ts'
import { cookieOf } from '../../test/staff.ts'
import { document, STRANGER, stranger } from '../../test/stranger.ts'
import { findAwardByPublicId } from '../issuing/index.ts'
import { NUMBERS_PER_CLIENT_PER_MINUTE_MAX } from './limits.ts'

let app: Awarding
const haneul = { name: '김하늘', nameEn: 'Haneul Kim', email: 'haneul@learner.example' }
let id: string
let number: string

before(async () => {
  app = await openAwarding()
  await app.award([haneul])
  const [credential] = await app.credentials()
  id = credential!.id
  number = credential!.number
})
after(() => app.close())

const set = (columns: object) =>
  app.ports.db.operator((tx) => tx.updateTable('awards').set(columns).where('public_id', '=', id).execute())

const hub = (fields: Record<string, string | Blob>, language = 'ko') => {
  const body = new FormData()
  for (const [name, value] of Object.entries(fields)) body.set(name, value)
  return app.request(`/v?lang=${language}`, { method: 'POST', body })
}

const ask = (json: unknown) => app.request('/v1/verifications', { json })
const asked = async (json: unknown) => (await (await ask(json)).json()) as VerificationResult

const NOBODY = '0'.repeat(26)

test('a program asks by link, by credential, by its text, by number or with the baked file', async () => {
  const { credential } = (await findAwardByPublicId(app.ports, id))!
  assert.equal((await asked({ url: `http://localhost:3000/c/${id}` })).verdict, 'valid')
  assert.equal((await asked({ url: `http://localhost:3000/c/${id}.json` })).verdict, 'valid')
  assert.equal((await asked({ credential: JSON.parse(credential!) })).verdict, 'valid')
  assert.equal((await asked({ credential })).verdict, 'valid')
  assert.equal((await asked({ number: number.toLowerCase() })).verdict, 'valid')
  for (const kind of ['png', 'svg']) {
    const file = await (await app.request(`/c/${id}.${kind}`)).blob()
    const body = new FormData()
    body.set('file', file, `badge.${kind}`)
    const result = (await (
      await app.request('/v1/verifications', { method: 'POST', body })
    ).json()) as VerificationResult
    assert.equal(result.verdict, 'valid')
    assert.deepEqual(
      result.checks.map(({ check, outcome }) => `${check} ${outcome}`),
      ['format passed', 'signature passed', 'issuer passed', 'status passed', 'validity passed'],
    )
  }
})

test('a question without anything to verify is refused', async () => {
  const response = await ask({})
  assert.equal(response.status, 422)
  assert.equal(((await response.json()) as { code: string }).code, 'verification-input-missing')
})

test('one changed byte in the baked picture is never valid', async () => {
  const bytes = new Uint8Array(await (await app.request(`/c/${id}.png`)).arrayBuffer())
  const at = Buffer.from(bytes).indexOf('김하늘')
  const changed = Uint8Array.from(bytes)
  changed[at] = changed[at]! ^ 1
  // The chunk's checksum no longer holds, so nothing in it is believed.
  assert.match(await (await hub({ file: new Blob([changed]) })).text(), /data-verdict="(unreadable|tampered)"/)
})

test('a baked picture rewritten with another name is tampered', async () => {
  const { bake } = await import('@kolleges/credentials')
  const { credential, achievementId, achievementVersion } = (await findAwardByPublicId(app.ports, id))!
  const plain = await app.request(`/b/${achievementId}/${achievementVersion}/badge-600.png`)
  const forged = bake(new Uint8Array(await plain.arrayBuffer()), 'image/png', credential!.replace('김하늘', '김바다'))
  const page = await (await hub({ file: new Blob([forged as Uint8Array<ArrayBuffer>]) })).text()
  assert.match(page, /data-verdict="tampered"/)
  assert.doesNotMatch(page, /김바다/)
})

test('a signature of a kind we do not check is told apart from no credential at all', async () => {
  const page = await (await hub({ input: `eyJhbGciOiJFZERTQSJ9.${'e30'.repeat(20)}.${'c2ln'.repeat(8)}` })).text()
  assert.match(page, /지원하지 않는 증명 형식입니다/)
  assert.doesNotMatch(page, /tone-ok/)
})

test('a picture without a credential is unreadable', async () => {
  const { achievementId, achievementVersion } = (await findAwardByPublicId(app.ports, id))!
  const plain = await (await app.request(`/b/${achievementId}/${achievementVersion}/badge-600.png`)).blob()
  assert.match(await (await hub({ file: plain })).text(), /data-verdict="unreadable"/)
})

test('a number or a link of ours leads to the page, and an empty form says what it wants', async () => {
  for (const input of [number, ` ${number.replaceAll('-', '').toLowerCase()} `, `localhost:3000/c/${id}`]) {
    const response = await hub({ input })
    assert.equal(response.status, 303)
    assert.equal(response.headers.get('location'), `/c/${id}`)
  }
  assert.equal((await hub({ input: ' ' })).status, 422)
})

test('a link elsewhere is read from there; one that does not answer says so', async () => {
  const other = stranger()
  await other.publish(app.web)
  app.web.set(`${STRANGER}/badge.json`, document(await other.issue()))
  assert.equal((await asked({ url: `${STRANGER}/badge.json` })).verdict, 'issuer_unverified')
  const gone = await asked({ url: `${STRANGER}/gone.json` })
  assert.equal(gone.verdict, 'unreadable')
  assert.deepEqual(gone.checks[0]?.because, 'address-unreachable')
  assert.match(await (await hub({ input: `${STRANGER}/gone.json` })).text(), /링크를 열지 못했습니다/)
})

test('a stranger cannot borrow our institution by writing its name or its identifier', async () => {
  const other = stranger()
  await other.publish(app.web)
  const named = await other.issue({
    issuer: { id: 'did:web:badges.elsewhere.example', name: '한빛대학교', url: STRANGER },
  })
  const page = await (await hub({ input: named })).text()
  assert.match(page, /data-verdict="issuer_unverified"/)
  assert.doesNotMatch(page, /확인된 발급기관/)
  const forged = await stranger(app.did).issue()
  assert.equal((await asked({ credential: forged })).verdict, 'tampered')
})

test('private, declined and unknown answer alike, byte for byte', async () => {
  const forms: readonly ((wanted: string, typed: string) => Promise<Response>)[] = [
    (wanted) => app.request(`/c/${wanted}`),
    (wanted) => app.request(`/c/${wanted}.json`),
    (wanted) => app.request(`/c/${wanted}.png`),
    (wanted) => app.request(`/c/${wanted}/og.png`),
    (_, typed) => hub({ input: typed }),
    (_, typed) => ask({ number: typed }),
    (wanted) => ask({ url: `http://localhost:3000/c/${wanted}` }),
  ]
  const told = async (response: Response) => {
    const body = (await response.text()).replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'request')
    return { status: response.status, body, headers: [...response.headers.keys()].sort().join() }
  }
  for (const hidden of [{ visibility: 'private' }, { declined_at: '2026-11-23T00:00:00Z' }]) {
    await set(hidden)
    for (const form of forms) {
      const known = await told(await form(id, number))
      assert.equal(known.status, 404)
      assert.deepEqual(known, await told(await form(NOBODY, 'KL-0000-0000-0001')))
    }
    await set({ visibility: 'link', declined_at: null })
  }
})

test('a private credential opens for its holder alone', async () => {
  await set({ visibility: 'private' })
  const mine = await app.request(`/c/${id}`, { cookie: await cookieOf(app, haneul.email) })
  assert.equal(mine.status, 200)
  assert.match(await mine.text(), /내 배지 관리/)
  assert.equal((await app.request(`/c/${id}`, { cookie: await cookieOf(app, 'other@learner.example') })).status, 404)
  await set({ visibility: 'link' })
})

test('a hidden name is nowhere: page, previews, search engines, files, API', async () => {
  await set({ name_hidden: true, visibility: 'public' })
  const places = [`/c/${id}?lang=ko`, `/c/${id}?lang=en`, `/c/${id}.json`, `/c/${id}.png`, `/c/${id}.svg`]
  for (const place of places) assert.doesNotMatch(await (await app.request(place)).text(), /김하늘|Haneul Kim/)
  const page = await (await app.request(`/c/${id}?lang=ko`)).text()
  assert.match(page, /김○늘/)
  assert.doesNotMatch(page, /"Person"/)
  assert.match(page, /EducationalOccupationalCredential/)
  for (const json of [{ number }, { url: `http://localhost:3000/c/${id}` }]) {
    const answer = await (await ask(json)).text()
    assert.match(answer, /"verdict":"valid"/)
    assert.doesNotMatch(answer, /김하늘/)
  }
  const mine = await app.request(`/c/${id}.json`, { cookie: await cookieOf(app, haneul.email) })
  assert.match(await mine.text(), /김하늘/)
  await set({ name_hidden: false, visibility: 'link' })
})

test('search engines are let in only when the holder made it public', async () => {
  const linked = await app.request(`/c/${id}`)
  assert.match(linked.headers.get('x-robots-tag') ?? '', /noindex/)
  assert.doesNotMatch(await linked.text(), /schema\.org/)
  await set({ visibility: 'public' })
  const open = await app.request(`/c/${id}?lang=ko`)
  assert.equal(open.headers.get('x-robots-tag'), null)
  const text = await open.text()
  const data = JSON.parse(text.match(/<script type="application\/ld\+json">(.*?)<\/script>/s)![1]!)
  assert.deepEqual(
    data['@graph'].map((one: { '@type': string }) => one['@type']),
    ['EducationalOccupationalCredential', 'Person'],
  )
  await set({ visibility: 'link' })
})

test('the files are the stored text, exactly, for any site to read', async () => {
  const { credential } = (await findAwardByPublicId(app.ports, id))!
  const json = await app.request(`/c/${id}.json`)
  assert.equal(json.headers.get('content-type'), 'application/vc+ld+json')
  assert.equal(json.headers.get('access-control-allow-origin'), '*')
  assert.equal(await json.text(), credential)
  const again = await app.request(`/c/${id}.json`, { headers: { 'if-none-match': json.headers.get('etag')! } })
  assert.equal(again.status, 304)
  const png = await app.request(`/c/${id}.png?lang=ko`)
  const extracted = extract(new Uint8Array(await png.arrayBuffer()))
  assert.equal(extracted.outcome === 'extracted' && extracted.text, credential)
  assert.match(decodeURIComponent(png.headers.get('content-disposition')!), /한빛대학교 AI 데이터 기초\.png/)
})

test('the share picture is drawn once and changes its address with its content', async () => {
  const address = async () =>
    (await (await app.request(`/c/${id}?lang=ko`)).text()).match(/\/c\/\w+\/og\.ko\.\w+\.png/)![0]
  const shown = await address()
  const picture = await app.request(shown)
  assert.equal(picture.headers.get('content-type'), 'image/png')
  const bytes = Buffer.from(await picture.arrayBuffer())
  assert.deepEqual([bytes.readUInt32BE(16), bytes.readUInt32BE(20)], [1200, 630])
  const kept = app.blobs.size
  await app.request(shown)
  assert.equal(app.blobs.size, kept)
  await set({ name_hidden: true })
  assert.notEqual(await address(), shown)
  await set({ name_hidden: false })
  assert.equal((await app.request(`/c/${id}/something.png`)).status, 404)
})

test('a credential still being signed says so and has no files yet', async () => {
  await app.award([{ name: '이서준', email: 'seojun@learner.example' }], { drain: false })
  const pending = (await app.credentials()).find(({ state }) => state === 'pending')!
  const page = await (await app.request(`/c/${pending.id}?lang=ko`)).text()
  assert.match(page, /증명을 발급하고 있습니다/)
  assert.match(page, /data-reload-seconds/)
  assert.equal((await app.request(`/c/${pending.id}.json`)).status, 409)
  await app.drain()
})

test('a revoked credential keeps its page and files, and says who, when and why', async () => {
  await app.award([{ name: '박지우', email: 'jiwoo@learner.example' }])
  const one = (await app.credentials('&q=jiwoo@learner.example'))[0]!
  await app.request(`/v1/credentials/${one.id}/revocation`, { key: app.key, json: { reason: '요건 미충족 확인' } })
  const page = await (await app.request(`/c/${one.id}?lang=ko`)).text()
  assert.match(page, /한빛대학교가 2026년 11월 23일에 취소했습니다\. 사유: 요건 미충족 확인/)
  assert.doesNotMatch(page.match(/<head>.*<\/head>/s)![0], /박지우 님이/)
  assert.equal((await app.request(`/c/${one.id}.json`)).status, 200)
  const file = await (await app.request(`/c/${one.id}.png`)).blob()
  assert.match(await (await hub({ file })).text(), /data-verdict="revoked"/)
})

test('what the issuer wrote cannot become markup or a script address', async () => {
  const other = stranger()
  await other.publish(app.web)
  const text = await other.issue({
    achievement: {
      id: `${STRANGER}/achievements/2`,
      name: '<script>alert(1)</script>',
      description: '<img src=x onerror=alert(1)>',
      criteria: { narrative: '</p><script>alert(2)</script>' },
      alignment: [{ targetName: 'x', targetUrl: 'javascript:alert(3)' }],
    },
  })
  const page = await (await hub({ input: text })).text()
  assert.doesNotMatch(page, /<script>alert|<img src=x|href="javascript:/)
})

test('the institution shows its badges and keys; the first page draws a real badge', async () => {
  const page = await (await app.request('/i/hanbit?lang=en')).text()
  assert.match(page, /Hanbit University/)
  assert.match(page, /AI 데이터 기초/)
  assert.match(page, /z6Mk/)
  assert.equal((await app.request('/i/nobody', { headers: { accept: 'text/html' } })).status, 404)
  for (const language of ['ko', 'en'])
    assert.match(await (await app.request(`/?lang=${language}`)).text(), /<svg[^>]*viewBox="0 0 600 600"/)
})

test('numbers cannot be tried without end', async () => {
  app.clock.advance(120)
  for (let i = 0; i < NUMBERS_PER_CLIENT_PER_MINUTE_MAX; i++)
    assert.equal((await hub({ input: 'KL-0000-0000-0001' })).status, 404)
  const page = await hub({ input: number })
  assert.equal(page.status, 429)
  assert.ok(page.headers.get('retry-after'))
  const program = await ask({ number })
  assert.equal(program.status, 429)
  app.clock.advance(60)
  assert.equal((await hub({ input: number })).status, 303)
})
