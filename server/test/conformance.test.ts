/** Holds what the app issues and serves against the published standards and an independent implementation. */
import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { type Json, type JsonObject, loadContext } from '@kolleges/credentials'
import { Ajv2019 } from 'ajv/dist/2019.js'
import addFormats from 'ajv-formats'
import jsonld from 'jsonld'
import { type Awarding, openAwarding } from './awarding.ts'
import { verifiedByRival } from './rival.ts'

const STANDARDS = process.env.KOLLEGES_STANDARDS ?? join(import.meta.dirname, '../../../shared/standards')
/** A reason for node:test to skip, said aloud in its report; false when the folder is there. */
const standardsMissing = existsSync(STANDARDS)
  ? false
  : `not run: no standards at ${STANDARDS} (set KOLLEGES_STANDARDS)`

const FULL_ACHIEVEMENT = {
  level: { framework: 'EQF', value: '6' },
  hours: 120,
  credits: 12,
  alignments: [{ targetName: '데이터 분석', targetUrl: 'https://ncs.example/20010105', targetCode: '20010105' }],
  resultScale: { name: '성적', values: ['C', 'B', 'A'] },
}
const FULL_RECIPIENT = {
  name: '김하늘',
  nameEn: 'Kim Haneul',
  email: 'haneul@learner.example',
  studentNumber: '20261234',
  department: '컴퓨터공학과',
  birthDate: '2004-02-29',
  result: 'A',
  narrative: '최종 과제에서 “따릉이” 수요를 예측했습니다.\n줄바꿈과 <태그>도 그대로입니다.',
  licenseNumber: '제 2026-014호',
  evidence: [
    { name: '최종 보고서', url: 'https://works.example/haneul/report.pdf', narrative: '24쪽' },
    { name: '발표', narrative: '10분' },
  ],
}

let app: Awarding
let issued: JsonObject[]

before(async () => {
  app = await openAwarding({ achievement: FULL_ACHIEVEMENT })
  const batch = await app.award([FULL_RECIPIENT, { name: 'Ada', email: 'ada@learner.example' }], {
    validUntil: '2028-11-23T00:00:00+09:00',
  })
  const found = await app.credentials(`&award_batch=${batch.id}`)
  issued = await Promise.all(found.map(async ({ id }) => (await json(`/c/${id}.json`)) as JsonObject))
})
after(() => app?.close())

const json = async (address: string): Promise<Json> => {
  const { pathname } = new URL(address, 'http://localhost')
  const response = await app.request(pathname)
  assert.equal(response.status, 200, pathname)
  return (await response.json()) as Json
}

test('credentials are accepted by the official JSON Schema of Open Badges 3.0', { skip: standardsMissing }, () => {
  const ajv = new Ajv2019({ strict: false, allErrors: true })
  addFormats.default(ajv)
  const schema = readFileSync(join(STANDARDS, 'schemas/ob_v3p0_achievementcredential_schema.json'), 'utf8')
  const validate = ajv.compile(JSON.parse(schema))
  assert.equal(issued.length, 2)
  for (const credential of issued) assert.ok(validate(credential), JSON.stringify(validate.errors, null, 1))
})

test('credentials and status lists pass JSON-LD safe mode', async () => {
  const credential = issued[0]!
  const list = await json(String((credential.credentialStatus as JsonObject).statusListCredential))
  for (const document of [...issued, list as JsonObject]) await meaningOf(document)
  await assert.rejects(meaningOf({ ...credential, grade: 'A' }), /[Ss]afe mode/)
})

/** In safe mode a term without a meaning is an error, not a silence. */
const meaningOf = (document: object): Promise<unknown> =>
  jsonld.toRDF(document, {
    ...{ safe: true, documentLoader: loadContext, base: null },
    ...{ rdfDirection: 'i18n-datatype', produceGeneralizedRdf: false },
  })

test('an independent implementation verifies a credential from what is served', async () => {
  for (const credential of issued) {
    const answer = await verifiedByRival(credential, json)
    assert.equal(answer.verified, true, JSON.stringify(answer.error))
    assert.equal(answer.isRevoked, false)
  }
})

test('one changed letter is noticed by it', async () => {
  const text = JSON.stringify(issued[0]).replace('AI 데이터 기초', 'AI 데이터 기조')
  assert.equal((await verifiedByRival(JSON.parse(text) as Json, json)).verified, false)
})

test('after a revocation the served list says so to it', async () => {
  const [revoked, other] = issued as [JsonObject, JsonObject]
  const id = String(revoked.id).split('/').at(-1)
  const response = await app.request(`/v1/credentials/${id}/revocation`, { key: app.key, json: { reason: '표절' } })
  assert.equal(response.status, 201)
  await app.drain()
  assert.deepEqual(
    [(await verifiedByRival(revoked, json)).isRevoked, (await verifiedByRival(other, json)).isRevoked],
    [true, false],
  )
})

test('the address and the birth date of a recipient are not in the credential', () => {
  for (const credential of issued) assert.doesNotMatch(JSON.stringify(credential), /@learner|2004-02-29|20261234/)
})

test('an institution in test mode issues credentials that say so under the signature', async () => {
  const trial = await openAwarding({ standing: 'test' })
  try {
    await trial.award([{ name: '김하늘', email: 'haneul@learner.example' }])
    const { id } = (await trial.credentials())[0]!
    const credential = (await (await trial.request(`/c/${id}.json`)).json()) as JsonObject
    assert.match(JSON.stringify(credential.termsOfUse), /TestCredential/)
  } finally {
    await trial.close()
  }
})
