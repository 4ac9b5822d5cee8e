import assert from 'node:assert/strict'
import { ECDH } from 'node:crypto'
import { after, before, test } from 'node:test'
import { decodeMultikey, type JsonObject, type JwtSigner, signJwt } from '@kolleges/credentials'
import { importJWK, jwtVerify } from 'jose'
import { type Harness, harness } from '../../test/harness.ts'
import { type Issuer, loadIssuer } from './issuer-key.ts'

const VC2 = 'https://www.w3.org/ns/credentials/v2'

let app: Harness
let issuer: Issuer
before(async () => {
  app = await harness({ config: { conformance: true } })
  issuer = await loadIssuer(app.ports, 'P-256')
})
after(() => app?.close())

async function post(path: string, json: object): Promise<{ status: number; code: unknown; body: JsonObject }> {
  const response = await app.request(`/conformance${path}`, { json })
  const body = (await response.json()) as JsonObject
  return { status: response.status, code: body.code, body }
}

const credential = (more: JsonObject = {}): JsonObject => ({
  '@context': [VC2],
  id: 'urn:uuid:1',
  type: ['VerifiableCredential'],
  issuer: issuer.did,
  credentialSubject: { id: 'did:example:subject' },
  ...more,
})

const jwtOf = (more: JsonObject = {}): Promise<string> => {
  const { verificationMethod: keyId, sign } = issuer.signer
  const signer: JwtSigner = { algorithm: 'ES256', keyId, sign }
  return signJwt(credential(more), signer)
}

const envelope = (jwt: string, prefix = 'data:application/vc+jwt,'): JsonObject => ({
  '@context': VC2,
  id: `${prefix}${jwt}`,
  type: 'EnvelopedVerifiableCredential',
})

const verify = (verifiableCredential: JsonObject) => post('/credentials/verify', { verifiableCredential })

test('an enveloped credential is accepted, and shown as what is inside', async () => {
  const accepted = await verify(envelope(await jwtOf()))
  assert.equal(accepted.status, 200, JSON.stringify(accepted.body))
  assert.equal((accepted.body.credential as JsonObject).id, 'urn:uuid:1')
  const list = { ...envelope(await jwtOf()), '@context': [VC2], type: ['EnvelopedVerifiableCredential'] }
  assert.equal((await verify(list)).status, 200)
  const packed = Buffer.from(await jwtOf()).toString('base64')
  assert.equal((await verify(envelope(packed, 'data:application/vc+jwt;base64,'))).status, 200)
})

const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url')

const refused: readonly { says: string; make(): Promise<string>; code: string }[] = [
  {
    says: 'other contents',
    make: async () => {
      const [head, , seal] = (await jwtOf()).split('.')
      return `${head}.${encode(credential({ id: 'urn:uuid:2' }))}.${seal}`
    },
    code: 'signature-wrong',
  },
  {
    says: 'no algorithm',
    make: async () => `${encode({ alg: 'none', kid: issuer.signer.verificationMethod })}.${encode(credential())}.AA`,
    code: 'proof-missing',
  },
  {
    says: 'a claim that contradicts it',
    make: () => signed({ ...credential(), iss: 'did:example:other' }),
    code: 'claims-differ',
  },
  { says: 'an end in the past', make: () => jwtOf({ validUntil: '2026-01-01T00:00:00Z' }), code: 'expired' },
  { says: 'an issuer of null inside', make: () => signed(credential({ issuer: null })), code: 'credential-malformed' },
  {
    says: 'a credential inside that breaks a rule',
    make: () => signed(credential({ name: { ko: '수료증' } })),
    code: 'credential-malformed',
  },
]

async function signed(payload: object, typ = 'vc+jwt'): Promise<string> {
  const input = `${encode({ alg: 'ES256', kid: issuer.signer.verificationMethod, typ })}.${encode(payload)}`
  const seal = await issuer.signer.sign(Buffer.from(input))
  return `${input}.${Buffer.from(seal).toString('base64url')}`
}

for (const { says, make, code } of refused)
  test(`an enveloped credential with ${says} is refused: ${code}`, async () => {
    const { status, code: found } = await verify(envelope(await make()))
    assert.deepEqual([status, found], [422, code])
  })

function jwkOf(multibase: string): { kty: string; crv: string; x: string; y?: string } {
  const { algorithm, publicKey } = decodeMultikey(multibase)!
  if (algorithm === 'Ed25519') return { kty: 'OKP', crv: 'Ed25519', x: Buffer.from(publicKey).toString('base64url') }
  const point = ECDH.convertKey(publicKey, 'prime256v1', undefined, undefined, 'uncompressed') as Buffer
  const coordinate = (from: number) => point.subarray(from, from + 32).toString('base64url')
  return { kty: 'EC', crv: 'P-256', x: coordinate(1), y: coordinate(33) }
}

const ASKED = { challenge: 'nonce-1', domain: 'verifier.example' }
const enveloped = async (more: object = {}): Promise<JsonObject> => ({
  '@context': [VC2],
  id: `data:application/vp+jwt,${await signed(
    {
      '@context': [VC2],
      type: ['VerifiablePresentation'],
      holder: issuer.did,
      verifiableCredential: [envelope(await jwtOf())],
      nonce: 'nonce-1',
      aud: 'verifier.example',
      ...more,
    },
    'vp+jwt',
  )}`,
  type: 'EnvelopedVerifiablePresentation',
})
const present = (verifiablePresentation: JsonObject, options: JsonObject = ASKED) =>
  post('/presentations/verify', { verifiablePresentation, options })

for (const [base, alg] of [
  ['', 'EdDSA'],
  ['/ec', 'ES256'],
] as const)
  test(`an envelope can be asked for, signed as ${alg}, and another implementation opens it`, async () => {
    const given = { credential: credential(), options: { envelope: true, status: true } }
    const { status, body } = await post(`${base}/credentials/issue`, given)
    assert.equal(status, 201, JSON.stringify(body))
    const issued = body.verifiableCredential as JsonObject
    const { did, publicKeyMultibase } = await loadIssuer(app.ports, base ? 'P-256' : 'Ed25519')
    const key = await importJWK(jwkOf(publicKeyMultibase), alg)
    const { payload, protectedHeader } = await jwtVerify(String(issued.id).split(',')[1]!, key)
    assert.deepEqual(protectedHeader, { alg, kid: `${did}#${publicKeyMultibase}`, typ: 'vc+jwt' })
    assert.equal(payload.issuer, did)
    assert.equal((await verify(issued)).status, 200)
    assert.equal((await post('/credentials/status', { credentialId: 'urn:uuid:1', status: true })).status, 200)
    assert.equal((await verify(issued)).code, 'revoked')
    await post('/credentials/status', { credentialId: 'urn:uuid:1', status: false })
  })

test('an envelope hides no word without a meaning', async () => {
  const given = { credential: credential({ grade: 'A' }), options: { envelope: true } }
  assert.equal((await post('/credentials/issue', given)).code, 'json-ld-unsafe')
})

test('the text of a JWT is read without its envelope too', async () => {
  assert.equal((await post('/credentials/verify', { verifiableCredential: await jwtOf() })).status, 200)
  assert.equal((await post('/credentials/verify', { verifiableCredential: 'hello' })).code, 'credential-malformed')
})

test('an enveloped presentation of an enveloped credential is accepted', async () => {
  const accepted = await present(await enveloped())
  assert.equal(accepted.status, 200, JSON.stringify(accepted.body))
  assert.equal((accepted.body.credentials as JsonObject[])[0]?.id, 'urn:uuid:1')
})

test('an enveloped presentation must answer what was asked', async () => {
  assert.equal((await present(await enveloped(), { ...ASKED, challenge: 'nonce-2' })).code, 'challenge-differs')
  assert.equal((await present(await enveloped(), { ...ASKED, domain: 'other.example' })).code, 'domain-differs')
  assert.equal((await present(await enveloped({ holder: 'did:example:other' }))).code, 'holder-differs')
  assert.equal((await present(await enveloped({ type: [] }))).code, 'type-missing')
  assert.equal((await present(await enveloped({ verifiableCredential: ['x'] }))).code, 'presented-credential-malformed')
})

test('a holder on the web is asked for the key', async () => {
  const { publicKeyMultibase, signer } = issuer
  const did = 'did:web:holder.example'
  const keyId = `${did}#${publicKeyMultibase}`
  const input = `${encode({ alg: 'ES256', kid: keyId })}.${encode({ '@context': [VC2], type: ['VerifiablePresentation'] })}`
  const seal = Buffer.from(await signer.sign(Buffer.from(input))).toString('base64url')
  const given = {
    '@context': [VC2],
    id: `data:application/vp+jwt,${input}.${seal}`,
    type: 'EnvelopedVerifiablePresentation',
  }
  assert.equal((await present(given, {})).code, 'issuer-unreachable')
  const method = { id: keyId, type: 'Multikey', controller: did, publicKeyMultibase }
  const document = { id: did, verificationMethod: [method], authentication: [keyId] }
  const url = 'https://holder.example/.well-known/did.json'
  const bytes = Buffer.from(JSON.stringify(document))
  app.web.set(url, { outcome: 'fetched', status: 200, bytes, mediaType: 'application/json', url })
  assert.equal((await present(given, {})).status, 200)
})
