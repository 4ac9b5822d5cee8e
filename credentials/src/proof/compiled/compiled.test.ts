// Holds the compiled path against the reference: the same bytes, or a refusal to answer.

import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { someParts$ } from '../../../test/arbitraries.ts'
import { emailIdentity, fullParts, NOON, nodePrimitives, someParts } from '../../../test/fixtures.ts'
import { CONTEXTS } from '../../context.ts'
import { utf8 } from '../../encoding/bytes.ts'
import { type CredentialParts, composeCredential, composeStatusList, type JsonObject, withBit } from '../../index.ts'
import { canonicalizeQuads, referenceQuads } from '../canonicalize.ts'
import type { Sha256 } from './compile.ts'
import { Shapes } from './shapes.ts'

const sha256 = nodePrimitives.sha256 as Sha256
const RUNS = Number(process.env.KOLLEGES_PROVE_RUNS ?? 150)

const byReference = async (document: JsonObject): Promise<Uint8Array> =>
  sha256(utf8(await canonicalizeQuads(await referenceQuads(document))))

test(`in ${RUNS} cases the compiled path gives the bytes of the reference`, { timeout: 3_600_000 }, async () => {
  const shapes = new Shapes()
  await fc.assert(
    fc.asyncProperty(someParts$, async (parts) => {
      const document = composeCredential(parts)
      const expected = await byReference(document)
      for (let meeting = 0; meeting < 3; meeting++) assert.deepEqual(await shapes.hash(document, sha256), expected)
    }),
    { numRuns: RUNS },
  )
  assert.ok(shapes.counts.compiled > RUNS / 2, JSON.stringify(shapes.counts))
})

async function afterTwo(first: JsonObject, then: JsonObject) {
  const shapes = new Shapes()
  await shapes.hash(first, sha256)
  await shapes.hash(first, sha256)
  const before = shapes.counts
  assert.deepEqual(await shapes.hash(then, sha256), await byReference(then))
  return shapes.counts.compiled > before.compiled
    ? 'compiled'
    : shapes.counts.fallbacks > before.fallbacks
      ? 'fallback'
      : 'reference'
}

const recipient = (change: object) => ({ recipient: { name: '김하늘', identifiers: [emailIdentity], ...change } })
const evidence = [
  { id: 'https://a.example/1', name: 'a' },
  { id: 'https://a.example/2', name: 'b' },
]
const ways: [string, Partial<CredentialParts>, Partial<CredentialParts>, string][] = [
  [
    'another recipient',
    {},
    {
      id: 'https://badges.hanbit.example/c/2',
      recipient: { name: '이바다', identifiers: [{ ...emailIdentity, salt: 'x' }] },
    },
    'compiled',
  ],
  ['another optional field', {}, { licenseNumber: '제 1호' }, 'reference'],
  ['another achievement', {}, { achievement: { ...someParts().achievement, name: 'x' } }, 'reference'],
  ['an id that is already a node', {}, { id: someParts().achievement.id }, 'fallback'],
  ['an id with characters to escape', {}, { id: 'https://예시.example/1' }, 'fallback'],
  ['an id of a scheme we do not trust to pass through', {}, { id: 'mailto:a@b.example' }, 'fallback'],
  [
    'two equal ids where there were two',
    { evidence },
    { evidence: [evidence[0]!, { ...evidence[1]!, id: evidence[0]!.id }] },
    'reference',
  ],
  [
    'two nodes of equal hash',
    recipient({ identifiers: [emailIdentity, { ...emailIdentity, salt: 'y' }] }),
    recipient({ identifiers: [emailIdentity, emailIdentity] }),
    'fallback',
  ],
  ['a text that looks like a mark', {}, recipient({ name: 'x-hole:0:' }), 'compiled'],
  ['a mark in what does not change', { term: 'x-hole:9:' }, { term: 'x-hole:9:' }, 'reference'],
  ['a text with quotes and line ends', {}, recipient({ name: '"\\\n\r\t\u0001\u007f' }), 'compiled'],
  [
    'an embedded endorsement with its proof, a graph of its own',
    { endorsement: [endorsement()] },
    { endorsement: [endorsement()] },
    'fallback',
  ],
]

function endorsement(): JsonObject {
  return {
    '@context': ['https://www.w3.org/ns/credentials/v2', 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'],
    id: 'urn:uuid:0d2a0a53-5b6f-4b1b-8b43-6d1f0d3a6a11',
    type: ['VerifiableCredential', 'EndorsementCredential'],
    name: '추천',
    issuer: { id: 'https://partner.example/', type: ['Profile'] },
    validFrom: NOON,
    credentialSubject: { id: someParts().achievement.id, type: ['EndorsementSubject'], endorsementComment: '좋습니다' },
    proof: [
      { type: 'DataIntegrityProof', cryptosuite: 'eddsa-rdfc-2022', proofPurpose: 'assertionMethod', proofValue: 'z1' },
    ],
  }
}

for (const [name, first, then, way] of ways)
  test(`${name} takes the way called ${way}`, async () => {
    assert.equal(await afterTwo(composeCredential(someParts(first)), composeCredential(someParts(then))), way)
  })

test('every part there is compiles', async () => {
  const other = fullParts({ id: 'https://badges.hanbit.example/c/9', licenseNumber: '제 9호' })
  assert.equal(await afterTwo(composeCredential(fullParts()), composeCredential(other)), 'compiled')
})

test('a status list is compiled too: a revocation changes one text', async () => {
  const list = (index: number) =>
    composeStatusList({
      id: 'https://a.example/s',
      issuer: 'did:web:a.example',
      purpose: 'revocation',
      bits: withBit(new Uint8Array(16_384), index, true),
      validFrom: NOON,
    })
  assert.equal(await afterTwo(list(1), list(2)), 'compiled')
})

test('the memory is bounded, and forgets the shape unused for longest', async () => {
  const shapes = new Shapes()
  for (let n = 0; n < 80; n++) await shapes.hash(composeCredential(someParts({ term: `${n}` })), sha256)
  const again = composeCredential(someParts({ term: '0' }))
  for (let n = 0; n < 2; n++) await shapes.hash(again, sha256)
  assert.equal(shapes.counts.compiled, 0)
})

test('a document of great length is never kept, nor compiled', async () => {
  const shapes = new Shapes()
  const long = composeCredential(someParts({ term: 'x'.repeat(70_000) }))
  for (let n = 0; n < 4; n++) await shapes.hash(long, sha256)
  assert.deepEqual(shapes.counts, { compiled: 0, reference: 4, fallbacks: 0 })
})

// An absolute id passes through JSON-LD whole only while no vocabulary declares its scheme as a prefix.
test('no bundled context abbreviates the schemes that holes may have', () => {
  const declared = (value: unknown): string[] =>
    typeof value !== 'object' || value === null
      ? []
      : Object.entries(value).flatMap(([key, inner]) => [key, ...declared(inner)])
  for (const { file, document } of CONTEXTS.values())
    for (const scheme of ['http', 'https', 'urn', 'did', 'x-hole'])
      assert.ok(!declared(document).includes(scheme), file)
})
