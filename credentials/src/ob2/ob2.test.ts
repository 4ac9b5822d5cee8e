import assert from 'node:assert/strict'
import { generateKeyPairSync, sign as signBytes } from 'node:crypto'
import test from 'node:test'
import { aSigned, NOON, someParts } from '../../test/fixtures.ts'
import { aPng } from '../../test/pictures.ts'
import {
  bake,
  composeAssertion,
  type FetchedDocument,
  isAssertion,
  type Json,
  type JsonObject,
  parseCredential,
  readInput,
  verifyAssertion,
} from '../index.ts'

const parsed = parseCredential(await aSigned())
assert.ok(parsed.outcome === 'parsed')
const urls = {
  assertionUrl: 'https://badges.hanbit.example/ob2/a/1',
  achievementUrl: 'https://badges.hanbit.example/ob2/b/1',
  issuerUrl: 'https://badges.hanbit.example/ob2/i/hanbit',
  imageUrl: 'https://badges.hanbit.example/b/ai-basic.png',
  issuerEmail: 'badge@hanbit.example',
  issuerHomepage: 'https://hanbit.example',
}
const edition = composeAssertion({ credential: parsed.credential, ...urls })
assert.ok(edition)
const { assertion, achievement, issuer } = edition

type Fetched = Record<string, FetchedDocument>
const published: Fetched = {
  [urls.assertionUrl]: { document: assertion },
  [urls.achievementUrl]: { document: achievement },
  [urls.issuerUrl]: { document: issuer },
}
const trust = new Map([[urls.issuerUrl, { standing: 'confirmed' as const }]])
const ask = (input: Json, documents: Fetched = {}, options: { at?: string; recipient?: string } = {}) =>
  verifyAssertion(input, new Map(Object.entries({ ...published, ...documents })), { at: NOON, trust, ...options })

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2_048 })
const keyUrl = `${urls.issuerUrl}/key`
const listUrl = `${urls.issuerUrl}/revoked`
const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
const signedAssertion = {
  ...assertion,
  id: 'urn:uuid:5f0c2b7e-9a1d-4c3e-8b6f-7a2d1c0e9f8b',
  verification: { type: 'SignedBadge', creator: keyUrl },
}

function jwsOf(payload: object, header: object = { alg: 'RS256' }): string {
  const input = `${encode(header)}.${encode(payload)}`
  return `${input}.${signBytes('sha256', Buffer.from(input), privateKey).toString('base64url')}`
}

const signing: Fetched = {
  [urls.issuerUrl]: { document: { ...issuer, publicKey: keyUrl, revocationList: listUrl } },
  [keyUrl]: {
    document: {
      id: keyUrl,
      type: 'CryptographicKey',
      owner: urls.issuerUrl,
      publicKeyPem: publicKey.export({ type: 'spki', format: 'pem' }) as string,
    },
  },
  [listUrl]: { document: { id: listUrl, issuer: urls.issuerUrl, revokedAssertions: [] } },
}
const listing = (revokedAssertions: Json): Fetched => ({ ...signing, [listUrl]: { document: { revokedAssertions } } })
const elsewhere = 'https://evil.example/a/1'
const moved = { ...assertion, id: elsewhere }
const unreachable = { unreachable: 'timeout' }

const cases: [string, Json, Fetched, string, string?][] = [
  ['hosted', assertion, {}, 'valid'],
  ['hosted, given by its address', urls.assertionUrl, {}, 'valid'],
  [
    'hosted, gone',
    assertion,
    { [urls.assertionUrl]: { gone: { id: urls.assertionUrl, revoked: true, revocationReason: '착오' } } },
    'revoked',
    'revoked',
  ],
  [
    'hosted, marked revoked',
    assertion,
    { [urls.assertionUrl]: { document: { ...assertion, revoked: true } } },
    'revoked',
    'revoked',
  ],
  [
    'hosted, altered in the hand',
    { ...assertion, issuedOn: '2020-01-01T00:00:00Z' },
    {},
    'tampered',
    'hosted-copy-differs',
  ],
  [
    'hosted, its host silent',
    assertion,
    { [urls.assertionUrl]: unreachable },
    'status_unknown',
    'assertion-unreachable',
  ],
  [
    'hosted, its achievement silent',
    assertion,
    { [urls.achievementUrl]: unreachable },
    'status_unknown',
    'assertion-unreachable',
  ],
  [
    'hosted, its answer no document',
    assertion,
    { [urls.assertionUrl]: { document: 'x' } },
    'status_unknown',
    'issuer-document-malformed',
  ],
  ['hosted by a stranger', moved, { [elsewhere]: { document: moved } }, 'tampered', 'issuer-of-another-origin'],
  [
    'hosted elsewhere by leave of the issuer',
    moved,
    {
      [elsewhere]: { document: moved },
      [urls.issuerUrl]: {
        document: { ...issuer, verification: { allowedOrigins: ['evil.example', 'badges.hanbit.example'] } },
      },
    },
    'valid',
  ],
  [
    'hosted outside the paths that are allowed',
    assertion,
    {
      [urls.issuerUrl]: {
        document: { ...issuer, verification: { startsWith: 'https://badges.hanbit.example/other' } },
      },
    },
    'tampered',
    'issuer-of-another-origin',
  ],
  [
    'hosted without an address of its own',
    { ...assertion, id: 'urn:uuid:1' },
    {},
    'status_unknown',
    'issuer-document-malformed',
  ],
  [
    'an achievement inside it',
    { ...assertion, badge: { ...achievement, issuer } },
    { [urls.assertionUrl]: { document: { ...assertion, badge: { ...achievement, issuer } } } },
    'valid',
  ],

  ['signed', jwsOf(signedAssertion), signing, 'valid'],
  [
    'signed, revoked alone in its list',
    jwsOf(signedAssertion),
    listing({ id: signedAssertion.id, revocationReason: '착오' }),
    'revoked',
    'revoked',
  ],
  [
    'signed, revoked among others',
    jwsOf(signedAssertion),
    listing(['urn:x:1', signedAssertion.id]),
    'revoked',
    'revoked',
  ],
  [
    'signed, its list silent',
    jwsOf(signedAssertion),
    { ...signing, [listUrl]: unreachable },
    'status_unknown',
    'status-list-unreachable',
  ],
  [
    'signed, its list no document',
    jwsOf(signedAssertion),
    { ...signing, [listUrl]: { document: 5 } },
    'status_unknown',
    'status-list-malformed',
  ],
  [
    'signed, without a list',
    jwsOf(signedAssertion),
    { ...signing, [urls.issuerUrl]: { document: { ...issuer, publicKey: [{ id: keyUrl }] } } },
    'valid',
  ],
  [
    'signed, its key silent',
    jwsOf(signedAssertion),
    { ...signing, [keyUrl]: unreachable },
    'status_unknown',
    'issuer-unreachable',
  ],
  [
    'signed by a key the issuer does not list',
    jwsOf(signedAssertion),
    { ...signing, [urls.issuerUrl]: { document: issuer } },
    'tampered',
    'key-not-of-issuer',
  ],
  [
    'signed by a key of another owner',
    jwsOf(signedAssertion),
    { ...signing, [keyUrl]: { document: { owner: 'https://evil.example', publicKeyPem: '' } } },
    'tampered',
    'key-not-of-issuer',
  ],
  [
    'signed by a key that is none',
    jwsOf(signedAssertion),
    { ...signing, [keyUrl]: { document: { owner: urls.issuerUrl, publicKeyPem: 'x' } } },
    'tampered',
    'key-malformed',
  ],
  [
    'signed, altered',
    jwsOf(signedAssertion).replace(
      /\.[^.]+\./,
      `.${encode({ ...signedAssertion, issuedOn: '2020-01-01T00:00:00Z' })}.`,
    ),
    signing,
    'tampered',
    'signature-wrong',
  ],
  ['signed by nobody', jwsOf(signedAssertion, { alg: 'none' }), signing, 'tampered', 'proof-missing'],
  ['signed, but handed in as plain text', signedAssertion, signing, 'tampered', 'proof-missing'],

  ['a date without a zone', { ...assertion, issuedOn: '2020-01-01' }, {}, 'unreadable', 'credential-malformed'],
  ['no recipient', { ...assertion, recipient: 'x' }, {}, 'unreadable', 'credential-malformed'],
  ['no manner of verification', { ...assertion, verification: 'x' }, {}, 'unreadable', 'credential-malformed'],
  ['a manner nobody knows', { ...assertion, verification: { type: 'x' } }, {}, 'unreadable', 'credential-malformed'],
  [
    'an achievement without a name',
    assertion,
    { [urls.achievementUrl]: { document: { issuer: urls.issuerUrl } } },
    'unreadable',
    'credential-malformed',
  ],
  [
    'an issuer that is none',
    assertion,
    { [urls.issuerUrl]: { document: { name: 'x' } } },
    'unreadable',
    'credential-malformed',
  ],
  ['something else', { a: 1 }, {}, 'unreadable', 'not-a-credential'],
  ['an address that is silent', 'https://a.example/1', {}, 'status_unknown', 'assertion-unreachable'],
]

for (const [name, input, documents, verdict, because] of cases)
  test(`an older assertion, ${name}: ${verdict}`, async () => {
    const { result } = await ask(input, documents)
    assert.equal(result.verdict, verdict, JSON.stringify(result.checks))
    if (because)
      assert.ok(
        result.checks.some((line) => line.because === because),
        JSON.stringify(result.checks),
      )
  })

test('what is missing is named, document by document', async () => {
  const documents = new Map<string, FetchedDocument>()
  const asked: string[] = []
  for (let round = 0; round < 5; round++) {
    const { wanted, result } = await verifyAssertion(urls.assertionUrl, documents, { at: NOON, trust })
    if (wanted.length === 0) {
      assert.equal(result.verdict, 'valid')
      break
    }
    for (const url of wanted) documents.set(url, published[url]!)
    asked.push(...wanted)
  }
  assert.deepEqual(asked, [urls.assertionUrl, urls.achievementUrl, urls.issuerUrl])
})

test('dates, trust and the recipient count as they do for newer credentials', async () => {
  const expired = { ...assertion, expires: NOON }
  const hosted = { [urls.assertionUrl]: { document: expired } }
  assert.equal((await ask(expired, hosted, { at: '2027-01-01T00:00:00Z' })).result.verdict, 'expired')
  assert.equal((await ask(assertion, {}, { at: '2020-01-01T00:00:00Z' })).result.verdict, 'not_yet_valid')
  const unknown = await verifyAssertion(assertion, new Map(Object.entries(published)), { at: NOON, trust: new Map() })
  assert.equal(unknown.result.verdict, 'issuer_unverified')
  const tested = await verifyAssertion(assertion, new Map(Object.entries(published)), {
    at: NOON,
    trust: new Map([[urls.issuerUrl, { standing: 'test' }]]),
  })
  assert.equal(tested.result.verdict, 'test')
  for (const [recipient, because] of [
    ['haneul@example.com', 'recipient-matches'],
    ['bada@example.com', 'recipient-differs'],
  ] as const)
    assert.ok((await ask(assertion, {}, { recipient })).result.checks.some((line) => line.because === because))
})

test('a baked older picture is read back to its assertion', () => {
  const input = readInput(bake(aPng, 'image/png', JSON.stringify(assertion), 'ob2'))
  assert.ok(input.outcome === 'read' && input.form === 'json' && isAssertion(input.value))
})

test('the view is the one that newer credentials have', async () => {
  const { credential } = (await ask(assertion)).result
  assert.equal(credential?.obVersion, '2.0')
  assert.equal(credential?.issuer.name, '한빛대학교')
  assert.equal(credential?.subject.achievement?.name, 'AI 데이터 기초')
})

test('a credential for a holder without an address has no older edition', async () => {
  const holder = parseCredential(await aSigned(someParts({ recipient: { id: 'did:example:1' } })))
  assert.ok(holder.outcome === 'parsed')
  assert.equal(composeAssertion({ credential: holder.credential, ...urls }), null)
})

test('a moment that is none is misuse', async () => {
  await assert.rejects(ask(assertion as JsonObject, {}, { at: 'now' }), { code: 'date-malformed' })
})

test('what was added to a hosted assertion in the hand is not shown as the issuer’s words', async () => {
  const embellished = {
    ...assertion,
    narrative: '수석 졸업',
    evidence: [{ id: 'https://evil.example/', narrative: 'x' }],
  }
  const { result } = await ask(embellished)
  assert.equal(result.verdict, 'valid')
  assert.equal(result.credential?.subject.narrative, undefined)
  assert.deepEqual(result.credential?.evidence, [])
  assert.deepEqual(result.credential?.json, assertion)
})

test('a hosted copy that is no assertion is another than the one in the hand', async () => {
  const { result } = await ask(assertion, { [urls.assertionUrl]: { document: { ...assertion, verification: null } } })
  assert.equal(result.checks.find(({ check }) => check === 'signature')?.because, 'hosted-copy-differs')
})
