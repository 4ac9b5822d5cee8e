// Finds the key that a proof names, and says how it is tied to the issuer.

import type { Instant } from '../instant.ts'
import { isInstant } from '../instant.ts'
import { isObject, type Json, type JsonObject, listOf } from '../json.ts'
import { KEYS_PER_DOCUMENT_MAX } from '../limits.ts'
import type { IssuerMaterial } from '../verify/material.ts'
import { decodeMultikey, keyOfJwk, type PublicKey } from './keys.ts'

export type KeyResolution =
  | {
      readonly outcome: 'found'
      readonly key: PublicKey
      /** False: the issuer's document names no keys at all, so only the proof itself says whose key this is. */
      readonly isPublished: boolean
      readonly revoked?: Instant
    }
  | { readonly outcome: 'refused'; readonly because: 'key-not-of-issuer' | 'key-malformed' }
  /** `key` is then what the proof claims: enough to find a forgery out, not enough to believe it. */
  | {
      readonly outcome: 'unknown'
      readonly because: 'issuer-unreachable' | 'issuer-document-malformed'
      readonly key: PublicKey | null
    }

type Issuers = ReadonlyMap<string, IssuerMaterial>

/** The verification relationships of Controlled Identifiers §2.3. */
export const RELATIONSHIPS = [
  'assertionMethod',
  'authentication',
  'keyAgreement',
  'capabilityInvocation',
  'capabilityDelegation',
] as const

/** What a key may be used for: credentials are asserted, presentations authenticate their holder. */
export type ProofPurpose = (typeof RELATIONSHIPS)[number]

/** Untrusted verification method. The key must be in the issuer's own document under the purpose's own name (Controlled Identifiers §3.3). */
export function resolveKey(
  verificationMethod: string,
  issuerId: string,
  issuers: Issuers,
  purpose: ProofPurpose = 'assertionMethod',
): KeyResolution {
  if (issuerId.startsWith('did:key:')) return keyOfDidKey(verificationMethod, issuerId)
  const claimed = claimedKey(verificationMethod, issuerId)
  const material = issuers.get(issuerId)
  if (!material || !('document' in material)) return { outcome: 'unknown', because: 'issuer-unreachable', key: claimed }
  const { document } = material
  if (!isObject(document) || document.id !== issuerId)
    return { outcome: 'unknown', because: 'issuer-document-malformed', key: claimed }
  if (['verificationMethod', ...RELATIONSHIPS].every((key) => document[key] === undefined))
    return unpublished(claimed ?? keyOfOwnDocument(verificationMethod, issuerId, issuers))
  const method = methodFor(purpose, document, verificationMethod, issuerId, issuers)
  if (!method || method.controller !== issuerId) return { outcome: 'refused', because: 'key-not-of-issuer' }
  const key = keyOfMethod(method)
  if (!key) return { outcome: 'refused', because: 'key-malformed' }
  const { revoked } = method
  return { outcome: 'found', key, isPublished: true, ...(isInstant(revoked) ? { revoked } : {}) }
}

function keyOfDidKey(verificationMethod: string, issuerId: string): KeyResolution {
  const multibase = issuerId.slice('did:key:'.length)
  if (verificationMethod !== `${issuerId}#${multibase}`) return { outcome: 'refused', because: 'key-not-of-issuer' }
  const key = decodeMultikey(multibase)
  return key ? { outcome: 'found', key, isPublished: true } : { outcome: 'refused', because: 'key-malformed' }
}

// `https://univ.example/issuers/1#z6Mk…`: the fragment is the key itself.
function claimedKey(verificationMethod: string, issuerId: string): PublicKey | null {
  const prefix = `${issuerId}#`
  return verificationMethod.startsWith(prefix) ? decodeMultikey(verificationMethod.slice(prefix.length)) : null
}

const unpublished = (key: PublicKey | null): KeyResolution =>
  key ? { outcome: 'found', key, isPublished: false } : { outcome: 'refused', because: 'key-not-of-issuer' }

// A key with a document of its own that names the issuer as controller, or a lone JWK on the issuer's own site; the issuer did not answer for it.
function keyOfOwnDocument(verificationMethod: string, issuerId: string, issuers: Issuers): PublicKey | null {
  const method = ownDocument(verificationMethod, issuers)
  if (method?.controller === issuerId) return keyOfMethod(method)
  const material = issuers.get(verificationMethod)
  const isOnSite = originOf(verificationMethod) !== null && originOf(verificationMethod) === originOf(issuerId)
  return isOnSite && material && 'document' in material ? keyOfJwk(material.document) : null
}

const originOf = (url: string): string | null =>
  /^https?:/.test(url) && URL.canParse(url) ? new URL(url).origin : null

function ownDocument(verificationMethod: string, issuers: Issuers): JsonObject | null {
  const material = issuers.get(verificationMethod)
  const document = material && 'document' in material ? material.document : null
  return isObject(document) && document.id === verificationMethod ? document : null
}

function methodFor(
  purpose: ProofPurpose,
  document: JsonObject,
  wanted: string,
  issuerId: string,
  issuers: Issuers,
): JsonObject | null {
  const isWanted = (id: Json | undefined): boolean => absolute(id, issuerId) === wanted
  const listed = listOf(document[purpose]).slice(0, KEYS_PER_DOCUMENT_MAX)
  for (const entry of listed) {
    if (isObject(entry) && isWanted(entry.id)) return entry
    if (!isWanted(entry)) continue
    const methods = listOf(document.verificationMethod).slice(0, KEYS_PER_DOCUMENT_MAX).filter(isObject)
    return methods.find((method) => isWanted(method.id)) ?? ownDocument(wanted, issuers)
  }
  return null
}

const absolute = (id: Json | undefined, issuerId: string): string | null =>
  typeof id !== 'string' ? null : id.startsWith('#') ? issuerId + id : id

function keyOfMethod(method: JsonObject): PublicKey | null {
  if (typeof method.publicKeyMultibase === 'string') return decodeMultikey(method.publicKeyMultibase)
  return keyOfJwk(method.publicKeyJwk)
}
