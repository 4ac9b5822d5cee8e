// Judges a signature by what has become of its key.

import { type Instant, isInstant, millisOf } from '../instant.ts'
import type { JsonObject } from '../json.ts'
import type { KeyState, Material } from '../verify/material.ts'

export type KeyJudgement =
  | { readonly outcome: 'passed' }
  | { readonly outcome: 'failed'; readonly because: 'key-retired' | 'key-compromised' }
  | { readonly outcome: 'inconclusive'; readonly because: 'key-compromised-undated' }

/**
 * A retired key's earlier signatures stand. A compromised key can write any date it likes, so `created` cannot clear a signature: only our own
 * record of having issued it before that instant does.
 */
export function judgeKeyAt(
  proof: JsonObject,
  multibase: string,
  issuerId: string,
  material: Pick<Material, 'trust' | 'registry'>,
  revokedInDocument: Instant | undefined,
): KeyJudgement {
  const state = stateOf(material.trust.get(issuerId)?.keys?.get(multibase), revokedInDocument)
  if (state.state === 'active') return { outcome: 'passed' }
  const since = millisOf(state.since)!
  const created = isInstant(proof.created) ? millisOf(proof.created)! : Number.POSITIVE_INFINITY
  if (state.state === 'retired')
    return created < since ? { outcome: 'passed' } : { outcome: 'failed', because: 'key-retired' }
  if (created >= since) return { outcome: 'failed', because: 'key-compromised' }
  const { recordedAt } = material.registry ?? {}
  const isOnRecord = recordedAt !== undefined && millisOf(recordedAt)! < since
  return isOnRecord ? { outcome: 'passed' } : { outcome: 'inconclusive', because: 'key-compromised-undated' }
}

// Our own knowledge outranks the issuer's document, which says no more than "revoked since" (Controlled Identifiers §2.2).
function stateOf(known: KeyState | undefined, revokedInDocument: Instant | undefined): KeyState {
  if (known && known.state !== 'active') return known
  return revokedInDocument === undefined ? { state: 'active' } : { state: 'retired', since: revokedInDocument }
}
