// What each line of an answer tells: the things compared, named so that a reader could compare them again.

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
  signed,
  someMaterial,
  someParts,
} from '../../test/fixtures.ts'
import {
  type Check,
  composeCredential,
  composeEndorsement,
  type JsonObject,
  type Material,
  type StatusPurpose,
  setBit,
  type VerifyOptions,
  verify,
  withBit,
} from '../index.ts'
import { CLOCK_SKEW_MS } from '../limits.ts'
import { VERDICT_OF, VERDICTS, verdictOf } from './result.ts'

const credential = await aSigned()
const ask = (json: JsonObject = credential, material: Partial<Material> = {}, options: Partial<VerifyOptions> = {}) =>
  verify(json, someMaterial(material), { at: NOON, primitives: nodePrimitives, ...options })
const linesOf = async (...asked: Parameters<typeof ask>): Promise<Record<string, Omit<Check, 'check'>>> =>
  Object.fromEntries((await ask(...asked)).checks.map(({ check, ...line }) => [check, line]))

const listDetail = { type: 'BitstringStatusListEntry', purpose: 'revocation', list: LIST_URL, index: '4711' }
const bitsOf = (bits: Uint8Array, purpose = 'revocation'): Partial<Material> => ({
  statusLists: new Map([[LIST_URL, { bits, purpose }]]),
})
const set = withBit(new Uint8Array(16_384), 4_711, true)

test('a good answer tells what was compared, line by line', async () => {
  const result = await ask()
  assert.deepEqual(result.checks, [
    { check: 'format', outcome: 'passed', detail: { kind: 'achievement', dataModel: 'VC 2.0', openBadges: '3.0.3' } },
    {
      check: 'signature',
      outcome: 'passed',
      detail: {
        type: 'DataIntegrityProof',
        cryptosuite: 'eddsa-rdfc-2022',
        verificationMethod: hanbit.verificationMethod,
        created: NOON,
      },
    },
    {
      check: 'issuer',
      outcome: 'passed',
      detail: { id: hanbit.did, claimedName: '한빛대학교', knownName: '한빛대학교' },
    },
    { check: 'status', outcome: 'passed', detail: listDetail },
    { check: 'validity', outcome: 'passed', because: 'no-end-declared', detail: { at: NOON, validFrom: NOON } },
  ])
  assert.match(result.canonicalHash ?? '', /^[0-9a-f]{64}$/)
  assert.equal(result.at, NOON)
  assert.equal('inner' in result || 'proofs' in result || 'faults' in result, false)
})

test('an issuer without a name, known by none, is told by its id alone', async () => {
  const nameless = await aSigned(someParts({ issuer: { id: hanbit.did } }))
  const trust = new Map([[hanbit.did, { standing: 'confirmed' as const }]])
  assert.deepEqual((await linesOf(nameless, { trust })).issuer, { outcome: 'passed', detail: { id: hanbit.did } })
})

test('a revocation tells the list and the place, or our own record with its date and reason', async () => {
  assert.deepEqual((await linesOf(credential, bitsOf(set))).status, {
    outcome: 'failed',
    because: 'revoked',
    detail: listDetail,
  })
  const revoked = { at: NOON, reason: '착오 발급' }
  assert.deepEqual((await linesOf(credential, { registry: { revoked } })).status?.detail, {
    by: 'registry',
    ...revoked,
  })
  assert.deepEqual((await linesOf(credential, { registry: { revoked: {} } })).status?.detail, { by: 'registry' })
  assert.deepEqual((await linesOf(credential, { registry: { supersededBy: 'urn:x:2' } })).status?.detail, {
    by: 'registry',
    supersededBy: 'urn:x:2',
  })
})

test('a suspension of our own turns the set bit into one that may be lifted, and leaves other findings alone', async () => {
  const suspended = { at: NOON, reason: '확인 중' }
  const alone = await linesOf(credential, { registry: { suspended } })
  assert.deepEqual(alone.status, { outcome: 'failed', because: 'suspended', detail: { by: 'registry', ...suspended } })
  const withBitSet = await linesOf(credential, { ...bitsOf(set), registry: { suspended } })
  assert.equal(withBitSet.status?.because, 'suspended')
  assert.equal(withBitSet.status?.detail?.reason, '확인 중')
  const gone = await linesOf(credential, { statusLists: new Map(), registry: { suspended } })
  assert.equal(gone.status?.because, 'suspended')
})

async function withEntry(change: JsonObject): Promise<JsonObject> {
  const unsigned = structuredClone(composeCredential(someParts())) as JsonObject
  unsigned.credentialStatus = { ...(unsigned.credentialStatus as JsonObject), ...change }
  return signed(unsigned)
}

const wide = new Uint8Array(16_384)
for (const bit of [0, 1, 3]) setBit(wide, 4_711 * 4 + bit, true)
const messages: JsonObject[] = [
  { status: '0x0', message: '처리 중' },
  { status: '0xd', message: '이관됨' },
]

test('a message is told in its own words, or as a number when the entry has none for it', async () => {
  const told = async (statusMessage: JsonObject[] | undefined) =>
    (
      await linesOf(
        await withEntry({ statusPurpose: 'message', statusSize: 4, ...(statusMessage ? { statusMessage } : {}) }),
        bitsOf(wide, 'message'),
      )
    ).status
  assert.deepEqual(await told(messages), {
    outcome: 'passed',
    because: 'status-message',
    detail: { ...listDetail, purpose: 'message', message: '이관됨' },
  })
  assert.equal((await told(messages.slice(0, 1)))?.detail?.message, '0xd')
  assert.equal((await told(undefined))?.detail?.message, '0xd')
})

const places: [string, number, number, string | undefined][] = [
  ['the last place of a list', 131_071, 1, undefined],
  ['one place more', 131_072, 1, 'status-index-out-of-range'],
  ['the last place of two bits', 65_535, 2, undefined],
  ['a place of two bits beyond', 65_536, 2, 'status-index-out-of-range'],
]

for (const [name, index, statusSize, because] of places)
  test(`${name} is ${because ? 'beyond the list' : 'read'}`, async () => {
    const entry = await withEntry({ statusListIndex: String(index), statusSize, statusPurpose: 'refresh' })
    assert.equal((await linesOf(entry, bitsOf(new Uint8Array(16_384), 'refresh'))).status?.because, because)
  })

test('of several entries the gravest decides, however they are ordered', async () => {
  const entry = (purpose: StatusPurpose | 'fashion', url: string): JsonObject => ({
    ...(composeCredential(someParts()).credentialStatus as JsonObject),
    statusPurpose: purpose,
    statusListCredential: url,
  })
  const statusLists: Material['statusLists'] = new Map([
    ['urn:x:r', { bits: set, purpose: 'revocation' }],
    ['urn:x:s', { bits: set, purpose: 'suspension' }],
    ['urn:x:m', { bits: set, purpose: 'message' }],
    ['urn:x:f', { bits: set, purpose: 'fashion' }],
  ])
  const all = {
    revocation: entry('revocation', 'urn:x:r'),
    suspension: entry('suspension', 'urn:x:s'),
    message: entry('message', 'urn:x:m'),
    fashion: entry('fashion', 'urn:x:f'),
  }
  const becauseOf = async (names: readonly (keyof typeof all)[]) => {
    const unsigned = {
      ...(composeCredential(someParts()) as JsonObject),
      credentialStatus: names.map((name) => all[name]),
    }
    return (await linesOf(await signed(unsigned), { statusLists })).status?.because
  }
  assert.equal(await becauseOf(['message', 'suspension', 'revocation']), 'revoked')
  assert.equal(await becauseOf(['suspension', 'message', 'fashion']), 'suspended')
  assert.equal(await becauseOf(['message', 'fashion']), 'status-purpose-unknown')
  assert.equal(await becauseOf(['fashion', 'message']), 'status-purpose-unknown')
})

test('a list that does not answer tells which list it was', async () => {
  const line = (await linesOf(credential, { statusLists: new Map([[LIST_URL, { unreachable: 'timeout' }]]) })).status
  assert.deepEqual(line, { outcome: 'inconclusive', because: 'status-list-unreachable', detail: listDetail })
})

const moments: [string, Partial<Parameters<typeof someParts>[0]>, string, string | undefined][] = [
  ['the very end', { validUntil: LATER }, LATER, undefined],
  ['a second after the end', { validUntil: LATER }, '2026-11-24T03:00:01Z', 'expired'],
  ['the last moment that clocks may differ by', { validFrom: LATER }, '2026-11-24T02:55:00Z', undefined],
  ['a second before that', { validFrom: LATER }, '2026-11-24T02:54:59Z', 'not-yet-valid'],
]

for (const [name, change, at, because] of moments)
  test(`at ${name}: ${because ?? 'in force'}`, async () => {
    assert.equal(CLOCK_SKEW_MS, 300_000)
    const parts = someParts({ validUntil: '2027-01-01T00:00:00Z', ...change })
    const line = (await linesOf(await aSigned(parts), {}, { at })).validity
    assert.deepEqual(line, {
      outcome: because ? 'failed' : 'passed',
      ...(because ? { because } : {}),
      detail: { at, validFrom: parts.validFrom, validUntil: parts.validUntil! },
    })
  })

test('who a recipient was recognised by is told, and what they are compared with never', async () => {
  const known = await aSigned(someParts({ recipient: { ...someParts().recipient, id: 'did:example:haneul' } }))
  const line = async (recipient: NonNullable<VerifyOptions['recipient']>) =>
    (await linesOf(known, {}, { recipient })).recipient
  assert.deepEqual(await line({ id: 'did:example:haneul' }), passing('id'))
  assert.deepEqual(await line({ id: 'did:example:bada', identity: ' HANEUL@example.com ' }), passing('emailAddress'))
  assert.deepEqual(await line({ identity: '김하늘' }), passing('name'))
  assert.deepEqual(await line({}), { outcome: 'failed', because: 'recipient-differs' })
  assert.deepEqual(await line({ id: 'did:example:bada' }), { outcome: 'failed', because: 'recipient-differs' })
})

const passing = (comparedBy: string) => ({ outcome: 'passed', because: 'recipient-matches', detail: { comparedBy } })

test('of several evidence files the worst is told, with its address', async () => {
  const digest = (content: string) => ({
    sha256: nodePrimitives.sha256(new TextEncoder().encode(content)) as Uint8Array,
  })
  const files = ['a', 'b', 'c'].map((name) => ({ id: `https://files.example/${name}`, digest: digest(name) }))
  const sealed = await aSigned(someParts({ evidence: files }))
  const line = async (contents: readonly (string | null)[]) => {
    const evidence = new Map(
      contents.map((content, at) => [files[at]!.id, content === null ? { unreachable: 'gone' } : digest(content)]),
    )
    const found = (await linesOf(sealed, {}, { evidence })).evidence
    return [found?.outcome, found?.because, found?.detail?.id?.slice(-1)]
  }
  assert.deepEqual(await line(['a', 'b', 'c']), ['passed', 'evidence-unchanged', 'a'])
  assert.deepEqual(await line(['a', null, 'c']), ['inconclusive', 'evidence-unreachable', 'b'])
  assert.deepEqual(await line(['a', null, 'x']), ['failed', 'evidence-changed', 'c'])
  assert.deepEqual(await line(['a', 'b']), ['inconclusive', 'evidence-unreachable', 'c'])
})

test('what stands inside is judged at the same moment, as deep as is read and no deeper', async () => {
  const partner = anIssuer('partner')
  const word = await signed(
    composeEndorsement({
      id: 'urn:x:e',
      name: 'x',
      issuer: { id: partner.did },
      validFrom: NOON,
      validUntil: NOON,
      subjectId: 'urn:x:1',
    }),
    partner,
  )
  const material: Partial<Material> = {
    issuers: new Map([hanbit, partner].map(({ did, document }) => [did, { document }])),
    trust: new Map([...confirmed(hanbit), ...confirmed(partner)]),
    registry: { supersededBy: 'urn:x:2' },
  }
  let nested: JsonObject = word
  for (let depth = 0; depth < 5; depth++) nested = await aSigned(someParts({ endorsement: [nested] }))
  let result = await ask(nested, material, { at: LATER })
  assert.equal(result.verdict, 'superseded')
  for (let depth = 0; depth < 3; depth++) {
    assert.equal(result.inner?.[0]?.path, '/endorsement/0')
    result = result.inner![0]!.result
    assert.equal(result.verdict, 'valid') // our record is of the whole
  }
  assert.equal(result.inner, undefined)
  const [inner] = (await ask(await aSigned(someParts({ endorsement: [word] })), material, { at: LATER })).inner ?? []
  assert.equal(inner?.result.verdict, 'expired')
})

test('an inner credential that cannot be read tells its faults', async () => {
  const result = await ask(
    await aSigned(someParts({ endorsement: [{ id: 'urn:x:1', type: ['VerifiableCredential'] }] })),
  )
  const [inner] = result.inner ?? []
  assert.deepEqual(inner?.result.checks, [{ check: 'format', outcome: 'failed', because: 'credential-malformed' }])
  assert.ok(inner?.result.faults?.some(({ path, code }) => path === '/issuer' && code === 'missing'))
})

const line = (check: Check['check'], outcome: Check['outcome'], because?: Check['because']): Check => ({
  check,
  outcome,
  ...(because === undefined ? {} : { because }),
})
const sealed = [line('format', 'passed'), line('signature', 'passed')]

const folds: [string, Check[], string][] = [
  ['nothing but good lines', sealed, 'valid'],
  ['a line that failed for no reason given', [...sealed, line('status', 'failed')], 'tampered'],
  ['a line that could not be drawn for no reason given', [...sealed, line('issuer', 'inconclusive')], 'status_unknown'],
  ['a failed line whose reason decides nothing', [...sealed, line('status', 'failed', 'status-message')], 'tampered'],
  ['a passed line whose reason decides nothing', [...sealed, line('status', 'passed', 'status-message')], 'valid'],
  ['another recipient', [...sealed, line('recipient', 'failed', 'recipient-differs')], 'valid'],
  ['changed evidence', [...sealed, line('evidence', 'failed', 'evidence-changed')], 'valid'],
  [
    'a broken seal, and an end',
    [line('format', 'passed'), line('signature', 'failed', 'signature-wrong'), line('validity', 'failed', 'expired')],
    'tampered',
  ],
  [
    'a seal that could not be checked, and a revocation',
    [line('signature', 'inconclusive', 'issuer-unreachable'), line('status', 'failed', 'revoked')],
    'status_unknown',
  ],
  ['JSON that two readers read differently', [line('format', 'failed', 'json-duplicate-key')], 'unreadable'],
  ['a term without meaning', [line('format', 'passed'), line('signature', 'failed', 'json-ld-unsafe')], 'tampered'],
  ['no line at all', [], 'valid'],
]

for (const [name, checks, verdict] of folds)
  test(`${name} folds to ${verdict}`, () => {
    assert.equal(verdictOf(checks), verdict)
  })

test('every reason that decides gives just the verdict that stands beside it', () => {
  for (const [because, verdict] of Object.entries(VERDICT_OF)) {
    const isOfTheSeal = ['unreadable', 'tampered'].includes(String(verdict))
    const said = line(isOfTheSeal ? 'signature' : 'status', 'failed', because as Check['because'])
    const rest = isOfTheSeal ? [line('format', 'passed')] : sealed
    if (verdict !== null) assert.equal(verdictOf([...rest, said]), verdict, because)
  }
})

test('the gravest part decides over a whole, an endorsement over nothing', () => {
  const inner = (relation: 'part' | 'endorsement', verdict: (typeof VERDICTS)[number]) => ({
    path: '/x',
    relation,
    result: { verdict, checks: [], at: NOON },
  })
  assert.equal(verdictOf(sealed, [inner('part', 'expired'), inner('part', 'revoked')]), 'revoked')
  assert.equal(verdictOf(sealed, [inner('part', 'valid'), inner('endorsement', 'tampered')]), 'valid')
  const broken = [line('signature', 'failed', 'signature-wrong')]
  assert.equal(verdictOf(broken, [inner('part', 'unreadable')]), 'tampered')
  assert.equal(VERDICTS.length, 11)
})

test('a full credential passes with its evidence and recipient asked for', async () => {
  const result = await ask(
    await aSigned(fullParts()),
    {},
    { recipient: { identity: 'haneul@example.com' }, evidence: new Map() },
  )
  assert.deepEqual(
    result.checks.map(({ check }) => check),
    ['format', 'signature', 'issuer', 'status', 'validity', 'recipient', 'evidence'],
  )
})

const general: JsonObject = {
  '@context': ['https://www.w3.org/ns/credentials/v2', 'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json'],
  type: ['VerifiableCredential'],
  issuer: hanbit.did,
  credentialSubject: { id: 'urn:x:1' },
}
const OLDER = 'https://badges.hanbit.example/revoked.json'
const olderList = (revokedCredential: JsonObject[]): Partial<Material> => ({
  statusLists: new Map([[OLDER, { credential: { id: OLDER, issuer: hanbit.did, revokedCredential } }]]),
})

test('the older list names a credential by its id, with a reason or without; one without an id is on no list', async () => {
  const credentialStatus = { id: OLDER, type: '1EdTechRevocationList' }
  const named = await signed({ ...general, id: 'urn:x:7', credentialStatus })
  const detail = { type: '1EdTechRevocationList', purpose: 'revocation', list: OLDER }
  assert.deepEqual((await linesOf(named, olderList([{ id: 'urn:x:7' }]))).status, {
    outcome: 'failed',
    because: 'revoked',
    detail,
  })
  const nameless = await signed({ ...general, credentialStatus })
  assert.deepEqual((await linesOf(nameless, olderList([{ id: 'urn:x:7' }]))).status, { outcome: 'passed', detail })
})

test('a suspension tells until when it was meant', async () => {
  const suspended = { at: NOON, until: LATER }
  assert.deepEqual((await linesOf(credential, { registry: { suspended } })).status?.detail, {
    by: 'registry',
    ...suspended,
  })
})

test('editions without a date are compared by their id and issuer alone', async () => {
  const refreshService = { id: 'https://badges.hanbit.example/refresh/1', type: '1EdTechCredentialRefresh' }
  const undated = await signed({ ...general, id: 'urn:x:7', refreshService })
  assert.equal((await linesOf(undated, { refreshed: { credential: undated } })).refresh?.because, 'refresh-unchanged')
})
