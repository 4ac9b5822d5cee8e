// Says in which form keys, lists and trust are handed to a verification.

import type { Instant } from '../instant.ts'
import type { Json } from '../json.ts'

export type IssuerMaterial = { readonly document: Json } | { readonly unreachable: string }

/**
 * A foreign list comes as the signed credential that was fetched, and is verified itself. Bits may be handed in only by whoever keeps the list: they
 * are believed.
 */
export type StatusListMaterial =
  | { readonly credential: Json }
  | { readonly bits: Uint8Array; readonly purpose: string }
  | { readonly unreachable: string }

export type KeyState =
  | { readonly state: 'active' }
  | { readonly state: 'retired'; readonly since: Instant }
  | { readonly state: 'compromised'; readonly since: Instant }

export interface IssuerTrust {
  readonly standing: 'confirmed' | 'test' | 'unconfirmed'
  readonly name?: string
  /** By publicKeyMultibase. A key that is not listed is judged by the issuer's document alone. */
  readonly keys?: ReadonlyMap<string, KeyState>
}

/** What the verifier's own records say of this very credential (same text, not only the same id). */
export interface RegistryEntry {
  /** When it was recorded as issued: the one date that a stolen key cannot forge. */
  readonly recordedAt?: Instant
  readonly revoked?: { readonly at?: Instant; readonly reason?: string }
  /** `until`: when the suspension ends by itself. */
  readonly suspended?: { readonly at?: Instant; readonly reason?: string; readonly until?: Instant }
  /** Id or URL of the newer edition. */
  readonly supersededBy?: string
}

/** Everything a verification may look at; it fetches nothing itself. */
export interface Material {
  /** By the ids that `needsOf` names. */
  readonly issuers: ReadonlyMap<string, IssuerMaterial>
  /** By list URL. */
  readonly statusLists: ReadonlyMap<string, StatusListMaterial>
  /** By issuer id; an issuer that is absent is unconfirmed. */
  readonly trust: ReadonlyMap<string, IssuerTrust>
  readonly registry?: RegistryEntry
  /** What its refresh service answered: JSON, or the text of a JWT. Left out when it was not asked. */
  readonly refreshed?: { readonly credential: Json } | { readonly unreachable: string }
}
