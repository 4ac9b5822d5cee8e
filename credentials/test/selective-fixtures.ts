// Holds what the tests of selective disclosure share: a P-256 issuer, and the other implementation set up for it.

import { createPrivateKey, sign as signBytes } from 'node:crypto'
import * as EcdsaMultikey from '@digitalbazaar/ecdsa-multikey'
import { encodeBase58 } from '../src/encoding/base58.ts'
import { composeDidDocument, encodeMultikey, loadContext, type Signer, verificationMethodId } from '../src/index.ts'
import { keyOfJwk } from '../src/proof/keys.ts'
import { hanbit, someMaterial } from './fixtures.ts'

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

export const point = keyOfJwk(publicJwk)!
const multibase = encodeMultikey('P-256', point.publicKey)
const id = verificationMethodId(hanbit.did, multibase)
const method = { id, type: 'Multikey', controller: hanbit.did, publicKeyMultibase: multibase }
const document = composeDidDocument({ did: hanbit.did, keys: [{ publicKeyMultibase: multibase }] })

export const material = someMaterial({ issuers: new Map([[hanbit.did, { document }]]) })

export const signBytesP256 = (bytes: Uint8Array): Uint8Array =>
  new Uint8Array(signBytes('sha256', bytes, { key: privateKey, dsaEncoding: 'ieee-p1363' }))

export const signer: Signer = { verificationMethod: id, sign: signBytesP256 }

const known: Record<string, unknown> = {
  [hanbit.did]: document,
  [id]: { '@context': 'https://w3id.org/security/multikey/v1', ...method },
}

export const documentLoader = async (url: string) =>
  known[url] ? { contextUrl: null, documentUrl: url, document: known[url] } : loadContext(url)

export const rivalPair = await EcdsaMultikey.from({
  ...method,
  secretKeyMultibase: `z${encodeBase58(new Uint8Array([0x86, 0x26, ...secret]))}`,
})

/** What a verifier needs to see; the holder may keep the rest to themselves. */
export const mandatoryPointers = [
  '/issuer',
  '/validFrom',
  '/credentialSubject/type',
  '/credentialSubject/identifier',
  '/credentialStatus',
]

export const selectivePointers = [
  'id',
  'type',
  'name',
  'description',
  'criteria',
  'alignment',
  'resultDescription',
].map((key) => `/credentialSubject/achievement/${key}`)
