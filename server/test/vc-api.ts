/** A server with its conformance endpoints open, spoken to as an outside test suite does. */
import assert from 'node:assert/strict'
import type { Json, JsonObject } from '@kolleges/credentials'
import { type Harness, harness } from './harness.ts'

export type VcAnswer = { readonly status: number; readonly body: JsonObject; readonly code: string | undefined }

export type VcApi = Harness & {
  post(path: string, json: Json): Promise<VcAnswer>
  /** By the Ed25519 issuer, or with `/ec` by the P-256 one; fails when it is refused. */
  issue(credential?: JsonObject, options?: JsonObject, base?: '' | '/ec'): Promise<JsonObject>
  verify(verifiableCredential: Json, options?: JsonObject): Promise<VcAnswer>
  verifyPresentation(verifiablePresentation: Json, options?: JsonObject): Promise<VcAnswer>
}

export const VC2 = 'https://www.w3.org/ns/credentials/v2'

export const aCredential = (more: JsonObject = {}): JsonObject => ({
  '@context': [VC2],
  id: 'urn:uuid:86294362-4254-4f36-854f-3952fe42555d',
  type: ['VerifiableCredential'],
  issuer: 'did:example:anybody',
  credentialSubject: { id: 'did:example:subject' },
  ...more,
})

export const proofOf = (document: JsonObject): JsonObject => document.proof as JsonObject

export async function vcApi(): Promise<VcApi> {
  const app = await harness({ config: { conformance: true } })
  const post = async (path: string, json: Json): Promise<VcAnswer> => {
    const response = await app.request(`/conformance${path}`, { json })
    const body = (await response.json()) as JsonObject
    return { status: response.status, body, code: body.code as string | undefined }
  }
  return {
    ...app,
    post,
    issue: async (credential = aCredential(), options = {}, base = '') => {
      const { status, body } = await post(`${base}/credentials/issue`, { credential, options })
      assert.equal(status, 201, JSON.stringify(body))
      return body.verifiableCredential as JsonObject
    },
    verify: (verifiableCredential, options = {}) => post('/credentials/verify', { verifiableCredential, options }),
    verifyPresentation: (verifiablePresentation, options = {}) =>
      post('/presentations/verify', { verifiablePresentation, options }),
  }
}
