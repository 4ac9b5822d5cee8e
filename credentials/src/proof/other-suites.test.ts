// Compares the suites beside eddsa-rdfc-2022 with an independent implementation.

import assert from 'node:assert/strict'
import { createPrivateKey, sign as signBytes } from 'node:crypto'
import test from 'node:test'
import { DataIntegrityProof } from '@digitalbazaar/data-integrity'
import * as EcdsaMultikey from '@digitalbazaar/ecdsa-multikey'
import { cryptosuite as ecdsa } from '@digitalbazaar/ecdsa-rdfc-2019-cryptosuite'
import * as Ed25519Multikey from '@digitalbazaar/ed25519-multikey'
import { Ed25519Signature2020 } from '@digitalbazaar/ed25519-signature-2020'
import * as vc from '@digitalbazaar/vc'
import { hanbit, NOON, someMaterial, someParts } from '../../test/fixtures.ts'
import { encodeBase58 } from '../encoding/base58.ts'
import {
  composeCredential,
  composeDidDocument,
  encodeMultikey,
  type JsonObject,
  loadContext,
  prepare,
  sign,
  verificationMethodId,
  verify,
} from '../index.ts'
import { keyOfJwk } from './keys.ts'

// The P-256 example key of RFC 6979 §A.2.5.
const base64url = (hex: string): string => Buffer.from(hex, 'hex').toString('base64url')
const publicJwk = {
  kty: 'EC',
  crv: 'P-256',
  x: base64url('60fed4ba255a9d31c961eb74c6356d68c049b8923b61fa6ce669622e60f29fb6'),
  y: base64url('7903fe1008b8bc99a41ae9e95628bc64f2f1b20c2d7e9f5177a3c294d4462299'),
}
const secret = Buffer.from('c9afa9d845ba75166b5c215767b1d6934e50c3db36e89b127b8a622b120f6721', 'hex')
const privateKey = createPrivateKey({ key: { ...publicJwk, d: secret.toString('base64url') }, format: 'jwk' })
const point = keyOfJwk(publicJwk)!
const p256 = encodeMultikey('P-256', point.publicKey)
const p256Method = verificationMethodId(hanbit.did, p256)
const document = composeDidDocument({
  did: hanbit.did,
  keys: [{ publicKeyMultibase: p256 }, { publicKeyMultibase: hanbit.multibase }],
})
const material = someMaterial({ issuers: new Map([[hanbit.did, { document }]]) })

const methods: Record<string, unknown> = {
  [hanbit.did]: document,
  [p256Method]: {
    '@context': 'https://w3id.org/security/multikey/v1',
    id: p256Method,
    type: 'Multikey',
    controller: hanbit.did,
    publicKeyMultibase: p256,
  },
  [hanbit.verificationMethod]: {
    '@context': 'https://w3id.org/security/multikey/v1',
    id: hanbit.verificationMethod,
    type: 'Multikey',
    controller: hanbit.did,
    publicKeyMultibase: hanbit.multibase,
  },
}
const documentLoader = async (url: string) =>
  methods[url] ? { contextUrl: null, documentUrl: url, document: methods[url] } : loadContext(url)

const verdictOf = async (credential: JsonObject) => (await verify(credential, material, { at: NOON })).verdict
const altered = (credential: JsonObject): JsonObject => ({ ...credential, name: 'x' })

test('our ecdsa-rdfc-2019 is accepted by the other implementation, and by us', async () => {
  const signer = {
    verificationMethod: p256Method,
    sign: (bytes: Uint8Array) =>
      new Uint8Array(signBytes('sha256', bytes, { key: privateKey, dsaEncoding: 'ieee-p1363' })),
  }
  const unsigned = composeCredential(someParts({ status: undefined }))
  const credential = await sign(
    await prepare(unsigned, { verificationMethod: p256Method, created: NOON, cryptosuite: 'ecdsa-rdfc-2019' }),
    signer,
  )
  const result = await vc.verifyCredential({
    credential,
    suite: new DataIntegrityProof({ cryptosuite: ecdsa }),
    documentLoader,
  })
  assert.equal(result.verified, true, JSON.stringify(result.error))
  assert.equal(await verdictOf(credential), 'valid')
  assert.equal(await verdictOf(altered(credential)), 'tampered')
})

test('their ecdsa-rdfc-2019 is accepted by us', async () => {
  const secretKeyMultibase = `z${encodeBase58(new Uint8Array([0x86, 0x26, ...secret]))}`
  const pair = await EcdsaMultikey.from({
    id: p256Method,
    type: 'Multikey',
    controller: hanbit.did,
    publicKeyMultibase: p256,
    secretKeyMultibase,
  })
  const suite = new DataIntegrityProof({ signer: pair.signer(), date: NOON, cryptosuite: ecdsa })
  const credential = await vc.issue({
    credential: structuredClone(composeCredential(someParts())),
    suite,
    documentLoader,
  })
  assert.equal(await verdictOf(credential as unknown as JsonObject), 'valid')
})

test('their Ed25519Signature2020 is accepted by us, and not issued', async () => {
  const secretKeyMultibase = `z${encodeBase58(new Uint8Array([0x80, 0x26, ...hanbit.seed]))}`
  const pair = await Ed25519Multikey.from({
    id: hanbit.verificationMethod,
    type: 'Multikey',
    controller: hanbit.did,
    publicKeyMultibase: hanbit.multibase,
    secretKeyMultibase,
  })
  const unsigned = structuredClone(composeCredential(someParts())) as JsonObject
  ;(unsigned['@context'] as string[]).push('https://w3id.org/security/suites/ed25519-2020/v1')
  const suite = new Ed25519Signature2020({ signer: pair.signer(), date: NOON })
  const credential = (await vc.issue({ credential: unsigned, suite, documentLoader })) as unknown as JsonObject
  assert.equal(await verdictOf(credential), 'valid')
  assert.equal(await verdictOf(altered(credential)), 'tampered')
  const options = { verificationMethod: hanbit.verificationMethod, created: NOON, cryptosuite: 'Ed25519Signature2020' }
  await assert.rejects(prepare(composeCredential(someParts()), options), { code: 'cryptosuite-unknown' })
})
