// Makes the vectors that are JWTs: right ones of each kind, and each way in which one has been used to deceive.

import { createHash, createPublicKey } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { bake, composeCredential, type JsonObject } from '../src/index.ts'
import { someParts } from './fixtures.ts'
import { jwsOf, keyId, publicJwk, rsa, signEs256, signRs256 } from './jwt-issuers.ts'
import { aPng, aSvg } from './pictures.ts'
import { type Case, of, tampered, unreadable } from './vector-case.ts'
import { contexts, listed } from './vector-parts.ts'

const folder = new URL('../../vectors/verification/', import.meta.url)
const parts = someParts({ recipient: { id: 'did:example:haneul', name: '김하늘' }, validUntil: '2029-11-23T03:00:00Z' })
const unsigned = composeCredential(parts) as JsonObject
const claims: JsonObject = {
  iss: (unsigned.issuer as JsonObject).id!,
  jti: unsigned.id!,
  sub: 'did:example:haneul',
  nbf: 1_795_402_800,
  exp: 1_890_097_200,
}

const rs256 = (header: JsonObject = {}, payload: JsonObject = {}): string =>
  jwsOf(
    kept({ alg: 'RS256', kid: keyId('rsa'), typ: 'JWT', ...header }),
    kept({ ...unsigned, ...claims, ...payload }),
    signRs256,
  )

const kept = (object: JsonObject): JsonObject =>
  Object.fromEntries(Object.entries(object).filter(([, value]) => value !== null))

// ECDSA signs with chance: as long as what is signed stays, the signature on disk stays too.
function es256(file: string, header: JsonObject = {}): string {
  const made = jwsOf({ alg: 'ES256', kid: keyId('p256'), typ: 'JWT', ...header }, { ...unsigned, ...claims }, signEs256)
  const path = new URL(file, folder)
  const found = existsSync(path) ? readFileSync(path, 'utf8') : ''
  const signedPart = (text: string): string => text.slice(0, text.lastIndexOf('.'))
  return signedPart(found) === signedPart(made) ? found : made
}

const [head, body, seal] = rs256().split('.') as [string, string, string]
const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url')

// The oldest of them: the public key, which everybody has, as the secret of an HMAC.
function withSecret(): string {
  const input = `${encode({ alg: 'HS256', kid: keyId('rsa'), typ: 'JWT' })}.${body}`
  const key = createPublicKey(rsa).export({ format: 'pem', type: 'spki' })
  return `${input}.${createHash('sha256').update(key).update(input).digest('base64url')}`
}

const { validFrom, validUntil, ...older } = unsigned
const olderModel = {
  ...older,
  '@context': contexts('2018/credentials/v1', '-3.0.3').slice(0, 2),
  issuanceDate: validFrom!,
  expirationDate: validUntil!,
}
const none = Object.fromEntries(Object.keys(unsigned).map((key) => [key, null]))
const revoked = composeCredential({ ...listed('revoked'), recipient: parts.recipient }) as JsonObject
const evil = 'https://evil.example/keys'

export const jwtCases: readonly Case[] = [
  of(['valid'], 'jwt-rs256.jwt', 'a JWT of RS256', rs256()),
  of(['valid'], 'jwt-es256.jwt', 'a JWT of ES256', es256('jwt-es256.jwt')),
  of(['valid'], 'jwt-vc-type.jwt', 'a JWT of the type of the W3C', es256('jwt-vc-type.jwt', { typ: 'vc+jwt' })),
  of(['valid'], 'jwt-older-model.jwt', 'a JWT with the credential in a claim', rs256({}, { ...none, vc: olderModel })),
  of(['valid'], 'jwt-few-claims.jwt', 'a JWT that repeats less than it should', rs256({}, { sub: null, jti: null })),
  of(['valid'], 'jwt.png', 'a JWT in a PNG', bake(aPng, 'image/png', rs256())),
  of(['valid'], 'jwt.svg', 'a JWT in an SVG', bake(aSvg, 'image/svg+xml', rs256())),
  of(
    ['revoked', 'status', 'revoked'],
    'jwt-revoked.jwt',
    'a JWT with a set bit',
    rs256({}, { ...none, ...revoked, exp: null }),
  ),
  of(
    tampered('proof-missing'),
    'jwt-none.jwt',
    'a JWT without a signature',
    `${encode({ alg: 'none', kid: keyId('rsa') })}.${body}.${seal}`,
  ),
  of(
    ['unreadable', 'signature', 'proof-suite-unknown'],
    'jwt-hs256.jwt',
    'the public key as a shared secret',
    withSecret(),
  ),
  of(
    tampered('key-of-another-kind'),
    'jwt-another-algorithm.jwt',
    'an algorithm the key is not for',
    rs256({ alg: 'ES256' }),
  ),
  of(
    tampered('key-not-of-issuer'),
    'jwt-key-elsewhere.jwt',
    'a key at another address',
    rs256({ kid: `${evil}#1`, jku: evil, x5u: evil }),
  ),
  of(
    tampered('key-not-of-issuer'),
    'jwt-own-key.jwt',
    'a key brought along',
    rs256({ kid: null, jwk: publicJwk(rsa) }),
  ),
  of(
    tampered('key-not-of-issuer'),
    'jwt-unlisted-key.jwt',
    'a key the issuer does not list',
    rs256({ kid: keyId('other') }),
  ),
  of(
    tampered('signature-wrong'),
    'jwt-altered.jwt',
    'contents altered',
    `${head}.${encode({ ...unsigned, ...claims, name: 'x' })}.${seal}`,
  ),
  of(tampered('claims-differ'), 'jwt-iss.jwt', 'another issuer claimed', rs256({}, { iss: 'https://evil.example/' })),
  of(tampered('claims-differ'), 'jwt-sub.jwt', 'another subject claimed', rs256({}, { sub: 'did:example:bada' })),
  of(tampered('claims-differ'), 'jwt-jti.jwt', 'another id claimed', rs256({}, { jti: 'urn:x:1' })),
  of(tampered('claims-differ'), 'jwt-nbf.jwt', 'another beginning claimed', rs256({}, { nbf: 1 })),
  of(tampered('claims-differ'), 'jwt-exp.jwt', 'an end the credential does not know', rs256({}, { validUntil: null })),
  unreadable('jwt-crit.jwt', 'an extension that must be understood', 'not-a-credential', rs256({ crit: ['exp'] })),
  unreadable('jwt-b64.jwt', 'a payload that is not what it seems', 'not-a-credential', rs256({ b64: false })),
  unreadable('jwt-zip.jwt', 'a compressed payload', 'not-a-credential', rs256({ zip: 'DEF' })),
  unreadable('jwt-purpose.jwt', 'a token for signing in', 'credential-malformed', rs256({ typ: 'at+jwt' })),
  unreadable(
    'jwt-duplicate-key.jwt',
    'an issuer given twice',
    'not-a-credential',
    `${head}.${Buffer.from('{"issuer":1,"issuer":2}').toString('base64url')}.${seal}`,
  ),
]
