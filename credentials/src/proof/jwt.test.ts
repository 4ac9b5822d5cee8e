import assert from 'node:assert/strict'
import { createHash, createPublicKey, sign as signBytes } from 'node:crypto'
import test from 'node:test'
import { importJWK, jwtVerify } from 'jose'
import { aSigned, hanbit, NOON, nodePrimitives, someMaterial, someParts } from '../../test/fixtures.ts'
import { jwtDocument, jwtSigners, keyId, p256, publicJwk, rsa } from '../../test/jwt-issuers.ts'
import {
  composeCredential,
  type IssuerMaterial,
  type JsonObject,
  needsOf,
  parseJwt,
  signJwt,
  verify,
  webPrimitives,
} from '../index.ts'
import { rsaPublicKey } from './rsa.ts'

const material = someMaterial({ issuers: new Map([[hanbit.did, { document: jwtDocument }]]) })
const signers = jwtSigners

const parts = someParts({ recipient: { id: 'did:example:haneul', name: '김하늘' }, validUntil: '2029-11-23T03:00:00Z' })
const ask = (text: string, use = material, primitives = webPrimitives) => verify(text, use, { at: NOON, primitives })
const lineOf = async (text: string, use = material) =>
  (await ask(text, use)).checks.find(({ check }) => check === 'signature')?.because

for (const [algorithm, signer] of Object.entries(signers))
  test(`a credential signed as ${algorithm} is valid here and accepted by jose`, async () => {
    const text = await signJwt(composeCredential(parts), signer)
    const result = await ask(text)
    assert.equal(result.verdict, 'valid', JSON.stringify(result.checks))
    const key = await importJWK(publicJwk(algorithm === 'RS256' ? rsa : p256), algorithm)
    const { payload, protectedHeader } = await jwtVerify(text, key, { currentDate: new Date(NOON) })
    assert.deepEqual(protectedHeader, { alg: algorithm, kid: signer.keyId, typ: 'JWT' })
    const { iss, jti, sub, nbf, exp } = payload
    assert.deepEqual(
      [iss, jti, sub, nbf, exp],
      [hanbit.did, parts.id, 'did:example:haneul', 1_795_402_800, 1_890_097_200],
    )
  })

const rs256 = await signJwt(composeCredential(parts), signers.RS256)
const [head, body, seal] = rs256.split('.') as [string, string, string]
const decode = (part: string): JsonObject => JSON.parse(Buffer.from(part, 'base64url').toString())
const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url')
const withHeader = (change: object): string => `${encode({ ...decode(head), ...change })}.${body}.${seal}`

function resigned(header: object, payload: object): string {
  const input = `${encode({ ...decode(head), ...header })}.${encode({ ...decode(body), ...payload })}`
  return `${input}.${signBytes('sha256', Buffer.from(input), rsa).toString('base64url')}`
}

function withSecret(): string {
  const input = `${encode({ ...decode(head), alg: 'HS256' })}.${body}`
  const secret = createHash('sha256')
    .update(createPublicKey(rsa).export({ format: 'der', type: 'spki' }))
    .update(input)
    .digest()
  return `${input}.${secret.toString('base64url')}`
}

const attacks: [string, string, string, string | undefined][] = [
  ['no signature', `${encode({ alg: 'none' })}.${body}.${seal}`, 'tampered', 'proof-missing'],
  ['the public key as a shared secret', withSecret(), 'unreadable', 'proof-suite-unknown'],
  ['another algorithm than the key is for', withHeader({ alg: 'ES256' }), 'tampered', 'key-of-another-kind'],
  [
    'an algorithm that is a property of every object',
    withHeader({ alg: 'constructor' }),
    'unreadable',
    'proof-suite-unknown',
  ],
  [
    'a key of its own in the header',
    resigned({ kid: undefined, jwk: publicJwk(rsa) }, {}),
    'tampered',
    'key-not-of-issuer',
  ],
  [
    'a key elsewhere',
    resigned({ kid: 'https://evil.example/keys#1', jku: 'https://evil.example/keys' }, {}),
    'tampered',
    'key-not-of-issuer',
  ],
  ['a key the issuer does not list', resigned({ kid: keyId('other') }, {}), 'tampered', 'key-not-of-issuer'],
  ['altered contents', `${head}.${encode({ ...decode(body), name: 'x' })}.${seal}`, 'tampered', 'signature-wrong'],
  ['another issuer claimed', resigned({}, { iss: 'https://evil.example' }), 'tampered', 'claims-differ'],
  ['another subject claimed', resigned({}, { sub: 'did:example:bada' }), 'tampered', 'claims-differ'],
  ['another end claimed', resigned({}, { exp: 1 }), 'tampered', 'claims-differ'],
  ['an end that the credential does not know', resigned({}, { validUntil: undefined }), 'tampered', 'claims-differ'],
  ['claims left out', resigned({}, { jti: undefined, sub: undefined, nbf: undefined }), 'valid', undefined],
  ['a critical extension', resigned({ crit: ['x'], x: 1 }, {}), 'unreadable', undefined],
  ['an unencoded payload', resigned({ b64: false }, {}), 'unreadable', undefined],
  ['a compressed payload', resigned({ zip: 'DEF' }, {}), 'unreadable', undefined],
  ['a token for another purpose', resigned({ typ: 'at+jwt' }, {}), 'unreadable', undefined],
  ['the type of the W3C', resigned({ typ: 'vc+jwt' }, {}), 'valid', undefined],
  ['two parts', `${head}.${body}`, 'unreadable', undefined],
  ['four parts', `${rs256}.x`, 'unreadable', undefined],
  ['padding', `${head}=.${body}.${seal}`, 'unreadable', undefined],
  [
    'an issuer given twice',
    `${head}.${Buffer.from('{"issuer":1,"issuer":2}').toString('base64url')}.${seal}`,
    'unreadable',
    undefined,
  ],
  ['words', 'hello', 'unreadable', undefined],
]

for (const [name, text, verdict, because] of attacks)
  test(`a JWT with ${name}: ${verdict}`, async () => {
    assert.equal((await ask(text)).verdict, verdict)
    if (because) assert.equal(await lineOf(text), because)
  })

test('the older form with the credential in a claim is read', async () => {
  const unsigned = composeCredential(parts) as JsonObject
  const { validFrom, validUntil, ...rest } = unsigned
  const [, ...contexts] = rest['@context'] as string[]
  const vc = {
    ...rest,
    '@context': ['https://www.w3.org/2018/credentials/v1', ...contexts],
    issuanceDate: validFrom,
    expirationDate: validUntil,
  }
  const claims = Object.fromEntries(Object.keys(decode(body)).map((key) => [key, undefined]))
  const result = await ask(resigned({}, { ...claims, iss: hanbit.did, vc }))
  assert.equal(result.verdict, 'valid', JSON.stringify(result.checks))
})

test('a lone JWK on the issuer’s own site proves the seal but not the issuer', async () => {
  const issuer = 'https://hanbit.example/issuer'
  const kid = 'https://hanbit.example/keys/1'
  const unsigned = { ...composeCredential({ ...parts, issuer: { id: issuer } }), iss: issuer }
  const input = `${encode({ alg: 'RS256', kid })}.${encode(unsigned)}`
  const text = `${input}.${signBytes('sha256', Buffer.from(input), rsa).toString('base64url')}`
  const parsed = parseJwt(text)
  assert.ok(parsed.outcome === 'parsed')
  assert.deepEqual(
    needsOf(parsed.credential, parsed.keyId).issuers.map(({ url }) => url),
    [issuer, kid],
  )
  const issuers = new Map([
    [issuer, { document: { id: issuer, type: 'Profile' } }],
    [kid, { document: publicJwk(rsa) }],
  ])
  const trust = new Map([[issuer, { standing: 'confirmed' as const }]])
  assert.equal((await ask(text, someMaterial({ issuers, trust }))).verdict, 'issuer_unverified')
  const elsewhere = new Map<string, IssuerMaterial>([...issuers, [kid, { unreachable: 'timeout' }]])
  assert.equal((await ask(text, someMaterial({ issuers: elsewhere, trust }))).verdict, 'tampered')
})

test('without RSA primitives an RSA signature is not believed', async () => {
  const { sha256, verify } = nodePrimitives
  assert.equal((await ask(rs256, material, { sha256, verify })).verdict, 'tampered')
})

test('an issuer that does not answer leaves the seal unchecked', async () => {
  assert.equal(await lineOf(rs256, someMaterial({ issuers: new Map() })), 'issuer-unreachable')
})

test('a credential with its own proof inside a JWT is judged by the JWT', async () => {
  const text = await signJwt((await aSigned(parts)) as JsonObject, signers.ES256)
  assert.equal((await ask(text)).verdict, 'valid')
})

test('RSA keys are spelled as every library reads them, weak ones not at all', () => {
  const { n, e } = publicJwk(rsa) as { n: string; e: string }
  const [modulus, exponent] = [Buffer.from(n!, 'base64url'), Buffer.from(e!, 'base64url')]
  const expected = createPublicKey(rsa).export({ format: 'der', type: 'spki' })
  assert.ok(expected.equals(rsaPublicKey(modulus, exponent)!))
  assert.equal(rsaPublicKey(modulus.subarray(0, 128), exponent), null)
  assert.equal(rsaPublicKey(modulus, new Uint8Array([2])), null)
})

test('a JWT is not signed by a key of somebody else, nor when the credential is malformed', async () => {
  await assert.rejects(signJwt(composeCredential(parts), { ...signers.ES256, keyId: 'did:web:other.example#1' }), {
    code: 'signer-mismatch',
  })
  await assert.rejects(signJwt({ id: 'x' }, signers.ES256), { code: 'credential-malformed' })
})
