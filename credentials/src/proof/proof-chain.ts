// Says what a proof covers: the document, with the proofs before it that it names.

import { isObject, type JsonObject, listOf, withoutKey } from '../json.ts'

/** Untrusted document with its proofs in it, and `bare` without them. Null when a named proof is not there (VC-DI §4.3, "add proof set/chain"). */
export function coveredBy(
  proof: JsonObject,
  document: JsonObject,
  bare: JsonObject = withoutKey(document, 'proof'),
): JsonObject | null {
  if (proof.previousProof === undefined) return bare
  const wanted = listOf(proof.previousProof)
  const others = listOf(document.proof).filter(isObject)
  const named = others.filter(({ id }) => id !== undefined && wanted.includes(id))
  const isWhole = wanted.every((id) => typeof id === 'string' && named.some((each) => each.id === id))
  return wanted.length > 0 && isWhole ? { ...bare, proof: named } : null
}
