// Reads the older 1EdTechRevocationList, which this package never writes.

import { isObject, type Json, type JsonObject, listOf } from '../json.ts'

export interface RevocationList {
  readonly issuer: string
  readonly revoked: ReadonlyMap<string, { readonly reason?: string }>
}

/** Untrusted. A listed credential is revoked when `revoked` is true or absent (1EdTech Revocation List 1.0); null for another document. */
export function readRevocationList(list: JsonObject): RevocationList | null {
  const issuer = isObject(list.issuer) ? list.issuer.id : list.issuer
  if (typeof issuer !== 'string' || list.revokedCredential === undefined) return null
  const revoked = new Map<string, { reason?: string }>()
  for (const entry of listOf(list.revokedCredential)) {
    const found = revocationOf(entry)
    if (found) revoked.set(found.id, found.reason === undefined ? {} : { reason: found.reason })
  }
  return { issuer, revoked }
}

function revocationOf(entry: Json): { id: string; reason?: string } | null {
  if (typeof entry === 'string') return { id: entry }
  if (!isObject(entry) || typeof entry.id !== 'string' || entry.revoked === false) return null
  return { id: entry.id, ...(typeof entry.revocationReason === 'string' ? { reason: entry.revocationReason } : {}) }
}
