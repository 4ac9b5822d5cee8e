import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { after, before, test } from 'node:test'
import { bitAt, composeDidDocument, decodeBits, type JsonObject, secureDocument } from '@kolleges/credentials'
import { harness, ORIGIN } from '../../test/harness.ts'
import { type Holder, holder, rivalVerifies } from '../../test/holder.ts'
import { aCredential, proofOf, VC2, type VcApi, vcApi } from '../../test/vc-api.ts'
import { openApp } from '../app.ts'
import { nodePrimitives } from '../platform/primitives.ts'
import { loadIssuer } from './issuer-key.ts'

let app: VcApi
let haneul: Holder
let mallory: Holder
before(async () => {
  app = await vcApi()
  ;[haneul, mallory] = await Promise.all([holder(), holder()])
})
after(() => app?.close())

const ASKED = { challenge: 'nonce-1', domain: 'verifier.example' }

const PATHS: readonly (readonly [string, string])[] = [
  ['GET', '/issuer'],
  ['GET', '/ec/issuer'],
  ['POST', '/credentials/issue'],
  ['POST', '/ec/credentials/issue'],
  ['POST', '/ec/credentials/derive'],
  ['POST', '/credentials/verify'],
  ['POST', '/presentations/verify'],
  ['POST', '/credentials/status'],
  ['GET', '/status/1'],
  ['POST', '/status/1/publish'],
]

test('without the switch there is nothing at any of the addresses', async () => {
  const config = { ...app.ports.config, conformance: false }
  const plain = openApp({ ...app.ports, config })
  for (const [method, path] of PATHS) {
    const body = method === 'POST' ? '{}' : null
    const headers = { 'content-type': 'application/json' }
    const request = new Request(`${ORIGIN}/conformance${path}`, { method, body, headers })
    assert.equal((await plain.handle(request, '127.0.0.1')).status, 404, path)
  }
})

for (const [base, prefix] of [
  ['', 'did:key:z6Mk'],
  ['/ec', 'did:key:zDna'],
] as const)
  test(`the issuer at ${base || '/'} keeps its key, sealed`, async () => {
    const ask = async () => (await (await app.request(`/conformance${base}/issuer`)).json()) as JsonObject
    const [one, two] = [await ask(), await ask()]
    assert.deepEqual(one, two)
    assert.ok(String(one.id).startsWith(prefix))
    const other = { ...app.ports, config: { ...app.ports.config, secret: 'another secret of thirty-two letters' } }
    await assert.rejects(loadIssuer(other, base ? 'P-256' : 'Ed25519'), { code: 'key-unreadable' })
  })

test('two servers that start at once agree on the key', async () => {
  const fresh = await harness({ config: { conformance: true } })
  try {
    const issuers = await Promise.all([1, 2, 3].map(() => loadIssuer(fresh.ports, 'P-256')))
    assert.equal(new Set(issuers.map(({ did }) => did)).size, 1)
  } finally {
    await fresh.close()
  }
})

for (const [base, curve, cryptosuite] of [
  ['', 'Ed25519', 'eddsa-rdfc-2022'],
  ['/ec', 'P-256', 'ecdsa-rdfc-2019'],
] as const) {
  test(`another implementation verifies what is issued with ${cryptosuite}`, async () => {
    const issued = await app.issue(aCredential({ validFrom: '2026-11-01T00:00:00Z', name: '수료증' }), {}, base)
    assert.equal((issued.proof as JsonObject).cryptosuite, cryptosuite)
    assert.ok(await rivalVerifies(issued, curve))
    assert.equal(await rivalVerifies({ ...issued, name: '수료중' }, curve), false)
  })

  test(`what another implementation issues with ${cryptosuite} is accepted, and nothing changed in it`, async () => {
    const issuer = await holder(curve)
    const issued = await issuer.issue(aCredential({ name: '수료증' }))
    const accepted = await app.verify(issued)
    assert.equal(accepted.status, 200, JSON.stringify(accepted.body))
    assert.equal(accepted.body.verified, true)
    assert.deepEqual(accepted.body.credential, issued)
    const { status, code } = await app.verify({ ...issued, name: '수료중' })
    assert.deepEqual([status, code], [422, 'signature-wrong'])
  })
}

test('a credential that names another issuer is issued in the test issuer’s name only', async () => {
  const { did } = await loadIssuer(app.ports, 'Ed25519')
  const issued = await app.issue(aCredential({ issuer: { id: 'https://university.example/', name: '한빛' } }))
  assert.deepEqual(issued.issuer, { id: did, name: '한빛' })
})

const tamperings: readonly { says: string; change(issued: JsonObject): JsonObject; code: string }[] = [
  { says: 'no proof', change: ({ proof: _, ...rest }) => rest, code: 'proof-missing' },
  { says: 'another issuer', change: (one) => ({ ...one, issuer: mallory.did }), code: 'key-not-of-issuer' },
  {
    says: 'another subject',
    change: (one) => ({ ...one, credentialSubject: { id: mallory.did } }),
    code: 'signature-wrong',
  },
  { says: 'another id', change: (one) => ({ ...one, id: 'urn:uuid:0' }), code: 'signature-wrong' },
  { says: 'an end added', change: (one) => ({ ...one, validUntil: '2030-01-01T00:00:00Z' }), code: 'signature-wrong' },
  { says: 'a term without a meaning', change: (one) => ({ ...one, grade: 'A' }), code: 'json-ld-unsafe' },
  {
    says: 'another vocabulary',
    change: (one) => ({ ...one, '@context': [VC2, 'https://a.example/v1'] }),
    code: 'context-unknown',
  },
  {
    says: 'a vocabulary that changes a type’s meaning',
    change: (one) => ({
      ...one,
      '@context': [VC2, { x: 'https://a.example/#' }],
      type: ['VerifiableCredential', 'x:y'],
    }),
    code: 'signature-wrong',
  },
  ...[
    ['created', '2026-11-22T00:00:00Z', 'signature-wrong'],
    ['created', '2027-11-22T00:00:00Z', 'proof-from-the-future'],
    ['expires', '2026-11-22T00:00:00Z', 'proof-expired'],
    ['proofPurpose', 'authentication', 'proof-purpose'],
    ['cryptosuite', 'ecdsa-rdfc-2019', 'key-of-another-kind'],
    ['cryptosuite', 'none', 'proof-suite-unknown'],
    ['type', 'constructor', 'proof-suite-unknown'],
    ['proofValue', 'z5nmMBw2u9TGKd9NxxHJtyZKgjN2Eh', 'proof-malformed'],
    ['verificationMethod', 'did:key:z6Mk#z6Mk', 'key-not-of-issuer'],
  ].map(([key, value, code]) => ({
    says: `a proof with ${key} ${value}`,
    change: (one: JsonObject) => ({ ...one, proof: { ...proofOf(one), [key!]: value! } }),
    code: code!,
  })),
]
for (const { says, change, code } of tamperings)
  test(`a credential with ${says} is refused: ${code}`, async () => {
    const refused = await app.verify(change(await app.issue()))
    assert.deepEqual([refused.status, refused.code], [422, code])
    assert.equal(refused.body.verified, false)
  })

test('a good proof beside a bad one does not save it', async () => {
  const issued = await app.issue()
  const bad = { ...proofOf(issued), created: '2026-11-22T00:00:00Z' }
  for (const proof of [
    [bad, issued.proof!],
    [issued.proof!, bad],
  ])
    assert.equal((await app.verify({ ...issued, proof })).code, 'signature-wrong')
})

test('validity counts', async () => {
  const past = await app.issue(aCredential({ validUntil: '2026-11-22T00:00:00Z' }))
  const future = await app.issue(aCredential({ validFrom: '2027-11-22T00:00:00Z' }))
  assert.equal((await app.verify(past)).code, 'expired')
  assert.equal((await app.verify(future)).code, 'not-yet-valid')
})

test('a credential of the older data model is read, and never issued', async () => {
  const { validFrom: _, ...rest } = aCredential({ '@context': ['https://www.w3.org/2018/credentials/v1'] })
  const older = await haneul.issue({ ...rest, issuanceDate: '2026-11-01T00:00:00Z' })
  assert.equal((await app.verify(older)).status, 200)
  assert.equal((await app.verify({ ...older, issuanceDate: '2026-11-02T00:00:00Z' })).code, 'signature-wrong')
  const { proof: __, ...unsigned } = older
  assert.equal((await app.post('/credentials/issue', { credential: unsigned })).code, 'context-base-missing')
})

test('an issuer on the web is asked for its key', async () => {
  const { signer, publicKeyMultibase } = await loadIssuer(app.ports, 'Ed25519')
  const did = 'did:web:elsewhere.example:one'
  const method = `${did}#${publicKeyMultibase}`
  const signed = await secureDocument(
    aCredential({ issuer: did }),
    { ...signer, verificationMethod: method },
    { created: app.clock.now(), primitives: nodePrimitives },
  )
  assert.equal((await app.verify(signed)).code, 'issuer-unreachable')
  const document = composeDidDocument({ did, keys: [{ publicKeyMultibase }] })
  const bytes = Buffer.from(JSON.stringify(document))
  const url = 'https://elsewhere.example/one/did.json'
  app.web.set(url, { outcome: 'fetched', status: 200, bytes, mediaType: 'application/json', url })
  assert.equal((await app.verify(signed)).status, 200)
})

test('a related resource that can be had is compared', async () => {
  const url = 'https://files.example/report.pdf'
  const bytes = Buffer.from('24 pages')
  app.web.set(url, { outcome: 'fetched', status: 200, bytes, mediaType: 'application/pdf', url })
  const resource = (algorithm: string, content: string) => {
    const digestSRI = `${algorithm}-${createHash(algorithm).update(content).digest('base64')}`
    return { credential: aCredential({ relatedResource: [{ id: url, digestSRI }] }) }
  }
  for (const algorithm of ['sha256', 'sha384', 'sha512']) {
    assert.equal((await app.post('/credentials/issue', resource(algorithm, '24 pages'))).status, 201)
    const refused = await app.post('/credentials/issue', resource(algorithm, '25 pages'))
    assert.deepEqual([refused.status, refused.code], [422, 'related-resource-digest-differs'])
  }
})

const listOf = async (issued: JsonObject): Promise<{ list: JsonObject; isSet: boolean }> => {
  const { statusListCredential, statusListIndex } = issued.credentialStatus as JsonObject
  const list = (await (await app.request(new URL(String(statusListCredential)).pathname)).json()) as JsonObject
  const decoded = decodeBits(String((list.credentialSubject as JsonObject).encodedList))
  assert.ok(decoded.outcome === 'decoded')
  return { list, isSet: bitAt(decoded.bits, Number(statusListIndex)) }
}

for (const [base, curve] of [
  ['', 'Ed25519'],
  ['/ec', 'P-256'],
] as const)
  for (const purpose of ['revocation', 'suspension'])
    test(`a status of ${purpose} by ${curve} is public, and flips to and fro`, async () => {
      const credentialId = `urn:uuid:${curve}-${purpose}`
      const issued = await app.issue(aCredential({ id: credentialId }), { status: purpose }, base)
      const before = await listOf(issued)
      assert.equal(before.isSet, false)
      assert.ok(await rivalVerifies(before.list, curve))
      assert.equal((await app.verify(before.list)).status, 200)
      assert.equal((await app.verify(issued)).status, 200)
      const entry = { type: 'BitstringStatusListEntry', statusPurpose: purpose }
      const flip = (status: boolean) =>
        app.post('/credentials/status', { credentialId, credentialStatus: { ...entry }, status })
      assert.equal((await flip(true)).status, 200)
      assert.equal((await listOf(issued)).isSet, true)
      const gone = purpose === 'revocation' ? 'revoked' : 'suspended'
      for (const checks of [undefined, ['proof']])
        assert.equal((await app.verify(issued, checks ? { checks } : {})).code, gone)
      assert.equal((await flip(false)).status, 200)
      assert.equal((await app.verify(issued)).status, 200)
    })

test('two purposes make two entries, found by their place too', async () => {
  const issued = await app.issue(aCredential({ id: 'urn:uuid:both' }), { status: ['revocation', 'suspension'] })
  const [revocation, suspension] = issued.credentialStatus as [JsonObject, JsonObject]
  assert.notEqual(revocation.statusListCredential, suspension.statusListCredential)
  const wrong = { ...suspension, statusListIndex: 'x' }
  assert.equal(
    (await app.post('/credentials/status', { credentialId: 'urn:uuid:both', credentialStatus: wrong })).status,
    422,
  )
  const flipped = await app.post('/credentials/status', { credentialId: 'urn:uuid:both', credentialStatus: suspension })
  assert.equal(flipped.status, 200)
  assert.equal((await app.verify(issued)).code, 'suspended')
})

const refusedStatus: readonly { says: string; given: JsonObject; options: JsonObject; code: string }[] = [
  {
    says: 'without an id',
    given: (({ id: _, ...rest }) => rest)(aCredential()),
    options: { status: true },
    code: 'credential-id-missing',
  },
  {
    says: 'with a status already',
    given: aCredential({ credentialStatus: { type: 'https://a.example/#S' } }),
    options: { status: true },
    code: 'status-occupied',
  },
  {
    says: 'for an unknown purpose',
    given: aCredential(),
    options: { status: 'message' },
    code: 'status-list-options-invalid',
  },
  {
    says: 'by a suite of another key',
    given: aCredential(),
    options: { cryptosuite: 'ecdsa-rdfc-2019' },
    code: 'cryptosuite-unknown',
  },
  {
    says: 'by a suite that every object has',
    given: aCredential(),
    options: { cryptosuite: 'constructor' },
    code: 'cryptosuite-unknown',
  },
]
for (const { says, given, options, code } of refusedStatus)
  test(`a request ${says} is refused: ${code}`, async () => {
    const refused = await app.post('/credentials/issue', { credential: given, options })
    assert.deepEqual([refused.status, refused.code], [422, code])
  })

test('a status nobody issued cannot be flipped, and a list nobody has is not found', async () => {
  assert.equal((await app.post('/credentials/status', { credentialId: 'urn:uuid:never' })).code, 'status-unknown')
  assert.equal((await app.request('/conformance/status/never')).status, 404)
})

test('a status of a kind unknown here is refused, unless only the proof was asked for', async () => {
  const given = aCredential({ credentialStatus: { type: 'https://words.example/#Status' } })
  const issued = await app.issue(given)
  assert.equal((await app.verify(issued)).code, 'status-type-unknown')
  const open = await app.verify(issued, { checks: ['proof'] })
  assert.deepEqual([open.status, open.body.warnings], [200, ['issuer-unconfirmed', 'status-type-unknown']])
})

test('what is asked of a credential’s proof must be answered by it', async () => {
  const plain = await app.issue()
  assert.equal((await app.verify(plain, { expectedProofPurpose: 'assertionMethod' })).status, 200)
  assert.equal((await app.verify(plain, { expectedProofPurpose: 'authentication' })).code, 'proof-purpose')
  assert.equal((await app.verify(plain, { challenge: 'nonce-1' })).code, 'challenge-differs')
  assert.equal((await app.verify(plain, { domain: 'verifier.example' })).code, 'domain-differs')
  const { signer, did } = await loadIssuer(app.ports, 'Ed25519')
  const options = { created: app.clock.now(), ...ASKED, primitives: nodePrimitives }
  const bound = await secureDocument(aCredential({ issuer: did }), signer, options)
  assert.equal((await app.verify(bound, ASKED)).status, 200)
  assert.equal((await app.verify(bound, { ...ASKED, challenge: 'nonce-2' })).code, 'challenge-differs')
})
