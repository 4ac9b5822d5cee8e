import assert from 'node:assert/strict'
import test from 'node:test'
import { anIssuer, aSigned, hanbit, LATER, LIST_URL, NOON, nodePrimitives, someMaterial } from '../../test/fixtures.ts'
import {
  type Check,
  composeStatusList,
  type Json,
  type JsonObject,
  type Material,
  prepare,
  sign,
  type VerifyOptions,
  verify,
  withBit,
} from '../index.ts'

const signed = await aSigned()
const ask = (credential: Json, material: Material = someMaterial(), options: Partial<VerifyOptions> = {}) =>
  verify(credential, material, { at: NOON, primitives: nodePrimitives, ...options })
const lineOf = (checks: readonly Check[], name: string) => checks.find(({ check }) => check === name)

function altered(change: (credential: JsonObject, proof: JsonObject) => void, credential: Json = signed): JsonObject {
  const copy = structuredClone(credential) as JsonObject
  change(copy, (copy.proof as JsonObject[])[0]!)
  return copy
}

const listOfBits = (bits: Uint8Array, purpose = 'revocation'): Partial<Material> => ({
  statusLists: new Map([[LIST_URL, { bits, purpose }]]),
})
const revokedBits = withBit(new Uint8Array(16_384), 4_711, true)
const other = anIssuer('other')

const listOptions = { id: LIST_URL, purpose: 'revocation' as const, bits: revokedBits, validFrom: NOON }
async function signedList(change: object = {}, issuer = hanbit): Promise<Json> {
  const unsigned = composeStatusList({ ...listOptions, issuer: issuer.did, ...change })
  return sign(
    await prepare(unsigned, {
      verificationMethod: issuer.verificationMethod,
      created: NOON,
      primitives: nodePrimitives,
    }),
    issuer.signer,
  )
}

const lists: [string, Json, string, string?][] = [
  ['of the same issuer', await signedList(), 'revoked'],
  ['of the same issuer, nothing revoked', await signedList({ bits: new Uint8Array(16_384) }), 'valid'],
  ['of another issuer', await signedList({}, other), 'status_unknown', 'status-list-of-another-issuer'],
  ['for another purpose', await signedList({ purpose: 'suspension' }), 'status_unknown', 'status-purpose-mismatch'],
  ['that has expired', await signedList({ validUntil: NOON }), 'status_unknown', 'status-list-expired'],
  [
    'with another id',
    await signedList({ id: 'https://badges.hanbit.example/status/2' }),
    'status_unknown',
    'status-list-malformed',
  ],
  [
    'with a broken seal',
    altered((list) => ((list.credentialSubject as JsonObject).ttl = 1), await signedList()),
    'status_unknown',
    'status-list-untrusted',
  ],
  [
    'without a seal',
    altered((list) => delete list.proof, await signedList()),
    'status_unknown',
    'status-list-untrusted',
  ],
  ['that is a badge', signed, 'status_unknown', 'status-list-malformed'],
  ['that is nothing', 5, 'status_unknown', 'status-list-malformed'],
]

for (const [name, list, verdict, because] of lists)
  test(`with a status list ${name}: ${verdict}`, async () => {
    const result = await ask(signed, someMaterial({ statusLists: new Map([[LIST_URL, { credential: list }]]) }), {
      at: LATER,
    })
    assert.equal(result.verdict, verdict)
    if (because) assert.equal(lineOf(result.checks, 'status')?.because, because)
  })

const entries: [string, JsonObject, string, string?][] = [
  ['a suspension list', { statusPurpose: 'suspension' }, 'suspended'],
  ['an unknown purpose', { statusPurpose: 'fashion' }, 'status_unknown', 'status-purpose-unknown'],
  [
    'a message',
    { statusPurpose: 'message', statusMessage: [{ status: '0x1', message: '이관됨' }] },
    'valid',
    'status-message',
  ],
  ['a refresh mark', { statusPurpose: 'refresh' }, 'valid'],
]

for (const [name, change, verdict, because] of entries)
  test(`a set bit of ${name}: ${verdict}`, async () => {
    const purpose = String(change.statusPurpose)
    const unsigned = structuredClone({ ...signed, proof: undefined }) as unknown as JsonObject
    delete unsigned.proof
    unsigned.credentialStatus = { ...(unsigned.credentialStatus as JsonObject), ...change }
    const options = { verificationMethod: hanbit.verificationMethod, created: NOON, primitives: nodePrimitives }
    const credential = await sign(await prepare(unsigned, options), hanbit.signer)
    const result = await ask(credential, someMaterial(listOfBits(revokedBits, purpose)))
    assert.equal(result.verdict, verdict)
    if (because) assert.equal(lineOf(result.checks, 'status')?.because, because)
  })

const records: [string, NonNullable<Material['registry']>, string][] = [
  ['nothing', {}, 'revoked'],
  ['a suspension', { suspended: { reason: 'x', until: LATER } }, 'suspended'],
  ['a newer edition', { supersededBy: 'https://badges.hanbit.example/c/2' }, 'superseded'],
  ['a suspension and a newer edition', { suspended: {}, supersededBy: 'urn:x' }, 'suspended'],
  ['a newer edition and a revocation', { revoked: {}, supersededBy: 'urn:x' }, 'revoked'],
]

for (const [name, registry, verdict] of records)
  test(`a set bit of which our records know ${name}: ${verdict}`, async () => {
    const result = await ask(signed, someMaterial({ ...listOfBits(revokedBits), registry }))
    assert.equal(result.verdict, verdict)
  })
