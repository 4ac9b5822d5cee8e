// Verifies selective disclosures made by an independent implementation.

import assert from 'node:assert/strict'
import test from 'node:test'
import { DataIntegrityProof } from '@digitalbazaar/data-integrity'
import { createDiscloseCryptosuite, createSignCryptosuite } from '@digitalbazaar/ecdsa-sd-2023-cryptosuite'
import * as vc from '@digitalbazaar/vc'
import fc from 'fast-check'
import { fullParts, NOON } from '../../test/fixtures.ts'
import {
  documentLoader,
  mandatoryPointers,
  material,
  rivalPair,
  selectivePointers,
} from '../../test/selective-fixtures.ts'
import { decodeBase64url, encodeBase64url } from '../encoding/base64url.ts'
import { decodeCbor } from '../encoding/cbor.ts'
import { composeCredential, type JsonObject, verify } from '../index.ts'
import { readDerivedProof } from './selective.ts'

const signing = new DataIntegrityProof({
  signer: rivalPair.signer(),
  date: NOON,
  cryptosuite: createSignCryptosuite({ mandatoryPointers }),
})
// The other implementation cannot take lists apart, hence no allowed values.
const full = fullParts()
const percent = full.achievement.resultDescription!.slice(1)
const parts = {
  ...full,
  achievement: { ...full.achievement, resultDescription: percent },
  results: full.results!.slice(1),
}
const base = await vc.issue({ credential: structuredClone(composeCredential(parts)), suite: signing, documentLoader })

async function shown(pointers: readonly string[]): Promise<JsonObject> {
  const suite = new DataIntegrityProof({ cryptosuite: createDiscloseCryptosuite({ selectivePointers: pointers }) })
  return (await vc.derive({
    verifiableCredential: structuredClone(base),
    suite,
    documentLoader,
  })) as unknown as JsonObject
}

const derived = await shown(selectivePointers)
const ask = (credential: JsonObject) => verify(credential, material, { at: NOON })

test('a part of a credential is valid', async () => {
  const result = await ask(derived)
  assert.equal(result.verdict, 'valid', JSON.stringify(result.faults ?? result.checks))
  assert.equal(result.credential?.subject.results.length, 0)
})

test('the whole of it is valid too', async () => {
  const whole = await shown([...selectivePointers, '/credentialSubject', '/evidence', '/relatedResource', '/name'])
  const result = await ask(whole)
  assert.equal(result.verdict, 'valid', JSON.stringify(result.faults ?? result.checks))
})

const proofValueOf = (credential: JsonObject): string => String((credential.proof as JsonObject).proofValue)
const withValue = (proofValue: string): JsonObject => ({
  ...derived,
  proof: { ...(derived.proof as JsonObject), proofValue },
})
const without = (key: string): JsonObject => {
  const { [key]: _left, ...rest } = derived
  return rest
}
const bytes = decodeBase64url(proofValueOf(derived).slice(1))!
const flipped = (at: number): JsonObject =>
  withValue(`u${encodeBase64url(bytes.map((byte, index) => (index === at ? byte ^ 1 : byte)))}`)

const attacks: [string, JsonObject, string][] = [
  ['an altered statement', { ...derived, validFrom: '2020-01-01T00:00:00Z' }, 'signature-wrong'],
  ['a mandatory statement left out', without('credentialStatus'), 'signature-wrong'],
  ['a statement added', { ...derived, name: 'x' }, 'signature-wrong'],
  [
    'another date of the proof',
    { ...derived, proof: { ...(derived.proof as JsonObject), created: '2026-01-01T00:00:00Z' } },
    'signature-wrong',
  ],
  ['a spoiled signature of the issuer', flipped(10), 'signature-wrong'],
  ['the base proof, which is the holder’s alone', base as unknown as JsonObject, 'proof-malformed'],
  ['a proof value of another kind', withValue('z111'), 'proof-malformed'],
  ['a proof value cut short', withValue(proofValueOf(derived).slice(0, -8)), 'proof-malformed'],
]

for (const [name, credential, because] of attacks)
  test(`a disclosure with ${name} is refused: ${because}`, async () => {
    const result = await ask(credential)
    assert.equal(
      result.checks.find(({ check }) => check === 'signature')?.because,
      because,
      JSON.stringify(result.faults ?? result.checks),
    )
    assert.equal(result.verdict, 'tampered')
  })

test('no flipped bit of a proof value is valid', async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat(bytes.length - 1), async (at) => (await ask(flipped(at))).verdict === 'tampered'),
    { numRuns: 25 },
  )
})

const malformed: [string, number[]][] = [
  ['nothing', []],
  ['a negative number', [0x20]],
  ['an endless array', [0x9f, 0xff]],
  ['a text cut short', [0x62, 0x61]],
  ['a long length cut short', [0x5a, 0x00]],
  ['an array cut short', [0x82, 0x01]],
  ['a map cut short', [0xa1, 0x01]],
  ['a key twice', [0xa2, 0x01, 0x01, 0x01, 0x01]],
  ['great depth', [0x81, 0x81, 0x81, 0x81, 0x81, 0x81, 0x01]],
  ['more behind it', [0x01, 0x01]],
  ['a length of eight bytes', [0x1b, 0, 0, 0, 0, 0, 0, 0, 1]],
]

for (const [name, each] of malformed)
  test(`CBOR with ${name} is refused`, () => {
    assert.equal(decodeCbor(new Uint8Array(each), 0), null)
    assert.equal(readDerivedProof(`u${encodeBase64url(new Uint8Array([0xd9, 0x5d, 0x01, ...each]))}`), null)
  })

test('CBOR of each kind is read', () => {
  const value = decodeCbor(
    new Uint8Array([0x84, 0x18, 0x2a, 0x61, 0x61, 0x41, 0x07, 0xa1, 0x19, 0x01, 0x00, 0x1a, 0, 0, 0, 1]),
    0,
  )
  assert.deepEqual(value, [42, 'a', new Uint8Array([7]), new Map([[256, 1]])])
})
