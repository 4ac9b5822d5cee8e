// Compares our signatures with those of an independent implementation, byte by byte, in both directions.

import assert from 'node:assert/strict'
import test from 'node:test'
import { DataIntegrityProof } from '@digitalbazaar/data-integrity'
import * as Ed25519Multikey from '@digitalbazaar/ed25519-multikey'
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite'
import * as vc from '@digitalbazaar/vc'
import { checkStatus } from '@digitalbazaar/vc-bitstring-status-list'
import {
  aSigned,
  fullParts,
  hanbit,
  LIST_URL,
  NOON,
  nodePrimitives,
  someMaterial,
  someParts,
} from '../../test/fixtures.ts'
import { encodeBase58 } from '../encoding/base58.ts'
import {
  composeCredential,
  composeStatusList,
  type Json,
  type JsonObject,
  loadContext,
  prepare,
  sign,
  verify,
  withBit,
} from '../index.ts'

const cases = { 'the smallest credential': someParts(), 'a credential with every part': fullParts() }

function loaderOf(documents: Record<string, unknown>) {
  return async (url: string) => {
    const document = documents[url]
    return document ? { contextUrl: null, documentUrl: url, document } : loadContext(url)
  }
}

const method = {
  id: hanbit.verificationMethod,
  type: 'Multikey',
  controller: hanbit.did,
  publicKeyMultibase: hanbit.multibase,
}
const keyDocuments = {
  [hanbit.did]: hanbit.document,
  [hanbit.verificationMethod]: { '@context': 'https://w3id.org/security/multikey/v1', ...method },
}

const suiteToVerify = () => new DataIntegrityProof({ cryptosuite })

async function suiteToSign() {
  const secretKeyMultibase = `z${encodeBase58(new Uint8Array([0x80, 0x26, ...hanbit.seed]))}`
  const pair = await Ed25519Multikey.from({ ...method, secretKeyMultibase })
  return new DataIntegrityProof({ signer: pair.signer(), date: NOON, cryptosuite })
}

for (const [name, parts] of Object.entries(cases)) {
  test(`${name}: the other implementation accepts our signature`, async () => {
    const credential = await aSigned({ ...parts, status: undefined })
    const result = await vc.verifyCredential({
      credential,
      suite: suiteToVerify(),
      documentLoader: loaderOf(keyDocuments),
    })
    assert.equal(result.verified, true, JSON.stringify(result.error, null, 1))
  })

  test(`${name}: the other implementation signs the same bytes`, async () => {
    const ours = await aSigned(parts)
    const theirs = await vc.issue({
      credential: structuredClone(composeCredential(parts)),
      suite: await suiteToSign(),
      documentLoader: loaderOf(keyDocuments),
    })
    assert.equal((ours.proof as JsonObject[])[0]?.proofValue, theirs.proof.proofValue)
    const result = await verify(theirs, someMaterial(), { at: NOON, primitives: nodePrimitives })
    assert.equal(result.verdict, 'valid')
  })
}

test('the other implementation reads our status list, revoked or not', async () => {
  for (const isRevoked of [false, true]) {
    const bits = withBit(new Uint8Array(16_384), 4_711, isRevoked)
    const parts = { id: LIST_URL, issuer: hanbit.did, purpose: 'revocation' as const, bits, validFrom: NOON }
    const options = { verificationMethod: hanbit.verificationMethod, created: NOON, primitives: nodePrimitives }
    const list: Json = await sign(await prepare(composeStatusList(parts), options), hanbit.signer)
    const result = await checkStatus({
      credential: await aSigned(),
      documentLoader: loaderOf({ ...keyDocuments, [LIST_URL]: list }),
      suite: suiteToVerify(),
      verifyBitstringStatusListCredential: true,
    })
    assert.equal(result.verified, true, JSON.stringify(result.error))
    assert.equal(result.results[0]?.status, isRevoked)
  }
})
