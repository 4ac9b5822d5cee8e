// Who may have signed what: every way in which a key can be named, published, owned and meant.

import assert from 'node:assert/strict'
import test from 'node:test'
import { anIssuer, confirmed, hanbit, LATER, NOON } from '../../test/fixtures.ts'
import { p256, publicJwk } from '../../test/jwt-issuers.ts'
import { encodeMultikey, type Json, type JsonObject, type Material } from '../index.ts'
import { judgeKeyAt } from './key-state.ts'
import { decodeMultikey, keyName } from './keys.ts'
import { resolveKey } from './resolve-key.ts'

const other = anIssuer('other')
const did = hanbit.did
const method = hanbit.verificationMethod
const document = hanbit.document as JsonObject
const own = (document.verificationMethod as JsonObject[])[0]!
const issuers = (entries: Record<string, Json>): Material['issuers'] =>
  new Map(Object.entries(entries).map(([id, each]) => [id, { document: each }]))
const said = (...asked: Parameters<typeof resolveKey>): string => {
  const found = resolveKey(...asked)
  const key = 'key' in found && found.key ? keyName(found.key) : 'no key'
  return found.outcome === 'found'
    ? `${key}${found.isPublished ? '' : ' unpublished'}${found.revoked === undefined ? '' : ` ${found.revoked}`}`
    : `${found.outcome} ${found.because}${found.outcome === 'unknown' ? ` ${key}` : ''}`
}
const changed = (change: JsonObject): Material['issuers'] => issuers({ [did]: { ...document, ...change } })
const keyed = `did:key:${hanbit.multibase}`

const cases: [string, string, Parameters<typeof resolveKey>][] = [
  ['a key in the document', hanbit.multibase, [method, did, changed({})]],
  ['a key the document does not name', 'refused key-not-of-issuer', [`${did}#x`, did, changed({})]],
  ['a key that is another issuer’s', 'refused key-not-of-issuer', [other.verificationMethod, did, changed({})]],
  [
    'a key listed for signing in only',
    'refused key-not-of-issuer',
    [method, did, changed({ assertionMethod: [], authentication: [method] })],
  ],
  [
    'a key for signing in, asked for it',
    hanbit.multibase,
    [method, did, changed({ assertionMethod: [], authentication: [method] }), 'authentication'],
  ],
  [
    'a key for assertions, asked for signing in',
    'refused key-not-of-issuer',
    [method, did, changed({ authentication: [] }), 'authentication'],
  ],
  ['a key known only as a method', 'refused key-not-of-issuer', [method, did, changed({ assertionMethod: [] })]],
  ['one text in the place of an array', hanbit.multibase, [method, did, changed({ assertionMethod: method })]],
  [
    'ids relative to the document',
    hanbit.multibase,
    [
      method,
      did,
      changed({
        assertionMethod: [`#${hanbit.multibase}`],
        verificationMethod: { ...own, id: `#${hanbit.multibase}` },
      }),
    ],
  ],
  ['ids that are numbers', 'refused key-not-of-issuer', [method, did, changed({ assertionMethod: [5, { id: 7 }] })]],
  [
    'an embedded method of another id before',
    hanbit.multibase,
    [method, did, changed({ assertionMethod: [{ ...own, id: `${did}#x` }, own] })],
  ],
  [
    'a method under another controller',
    'refused key-not-of-issuer',
    [method, did, changed({ verificationMethod: [{ ...own, controller: other.did }] })],
  ],
  [
    'a method without a controller',
    'refused key-not-of-issuer',
    [method, did, changed({ verificationMethod: [{ ...own, controller: null }] })],
  ],
  [
    'a method without a key',
    'refused key-malformed',
    [method, did, changed({ verificationMethod: [{ ...own, publicKeyMultibase: null }] })],
  ],
  [
    'a method with a JWK',
    keyName({ algorithm: 'P-256', publicKey: decodeKey() }),
    [
      method,
      did,
      changed({ verificationMethod: [{ ...own, publicKeyMultibase: null, publicKeyJwk: publicJwk(p256) }] }),
    ],
  ],
  [
    'a method that was revoked',
    `${hanbit.multibase} ${LATER}`,
    [method, did, changed({ verificationMethod: [{ ...own, revoked: LATER }] })],
  ],
  [
    'a method revoked at no time',
    hanbit.multibase,
    [method, did, changed({ verificationMethod: [{ ...own, revoked: 'soon' }] })],
  ],
  [
    'a listed key with a document of its own',
    hanbit.multibase,
    [method, did, issuers({ [did]: { ...document, verificationMethod: [] }, [method]: own })],
  ],
  [
    'a listed key with a document of another id',
    'refused key-not-of-issuer',
    [method, did, issuers({ [did]: { ...document, verificationMethod: [] }, [method]: { ...own, id: 'x' } })],
  ],
  [
    'a listed key with no document',
    'refused key-not-of-issuer',
    [method, did, issuers({ [did]: { ...document, verificationMethod: [] } })],
  ],
  [
    'the two hundred and fifty-seventh key',
    'refused key-not-of-issuer',
    [method, did, changed({ assertionMethod: [...new Array(256).fill('x'), method] })],
  ],
  [
    'the two hundred and fifty-sixth key',
    hanbit.multibase,
    [method, did, changed({ assertionMethod: [...new Array(255).fill('x'), method] })],
  ],
  [
    'methods beyond 256',
    'refused key-not-of-issuer',
    [method, did, changed({ verificationMethod: [...new Array(256).fill({}), own] })],
  ],

  ['nobody’s document', `unknown issuer-unreachable ${hanbit.multibase}`, [method, did, new Map()]],
  [
    'a document out of reach',
    `unknown issuer-unreachable ${hanbit.multibase}`,
    [method, did, new Map([[did, { unreachable: 'x' }]])],
  ],
  [
    'a document out of reach, the key named by no key',
    'unknown issuer-unreachable no key',
    [`${did}#1`, did, new Map()],
  ],
  [
    'a document out of reach, the key another’s',
    'unknown issuer-unreachable no key',
    [other.verificationMethod, did, new Map()],
  ],
  [
    'a document of another',
    `unknown issuer-document-malformed ${hanbit.multibase}`,
    [method, did, issuers({ [did]: other.document })],
  ],
  [
    'a document that is a text',
    `unknown issuer-document-malformed ${hanbit.multibase}`,
    [method, did, issuers({ [did]: 'x' })],
  ],

  ['a profile without keys', `${hanbit.multibase} unpublished`, [method, did, issuers({ [did]: { id: did } })]],
  [
    'a profile without keys, the key named by no key',
    'refused key-not-of-issuer',
    [`${did}#1`, did, issuers({ [did]: { id: did } })],
  ],
  [
    'a profile that lists keys for signing in',
    'refused key-not-of-issuer',
    [method, did, issuers({ [did]: { id: did, authentication: [] } })],
  ],
  [
    'a profile with an empty list of keys',
    'refused key-not-of-issuer',
    [method, did, issuers({ [did]: { id: did, assertionMethod: [] } })],
  ],

  ['an issuer that is its key', hanbit.multibase, [`${keyed}#${hanbit.multibase}`, keyed, new Map()]],
  ['an issuer that is its key, named without it', 'refused key-not-of-issuer', [keyed, keyed, new Map()]],
  ['an issuer that is another’s key', 'refused key-not-of-issuer', [`${keyed}#${other.multibase}`, keyed, new Map()]],
  ['an issuer that is a broken key', 'refused key-malformed', ['did:key:z6Mk#z6Mk', 'did:key:z6Mk', new Map()]],
]

function decodeKey(): Uint8Array {
  return resolveKeyOf(publicJwk(p256))
}
function resolveKeyOf(jwk: JsonObject): Uint8Array {
  const y = Buffer.from(String(jwk.y), 'base64url')
  return Buffer.concat([Buffer.from([2 + (y[31]! & 1)]), Buffer.from(String(jwk.x), 'base64url')])
}

for (const [name, expected, asked] of cases)
  test(`${name}: ${expected.slice(0, 60)}`, () => {
    assert.equal(said(...asked), expected)
  })

const issuer = 'https://univ.example/issuer'
const keyUrl = 'https://univ.example/keys/1'
const ownKey = { id: keyUrl, controller: issuer, publicKeyMultibase: hanbit.multibase }
const sites: [string, string, Record<string, Json>, string][] = [
  ['that names the issuer', keyUrl, { [keyUrl]: ownKey }, `${hanbit.multibase} unpublished`],
  [
    'that names another',
    keyUrl,
    { [keyUrl]: { ...ownKey, controller: 'https://evil.example/' } },
    'refused key-not-of-issuer',
  ],
  [
    'that names the issuer and holds no key',
    keyUrl,
    { [keyUrl]: { id: keyUrl, controller: issuer } },
    'refused key-not-of-issuer',
  ],
  [
    'that is a lone JWK',
    keyUrl,
    { [keyUrl]: publicJwk(p256) },
    `${keyName({ algorithm: 'P-256', publicKey: decodeKey() })} unpublished`,
  ],
  [
    'that is a lone JWK elsewhere',
    'https://evil.example/1',
    { 'https://evil.example/1': publicJwk(p256) },
    'refused key-not-of-issuer',
  ],
  ['that is a lone JWK at no address', 'urn:x:1', { 'urn:x:1': publicJwk(p256) }, 'refused key-not-of-issuer'],
  [
    'that is a lone JWK on another port',
    'https://univ.example:8443/1',
    { 'https://univ.example:8443/1': publicJwk(p256) },
    'refused key-not-of-issuer',
  ],
  ['that nobody has', keyUrl, {}, 'refused key-not-of-issuer'],
]

for (const [name, asked, documents, expected] of sites)
  test(`a key with a document ${name}: ${expected.slice(0, 40)}`, () => {
    assert.equal(said(asked, issuer, issuers({ [issuer]: { id: issuer }, ...documents })), expected)
  })

test('the document of a key may be out of reach', () => {
  const reachable = new Map([
    [issuer, { document: { id: issuer } }],
    [keyUrl, { unreachable: 'x' }],
  ] as const)
  assert.equal(said(keyUrl, issuer, reachable as Material['issuers']), 'refused key-not-of-issuer')
})

const BEFORE = '2026-11-22T03:00:00Z'
type State = 'active' | 'retired' | 'compromised'
const states: [string, State | null, string | undefined, string | undefined, string | undefined, string][] = [
  // name, our record, since, the document's `revoked`, the proof's `created`, the judgement
  ['nobody says anything', null, undefined, undefined, NOON, 'passed'],
  ['we call it active', 'active', undefined, undefined, NOON, 'passed'],
  ['we call it active, its document revoked', 'active', undefined, BEFORE, NOON, 'key-retired'],
  ['retired later', 'retired', LATER, undefined, NOON, 'passed'],
  ['retired at the very moment', 'retired', NOON, undefined, NOON, 'key-retired'],
  ['retired before', 'retired', BEFORE, undefined, NOON, 'key-retired'],
  ['retired later, the proof undated', 'retired', LATER, undefined, undefined, 'key-retired'],
  ['retired later by us, before by its document', 'retired', LATER, BEFORE, NOON, 'passed'],
  ['revoked later by its document', null, undefined, LATER, NOON, 'passed'],
  ['stolen at the very moment', 'compromised', NOON, undefined, NOON, 'key-compromised'],
  ['stolen before', 'compromised', BEFORE, undefined, NOON, 'key-compromised'],
  ['stolen later', 'compromised', LATER, undefined, NOON, 'key-compromised-undated'],
  ['stolen later, the proof undated', 'compromised', LATER, undefined, undefined, 'key-compromised'],
]

for (const [name, state, since, revoked, created, expected] of states)
  test(`a key, ${name}: ${expected}`, () => {
    const known = state === null ? undefined : state === 'active' ? ({ state } as const) : { state, since: since! }
    const trust = confirmed(hanbit, known ? { keys: new Map([[hanbit.multibase, known]]) } : {})
    const proof: JsonObject = created === undefined ? {} : { created }
    const judged = judgeKeyAt(proof, hanbit.multibase, did, { trust }, revoked)
    assert.equal(judged.outcome === 'passed' ? 'passed' : judged.because, expected)
  })

test('only a record older than the theft clears a signature of a stolen key', () => {
  const trust = confirmed(hanbit, { keys: new Map([[hanbit.multibase, { state: 'compromised', since: LATER }]]) })
  const judged = (recordedAt: string) =>
    judgeKeyAt({ created: NOON }, hanbit.multibase, did, { trust, registry: { recordedAt } }, undefined).outcome
  assert.deepEqual(
    [judged(NOON), judged(LATER), judged('2026-11-25T00:00:00Z')],
    ['passed', 'inconclusive', 'inconclusive'],
  )
})

test('a Multikey is of one of two kinds, of their length, in base58', () => {
  const bytes = new Uint8Array(32).fill(7)
  const right = encodeMultikey('Ed25519', bytes)
  assert.deepEqual(decodeMultikey(right), { algorithm: 'Ed25519', publicKey: bytes })
  assert.deepEqual(decodeMultikey(encodeMultikey('P-256', new Uint8Array(33).fill(2)))?.algorithm, 'P-256')
  for (const wrong of [
    '',
    'z',
    right.slice(1),
    `m${right.slice(1)}`,
    right.slice(0, -1),
    `${right}1`,
    `z${'1'.repeat(200)}`,
    'zzzz0',
  ])
    assert.equal(decodeMultikey(wrong), null, wrong)
  assert.throws(() => encodeMultikey('P-256', bytes), {
    code: 'key-malformed',
    detail: { algorithm: 'P-256', bytes: 32, wanted: 33 },
  })
})

test('what is remembered of keys is bounded, and remembered rightly', () => {
  const keys = Array.from({ length: 600 }, (_, at) =>
    encodeMultikey('Ed25519', new Uint8Array(32).fill(at).fill(at >> 8, 0, 1)),
  )
  for (const round of [1, 2])
    for (const [at, key] of keys.entries()) assert.equal(decodeMultikey(key)?.publicKey[1], at & 255, `round ${round}`)
  assert.equal(decodeMultikey('z6Mk'), null)
  assert.equal(decodeMultikey('z6Mk'), null)
})
