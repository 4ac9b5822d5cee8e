// Proof chains: a later proof signs the document with the proofs before it, and falls when one of them is changed or taken away.

import assert from 'node:assert/strict'
import { createPrivateKey, createPublicKey, generateKeyPairSync, sign as signBytes } from 'node:crypto'
import test from 'node:test'
import { anIssuer, confirmed, hanbit, NOON, someMaterial, someParts } from '../../test/fixtures.ts'
import {
  composeCredential,
  composeDidDocument,
  encodeMultikey,
  type JsonObject,
  type Signer,
  secureDocument,
  verificationMethodId,
  verify,
  webPrimitives,
} from '../index.ts'
import { keyOfJwk } from './keys.ts'
import { coveredBy } from './proof-chain.ts'

const partner = anIssuer('partner')
// A second key of the partner's, of another kind.
const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
const point = keyOfJwk(createPublicKey(privateKey).export({ format: 'jwk' }) as JsonObject)!
const multibase = encodeMultikey('P-256', point.publicKey)
const elliptic: Signer = {
  verificationMethod: verificationMethodId(partner.did, multibase),
  sign: (bytes) => new Uint8Array(signBytes('sha256', bytes, { key: privateKey, dsaEncoding: 'ieee-p1363' })),
}
const keys = [{ publicKeyMultibase: partner.multibase }, { publicKeyMultibase: multibase }]
const material = someMaterial({
  issuers: new Map([
    [hanbit.did, { document: hanbit.document }],
    [partner.did, { document: composeDidDocument({ did: partner.did, keys }) }],
  ]),
  trust: new Map([...confirmed(hanbit), ...confirmed(partner)]),
})

const FIRST = 'urn:uuid:0f8f3b0e-6d0a-4a0e-9f6c-6d1f2b3c4d5e'
const SECOND = 'urn:uuid:1a2b3c4d-5e6f-4a7b-8c9d-0e1f2a3b4c5d'
const options = { created: NOON, primitives: webPrimitives }
const single = await secureDocument(composeCredential(someParts()), hanbit.signer, { ...options, id: FIRST })
const chain = await secureDocument(single, elliptic, {
  ...options,
  cryptosuite: 'ecdsa-rdfc-2019',
  id: SECOND,
  previousProof: FIRST,
})
const longer = await secureDocument(chain, partner.signer, { ...options, previousProof: [FIRST, SECOND] })

const ask = (credential: JsonObject) => verify(credential, material, { at: NOON, primitives: webPrimitives })
const proofsOf = (credential: JsonObject): JsonObject[] => credential.proof as JsonObject[]
const [first, second] = proofsOf(chain) as [JsonObject, JsonObject]
const heldOf = async (credential: JsonObject) => {
  const { proofs = [], agreement } = await ask(credential)
  return [agreement, ...proofs.map(({ outcome, because }) => because ?? outcome)]
}

test('a chain of two suites and two institutions holds, and so does a longer one', async () => {
  assert.equal((await ask(chain)).verdict, 'valid')
  assert.deepEqual(await heldOf(chain), ['all', 'passed', 'passed'])
  assert.deepEqual(await heldOf(longer), ['all', 'passed', 'passed', 'passed'])
  assert.equal((await ask(longer)).verdict, 'valid')
})

const attacks: [string, JsonObject, (string | undefined)[]][] = [
  ['altered contents', { ...chain, name: 'x' }, ['none', 'signature-wrong', 'signature-wrong']],
  [
    'the first proof renamed',
    { ...chain, proof: [{ ...first, id: 'urn:uuid:9' }, second] },
    ['none', 'signature-wrong', 'previous-proof-missing'],
  ],
  [
    'the link taken out of the second',
    { ...chain, proof: [first, Object.fromEntries(Object.entries(second).filter(([key]) => key !== 'previousProof'))] },
    ['some', 'passed', 'signature-wrong'],
  ],
  [
    'the link turned elsewhere',
    { ...chain, proof: [first, { ...second, previousProof: ['urn:uuid:9'] }] },
    ['some', 'passed', 'previous-proof-missing'],
  ],
  [
    'a link that names nothing',
    { ...chain, proof: [first, { ...second, previousProof: [] }] },
    ['some', 'passed', 'previous-proof-missing'],
  ],
  [
    'a link that is no text',
    { ...chain, proof: [first, { ...second, previousProof: 7 }] },
    ['some', 'passed', 'previous-proof-missing'],
  ],
]

for (const [name, credential, held] of attacks)
  test(`a chain with ${name} is refused`, async () => {
    assert.deepEqual(await heldOf(credential), held)
    assert.equal((await ask(credential)).verdict, 'tampered')
  })

test('the second proof signed the first one’s very signature', async () => {
  const again = await secureDocument(
    composeCredential(someParts()),
    {
      ...hanbit.signer,
      sign: (bytes) =>
        new Uint8Array(
          signBytes(null, bytes, createPrivateKey(hanbit.privateKey.export({ format: 'pem', type: 'pkcs8' }))),
        ),
    },
    { ...options, id: FIRST, created: '2026-11-23T02:00:00Z' },
  )
  const swapped = { ...chain, proof: [again.proof as JsonObject, second] }
  assert.deepEqual(await heldOf(swapped), ['some', 'passed', 'signature-wrong'])
})

test('a chain cannot be made onto a proof that is not there', async () => {
  const act = secureDocument(single, partner.signer, { ...options, previousProof: SECOND })
  await assert.rejects(act, { code: 'previous-proof-missing' })
})

test('what a proof covers is the document and the proofs it names, nothing more', () => {
  const bare = { '@context': 'c', name: 'x' }
  const proofs: JsonObject[] = [{ id: 'urn:a' }, { id: 'urn:b' }, {}]
  assert.deepEqual(coveredBy({}, { ...bare, proof: proofs }), bare)
  assert.deepEqual(coveredBy({ previousProof: 'urn:b' }, { ...bare, proof: proofs }), {
    ...bare,
    proof: [{ id: 'urn:b' }],
  })
  assert.deepEqual(coveredBy({ previousProof: 'urn:a' }, { ...bare, proof: proofs[0]! }), {
    ...bare,
    proof: [{ id: 'urn:a' }],
  })
  assert.equal(coveredBy({ previousProof: ['urn:a', 'urn:c'] }, { ...bare, proof: proofs }), null)
})
