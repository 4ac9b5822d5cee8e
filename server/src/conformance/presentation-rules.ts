/** Holds a presentation to what the Verifiable Credentials Data Model 2.0 says it must be. */
import type { Json } from '@kolleges/credentials'
import { CREDENTIALS_PER_PRESENTATION_MAX } from './limits.ts'
import { proofFaults } from './proof-rules.ts'
import type { RuleFault } from './rule-fault.ts'
import {
  contextFaults,
  entriesOf,
  entryPointer,
  idFaults,
  isObject,
  isParty,
  typedObjectFaults,
  typeFaults,
} from './value-rules.ts'

/** Untrusted JSON. What the presentation holds is looked at one by one elsewhere. */
export function presentationFaults(presentation: Json): RuleFault[] {
  if (!isObject(presentation)) return [{ pointer: '', code: 'document-malformed' }]
  return [
    ...contextFaults(presentation['@context']),
    ...idFaults(presentation.id),
    ...typeFaults(presentation.type, 'VerifiablePresentation'),
    ...holderFaults(presentation.holder),
    ...presentedFaults(presentation.verifiableCredential),
    ...typedObjectFaults(presentation, 'termsOfUse'),
    ...proofFaults(presentation.proof),
  ]
}

/** §4.13: as an issuer is named. */
function holderFaults(holder: Json | undefined): RuleFault[] {
  if (holder === undefined || isParty(holder)) return []
  return [{ pointer: isObject(holder) ? '/holder/id' : '/holder', code: 'holder-malformed' }]
}

/** §4.13: objects; never texts, numbers or addresses. An empty list presents nothing, as no list does. */
function presentedFaults(presented: Json | undefined): RuleFault[] {
  if (presented === undefined) return []
  const pointer = '/verifiableCredential'
  const entries = entriesOf(presented)
  if (entries.length > CREDENTIALS_PER_PRESENTATION_MAX) return [{ pointer, code: 'presented-credentials-too-many' }]
  return entries.flatMap((entry, at): RuleFault[] =>
    isObject(entry)
      ? []
      : [{ pointer: entryPointer(presented, 'verifiableCredential', at), code: 'presented-credential-malformed' }],
  )
}
