import assert from 'node:assert/strict'
import test from 'node:test'
import { fullParts, someParts } from '../test/fixtures.ts'
import { composeCredential, type JsonObject, parseCredential } from './index.ts'

type Change = (credential: JsonObject, subject: JsonObject, achievement: JsonObject) => void

const faults: [string, Change, string, string][] = [
  ['no context', (c) => delete c['@context'], '/@context', 'missing'],
  [
    'another first context',
    (c) => (c['@context'] = ['https://purl.imsglobal.org/spec/ob/v3p0/extensions.json']),
    '/@context',
    'unknown-value',
  ],
  ['no type', (c) => delete c.type, '/type', 'missing'],
  ['no VerifiableCredential among the types', (c) => (c.type = ['OpenBadgeCredential']), '/type', 'unknown-value'],
  ['no id', (c) => delete c.id, '/id', 'missing'],
  ['a relative id', (c) => (c.id = '/c/1'), '/id', 'not-a-uri'],
  ['no issuer', (c) => delete c.issuer, '/issuer', 'missing'],
  ['a null issuer', (c) => (c.issuer = null), '/issuer', 'not-a-uri'],
  ['an issuer without id', (c) => delete (c.issuer as JsonObject).id, '/issuer/id', 'not-a-uri'],
  ['no validFrom', (c) => delete c.validFrom, '/validFrom', 'missing'],
  ['a date without a zone', (c) => (c.validFrom = '2026-01-01T00:00:00'), '/validFrom', 'not-a-datetime'],
  ['a day that does not exist', (c) => (c.validFrom = '2026-02-29T00:00:00Z'), '/validFrom', 'not-a-datetime'],
  ['an end before the beginning', (c) => (c.validUntil = '2020-01-01T00:00:00Z'), '/validUntil', 'inconsistent'],
  ['a date of the older data model', (c) => (c.issuanceDate = '2026-01-01T00:00:00Z'), '/issuanceDate', 'not-allowed'],
  ['no subject', (c) => delete c.credentialSubject, '/credentialSubject', 'missing'],
  ['two subjects', (c, s) => (c.credentialSubject = [s, s]), '/credentialSubject', 'not-allowed'],
  ['a recipient nobody can recognise', (_, s) => delete s.identifier, '/credentialSubject', 'missing'],
  ['no achievement', (_, s) => delete s.achievement, '/credentialSubject/achievement', 'missing'],
  ['an achievement without name', (_, __, a) => delete a.name, '/credentialSubject/achievement/name', 'missing'],
  [
    'an achievement without description',
    (_, __, a) => delete a.description,
    '/credentialSubject/achievement/description',
    'missing',
  ],
  ['criteria that say nothing', (_, __, a) => (a.criteria = {}), '/credentialSubject/achievement/criteria', 'missing'],
  [
    'an unknown achievement type',
    (_, __, a) => (a.achievementType = 'MicroDegree'),
    '/credentialSubject/achievement/achievementType',
    'unknown-value',
  ],
  [
    'credits as a text',
    (_, __, a) => (a.creditsAvailable = '3'),
    '/credentialSubject/achievement/creditsAvailable',
    'wrong-type',
  ],
  [
    'a bare image',
    (_, __, a) => (a.image = 'https://a.example/a.png'),
    '/credentialSubject/achievement/image',
    'wrong-type',
  ],
  ['an empty array', (_, __, a) => (a.tag = []), '/credentialSubject/achievement/tag', 'empty'],
  ['a null', (_, __, a) => (a.version = null), '/credentialSubject/achievement/version', 'null'],
  [
    'an identity object with an extra property',
    (_, s) => ((s.identifier as JsonObject[])[0]!.note = 'x'),
    '/credentialSubject/identifier/0/note',
    'not-allowed',
  ],
  [
    'an identity type of nobody',
    (_, s) => ((s.identifier as JsonObject[])[0]!.identityType = 'studentId'),
    '/credentialSubject/identifier/0/identityType',
    'unknown-value',
  ],
  [
    'a result that is not described',
    (_, s) => (s.result = [{ type: ['Result'], resultDescription: 'urn:x:1' }]),
    '/credentialSubject/result/0/resultDescription',
    'inconsistent',
  ],
  [
    'an alignment without its target',
    (_, __, a) => (a.alignment = [{ type: ['Alignment'], targetName: 'x' }]),
    '/credentialSubject/achievement/alignment/0/targetUrl',
    'missing',
  ],
  [
    'a schema without type',
    (c) => (c.credentialSchema = [{ id: 'https://a.example/s' }]),
    '/credentialSchema/0/type',
    'missing',
  ],
  [
    'a schema without URL',
    (c) => (c.credentialSchema = { type: 'JsonSchema', id: 'x' }),
    '/credentialSchema/id',
    'not-a-uri',
  ],
  [
    'a refresh service without type',
    (c) => (c.refreshService = { id: 'https://a.example/r' }),
    '/refreshService/type',
    'missing',
  ],
  [
    'a status without type',
    (c) => (c.credentialStatus = { id: 'https://a.example/s#1' }),
    '/credentialStatus/type',
    'missing',
  ],
  [
    'a status index as a number',
    (c) => ((c.credentialStatus as JsonObject).statusListIndex = 5),
    '/credentialStatus/statusListIndex',
    'wrong-type',
  ],
  ['evidence without type', (c) => (c.evidence = [{ name: 'x' }]), '/evidence/0/type', 'missing'],
  [
    'a related resource without digest',
    (c) => (c.relatedResource = [{ id: 'https://a.example/' }]),
    '/relatedResource/0',
    'missing',
  ],
  [
    'two related resources of one id',
    (c) => (c.relatedResource = [1, 2].map(() => ({ id: 'https://a.example/', digestSRI: 'sha256-x' }))),
    '/relatedResource/1/id',
    'inconsistent',
  ],
  ['a proof that is a text', (c) => (c.proof = ['x']), '/proof/0', 'wrong-type'],
]

const more: [string, Change, string, string][] = [
  ['a type that is no text', (c) => (c.type = ['VerifiableCredential', 5]), '/type', 'wrong-type'],
  [
    'a context that is no URL',
    (c) => (c['@context'] = ['https://www.w3.org/ns/credentials/v2', 'x']),
    '/@context/1',
    'not-a-uri',
  ],
  [
    'an issuer profile without a right image',
    (c) => ((c.issuer as JsonObject).image = 'x'),
    '/issuer/image',
    'wrong-type',
  ],
  ['a null status', (c) => (c.credentialStatus = null), '/credentialStatus', 'null'],
  [
    'nine statuses',
    (c) => (c.credentialStatus = new Array<JsonObject>(9).fill(c.credentialStatus as JsonObject)),
    '/credentialStatus',
    'not-allowed',
  ],
  [
    'a status whose id is no URI',
    (c) => ((c.credentialStatus as JsonObject).id = 'x'),
    '/credentialStatus/id',
    'not-a-uri',
  ],
  ['evidence that is a text', (c) => (c.evidence = ['x']), '/evidence/0', 'wrong-type'],
  ['null terms of use', (c) => (c.termsOfUse = null), '/termsOfUse', 'null'],
  ['a related resource that is a text', (c) => (c.relatedResource = 'x'), '/relatedResource', 'wrong-type'],
  [
    'a related resource without id',
    (c) => (c.relatedResource = [{ digestSRI: 'x' }]),
    '/relatedResource/0/id',
    'not-a-uri',
  ],
  [
    'a digest that is a number',
    (c) => (c.relatedResource = [{ id: 'urn:x:1', digestSRI: 5 }]),
    '/relatedResource/0',
    'wrong-type',
  ],
  ['a null proof', (c) => (c.proof = null), '/proof', 'null'],
  ['nine proofs', (c) => (c.proof = new Array<JsonObject>(9).fill({})), '/proof', 'not-allowed'],
  ['a subject that is a text', (c) => (c.credentialSubject = 'x'), '/credentialSubject', 'wrong-type'],
  ['a second subject that is a text', (c, s) => (c.credentialSubject = [s, 'x']), '/credentialSubject', 'wrong-type'],
  ['an empty subject', (c) => (c.credentialSubject = {}), '/credentialSubject', 'empty'],
  ['a subject whose id is no URI', (_, s) => (s.id = 'x'), '/credentialSubject/id', 'not-a-uri'],
  ['an achievement that is a text', (_, s) => (s.achievement = 'x'), '/credentialSubject/achievement', 'wrong-type'],
  ['an achievement without type', (_, __, a) => delete a.type, '/credentialSubject/achievement/type', 'missing'],
  [
    'an achievement of another type',
    (_, __, a) => (a.type = ['Badge']),
    '/credentialSubject/achievement/type',
    'unknown-value',
  ],
  [
    'an image of another type',
    (_, __, a) => (a.image = { id: 'urn:x:1', type: 'Picture' }),
    '/credentialSubject/achievement/image/type',
    'unknown-value',
  ],
  ['a text that is an array', (_, __, a) => (a.name = ['x']), '/credentialSubject/achievement/name', 'wrong-type'],
  ['a text that is an object', (_, __, a) => (a.version = {}), '/credentialSubject/achievement/version', 'wrong-type'],
  ['a name in no language', (c) => (c.name = { '@language': 'ko' }), '/name', 'wrong-type'],
  ['a name with a stray key', (c) => (c.name = { '@value': 'x', lang: 'ko' }), '/name', 'wrong-type'],
  [
    'a status result without its status',
    (_, s, a) => {
      a.resultDescription = [{ id: 'urn:x:1', type: ['ResultDescription'], name: 'x', resultType: 'Status' }]
      s.result = [{ type: ['Result'], resultDescription: 'urn:x:1' }]
    },
    '/credentialSubject/result/0/status',
    'missing',
  ],
  ['a result that is a text', (_, s) => (s.result = ['x']), '/credentialSubject/result/0', 'wrong-type'],
]

for (const [name, change, path, code] of [...faults, ...more])
  test(`${name} is a fault at ${path}`, () => {
    const credential = structuredClone(composeCredential(someParts())) as JsonObject
    const subject = credential.credentialSubject as JsonObject
    change(credential, subject, subject.achievement as JsonObject)
    const parsed = parseCredential(credential)
    assert.equal(parsed.outcome, 'refused')
    const found = parsed.outcome === 'refused' ? parsed.faults.map((fault) => `${fault.path} ${fault.code}`) : []
    assert.ok(found.includes(`${path} ${code}`), `found ${found.join(', ')}`)
  })

test('all faults are reported at once', () => {
  const parsed = parseCredential({ '@context': 'https://a.example/', type: 'Badge' })
  assert.ok(parsed.outcome === 'refused' && parsed.faults.length >= 4)
})

test('what is no object is no credential', () => {
  for (const value of [null, 1, 'x', [], true]) assert.equal(parseCredential(value).outcome, 'refused')
})

test('a credential with every part is read into one view', () => {
  const parsed = parseCredential(composeCredential(fullParts()))
  assert.ok(parsed.outcome === 'parsed')
  const { credential } = parsed
  assert.equal(credential.kind, 'achievement')
  assert.equal(credential.obVersion, '3.0.3')
  assert.equal(credential.issuer.name, '한빛대학교')
  assert.equal(credential.subject.name, '김하늘')
  assert.equal(credential.subject.results.length, 2)
  assert.deepEqual(credential.subject.achievement?.resultDescription[0]?.allowedValue, ['C', 'B', 'A'])
  assert.deepEqual(credential.subject.achievement?.tag, ['데이터 전처리', 'Python'])
  assert.equal(credential.status[0]?.index, 4_711)
  assert.equal(credential.relatedResources.length, 1)
})

test('a credential of the older data model is read, its dates under the new names', () => {
  const { validFrom, ...rest } = composeCredential(someParts()) as JsonObject
  const [, ...contexts] = rest['@context'] as string[]
  const old = { ...rest, '@context': ['https://www.w3.org/2018/credentials/v1', ...contexts], issuanceDate: validFrom! }
  const parsed = parseCredential(old)
  assert.equal(parsed.outcome === 'parsed' && parsed.credential.vcVersion, '1.1')
  assert.equal(parsed.outcome === 'parsed' && parsed.credential.validFrom, validFrom)
})

test('names in a language, one or several, are read', () => {
  const credential = composeCredential(someParts()) as JsonObject
  for (const name of [
    { '@value': '배지', '@language': 'ko' },
    [
      { '@value': '배지', '@language': 'ko' },
      { '@value': 'Badge', '@language': 'en' },
    ],
  ]) {
    const parsed = parseCredential({ ...credential, name })
    assert.equal(parsed.outcome === 'parsed' && parsed.credential.name, '배지')
  }
})

test('a credential that is no badge is read too', () => {
  const parsed = parseCredential({
    '@context': 'https://www.w3.org/ns/credentials/v2',
    type: 'VerifiableCredential',
    issuer: 'did:web:a.example',
    credentialSubject: [{ id: 'urn:x:1' }, { id: 'urn:x:2' }],
  })
  assert.ok(parsed.outcome === 'parsed')
  assert.equal(parsed.credential.kind, 'other')
  assert.equal(parsed.credential.obVersion, undefined)
})
