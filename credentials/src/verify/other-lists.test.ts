// Asks the older revocation list, and compares digests of evidence in each spelling.

import assert from 'node:assert/strict'
import { hash } from 'node:crypto'
import test from 'node:test'
import { hanbit, NOON, nodePrimitives, someMaterial, someParts } from '../../test/fixtures.ts'
import { composeCredential, type Json, type JsonObject, type Material, prepare, sign, verify } from '../index.ts'

const LIST = 'https://badges.hanbit.example/revoked.json'
const id = someParts().id

async function signed(change: JsonObject): Promise<JsonObject> {
  const { credentialStatus: _status, ...unsigned } = composeCredential(someParts()) as JsonObject
  const options = { verificationMethod: hanbit.verificationMethod, created: NOON, primitives: nodePrimitives }
  return sign(await prepare({ ...unsigned, ...change }, options), hanbit.signer)
}

const older = await signed({ credentialStatus: { id: LIST, type: '1EdTechRevocationList' } })
const lists = (list: Json): Partial<Material> => ({ statusLists: new Map([[LIST, { credential: list }]]) })

const cases: [string, Partial<Material>, string, string?][] = [
  ['does not name it', lists({ id: LIST, issuer: hanbit.did, revokedCredential: [{ id: 'urn:x:1' }] }), 'valid'],
  [
    'names it',
    lists({ id: LIST, issuer: hanbit.did, revokedCredential: [{ id, revocationReason: '착오' }] }),
    'revoked',
    'revoked',
  ],
  [
    'names it, and takes it back',
    lists({ id: LIST, issuer: hanbit.did, revokedCredential: [{ id, revoked: false }] }),
    'valid',
  ],
  [
    'is of another issuer',
    lists({ id: LIST, issuer: 'https://evil.example', revokedCredential: [] }),
    'status_unknown',
    'status-list-of-another-issuer',
  ],
  ['is no list', lists({ id: LIST }), 'status_unknown', 'status-list-malformed'],
  ['is no object', lists('x'), 'status_unknown', 'status-list-malformed'],
  [
    'is made of bits',
    { statusLists: new Map([[LIST, { bits: new Uint8Array(16_384), purpose: 'revocation' }]]) },
    'status_unknown',
    'status-list-malformed',
  ],
  [
    'does not answer',
    { statusLists: new Map([[LIST, { unreachable: 'timeout' }]]) },
    'status_unknown',
    'status-list-unreachable',
  ],
]

for (const [name, change, verdict, because] of cases)
  test(`an older revocation list that ${name}: ${verdict}`, async () => {
    const result = await verify(older, someMaterial(change), { at: NOON, primitives: nodePrimitives })
    assert.equal(result.verdict, verdict, JSON.stringify(result.faults ?? result.checks))
    if (because) assert.equal(result.checks.find(({ check }) => check === 'status')?.because, because)
  })

const entries: [string, JsonObject, string][] = [
  ['of a kind we do not know', { id: 'urn:x:status', type: 'urn:x:StatusList' }, 'status-type-unknown'],
  ['of the older kind without a list', { type: '1EdTechRevocationList' }, 'status-type-unknown'],
]

for (const [name, credentialStatus, because] of entries)
  test(`a status ${name} is not known, so not passed`, async () => {
    const result = await verify(await signed({ credentialStatus }), someMaterial(), {
      at: NOON,
      primitives: nodePrimitives,
    })
    assert.equal(result.verdict, 'status_unknown')
    assert.equal(result.checks.find(({ check }) => check === 'status')?.because, because)
  })

const FILE = 'https://portfolio.example/report.pdf'
const sha256 = new Uint8Array(hash('sha256', 'report', 'buffer'))
const multihash = Buffer.concat([Buffer.from([0x12, 0x20]), sha256])
const digests: [string, JsonObject, string][] = [
  ['base64url, the same', { digestMultibase: `u${multihash.toString('base64url')}` }, 'evidence-unchanged'],
  ['base64url, another', { digestMultibase: `u${Buffer.alloc(34, 0x12).toString('base64url')}` }, 'evidence-changed'],
  [
    'an integrity text, the same',
    { digestSRI: `sha256-${Buffer.from(sha256).toString('base64')}` },
    'evidence-unchanged',
  ],
  ['an integrity text, another', { digestSRI: `sha256-${Buffer.alloc(32).toString('base64')}` }, 'evidence-changed'],
  ['a hash we did not compute', { digestSRI: `sha384-${Buffer.alloc(48).toString('base64')}` }, 'evidence-unreachable'],
  [
    'another multihash',
    { digestMultibase: `u${Buffer.from([0x13, 0x40, 1]).toString('base64url')}` },
    'evidence-unreachable',
  ],
  ['no multibase', { digestMultibase: 'm' }, 'evidence-changed'],
]

for (const [name, digest, because] of digests)
  test(`evidence with a digest in ${name}: ${because}`, async () => {
    const credential = await signed({ relatedResource: [{ id: FILE, ...digest }] })
    const evidence = new Map([[FILE, { sha256 }]])
    const result = await verify(credential, someMaterial(), { at: NOON, primitives: nodePrimitives, evidence })
    assert.equal(result.checks.find(({ check }) => check === 'evidence')?.because, because)
    assert.equal(result.verdict, 'valid')
  })

test('evidence is not spoken of where none is pinned, nor a recipient where none is named', async () => {
  const options = {
    at: NOON,
    primitives: nodePrimitives,
    evidence: new Map(),
    recipient: { identity: 'a@example.com' },
  }
  const list = {
    '@context': ['https://www.w3.org/ns/credentials/v2'],
    type: ['VerifiableCredential'],
    issuer: hanbit.did,
    credentialSubject: { id: 'urn:x:1' },
  }
  const unsigned: JsonObject = { ...list, credentialSubject: [{ type: 'BitstringStatusList' }] }
  const credential = await sign(
    await prepare(unsigned, {
      verificationMethod: hanbit.verificationMethod,
      created: NOON,
      primitives: nodePrimitives,
    }),
    hanbit.signer,
  )
  const result = await verify(credential, someMaterial(), options)
  assert.deepEqual(result.checks.map(({ check, because }) => `${check} ${because ?? ''}`).slice(-2), [
    'validity no-end-declared',
    'recipient recipient-not-stated',
  ])
})
