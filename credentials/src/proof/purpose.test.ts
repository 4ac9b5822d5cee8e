// A key may do what its owner lists it for, and nothing else: every purpose of a proof against every relationship of its key (T11).

import assert from 'node:assert/strict'
import test from 'node:test'
import { aSigned, confirmed, hanbit, NOON, nodePrimitives, someMaterial, someParts } from '../../test/fixtures.ts'
import { checkProof, composeCredential, type JsonObject, secureDocument, verify } from '../index.ts'
import { RELATIONSHIPS } from './resolve-key.ts'

const method: JsonObject = {
  id: hanbit.verificationMethod,
  type: 'Multikey',
  controller: hanbit.did,
  publicKeyMultibase: hanbit.multibase,
}

/** The ways in which a document may list a key for one purpose. */
const FORMS: Readonly<Record<string, (relationship: string) => JsonObject>> = {
  'by its id': (relationship) => ({
    id: hanbit.did,
    verificationMethod: [method],
    [relationship]: [hanbit.verificationMethod],
  }),
  'by a relative id': (relationship) => ({
    id: hanbit.did,
    verificationMethod: [{ ...method, id: `#${hanbit.multibase}` }],
    [relationship]: `#${hanbit.multibase}`,
  }),
  'as a whole': (relationship) => ({ id: hanbit.did, [relationship]: [method] }),
}

const unsigned = composeCredential(someParts())
const materialOf = (document: JsonObject) => someMaterial({ issuers: new Map([[hanbit.did, { document }]]) })

for (const purpose of RELATIONSHIPS) {
  const signed = await secureDocument(unsigned, hanbit.signer, { created: NOON, purpose, primitives: nodePrimitives })
  for (const relationship of RELATIONSHIPS)
    for (const [form, documentFor] of Object.entries(FORMS)) {
      const isRight = purpose === relationship
      test(`a proof for ${purpose} by a key listed ${form} for ${relationship} is ${isRight ? 'right' : 'refused'}`, async () => {
        const material = materialOf(documentFor(relationship))
        const { outcome, because } = await checkProof({
          ...{ document: signed, proof: signed.proof as JsonObject, issuerId: hanbit.did, purpose },
          ...{ material, at: NOON, primitives: nodePrimitives },
        })
        assert.deepEqual([outcome, because], isRight ? ['passed', undefined] : ['failed', 'key-not-of-issuer'])
        const { verdict } = await verify(signed, material, { at: NOON, primitives: nodePrimitives })
        assert.equal(verdict, isRight && purpose === 'assertionMethod' ? 'valid' : 'tampered')
      })
    }

  test(`a proof for ${purpose} is not taken for another`, async () => {
    for (const wanted of RELATIONSHIPS.filter((each) => each !== purpose)) {
      const document = FORMS['by its id']!(wanted)
      const { because } = await checkProof({
        ...{ document: signed, proof: signed.proof as JsonObject, issuerId: hanbit.did, purpose: wanted },
        ...{ material: materialOf(document), at: NOON, primitives: nodePrimitives },
      })
      assert.equal(because, 'proof-purpose')
    }
  })
}

test('a document that lists no key for anything leaves it to the proof, and the issuer unconfirmed', async () => {
  const material = { ...materialOf({ id: hanbit.did }), trust: confirmed(hanbit) }
  const result = await verify(await aSigned(), material, { at: NOON, primitives: nodePrimitives })
  assert.equal(result.verdict, 'issuer_unverified')
})
