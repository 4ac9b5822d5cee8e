import assert from 'node:assert/strict'
import test from 'node:test'
import {
  anIssuer,
  aSigned,
  confirmed,
  fullParts,
  hanbit,
  LATER,
  LIST_URL,
  NOON,
  nodePrimitives,
  someMaterial,
  someParts,
} from '../../test/fixtures.ts'
import {
  type Check,
  composeDidDocument,
  type Json,
  type JsonObject,
  type Material,
  needsOf,
  parseCredential,
  type RegistryEntry,
  unreadable,
  type VerifyOptions,
  verify,
  webPrimitives,
  withBit,
} from '../index.ts'

const signed = await aSigned()
const ask = (credential: Json, material: Material = someMaterial(), options: Partial<VerifyOptions> = {}) =>
  verify(credential, material, { at: NOON, primitives: nodePrimitives, ...options })
const lineOf = (checks: readonly Check[], name: string) => checks.find(({ check }) => check === name)

function altered(change: (credential: JsonObject, proof: JsonObject) => void, credential: Json = signed): JsonObject {
  const copy = structuredClone(credential) as JsonObject
  change(copy, (copy.proof as JsonObject[])[0]!)
  return copy
}

const listOfBits = (bits: Uint8Array, purpose = 'revocation'): Partial<Material> => ({
  statusLists: new Map([[LIST_URL, { bits, purpose }]]),
})
const revokedBits = withBit(new Uint8Array(16_384), 4_711, true)
const registry = (entry: RegistryEntry): Partial<Material> => ({ registry: entry })
const other = anIssuer('other')
const keyState = (state: 'retired' | 'compromised', since: string): Partial<Material> => ({
  trust: confirmed(hanbit, { keys: new Map([[hanbit.multibase, { state, since }]]) }),
})

interface Case {
  readonly name: string
  readonly credential?: Json
  readonly material?: Partial<Material>
  readonly at?: string
  readonly verdict: string
  readonly line?: readonly [string, string, string?]
}

const cases: Case[] = [
  { name: 'everything in order', verdict: 'valid', line: ['signature', 'passed'] },
  { name: 'a credential with every part', credential: await aSigned(fullParts()), verdict: 'valid' },
  {
    name: 'no status at all',
    credential: await aSigned(someParts({ status: undefined })),
    verdict: 'valid',
    line: ['status', 'passed', 'no-status-declared'],
  },

  {
    name: 'no credential',
    credential: { a: 1 },
    verdict: 'unreadable',
    line: ['format', 'failed', 'credential-malformed'],
  },
  {
    name: 'an unknown context',
    credential: altered((c) => (c['@context'] as Json[]).push('https://a.example/')),
    verdict: 'unreadable',
    line: ['signature', 'inconclusive', 'context-unknown'],
  },
  {
    name: 'a context written inline',
    credential: altered((c) => (c['@context'] as Json[]).push({ x: 'https://a.example/#x' })),
    verdict: 'unreadable',
    line: ['signature', 'inconclusive', 'context-inline'],
  },
  {
    name: 'an unknown suite',
    credential: altered((_, p) => (p.cryptosuite = 'bbs-2023')),
    verdict: 'unreadable',
    line: ['signature', 'inconclusive', 'proof-suite-unknown'],
  },
  {
    name: 'a suite named like a property of every object',
    credential: altered((_, p) => (p.cryptosuite = 'constructor')),
    verdict: 'unreadable',
  },

  {
    name: 'another name',
    credential: altered(
      (c) => (((c.credentialSubject as JsonObject).identifier as JsonObject[])[0]!.identityHash = '김바다'),
    ),
    verdict: 'tampered',
    line: ['signature', 'failed', 'signature-wrong'],
  },
  {
    name: 'an added term without meaning',
    credential: altered((c) => (c.grade = 'A')),
    verdict: 'tampered',
    line: ['signature', 'failed', 'json-ld-unsafe'],
  },
  {
    name: 'no proof',
    credential: altered((c) => delete c.proof),
    verdict: 'tampered',
    line: ['signature', 'failed', 'proof-missing'],
  },
  {
    name: 'a proof for another purpose',
    credential: altered((_, p) => (p.proofPurpose = 'authentication')),
    verdict: 'tampered',
    line: ['signature', 'failed', 'proof-purpose'],
  },
  {
    name: 'a proof without value',
    credential: altered((_, p) => delete p.proofValue),
    verdict: 'tampered',
    line: ['signature', 'failed', 'proof-malformed'],
  },
  {
    name: 'a proof value of the wrong length',
    credential: altered((_, p) => (p.proofValue = 'z111')),
    verdict: 'tampered',
    line: ['signature', 'failed', 'proof-malformed'],
  },
  {
    name: 'a proof value in another base',
    credential: altered((_, p) => (p.proofValue = 'uAAAA')),
    verdict: 'tampered',
    line: ['signature', 'failed', 'proof-malformed'],
  },
  {
    name: 'a proof made in no calendar',
    credential: altered((_, p) => (p.created = 'yesterday')),
    verdict: 'tampered',
    line: ['signature', 'failed', 'proof-malformed'],
  },
  {
    name: 'a proof that ends in no calendar',
    credential: altered((_, p) => (p.expires = 'soon')),
    verdict: 'tampered',
    line: ['signature', 'failed', 'proof-malformed'],
  },
  {
    name: 'a proof from the future',
    credential: altered((_, p) => (p.created = LATER)),
    verdict: 'tampered',
    line: ['signature', 'failed', 'proof-from-the-future'],
  },
  {
    name: 'a proof that has expired',
    credential: altered((_, p) => (p.expires = '2026-01-01T00:00:00Z')),
    verdict: 'tampered',
    line: ['signature', 'failed', 'proof-expired'],
  },
  {
    name: 'a key the issuer does not list',
    credential: altered((_, p) => (p.verificationMethod = other.verificationMethod)),
    verdict: 'tampered',
    line: ['signature', 'failed', 'key-not-of-issuer'],
  },
  {
    name: 'a good proof beside a broken one',
    credential: altered((c, p) => (c.proof = [p, { ...p, created: '2026-11-23T02:00:00Z' }])),
    verdict: 'tampered',
    line: ['signature', 'failed', 'signature-wrong'],
  },
  {
    name: 'a good proof beside one of an unknown suite',
    credential: altered((c, p) => (c.proof = [{ ...p, cryptosuite: 'x' }, p])),
    verdict: 'valid',
  },
  { name: 'a proof that is no array', credential: altered((c, p) => (c.proof = p)), verdict: 'valid' },

  { name: 'a set bit', material: listOfBits(revokedBits), verdict: 'revoked', line: ['status', 'failed', 'revoked'] },
  {
    name: 'our own record of a revocation',
    material: registry({ revoked: { at: NOON, reason: '착오 발급' } }),
    verdict: 'revoked',
  },
  {
    name: 'our own record of a suspension, the bit set for everybody else',
    material: { ...listOfBits(revokedBits), ...registry({ suspended: { reason: '확인 중' } }) },
    verdict: 'suspended',
    line: ['status', 'failed', 'suspended'],
  },
  {
    name: 'a suspension and a revocation',
    material: { ...listOfBits(revokedBits), ...registry({ suspended: {}, revoked: {} }) },
    verdict: 'revoked',
  },
  {
    name: 'a newer edition',
    material: registry({ supersededBy: 'https://badges.hanbit.example/c/2' }),
    verdict: 'superseded',
    line: ['status', 'failed', 'superseded'],
  },
  {
    name: 'a newer edition of a revoked one',
    material: registry({ supersededBy: 'urn:x', revoked: {} }),
    verdict: 'revoked',
  },

  {
    name: 'a beginning in the future',
    credential: await aSigned(someParts({ validFrom: LATER })),
    verdict: 'not_yet_valid',
    line: ['validity', 'failed', 'not-yet-valid'],
  },
  {
    name: 'a beginning within the skew of clocks',
    credential: await aSigned(someParts({ validFrom: '2026-11-23T03:04:00Z' })),
    verdict: 'valid',
  },
  {
    name: 'an end in the past',
    credential: await aSigned(someParts({ validUntil: '2026-11-23T03:00:01Z' })),
    at: LATER,
    verdict: 'expired',
    line: ['validity', 'failed', 'expired'],
  },
  {
    name: 'an end in the past, revoked too',
    credential: await aSigned(someParts({ validUntil: NOON })),
    at: LATER,
    material: listOfBits(revokedBits),
    verdict: 'revoked',
  },

  {
    name: 'a list that does not answer',
    material: { statusLists: new Map([[LIST_URL, { unreachable: 'timeout' }]]) },
    verdict: 'status_unknown',
    line: ['status', 'inconclusive', 'status-list-unreachable'],
  },
  {
    name: 'a list nobody asked for',
    material: { statusLists: new Map() },
    verdict: 'status_unknown',
    line: ['status', 'inconclusive', 'status-list-unreachable'],
  },
  {
    name: 'bits of another purpose',
    material: listOfBits(revokedBits, 'suspension'),
    verdict: 'status_unknown',
    line: ['status', 'inconclusive', 'status-purpose-mismatch'],
  },
  {
    name: 'an index beyond the list',
    material: listOfBits(new Uint8Array(8)),
    verdict: 'status_unknown',
    line: ['status', 'inconclusive', 'status-index-out-of-range'],
  },
  {
    name: 'an issuer that does not answer',
    material: { issuers: new Map([[hanbit.did, { unreachable: 'timeout' }]]) },
    verdict: 'status_unknown',
    line: ['signature', 'inconclusive', 'issuer-unreachable'],
  },
  {
    name: 'an issuer that does not answer, and a set bit',
    material: { issuers: new Map(), ...listOfBits(revokedBits) },
    verdict: 'status_unknown',
  },
  {
    name: 'an issuer that does not answer, and altered contents',
    credential: altered((c) => (c.name = 'x')),
    material: { issuers: new Map() },
    verdict: 'tampered',
    line: ['signature', 'failed', 'signature-wrong'],
  },
  {
    name: 'a document of somebody else',
    material: { issuers: new Map([[hanbit.did, { document: other.document }]]) },
    verdict: 'status_unknown',
    line: ['signature', 'inconclusive', 'issuer-document-malformed'],
  },

  {
    name: 'an issuer nobody has confirmed',
    material: { trust: new Map() },
    verdict: 'issuer_unverified',
    line: ['issuer', 'inconclusive', 'issuer-unconfirmed'],
  },
  {
    name: 'an issuer known to be unconfirmed',
    material: { trust: confirmed(hanbit, { standing: 'unconfirmed' }) },
    verdict: 'issuer_unverified',
  },
  {
    name: 'an issuer that publishes no keys',
    material: { issuers: new Map([[hanbit.did, { document: { id: hanbit.did, type: 'Profile' } }]]) },
    verdict: 'issuer_unverified',
    line: ['issuer', 'inconclusive', 'key-not-published'],
  },
  {
    name: 'an unconfirmed issuer, expired',
    credential: await aSigned(someParts({ validUntil: NOON })),
    at: LATER,
    material: { trust: new Map() },
    verdict: 'expired',
  },

  {
    name: 'an issuer in test mode',
    material: { trust: confirmed(hanbit, { standing: 'test' }) },
    verdict: 'test',
    line: ['issuer', 'passed', 'test-issuer'],
  },
  {
    name: 'a credential issued for trial by a confirmed issuer',
    credential: await aSigned(someParts({ test: true })),
    verdict: 'test',
    line: ['issuer', 'passed', 'test-credential'],
  },
  {
    name: 'a credential issued for trial, revoked',
    credential: await aSigned(someParts({ test: true })),
    material: listOfBits(revokedBits),
    verdict: 'revoked',
  },

  { name: 'a key retired later', material: keyState('retired', LATER), verdict: 'valid' },
  {
    name: 'a key retired before',
    material: keyState('retired', '2026-01-01T00:00:00Z'),
    verdict: 'tampered',
    line: ['signature', 'failed', 'key-retired'],
  },
  {
    name: 'a key compromised before',
    material: keyState('compromised', NOON),
    verdict: 'tampered',
    line: ['signature', 'failed', 'key-compromised'],
  },
  {
    name: 'a key compromised later, issue not on record',
    material: keyState('compromised', LATER),
    verdict: 'status_unknown',
    line: ['signature', 'inconclusive', 'key-compromised-undated'],
  },
  {
    name: 'a key compromised later, issue on record before',
    material: { ...keyState('compromised', LATER), ...registry({ recordedAt: NOON }) },
    verdict: 'valid',
  },
  {
    name: 'a key compromised, issue on record after',
    material: { ...keyState('compromised', LATER), ...registry({ recordedAt: '2026-12-01T00:00:00Z' }) },
    verdict: 'status_unknown',
  },
  {
    name: 'a key its own document calls revoked',
    material: {
      issuers: new Map([
        [
          hanbit.did,
          {
            document: composeDidDocument({
              did: hanbit.did,
              keys: [{ publicKeyMultibase: hanbit.multibase, revoked: NOON }],
            }),
          },
        ],
      ]),
    },
    verdict: 'tampered',
    line: ['signature', 'failed', 'key-retired'],
  },
]

for (const { name, credential = signed, material = {}, at = NOON, verdict, line } of cases)
  test(`${name}: ${verdict}`, async () => {
    const result = await ask(credential, someMaterial(material), { at })
    assert.equal(result.verdict, verdict, JSON.stringify(result.checks, null, 1))
    if (!line) return
    const found = lineOf(result.checks, line[0])
    assert.deepEqual([found?.outcome, found?.because], [line[1], line[2]])
  })

test('WebCrypto comes to the same answers', async () => {
  for (const [credential, verdict] of [
    [signed, 'valid'],
    [altered((c) => (c.name = 'x')), 'tampered'],
  ] as const)
    assert.equal((await ask(credential, someMaterial(), { primitives: webPrimitives })).verdict, verdict)
})

test('a revoked credential is reported revoked, and its signature still good', async () => {
  const result = await ask(signed, someMaterial(listOfBits(revokedBits)))
  assert.equal(lineOf(result.checks, 'signature')?.outcome, 'passed')
  assert.deepEqual(
    result.checks.map(({ check }) => check),
    ['format', 'signature', 'issuer', 'status', 'validity'],
  )
})

test('an issuer known by its key alone needs nothing fetched', async () => {
  const keyed = anIssuer('keyed')
  const did = `did:key:${keyed.multibase}`
  const issuer = anIssuer('keyed', did)
  const credential = await aSigned(someParts({ issuer: { id: did }, status: undefined }), issuer)
  assert.deepEqual(needsOf(parsed(credential)), { issuers: [{ id: did, url: null }], statusLists: [] })
  assert.equal((await ask(credential, someMaterial({ issuers: new Map(), trust: confirmed(issuer) }))).verdict, 'valid')
  assert.equal(
    (await ask(credential, someMaterial({ issuers: new Map(), trust: new Map() }))).verdict,
    'issuer_unverified',
  )
})

function parsed(credential: Json) {
  const result = parseCredential(credential)
  assert.equal(result.outcome, 'parsed')
  return (result as Extract<typeof result, { outcome: 'parsed' }>).credential
}

test('the needs of a credential are its issuer and its lists', () => {
  assert.deepEqual(needsOf(parsed(signed)), {
    issuers: [{ id: hanbit.did, url: 'https://badges.hanbit.example/i/hanbit/did.json' }],
    statusLists: [{ url: LIST_URL, purpose: 'revocation', index: '4711', type: 'BitstringStatusListEntry' }],
  })
})

test('the recipient and the evidence are reported without touching the verdict', async () => {
  const credential = await aSigned(fullParts())
  const url = 'https://portfolio.example/haneul/report.pdf'
  const sha256 = await nodePrimitives.sha256(new TextEncoder().encode('report'))
  const rows: [Partial<VerifyOptions>, string, string][] = [
    [{ recipient: { identity: 'haneul@example.com' } }, 'recipient', 'recipient-matches'],
    [{ recipient: { identity: 'bada@example.com' } }, 'recipient', 'recipient-differs'],
    [{ recipient: { id: 'did:example:1' } }, 'recipient', 'recipient-differs'],
    [{ evidence: new Map([[url, { sha256 }]]) }, 'evidence', 'evidence-unchanged'],
    [{ evidence: new Map([[url, { sha256: new Uint8Array(32) }]]) }, 'evidence', 'evidence-changed'],
    [{ evidence: new Map([[url, { unreachable: 'gone' }]]) }, 'evidence', 'evidence-unreachable'],
    [{ evidence: new Map() }, 'evidence', 'evidence-unreachable'],
  ]
  for (const [options, name, because] of rows) {
    const result = await ask(credential, someMaterial(), options)
    assert.equal(lineOf(result.checks, name)?.because, because)
    assert.equal(result.verdict, 'valid')
  }
})

test('nothing to verify is unreadable', () => {
  assert.equal(unreadable('not-a-credential', NOON).verdict, 'unreadable')
  assert.equal(unreadable('json-duplicate-key', NOON).verdict, 'unreadable')
})

test('a moment that is none is misuse', async () => {
  await assert.rejects(ask(signed, someMaterial(), { at: 'now' }), { code: 'date-malformed' })
})
