// Proofs of any document: what each purpose's key may sign, and whose words a document may use.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { anIssuer, NOON, nodePrimitives as primitives } from '../../test/fixtures.ts'
import { checkProof, type Json, type JsonObject, type Material, secureDocument } from '../index.ts'
import { INLINE_CONTEXTS_MAX, INLINE_TERMS_MAX } from '../limits.ts'

const VC2 = 'https://www.w3.org/ns/credentials/v2'
const holder = anIssuer('holder')
const PURPOSES = ['assertionMethod', 'authentication'] as const

const presentation = (extra: JsonObject = {}): JsonObject => ({
  '@context': [VC2],
  type: ['VerifiablePresentation'],
  ...extra,
})

const materialOf = (document: Json): Material => ({
  issuers: new Map([[holder.did, { document }]]),
  statusLists: new Map(),
  trust: new Map(),
})

const proofOf = (document: JsonObject): JsonObject => document.proof as JsonObject

const check = (document: JsonObject, more: object = {}, keys: Json = holder.document) =>
  checkProof({
    ...{ document, proof: proofOf(document), issuerId: holder.did, material: materialOf(keys), at: NOON, primitives },
    ...more,
  })

for (const signed of PURPOSES)
  for (const asked of PURPOSES)
    for (const listed of PURPOSES)
      test(`a proof for ${signed}, asked for ${asked}, by a key listed under ${listed}`, async () => {
        const document = await secureDocument(presentation(), holder.signer, {
          created: NOON,
          purpose: signed,
          primitives,
        })
        const { assertionMethod, ...keys } = holder.document as JsonObject
        const finding = await check(document, { purpose: asked }, { ...keys, [listed]: assertionMethod! })
        const isRight = signed === asked && asked === listed
        assert.equal(finding.outcome, isRight ? 'passed' : 'failed')
        if (!isRight) assert.equal(finding.because, signed === asked ? 'key-not-of-issuer' : 'proof-purpose')
      })

test('challenge and domain are signed too', async () => {
  const options = { created: NOON, challenge: 'a-nonce', domain: ['one.example', 'two.example'], primitives }
  const document = await secureDocument(presentation(), holder.signer, options)
  assert.equal((await check(document)).outcome, 'passed')
  const forged = { ...document, proof: { ...proofOf(document), challenge: 'another' } }
  assert.equal((await check(forged)).because, 'signature-wrong')
})

test('a proof that is there already stays beside the new one', async () => {
  const once = await secureDocument(presentation(), holder.signer, { created: NOON, primitives })
  const twice = await secureDocument(once, anIssuer('witness').signer, { created: NOON, primitives })
  assert.deepEqual((twice.proof as Json[])[0], once.proof)
  assert.equal((twice.proof as Json[]).length, 2)
})

const INLINE = { Diploma: 'https://words.example/#Diploma' }

test('contexts written inside the document are read only where that is asked for', async () => {
  const document = presentation({ '@context': [VC2, INLINE], type: ['VerifiablePresentation', 'Diploma'] })
  const options = { created: NOON, primitives }
  await assert.rejects(secureDocument(document, holder.signer, options), { code: 'context-inline' })
  const secured = await secureDocument(document, holder.signer, { ...options, inlineContexts: true })
  assert.equal((await check(secured)).because, 'context-inline')
  assert.equal((await check(secured, { inlineContexts: true })).outcome, 'passed')
  const meaning = { ...secured, '@context': [VC2, { Diploma: 'https://words.example/#Ticket' }] }
  assert.equal((await check(meaning, { inlineContexts: true })).because, 'signature-wrong')
})

const MANY_TERMS = Object.fromEntries(
  Array.from({ length: INLINE_TERMS_MAX + 1 }, (_, at) => [`t${at}`, `https://words.example/#${at}`]),
)

const refusedInline: readonly { says: string; context: Json; code: string }[] = [
  { says: 'an address we do not hold', context: [VC2, 'https://elsewhere.example/v1'], code: 'context-unknown' },
  {
    says: 'one hidden in a term',
    context: [VC2, { a: { '@id': 'https://a.example/', '@context': 'https://elsewhere.example/v1' } }],
    code: 'context-unknown',
  },
  { says: 'too many terms', context: [VC2, MANY_TERMS], code: 'context-inline' },
  { says: 'too many', context: [VC2, ...Array(INLINE_CONTEXTS_MAX + 1).fill(INLINE)], code: 'context-inline' },
  {
    says: 'a protected word defined anew',
    context: [VC2, { VerifiableCredential: 'https://words.example/#VC' }],
    code: 'context-conflict',
  },
]
for (const { says, context, code } of refusedInline)
  test(`contexts refused even then: ${says}`, async () => {
    const options = { created: NOON, primitives, inlineContexts: true }
    await assert.rejects(secureDocument(presentation({ '@context': context }), holder.signer, options), { code })
  })

test('misuse is thrown: an unknown suite, a date without a zone, a signature of the wrong length', async () => {
  const secure = (more: object, signer = holder.signer) =>
    secureDocument(presentation(), signer, { created: NOON, primitives, ...more })
  await assert.rejects(secure({ cryptosuite: 'rot13' }), { code: 'cryptosuite-unknown' })
  await assert.rejects(secure({ created: '2026-11-23' }), { code: 'date-malformed' })
  await assert.rejects(secure({}, { ...holder.signer, sign: () => new Uint8Array(3) }), { code: 'signature-malformed' })
})
