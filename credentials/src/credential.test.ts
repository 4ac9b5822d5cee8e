import assert from 'node:assert/strict'
import test from 'node:test'
import { aSigned, emailIdentity, fullParts, hanbit, NOON, nodePrimitives, someParts } from '../test/fixtures.ts'
import { schemaOf } from '../test/schemas.ts'
import { standardsMissing } from '../test/standards.ts'
import {
  type CredentialParts,
  composeCredential,
  composeProfileDocument,
  type Json,
  type JsonObject,
  parseCredential,
  prepare,
  TEST_CREDENTIAL,
} from './index.ts'

const editions: Record<string, CredentialParts> = {
  'the smallest credential': someParts(),
  'a credential with every part': fullParts(),
  'a test credential': someParts({ test: true }),
  'a credential for a holder known by DID': someParts({ recipient: { id: 'did:example:haneul' } }),
  'an own achievement type': someParts({
    achievement: { ...someParts().achievement, achievementType: 'ext:MicroDegree' },
  }),
}

const rubric = ['도입', '숙달'].map((name, at) => ({
  id: `urn:uuid:00000000-0000-4000-8000-00000000000${at}`,
  name,
  level: `${at}`,
  points: `${at * 5}`,
  description: '범위와 판단',
  alignment: [{ targetName: 'x', targetUrl: 'https://a.example/' }],
}))
editions['a rubric, and who stands above the issuer'] = someParts({
  issuer: {
    id: hanbit.did,
    name: '소프트웨어학과',
    image: { id: 'https://badges.hanbit.example/logo.png' },
    otherIdentifier: [{ identifier: '1', identifierType: 'systemId' }],
    parentOrg: { id: 'https://hanbit.example/', name: '한빛대학교' },
  },
  achievement: {
    ...someParts().achievement,
    resultDescription: [
      {
        id: 'urn:uuid:00000000-0000-4000-8000-000000000009',
        name: '과제',
        resultType: 'RubricCriterionLevel',
        requiredLevel: rubric[1]!.id,
        rubricCriterionLevel: rubric,
        alignment: [{ targetName: 'x', targetUrl: 'https://a.example/' }],
      },
    ],
  },
  results: [
    {
      resultDescription: 'urn:uuid:00000000-0000-4000-8000-000000000009',
      achievedLevel: rubric[1]!.id,
      alignment: [{ targetName: 'x', targetUrl: 'https://a.example/' }],
    },
  ],
  termsOfUse: [{ type: 'urn:example:Terms' }],
})

test('everything composed is accepted by the official JSON Schema', { skip: standardsMissing }, async () => {
  const validate = schemaOf('ob_v3p0_achievementcredential_schema.json')
  for (const [name, parts] of Object.entries(editions)) {
    const signed = await aSigned(parts)
    assert.ok(validate(signed), `${name}: ${JSON.stringify(validate.errors, null, 1)}`)
  }
})

test('the profile document is accepted by the official JSON Schema', { skip: standardsMissing }, () => {
  const validate = schemaOf('ob_v3p0_profile_schema.json')
  const profile = composeProfileDocument({
    id: hanbit.did,
    name: '한빛대학교',
    url: 'https://hanbit.example',
    email: 'a@b.example',
  })
  assert.ok(validate(profile), JSON.stringify(validate.errors))
})

test('everything composed passes JSON-LD safe mode and our own reader', async () => {
  for (const [name, parts] of Object.entries(editions)) {
    const unsigned = composeCredential(parts)
    assert.equal(parseCredential(unsigned).outcome, 'parsed', name)
    await prepare(unsigned, {
      verificationMethod: hanbit.verificationMethod,
      created: NOON,
      primitives: nodePrimitives,
    })
  }
})

test('nothing null, empty or decomposed is emitted', () => {
  const decomposed = '한빛대학교'.normalize('NFD')
  const parts = someParts({ evidence: [], results: [], issuer: { id: hanbit.did, name: decomposed, url: undefined } })
  const credential = composeCredential(parts)
  assert.deepEqual([...emptyPaths(credential, '')], [])
  assert.equal((credential.issuer as JsonObject).name, '한빛대학교')
})

function* emptyPaths(value: Json, path: string): Generator<string> {
  if (value === null || value === undefined || (Array.isArray(value) && value.length === 0)) yield path
  else if (typeof value === 'object')
    for (const [key, inner] of Object.entries(value)) yield* emptyPaths(inner, `${path}/${key}`)
}

test('the shape is the one that independent verifiers accept', () => {
  const credential = composeCredential(someParts({ test: true }))
  assert.deepEqual(credential['@context'], [
    'https://www.w3.org/ns/credentials/v2',
    'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
    'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json',
  ])
  assert.deepEqual((credential.issuer as JsonObject).type, ['Profile'])
  assert.equal(Array.isArray(credential.credentialStatus), false)
  assert.deepEqual(credential.termsOfUse, [{ type: TEST_CREDENTIAL }])
})

test('the name of the recipient stands under the signature', () => {
  const subject = composeCredential(someParts()).credentialSubject as JsonObject
  assert.deepEqual(subject.identifier, [
    { type: 'IdentityObject', hashed: false, identityHash: '김하늘', identityType: 'name' },
    { ...emailIdentity },
  ])
})

const misuses: [string, () => unknown, string][] = [
  ['a recipient without id or identifier', () => composeCredential(someParts({ recipient: {} })), 'recipient-missing'],
  ['a date without a zone', () => composeCredential(someParts({ validFrom: '2026-11-23T03:00:00' })), 'date-malformed'],
  [
    'a negative status index',
    () => composeCredential(someParts({ status: { listUrl: 'https://a.example', index: -1 } })),
    'status-index-out-of-range',
  ],
]

for (const [name, compose, code] of misuses)
  test(`composing with ${name} throws ${code}`, () => {
    assert.throws(compose, { code })
  })
