// What is remembered between signatures, told by the hashes that are computed; what is too costly, told by its size.

import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import test from 'node:test'
import rdfCanonize, { type Quad } from 'rdf-canonize'
import { aSigned, NOON, nodePrimitives, someParts } from '../../test/fixtures.ts'
import { CredentialError, composeCredential, type JsonObject } from '../index.ts'
import { withoutKey } from '../json.ts'
import { BLANK_NODES_MAX, PROOF_OPTIONS_CHARS_MAX, RDFC_DEEP_ITERATIONS_MAX } from '../limits.ts'
import { canonicalize, canonicalizeInline, canonicalizeQuads, quadsOf, referenceQuads } from './canonicalize.ts'
import { hashDataOf, inlineHashDataOf } from './data-integrity.ts'

const document = composeCredential(someParts()) as JsonObject
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')
const sha = (text: string): string => createHash('sha256').update(text).digest('hex')

/** How many hashes are computed for a proof with these options. */
async function hashesFor(options: JsonObject): Promise<number> {
  let hashes = 0
  const sha256 = (bytes: Uint8Array) => {
    hashes++
    return nodePrimitives.sha256(bytes) as Uint8Array
  }
  await hashDataOf(document, options, { sha256 })
  return hashes
}
const proofAt = (second: number, more: JsonObject = {}): JsonObject => ({
  type: 'DataIntegrityProof',
  cryptosuite: 'eddsa-rdfc-2022',
  created: new Date(Date.parse(NOON) + second * 1_000).toISOString(),
  verificationMethod: 'did:web:a.example#1',
  proofPurpose: 'assertionMethod',
  ...more,
})

test('the options of a proof are hashed once, however many credentials are signed with them', async () => {
  for (const second of [50, 51, 52]) await hashesFor(proofAt(second)) // by now the document's shape is known
  const first = await hashesFor(proofAt(0))
  const again = await hashesFor(proofAt(0))
  assert.ok(again < first, `${again} of ${first}`)
  assert.equal(await hashesFor(proofAt(0)), again)
})

test('options beyond what is remembered are hashed each time', async () => {
  const options = proofAt(1, { challenge: 'x'.repeat(PROOF_OPTIONS_CHARS_MAX) })
  await hashesFor(options)
  const remembered = await hashesFor(proofAt(0))
  assert.ok((await hashesFor(options)) > remembered)
  const size = JSON.stringify({ ...proofAt(1, { challenge: '' }), '@context': document['@context'] }).length
  const largest = proofAt(1, { challenge: 'x'.repeat(PROOF_OPTIONS_CHARS_MAX - size) })
  await hashesFor(largest)
  assert.equal(await hashesFor(largest), remembered)
})

test('what is remembered of options is bounded', async () => {
  for (let second = 100; second < 400; second++) await hashesFor(proofAt(second))
  const remembered = await hashesFor(proofAt(399))
  assert.ok((await hashesFor(proofAt(100))) > remembered)
})

test('a hash that only promises its answer gives the same bytes', async () => {
  const options = proofAt(2)
  const sha256 = async (bytes: Uint8Array) => nodePrimitives.sha256(bytes)
  const promised = await hashDataOf(document, options, { sha256 })
  const atOnce = await hashDataOf(document, options, nodePrimitives)
  assert.equal(hex(promised.bytes), hex(atOnce.bytes))
  assert.equal(hex(promised.documentHash), hex(atOnce.documentHash))
  assert.equal(hex(atOnce.documentHash), sha(await canonicalize(document)))
  const withContext = { ...options, '@context': document['@context']! }
  assert.equal(hex(atOnce.bytes), sha(await canonicalize(withContext)) + sha(await canonicalize(document)))
  const inline = await inlineHashDataOf(document, options, nodePrimitives)
  assert.equal(hex(inline.bytes), hex(atOnce.bytes))
  assert.equal(hex(inline.documentHash), hex(atOnce.documentHash))
})

test('a key is left out of a copy', () => {
  const object = { a: 1, b: 2 }
  assert.deepEqual(withoutKey(object, 'a'), { b: 2 })
  assert.deepEqual(object, { a: 1, b: 2 })
})

test('what the small reader says, the reference says too', async () => {
  const [ours, theirs] = [await quadsOf(document), await referenceQuads(document)]
  assert.equal(await canonicalizeQuads(ours), await canonicalizeQuads(theirs))
  const signed = await aSigned()
  assert.equal(await canonicalizeInline(withoutKey(signed, 'proof')), await canonicalize(document))
})

const named = (value: string) => ({ termType: 'NamedNode', value }) as const
const blank = (value: string) => ({ termType: 'BlankNode', value }) as const
const graph = { termType: 'DefaultGraph', value: '' } as const
const chain = (length: number): Quad[] =>
  Array.from({ length }, (_, at) => ({
    subject: blank(`b${at}`),
    predicate: named('urn:x:p'),
    object: named(`urn:x:${at}`),
    graph,
  }))

async function refusal(act: () => Promise<unknown>): Promise<[string, object]> {
  try {
    await act()
  } catch (error) {
    if (error instanceof CredentialError) return [error.code, error.detail]
    throw error
  }
  return ['accepted', {}]
}

test('a graph of too many blank nodes is refused before any work, one of just as many is not', async () => {
  assert.deepEqual(await refusal(() => canonicalizeQuads(chain(BLANK_NODES_MAX))), ['accepted', {}])
  const found = await refusal(() => canonicalizeQuads(chain(BLANK_NODES_MAX + 1)))
  assert.deepEqual(found, ['canonicalization-too-costly', { blankNodes: BLANK_NODES_MAX + 1 }])
  const objects = chain(BLANK_NODES_MAX + 1).map(({ subject, object, ...rest }) => ({
    ...rest,
    subject: object,
    object: subject,
  }))
  assert.equal((await refusal(() => canonicalizeQuads(objects)))[0], 'canonicalization-too-costly')
})

// Each of nine nodes points at each other: they look alike, and telling them apart takes factorial time.
const clique: Quad[] = Array.from({ length: 9 }, (_, a) => a).flatMap((a) =>
  Array.from({ length: 9 }, (_, b) => b)
    .filter((b) => b !== a)
    .map((b) => ({ subject: blank(`e${a}`), predicate: named('urn:x:p'), object: blank(`e${b}`), graph })),
)

test('a poisoned graph is given up after a bounded number of hashes, on any machine', async () => {
  assert.deepEqual(await refusal(() => canonicalizeQuads(clique)), ['canonicalization-too-costly', { quads: 72 }])
  let hashes = 0
  const counted = rdfCanonize.canonize(clique, {
    algorithm: 'RDFC-1.0',
    maxDeepIterations: RDFC_DEEP_ITERATIONS_MAX,
    createMessageDigest: () => {
      hashes++
      const digest = createHash('sha256')
      return { update: (text) => void digest.update(text), digest: () => digest.digest('hex') }
    },
  })
  await assert.rejects(counted)
  assert.ok(hashes < 50_000, `${hashes} hashes`)
})

test('a refusal tells the place: the context’s address, the term, the processor’s own words', async () => {
  const v2 = document['@context'] as string[]
  assert.deepEqual(await refusal(() => canonicalize({ ...document, '@context': [...v2, 'https://a.example/'] })), [
    'context-unknown',
    { url: 'https://a.example/' },
  ])
  assert.deepEqual(await refusal(() => canonicalize({ ...document, '@context': [...v2, { a: 'x:y' }] })), [
    'context-inline',
    {},
  ])
  const foreign = () => canonicalizeInline({ ...document, '@context': [...v2, 'https://a.example/'] })
  assert.deepEqual(await refusal(foreign), ['context-unknown', { url: 'https://a.example/' }])
  const many = () => canonicalizeInline({ ...document, '@context': [...v2, ...new Array(17).fill({ a: 'x:y' })] })
  assert.deepEqual(await refusal(many), ['context-inline', {}])
  const [code, { because }] = (await refusal(() => canonicalize({ ...document, grade: 'A' }))) as [
    string,
    { because: string },
  ]
  assert.equal(code, 'json-ld-unsafe')
  assert.match(because, /^invalid property \{.*"grade"/)
  const conflict = { ...document, '@context': [v2[0]!, 'https://www.w3.org/2018/credentials/v1'] }
  assert.equal((await refusal(() => canonicalize(conflict)))[0], 'context-conflict')
  const [unsafe, words] = (await refusal(() => canonicalize({ ...document, '@graph': 5 }))) as [
    string,
    { because: string },
  ]
  assert.equal(unsafe, 'json-ld-unsafe')
  assert.notEqual(words.because, '')
})

test('words in a direction are signed with it, and relative ids with nothing', async () => {
  const directed = {
    '@context': document['@context']!,
    id: 'urn:x:1',
    name: { '@value': 'a', '@language': 'ar', '@direction': 'rtl' },
  }
  assert.match(await canonicalize(directed), /"a"\^\^<https:\/\/www\.w3\.org\/ns\/i18n#ar_rtl>/)
  assert.equal((await refusal(() => canonicalize({ ...directed, id: 'relative' })))[0], 'json-ld-unsafe')
})
