// What a presentation's JWT must answer, to the second; whose it may be, and in which form.

import assert from 'node:assert/strict'
import test from 'node:test'
import { anIssuer, hanbit, nodePrimitives } from '../../test/fixtures.ts'
import { jwsOf } from '../../test/jwt-issuers.ts'
import { checkPresentationJwt, type JsonObject, type PresentationJwtQuestion } from '../index.ts'

const AT = 1_795_402_800
const keyed = `did:key:${hanbit.multibase}`
const kid = `${keyed}#${hanbit.multibase}`
const sign = hanbit.signer.sign as (bytes: Uint8Array) => Uint8Array
const PRESENTATION: JsonObject = { type: ['VerifiablePresentation'], holder: keyed }
const made = (claims: JsonObject = {}, header: JsonObject = {}): string => {
  const kept = Object.entries({ alg: 'EdDSA', kid, ...header }).filter(([, value]) => value !== null)
  return jwsOf(Object.fromEntries(kept) as JsonObject, { ...PRESENTATION, ...claims }, sign)
}
const ask = (text: string, more: Partial<PresentationJwtQuestion> = {}) =>
  checkPresentationJwt({ text, issuers: new Map(), atSeconds: AT, primitives: nodePrimitives, ...more })

test('the claims that JWT alone knows are left out, and the rest is handed on', async () => {
  const claims = { iss: keyed, jti: 'j', sub: 's', nbf: AT, exp: AT, iat: AT, aud: 'a', nonce: 'n' }
  assert.deepEqual(await ask(made({ ...claims, more: 1 })), {
    outcome: 'passed',
    presentation: { ...PRESENTATION, more: 1 },
    holder: keyed,
  })
  assert.deepEqual(await ask(made({ vp: { a: 1 }, iss: keyed })), {
    outcome: 'passed',
    presentation: { a: 1 },
    holder: keyed,
  })
})

type Row = [string, string, string, Partial<PresentationJwtQuestion>?]
const rows: Row[] = [
  ['the very end', made({ exp: AT }), 'passed'],
  ['a second after the end', made({ exp: AT - 1 }), 'proof-expired'],
  ['an end that is a text', made({ exp: String(AT + 9) }), 'proof-expired'],
  ['a beginning clocks may differ by', made({ nbf: AT + 300 }), 'passed'],
  ['a second more', made({ nbf: AT + 301 }), 'proof-from-the-future'],
  ['a beginning that is a text', made({ nbf: '0' }), 'proof-from-the-future'],
  ['another issuer', made({ iss: 'did:web:x' }), 'holder-differs'],
  ['another holder', made({ holder: 'did:web:x' }), 'holder-differs'],
  ['the holder as an object', made({ holder: { id: keyed } }), 'passed'],
  ['another holder as an object', made({ holder: { id: 'did:web:x' } }), 'holder-differs'],
  ['no holder', made({ holder: { name: 'x' } }), 'passed'],
  ['the right nonce', made({ nonce: 'n' }), 'passed', { challenge: 'n' }],
  ['another nonce', made({ nonce: 'm' }), 'challenge-differs', { challenge: 'n' }],
  ['no nonce', made(), 'challenge-differs', { challenge: 'n' }],
  ['the right audience', made({ aud: ['a', 'b'] }), 'passed', { domain: ['b', 'a'] }],
  ['half the audience', made({ aud: ['a'] }), 'domain-differs', { domain: ['a', 'b'] }],
  ['one more in the audience', made({ aud: ['a', 'b'] }), 'domain-differs', { domain: ['a'] }],
  ['another audience', made({ aud: ['a', 'c'] }), 'domain-differs', { domain: ['a', 'b'] }],
  ['nobody’s audience', made(), 'domain-differs', { domain: ['a'] }],
  ['words', 'hello', 'proof-malformed'],
  ['a type of the W3C', made({}, { typ: 'vp+jwt' }), 'passed'],
  ['an older type of the W3C', made({}, { typ: 'vp-ld+jwt' }), 'passed'],
  ['another older type', made({}, { typ: 'vp+ld+jwt' }), 'passed'],
  ['a media type', made({}, { typ: 'application/VP+JWT' }), 'passed'],
  ['a plain type', made({}, { typ: 'JWT' }), 'passed'],
  ['the type of a credential', made({}, { typ: 'vc+jwt' }), 'proof-malformed'],
  ['a type that is a number', made({}, { typ: 5 }), 'proof-malformed'],
  ['no algorithm', made({}, { alg: 'none' }), 'proof-missing'],
  ['an algorithm we do not know', made({}, { alg: 'HS256' }), 'proof-suite-unknown'],
  ['an algorithm that is a number', made({}, { alg: 5 }), 'proof-suite-unknown'],
  ['an algorithm every object has', made({}, { alg: 'valueOf' }), 'proof-suite-unknown'],
  ['an algorithm its key is not of', made({}, { alg: 'ES256' }), 'key-of-another-kind'],
  ['a key relative to the issuer', made({ iss: keyed }, { kid: `#${hanbit.multibase}` }), 'passed'],
  ['a key relative to nobody', made({}, { kid: `#${hanbit.multibase}` }), 'issuer-unreachable'],
  ['no key', made({}, { kid: null }), 'issuer-unreachable'],
  ['a spoiled signature', `${made().slice(0, -8)}AAAAAAAA`, 'signature-wrong'],
]

for (const [name, text, expected, more] of rows)
  test(`a presentation with ${name}: ${expected}`, async () => {
    const finding = await ask(text, more)
    assert.equal(finding.outcome === 'passed' ? 'passed' : finding.because, expected)
  })

test('a refusal names who is said to have signed, where that could be read', async () => {
  assert.deepEqual(await ask('hello'), { outcome: 'refused', because: 'proof-malformed' })
  assert.deepEqual(await ask(made({}, { alg: 'none' })), { outcome: 'refused', because: 'proof-missing' })
  assert.deepEqual(await ask(made({}, { kid: 'did:web:a.example#1' })), {
    outcome: 'refused',
    because: 'issuer-unreachable',
    controller: 'did:web:a.example',
  })
})

test('a holder’s key is published for signing in, or it is nobody’s', async () => {
  const { did, verificationMethod, document } = anIssuer('haneul')
  const text = jwsOf(
    { alg: 'EdDSA', kid: verificationMethod },
    { type: 'x' },
    anIssuer('haneul').signer.sign as typeof sign,
  )
  const becauseOf = async (published: JsonObject) => {
    const finding = await ask(text, { issuers: new Map([[did, { document: published }]]) })
    return finding.outcome === 'passed' ? finding.holder : finding.because
  }
  const { assertionMethod, ...keys } = document as JsonObject
  assert.equal(await becauseOf({ ...keys, authentication: assertionMethod! }), did)
  assert.equal(await becauseOf(document as JsonObject), 'key-not-of-issuer')
  assert.equal(await becauseOf({ id: did }), 'key-not-published')
})
