// Presentations as JWTs: whose they are, and what they must answer.
import assert from 'node:assert/strict'
import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { test } from 'node:test'
import { checkPresentationJwt, didKey, encodeMultikey, type JsonObject, webPrimitives as primitives } from '../index.ts'
import { keyOfJwk } from './keys.ts'

const AT_SECONDS = 1_795_402_800

function aHolder(kind: 'ed25519' | 'ec') {
  const { publicKey, privateKey } =
    kind === 'ec' ? generateKeyPairSync('ec', { namedCurve: 'P-256' }) : generateKeyPairSync('ed25519')
  const { algorithm, publicKey: raw } = keyOfJwk(publicKey.export({ format: 'jwk' }) as JsonObject)!
  const multibase = encodeMultikey(algorithm as 'Ed25519' | 'P-256', raw)
  const did = didKey(multibase)
  return { did, kid: `${did}#${multibase}`, alg: kind === 'ec' ? 'ES256' : 'EdDSA', privateKey }
}

const haneul = aHolder('ec')
const mallory = aHolder('ec')

const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url')

function seal(header: object, payload: object, key: KeyObject = haneul.privateKey): string {
  const input = `${encode(header)}.${encode(payload)}`
  const isElliptic = key.asymmetricKeyType === 'ec'
  const signature = isElliptic
    ? sign('sha256', Buffer.from(input), { key, dsaEncoding: 'ieee-p1363' })
    : sign(null, Buffer.from(input), key)
  return `${input}.${signature.toString('base64url')}`
}

const header = (more: object = {}): object => ({ alg: haneul.alg, kid: haneul.kid, typ: 'vp+jwt', ...more })
const PRESENTATION = {
  '@context': ['https://www.w3.org/ns/credentials/v2'],
  type: ['VerifiablePresentation'],
  holder: haneul.did,
}
const payload = (more: object = {}): object => ({ ...PRESENTATION, nonce: 'n-1', aud: 'verifier.example', ...more })

const ask = (text: string, more: object = {}) =>
  checkPresentationJwt({
    ...{ text, issuers: new Map(), challenge: 'n-1', domain: ['verifier.example'], atSeconds: AT_SECONDS, primitives },
    ...more,
  })

test('who signed is the holder, and the claims of JWT are no part of the presentation', async () => {
  const finding = await ask(seal(header(), payload({ iss: haneul.did, iat: 1 })))
  assert.deepEqual(finding, { outcome: 'passed', presentation: PRESENTATION, holder: haneul.did })
})

test('other algorithms and the older form are read', async () => {
  const other = aHolder('ed25519')
  const text = seal(header(other), payload({ holder: other.did }), other.privateKey)
  assert.equal((await ask(text)).outcome, 'passed')
  const older = seal(header({ typ: 'JWT' }), {
    iss: haneul.did,
    nonce: 'n-1',
    aud: ['verifier.example'],
    vp: PRESENTATION,
  })
  assert.equal((await ask(older)).outcome, 'passed')
})

test('what nobody asked for is left alone', async () => {
  const text = seal(header(), payload())
  assert.equal((await ask(text, { challenge: undefined, domain: undefined })).outcome, 'passed')
})

const good = seal(header(), payload())
const [head, , signature] = good.split('.')
const refused: readonly (readonly [string, string, string])[] = [
  ['no JWT', 'hello', 'proof-malformed'],
  ['no algorithm', seal(header({ alg: 'none' }), payload()), 'proof-missing'],
  ['a shared secret', seal(header({ alg: 'HS256' }), payload()), 'proof-suite-unknown'],
  ['an algorithm that every object has', seal(header({ alg: 'constructor' }), payload()), 'proof-suite-unknown'],
  ['an algorithm of another key', seal(header({ alg: 'EdDSA' }), payload()), 'key-of-another-kind'],
  ['no key named', seal(header({ kid: undefined }), payload()), 'issuer-unreachable'],
  ['a key of somebody else', seal(header({ kid: mallory.kid }), payload()), 'signature-wrong'],
  [
    'a key under another id',
    seal(header({ kid: `${mallory.did}#${haneul.kid.split('#')[1]}` }), payload()),
    'key-not-of-issuer',
  ],
  ['a type for another purpose', seal(header({ typ: 'vc+jwt' }), payload()), 'proof-malformed'],
  ['a critical extension', seal(header({ crit: ['x'] }), payload()), 'proof-malformed'],
  ['contents changed', `${head}.${encode(payload({ id: 'urn:x:1' }))}.${signature}`, 'signature-wrong'],
  ['another holder', seal(header(), payload({ holder: mallory.did })), 'holder-differs'],
  ['another holder in an object', seal(header(), payload({ holder: { id: mallory.did } })), 'holder-differs'],
  ['another issuer', seal(header(), payload({ iss: mallory.did })), 'holder-differs'],
  ['another nonce', seal(header(), payload({ nonce: 'n-2' })), 'challenge-differs'],
  ['no nonce', seal(header(), payload({ nonce: undefined })), 'challenge-differs'],
  ['another audience', seal(header(), payload({ aud: 'other.example' })), 'domain-differs'],
  ['one audience more', seal(header(), payload({ aud: ['verifier.example', 'other.example'] })), 'domain-differs'],
  ['an end in the past', seal(header(), payload({ exp: AT_SECONDS - 1 })), 'proof-expired'],
  ['an end that is a text', seal(header(), payload({ exp: 'never' })), 'proof-expired'],
  ['a beginning in the future', seal(header(), payload({ nbf: AT_SECONDS + 301 })), 'proof-from-the-future'],
]
for (const [says, text, because] of refused)
  test(`a presentation with ${says} is refused: ${because}`, async () => {
    const finding = await ask(text)
    assert.deepEqual([finding.outcome, 'because' in finding && finding.because], ['refused', because])
  })

test('a holder on the web must list the key for authentication', async () => {
  const did = 'did:web:holder.example'
  const multibase = haneul.kid.split('#')[1]!
  const method = { id: `${did}#${multibase}`, type: 'Multikey', controller: did, publicKeyMultibase: multibase }
  const text = seal(header({ kid: method.id }), payload({ holder: did }))
  const first = await ask(text)
  assert.deepEqual(first, { outcome: 'refused', because: 'issuer-unreachable', controller: did })
  for (const relation of ['authentication', 'assertionMethod']) {
    const document = { id: did, verificationMethod: [method], [relation]: [method.id] }
    const finding = await ask(text, { issuers: new Map([[did, { document }]]) })
    assert.equal(finding.outcome, relation === 'authentication' ? 'passed' : 'refused')
  }
  const silent = new Map([[did, { document: { id: did } }]])
  assert.equal((await ask(text, { issuers: silent })).outcome, 'refused')
})
