// What the public gets of a micro-degree: its page, and the transcript that any verifier can take apart.
import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import type { Credential, Pathway, VerificationResult } from '@kolleges/api'
import { CONTEXTS, type Json, type JsonObject } from '@kolleges/credentials'
import { Ajv2019 } from 'ajv/dist/2019.js'
import addFormats from 'ajv-formats'
import jsonld from 'jsonld'
import { type Awarding, openAwarding, publishAchievement } from '../../test/awarding.ts'
import { verifiedByRival } from '../../test/rival.ts'
import { cookieOf } from '../../test/staff.ts'

let app: Awarding
let pathway: Pathway
let parts: string[]
const person = { name: '김하늘', email: 'haneul@learner.example' }

before(async () => {
  app = await openAwarding()
  const part = (name: string) => publishAchievement(app, app.key, { name, kind: 'Course', credits: 3 })
  parts = [await part('SQL 기초'), await part('데이터 시각화')]
  const achievement = await publishAchievement(app, app.key, { name: '빅데이터 마이크로디그리', credits: 6 })
  const rule = {
    all: [{ nOf: { n: 2, of: parts.map((badge) => ({ badge })) } }, { credits: { min: 6 } }],
    award: { partners: ['가온산업협회'] },
  }
  const title = { ko: '빅데이터 마이크로디그리', en: 'Big Data Micro-degree' }
  const created = await app.request('/v1/pathways', { key: app.key, json: { achievement, rule, title } })
  const { id } = (await created.json()) as Pathway
  assert.equal((await app.request(`/p/${id}`)).status, 404, 'a draft is nobody’s business')
  pathway = (await (await app.request(`/v1/pathways/${id}/publication`, { key: app.key, json: {} })).json()) as Pathway
  for (const part of parts) await app.award([person], { achievement: part })
  await app.drain()
})
after(() => app?.close())

const credentialOf = async (achievement: string): Promise<Credential> =>
  (await app.credentials(`&achievement=${achievement}&q=${person.email}`))[0]!

test('the page says in both languages what it takes', async () => {
  const korean = await app.request(`/p/${pathway.id}?lang=ko`)
  assert.equal(korean.status, 200)
  const text = await korean.text()
  for (const words of [
    '이수 요건',
    '다음 2가지 가운데 2가지 이상 충족',
    '‘SQL 기초’ 배지 취득',
    '6학점 이상 이수',
    '가온산업협회',
    '5명 미만',
  ])
    assert.ok(text.includes(words), words)
  const english = await (await app.request(`/p/${pathway.id}?lang=en`)).text()
  for (const words of ['Big Data Micro-degree', 'What it takes', 'At least 6 credits', 'Fewer than 5'])
    assert.ok(english.includes(words), words)
})

/** Every place of the map or the list, with how it stands there. */
const placesOf = (markup: string): string[] =>
  [...markup.matchAll(/data-path="([^"]*)" data-state="([^"]*)"/g)].map(([, path, state]) => `${path} ${state}`).sort()

test('the map and the list show the same places, each standing alike', async () => {
  const text = await (await app.request(`/p/${pathway.id}?lang=ko`)).text()
  const [map = '', list = ''] = text.slice(text.indexOf('class="map-box"')).split('class="map-list"')
  assert.deepEqual(placesOf(map), ['/all/0 plain', '/all/0/nOf/of/0 plain', '/all/0/nOf/of/1 plain', '/all/1 plain'])
  assert.deepEqual(placesOf(list), placesOf(map))
  assert.ok(map.includes('2가지 중 2가지') && map.includes(`/b/${parts[0]}/1/badge-compact.png`))
})

test('what is not there is not found', async () => {
  for (const id of ['00000000-0000-7000-8000-000000000000', 'x', "'; drop table pathways"])
    assert.equal((await app.request(`/p/${encodeURIComponent(id)}`)).status, 404, id)
})

test('a learner applies on the page, once signed in, and only where the institution knows them', async () => {
  const achievement = await publishAchievement(app, app.key, { name: '신청 과정' })
  const json = { achievement, rule: { badge: parts[0] }, enrolment: 'application' }
  const { id } = (await (await app.request('/v1/pathways', { key: app.key, json })).json()) as Pathway
  await app.request(`/v1/pathways/${id}/publication`, { key: app.key, json: {} })
  const address = `/p/${id}`
  assert.ok((await (await app.request(address)).text()).includes(`/sign-in?next=${encodeURIComponent(address)}`))
  const post = async (cookie: string) =>
    app.request(`${address}/enrolment`, { method: 'POST', cookie, headers: { origin: 'http://localhost:3000' } })
  assert.equal((await post(await cookieOf(app, 'nobody@learner.example'))).status, 409)
  const cookie = await cookieOf(app, person.email)
  assert.ok((await (await app.request(address, { cookie })).text()).includes('신청하기'))
  const applied = await post(cookie)
  assert.deepEqual([applied.status, applied.headers.get('location')], [303, '/me/pathways'])
  assert.ok((await (await app.request('/me/pathways?lang=ko', { cookie })).text()).includes('승인을 기다리고 있어요'))
  assert.equal((await app.credentials(`&achievement=${achievement}`)).length, 0)
})

type Clr = {
  type: string[]
  id: string
  credentialSubject: {
    verifiableCredential: { id: string; proof: unknown; credentialSubject: { achievement: { id: string } } }[]
    association: { associationType: string; sourceId: string; targetId: string }[]
  }
}

test('the transcript carries the signed parts and says what belongs to what', async () => {
  const degree = await credentialOf(pathway.achievement.id)
  const response = await app.request(`/c/${degree.id}/clr.json`)
  assert.equal(response.status, 200)
  const clr = (await response.json()) as Clr
  assert.deepEqual(clr.type, ['VerifiableCredential', 'ClrCredential'])
  const inner = clr.credentialSubject.verifiableCredential
  const urls = [...(await Promise.all(parts.map(credentialOf))), degree].map(({ url }) => url)
  assert.deepEqual(inner.map(({ id }) => id).sort(), urls.sort())
  for (const one of inner) {
    const served = (await (await app.request(`${new URL(one.id).pathname}.json`)).json()) as unknown
    assert.deepEqual(one, served, 'each part is the credential itself')
  }
  const goal = inner.find(({ id }) => id === degree.url)!.credentialSubject.achievement.id
  assert.deepEqual(
    clr.credentialSubject.association.map(({ associationType, targetId }) => [associationType, targetId]),
    [
      ['isPartOf', goal],
      ['isPartOf', goal],
    ],
  )
})

const verdictOf = async (id: string): Promise<VerificationResult> => {
  const credential = await (await app.request(`/c/${id}/clr.json`)).text()
  const answered = await app.request('/v1/verifications', { json: { credential } })
  const body = await answered.text()
  assert.equal(answered.status, 200, body)
  return JSON.parse(body) as VerificationResult
}

const fetchJson = async (url: string): Promise<Json> =>
  (await (await app.request(new URL(url, 'http://localhost').pathname)).json()) as Json

test('another implementation verifies the transcript and each of its parts', async () => {
  const degree = await credentialOf(pathway.achievement.id)
  const clr = (await fetchJson(`/c/${degree.id}/clr.json`)) as JsonObject
  const parts = (clr.credentialSubject as JsonObject).verifiableCredential as Json[]
  assert.equal(parts.length, 3)
  for (const one of [clr, ...parts]) {
    const answer = await verifiedByRival(one, fetchJson)
    assert.deepEqual([answer.verified, answer.isRevoked], [true, false], String(answer.error))
  }
})

const STANDARDS = process.env.KOLLEGES_STANDARDS ?? join(import.meta.dirname, '../../../../shared/standards')
const standardsMissing = existsSync(STANDARDS) ? false : `not run: no standards at ${STANDARDS}`

test('the transcript passes the schema of CLR 2.0', { skip: standardsMissing }, async () => {
  const schema = readFileSync(join(STANDARDS, 'schemas/clr_v2p0_clrcredential_schema.json'), 'utf8')
  const ajv = new Ajv2019({ strict: false, allErrors: true })
  addFormats.default(ajv)
  const validate = ajv.compile(JSON.parse(schema) as object)
  const degree = await credentialOf(pathway.achievement.id)
  assert.ok(validate(await fetchJson(`/c/${degree.id}/clr.json`)), JSON.stringify(validate.errors, null, 1))
})

test('every term of the transcript has a meaning: it passes in safe mode', async () => {
  const degree = await credentialOf(pathway.achievement.id)
  const clr = (await fetchJson(`/c/${degree.id}/clr.json`)) as JsonObject
  const documentLoader = async (url: string) => {
    const known = CONTEXTS.get(url)
    if (!known) throw new Error(`nothing is fetched: ${url}`)
    return { contextUrl: null, documentUrl: url, document: known.document }
  }
  const asked = { safe: true, documentLoader, rdfDirection: 'i18n-datatype', produceGeneralizedRdf: false } as never
  assert.ok((await jsonld.toRDF(clr, asked)).length > 100)
  await assert.rejects(jsonld.toRDF({ ...clr, madeUp: 'no context knows this' }, asked))
})

test('the papers in both languages carry the transcript, and verify at the hub', async () => {
  const degree = await credentialOf(pathway.achievement.id)
  for (const paper of ['supplement', 'transcript'])
    for (const lang of ['ko', 'en']) {
      const response = await app.request(`/c/${degree.id}/${paper}.pdf?lang=${lang}`)
      assert.deepEqual([response.status, response.headers.get('content-type')], [200, 'application/pdf'])
      const file = new Uint8Array(await response.arrayBuffer())
      const body = new FormData()
      body.append('file', new Blob([file], { type: 'application/pdf' }), 'paper.pdf')
      const verified = await app.request('/v1/verifications', { method: 'POST', body })
      const { verdict, credential } = (await verified.json()) as VerificationResult
      assert.equal(verdict, 'valid', paper)
      assert.match(JSON.stringify(credential), /clr\.json/)
    }
  const printed = [...app.blobs.keys()].filter((key) => key.startsWith('degree-papers/'))
  assert.equal(printed.length, 4)
  const staff = await app.request(`/v1/credentials/${degree.id}/degree-paper?paper=supplement.pdf&lang=ko`, {
    key: app.key,
  })
  assert.equal(staff.status, 200)
  assert.equal([...app.blobs.keys()].filter((key) => key.startsWith('degree-papers/')).length, 4, 'printed once')
})

test('the Europass export has a meaning for every term', async () => {
  const degree = await credentialOf(pathway.achievement.id)
  const exported = (await fetchJson(`/c/${degree.id}/europass.json`)) as JsonObject
  const quads = await jsonld.toRDF(exported, {
    ...{ safe: true, documentLoader: () => Promise.reject(new Error('nothing is fetched')), base: null },
    ...{ rdfDirection: 'i18n-datatype', produceGeneralizedRdf: false },
  })
  const kinds = quads.map(({ object }) => object.value)
  assert.ok(kinds.includes('http://data.europa.eu/snb/model/elm/EuropeanDigitalCredential'))
  assert.equal(kinds.filter((kind) => kind === 'http://data.europa.eu/snb/model/elm/LearningAchievement').length, 3)
  assert.equal(exported.proof, undefined)
  assert.equal((await app.request(`/c/${(await credentialOf(parts[0]!)).id}/europass.json`)).status, 404)
})

test('the public page leads to the papers and takes the transcript apart', async () => {
  const degree = await credentialOf(pathway.achievement.id)
  const page = await (await app.request(`/c/${degree.id}?lang=ko`)).text()
  for (const file of ['record', 'supplement.pdf', 'transcript.pdf', 'clr.json', 'europass.json'])
    assert.ok(page.includes(`/c/${degree.id}/${file}`), file)
  const record = await (await app.request(`/c/${degree.id}/record?lang=ko`)).text()
  for (const name of ['SQL 기초', '데이터 시각화']) assert.ok(record.includes(name), name)
})

const revoke = async (id: string): Promise<void> => {
  const answered = await app.request(`/v1/credentials/${id}/revocation`, { key: app.key, json: { reason: '점검' } })
  assert.equal(answered.status, 201)
  await app.drain()
}

test('the transcript verifies part by part, and a revoked part is told', async () => {
  const degree = await credentialOf(pathway.achievement.id)
  const valid = await verdictOf(degree.id)
  assert.equal(valid.verdict, 'valid', JSON.stringify(valid.checks))
  await revoke((await credentialOf(parts[1]!)).id)
  assert.notEqual((await verdictOf(degree.id)).verdict, 'valid')
  const told = await (await app.request(`/c/${degree.id}/record?lang=ko`)).text()
  assert.match(told, /데이터 시각화/)
  assert.match(told, /취소/)
  const flagged = await (await app.request(`/c/${degree.id}?lang=ko`)).text()
  assert.match(flagged, /인정된 배지 가운데 취소되었거나 효력이 정지된 것이 있습니다/)
  const page = await (await app.request(`/c/${degree.id}.json`)).text()
  assert.ok(page.includes('빅데이터'), 'the micro-degree itself still stands')
})

test('a revoked micro-degree revokes its transcript', async () => {
  const degree = await credentialOf(pathway.achievement.id)
  await revoke(degree.id)
  assert.equal((await verdictOf(degree.id)).verdict, 'revoked')
})

test('a transcript with a part that its holder keeps private is not shown to others', async () => {
  const degree = await credentialOf(pathway.achievement.id)
  const setVisibility = (visibility: string) =>
    app.ports.db.tenant(app.institutionId, (tx) =>
      tx.updateTable('awards').set({ visibility }).where('achievement_id', '=', parts[0]!).execute(),
    )
  await setVisibility('private')
  assert.equal((await app.request(`/c/${degree.id}/clr.json`)).status, 404)
  await setVisibility('link')
  assert.equal((await app.request(`/c/${degree.id}/clr.json`)).status, 200)
})

test('a micro-degree that was given by hand gets its transcript once its parts are counted', async () => {
  const byHand = { name: '박지우', email: 'jiwoo@learner.example' }
  await app.award([byHand], { achievement: pathway.achievement.id })
  for (const part of parts) await app.award([byHand], { achievement: part })
  const held = await app.credentials(`&achievement=${pathway.achievement.id}&q=${byHand.email}`)
  assert.equal(held.length, 1)
  assert.equal((await app.request(`/c/${held[0]!.id}/clr.json`)).status, 200)
})

test('an ordinary credential has no transcript', async () => {
  const part = await credentialOf(parts[0]!)
  assert.equal((await app.request(`/c/${part.id}/clr.json`)).status, 404)
})
