// Holds the codes to their promise: each has a sentence in two languages, and a vector that brings it about.

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import test from 'node:test'
import { hanbit, NOON, nodePrimitives, someParts } from '../test/fixtures.ts'
import { point, signBytesP256, signer } from '../test/selective-fixtures.ts'
import { verificationVectors } from '../test/vectors.ts'
import {
  bake,
  type CredentialErrorCode,
  type CredentialParts,
  composeCredential,
  composeDidDocument,
  type DidDocumentParts,
  didWeb,
  disclose,
  emptyBits,
  type ImageMediaType,
  type Json,
  type JsonObject,
  type ProofOptions,
  prepare,
  SENTENCES,
  secureDocument,
  sign,
  signSelectively,
} from './index.ts'
import { VERDICT_OF } from './verify/result.ts'

interface Misuse {
  readonly code: CredentialErrorCode
  readonly says: string
  readonly call: string
  readonly with?: Json
  readonly change?: JsonObject
  readonly options?: Partial<ProofOptions>
  readonly signature?: readonly number[]
}

const read = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8')
const misuses: readonly Misuse[] = JSON.parse(read('../../vectors/misuse/cases.json'))
const options: ProofOptions = {
  verificationMethod: hanbit.verificationMethod,
  created: NOON,
  primitives: nodePrimitives,
}

const repeated = ({ repeat, times }: { repeat: Json; times: number }): Json => new Array(times).fill(repeat)
const unsigned = (change: JsonObject = {}): JsonObject => ({
  ...(structuredClone(composeCredential(someParts())) as JsonObject),
  ...Object.fromEntries(
    Object.entries(change).map(([key, value]) => [
      key,
      value && typeof value === 'object' && 'repeat' in value ? repeated(value as never) : value,
    ]),
  ),
})
const selective = (mandatoryPointers: readonly string[]) => ({
  ...{ created: NOON, mandatoryPointers, hmacKey: new Uint8Array(32), primitives: nodePrimitives },
  proofKey: { publicKey: point.publicKey, sign: signBytesP256 },
})

const CALLS: Readonly<Record<string, (misuse: Misuse) => unknown>> = {
  prepare: (misuse) => prepare(unsigned(misuse.change), { ...options, ...misuse.options }),
  sign: async ({ signature }) =>
    sign(await prepare(unsigned(), options), { ...hanbit.signer, sign: () => new Uint8Array(signature!) }),
  secureDocument: (misuse) =>
    secureDocument(unsigned(), hanbit.signer, {
      created: NOON,
      ...(misuse.with as object),
      primitives: nodePrimitives,
    }),
  composeDidDocument: (misuse) => composeDidDocument(misuse.with as unknown as DidDocumentParts),
  didWeb: (misuse) => didWeb(String(misuse.with)),
  composeCredential: (misuse) => composeCredential(someParts(misuse.with as unknown as Partial<CredentialParts>)),
  emptyBits: (misuse) => emptyBits(Number(misuse.with)),
  bake: (misuse) => {
    const { image, mediaType, text } = misuse.with as Record<string, string>
    return bake(new TextEncoder().encode(image), mediaType as ImageMediaType, text!)
  },
  disclose: async (misuse) =>
    disclose(await sign(await prepare(unsigned(), options), hanbit.signer), misuse.with as string[]),
  signSelectively: (misuse) => signSelectively(unsigned(), signer, selective(misuse.with as string[])),
}

for (const misuse of misuses)
  test(`${misuse.says} is misuse of ${misuse.call}: ${misuse.code}`, async () => {
    await assert.rejects(async () => CALLS[misuse.call]!(misuse), { name: 'CredentialError', code: misuse.code })
  })

/** The members of a union of texts, as it stands in its file. */
function codesIn(file: string, type: string): string[] {
  const union = new RegExp(`export type ${type} =([\\s\\S]*?)\\n\\n`).exec(read(file))?.[1] ?? ''
  return [...union.matchAll(/'([a-z0-9-]+)'/g)].map(([, code]) => code!)
}

test('every code of misuse has a vector, and every vector a code', () => {
  const codes = codesIn('./errors.ts', 'CredentialErrorCode')
  assert.ok(codes.length > 20)
  assert.deepEqual([...new Set(misuses.map(({ code }) => code))].sort(), codes.sort())
})

test('every fault has a vector', () => {
  const codes = codesIn('./errors.ts', 'FaultCode')
  const found = verificationVectors().flatMap(({ faults = [] }) => faults.map((fault) => fault.split(' ')[1]!))
  assert.deepEqual([...new Set(found)].sort(), codes.sort())
})

// What a file cannot bring about: it takes the verifier's own records, a question beside the credential, or another program's doing.
const WITHOUT_FILE = [
  ...['key-compromised', 'key-compromised-undated', 'signature-not-checked', 'superseded'],
  ...['refreshed', 'refresh-unchanged', 'refresh-refused'],
]
const OF_QUESTIONS = ['recipient-not-stated', 'evidence-unchanged', 'evidence-changed', 'evidence-unreachable']
// Said by the good ones in passing.
const IN_PASSING = ['no-end-declared']
// The reader refuses such a text by its size before it is looked at as JSON.
const SHADOWED = ['json-too-large']

test('every reason that a file can bring about has a vector', () => {
  const reasons = [
    ...Object.keys(VERDICT_OF),
    ...codesIn('./json.ts', 'JsonRefusal'),
    ...codesIn('./bake/baked.ts', 'ExtractRefusal'),
    ...codesIn('./bake/pdf.ts', 'PdfRefusal'),
    ...codesIn('./read-input.ts', 'ReadRefusal'),
  ]
  assert.ok(reasons.length > 70)
  const given = new Set(verificationVectors().map(({ because }) => because))
  const without = [...WITHOUT_FILE, ...OF_QUESTIONS, ...IN_PASSING, ...SHADOWED]
  assert.deepEqual(
    reasons.filter((reason) => !given.has(reason as never) && !without.includes(reason)),
    [],
  )
})

test('every code has one sentence in Korean and one in English', () => {
  const codes: string[] = [...codesIn('./errors.ts', 'CredentialErrorCode'), ...codesIn('./errors.ts', 'FaultCode')]
  assert.deepEqual(Object.keys(SENTENCES).sort(), codes.sort())
  for (const [code, { ko, en }] of Object.entries(SENTENCES)) {
    assert.match(ko, /^[^.]*[가-힣][^.]*\.$/, code)
    assert.match(en, /^[A-Z][^가-힣]*\.$/, code)
  }
  const all = Object.values(SENTENCES)
  assert.ok(new Set(all.map(({ en }) => en)).size >= all.length - 1)
})
