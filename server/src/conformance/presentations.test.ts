import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type Json, type JsonObject, secureDocument } from '@kolleges/credentials'
import { type Holder, holder } from '../../test/holder.ts'
import { aCredential, proofOf, VC2, type VcApi, vcApi } from '../../test/vc-api.ts'
import { nodePrimitives } from '../platform/primitives.ts'
import { loadIssuer } from './issuer-key.ts'

let app: VcApi
let haneul: Holder
let mallory: Holder
before(async () => {
  app = await vcApi()
  ;[haneul, mallory] = await Promise.all([holder(), holder()])
})
after(() => app?.close())

const presentation = (more: JsonObject = {}): JsonObject => ({
  '@context': [VC2],
  type: ['VerifiablePresentation'],
  ...more,
})
const ASKED = { challenge: 'nonce-1', domain: 'verifier.example' }
const present = async (more: JsonObject = {}): Promise<JsonObject> =>
  haneul.present(presentation({ holder: haneul.did, verifiableCredential: [await app.issue()], ...more }), ASKED)

test('a presentation signed by another implementation is accepted with what it presents', async () => {
  const accepted = await app.verifyPresentation(await present(), ASKED)
  assert.equal(accepted.status, 200, JSON.stringify(accepted.body))
  assert.equal((accepted.body.credentials as Json[]).length, 1)
  assert.equal((await app.verifyPresentation(await present(), { ...ASKED, domain: ['verifier.example'] })).status, 200)
  assert.equal((await app.verifyPresentation(await present(), {})).status, 200)
})

test('a presentation is for authentication and nothing else', async () => {
  assert.equal((await app.verifyPresentation(await present(), { expectedProofPurpose: 'authentication' })).status, 200)
  const refused = await app.verifyPresentation(await present(), { expectedProofPurpose: 'assertionMethod' })
  assert.equal(refused.code, 'proof-purpose')
})

test('a presentation without a proof is accepted when nothing was asked of its holder', async () => {
  const given = presentation({ verifiableCredential: await app.issue() })
  assert.equal((await app.verifyPresentation(given)).status, 200)
  assert.equal((await app.verifyPresentation(given, { challenge: 'nonce-1' })).code, 'proof-missing')
})

const refusedPresentations: readonly {
  says: string
  make(): Promise<JsonObject>
  asked?: JsonObject
  code: string
}[] = [
  {
    says: 'another challenge',
    make: () => present(),
    asked: { ...ASKED, challenge: 'nonce-2' },
    code: 'challenge-differs',
  },
  {
    says: 'another domain',
    make: () => present(),
    asked: { ...ASKED, domain: 'other.example' },
    code: 'domain-differs',
  },
  {
    says: 'one domain of two',
    make: () => present(),
    asked: { ...ASKED, domain: ['verifier.example', 'b.example'] },
    code: 'domain-differs',
  },
  {
    says: 'the challenge written in afterwards',
    make: async () => {
      const given = await present()
      return { ...given, proof: { ...proofOf(given), challenge: 'nonce-2' } }
    },
    asked: { ...ASKED, challenge: 'nonce-2' },
    code: 'signature-wrong',
  },
  {
    says: 'a proof for another purpose',
    make: async () => {
      const { signer, did } = await loadIssuer(app.ports, 'Ed25519')
      const options = { created: app.clock.now(), ...ASKED, primitives: nodePrimitives }
      return secureDocument(presentation({ holder: did }), signer, options)
    },
    code: 'proof-purpose',
  },
  { says: 'another holder', make: () => present({ holder: mallory.did }), code: 'holder-differs' },
  {
    says: 'a credential added',
    make: async () => ({
      ...(await present()),
      verifiableCredential: [await app.issue(aCredential({ id: 'urn:uuid:2' }))],
    }),
    code: 'signature-wrong',
  },
  {
    says: 'a credential that was altered',
    make: async () => present({ verifiableCredential: [{ ...(await app.issue()), id: 'urn:uuid:3' }] }),
    code: 'signature-wrong',
  },
  {
    says: 'a revoked credential',
    make: async () => {
      const issued = await app.issue(aCredential({ id: 'urn:uuid:gone' }), { status: true })
      await app.post('/credentials/status', { credentialId: 'urn:uuid:gone', status: true })
      return present({ verifiableCredential: [await app.issue(), issued] })
    },
    code: 'revoked',
  },
  {
    says: 'somebody’s credential without a proof',
    make: () => present({ verifiableCredential: [aCredential()] }),
    code: 'self-asserted',
  },
  {
    says: 'a credential of its own without a holder',
    make: () => haneul.present(presentation({ verifiableCredential: [aCredential({ issuer: haneul.did })] }), ASKED),
    code: 'self-asserted',
  },
]
for (const { says, make, asked = ASKED, code } of refusedPresentations)
  test(`a presentation with ${says} is refused: ${code}`, async () => {
    const refused = await app.verifyPresentation(await make(), asked)
    assert.deepEqual([refused.status, refused.code], [422, code], JSON.stringify(refused.body))
  })

test('a holder may say something of themselves under the one proof', async () => {
  const own = aCredential({ issuer: haneul.did })
  const accepted = await app.verifyPresentation(await present({ verifiableCredential: [own] }), ASKED)
  assert.deepEqual([accepted.status, accepted.body.warnings], [200, ['self-asserted']])
})
