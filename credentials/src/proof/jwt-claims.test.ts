// What a JWT may say of itself: keys by which name, claims in which form, and what is told of it.

import assert from 'node:assert/strict'
import test from 'node:test'
import { confirmed, hanbit, LATER, NOON, nodePrimitives, someMaterial, someParts } from '../../test/fixtures.ts'
import {
  jwsOf,
  jwtDocument,
  jwtSigners,
  keyId,
  p256,
  publicJwk,
  rsa,
  signEs256,
  signRs256,
} from '../../test/jwt-issuers.ts'
import {
  CredentialError,
  composeCredential,
  type JsonObject,
  type Material,
  parseJwt,
  signJwt,
  verify,
} from '../index.ts'
import { JSON_BYTES_MAX } from '../limits.ts'
import { differingClaim, readJws, readJwt } from './jwt.ts'
import { keyOfJwk } from './keys.ts'
import { rsaPublicKey } from './rsa.ts'

const unsigned = composeCredential(someParts({ recipient: { id: 'did:example:haneul' } })) as JsonObject
const plain: JsonObject = {
  '@context': ['https://www.w3.org/ns/credentials/v2'],
  type: ['VerifiableCredential'],
  issuer: hanbit.did,
  credentialSubject: { type: 'x:Subject' },
}
const es256 = (header: JsonObject, payload: JsonObject): string =>
  jwsOf({ alg: 'ES256', kid: keyId('p256'), ...header }, payload, signEs256)
const use = (change: Partial<Material> = {}): Material =>
  someMaterial({ issuers: new Map([[hanbit.did, { document: jwtDocument }]]), ...change })
const lineOf = async (text: string, material = use()) =>
  (await verify(text, material, { at: NOON, primitives: nodePrimitives })).checks.find(
    ({ check }) => check === 'signature',
  )

test('a good signature tells its algorithm and its key', async () => {
  assert.deepEqual(await lineOf(es256({}, unsigned)), {
    check: 'signature',
    outcome: 'passed',
    detail: { type: 'JWT', alg: 'ES256', verificationMethod: keyId('p256') },
  })
  assert.equal((await lineOf(es256({ kid: '#p256' }, unsigned)))?.outcome, 'passed')
})

const told: [string, string, Record<string, unknown>][] = [
  [
    'an algorithm that is a number',
    jwsOf({ alg: 5, kid: keyId('p256') }, unsigned, signEs256),
    {
      outcome: 'inconclusive',
      because: 'proof-suite-unknown',
      detail: { type: 'JWT', verificationMethod: keyId('p256') },
    },
  ],
  [
    'no algorithm',
    jwsOf({ alg: 'none' }, unsigned, signEs256),
    { outcome: 'failed', because: 'proof-missing', detail: { type: 'JWT', alg: 'none' } },
  ],
  [
    'no key',
    jwsOf({ alg: 'ES256' }, unsigned, signEs256),
    { outcome: 'failed', because: 'key-not-of-issuer', detail: { type: 'JWT', alg: 'ES256' } },
  ],
  [
    'another beginning',
    es256({}, { ...unsigned, nbf: 1 }),
    {
      outcome: 'failed',
      because: 'claims-differ',
      detail: { type: 'JWT', alg: 'ES256', verificationMethod: keyId('p256'), claim: 'nbf' },
    },
  ],
  [
    'an algorithm its key is not of',
    jwsOf({ alg: 'RS256', kid: keyId('p256') }, unsigned, signRs256),
    { outcome: 'failed', because: 'key-of-another-kind' },
  ],
  ['a signature cut short', es256({}, unsigned).slice(0, -2), { outcome: 'failed', because: 'signature-wrong' }],
  ['a signature and a byte more', `${es256({}, unsigned)}AA`, { outcome: 'failed', because: 'signature-wrong' }],
]

for (const [name, text, expected] of told)
  test(`a JWT with ${name} is told as ${expected.because}`, async () => {
    const { check: _check, ...line } = (await lineOf(text))!
    assert.deepEqual('detail' in expected ? line : { ...line, detail: undefined }, { detail: undefined, ...expected })
  })

test('an issuer out of reach leaves a seal that fits the key it claims undecided, and finds out one that does not', async () => {
  const ed25519 = (header: JsonObject, payload: JsonObject) =>
    jwsOf({ alg: 'EdDSA', kid: hanbit.verificationMethod, ...header }, payload, hanbit.signer.sign as typeof signEs256)
  const nowhere = use({ issuers: new Map() })
  const undecided = await verify(ed25519({}, unsigned), nowhere, { at: NOON, primitives: nodePrimitives })
  const line = undecided.checks.find(({ check }) => check === 'signature')
  assert.deepEqual([line?.outcome, line?.because], ['inconclusive', 'issuer-unreachable'])
  assert.match(undecided.canonicalHash ?? '', /^[0-9a-f]{64}$/)
  const forged = `${ed25519({}, unsigned).slice(0, -8)}AAAAAAAA`
  assert.equal((await lineOf(forged, nowhere))?.because, 'signature-wrong')
  assert.equal((await lineOf(es256({}, unsigned), nowhere))?.because, 'issuer-unreachable')
})

test('a JWT without a date of its own cannot have been signed before its key was retired', async () => {
  const { publicKey } = keyOfJwk(publicJwk(p256))!
  const { keyName } = await import('./keys.ts')
  const name = keyName({ algorithm: 'P-256', publicKey })
  const retired = (since: string) =>
    use({ trust: confirmed(hanbit, { keys: new Map([[name, { state: 'retired', since }]]) }) })
  assert.equal((await lineOf(es256({}, unsigned), retired(LATER)))?.outcome, 'passed')
  assert.equal((await lineOf(es256({}, plain), retired(LATER)))?.because, 'key-retired')
  assert.equal((await lineOf(es256({}, plain)))?.outcome, 'passed')
})

const claims: [string, JsonObject, string | null][] = [
  ['none', {}, null],
  ['the right ones', { iss: hanbit.did, jti: unsigned.id!, sub: 'did:example:haneul', nbf: 1_795_402_800 }, null],
  ['the issuer in an array', { iss: [hanbit.did] }, null],
  ['another issuer beside it', { iss: [hanbit.did, 'x'] }, 'iss'],
  ['another id', { jti: 'x' }, 'jti'],
  ['another subject', { sub: 'x' }, 'sub'],
  ['another beginning', { nbf: 1 }, 'nbf'],
  ['an end that the credential does not have', { exp: 1_895_402_800 }, 'exp'],
]

for (const [name, more, claim] of claims)
  test(`with claims such as ${name}, ${claim ?? 'none'} differs`, () => {
    const jwt = readJwt(es256({}, { ...unsigned, ...more }))
    const parsed = parseJwt(es256({}, unsigned))
    assert.ok(jwt && parsed.outcome === 'parsed')
    assert.equal(differingClaim(jwt, parsed.credential), claim)
  })

test('what is not in a credential is not claimed by its JWT', async () => {
  const bare = parseJwt(await signJwt(plain, jwtSigners.ES256))
  assert.ok(bare.outcome === 'parsed')
  const jwt = readJws(await signJwt(plain, jwtSigners.ES256))
  assert.deepEqual(Object.keys(jwt!.payload), [...Object.keys(plain), 'iss'])
  assert.deepEqual(jwt!.header, { alg: 'ES256', kid: keyId('p256'), typ: 'JWT' })
  assert.equal('iss' in bare.credential.json, false)
  assert.equal(bare.keyId, keyId('p256'))
})

test('a JWT is parsed with the id of its key, or refused with the faults of what is in it', () => {
  const nobody = parseJwt(jwsOf({ alg: 'ES256', kid: 5 }, unsigned, signEs256))
  assert.equal(nobody.outcome === 'parsed' && nobody.keyId, null)
  assert.deepEqual(parseJwt('a.b.c'), {
    outcome: 'refused',
    faults: [{ path: '', code: 'wrong-type', message: 'this is no JWT of a credential' }],
  })
  const faulty = parseJwt(es256({}, { ...unsigned, issuer: null }))
  assert.equal(faulty.outcome === 'refused' && faulty.faults[0]?.path, '/issuer')
})

test('all that JWT alone knows is left out of the credential, and nothing else', () => {
  const jwt = readJwt(
    es256({}, { ...plain, iss: 'i', jti: 'j', sub: 's', nbf: 1, exp: 2, iat: 3, aud: 'a', vc: 'v', cnf: 'c' }),
  )
  assert.deepEqual(jwt?.credential, { ...plain, cnf: 'c' })
})

const types: [unknown, boolean][] = [
  ['JWT', true],
  ['jwt', true],
  ['vc+jwt', true],
  ['VC+JWT', true],
  ['vc-ld+jwt', true],
  ['vc+ld+jwt', true],
  ['application/vc+jwt', true],
  [undefined, true],
  ['vp+jwt', false],
  ['', false],
  [5, false],
]

for (const [typ, isRead] of types)
  test(`a JWT of type ${String(typ)} is ${isRead ? 'read' : 'not read'} as a credential`, () => {
    assert.equal(readJwt(es256({ typ: typ as string }, plain)) !== null, isRead)
  })

test('a compact JWS has three parts of right base64url, the first two JSON objects', () => {
  const good = es256({}, plain)
  const [head, body, seal] = good.split('.') as [string, string, string]
  assert.deepEqual(readJws(` ${good}\n`)?.payload, plain)
  const b64 = (text: string): string => Buffer.from(text).toString('base64url')
  for (const text of [
    ...['', `${head}.${body}`, `${good}.x`, `.${body}.${seal}`, `${head}..${seal}`, `${head}.${body}.`],
    ...[`${head}.${body}.*`, `*.${body}.${seal}`, `${head}.*.${seal}`],
    ...[`${b64('[]')}.${body}.${seal}`, `${head}.${b64('"x"')}.${seal}`, `${head}.${b64('{')}.${seal}`],
    `${head}.${Buffer.from([0xff, 0x7b]).toString('base64url')}.${seal}`,
    `${good}${' '.repeat(JSON_BYTES_MAX * 2)}`,
  ])
    assert.equal(readJws(text), null, text.slice(0, 80))
  assert.notEqual(readJws(`${good}${' '.repeat(JSON_BYTES_MAX * 2 - good.length)}`), null)
})

test('a JWT is made only for the issuer of a credential without faults', async () => {
  const refused = async (credential: JsonObject, keyIdOf: string): Promise<CredentialError> => {
    try {
      await signJwt(credential, { ...jwtSigners.ES256, keyId: keyIdOf })
    } catch (error) {
      if (error instanceof CredentialError) return error
    }
    throw new Error('it was made')
  }
  const other = await refused(unsigned, 'did:web:other.example#1')
  assert.deepEqual(
    [other.code, other.detail],
    ['signer-mismatch', { keyId: 'did:web:other.example#1', issuer: hanbit.did }],
  )
  const faulty = await refused({ ...unsigned, issuer: null }, keyId('p256'))
  assert.equal(faulty.code, 'credential-malformed')
  assert.equal(faulty.faults[0]?.path, '/issuer')
})

const rsaJwk = publicJwk(rsa)
const jwks: [string, unknown, boolean][] = [
  ['an RSA key', rsaJwk, true],
  ['an RSA key without modulus', { ...rsaJwk, n: undefined }, false],
  ['an RSA key without exponent', { ...rsaJwk, e: 5 }, false],
  ['an RSA key of an even exponent', { ...rsaJwk, e: 'Ag' }, false],
  ['an RSA key with an exponent of five bytes', { ...rsaJwk, e: 'AQAAAAE' }, false],
  ['an RSA key without any exponent', { ...rsaJwk, e: '' }, false],
  ['an RSA key of 1,024 bits', { ...rsaJwk, n: Buffer.alloc(128, 0xff).toString('base64url') }, false],
  [
    'an RSA key padded with a zero',
    { ...rsaJwk, n: Buffer.concat([Buffer.alloc(1), Buffer.alloc(256, 0xff)]).toString('base64url') },
    false,
  ],
  ['an RSA key of 8,200 bits', { ...rsaJwk, n: Buffer.alloc(1_025, 0xff).toString('base64url') }, false],
  ['a private key', { ...rsaJwk, d: 'AQ' }, false],
  ['a P-256 key', publicJwk(p256), true],
  ['a P-256 key without y', { ...publicJwk(p256), y: undefined }, false],
  ['a P-256 key with a long x', { ...publicJwk(p256), x: Buffer.alloc(33).toString('base64url') }, false],
  ['a key on another curve', { ...publicJwk(p256), crv: 'P-384' }, false],
  ['a key of another type', { ...publicJwk(p256), kty: 'oct' }, false],
  ['an Ed25519 key', { kty: 'OKP', crv: 'Ed25519', x: Buffer.alloc(32, 1).toString('base64url') }, true],
  ['an X25519 key', { kty: 'OKP', crv: 'X25519', x: Buffer.alloc(32, 1).toString('base64url') }, false],
  ['a text', 'x', false],
  ['nothing', undefined, false],
]

for (const [name, jwk, isRead] of jwks)
  test(`${name} as JWK is ${isRead ? 'read' : 'refused'}`, () => {
    assert.equal(keyOfJwk(jwk as JsonObject) !== null, isRead)
  })

test('a modulus whose first bit is not set is written without a zero before it', () => {
  const low = rsaPublicKey(new Uint8Array(256).fill(0x7f), new Uint8Array([1, 0, 1]))
  const high = rsaPublicKey(new Uint8Array(256).fill(0xff), new Uint8Array([1, 0, 1]))
  const highest = rsaPublicKey(new Uint8Array(1_024).fill(0xff), new Uint8Array([1, 0, 1]))
  assert.equal(high!.length - low!.length, 1)
  assert.equal(
    Buffer.from(low!.subarray(0, 33)).toString('hex'),
    '30820121300d06092a864886f70d01010105000382010e003082010902820100'.padEnd(66, '7f'),
  )
  assert.equal(Buffer.from(low!.subarray(-5)).toString('hex'), '0203010001')
  assert.equal(highest!.length, 1_062)
})
