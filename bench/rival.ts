// Calls the implementation we measure ourselves against, its contexts cached and its keys at hand.

import { DataIntegrityProof } from '@digitalbazaar/data-integrity'
import * as Ed25519Multikey from '@digitalbazaar/ed25519-multikey'
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite'
import * as vc from '@digitalbazaar/vc'
import { encodeBase58 } from '../credentials/src/encoding/base58.ts'
import { composeDidDocument, type JsonObject, loadContext } from '../credentials/src/index.ts'
import { CREATED, DID } from './data.ts'
import { multibase, seed, verificationMethod } from './keys.ts'

const method = { id: verificationMethod, type: 'Multikey', controller: DID, publicKeyMultibase: multibase }
const documents: Record<string, unknown> = {
  [DID]: composeDidDocument({ did: DID, keys: [{ publicKeyMultibase: multibase }] }),
  [verificationMethod]: { '@context': 'https://w3id.org/security/multikey/v1', ...method },
}

async function documentLoader(url: string) {
  const document = documents[url]
  return document ? { contextUrl: null, documentUrl: url, document } : loadContext(url)
}

const secretKeyMultibase = `z${encodeBase58(new Uint8Array([0x80, 0x26, ...seed]))}`
const pair = await Ed25519Multikey.from({ ...method, secretKeyMultibase })

export const rivalIssue = async (credential: JsonObject): Promise<JsonObject> =>
  vc.issue({
    credential,
    suite: new DataIntegrityProof({ signer: pair.signer(), date: CREATED, cryptosuite }),
    documentLoader,
  })

export async function rivalVerify(credential: JsonObject): Promise<boolean> {
  const suite = new DataIntegrityProof({ cryptosuite })
  // A credential with a status entry is not accepted without a way to look it up; ours looks it up in bits at hand.
  const checkStatus = async () => ({ verified: true })
  return (await vc.verifyCredential({ credential, suite, documentLoader, checkStatus })).verified
}
