// What is prepared, signed and sealed: the exact proofs that come out, and every misuse by its code and its words.

import assert from 'node:assert/strict'
import test from 'node:test'
import { anIssuer, hanbit, NOON, nodePrimitives, someParts } from '../../test/fixtures.ts'
import {
  CredentialError,
  composeCredential,
  credentialText,
  type JsonObject,
  prepare,
  type Signer,
  SUITES,
  secureDocument,
  sign,
  webPrimitives,
} from '../index.ts'
import { suiteOf } from './suites.ts'

const other = anIssuer('other')
const options = { verificationMethod: hanbit.verificationMethod, created: NOON, primitives: nodePrimitives }
const unsigned = (): JsonObject => structuredClone(composeCredential(someParts())) as JsonObject
const short: Signer = { ...hanbit.signer, sign: () => new Uint8Array(63) }

async function refusal(act: () => Promise<unknown>): Promise<[string, object]> {
  try {
    await act()
  } catch (error) {
    if (error instanceof CredentialError) return [error.code, error.detail]
    throw error
  }
  return ['accepted', {}]
}

test('what is prepared is frozen to its depths, with the proof but for its value', async () => {
  const prepared = await prepare(unsigned(), options)
  assert.deepEqual(prepared.proof, {
    type: 'DataIntegrityProof',
    cryptosuite: 'eddsa-rdfc-2022',
    created: NOON,
    verificationMethod: hanbit.verificationMethod,
    proofPurpose: 'assertionMethod',
  })
  assert.equal(prepared.verificationMethod, hanbit.verificationMethod)
  assert.deepEqual([prepared.bytesToSign.length, prepared.documentHash.length], [64, 32])
  assert.deepEqual(prepared.bytesToSign.slice(32), prepared.documentHash)
  const { achievement, identifier } = prepared.unsigned.credentialSubject as {
    achievement: JsonObject
    identifier: JsonObject[]
  }
  for (const part of [prepared, prepared.proof, prepared.unsigned, achievement, identifier, identifier[0]])
    assert.ok(Object.isFrozen(part))
  const signed = await sign(prepared, hanbit.signer)
  assert.deepEqual(Object.keys(signed), [...Object.keys(prepared.unsigned), 'proof'])
  const [proof] = signed.proof as JsonObject[]
  assert.match(String(proof?.proofValue), /^z[1-9A-HJ-NP-Za-km-z]{80,}$/)
  assert.deepEqual({ ...proof, proofValue: undefined }, { ...prepared.proof, proofValue: undefined })
  assert.equal(credentialText(signed), JSON.stringify(signed))
})

test('without primitives of its own the web’s are used, with the same bytes', async () => {
  const { primitives: _ours, ...rest } = options
  assert.deepEqual((await prepare(unsigned(), rest)).bytesToSign, (await prepare(unsigned(), options)).bytesToSign)
  const ours = await secureDocument(unsigned(), hanbit.signer, { created: NOON, primitives: nodePrimitives })
  assert.deepEqual(await secureDocument(unsigned(), hanbit.signer, { created: NOON }), ours)
})

const misuses: [string, () => Promise<unknown>, string, object][] = [
  [
    'a suite nobody knows',
    () => prepare(unsigned(), { ...options, cryptosuite: 'x' }),
    'cryptosuite-unknown',
    { cryptosuite: 'x' },
  ],
  [
    'a suite that only verifies',
    () => prepare(unsigned(), { ...options, cryptosuite: 'Ed25519Signature2020' }),
    'cryptosuite-unknown',
    { cryptosuite: 'Ed25519Signature2020' },
  ],
  [
    'a date that is none',
    () => prepare(unsigned(), { ...options, created: 'now' }),
    'date-malformed',
    { created: 'now' },
  ],
  ['a faulty credential', () => prepare({ ...unsigned(), issuer: null }, options), 'credential-malformed', {}],
  [
    'a sealed credential',
    () => prepare({ ...unsigned(), proof: {} }, options),
    'credential-malformed',
    { found: 'a proof in an unsigned credential' },
  ],
  [
    'another issuer’s key',
    () => prepare(unsigned(), { ...options, verificationMethod: other.verificationMethod }),
    'signer-mismatch',
    { verificationMethod: other.verificationMethod, issuer: hanbit.did },
  ],
  [
    'a signer of another key',
    async () => sign(await prepare(unsigned(), options), other.signer),
    'signer-mismatch',
    { wanted: hanbit.verificationMethod, found: other.verificationMethod },
  ],
  [
    'a signature cut short',
    async () => sign(await prepare(unsigned(), options), short),
    'signature-malformed',
    { bytes: 63 },
  ],
  [
    'a seal cut short',
    () => secureDocument(unsigned(), short, { created: NOON }),
    'signature-malformed',
    { bytes: 63 },
  ],
  [
    'a seal of no date',
    () => secureDocument(unsigned(), hanbit.signer, { created: 'now' }),
    'date-malformed',
    { created: 'now' },
  ],
  [
    'a seal of a suite nobody knows',
    () => secureDocument(unsigned(), hanbit.signer, { created: NOON, cryptosuite: 'ecdsa-sd-2023' }),
    'cryptosuite-unknown',
    { cryptosuite: 'ecdsa-sd-2023' },
  ],
]

for (const [name, act, code, detail] of misuses)
  test(`${name} is misuse: ${code}`, async () => {
    assert.deepEqual(await refusal(act), [code, detail])
  })

test('a misuse says in one line what was wrong, with the faults it found', async () => {
  await assert.rejects(prepare({ ...unsigned(), issuer: null }, options), (error) => {
    assert.ok(error instanceof CredentialError)
    assert.equal(error.name, 'CredentialError')
    assert.match(error.message, /^credential-malformed; \/issuer: /)
    return error.faults[0]?.path === '/issuer'
  })
  assert.equal(new CredentialError('date-malformed', { created: 'x' }).message, 'date-malformed; created x')
  assert.match(
    new CredentialError('credential-malformed', {}, [{ path: '', code: 'missing', message: 'm' }]).message,
    /; \/: m$/,
  )
})

test('a seal says what it is for, and joins those that are there', async () => {
  const secured = await secureDocument(unsigned(), hanbit.signer, {
    created: NOON,
    purpose: 'authentication',
    challenge: 'c',
    domain: ['a', 'b'],
    primitives: nodePrimitives,
  })
  const proof = secured.proof as JsonObject
  assert.deepEqual(
    { ...proof, proofValue: '' },
    {
      type: 'DataIntegrityProof',
      cryptosuite: 'eddsa-rdfc-2022',
      created: NOON,
      verificationMethod: hanbit.verificationMethod,
      proofPurpose: 'authentication',
      challenge: 'c',
      domain: ['a', 'b'],
      proofValue: '',
    },
  )
  const plain = await secureDocument(unsigned(), hanbit.signer, {
    created: NOON,
    domain: 'a',
    primitives: nodePrimitives,
  })
  const { domain, proofPurpose, challenge } = plain.proof as JsonObject
  assert.deepEqual([domain, proofPurpose, challenge], ['a', 'assertionMethod', undefined])
  const twice = await secureDocument(secured, other.signer, { created: NOON, primitives: nodePrimitives })
  assert.deepEqual((twice.proof as JsonObject[])[0], proof)
  assert.equal((twice.proof as JsonObject[]).length, 2)
})

const suites: [JsonObject, string | null][] = [
  [{ type: 'DataIntegrityProof', cryptosuite: 'eddsa-rdfc-2022' }, 'eddsa-rdfc-2022'],
  [{ type: 'DataIntegrityProof', cryptosuite: 'ecdsa-rdfc-2019' }, 'ecdsa-rdfc-2019'],
  [{ type: 'DataIntegrityProof', cryptosuite: 'ecdsa-sd-2023' }, 'ecdsa-sd-2023'],
  [{ type: 'Ed25519Signature2020' }, 'Ed25519Signature2020'],
  [{ type: 'DataIntegrityProof', cryptosuite: 'Ed25519Signature2020' }, null],
  [{ type: 'eddsa-rdfc-2022' }, null],
  [{ type: 'DataIntegrityProof', cryptosuite: 'toString' }, null],
  [{ type: 'DataIntegrityProof' }, null],
  [{ type: ['DataIntegrityProof'], cryptosuite: 'eddsa-rdfc-2022' }, null],
  [{}, null],
]

for (const [proof, name] of suites)
  test(`${JSON.stringify(proof)} means ${name ?? 'no suite of ours'}`, () => {
    assert.equal(suiteOf(proof), name === null ? null : SUITES[name])
  })

test('each suite is what its standard says', () => {
  const rows = Object.entries(SUITES).map(([name, { proofType, algorithm, issues, manner }]) => [
    name,
    proofType,
    algorithm,
    issues,
    manner,
  ])
  assert.deepEqual(rows, [
    ['eddsa-rdfc-2022', 'DataIntegrityProof', 'Ed25519', true, 'whole'],
    ['ecdsa-rdfc-2019', 'DataIntegrityProof', 'P-256', true, 'whole'],
    ['ecdsa-sd-2023', 'DataIntegrityProof', 'P-256', false, 'selective'],
    ['Ed25519Signature2020', 'Ed25519Signature2020', 'Ed25519', false, 'whole'],
  ])
})

test('the web’s primitives answer false for keys that are none, and never throw', async () => {
  const { verify, verifyRsa, sha256 } = webPrimitives
  const data = new Uint8Array(8)
  const signature = new Uint8Array(64)
  assert.equal(await verify('P-256', new Uint8Array(33).fill(5), data, signature), false)
  assert.equal(await verify('Ed25519', new Uint8Array(31), data, signature), false)
  assert.equal(await verifyRsa!(new Uint8Array(5), data, signature), false)
  assert.equal(
    Buffer.from(await sha256(Buffer.from('abc')))
      .toString('hex')
      .slice(0, 8),
    'ba7816bf',
  )
})
