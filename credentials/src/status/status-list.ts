// Composes and reads BitstringStatusListCredential.

import { compact } from '../compact.ts'
import { VC_V2 } from '../context.ts'
import type { UnsignedCredential } from '../credential.ts'
import { CredentialError } from '../errors.ts'
import type { Instant } from '../instant.ts'
import { isObject, type JsonObject, listOf } from '../json.ts'
import { STATUS_LIST_ENTRIES_MIN } from '../limits.ts'
import { decodeBits, encodeBits } from './bitstring.ts'
import type { StatusPurpose } from './status-entry.ts'

export interface StatusListParts {
  /** The list's own URL. */
  readonly id: string
  /** The id of the issuer whose badges point here: verifiers demand the same one. */
  readonly issuer: string
  readonly purpose: StatusPurpose
  readonly bits: Uint8Array
  readonly validFrom: Instant
  readonly validUntil?: Instant
  /** How long a reader may keep the list. */
  readonly ttlMs?: number
}

/** To be signed by `prepare` and `sign` like any credential (BSL §2.2). */
export function composeStatusList(parts: StatusListParts): UnsignedCredential {
  const { id, issuer, purpose, bits, validFrom, validUntil, ttlMs } = parts
  if (bits.length * 8 < STATUS_LIST_ENTRIES_MIN)
    throw new CredentialError('status-list-size', { entries: bits.length * 8 })
  return compact({
    '@context': [VC_V2],
    id,
    type: ['VerifiableCredential', 'BitstringStatusListCredential'],
    issuer,
    validFrom,
    validUntil,
    credentialSubject: {
      id: `${id}#list`,
      type: 'BitstringStatusList',
      statusPurpose: purpose,
      encodedList: encodeBits(bits),
      ttl: ttlMs,
    },
  })
}

export type StatusListContent =
  | { readonly outcome: 'read'; readonly purposes: readonly string[]; readonly bits: Uint8Array }
  | { readonly outcome: 'refused' }

/** Untrusted list credential, whose signature is somebody else's business. */
export function readStatusList(list: JsonObject): StatusListContent {
  const subject = listOf(list.credentialSubject)[0]
  if (!isObject(subject) || !listOf(subject.type).includes('BitstringStatusList')) return { outcome: 'refused' }
  const decoded = typeof subject.encodedList === 'string' ? decodeBits(subject.encodedList) : null
  if (decoded?.outcome !== 'decoded') return { outcome: 'refused' }
  const purposes = listOf(subject.statusPurpose).filter((purpose) => typeof purpose === 'string')
  return { outcome: 'read', purposes, bits: decoded.bits }
}
