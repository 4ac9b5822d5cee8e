import assert from 'node:assert/strict'
import test from 'node:test'
import {
  anIssuer,
  aSigned,
  confirmed,
  emailIdentity,
  hanbit,
  LIST_URL,
  NOON,
  nodePrimitives,
  someMaterial,
  someParts,
} from '../test/fixtures.ts'
import { schemaOf } from '../test/schemas.ts'
import { standardsMissing } from '../test/standards.ts'
import {
  composeClr,
  composeEndorsement,
  type Json,
  type JsonObject,
  type Material,
  needsOf,
  parseCredential,
  prepare,
  sign,
  type UnsignedCredential,
  verify,
  withBit,
} from './index.ts'

const partner = anIssuer('partner')
const signedBy = async (issuer: typeof hanbit, unsigned: UnsignedCredential): Promise<JsonObject> =>
  sign(
    await prepare(unsigned, {
      verificationMethod: issuer.verificationMethod,
      created: NOON,
      primitives: nodePrimitives,
    }),
    issuer.signer,
  )

const endorsement = await signedBy(
  partner,
  composeEndorsement({
    id: 'urn:uuid:0d2a0a53-5b6f-4b1b-8b43-6d1f0d3a6a11',
    name: '현업 추천',
    issuer: { id: partner.did, name: 'Partner Lab' },
    validFrom: NOON,
    subjectId: someParts().achievement.id,
    comment: '현업에서 바로 쓰는 내용입니다.',
  }),
)

const material = (change: Partial<Material> = {}): Material =>
  someMaterial({
    issuers: new Map([
      [hanbit.did, { document: hanbit.document }],
      [partner.did, { document: partner.document }],
    ]),
    trust: new Map([...confirmed(hanbit), ...confirmed(partner)]),
    ...change,
  })

const badge = async (name: string, index: number) =>
  aSigned(
    someParts({
      id: `https://badges.hanbit.example/c/${name}`,
      achievement: { ...someParts().achievement, id: `https://badges.hanbit.example/b/${name}`, name },
      status: { listUrl: LIST_URL, index },
    }),
  )

const badges = [await badge('data', 1), await badge('model', 2)]
const degree = { id: 'https://badges.hanbit.example/b/degree', name: '데이터사이언스 마이크로디그리' }
const clr = composeClr({
  id: 'urn:uuid:77c5f1d0-8f3a-4b22-9a55-0a6f9c1f7b01',
  name: degree.name,
  issuer: { id: hanbit.did, name: '한빛대학교' },
  validFrom: NOON,
  recipient: { id: 'did:example:haneul', name: '김하늘', identifiers: [emailIdentity] },
  credentials: badges,
  achievements: [
    { ...degree, description: '두 배지를 모은 과정', criteria: { narrative: '두 배지를 모두 받은 사람' } },
  ],
  associations: [
    { associationType: 'isPartOf', sourceId: 'https://badges.hanbit.example/b/data', targetId: degree.id },
    {
      associationType: 'precedes',
      sourceId: 'https://badges.hanbit.example/b/data',
      targetId: 'https://badges.hanbit.example/b/model',
    },
  ],
})
const signedClr = await signedBy(hanbit, clr)
const ask = (credential: Json, use = material()) => verify(credential, use, { at: NOON, primitives: nodePrimitives })

test('endorsements and transcripts are accepted by the official JSON Schemas', { skip: standardsMissing }, () => {
  const schemas = {
    'ob_v3p0_endorsementcredential_schema.json': endorsement,
    'clr_v2p0_clrcredential_schema.json': signedClr,
  }
  for (const [name, credential] of Object.entries(schemas)) {
    const validate = schemaOf(name)
    assert.ok(validate(credential), `${name}: ${JSON.stringify(validate.errors, null, 1)}`)
  }
})

test('a transcript is valid while every badge in it is', async () => {
  const result = await ask(signedClr)
  assert.equal(result.verdict, 'valid', JSON.stringify(result.checks))
  assert.deepEqual(
    result.inner?.map(({ relation, result: { verdict } }) => `${relation} ${verdict}`),
    ['part valid', 'part valid'],
  )
})

test('the badges in a transcript keep their seals to the character', () => {
  const subject = signedClr.credentialSubject as JsonObject
  assert.equal(JSON.stringify(subject.verifiableCredential), JSON.stringify(badges))
})

test('a badge that is revoked takes the transcript with it', async () => {
  const bits = withBit(new Uint8Array(16_384), 2, true)
  const result = await ask(signedClr, material({ statusLists: new Map([[LIST_URL, { bits, purpose: 'revocation' }]]) }))
  assert.equal(result.verdict, 'revoked')
  assert.equal(result.inner?.[1]?.result.verdict, 'revoked')
})

test('a badge altered inside breaks the seal of the whole', async () => {
  const copy = JSON.parse(JSON.stringify(signedClr).replace('"model"', '"modal"'))
  assert.equal((await ask(copy)).verdict, 'tampered')
})

test('a transcript asks for what its badges need', () => {
  const parsed = parseCredential(signedClr)
  assert.ok(parsed.outcome === 'parsed')
  assert.equal(parsed.credential.kind, 'clr')
  assert.deepEqual(
    needsOf(parsed.credential).statusLists.map(({ index }) => index),
    ['1', '2'],
  )
})

test('a transcript without signed credentials is misuse', () => {
  const parts = { id: 'urn:x:1', name: 'x', issuer: { id: hanbit.did }, validFrom: NOON, recipient: { name: 'x' } }
  assert.throws(() => composeClr({ ...parts, credentials: [] }), { code: 'credential-malformed' })
  assert.throws(() => composeClr({ ...parts, credentials: [{ id: 'urn:x:2' }] }), { code: 'credential-malformed' })
  assert.throws(() => composeClr({ ...parts, recipient: {}, credentials: badges }), { code: 'recipient-missing' })
})

test('an endorsement is verified as it stands and reported beside the badge', async () => {
  const endorsed = await aSigned(
    someParts({ endorsement: [endorsement], achievement: { ...someParts().achievement, endorsement: [endorsement] } }),
  )
  const good = await ask(endorsed)
  assert.equal(good.verdict, 'valid')
  assert.deepEqual(
    good.inner?.map(({ path, result }) => `${path} ${result.verdict}`),
    ['/endorsement/0 valid', '/credentialSubject/achievement/endorsement/0 valid'],
  )
  const unknown = await ask(endorsed, material({ trust: confirmed(hanbit) }))
  assert.equal(unknown.verdict, 'valid')
  assert.equal(unknown.inner?.[0]?.result.verdict, 'issuer_unverified')
})

test('an endorsement that is none does not touch the badge', async () => {
  const result = await ask(
    await aSigned(someParts({ endorsement: [{ id: 'urn:x:1', type: ['VerifiableCredential'] }] })),
  )
  assert.equal(result.inner?.[0]?.result.verdict, 'unreadable')
  assert.equal(result.verdict, 'valid')
})
