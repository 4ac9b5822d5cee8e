import assert from 'node:assert/strict'
import test from 'node:test'
import { anIssuer, aSigned, hanbit, LIST_URL, NOON, nodePrimitives, someMaterial } from '../../test/fixtures.ts'
import {
  type Check,
  encodeMultikey,
  type Json,
  type JsonObject,
  type Material,
  type VerifyOptions,
  verify,
  withBit,
} from '../index.ts'

const signed = await aSigned()
const ask = (credential: Json, material: Material = someMaterial(), options: Partial<VerifyOptions> = {}) =>
  verify(credential, material, { at: NOON, primitives: nodePrimitives, ...options })
const _lineOf = (checks: readonly Check[], name: string) => checks.find(({ check }) => check === name)

function _altered(change: (credential: JsonObject, proof: JsonObject) => void, credential: Json = signed): JsonObject {
  const copy = structuredClone(credential) as JsonObject
  change(copy, (copy.proof as JsonObject[])[0]!)
  return copy
}

const _listOfBits = (bits: Uint8Array, purpose = 'revocation'): Partial<Material> => ({
  statusLists: new Map([[LIST_URL, { bits, purpose }]]),
})
const _revokedBits = withBit(new Uint8Array(16_384), 4_711, true)
const other = anIssuer('other')

const documents: [string, (document: JsonObject, method: JsonObject) => void, string][] = [
  [
    'with relative key ids',
    (d, m) => {
      m.id = `#${hanbit.multibase}`
      d.assertionMethod = [m.id]
    },
    'valid',
  ],
  [
    'with the key embedded',
    (d, m) => {
      d.assertionMethod = [m]
      delete d.verificationMethod
    },
    'valid',
  ],
  [
    'with the key as JWK',
    (_, m) => {
      m.publicKeyJwk = jwk
      delete m.publicKeyMultibase
    },
    'valid',
  ],
  [
    'with the key for another purpose',
    (d) => {
      d.authentication = d.assertionMethod!
      d.assertionMethod = []
    },
    'tampered',
  ],
  ['with a key of another controller', (_, m) => (m.controller = other.did), 'tampered'],
  ['with a malformed key', (_, m) => (m.publicKeyMultibase = 'z1'), 'tampered'],
  ['with another key under that id', (_, m) => (m.publicKeyMultibase = other.multibase), 'tampered'],
  [
    'with a key of another kind',
    (_, m) => (m.publicKeyMultibase = encodeMultikey('P-256', new Uint8Array(33).fill(2))),
    'tampered',
  ],
  ['that lists a key it does not have', (d) => (d.verificationMethod = []), 'tampered'],
]
const jwk: JsonObject = { kty: 'OKP', crv: 'Ed25519', x: hanbit.privateKey.export({ format: 'jwk' }).x! }

for (const [name, change, verdict] of documents)
  test(`an issuer's document ${name}: ${verdict}`, async () => {
    const document = structuredClone(hanbit.document) as JsonObject
    change(document, (document.verificationMethod as JsonObject[])[0]!)
    assert.equal((await ask(signed, someMaterial({ issuers: new Map([[hanbit.did, { document }]]) }))).verdict, verdict)
  })
