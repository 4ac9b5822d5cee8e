import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import test from 'node:test'
import fc from 'fast-check'
import { someParts$ } from '../test/arbitraries.ts'
import { EXAMPLES, learner, partner } from '../test/examples.ts'
import { confirmed, hanbit, NOON, nodePrimitives, signed, someMaterial } from '../test/fixtures.ts'
import { jwtDocument, jwtSigners } from '../test/jwt-issuers.ts'
import { aPng, aSvg } from '../test/pictures.ts'
import { schemaOf } from '../test/schemas.ts'
import { standardsMissing } from '../test/standards.ts'
import {
  bake,
  type CredentialParts,
  composeCredential,
  credentialText,
  type Json,
  type JsonObject,
  type Material,
  parseCredential,
  readInput,
  signJwt,
  verify,
} from './index.ts'

const CHOSEN = [
  ...(['achievement', 'source', 'role', 'term', 'creditsEarned', 'activityStartDate', 'activityEndDate'] as const),
  ...(['awardedDate', 'endorsement', 'image', 'subjectImage', 'termsOfUse', 'description', 'test', 'issuer'] as const),
]

const folder = new URL('../../vectors/examples/', import.meta.url)
const material: Material = someMaterial({
  issuers: new Map([
    ...[partner, learner].map(({ did, document }): [string, { document: Json }] => [did, { document }]),
    [hanbit.did, { document: jwtDocument }],
  ]),
  trust: new Map([hanbit, partner, learner].flatMap((issuer) => [...confirmed(issuer)])),
})
const issuerOf = ({ issuer }: CredentialParts) => (issuer.id === learner.did ? learner : hanbit)
const ask = (input: Parameters<typeof verify>[0]) => verify(input, material, { at: NOON, primitives: nodePrimitives })

for (const [name, parts] of Object.entries(EXAMPLES)) {
  const file = new URL(`${name}.json`, folder)
  const composed = composeCredential(parts)
  if (process.env.UPDATE) writeFileSync(file, `${JSON.stringify(composed, null, 2)}\n`)
  const example: JsonObject = JSON.parse(readFileSync(file, 'utf8'))

  test(`${name}: its parts compose the very document, which reads without a fault`, () => {
    assert.deepEqual(composed, example)
    const parsed = parseCredential(example)
    assert.ok(parsed.outcome === 'parsed', JSON.stringify(parsed))
    assert.equal(JSON.stringify(parsed.credential.json), JSON.stringify(example))
  })

  test(`${name}: signed, it is valid, and leaves a picture as it went in`, async () => {
    const sealed = await signed(example, issuerOf(parts))
    assert.equal((await ask(sealed)).verdict, 'valid')
    const text = credentialText(sealed)
    for (const baked of [bake(aPng, 'image/png', text), bake(aSvg, 'image/svg+xml', text)]) {
      const input = readInput(baked)
      assert.ok(input.outcome === 'read' && input.form === 'json')
      assert.equal(input.text, text)
      assert.equal((await ask(input.value)).verdict, 'valid')
    }
  })

  if (issuerOf(parts) === hanbit)
    for (const signer of Object.values(jwtSigners))
      test(`${name}: a JWT of ${signer.algorithm} is valid`, async () => {
        assert.equal((await ask(await signJwt(example, signer))).verdict, 'valid')
      })

  test(`${name}: the official schema accepts it signed`, { skip: standardsMissing }, async () => {
    const validate = schemaOf('ob_v3p0_achievementcredential_schema.json')
    assert.ok(validate(await signed(example, issuerOf(parts))), JSON.stringify(validate.errors, null, 1))
  })
}

const viewOf = (name: string) => {
  const parsed = parseCredential(composeCredential(EXAMPLES[name]!))
  assert.ok(parsed.outcome === 'parsed')
  return parsed.credential
}

test('the view of a credential leaves nothing out that a reader would look for', () => {
  const { results, achievement } = viewOf('rubrics').subject
  const [description] = achievement?.resultDescription ?? []
  assert.deepEqual(
    description?.rubricCriterionLevel.map(({ level, points, description, alignment }) => [
      ...[level, points, description, alignment[0]?.targetType],
    ]),
    [
      ['1', '0', '도입 수준의 과제', 'CFRubricCriterionLevel'],
      ['2', '5', '숙달 수준의 과제', 'CFRubricCriterionLevel'],
      ['3', '10', '모범 수준의 과제', 'CFRubricCriterionLevel'],
    ],
  )
  assert.equal(description?.alignment[0]?.targetFramework, 'NCS')
  assert.equal(results[0]?.achievedLevel, description?.rubricCriterionLevel[2]?.id)
  assert.equal(viewOf('results').subject.results[4]?.alignment[0]?.targetName, '데이터 전처리')

  const { phone, official, parentOrg, otherIdentifier } = viewOf('department').issuer
  assert.deepEqual([phone, official, parentOrg?.name], ['+82-2-0000-0000', '학과장', '한빛대학교'])
  assert.deepEqual(otherIdentifier[1], { identifier: '7', identifierType: 'ext:own' })

  const { subject } = viewOf('complete')
  assert.equal(subject.image, 'https://badges.hanbit.example/c/1.png')
  assert.equal(subject.source?.name, 'Partner Lab')
  assert.deepEqual(subject.achievement?.otherIdentifier, [{ identifier: 'AI-101', identifierType: 'systemId' }])
})

// Any choice of parts from any two examples, with ordinary and nasty texts in them.
const anyParts: fc.Arbitrary<CredentialParts> = fc
  .tuple(
    someParts$,
    fc.constantFrom(...Object.values(EXAMPLES)),
    fc.constantFrom(...Object.values(EXAMPLES)),
    fc.subarray(CHOSEN),
  )
  .map(([random, one, other, chosen]) => {
    const picked = Object.fromEntries(chosen.map((key) => [key, other[key]]).filter(([, value]) => value !== undefined))
    const { id, validFrom, recipient, status, narrative, licenseNumber, evidence } = random
    const mixed = { ...one, ...picked, id, validFrom, recipient, status, narrative, licenseNumber }
    const issuer = mixed.issuer.id === hanbit.did ? mixed.issuer : { ...mixed.issuer, id: hanbit.did }
    const results = mixed.achievement === other.achievement ? other.results : one.results
    return { ...mixed, issuer, results, ...(evidence ? { evidence } : {}), validUntil: undefined }
  })

test('whatever is composed reads without a fault and passes safe mode and the official schema', {
  skip: standardsMissing,
}, async () => {
  const validate = schemaOf('ob_v3p0_achievementcredential_schema.json')
  await fc.assert(
    fc.asyncProperty(anyParts, async (parts) => {
      const composed = composeCredential(parts)
      const parsed = parseCredential(composed)
      assert.ok(parsed.outcome === 'parsed', JSON.stringify(parsed))
      assert.ok(validate(await signed(composed)), JSON.stringify(validate.errors, null, 1))
    }),
    { numRuns: 80, seed: 20_261_123 },
  )
})
