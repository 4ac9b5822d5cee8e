/** Holds a credential to what the Verifiable Credentials Data Model 2.0 says it must be. */
import type { Json, JsonObject } from '@kolleges/credentials'
import { proofFaults } from './proof-rules.ts'
import { digestsOf } from './related-digests.ts'
import type { RuleFault } from './rule-fault.ts'
import {
  contextFaults,
  dateFaults,
  entriesOf,
  entryPointer,
  idFaults,
  isObject,
  isParty,
  isUrl,
  textFaults,
  typedObjectFaults,
  typeFaults,
} from './value-rules.ts'

/** Untrusted JSON. Every fault at once; none means that the shape is right, and nothing about signatures or vocabulary. */
export function credentialFaults(credential: Json): RuleFault[] {
  if (!isObject(credential)) return [{ pointer: '', code: 'document-malformed' }]
  return [
    ...contextFaults(credential['@context']),
    ...idFaults(credential.id),
    ...typeFaults(credential.type, 'VerifiableCredential'),
    ...textFaults(credential.name, '/name'),
    ...textFaults(credential.description, '/description'),
    ...issuerFaults(credential.issuer),
    ...subjectFaults(credential.credentialSubject),
    ...validityFaults(credential),
    ...typedObjectFaults(credential, 'credentialStatus'),
    ...typedObjectFaults(credential, 'credentialSchema', true),
    ...typedObjectFaults(credential, 'refreshService'),
    ...typedObjectFaults(credential, 'termsOfUse'),
    ...typedObjectFaults(credential, 'evidence'),
    ...typedObjectFaults(credential, 'confidenceMethod'),
    ...typedObjectFaults(credential, 'renderMethod'),
    ...relatedResourceFaults(credential.relatedResource),
    ...proofFaults(credential.proof),
  ]
}

/** §4.7. */
function issuerFaults(issuer: Json | undefined): RuleFault[] {
  if (issuer === undefined) return [{ pointer: '/issuer', code: 'issuer-missing' }]
  if (!isParty(issuer)) return [{ pointer: isObject(issuer) ? '/issuer/id' : '/issuer', code: 'issuer-malformed' }]
  if (!isObject(issuer)) return []
  return [...textFaults(issuer.name, '/issuer/name'), ...textFaults(issuer.description, '/issuer/description')]
}

/** §4.8: one or more objects, each of which says something. */
function subjectFaults(subject: Json | undefined): RuleFault[] {
  if (entriesOf(subject).length === 0) return [{ pointer: '/credentialSubject', code: 'subject-missing' }]
  return entriesOf(subject).flatMap((entry, at): RuleFault[] => {
    const pointer = entryPointer(subject, 'credentialSubject', at)
    if (!isObject(entry)) return [{ pointer, code: 'subject-malformed' }]
    if (Object.keys(entry).length === 0) return [{ pointer, code: 'subject-empty' }]
    return idFaults(entry.id, `${pointer}/id`)
  })
}

/** §4.9. */
function validityFaults({ validFrom, validUntil }: JsonObject): RuleFault[] {
  const faults = [...dateFaults(validFrom, '/validFrom'), ...dateFaults(validUntil, '/validUntil')]
  if (faults.length > 0 || typeof validFrom !== 'string' || typeof validUntil !== 'string') return faults
  return Date.parse(validUntil) < Date.parse(validFrom) ? [{ pointer: '/validUntil', code: 'validity-reversed' }] : []
}

/** §5.3: objects with ids of their own, each with at least one digest. */
function relatedResourceFaults(related: Json | undefined): RuleFault[] {
  if (related === undefined) return []
  const entries = entriesOf(related)
  if (entries.length === 0) return [{ pointer: '/relatedResource', code: 'property-malformed' }]
  const ids = entries.map((entry) => (isObject(entry) ? entry.id : undefined))
  return entries.flatMap((entry, at): RuleFault[] => {
    const pointer = entryPointer(related, 'relatedResource', at)
    if (!isObject(entry)) return [{ pointer, code: 'property-malformed' }]
    if (entry.id === undefined) return [{ pointer: `${pointer}/id`, code: 'property-id-missing' }]
    if (!isUrl(entry.id)) return [{ pointer: `${pointer}/id`, code: 'id-malformed' }]
    if (ids.indexOf(entry.id) < at) return [{ pointer: `${pointer}/id`, code: 'related-resource-repeated' }]
    const digests = digestsOf(entry)
    if (digests === null) return [{ pointer, code: 'related-resource-digest-malformed' }]
    return digests.length > 0 ? [] : [{ pointer, code: 'related-resource-digest-missing' }]
  })
}
