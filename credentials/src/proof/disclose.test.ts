// Signs and shows credentials statement by statement, held against an independent implementation both ways.

import assert from 'node:assert/strict'
import { createHmac } from 'node:crypto'
import test from 'node:test'
import { DataIntegrityProof } from '@digitalbazaar/data-integrity'
import {
  createDiscloseCryptosuite,
  createSignCryptosuite,
  createVerifyCryptosuite,
} from '@digitalbazaar/ecdsa-sd-2023-cryptosuite'
import * as vc from '@digitalbazaar/vc'
import fc from 'fast-check'
import { aSigned, fullParts, NOON } from '../../test/fixtures.ts'
import {
  documentLoader,
  mandatoryPointers,
  material,
  point,
  rivalPair,
  selectivePointers,
  signBytesP256,
  signer,
} from '../../test/selective-fixtures.ts'
import { composeCredential, disclose, type JsonObject, signSelectively, verify, webPrimitives } from '../index.ts'
import { hmacSha256 } from './hmac.ts'
import { select } from './select.ts'

const options = {
  created: NOON,
  mandatoryPointers,
  hmacKey: new Uint8Array(32).fill(9),
  // A key of the proof's own would be fresh; that of the issuer does for a test.
  proofKey: { publicKey: point.publicKey, sign: signBytesP256 },
}

const unsigned = composeCredential(fullParts())
const signed = await signSelectively(unsigned, signer, options)
const ask = (credential: JsonObject) => verify(credential, material, { at: NOON })

test('what is shown is valid, lists of allowed values and all', async () => {
  const result = await ask(await disclose(signed, selectivePointers))
  assert.equal(result.verdict, 'valid', JSON.stringify(result.faults ?? result.checks))
  assert.deepEqual(result.credential?.subject.achievement?.resultDescription[0]?.allowedValue, ['C', 'B', 'A'])
  assert.equal(result.credential?.subject.results.length, 0)
})

test('completion can be shown without the grade, and the grade without the evidence', async () => {
  const withGrade = await disclose(signed, [...selectivePointers, '/credentialSubject/result/0'])
  const result = await ask(withGrade)
  assert.equal(result.verdict, 'valid', JSON.stringify(result.faults ?? result.checks))
  assert.equal(result.credential?.subject.results[0]?.value, 'A')
  assert.equal(withGrade.evidence, undefined)
})

test('any choice of parts is valid, and no more is shown than was chosen', async () => {
  const more = [
    '/name',
    '/description',
    '/evidence',
    '/relatedResource',
    '/credentialSubject/result/1',
    '/credentialSubject/achievement/tag/1',
    '/image',
    '/validUntil',
  ]
  await fc.assert(
    fc.asyncProperty(fc.subarray(more), async (chosen) => {
      const shown = await disclose(signed, [...selectivePointers, ...chosen])
      assert.equal('evidence' in shown, chosen.includes('/evidence'))
      return (await ask(shown)).verdict === 'valid'
    }),
    { numRuns: 15 },
  )
})

const plain = fullParts()
const withoutLists = {
  ...plain,
  achievement: { ...plain.achievement, resultDescription: plain.achievement.resultDescription!.slice(1) },
  results: plain.results!.slice(1),
}

test('the other implementation shows and verifies what we signed', async () => {
  const ours = await signSelectively(composeCredential(withoutLists), signer, options)
  const suite = new DataIntegrityProof({ cryptosuite: createDiscloseCryptosuite({ selectivePointers }) })
  const shown = await vc.derive({ verifiableCredential: structuredClone(ours), suite, documentLoader })
  assert.equal((await ask(shown)).verdict, 'valid')
})

test('the other implementation verifies what we show, of its signature and of ours', async () => {
  const suite = new DataIntegrityProof({
    signer: rivalPair.signer(),
    date: NOON,
    cryptosuite: createSignCryptosuite({ mandatoryPointers }),
  })
  const theirs = await vc.issue({ credential: structuredClone(composeCredential(withoutLists)), suite, documentLoader })
  const ours = await signSelectively(composeCredential(withoutLists), signer, options)
  for (const base of [theirs as JsonObject, ours]) {
    const credential = await disclose(base, selectivePointers)
    const checkStatus = async () => ({ verified: true })
    const verifying = new DataIntegrityProof({ cryptosuite: createVerifyCryptosuite() })
    const result = await vc.verifyCredential({ credential, suite: verifying, documentLoader, checkStatus })
    assert.equal(result.verified, true, JSON.stringify(result.error))
  }
})

const misuses: [string, () => Promise<unknown>, string][] = [
  ['a pointer that leads nowhere', () => disclose(signed, ['/credentialSubject/grade']), 'pointer-unmatched'],
  [
    'a mandatory pointer that leads nowhere',
    () => signSelectively(unsigned, signer, { ...options, mandatoryPointers: ['/x'] }),
    'pointer-unmatched',
  ],
  [
    'a part of a list',
    () => disclose(signed, ['/credentialSubject/achievement/resultDescription/0/allowedValue/1']),
    'pointer-unmatched',
  ],
  ['a credential signed as a whole', async () => disclose(await aSigned(), []), 'proof-not-derivable'],
  [
    'what is already a part',
    async () => disclose(await disclose(signed, selectivePointers), []),
    'proof-not-derivable',
  ],
  [
    'a key of another issuer',
    () => signSelectively(unsigned, { ...signer, verificationMethod: 'did:web:other.example#1' }, options),
    'signer-mismatch',
  ],
]

for (const [name, act, code] of misuses)
  test(`${name} throws ${code}`, async () => {
    await assert.rejects(act, { code })
  })

test('a selection keeps ids and types on the way, and arrays dense', () => {
  const document: JsonObject = {
    '@context': 'c',
    id: 'urn:a',
    type: 'T',
    x: [
      { id: 'urn:b', y: 1, z: 2 },
      { id: 'urn:c', y: 3 },
    ],
    'a/b': { '~': 1 },
    q: 1,
  }
  assert.deepEqual(select(document, ['/x/1/y', '/a~1b/~0']), {
    '@context': 'c',
    id: 'urn:a',
    type: 'T',
    x: [{ id: 'urn:c', y: 3 }],
    'a/b': { '~': 1 },
  })
})

test('HMAC is the one of every library', async () => {
  const expected = createHmac('sha256', Buffer.alloc(32, 9)).update('c14n0').digest()
  assert.ok(expected.equals(await hmacSha256(options.hmacKey, Buffer.from('c14n0'), webPrimitives)))
})
