// A credential whose issuer offers newer editions: the newer one is judged when it is one, and else the one at hand.

import assert from 'node:assert/strict'
import { generateKeyPairSync, sign as signBytes } from 'node:crypto'
import test from 'node:test'
import {
  anIssuer,
  confirmed,
  hanbit,
  LATER,
  LIST_URL,
  NOON,
  nodePrimitives,
  someMaterial,
  someParts,
} from '../../test/fixtures.ts'
import {
  type CredentialParts,
  composeCredential,
  emptyBits,
  type Json,
  type JsonObject,
  type Material,
  needsOf,
  needsOfInput,
  parseCredential,
  prepare,
  sign,
  signJwt,
  verify,
  webPrimitives,
  withBit,
} from '../index.ts'

const REFRESH_URL = 'https://badges.hanbit.example/refresh/1'
const OLD_LIST = 'https://badges.hanbit.example/status/0'

async function edition(change: Partial<CredentialParts>, more: JsonObject = {}, issuer = hanbit): Promise<JsonObject> {
  const options = { verificationMethod: issuer.verificationMethod, created: NOON, primitives: nodePrimitives }
  return sign(await prepare({ ...composeCredential(someParts(change)), ...more }, options), issuer.signer)
}
const service = (type: string, id: string = REFRESH_URL): JsonObject => ({ refreshService: { id, type } })
const RENEWABLE = service('1EdTechCredentialRefresh')

const original = await edition({ status: { listUrl: OLD_LIST, index: 3 } }, RENEWABLE)
const renewed = await edition({ validFrom: LATER, name: '고친 이름' }, RENEWABLE)

const material = (refreshed?: Material['refreshed'], change: Partial<Material> = {}): Material =>
  someMaterial({
    statusLists: new Map([
      [LIST_URL, { bits: emptyBits(), purpose: 'revocation' }],
      // The edition that was replaced is on its list.
      [OLD_LIST, { bits: withBit(emptyBits(), 3, true), purpose: 'revocation' }],
    ]),
    ...(refreshed ? { refreshed } : {}),
    ...change,
  })
const at = '2026-11-25T00:00:00Z'
const ask = (input: Json, use: Material) => verify(input, use, { at, primitives: nodePrimitives })

const cases: [string, Material['refreshed'], string, string, string][] = [
  ['a newer edition', { credential: renewed }, 'valid', 'passed', 'refreshed'],
  ['the same edition', { credential: original }, 'revoked', 'passed', 'refresh-unchanged'],
  ['nothing, since it was not asked', undefined, 'revoked', 'inconclusive', 'refresh-unreachable'],
  ['nothing', { unreachable: 'status-500' }, 'revoked', 'inconclusive', 'refresh-unreachable'],
  ['something else', { credential: { a: 1 } }, 'revoked', 'inconclusive', 'refresh-refused'],
  ['some text', { credential: 'x' }, 'revoked', 'inconclusive', 'refresh-refused'],
  ['an altered edition', { credential: { ...renewed, name: 'x' } }, 'revoked', 'inconclusive', 'refresh-refused'],
  [
    'another badge',
    { credential: await edition({ id: 'https://badges.hanbit.example/c/2', validFrom: LATER }) },
    'revoked',
    'inconclusive',
    'refresh-refused',
  ],
  [
    'a badge of another issuer',
    {
      credential: await edition(
        { validFrom: LATER, issuer: { id: anIssuer('partner').did, name: 'x' } },
        {},
        anIssuer('partner'),
      ),
    },
    'revoked',
    'inconclusive',
    'refresh-refused',
  ],
  [
    'an older edition',
    { credential: await edition({ validFrom: '2025-01-01T00:00:00Z' }) },
    'revoked',
    'inconclusive',
    'refresh-refused',
  ],
]

for (const [name, refreshed, verdict, outcome, because] of cases)
  test(`a refresh service that gives ${name}: ${verdict}, ${because}`, async () => {
    const result = await ask(original, material(refreshed))
    const line = result.checks.find(({ check }) => check === 'refresh')
    assert.deepEqual([line?.outcome, line?.because, line?.detail?.url], [outcome, because, REFRESH_URL])
    assert.equal(result.verdict, verdict, JSON.stringify(result.checks))
    assert.equal(result.credential?.name, because === 'refreshed' ? '고친 이름' : 'AI 데이터 기초')
  })

test('what we recorded of the one at hand is not said of the newer one', async () => {
  const registry = { revoked: { reason: 'x' } }
  assert.equal((await ask(original, material({ credential: renewed }, { registry }))).verdict, 'valid')
  assert.equal((await ask(original, material(undefined, { registry }))).verdict, 'revoked')
})

test('a newer edition may come as a JWT', async () => {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const keyId = `${hanbit.did}#es256`
  const jwt = await signJwt(composeCredential(someParts({ validFrom: LATER, name: '고친 이름' })), {
    algorithm: 'ES256',
    keyId,
    sign: (bytes) => new Uint8Array(signBytes('sha256', bytes, { key: privateKey, dsaEncoding: 'ieee-p1363' })),
  })
  const base = hanbit.document as JsonObject
  const method = {
    id: keyId,
    type: 'JsonWebKey',
    controller: hanbit.did,
    publicKeyJwk: publicKey.export({ format: 'jwk' }) as JsonObject,
  }
  const document = {
    ...base,
    verificationMethod: [...(base.verificationMethod as JsonObject[]), method],
    assertionMethod: [...(base.assertionMethod as string[]), keyId],
  }
  const use = material({ credential: jwt }, { issuers: new Map([[hanbit.did, { document }]]) })
  const result = await verify(original, use, { at, primitives: webPrimitives })
  assert.deepEqual([result.verdict, result.credential?.name], ['valid', '고친 이름'])
  assert.deepEqual(
    needsOfInput(jwt)?.issuers.map(({ id }) => id),
    [hanbit.did],
  )
})

test('a credential without such a service has no line of it, and one of another kind is not asked', async () => {
  for (const more of [{}, service('SomethingElse2026'), service('1EdTechCredentialRefresh', 'urn:uuid:1')]) {
    const parsed = parseCredential({ ...composeCredential(someParts()), ...more })
    assert.ok(parsed.outcome === 'parsed')
    assert.equal(needsOf(parsed.credential).refreshUrl, undefined)
  }
  const result = await ask(await edition({}), material({ credential: renewed }))
  assert.equal(
    result.checks.some(({ check }) => check === 'refresh'),
    false,
  )
})

test('the refresh service is among the needs, once', async () => {
  assert.equal(needsOfInput(original)?.refreshUrl, REFRESH_URL)
  assert.equal(needsOfInput('x'), null)
  assert.deepEqual([...confirmed(hanbit).keys()], [hanbit.did])
})
