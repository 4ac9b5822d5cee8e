import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Json, JsonObject } from '@kolleges/credentials'
import fc from 'fast-check'
import { type Harness, harness } from '../../test/harness.ts'
import { holder } from '../../test/holder.ts'
import { isObject } from './value-rules.ts'

let app: Harness
let issued: JsonObject
let presented: JsonObject
before(async () => {
  app = await harness({ config: { conformance: true } })
  const haneul = await holder()
  const options = { status: ['revocation', 'suspension'] }
  const response = await app.request('/conformance/credentials/issue', { json: { credential: CREDENTIAL, options } })
  assert.equal(response.status, 201, await response.clone().text())
  issued = ((await response.json()) as { verifiableCredential: JsonObject }).verifiableCredential
  const presentation = { ...PRESENTATION, holder: haneul.did, verifiableCredential: [issued] }
  presented = await haneul.present(presentation, { challenge: 'n', domain: 'd' })
})
after(() => app?.close())

const VC2 = 'https://www.w3.org/ns/credentials/v2'
const CREDENTIAL: JsonObject = {
  '@context': [VC2, { Diploma: { '@id': 'https://words.example/#Diploma', '@type': '@id' } }],
  id: 'urn:uuid:1',
  type: ['VerifiableCredential'],
  name: [{ '@value': '수료증', '@language': 'ko', '@direction': 'ltr' }],
  issuer: { id: 'did:example:a', name: '한빛' },
  validFrom: '2026-11-01T00:00:00Z',
  credentialSubject: { id: 'did:example:b', Diploma: 'urn:x:1' },
  credentialSchema: [{ id: 'https://schemas.example/1', type: 'JsonSchema' }],
  relatedResource: [{ id: VC2, digestSRI: 'sha256-WZVc7WaX1h4D8rJVb+vlMIqxaEKEb1tYbX8fet7JJzQ=' }],
}
const PRESENTATION: JsonObject = { '@context': [VC2], type: ['VerifiablePresentation'] }

const WORDS = [
  '',
  '@id',
  '@type',
  '@value',
  '@graph',
  '@context',
  '@vocab',
  'type',
  'id',
  'did:key:z',
  'did:web:',
  'u',
  'z',
  VC2,
]
const anything: fc.Arbitrary<Json> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.constantFrom<Json>(null, true, 0, -1, 1e21, ...WORDS, [], {}, [[]], [null], { id: null }),
  },
  { weight: 2, arbitrary: fc.jsonValue({ maxDepth: 3 }) as fc.Arbitrary<Json> },
  { weight: 1, arbitrary: fc.dictionary(fc.constantFrom(...WORDS), fc.constantFrom<Json>('x', null, [], {}, VC2)) },
)

/** Puts `value` at the place that `pick` leads to, or takes away what is there. */
function spoilt(document: Json, pick: readonly number[], value: Json | undefined): Json {
  const [first = 0, ...rest] = pick
  const keys = Array.isArray(document) ? [...document.keys()] : isObject(document) ? Object.keys(document) : []
  if (keys.length === 0 || pick.length === 0) return value ?? null
  const key = keys[first % keys.length]!
  const inner = (document as JsonObject)[key]!
  const changed = rest.length > 0 && typeof inner === 'object' && inner !== null ? spoilt(inner, rest, value) : value
  if (Array.isArray(document)) return document.map((entry, at) => (at === key ? (changed ?? null) : entry))
  const { [key]: _, ...others } = document as JsonObject
  return changed === undefined ? others : { ...others, [key]: changed }
}

const changes = fc.tuple(fc.array(fc.nat(20), { minLength: 1, maxLength: 5 }), fc.option(anything, { nil: undefined }))

const doors: readonly { path: string; key: string; document: () => Json; good: number }[] = [
  { path: '/credentials/issue', key: 'credential', document: () => CREDENTIAL, good: 201 },
  { path: '/ec/credentials/issue', key: 'credential', document: () => CREDENTIAL, good: 201 },
  { path: '/credentials/verify', key: 'verifiableCredential', document: () => issued, good: 200 },
  { path: '/ec/credentials/derive', key: 'verifiableCredential', document: () => issued, good: 201 },
  { path: '/presentations/verify', key: 'verifiablePresentation', document: () => presented, good: 200 },
]
for (const { path, key, document, good } of doors)
  test(`${path} answers whatever is wrong with a document, and is not at a loss`, async () => {
    const changed = fc.asyncProperty(changes, async ([pick, value]) => {
      const json = { [key]: spoilt(document(), pick, value) }
      const response = await app.request(`/conformance${path}`, { json })
      assert.ok([good, 400, 422].includes(response.status), `${response.status} for ${JSON.stringify(json)}`)
    })
    await fc.assert(changed, { numRuns: RUNS, seed: 4711 })
  })

const RUNS = 120

test('options of any kind are no reason to break down either', async () => {
  const property = fc.asyncProperty(
    anything,
    fc.constantFrom('status', 'cryptosuite', 'mandatoryPointers'),
    async (value, name) => {
      for (const base of ['', '/ec']) {
        const json = { credential: CREDENTIAL, options: { [name]: value } }
        const { status } = await app.request(`/conformance${base}/credentials/issue`, { json })
        assert.ok([201, 400, 422].includes(status), `${status} for ${JSON.stringify(json.options)}`)
      }
    },
  )
  await fc.assert(property, { numRuns: RUNS, seed: 4711 })
})

test('no signed document is accepted once something in it was changed', async () => {
  const property = fc.asyncProperty(changes, async ([pick, value]) => {
    const verifiableCredential = spoilt(issued, pick, value)
    const { status } = await app.request('/conformance/credentials/verify', { json: { verifiableCredential } })
    if (status === 200) assert.deepEqual(meaningOf(verifiableCredential), meaningOf(issued))
  })
  await fc.assert(property, { numRuns: RUNS, seed: 1147 })
})

/** What JSON-LD makes no difference of: a value and a list of that one value. */
function meaningOf(value: Json): Json {
  if (Array.isArray(value)) return value.length === 1 ? meaningOf(value[0]!) : value.map(meaningOf)
  if (!isObject(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, meaningOf(inner)]))
}
