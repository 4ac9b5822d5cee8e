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
