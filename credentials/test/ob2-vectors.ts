// Makes the vectors of Open Badges 2.0: hosted and signed assertions, with the documents they lead to.

import { createPublicKey } from 'node:crypto'
import { bake, composeAssertion, type Json, type JsonObject, parseCredential } from '../src/index.ts'
import { aSigned, LATER, NOON, someParts } from './fixtures.ts'
import { jwsOf, rsa, signRs256 } from './jwt-issuers.ts'
import { aPng, aSvg, iend, ihdr, pngChunk, pngOf } from './pictures.ts'
import { type Case, of, tampered } from './vector-case.ts'

const home = 'https://badges.hanbit.example/ob2'
export const OLD_ISSUER = `${home}/issuer`
const keyUrl = `${home}/key`
const spoiledKeyUrl = `${home}/key-spoiled`
const parsed = parseCredential(await aSigned(someParts({ validUntil: '2029-11-23T03:00:00Z' })))
if (parsed.outcome === 'refused') throw new Error('the credential of the vectors is faulty')
const edition = composeAssertion({
  credential: parsed.credential,
  assertionUrl: `${home}/hosted`,
  achievementUrl: `${home}/achievement`,
  issuerUrl: OLD_ISSUER,
  imageUrl: 'https://badges.hanbit.example/b/ai-basic.png',
  issuerEmail: 'badge@hanbit.example',
  issuerHomepage: 'https://hanbit.example',
})
if (!edition) throw new Error('no older edition of the credential of the vectors')
const { assertion } = edition

const hosted = (name: string, change: JsonObject = {}): JsonObject => ({
  ...assertion,
  id: `${home}/${name}`,
  ...change,
})
const signedBadge = (id: string, creator = keyUrl): JsonObject => ({
  ...assertion,
  id: `urn:x:${id}`,
  verification: { type: 'SignedBadge', creator },
})
const sealed = (payload: JsonObject): string => jwsOf({ alg: 'RS256' }, payload, signRs256)
const elsewhere = 'https://evil.example/hosted'
const key = (id: string, publicKeyPem: string): JsonObject => ({
  id,
  type: 'CryptographicKey',
  owner: OLD_ISSUER,
  publicKeyPem,
})

/** By URL. */
export const oldDocuments: Record<string, Json> = {
  [OLD_ISSUER]: { ...edition.issuer, publicKey: [keyUrl, spoiledKeyUrl], revocationList: `${home}/revoked-list` },
  [`${home}/achievement`]: edition.achievement,
  [`${home}/hosted`]: assertion,
  [`${home}/marked`]: hosted('marked', { revoked: true, revocationReason: '착오' }),
  [`${home}/ended`]: hosted('ended', { expires: NOON }),
  [elsewhere]: { ...assertion, id: elsewhere },
  [keyUrl]: key(keyUrl, createPublicKey(rsa).export({ type: 'spki', format: 'pem' }) as string),
  [spoiledKeyUrl]: key(spoiledKeyUrl, '-----BEGIN PUBLIC KEY-----\nno key\n'),
  // One entry alone, and no array around it: what a compacted list of one becomes.
  [`${home}/revoked-list`]: {
    id: `${home}/revoked-list`,
    type: 'RevocationList',
    issuer: OLD_ISSUER,
    revokedAssertions: { id: 'urn:x:revoked', revocationReason: '착오' },
  },
}

/** What answers 410, and with which words. */
export const oldGone: Record<string, Json> = {
  [`${home}/gone`]: { id: `${home}/gone`, revoked: true, revocationReason: '착오' },
}

const text = (value: JsonObject): string => JSON.stringify(value)
const revoked = ['revoked', 'status', 'revoked'] as const
const right = sealed(signedBadge('right'))

export const ob2Cases: readonly Case[] = [
  of(['valid'], 'ob2-hosted.json', 'a hosted assertion of Open Badges 2.0', text(assertion)),
  of(
    ['valid'],
    'ob2-embellished.json',
    'words added to a hosted assertion in the hand; the hosted ones are shown',
    text({ ...assertion, narrative: '수석 졸업' }),
  ),
  of(['valid'], 'ob2.png', 'a hosted assertion in a PNG', bake(aPng, 'image/png', text(assertion), 'ob2')),
  of(['valid'], 'ob2.svg', 'a hosted assertion in an SVG', bake(aSvg, 'image/svg+xml', text(assertion), 'ob2')),
  of(
    ['valid'],
    'ob2-address.png',
    'the address of an assertion in a PNG of old',
    pngOf(ihdr, pngChunk('tEXt', `openbadges\0${home}/hosted`), iend),
  ),
  of(
    ['valid'],
    'ob2-address.svg',
    'the address of an assertion in an SVG',
    `<svg xmlns:o="http://openbadges.org"><o:assertion verify="${home}/hosted"/></svg>`,
  ),
  of(revoked, 'ob2-gone.json', 'a hosted assertion that is gone', text(hosted('gone'))),
  of(revoked, 'ob2-marked.json', 'a hosted assertion marked as revoked', text(hosted('marked'))),
  of(
    ['expired', 'validity', 'expired'],
    'ob2-ended.json',
    'a hosted assertion past its end',
    text(hosted('ended', { expires: NOON })),
  ),
  of(
    tampered('hosted-copy-differs'),
    'ob2-altered.json',
    'a hosted assertion altered in the hand',
    text({ ...assertion, issuedOn: '2020-01-01T00:00:00Z' }),
  ),
  of(
    tampered('issuer-of-another-origin'),
    'ob2-elsewhere.json',
    'an assertion hosted by somebody else',
    text({ ...assertion, id: elsewhere }),
  ),
  of(
    ['status_unknown', 'signature', 'assertion-unreachable'],
    'ob2-unreachable.json',
    'a hosted assertion out of reach',
    text(hosted('nowhere')),
  ),
  of(
    ['unreadable', 'format', 'credential-malformed'],
    'ob2-malformed.json',
    'an assertion of nothing',
    text({ ...assertion, badge: 5 }),
  ),
  of(['valid'], 'ob2-signed.jwt', 'a signed assertion', right),
  of(['valid'], 'ob2-signed.png', 'a signed assertion in a PNG', bake(aPng, 'image/png', right, 'ob2')),
  of(
    revoked,
    'ob2-signed-revoked.jwt',
    'a signed assertion, alone on the list of the revoked',
    sealed(signedBadge('revoked')),
  ),
  of(
    tampered('signature-wrong'),
    'ob2-signed-altered.jwt',
    'a signed assertion, its signature another’s',
    `${right.split('.').slice(0, 2).join('.')}.${sealed(signedBadge('revoked')).split('.')[2]}`,
  ),
  of(
    tampered('key-malformed'),
    'ob2-signed-spoiled-key.jwt',
    'a signed assertion, its key no key',
    sealed(signedBadge('spoiled', spoiledKeyUrl)),
  ),
  of(
    tampered('proof-missing'),
    'ob2-signed-bare.json',
    'a signed assertion without its signature',
    text(signedBadge('right')),
  ),
  {
    ...of(
      ['valid', 'recipient', 'recipient-matches'],
      'ob2-recipient.json',
      'the recipient of an assertion',
      text(assertion),
    ),
    recipient: 'haneul@example.com',
  },
  {
    ...of(
      ['valid', 'recipient', 'recipient-differs'],
      'ob2-other-recipient.json',
      'another recipient',
      text(assertion),
    ),
    recipient: 'bada@example.com',
  },
].map((each) => (each.verdict === 'expired' ? { ...each, at: LATER } : each))
