// Two institutions sign one credential: both seals are checked, each against its own party's keys.

import assert from 'node:assert/strict'
import test from 'node:test'
import {
  anIssuer,
  aSigned,
  confirmed,
  hanbit,
  NOON,
  nodePrimitives,
  someMaterial,
  someParts,
} from '../../test/fixtures.ts'
import {
  composeCredential,
  type JsonObject,
  type Material,
  needsOf,
  parseCredential,
  secureDocument,
  verify,
} from '../index.ts'
import { otherParty } from './other-party.ts'

const partner = anIssuer('partner')
const signed = (await aSigned()) as JsonObject
const together = await secureDocument(signed, partner.signer, { created: NOON, primitives: nodePrimitives })

const material = (change: Partial<Material> = {}): Material =>
  someMaterial({
    issuers: new Map([
      [hanbit.did, { document: hanbit.document }],
      [partner.did, { document: partner.document }],
    ]),
    trust: new Map([...confirmed(hanbit), ...confirmed(partner)]),
    ...change,
  })
const ask = (credential: JsonObject, use = material()) =>
  verify(credential, use, { at: NOON, primitives: nodePrimitives })

const [own, theirs] = together.proof as [JsonObject, JsonObject]
const broken = (proof: JsonObject): JsonObject => ({ ...proof, created: '2026-11-23T02:00:00Z' })
const reached = new Map([[hanbit.did, { document: hanbit.document }]])

const cases: [string, JsonObject, Partial<Material>, string, string[]][] = [
  ['both whole', together, {}, 'valid', ['passed confirmed', 'passed confirmed']],
  ['in the other order', { ...together, proof: [theirs, own] }, {}, 'valid', ['passed confirmed', 'passed confirmed']],
  [
    'the co-signer unknown',
    together,
    { trust: confirmed(hanbit) },
    'valid',
    ['passed confirmed', 'passed unconfirmed'],
  ],
  [
    'the co-signer out of reach',
    together,
    { issuers: reached },
    'valid',
    ['passed confirmed', 'inconclusive confirmed'],
  ],
  [
    'the co-signer’s broken',
    { ...together, proof: [own, broken(theirs)] },
    {},
    'tampered',
    ['passed confirmed', 'failed confirmed'],
  ],
  [
    'the issuer’s broken',
    { ...together, proof: [broken(own), theirs] },
    {},
    'tampered',
    ['failed confirmed', 'passed confirmed'],
  ],
  ['altered contents', { ...together, name: 'x' }, {}, 'tampered', ['failed confirmed', 'failed confirmed']],
]

for (const [name, credential, change, verdict, proofs] of cases)
  test(`two seals, ${name}: ${verdict}`, async () => {
    const result = await ask(credential, material(change))
    assert.equal(result.verdict, verdict, JSON.stringify(result.checks))
    assert.deepEqual(
      result.proofs?.map(({ outcome, standing }) => `${outcome} ${standing}`),
      proofs,
    )
  })

test('for whom one seal is enough and for whom all must hold, the answer tells how many do', async () => {
  assert.equal((await ask(together)).agreement, 'all')
  assert.equal((await ask({ ...together, proof: [own, broken(theirs)] })).agreement, 'some')
  assert.equal((await ask({ ...together, name: 'x' })).agreement, 'none')
  assert.equal((await ask(signed)).agreement, undefined)
})

// An institution known by an address instead of a DID, on a site of its own.
const abroad = anIssuer('abroad', 'https://academy.example/issuers/1')
const withAbroad = await secureDocument(signed, abroad.signer, { created: NOON, primitives: nodePrimitives })
const abroadDocument = { ...(abroad.document as JsonObject), id: abroad.did }

test('a co-signer may be known by an https address', async () => {
  const parsed = parseCredential(withAbroad)
  assert.ok(parsed.outcome === 'parsed')
  assert.ok(needsOf(parsed.credential).issuers.some(({ id, url }) => id === abroad.did && url === abroad.did))
  const issuers = new Map([...material().issuers, [abroad.did, { document: abroadDocument }] as const])
  const { verdict, proofs, agreement } = await ask(withAbroad, material({ issuers }))
  assert.deepEqual(
    [verdict, agreement, proofs?.map(({ controller, standing }) => `${controller} ${standing}`)],
    ['valid', 'all', [`${hanbit.did} confirmed`, `${abroad.did} unconfirmed`]],
  )
})

test('a key on the issuer’s own site is the issuer’s affair, and a method that is no text nobody’s', () => {
  const issuer = 'https://academy.example/issuers/1'
  assert.equal(otherParty({ verificationMethod: 'https://academy.example/keys/1#a' }, issuer), null)
  assert.equal(otherParty({ verificationMethod: 'https://other.example/keys/1' }, issuer), null)
  assert.equal(otherParty({ verificationMethod: 'https://other.example/1#a' }, issuer), 'https://other.example/1')
  assert.equal(otherParty({ verificationMethod: 'https://[#a' }, issuer), null)
  assert.equal(otherParty({ verificationMethod: `${issuer}#a` }, issuer), null)
  assert.equal(otherParty({}, issuer), null)
})

test('a seal in the issuer’s place is no co-signer’s', async () => {
  const result = await ask({ ...together, proof: [theirs] })
  assert.equal(result.verdict, 'tampered')
  assert.equal(result.checks.find(({ check }) => check === 'signature')?.because, 'key-not-of-issuer')
  assert.equal(result.proofs, undefined)
})

test('the documents of both are asked for', () => {
  const parsed = parseCredential(together)
  assert.ok(parsed.outcome === 'parsed')
  assert.deepEqual(
    needsOf(parsed.credential).issuers.map(({ id }) => id),
    [hanbit.did, partner.did],
  )
})

test('the same bytes are signed by both', async () => {
  const alone = await secureDocument(composeCredential(someParts()), partner.signer, {
    created: NOON,
    primitives: nodePrimitives,
  })
  assert.equal((alone.proof as JsonObject).proofValue, theirs.proofValue)
})
