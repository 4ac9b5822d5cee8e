// Proof values of selective disclosures that are spoiled, crossed or hostile; what may be asked of a holder's part.

import assert from 'node:assert/strict'
import test from 'node:test'
import { fullParts, NOON, someParts } from '../../test/fixtures.ts'
import {
  mandatoryPointers,
  material,
  point,
  selectivePointers,
  signBytesP256,
  signer,
} from '../../test/selective-fixtures.ts'
import { decodeBase64url, encodeBase64url } from '../encoding/base64url.ts'
import { type Cbor, decodeCbor, encodeCbor } from '../encoding/cbor.ts'
import { composeCredential, disclose, type JsonObject, signSelectively, verify, webPrimitives } from '../index.ts'
import { SELECTIVE_SIGNATURES_MAX } from '../limits.ts'
import { isSelected, select } from './select.ts'
import { readDerivedProof } from './selective.ts'

const options = {
  created: NOON,
  mandatoryPointers,
  hmacKey: new Uint8Array(32).fill(9),
  proofKey: { publicKey: point.publicKey, sign: signBytesP256 },
}
const base = await signSelectively(composeCredential(fullParts()), signer, options)
const derived = await disclose(base, selectivePointers)
const proofValueOf = ({ proof }: JsonObject): string =>
  String((([proof].flat() as JsonObject[])[0] as JsonObject).proofValue)
const partsOf = (credential: JsonObject): Cbor[] => [
  ...(decodeCbor(decodeBase64url(proofValueOf(credential).slice(1))!, 3) as readonly Cbor[]),
]
const multibase = (kind: number, parts: readonly Cbor[]): string =>
  `u${encodeBase64url(new Uint8Array([0xd9, 0x5d, kind, ...encodeCbor(parts)]))}`
const withPart = (credential: JsonObject, at: number, part: Cbor): Cbor[] =>
  partsOf(credential).map((each, index) => (index === at ? part : each))

test('a derived proof is read into its five parts', () => {
  const read = readDerivedProof(proofValueOf(derived))!
  const [signature, key, signatures, labels, mandatory] = partsOf(derived)
  assert.deepEqual(read.baseSignature, signature)
  assert.deepEqual(read.proofKey, key)
  assert.deepEqual(read.signatures, signatures)
  assert.deepEqual([...read.mandatory], mandatory)
  const [number, label] = [...(labels as ReadonlyMap<number, Uint8Array>)][0]!
  assert.equal(read.labels.get(`c14n${number}`), `u${encodeBase64url(label)}`)
  assert.equal(read.labels.size, (labels as ReadonlyMap<Cbor, Cbor>).size)
})

const bytes = (length: number, ...first: number[]): Uint8Array => {
  const made = new Uint8Array(length)
  made.set(first)
  return made
}
const spoiled: [string, Cbor[]][] = [
  ['four parts', partsOf(derived).slice(0, 4)],
  ['six parts', [...partsOf(derived), 1]],
  ['a signature of 63 bytes', withPart(derived, 0, bytes(63))],
  ['a signature that is a text', withPart(derived, 0, 'x'.repeat(64))],
  ['a key of 34 bytes', withPart(derived, 1, bytes(34, 0x80, 0x24))],
  ['a key of another kind', withPart(derived, 1, bytes(35, 0xed, 0x01))],
  ['a key of half another kind', withPart(derived, 1, bytes(35, 0x80, 0x01))],
  ['signatures that are none', withPart(derived, 2, 5)],
  ['a statement’s signature of 63 bytes', withPart(derived, 2, [bytes(64), bytes(63)])],
  ['a statement’s signature that is a number', withPart(derived, 2, [5])],
  ['more signatures than are checked', withPart(derived, 2, new Array(SELECTIVE_SIGNATURES_MAX + 1).fill(bytes(64)))],
  ['labels that are a list', withPart(derived, 3, [])],
  ['a label under a text', withPart(derived, 3, new Map<Cbor, Cbor>([['0', bytes(32)]]))],
  ['a label that is a number', withPart(derived, 3, new Map<Cbor, Cbor>([[0, 5]]))],
  ['indexes that are none', withPart(derived, 4, bytes(1))],
  ['an index that is a text', withPart(derived, 4, [0, '1'])],
]

for (const [name, parts] of spoiled)
  test(`a derived proof with ${name} is not read`, () => {
    assert.equal(readDerivedProof(multibase(1, parts)), null)
  })

test('as many signatures as are checked are read, and nothing under another header', () => {
  const many = withPart(derived, 2, new Array(SELECTIVE_SIGNATURES_MAX).fill(bytes(64)))
  assert.equal(readDerivedProof(multibase(1, many))?.signatures.length, SELECTIVE_SIGNATURES_MAX)
  assert.equal(readDerivedProof(multibase(0, partsOf(derived))), null)
  assert.equal(readDerivedProof(multibase(2, partsOf(derived))), null)
  assert.equal(readDerivedProof(`z${proofValueOf(derived).slice(1)}`), null)
  assert.equal(readDerivedProof('u*'), null)
})

const asked = async (parts: readonly Cbor[]) => {
  const credential = { ...derived, proof: { ...(derived.proof as JsonObject), proofValue: multibase(1, parts) } }
  const { checks } = await verify(credential, material, { at: NOON })
  return checks.find(({ check }) => check === 'signature')?.because ?? 'holds'
}
const signatures = partsOf(derived)[2] as readonly Uint8Array[]
const labels = partsOf(derived)[3] as ReadonlyMap<Cbor, Cbor>
const indexes = partsOf(derived)[4] as readonly number[]
const crossed: [string, Cbor[], string][] = [
  ['nothing changed', partsOf(derived), 'holds'],
  [
    'two statements’ signatures exchanged',
    withPart(derived, 2, [signatures[1]!, signatures[0]!, ...signatures.slice(2)]),
    'signature-wrong',
  ],
  [
    'the last statement’s signature spoiled',
    withPart(derived, 2, [...signatures.slice(0, -1), bytes(64)]),
    'signature-wrong',
  ],
  ['a signature left out', withPart(derived, 2, signatures.slice(1)), 'signature-wrong'],
  ['a signature too many', withPart(derived, 2, [...signatures, signatures[0]!]), 'signature-wrong'],
  ['a mandatory statement called optional', withPart(derived, 4, indexes.slice(1)), 'signature-wrong'],
  [
    'a mandatory statement called optional, with a signature for it',
    withPart(withPartOf(derived, 4, indexes.slice(1)), 2, [...signatures, bytes(64)]),
    'signature-wrong',
  ],
  ['no label for a node', withPart(derived, 3, new Map([...labels].slice(1))), 'signature-wrong'],
  [
    'two labels exchanged',
    withPart(derived, 3, new Map([...labels].map(([key], at, all) => [key, all[(at + 1) % all.length]![1]]))),
    'signature-wrong',
  ],
  ['another proof’s key', withPart(derived, 1, bytes(35, 0x80, 0x24, 2)), 'signature-wrong'],
]

function withPartOf(credential: JsonObject, at: number, part: Cbor): JsonObject {
  return { proof: { proofValue: multibase(1, withPart(credential, at, part)) } }
}

for (const [name, parts, because] of crossed)
  test(`a disclosure with ${name}: ${because}`, async () => {
    assert.equal(await asked(parts), because)
  })

const bases: [string, string][] = [
  ['of another base', `z${proofValueOf(base).slice(1)}`],
  ['that is no base64url', 'u*'],
  ['of four parts', multibase(0, partsOf(base).slice(0, 4))],
  ['with a signature of another length', multibase(0, withPart(base, 0, bytes(63)))],
  ['with a key of another length', multibase(0, withPart(base, 1, bytes(33)))],
  ['with a secret of another length', multibase(0, withPart(base, 2, bytes(65)))],
  ['with a secret that is a text', multibase(0, withPart(base, 2, 'secret'))],
  ['with signatures that are none', multibase(0, withPart(base, 3, 7))],
  ['with a signature that is a text', multibase(0, withPart(base, 3, ['x']))],
  ['with pointers that are none', multibase(0, withPart(base, 4, 'x'))],
  ['with a pointer that is a number', multibase(0, withPart(base, 4, [5]))],
  ['that is a part already', proofValueOf(derived)],
]

for (const [name, proofValue] of bases)
  test(`from a base proof ${name} nothing can be shown`, async () => {
    const [proof] = base.proof as JsonObject[]
    await assert.rejects(disclose({ ...base, proof: [{ ...proof!, proofValue }] }, []), { code: 'proof-not-derivable' })
  })

test('the base proof is found beside others, and nothing can be shown without one', async () => {
  const [proof] = base.proof as JsonObject[]
  const others = { ...base, proof: ['x', { type: 'DataIntegrityProof', cryptosuite: 'eddsa-rdfc-2022' }, proof!] }
  assert.deepEqual((await disclose(others, selectivePointers)).credentialSubject, derived.credentialSubject)
  await assert.rejects(disclose({ ...base, proof: [] }, []), { code: 'proof-not-derivable' })
})

test('a signature covers the pointers that were mandatory, and a word in a language cannot be shown in part', async () => {
  const proof = (derived.proof as JsonObject) ?? {}
  assert.deepEqual(
    [proof.type, proof.cryptosuite, proof.created, proof.proofPurpose, proof.verificationMethod],
    ['DataIntegrityProof', 'ecdsa-sd-2023', NOON, 'assertionMethod', signer.verificationMethod],
  )
  assert.deepEqual(partsOf(base)[4], mandatoryPointers)
  assert.deepEqual(partsOf(base)[2], options.hmacKey)
  const spoken = { ...composeCredential(someParts()), name: { '@value': '배지', '@language': 'ko' } }
  await assert.rejects(signSelectively(spoken, signer, options), { code: 'json-ld-unsafe' })
})

test('without mandatory parts only what is chosen is shown, and it is valid', async () => {
  const free = await signSelectively(composeCredential(someParts()), signer, { ...options, mandatoryPointers: [] })
  const shown = await disclose(free, ['/issuer', '/validFrom', '/credentialSubject', '/credentialStatus'])
  assert.equal(shown.name, undefined)
  const result = await verify(shown, material, { at: NOON, primitives: webPrimitives })
  assert.equal(result.verdict, 'valid', JSON.stringify(result.faults ?? result.checks))
})

const document: JsonObject = {
  '@context': 'c',
  id: 'urn:a',
  type: ['T'],
  a: { id: 'urn:b', b: [{ c: 1 }, { c: 2, d: null }], e: 'text' },
}
const selections: [string, string[], JsonObject | string][] = [
  ['a value', ['/a/e'], { '@context': 'c', id: 'urn:a', type: ['T'], a: { id: 'urn:b', e: 'text' } }],
  ['everything', [''], document],
  [
    'a part of an entry',
    ['/a/b/1/c'],
    { '@context': 'c', id: 'urn:a', type: ['T'], a: { id: 'urn:b', b: [{ c: 2 }] } },
  ],
  ['a whole and its part', ['/a', '/a/b/0'], document],
  ['what lies in a text', ['/a/e/length'], '/a/e/length'],
  ['what lies beyond null', ['/a/b/1/d/x'], '/a/b/1/d/x'],
  ['an entry beyond the last', ['/a/b/2'], '/a/b/2'],
]

for (const [name, pointers, expected] of selections)
  test(`selecting ${name} ${typeof expected === 'string' ? 'leads nowhere' : 'keeps just that'}`, () => {
    if (typeof expected === 'string')
      assert.throws(() => select(document, pointers), { code: 'pointer-unmatched', detail: { pointer: expected } })
    else assert.deepEqual(select(document, pointers), expected)
  })

const within: [string, string[], boolean][] = [
  ['/a', ['/a'], true],
  ['/a/b', ['/a'], true],
  ['/a', ['/a/b'], true],
  ['/ab', ['/a'], false],
  ['/a', ['/ab'], false],
  ['/a/b', ['/a/c', '/a/b/0'], true],
  ['/a/b', ['/a/c', '/d'], false],
  ['/a', [], false],
]

for (const [path, pointers, expected] of within)
  test(`${path} is ${expected ? '' : 'not '}said when [${pointers}] are`, () => {
    assert.equal(isSelected(path, pointers), expected)
  })
