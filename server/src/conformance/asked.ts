/** Compares what a verifier asked of a proof with what the proof answers. */
import type { Json, JsonObject } from '@kolleges/credentials'
import type { Refused } from './refusal.ts'
import { entriesOf, entryPointer, isObject } from './value-rules.ts'

export type Asked = {
  readonly challenge: string | undefined
  readonly domain: string | readonly string[] | undefined
  /** Any other than the one a proof of the kind must have anyway is refused. */
  readonly proofPurpose: string | undefined
}

/** Untrusted proofs. A challenge or domain that was asked for can be answered by a proof only, and by every one there is (VC-DI §4.4). */
export function askedFaults(proof: Json | undefined, asked: Asked): Refused[] {
  const proofs = entriesOf(proof).filter(isObject)
  const isAsked = asked.challenge !== undefined || asked.domain !== undefined
  if (proofs.length === 0 && isAsked) return [{ pointer: '/proof', code: 'proof-missing' }]
  return proofs.flatMap((each, at) => faultsOfOne(each, entryPointer(proof, 'proof', at), asked))
}

/** A domain is a set of texts, and must be the very set that was asked for. */
function faultsOfOne(proof: JsonObject, pointer: string, { challenge, domain, proofPurpose }: Asked): Refused[] {
  const wanted = typeof domain === 'string' ? [domain] : domain
  const given = entriesOf(proof.domain)
  const isSameDomain =
    wanted === undefined || (wanted.length === given.length && wanted.every((each) => given.includes(each)))
  return [
    ...(challenge === undefined || proof.challenge === challenge
      ? []
      : [{ pointer: `${pointer}/challenge`, code: 'challenge-differs' }]),
    ...(isSameDomain ? [] : [{ pointer: `${pointer}/domain`, code: 'domain-differs' }]),
    ...(proofPurpose === undefined || proof.proofPurpose === proofPurpose
      ? []
      : [{ pointer: `${pointer}/proofPurpose`, code: 'proof-purpose' }]),
  ]
}
