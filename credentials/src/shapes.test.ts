import assert from 'node:assert/strict'
import test from 'node:test'
import { someParts } from '../test/fixtures.ts'
import { standardsMissing, standardText } from '../test/standards.ts'
import { composeCredential, type JsonObject, parseCredential } from './index.ts'
import { SHAPES, type Shape } from './shapes.ts'

interface SchemaClass {
  readonly properties?: Readonly<Record<string, object>>
  readonly required?: readonly string[]
  readonly additionalProperties?: boolean
}

const FILES = ['ob_v3p0_achievementcredential_schema.json', 'clr_v2p0_clrcredential_schema.json']

for (const file of FILES)
  test(`our tables say of every class what ${file} says`, { skip: standardsMissing }, () => {
    const classes: Record<string, SchemaClass> = JSON.parse(standardText(`schemas/${file}`)).$defs
    const common = Object.entries(classes).filter(([name]) => name in SHAPES)
    assert.ok(common.length >= 10)
    for (const [name, { properties = {}, required = [], additionalProperties }] of common) {
      const shape: Shape = SHAPES[name as keyof typeof SHAPES]
      const ours = shape.type === undefined ? Object.keys(shape.properties) : ['type', ...Object.keys(shape.properties)]
      assert.deepEqual(ours.sort(), Object.keys(properties).sort(), name)
      const needed = Object.entries(shape.properties).flatMap(([key, property]) => (property.required ? [key] : []))
      assert.deepEqual(needed.sort(), required.filter((key) => key !== 'type').sort(), `${name}, required`)
      assert.equal(shape.closed === true, additionalProperties === false, `${name}, closed`)
      for (const [key, property] of Object.entries(shape.properties)) {
        const text = JSON.stringify(properties[key])
        const values = /"enum":(\[[^\]]*\])/.exec(text)?.[1]
        assert.deepEqual(
          [...(property.values ?? [])].sort(),
          JSON.parse(values ?? '[]').sort(),
          `${name}.${key}, values`,
        )
        if (property.values) assert.equal(property.isFinal === true, !text.includes('(ext:)'), `${name}.${key}, final`)
      }
    }
  })

const right = structuredClone(composeCredential(someParts())) as JsonObject
type Change = (subject: JsonObject, achievement: JsonObject, issuer: JsonObject) => void

const judged: [string, Change, string | null][] = [
  [
    'a status of our own',
    (s) => (s.result = [{ type: ['Result'], status: 'ext:Late' }]),
    '/credentialSubject/result/0/status unknown-value',
  ],
  ['a status of the standard', (s) => (s.result = [{ type: ['Result'], status: 'Withdrew' }]), null],
  [
    'a result type of our own',
    (_, a) =>
      (a.resultDescription = [{ id: 'urn:x:1', type: ['ResultDescription'], name: 'x', resultType: 'ext:Own/1.a-b' }]),
    null,
  ],
  [
    'a result type with a space',
    (_, a) =>
      (a.resultDescription = [{ id: 'urn:x:1', type: ['ResultDescription'], name: 'x', resultType: 'ext:a b' }]),
    '/credentialSubject/achievement/resultDescription/0/resultType unknown-value',
  ],
  ['a language and a region', (_, a) => (a.inLanguage = 'zh-Hant-TW'), null],
  [
    'a language written with an underscore',
    (_, a) => (a.inLanguage = 'ko_KR'),
    '/credentialSubject/achievement/inLanguage wrong-type',
  ],
  ['an endorsement JWT', (_, a) => (a.endorsementJwt = ['e30.e30.c2ln']), null],
  [
    'an endorsement JWT of words',
    (_, a) => (a.endorsementJwt = ['very good']),
    '/credentialSubject/achievement/endorsementJwt/0 wrong-type',
  ],
  ['a day of birth', (_, __, i) => (i.dateOfBirth = '2000-02-29'), null],
  ['a day of birth that was none', (_, __, i) => (i.dateOfBirth = '2001-02-29'), '/issuer/dateOfBirth not-a-datetime'],
  ['a day of birth as a number', (_, __, i) => (i.dateOfBirth = 20_000_229), '/issuer/dateOfBirth not-a-datetime'],
  ['an address without its type', (_, __, i) => (i.address = { postalCode: '1' }), '/issuer/address/type missing'],
  [
    'a place without its longitude',
    (_, __, i) => (i.address = { type: ['Address'], geo: { type: 'GeoCoordinates', latitude: 1 } }),
    '/issuer/address/geo/longitude missing',
  ],
]

for (const [name, change, fault] of judged)
  test(`${name} is ${fault === null ? 'read' : `a fault: ${fault}`}`, () => {
    const credential = structuredClone(right)
    const subject = credential.credentialSubject as JsonObject
    change(subject, subject.achievement as JsonObject, credential.issuer as JsonObject)
    const parsed = parseCredential(credential)
    const faults = parsed.outcome === 'refused' ? parsed.faults.map(({ path, code }) => `${path} ${code}`) : []
    assert.deepEqual(faults, fault === null ? [] : [fault])
  })
