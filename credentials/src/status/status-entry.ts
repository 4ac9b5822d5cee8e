// Composes and reads the one line of a credential that points into a status list.

import { note } from '../check-shape.ts'
import { CredentialError, type Fault } from '../errors.ts'
import { isObject, type Json, type JsonObject } from '../json.ts'
import { isUri } from '../uri.ts'

export type StatusPurpose = 'revocation' | 'suspension' | 'message' | 'refresh'

export interface StatusEntryParts {
  readonly listUrl: string
  readonly index: number
  readonly purpose?: StatusPurpose
}

/** A status entry as found: for lists of bits with `listUrl` and `index`, for 1EdTechRevocationList with `listUrl` alone. */
export interface StatusEntry {
  readonly type: string
  readonly purpose: string
  readonly id?: string
  readonly listUrl?: string
  readonly index?: number
  /** Bits per entry; more than one only for `message`. */
  readonly size: number
  readonly messages: readonly { readonly status: string; readonly message: string }[]
}

export const BITSTRING_ENTRY = 'BitstringStatusListEntry'
export const REVOCATION_LIST_1EDTECH = '1EdTechRevocationList'

/** The index is a text, and the entry's id is not the list's URL (BSL §2.1). */
export function composeStatusEntry({ listUrl, index, purpose = 'revocation' }: StatusEntryParts): JsonObject {
  if (!Number.isSafeInteger(index) || index < 0) throw new CredentialError('status-index-out-of-range', { index })
  return {
    id: `${listUrl}#${index}`,
    type: BITSTRING_ENTRY,
    statusPurpose: purpose,
    statusListIndex: String(index),
    statusListCredential: listUrl,
  }
}

/** Untrusted. Null, with the fault noted, for an entry that cannot be followed. */
export function parseStatusEntry(value: Json, path: string, faults: Fault[]): StatusEntry | null {
  if (!isObject(value) || typeof value.type !== 'string') {
    note(faults, `${path}/type`, 'missing', 'a credentialStatus needs its type')
    return null
  }
  if (value.id !== undefined && !isUri(value.id)) note(faults, `${path}/id`, 'not-a-uri', 'the id must be a URI')
  const id = isUri(value.id) ? { id: value.id } : {}
  if (value.type === REVOCATION_LIST_1EDTECH)
    return {
      type: value.type,
      purpose: 'revocation',
      ...id,
      ...(isUri(value.id) ? { listUrl: value.id } : {}),
      size: 1,
      messages: [],
    }
  if (value.type !== BITSTRING_ENTRY) return { type: value.type, purpose: 'unknown', ...id, size: 1, messages: [] }
  return parseBitstringEntry(value, path, faults, id)
}

function parseBitstringEntry(
  value: JsonObject,
  path: string,
  faults: Fault[],
  id: { id?: string },
): StatusEntry | null {
  const { statusPurpose, statusListIndex, statusListCredential, statusSize = 1 } = value
  const wanted: [string, boolean][] = [
    ['statusPurpose', typeof statusPurpose === 'string'],
    ['statusListIndex', typeof statusListIndex === 'string' && /^(0|[1-9]\d{0,14})$/.test(statusListIndex)],
    ['statusListCredential', isUri(statusListCredential)],
    ['statusSize', Number.isInteger(statusSize) && Number(statusSize) >= 1 && Number(statusSize) <= 8],
  ]
  const wrong = wanted.filter(([, isRight]) => !isRight)
  for (const [key] of wrong) note(faults, `${path}/${key}`, 'wrong-type', `${key} is missing or malformed`)
  if (wrong.length > 0) return null
  return {
    type: BITSTRING_ENTRY,
    purpose: String(statusPurpose),
    ...id,
    listUrl: String(statusListCredential),
    index: Number(statusListIndex),
    size: Number(statusSize),
    messages: messagesOf(value.statusMessage),
  }
}

const messagesOf = (value: Json | undefined): { status: string; message: string }[] =>
  (Array.isArray(value) ? value : [])
    .filter(isObject)
    .map(({ status, message }) => ({ status: String(status), message: String(message) }))
