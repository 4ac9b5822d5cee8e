// Says what a verification may be asked beside the credential itself.

import type { Instant } from '../instant.ts'
import type { Primitives } from '../proof/primitives.ts'

export interface VerifyOptions {
  /** The moment to judge at; this package has no clock. */
  readonly at: Instant
  readonly primitives?: Primitives
  /** Who the visitor says the recipient is; adds the check `recipient`, which leaves the verdict alone. */
  readonly recipient?: { readonly id?: string; readonly identity?: string }
  /** SHA-256 of evidence files by URL; adds the check `evidence`, which leaves the verdict alone. */
  readonly evidence?: ReadonlyMap<string, EvidenceMaterial>
}

export type EvidenceMaterial = { readonly sha256: Uint8Array } | { readonly unreachable: string }
