/** Holds the shape of proofs to VC Data Integrity 1.0 §2.1, before any signature is looked at. */
import type { Json, JsonObject } from '@kolleges/credentials'
import { PROOFS_MAX } from './limits.ts'
import type { RuleFault } from './rule-fault.ts'
import { dateFaults, entriesOf, entryPointer, idFaults, isObject, isUrl, isWord } from './value-rules.ts'

/** Untrusted `proof` of a credential or presentation; absent is no fault of shape. */
export function proofFaults(proof: Json | undefined): RuleFault[] {
  if (proof === undefined) return []
  const entries = entriesOf(proof)
  if (entries.length === 0) return [{ pointer: '/proof', code: 'proof-malformed' }]
  if (entries.length > PROOFS_MAX) return [{ pointer: '/proof', code: 'proofs-too-many' }]
  const ids = entries.flatMap((entry) => (isObject(entry) && typeof entry.id === 'string' ? [entry.id] : []))
  return entries.flatMap((entry, at) => {
    const pointer = entryPointer(proof, 'proof', at)
    if (!isObject(entry)) return [{ pointer, code: 'proof-malformed' as const }]
    return [...shapeFaults(entry, pointer), ...previousFaults(entry, pointer, ids)]
  })
}

type Wanted = { readonly key: string; readonly isRequired?: boolean; readonly isRight: (value: Json) => boolean }

const isText = (value: Json): boolean => typeof value === 'string'

const WANTED: readonly Wanted[] = [
  { key: 'type', isRequired: true, isRight: isWord },
  { key: 'proofPurpose', isRequired: true, isRight: isWord },
  // Optional in general (§2.1); whoever verifies a proof of ours misses it then.
  { key: 'verificationMethod', isRight: isUrl },
  { key: 'proofValue', isRequired: true, isRight: isWord },
  { key: 'challenge', isRight: isText },
  { key: 'nonce', isRight: isText },
  { key: 'domain', isRight: (value) => entriesOf(value).length > 0 && entriesOf(value).every(isText) },
]

function shapeFaults(proof: JsonObject, pointer: string): RuleFault[] {
  const isNamed = proof.type !== 'DataIntegrityProof' || (proof.cryptosuite !== undefined && isWord(proof.cryptosuite))
  const wrong = WANTED.filter(({ key, isRequired, isRight }) =>
    proof[key] === undefined ? isRequired : !isRight(proof[key]),
  ).map(({ key }) => key)
  return [
    ...[...wrong, ...(isNamed ? [] : ['cryptosuite'])].map(
      (key): RuleFault => ({ pointer: `${pointer}/${key}`, code: 'proof-malformed' }),
    ),
    ...idFaults(proof.id, `${pointer}/id`),
    ...dateFaults(proof.created, `${pointer}/created`),
    ...dateFaults(proof.expires, `${pointer}/expires`),
  ]
}

/** §2.1.2: a proof that follows others names them by id, and they must be there. */
function previousFaults(proof: JsonObject, pointer: string, ids: readonly string[]): RuleFault[] {
  const isKnown = (id: Json): boolean => typeof id === 'string' && ids.includes(id) && id !== proof.id
  return entriesOf(proof.previousProof).every(isKnown)
    ? []
    : [{ pointer: `${pointer}/previousProof`, code: 'proof-previous-unknown' }]
}
