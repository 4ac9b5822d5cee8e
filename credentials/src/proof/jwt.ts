// Writes and reads credentials as compact JWS, the external proof of Open Badges 3.0 (VC-JWT).

import type { UnsignedCredential } from '../credential.ts'
import { decodeBase64url, encodeBase64url } from '../encoding/base64url.ts'
import { textOf, utf8 } from '../encoding/bytes.ts'
import { CredentialError, type Fault } from '../errors.ts'
import { millisOf } from '../instant.ts'
import { isObject, type Json, type JsonObject, listOf, parseJsonStrict } from '../json.ts'
import { JSON_BYTES_MAX } from '../limits.ts'
import { parseCredential } from '../parse-credential.ts'
import type { ParsedCredential } from '../parsed-credential.ts'
import type { KeyAlgorithm } from './keys.ts'

/** One row per algorithm; which one may be used is decided by the key, never by the message. */
export const JWT_ALGORITHMS: Readonly<Record<string, KeyAlgorithm>> = {
  RS256: 'RSA',
  ES256: 'P-256',
  EdDSA: 'Ed25519',
}

/** 1EdTech's validator accepts only these two. */
export type JwtIssuingAlgorithm = 'RS256' | 'ES256'

export interface JwtSigner {
  readonly algorithm: JwtIssuingAlgorithm
  /** The key's id, under the issuer's id. */
  readonly keyId: string
  /** PKCS#1 v1.5 with SHA-256, or ECDSA as r ‖ s. */
  sign(bytes: Uint8Array): Uint8Array | Promise<Uint8Array>
}

/** Trusted, unsigned. Header of `alg`, `kid`, `typ` and no more; the claims repeat the credential (OB 3.0 §8.2.4). */
export async function signJwt(unsigned: UnsignedCredential, signer: JwtSigner): Promise<string> {
  const parsed = parseCredential(unsigned)
  if (parsed.outcome === 'refused') throw new CredentialError('credential-malformed', {}, parsed.faults)
  const { issuer } = parsed.credential
  if (signer.keyId.split('#')[0] !== issuer.id)
    throw new CredentialError('signer-mismatch', { keyId: signer.keyId, issuer: issuer.id })
  const header = { alg: signer.algorithm, kid: signer.keyId, typ: 'JWT' }
  const payload = { ...unsigned, ...claimsOf(parsed.credential) }
  const input = `${encodeText(header)}.${encodeText(payload)}`
  return `${input}.${encodeBase64url(await signer.sign(utf8(input)))}`
}

const encodeText = (value: object): string => encodeBase64url(utf8(JSON.stringify(value)))

/** What the registered claims must say of a credential. */
export function claimsOf({ id, issuer, subject, validFrom, validUntil }: ParsedCredential): {
  [claim: string]: string | number
} {
  return {
    iss: issuer.id,
    ...(id === undefined ? {} : { jti: id }),
    ...(subject.id === undefined ? {} : { sub: subject.id }),
    ...(validFrom === undefined ? {} : { nbf: secondsOf(validFrom) }),
    ...(validUntil === undefined ? {} : { exp: secondsOf(validUntil) }),
  }
}

const secondsOf = (instant: string): number => Math.floor(millisOf(instant)! / 1_000)

export interface Jwt {
  readonly header: JsonObject
  readonly claims: JsonObject
  /** The credential without the claims that only JWT knows. */
  readonly credential: JsonObject
  readonly signedBytes: Uint8Array
  readonly signature: Uint8Array
}

const CLAIMS = ['iss', 'jti', 'sub', 'nbf', 'exp', 'iat', 'aud', 'vc']
const TYPES = ['jwt', 'vc+jwt', 'vc-ld+jwt', 'vc+ld+jwt', 'application/vc+jwt']

export interface Jws {
  readonly header: JsonObject
  readonly payload: JsonObject
  readonly signedBytes: Uint8Array
  readonly signature: Uint8Array
}

/** Untrusted text, nothing verified. Null for what is no compact JWS of a JSON object, or asks for extensions that change its meaning. */
export function readJws(text: string): Jws | null {
  const [head, body, seal, ...more] = text.trim().split('.')
  if (!head || !body || !seal || more.length > 0 || text.length > JSON_BYTES_MAX * 2) return null
  const header = readPart(head)
  const payload = readPart(body)
  const signature = decodeBase64url(seal)
  if (!header || !payload || !signature || !isPlainHeader(header)) return null
  return { header, payload, signedBytes: utf8(`${head}.${body}`), signature }
}

/** Untrusted text; nothing has been verified yet. Null for what is no JWT of a credential. */
export function readJwt(text: string): Jwt | null {
  const jws = readJws(text)
  if (!jws || !isForCredentials(jws.header)) return null
  const { header, payload, signedBytes, signature } = jws
  const credential = isObject(payload.vc) ? { ...payload.vc } : withoutClaims(payload)
  return { header, claims: payload, credential, signedBytes, signature }
}

export type ParsedJwt =
  | { readonly outcome: 'parsed'; readonly credential: ParsedCredential; readonly keyId: string | null }
  | { readonly outcome: 'refused'; readonly faults: readonly Fault[] }

/** The credential in an untrusted JWT, as `parseCredential` gives it, with the id of the key that is said to have signed it. */
export function parseJwt(text: string): ParsedJwt {
  const jwt = readJwt(text)
  if (!jwt)
    return { outcome: 'refused', faults: [{ path: '', code: 'wrong-type', message: 'this is no JWT of a credential' }] }
  const parsed = parseCredential(jwt.credential)
  const { kid } = jwt.header
  return parsed.outcome === 'refused' ? parsed : { ...parsed, keyId: typeof kid === 'string' ? kid : null }
}

// `crit`, `b64` and `zip` would make the signed bytes mean something else.
const isPlainHeader = ({ crit, b64, zip }: JsonObject): boolean =>
  crit === undefined && b64 === undefined && zip === undefined

// A type, when there is one, must name this purpose.
const isForCredentials = ({ typ }: JsonObject): boolean =>
  typ === undefined || (typeof typ === 'string' && TYPES.includes(typ.toLowerCase()))

function readPart(part: string): JsonObject | null {
  const text = textOf(decodeBase64url(part) ?? new Uint8Array([0xff]))
  const parsed = text === null ? null : parseJsonStrict(text)
  return parsed?.outcome === 'parsed' && isObject(parsed.value) ? parsed.value : null
}

const withoutClaims = (payload: JsonObject): JsonObject =>
  Object.fromEntries(Object.entries(payload).filter(([key]) => !CLAIMS.includes(key)))

/** The first claim that says something else than the credential; a missing one says nothing. */
export function differingClaim({ claims }: Jwt, credential: ParsedCredential): string | null {
  for (const [claim, wanted] of Object.entries(claimsOf(credential))) {
    const found: Json | undefined = claims[claim]
    if (found !== undefined && !listOf(found).every((each) => each === wanted)) return claim
  }
  const expires = claims.exp
  return credential.validUntil === undefined && expires !== undefined ? 'exp' : null
}
