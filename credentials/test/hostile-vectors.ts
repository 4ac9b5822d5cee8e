// Makes the vectors that are bad input: JSON, pictures, graphs, contexts, keys and lists meant to deceive or to exhaust.

import { bake, composeCredential, type Json, type JsonObject, secureDocument } from '../src/index.ts'
import { INPUT_BYTES_MAX, JSON_BYTES_MAX, JSON_VALUES_MAX, SVG_ELEMENTS_MAX } from '../src/limits.ts'
import { anIssuer, aSigned, hanbit, LATER, LIST_URL, NOON, nodePrimitives, signed, someParts } from './fixtures.ts'
import { aPng, aSvg, iend, ihdr, pngChunk, pngOf, textChunk } from './pictures.ts'
import { type Case, of, tampered, unknown, unreadable } from './vector-case.ts'
import { changed, full, jsonChunk, list, listed, other, text, transcript, withEntry } from './vector-parts.ts'

export const door = anIssuer('door')
export const gone = anIssuer('retired')
export const spoiled = anIssuer('spoiled')
export const impostor = anIssuer('impostor')
export const keyless = anIssuer('keyless')

const { assertionMethod, ...signingIn } = door.document as JsonObject
const methodOf = (issuer: typeof hanbit): JsonObject =>
  ((issuer.document as JsonObject).verificationMethod as JsonObject[])[0]!

/** Documents that say something else than they should. */
export const hostileDocuments: Record<string, Json> = {
  [door.did]: { ...signingIn, authentication: assertionMethod! },
  [gone.did]: {
    ...(gone.document as JsonObject),
    verificationMethod: [{ ...methodOf(gone), revoked: '2026-01-01T00:00:00Z' }],
  },
  [spoiled.did]: {
    ...(spoiled.document as JsonObject),
    verificationMethod: [{ ...methodOf(spoiled), publicKeyMultibase: 'z1' }],
  },
  [impostor.did]: hanbit.document,
  [keyless.did]: { id: keyless.did, type: 'Profile' },
}

const by = async (issuer: typeof hanbit): Promise<string> =>
  JSON.stringify(await aSigned(someParts({ issuer: { id: issuer.did }, status: undefined }), issuer))
const ns = 'xmlns:ob="https://purl.imsglobal.org/ob/v3p0"'
const clr = JSON.stringify(await transcript(LIST_URL))
const subject = (c: JsonObject): JsonObject => c.credentialSubject as JsonObject
const achievement = (c: JsonObject): JsonObject => subject(c).achievement as JsonObject

// Nine nodes, each pointing at each other: to tell them apart takes factorial time.
const nodes = Array.from({ length: 9 }, (_, at) => `_:e${at}`)
const poison = nodes.map((id) => ({
  id,
  type: ['VerifiableCredential'],
  evidence: nodes.filter((other) => other !== id).map((other) => ({ id: other, type: ['VerifiableCredential'] })),
}))

const poisoned: JsonObject = {
  ...(JSON.parse(text) as JsonObject),
  type: ['VerifiableCredential'],
  credentialSubject: { id: 'urn:x:1' },
  evidence: poison as unknown as Json,
}

const fault = (code: string, at: string, says: string, change: (credential: JsonObject) => void): Case => ({
  ...of(
    ['unreadable', 'format', 'credential-malformed'],
    `fault-${code}.json`,
    says,
    changed((c) => change(c)),
  ),
  faults: [`${at} ${code}`],
})

const inAchievement = '/credentialSubject/achievement'
const faultCases: readonly Case[] = [
  fault(
    'missing',
    `${inAchievement}/description`,
    'an achievement without a description',
    (c) => delete achievement(c).description,
  ),
  fault(
    'wrong-type',
    `${inAchievement}/creditsAvailable`,
    'credits as a text',
    (c) => (achievement(c).creditsAvailable = '3'),
  ),
  fault('null', `${inAchievement}/version`, 'a version of nothing', (c) => (achievement(c).version = null)),
  fault('empty', `${inAchievement}/tag`, 'an empty list of tags', (c) => (achievement(c).tag = [])),
  fault('not-a-uri', '/id', 'a relative id', (c) => (c.id = '/c/1')),
  fault('not-a-datetime', '/validFrom', 'a date without a zone', (c) => (c.validFrom = '2026-11-23T03:00:00')),
  fault(
    'unknown-value',
    `${inAchievement}/achievementType`,
    'a type of achievement that is none',
    (c) => (achievement(c).achievementType = 'MicroDegree'),
  ),
  fault(
    'not-allowed',
    '/credentialSubject/identifier/0/note',
    'an identity object with a note',
    (c) => ((subject(c).identifier as JsonObject[])[0]!.note = 'x'),
  ),
  fault('inconsistent', '/validUntil', 'an end before the beginning', (c) => (c.validUntil = '2020-01-01T00:00:00Z')),
]

const made = (
  file: string,
  says: string,
  because: string,
  parts: readonly [string, string, string],
  times: number,
): Case => ({
  file,
  says,
  verdict: 'unreadable',
  because,
  made: { text: parts, times },
})

const madeCases: readonly Case[] = [
  made('json-too-large', 'a mebibyte of JSON', 'input-unknown', ['{"a":"', 'x', '"}'], JSON_BYTES_MAX),
  made(
    'json-too-many-values',
    'more values than are read',
    'json-too-many-values',
    ['{"a":[', '0,', '0]}'],
    JSON_VALUES_MAX * 2,
  ),
  made(
    'credential-too-large',
    'a mebibyte in a drawing',
    'credential-too-large',
    [`<svg ${ns}><ob:credential>{`, ' ', '}</ob:credential></svg>'],
    JSON_BYTES_MAX,
  ),
  made(
    'image-too-large',
    'a drawing of fifty thousand elements',
    'image-too-large',
    ['<svg>', '<a/>', '</svg>'],
    SVG_ELEMENTS_MAX,
  ),
  made('svg-too-deep', 'a drawing of great depth', 'svg-too-deep', ['<svg>', '<g>', ''], 1_000),
  made('input-too-large', 'more than sixteen mebibytes', 'input-too-large', ['', ' ', ''], INPUT_BYTES_MAX + 1),
]

const pictureCases: readonly Case[] = [
  of(['valid'], 'clr.png', 'a transcript in a PNG', bake(aPng, 'image/png', clr, 'clr2')),
  of(['valid'], 'clr.svg', 'a transcript in an SVG', bake(aSvg, 'image/svg+xml', clr, 'clr2')),
  of(
    ['valid'],
    'mark.svg',
    'a drawing behind a byte order mark',
    Buffer.concat([Buffer.from('\ufeff'), bake(aSvg, 'image/svg+xml', text)]),
  ),
  unreadable(
    'two-editions.png',
    'credentials of two editions',
    'several-credentials',
    pngOf(ihdr, jsonChunk, textChunk('openbadges', full), iend),
  ),
  unreadable(
    'two-credentials.svg',
    'two credentials in one drawing',
    'several-credentials',
    `<svg ${ns}><ob:credential>{}</ob:credential><ob:credential>{}</ob:credential></svg>`,
  ),
  unreadable(
    'behind-the-end.png',
    'a credential behind the end of the picture',
    'no-credential',
    pngOf(ihdr, iend, jsonChunk),
  ),
  unreadable('cut.png', 'a picture cut short', 'png-malformed', pngOf(ihdr, jsonChunk.subarray(0, 40))),
  unreadable(
    'many-chunks.png',
    'ten thousand chunks',
    'png-too-many-chunks',
    pngOf(ihdr, ...new Array(10_000).fill(pngChunk('tEXt', '')), iend),
  ),
  unreadable(
    'words.png',
    'words where the credential should be',
    'credential-malformed',
    pngOf(ihdr, textChunk('openbadgecredential', 'hello'), iend),
  ),
  unreadable(
    'crossed.svg',
    'crossed tags',
    'svg-malformed',
    `<svg ${ns}><g><ob:credential>{}</g></ob:credential></svg>`,
  ),
  unreadable('page.svg', 'a page in the place of a drawing', 'image-type-unknown', '<?xml version="1.0"?><html/>'),
  unreadable(
    'prototype.svg',
    'a reference that is a property of every object',
    'json-syntax',
    `<svg ${ns}><ob:credential>{"a":&constructor;}</ob:credential></svg>`,
  ),
]

const jsonCases: readonly Case[] = [
  unreadable('syntax.json', 'JSON that is none', 'json-syntax', '{"a":}'),
  unreadable(
    'duplicate-key-escaped.json',
    'an issuer given twice, once in other letters',
    'json-duplicate-key',
    text.replace('"issuer":', '"\\u0069ssuer":{"id":"https://evil.example"},"issuer":'),
  ),
  unreadable(
    'infinite-number.json',
    'a number without end',
    'json-unsafe-number',
    text.replace('"hashed":false', '"hashed":1e400'),
  ),
  unreadable(
    'surrogate-key.json',
    'half a character as a name',
    'json-lone-surrogate',
    text.replace('{', '{"\\udc00":1,'),
  ),
  of(
    ['unreadable', 'signature', 'canonicalization-too-costly'],
    'poison.json',
    'a graph built to exhaust',
    JSON.stringify(poisoned),
  ),
  of(
    ['unreadable', 'signature', 'context-conflict'],
    'context-conflict.json',
    'contexts that contradict each other',
    changed((c) => (c['@context'] as Json[]).splice(1, 0, 'https://www.w3.org/2018/credentials/v1')),
  ),
  of(
    ['unreadable', 'signature', 'context-inline'],
    'context-nested.json',
    'terms defined deep inside',
    changed((c) => (achievement(c)['@context'] = { name: 'https://evil.example/#name' })),
  ),
  of(
    ['unreadable', 'signature', 'context-unknown'],
    'context-nested-remote.json',
    'a context from elsewhere deep inside',
    changed((c) => (achievement(c)['@context'] = 'https://evil.example/v1')),
  ),
]

const following = async (previousProof: string): Promise<string> => {
  const options = { created: NOON, primitives: nodePrimitives }
  const first = await secureDocument(composeCredential(someParts()), hanbit.signer, { ...options, id: 'urn:x:first' })
  return JSON.stringify(await secureDocument(first, other.signer, { ...options, previousProof }))
}
const renewable = {
  refreshService: { id: 'https://badges.hanbit.example/refresh/1', type: '1EdTechCredentialRefresh' },
}

const proofCases: readonly Case[] = [
  of(['valid'], 'proof-chain.json', 'a proof that follows another', await following('urn:x:first')),
  of(
    tampered('previous-proof-missing'),
    'proof-chain-broken.json',
    'a proof that follows one that is gone',
    (await following('urn:x:first')).replace('"previousProof":"urn:x:first"', '"previousProof":"urn:x:gone"'),
  ),
  of(
    ['valid', 'refresh', 'refresh-unreachable'],
    'refresh-unreachable.json',
    'a newer edition offered, and out of reach',
    JSON.stringify(await signed({ ...composeCredential(someParts()), ...renewable })),
  ),

  of(
    tampered('proof-malformed'),
    'proof-malformed.json',
    'a proof without value',
    changed((_, p) => delete p.proofValue),
  ),
  of(
    tampered('proof-expired'),
    'proof-expired.json',
    'a proof past its end',
    changed((_, p) => (p.expires = '2026-01-01T00:00:00Z')),
  ),
  of(
    tampered('proof-from-the-future'),
    'proof-future.json',
    'a proof from the future',
    changed((_, p) => (p.created = LATER)),
  ),
  of(
    tampered('key-not-of-issuer'),
    'key-for-signing-in.json',
    'a key that its issuer lists for signing in only',
    await by(door),
  ),
  of(tampered('key-retired'), 'key-retired.json', 'a key retired before', await by(gone)),
  of(tampered('key-malformed'), 'key-malformed.json', 'a key that is none', await by(spoiled)),
  of(
    tampered('key-of-another-kind'),
    'key-of-another-kind.json',
    'a suite that the key is not for',
    changed((_, p) => (p.cryptosuite = 'ecdsa-rdfc-2019')),
  ),
  of(
    ['status_unknown', 'signature', 'issuer-document-malformed'],
    'issuer-document.json',
    'an issuer whose document is another’s',
    await by(impostor),
  ),
  of(
    ['issuer_unverified', 'issuer', 'key-not-published'],
    'key-not-published.json',
    'an issuer that publishes no keys',
    await by(keyless),
  ),
]

const listCases: readonly Case[] = [
  of(
    unknown('status-list-of-another-issuer'),
    'list-other-issuer.json',
    'a list of another issuer',
    JSON.stringify(await aSigned(listed('other-issuer'))),
  ),
  of(
    unknown('status-list-untrusted'),
    'list-unsealed.json',
    'a list with a broken seal',
    JSON.stringify(await aSigned(listed('unsealed'))),
  ),
  of(
    unknown('status-list-malformed'),
    'list-wrong-length.json',
    'a list that is longer than it says',
    JSON.stringify(await aSigned(listed('wrong-length'))),
  ),
  of(
    unknown('status-list-malformed'),
    'list-not-a-list.json',
    'a badge in the place of a list',
    JSON.stringify(await aSigned(listed('not-a-list'))),
  ),
  of(
    unknown('status-purpose-mismatch'),
    'list-purpose.json',
    'a list for another purpose',
    JSON.stringify(await aSigned(listed('suspended'))),
  ),
  of(
    unknown('status-index-out-of-range'),
    'list-index.json',
    'a place beyond the list',
    await withEntry((entry) => ({ ...entry, statusListIndex: '131072' })),
  ),
  of(
    unknown('status-type-unknown'),
    'status-type.json',
    'a status of a kind we do not know',
    await withEntry(() => ({ id: 'urn:x:1', type: 'urn:x:StatusEntry' })),
  ),
  of(
    unknown('status-purpose-unknown'),
    'status-purpose.json',
    'a set bit for a purpose we do not know',
    await withEntry((entry) => ({ ...entry, statusPurpose: 'fashion', statusListCredential: list('fashion') })),
  ),
  of(
    ['valid', 'status', 'status-message'],
    'status-message.json',
    'a set bit that is only a message',
    await withEntry((entry) => ({ ...entry, statusPurpose: 'message', statusListCredential: list('message') })),
  ),
  of(
    ['revoked', 'status', 'revoked'],
    'older-list.json',
    'on the older list of the revoked',
    await withEntry(() => ({ id: list('older'), type: '1EdTechRevocationList' })),
  ),
]

export const hostileCases: readonly Case[] = [
  ...faultCases,
  ...madeCases,
  ...pictureCases,
  ...jsonCases,
  ...proofCases,
  ...listCases,
]
