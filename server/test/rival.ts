/// <reference path="../../credentials/test/rivals.d.ts" />
/** Asks an independent implementation of the standards what it thinks of a credential. */
import { DataIntegrityProof } from '@digitalbazaar/data-integrity'
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite'
import * as vc from '@digitalbazaar/vc'
import { checkStatus } from '@digitalbazaar/vc-bitstring-status-list'
import { CONTEXTS, didWebUrl, type Json, type JsonObject } from '@kolleges/credentials'

export type RivalAnswer = { readonly verified: boolean; readonly error?: unknown; readonly isRevoked: boolean }

/**
 * Everything it needs is fetched from us through `fetchJson`, as a stranger would; contexts alone are bundled. Its status
 * check says `verified` for a revoked credential too, so the entry's own status is what counts.
 */
export async function verifiedByRival(
  credential: Json,
  fetchJson: (url: string) => Promise<Json>,
): Promise<RivalAnswer> {
  const documentLoader = async (url: string) => {
    const document = url.startsWith('did:web:')
      ? await resolve(url, fetchJson)
      : (CONTEXTS.get(url)?.document ?? (await fetchJson(url)))
    return { contextUrl: null, documentUrl: url, document }
  }
  let isRevoked = false
  const suite = new DataIntegrityProof({ cryptosuite })
  const checked = async (options: object) => {
    const status = await checkStatus({
      ...(options as { credential: object }),
      suite,
      documentLoader,
      verifyBitstringStatusListCredential: true,
    })
    isRevoked = status.results?.some((result) => result.status) ?? false
    return status
  }
  const result = await vc.verifyCredential({
    credential: structuredClone(credential) as JsonObject,
    suite,
    documentLoader,
    checkStatus: checked,
  })
  return { verified: result.verified, error: result.error, isRevoked }
}

/** did:web is https only; our test server speaks http, so only host and path are taken over. */
async function resolve(didUrl: string, fetchJson: (url: string) => Promise<Json>): Promise<unknown> {
  const [did = '', fragment] = didUrl.split('#')
  const document = (await fetchJson(didWebUrl(did) ?? '')) as JsonObject
  if (!fragment) return document
  const methods = document.verificationMethod as JsonObject[]
  const method = methods.find(({ id }) => id === didUrl)
  if (!method) throw new Error(`${did} has no key ${fragment}`)
  return { '@context': 'https://w3id.org/security/multikey/v1', ...method }
}
