// Holds the small JSON-LD reader against the reference: the same canonical form, or no answer.

import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { someParts$ } from '../../../test/arbitraries.ts'
import { aSigned, fullParts, someParts } from '../../../test/fixtures.ts'
import { materialOf } from '../../../test/vector-material.ts'
import { materialFile, vectorBytes, verificationVectors } from '../../../test/vectors.ts'
import { CLR_2_0_1, OB_3_0_3, OB_EXTENSIONS, VC_V1, VC_V2 } from '../../context.ts'
import { CredentialError } from '../../errors.ts'
import { composeCredential, type Json, type JsonObject, readInput } from '../../index.ts'
import { canonicalizeQuads, referenceQuads } from '../canonicalize.ts'
import { plainQuads } from './to-quads.ts'

const RUNS = Number(process.env.KOLLEGES_PROVE_RUNS ?? 150)

async function canonicalByReference(document: JsonObject): Promise<string | null> {
  try {
    return await canonicalizeQuads(await referenceQuads(structuredClone(document)))
  } catch (error) {
    assert.ok(error instanceof CredentialError)
    return null
  }
}

/** `same`, or `left` to the reference; anything else fails. */
async function compare(document: JsonObject): Promise<'same' | 'left'> {
  const quads = plainQuads(document)
  if (!quads) return 'left'
  assert.equal(await canonicalizeQuads(quads), await canonicalByReference(document))
  return 'same'
}

const signed = (await aSigned(fullParts())) as JsonObject
const { proof, ...unsigned } = signed
const endorsement = { ...(await aSigned(someParts())), type: ['VerifiableCredential', 'EndorsementCredential'] }

const documents: [string, JsonObject, string][] = [
  ['a credential with every part', unsigned, 'same'],
  ['a credential with its proof, a graph of its own', signed, 'same'],
  ['a proof by itself', { '@context': unsigned['@context']!, ...(proof as JsonObject[])[0] }, 'same'],
  ['a credential with an embedded credential', { ...unsigned, endorsement: [endorsement as Json] }, 'same'],
  [
    'numbers whole, broken and large',
    { ...unsigned, credentialSubject: { ...(unsigned.credentialSubject as JsonObject), creditsEarned: 2.5 } },
    'same',
  ],
  [
    'a transcript of badges',
    {
      '@context': [VC_V2, CLR_2_0_1, OB_3_0_3, OB_EXTENSIONS],
      id: 'urn:uuid:1',
      type: ['VerifiableCredential', 'ClrCredential'],
      issuer: 'did:web:a.example',
      credentialSubject: {
        type: ['ClrSubject'],
        verifiableCredential: [signed],
        association: [{ type: 'Association', associationType: 'isPartOf', sourceId: 'urn:a:1', targetId: 'urn:a:2' }],
      },
    },
    'same',
  ],
  [
    'the older data model',
    {
      '@context': [VC_V1, OB_3_0_3],
      id: 'urn:uuid:1',
      type: ['VerifiableCredential'],
      issuer: 'did:web:a.example',
      issuanceDate: '2026-01-01T00:00:00Z',
      credentialSubject: { id: 'did:example:1' },
    },
    'same',
  ],
  ['a text in a language', { ...unsigned, name: { '@value': 'x', '@language': 'en' } as JsonObject }, 'left'],
  ['an unknown term', { ...unsigned, grade: 'A' }, 'left'],
  ['an unknown type', { ...unsigned, type: ['VerifiableCredential', 'Grade'] }, 'left'],
  ['a null', { ...unsigned, name: null }, 'left'],
  ['an empty array', { ...unsigned, evidence: [] }, 'left'],
  ['a blank node by name', { ...unsigned, id: '_:a' }, 'left'],
  ['a relative id', { ...unsigned, id: 'x/y' }, 'left'],
  ['an inline context', { ...unsigned, '@context': [VC_V2, { x: 'urn:x:y' }] }, 'left'],
  [
    'contexts that contradict each other',
    { ...unsigned, '@context': [VC_V2, 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.1.json'] },
    'left',
  ],
]

for (const [name, document, expected] of documents)
  test(`${name}: ${expected}`, async () => {
    assert.equal(
      await compare(document),
      expected === 'same' && !(await canonicalByReference(document)) ? 'left' : expected,
    )
  })

test(`in ${RUNS} random credentials, none differs`, { timeout: 3_600_000 }, async () => {
  let same = 0
  await fc.assert(
    fc.asyncProperty(someParts$, async (parts) => {
      if ((await compare(composeCredential(parts))) === 'same') same++
    }),
    { numRuns: RUNS },
  )
  assert.ok(same > RUNS / 2)
})

test('no vector differs, whole or spoiled', async () => {
  const inputs = verificationVectors().map((vector) => readInput(vectorBytes(vector)))
  const lists = [...materialOf(materialFile()).statusLists.values()].map((list) =>
    'credential' in list ? list.credential : null,
  )
  const values = [
    ...inputs.map((input) => (input.outcome === 'read' && input.form === 'json' ? input.value : null)),
    ...lists,
  ]
  for (const value of values) if (value !== null) await compare(value as JsonObject)
})

test('no credential with one value swapped for another differs', async () => {
  const paths = [...pathsOf(unsigned)]
  const strange: Json[] = [
    '',
    'x',
    'https://a.example/',
    '_:b',
    '@id',
    'type',
    1,
    1.5,
    1e22,
    true,
    null,
    [],
    {},
    { id: 'urn:x:1' },
    ['a', 'a'],
    [['a']],
    { '@id': 'urn:x:1' },
    { type: 'Profile' },
  ]
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...paths), fc.constantFrom(...strange), async (path, value) => {
      await compare(swapped(unsigned, path, value) as JsonObject)
    }),
    { numRuns: RUNS * 2 },
  )
})

function* pathsOf(value: Json, path: readonly string[] = []): Generator<readonly string[]> {
  if (path.length > 0) yield path
  if (typeof value === 'object' && value !== null)
    for (const [key, inner] of Object.entries(value)) if (key !== '@context') yield* pathsOf(inner, [...path, key])
}

function swapped(value: Json, [key, ...rest]: readonly string[], by: Json): Json {
  if (key === undefined) return by
  if (Array.isArray(value)) return value.map((entry, at) => (String(at) === key ? swapped(entry, rest, by) : entry))
  return { ...(value as JsonObject), [key]: swapped((value as JsonObject)[key]!, rest, by) }
}
