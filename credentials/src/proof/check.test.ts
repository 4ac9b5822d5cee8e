// One proof of a document: everything it can be refused for, and what is told of it.

import assert from 'node:assert/strict'
import test from 'node:test'
import { anIssuer, aSigned, hanbit, LATER, NOON, nodePrimitives, someMaterial } from '../../test/fixtures.ts'
import { checkProof, type JsonObject, type ProofQuestion } from '../index.ts'

const other = anIssuer('other')
const credential = await aSigned()
const proof = (credential.proof as JsonObject[])[0]!
const detail = {
  type: 'DataIntegrityProof',
  cryptosuite: 'eddsa-rdfc-2022',
  verificationMethod: hanbit.verificationMethod,
  created: NOON,
}

async function found(change: JsonObject = {}, more: Partial<ProofQuestion> = {}) {
  const asked = Object.fromEntries(
    Object.entries({ ...proof, ...change }).filter(([, value]) => value !== null),
  ) as JsonObject
  const question = { material: someMaterial(), issuerId: hanbit.did, at: NOON, primitives: nodePrimitives }
  return checkProof({ document: { ...credential, proof: [asked] }, proof: asked, ...question, ...more })
}

test('a proof that holds tells its suite, its key, its date and the hash of what it signs', async () => {
  const { documentHash, ...finding } = await found()
  assert.deepEqual(finding, { outcome: 'passed', detail, isPublished: true })
  assert.match(documentHash!, /^[0-9a-f]{64}$/)
})

test('a proof that does not hold tells the same, and that it does not', async () => {
  const { documentHash, ...finding } = await found({ created: '2026-11-23T02:59:59Z' })
  assert.deepEqual(finding, {
    outcome: 'failed',
    because: 'signature-wrong',
    detail: { ...detail, created: '2026-11-23T02:59:59Z' },
  })
  assert.equal(documentHash, (await found()).documentHash)
})

const value = String(proof.proofValue)
const refusals: [string, JsonObject, string][] = [
  ['a suite we do not know', { cryptosuite: 'bbs-2023' }, 'proof-suite-unknown'],
  ['a type we do not know', { type: 'Ed25519Signature2018' }, 'proof-suite-unknown'],
  ['no suite', { cryptosuite: null }, 'proof-suite-unknown'],
  ['no purpose', { proofPurpose: null }, 'proof-purpose'],
  ['another purpose', { proofPurpose: 'authentication' }, 'proof-purpose'],
  ['no key', { verificationMethod: null }, 'proof-malformed'],
  ['a key that is an object', { verificationMethod: { id: hanbit.verificationMethod } }, 'proof-malformed'],
  ['no value', { proofValue: null }, 'proof-malformed'],
  ['a value that is a number', { proofValue: 5 }, 'proof-malformed'],
  ['a value of another base', { proofValue: `m${value.slice(1)}` }, 'proof-malformed'],
  ['a value without its base', { proofValue: value.slice(1) }, 'proof-malformed'],
  ['a value cut short', { proofValue: value.slice(0, -5) }, 'proof-malformed'],
  ['a value far too long', { proofValue: `z${'1'.repeat(10_000)}` }, 'proof-malformed'],
  ['a date that is none', { created: 'now' }, 'proof-malformed'],
  ['a date that is a number', { created: 5 }, 'proof-malformed'],
  ['an end that is none', { expires: 'later' }, 'proof-malformed'],
  ['a date in the future', { created: LATER }, 'proof-from-the-future'],
  ['a date beyond what clocks may differ by', { created: '2026-11-23T03:05:00.001Z' }, 'proof-from-the-future'],
  ['a date that clocks may differ by', { created: '2026-11-23T03:05:00Z' }, 'signature-wrong'],
  ['no date', { created: null }, 'signature-wrong'],
  ['an end just past', { expires: '2026-11-23T02:59:59.999Z' }, 'proof-expired'],
  ['an end now', { expires: NOON }, 'signature-wrong'],
  ['a key of another issuer', { verificationMethod: other.verificationMethod }, 'key-not-of-issuer'],
  ['a suite of another kind of key', { cryptosuite: 'ecdsa-rdfc-2019' }, 'key-of-another-kind'],
]

for (const [name, change, because] of refusals)
  test(`a proof with ${name} is refused: ${because}`, async () => {
    const finding = await found(change)
    assert.equal(finding.because, because)
    assert.equal(finding.outcome, because === 'proof-suite-unknown' ? 'inconclusive' : 'failed')
    const texts = Object.entries({ ...detail, ...change }).filter(
      ([key, each]) => key in detail && typeof each === 'string',
    )
    assert.deepEqual(finding.detail, Object.fromEntries(texts))
  })

test('an issuer out of reach decides nothing when the seal fits, and nothing at all without a key', async () => {
  const material = someMaterial({ issuers: new Map() })
  const undecided = await found({}, { material })
  assert.deepEqual(
    [undecided.outcome, undecided.because, undecided.detail],
    ['inconclusive', 'issuer-unreachable', detail],
  )
  assert.match(undecided.documentHash!, /^[0-9a-f]{64}$/)
  const keyless = await found({ verificationMethod: `${hanbit.did}#1` }, { material })
  assert.deepEqual(keyless, {
    outcome: 'inconclusive',
    because: 'issuer-unreachable',
    detail: { ...detail, verificationMethod: `${hanbit.did}#1` },
  })
  assert.equal((await found({ created: '2026-11-23T02:59:59Z' }, { material })).because, 'signature-wrong')
})

test('a key that its issuer does not publish is told apart', async () => {
  const material = someMaterial({ issuers: new Map([[hanbit.did, { document: { id: hanbit.did } }]]) })
  const finding = await found({}, { material })
  assert.deepEqual([finding.outcome, finding.isPublished], ['passed', false])
})

const documents: [string, JsonObject, string, string, RegExp][] = [
  ['a term without a meaning', { grade: 'A' }, 'failed', 'json-ld-unsafe', /^invalid property .*grade/],
  [
    'a context we do not hold',
    { '@context': [...(credential['@context'] as string[]), 'https://a.example/'] },
    'inconclusive',
    'context-unknown',
    /^https:\/\/a\.example\/$/,
  ],
  [
    'a context written inside',
    { '@context': [...(credential['@context'] as string[]), { a: 'x:y' }] },
    'inconclusive',
    'context-inline',
    /^$/,
  ],
  [
    'contexts that contradict each other',
    { '@context': ['https://www.w3.org/ns/credentials/v2', 'https://www.w3.org/2018/credentials/v1'] },
    'inconclusive',
    'context-conflict',
    /protected/,
  ],
]

for (const [name, change, outcome, because, says] of documents)
  test(`a document with ${name}: ${outcome}, ${because}`, async () => {
    const finding = await found({}, { document: { ...credential, ...change, proof: [proof] } })
    assert.deepEqual([finding.outcome, finding.because], [outcome, because])
    assert.equal(finding.detail.verificationMethod, hanbit.verificationMethod)
    assert.match(finding.detail.url ?? finding.detail.because ?? '', says)
  })

test('what is told of a stranger’s term is cut to size', async () => {
  const finding = await found({}, { document: { ...credential, [`x${'y'.repeat(1_000)}`]: 1, proof: [proof] } })
  assert.equal(finding.detail.because?.length, 400)
})

test('a broken platform is not a bad credential', async () => {
  const primitives = {
    ...nodePrimitives,
    verify: () => {
      throw new Error('no memory')
    },
  }
  await assert.rejects(found({}, { primitives }), /no memory/)
})
