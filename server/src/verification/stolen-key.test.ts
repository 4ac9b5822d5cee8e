import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import {
  credentialText,
  parseJsonStrict,
  prepare,
  sign,
  type UnsignedCredential,
  verificationMethodId,
} from '@kolleges/credentials'
import { type Awarding, openAwarding } from '../../test/awarding.ts'
import type { Instant } from '../platform/ports.ts'
import { nodePrimitives } from '../platform/primitives.ts'
import { verifyText } from './verify.ts'

let app: Awarding
before(async () => {
  app = await openAwarding()
})
after(() => app.close())

/** What a thief makes of an honest credential: another name, the same date, the institution's own key. */
async function forgeryOf(text: string): Promise<string> {
  const { keyId: _, publicKeyMultibase, sign: signBytes } = await app.ports.signers.forInstitution(app.institutionId)
  const parsed = parseJsonStrict(text.replace('김하늘', '김바다'))
  if (parsed.outcome !== 'parsed') throw new Error('not read')
  const { proof: __, ...unsigned } = parsed.value as Record<string, unknown>
  const verificationMethod = verificationMethodId(app.did, publicKeyMultibase)
  const created = '2026-11-22T00:00:00Z'
  const prepared = await prepare(unsigned as UnsignedCredential, {
    verificationMethod,
    created,
    primitives: nodePrimitives,
  })
  return credentialText(await sign(prepared, { verificationMethod, sign: signBytes }))
}

test('after a key was stolen, what we had recorded stays valid and what the thief back-dates never is', async () => {
  await app.award([{ name: '김하늘', email: 'haneul@learner.example' }])
  const [credential] = await app.credentials()
  const honest = await (await app.request(`/c/${credential!.id}.json`)).text()
  const forged = await forgeryOf(honest)
  app.clock.advance(3_600)
  const { institutionId } = app
  await app.ports.db.tenant(institutionId, async (tx) => {
    const [key] = await app.ports.signers.list(tx, institutionId)
    const since = '2026-11-23T01:30:00Z' as Instant
    await app.ports.signers.setState(tx, institutionId, key!.keyId, 'compromised', since)
  })
  assert.equal((await verifyText(app.ports, honest)).verdict, 'valid')
  const verdict = (await verifyText(app.ports, forged)).verdict
  assert.equal(verdict, 'status_unknown')
})
