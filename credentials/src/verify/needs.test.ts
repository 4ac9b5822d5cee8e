// What a credential asks for before it can be judged: whose documents, at which addresses, and which lists.

import assert from 'node:assert/strict'
import test from 'node:test'
import { anIssuer, aSigned, hanbit, LIST_URL, someParts } from '../../test/fixtures.ts'
import { composeCredential, documentUrl, type JsonObject, needsOf, parseCredential } from '../index.ts'

const other = anIssuer('other')
const parsed = (json: JsonObject) => {
  const result = parseCredential(json)
  assert.ok(result.outcome === 'parsed', JSON.stringify(result))
  return result.credential
}
const unsigned = (change: JsonObject = {}): JsonObject => ({
  ...(composeCredential(someParts()) as JsonObject),
  ...change,
})
const idsOf = (json: JsonObject, keyId: string | null = null): string[] =>
  needsOf(parsed(json), keyId).issuers.map(({ id }) => id)
const proof = (verificationMethod: unknown): JsonObject =>
  ({ type: 'DataIntegrityProof', verificationMethod }) as unknown as JsonObject

const named: [string, JsonObject[], string[]][] = [
  ['no proof', [], [hanbit.did]],
  ['the issuer’s own key', [proof(hanbit.verificationMethod)], [hanbit.did]],
  ['a co-signer’s key', [proof(hanbit.verificationMethod), proof(other.verificationMethod)], [hanbit.did, other.did]],
  [
    'a key with a document of its own',
    [proof('https://keys.example/1#a')],
    [hanbit.did, 'https://keys.example/1', 'https://keys.example/1#a'],
  ],
  ['no key', [proof(undefined)], [hanbit.did]],
  ['a key that is no text', [proof(5)], [hanbit.did]],
  ['one key twice', [proof(other.verificationMethod), proof(other.verificationMethod)], [hanbit.did, other.did]],
]

for (const [name, proofs, ids] of named)
  test(`a credential whose proofs name ${name} needs ${ids.length} documents`, () => {
    assert.deepEqual(idsOf(unsigned({ proof: proofs })), ids)
  })

test('a JWT asks for the document of the key in its header', () => {
  assert.deepEqual(idsOf(unsigned(), `${hanbit.did}#rsa`), [hanbit.did])
  assert.deepEqual(idsOf(unsigned(), 'https://keys.example/1'), [hanbit.did, 'https://keys.example/1'])
})

const addresses: [string, string | null][] = [
  ['did:web:a.example', 'https://a.example/.well-known/did.json'],
  ['did:web:a.example%3A8443:i:1', 'https://a.example:8443/i/1/did.json'],
  ['did:key:z6Mk', null],
  ['https://a.example/issuer#key', 'https://a.example/issuer'],
  ['http://a.example/issuer', 'http://a.example/issuer'],
  ['https://', null],
  ['urn:uuid:1', null],
  ['xhttps://a.example/', null],
]

for (const [id, url] of addresses)
  test(`the document of ${id} is at ${url}`, () => {
    assert.equal(documentUrl(id), url)
  })

test('lists are named once for each place in them, with what is asked', () => {
  const entry = composeCredential(someParts()).credentialStatus as JsonObject
  const entries = [
    entry,
    entry,
    { ...entry, statusListIndex: '7' },
    { id: 'https://a.example/revoked', type: '1EdTechRevocationList' },
    { type: 'urn:x:Other' },
  ]
  const value = unsigned({ credentialStatus: entries })
  assert.deepEqual(needsOf(parsed(value)).statusLists, [
    { url: LIST_URL, purpose: 'revocation', index: '4711', type: 'BitstringStatusListEntry' },
    { url: LIST_URL, purpose: 'revocation', index: '7', type: 'BitstringStatusListEntry' },
    { url: 'https://a.example/revoked', purpose: 'revocation', index: '', type: '1EdTechRevocationList' },
  ])
})

test('what stands inside is asked for as deep as it is read, and what cannot be read asks for nothing', async () => {
  const wrapped = (inner: JsonObject, name: string): JsonObject =>
    unsigned({ endorsement: [inner], issuer: { id: `did:web:${name}.example`, type: ['Profile'] } })
  const deep = ['c', 'b', 'a'].reduce(
    wrapped,
    wrapped(await aSigned(someParts({ issuer: { id: other.did } }), other), 'd'),
  )
  assert.deepEqual(idsOf(deep), ['did:web:a.example', 'did:web:b.example', 'did:web:c.example', 'did:web:d.example'])
  assert.deepEqual(idsOf(unsigned({ endorsement: [{ type: 'x' }] })), [hanbit.did])
})
