/// <reference path="../../credentials/test/rivals.d.ts" />
/** A person with a did:key of their own, who signs with an independent implementation. */
import { generateKeyPairSync, type JsonWebKey } from 'node:crypto'
import { DataIntegrityProof } from '@digitalbazaar/data-integrity'
import * as ecdsaMultikey from '@digitalbazaar/ecdsa-multikey'
import { cryptosuite as ecdsa } from '@digitalbazaar/ecdsa-rdfc-2019-cryptosuite'
import { createVerifyCryptosuite } from '@digitalbazaar/ecdsa-sd-2023-cryptosuite'
import * as ed25519Multikey from '@digitalbazaar/ed25519-multikey'
import { cryptosuite as eddsa } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite'
import * as vc from '@digitalbazaar/vc'
import { decodeMultikey, encodeMultikey, type Json, type JsonObject, loadContext } from '@kolleges/credentials'

/** When a harness begins. */
const NOW = '2026-11-23T01:00:00Z'

type Curve = 'Ed25519' | 'P-256'
type Asked = { readonly challenge: string; readonly domain?: string }

export type Holder = {
  readonly did: string
  issue(credential: object): Promise<JsonObject>
  present(presentation: object, asked: Asked): Promise<JsonObject>
}

export async function holder(curve: Curve = 'Ed25519'): Promise<Holder> {
  const { multibase, key } = await keyOf(curve)
  const did = `did:key:${multibase}`
  const signer = { ...key.signer(), id: `${did}#${multibase}` }
  const suiteOf = () => new DataIntegrityProof({ signer, cryptosuite: curve === 'Ed25519' ? eddsa : ecdsa, date: NOW })
  return {
    did,
    issue: (credential) =>
      vc.issue({ credential: { ...credential, issuer: did }, suite: suiteOf(), documentLoader: loadContext }),
    present: (presentation, asked) =>
      vc.signPresentation({ presentation, suite: suiteOf(), documentLoader: loadContext, ...asked }),
  }
}

/** What the other implementation says of a credential by a did:key, its status left aside. */
export async function rivalVerifies(credential: Json, kind: keyof typeof RIVAL_SUITES): Promise<boolean> {
  const documentLoader = async (url: string) => ({
    ...{ contextUrl: null, documentUrl: url },
    document: url.startsWith('did:key:') ? methodOf(url) : (await loadContext(url)).document,
  })
  const suite = new DataIntegrityProof({ cryptosuite: RIVAL_SUITES[kind]() })
  const checkStatus = async () => ({ verified: true })
  const { verified } = await vc.verifyCredential({
    ...{ credential: structuredClone(credential) as JsonObject, suite, documentLoader, checkStatus },
    now: NOW,
  })
  return verified
}

const RIVAL_SUITES = {
  Ed25519: () => eddsa,
  'P-256': () => ecdsa,
  /** Of what a holder shows. */
  selective: () => createVerifyCryptosuite(),
}

const METHOD_CONTEXT = 'https://w3id.org/security/multikey/v1'

/** The document of a did:key, or of its one key. */
function methodOf(url: string): object {
  const [did = '', fragment] = url.split('#')
  const multibase = did.slice('did:key:'.length)
  if (!decodeMultikey(multibase)) throw new Error(`${url} is no key`)
  const method = { id: `${did}#${multibase}`, type: 'Multikey', controller: did, publicKeyMultibase: multibase }
  if (fragment) return { '@context': METHOD_CONTEXT, ...method }
  const document = { '@context': 'https://www.w3.org/ns/did/v1', id: did, verificationMethod: [method] }
  return { ...document, assertionMethod: [method.id], authentication: [method.id] }
}

async function keyOf(curve: Curve) {
  const { publicKey, privateKey } =
    curve === 'Ed25519' ? generateKeyPairSync('ed25519') : generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const jwk = privateKey.export({ format: 'jwk' })
  const multibase = encodeMultikey(curve, pointOf(curve, publicKey.export({ format: 'jwk' })))
  const from = curve === 'Ed25519' ? ed25519Multikey.fromJwk : ecdsaMultikey.fromJwk
  return { multibase, key: await from({ jwk, secretKey: true }) }
}

function pointOf(curve: Curve, { x = '', y = '' }: JsonWebKey): Uint8Array {
  const bytes = Buffer.from(x, 'base64url')
  if (curve === 'Ed25519') return new Uint8Array(bytes)
  const sign = 2 + (Buffer.from(y, 'base64url').at(-1)! & 1)
  return new Uint8Array([sign, ...bytes])
}
