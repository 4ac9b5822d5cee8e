import assert from 'node:assert/strict'
import test from 'node:test'
import { hanbit, NOON, nodePrimitives, someParts } from '../../test/fixtures.ts'
import { composeCredential, prepare, sign, webPrimitives } from '../index.ts'

const options = { verificationMethod: hanbit.verificationMethod, created: NOON, primitives: nodePrimitives }
const unsigned = composeCredential(someParts())

test('what is prepared cannot be changed afterwards', async () => {
  const prepared = await prepare(composeCredential(someParts()), options)
  assert.throws(() => Object.assign(prepared.unsigned, { name: 'x' }), TypeError)
})

const misuses: [string, () => Promise<unknown>, string][] = [
  [
    'preparing for a key of another issuer',
    () => prepare(unsigned, { ...options, verificationMethod: 'did:web:other.example#1' }),
    'signer-mismatch',
  ],
  [
    'preparing with an unknown suite',
    () => prepare(unsigned, { ...options, cryptosuite: 'constructor' }),
    'cryptosuite-unknown',
  ],
  ['preparing at no moment', () => prepare(unsigned, { ...options, created: 'now' }), 'date-malformed'],
  [
    'preparing what is signed',
    async () => prepare(await sign(await prepare(unsigned, options), hanbit.signer), options),
    'credential-malformed',
  ],
  ['preparing what is malformed', () => prepare({ ...unsigned, id: 'x' }, options), 'credential-malformed'],
  ['preparing a term without meaning', () => prepare({ ...unsigned, grade: 'A' }, options), 'json-ld-unsafe'],
  [
    'signing with another key',
    async () => sign(await prepare(unsigned, options), { ...hanbit.signer, verificationMethod: 'x' }),
    'signer-mismatch',
  ],
  [
    'a signature of another length',
    async () => sign(await prepare(unsigned, options), { ...hanbit.signer, sign: () => new Uint8Array(63) }),
    'signature-malformed',
  ],
]

for (const [name, act, code] of misuses)
  test(`${name} throws ${code}`, async () => {
    await assert.rejects(act, { code })
  })

test('WebCrypto prepares the same bytes', async () => {
  const [ours, theirs] = await Promise.all(
    [nodePrimitives, webPrimitives].map((primitives) => prepare(unsigned, { ...options, primitives })),
  )
  assert.deepEqual(ours!.bytesToSign, theirs!.bytesToSign)
})

test('a key that is none verifies nothing', async () => {
  const data = new Uint8Array(1)
  assert.equal(await webPrimitives.verify('P-256', new Uint8Array(33), data, new Uint8Array(64)), false)
  assert.equal(await webPrimitives.verifyRsa?.(new Uint8Array(3), data, data), false)
})
