import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type JsonObject, SUITES } from '@kolleges/credentials'
import { rivalVerifies } from '../../test/holder.ts'
import { aCredential, proofOf, type VcApi, vcApi } from '../../test/vc-api.ts'

let app: VcApi
before(async () => {
  app = await vcApi()
})
after(() => app?.close())

const POINTERS = ['/issuer', '/credentialSubject/id']
const sign = async (options: JsonObject = { mandatoryPointers: POINTERS }): Promise<JsonObject> =>
  app.issue(aCredential({ name: '수료증', validFrom: '2026-11-01T00:00:00Z' }), options, '/ec')
const derive = (verifiableCredential: JsonObject, selectivePointers: string[] = []) =>
  app.post('/ec/credentials/derive', { verifiableCredential, options: { selectivePointers } })

test('mandatory pointers ask for a signature of which a part can be shown', async () => {
  const signed = await sign()
  assert.equal(proofOf(signed).cryptosuite, 'ecdsa-sd-2023')
  const { status, body } = await derive(signed, ['/name'])
  assert.equal(status, 201, JSON.stringify(body))
  const shown = body.verifiableCredential as JsonObject
  assert.equal(shown.name, '수료증')
  assert.equal(shown.validFrom, undefined)
  assert.equal((await app.verify(shown)).status, 200)
  assert.equal((await app.verify({ ...shown, name: '수료중' })).code, 'signature-wrong')
  assert.ok(await rivalVerifies(shown, 'selective'))
})

test('the suite can be asked for by name, without anything mandatory', async () => {
  const signed = await sign({ cryptosuite: 'ecdsa-sd-2023', mandatoryPointers: [] })
  assert.equal(proofOf(signed).cryptosuite, 'ecdsa-sd-2023')
})

test('what only its holder may have is not accepted from anybody else', async () => {
  assert.equal((await app.verify(await sign())).code, 'proof-malformed')
})

test('no two credentials share a key or a secret of their proofs', async () => {
  const [one, two] = [await sign(), await sign()]
  assert.notEqual(proofOf(one).proofValue, proofOf(two).proofValue)
})

test('pointers that lead nowhere, and proofs that cannot be shown in part, are refused', async () => {
  const options = { mandatoryPointers: ['/nowhere'] }
  const nowhere = await app.post('/ec/credentials/issue', { credential: aCredential(), options })
  assert.deepEqual([nowhere.status, nowhere.code], [422, 'pointer-unmatched'])
  assert.equal((await derive(await sign(), ['/nowhere'])).code, 'pointer-unmatched')
  assert.equal((await derive(await app.issue())).code, 'proof-not-derivable')
  const other = await app.post('/credentials/issue', {
    credential: aCredential(),
    options: { mandatoryPointers: POINTERS },
  })
  assert.equal(other.code, 'cryptosuite-unknown')
})

test('each issuer says what it signs with, and signs with all of it', async () => {
  for (const base of ['', '/ec'] as const) {
    const { cryptosuites } = (await (await app.request(`/conformance${base}/issuer`)).json()) as JsonObject
    for (const cryptosuite of cryptosuites as string[]) {
      assert.ok(Object.hasOwn(SUITES, cryptosuite))
      assert.equal(proofOf(await app.issue(aCredential(), { cryptosuite }, base)).cryptosuite, cryptosuite)
    }
  }
})
