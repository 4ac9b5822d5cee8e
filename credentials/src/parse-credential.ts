// Reads a credential into one typed view, or tells every fault with its path.

import { checkProperty, checkShape, note } from './check-shape.ts'
import { VC_V1, VC_V2 } from './context.ts'
import type { Fault } from './errors.ts'
import { type Instant, isInstant, millisOf } from './instant.ts'
import { isObject, type Json, type JsonObject, listOf, withoutKey } from './json.ts'
import { type CredentialKind, kindOf } from './kind.ts'
import { PROOFS_MAX, STATUS_ENTRIES_MAX } from './limits.ts'
import { checkSubject, subjectIn } from './parse-subject.ts'
import { type ParsedCredential, viewOf } from './parsed-credential.ts'
import { type Shapes, sharedShapes } from './proof/compiled/shapes.ts'
import type { Property } from './shapes.ts'
import { parseStatusEntry, type StatusEntry } from './status/status-entry.ts'
import { isUri } from './uri.ts'

export type Parsed =
  | { readonly outcome: 'parsed'; readonly credential: ParsedCredential }
  | { readonly outcome: 'refused'; readonly faults: readonly Fault[] }

/**
 * Untrusted JSON; nothing has been verified yet. Reads VC Data Model 2.0 and 1.1, with the Open Badges 3.0 and CLR 2.0 classes where `type`
 * names them. Reports all faults at once and never guesses: a single value stands for an array of one, and that is all.
 */
export function parseCredential(value: Json, shapes: Shapes = sharedShapes): Parsed {
  const faults: Fault[] = []
  if (!isObject(value)) {
    note(faults, '', 'wrong-type', 'a credential is a JSON object')
    return { outcome: 'refused', faults }
  }
  const vcVersion = checkContext(value['@context'], faults)
  const types = checkTypes(value.type, faults)
  const kind = kindOf(types)
  checkIdentity(value, kind, faults)
  const bare = withoutKey(value, 'proof')
  // By far the largest part of a credential is the same in all of one badge, and was looked at before.
  const isKnown = kind === 'achievement' && shapes.isFaultless(bare)
  if (!isKnown) checkIssuer(value.issuer, faults)
  const dates = checkDates(value, vcVersion, kind, faults)
  const status = checkStatus(value.credentialStatus, faults)
  if (!isKnown) checkTypedObjects(value, faults)
  checkRelatedResources(value.relatedResource, faults)
  const proofs = checkProofs(value.proof, faults)
  if (!isKnown) checkSubject(value, kind, faults)
  const subject = subjectIn(value)
  if (faults.length > 0 || !subject) return { outcome: 'refused', faults }
  if (kind === 'achievement' && !isKnown) shapes.noteFaultless(bare)
  return {
    outcome: 'parsed',
    credential: viewOf(value, { bare, vcVersion, types, kind, ...dates, status, proofs, subject }),
  }
}

function checkContext(context: Json | undefined, faults: Fault[]): '1.1' | '2.0' {
  const first = Array.isArray(context) ? context[0] : context
  if (context === undefined) note(faults, '/@context', 'missing', 'a credential begins with its @context')
  else if (first !== VC_V2 && first !== VC_V1)
    note(faults, '/@context', 'unknown-value', `the first context must be ${VC_V2} or ${VC_V1}`)
  else
    for (const [at, entry] of listOf(context).entries()) {
      if (typeof entry === 'string' ? !isUri(entry) : !isObject(entry))
        note(faults, `/@context/${at}`, 'not-a-uri', 'a context is a URL or an object')
    }
  return first === VC_V1 ? '1.1' : '2.0'
}

function checkTypes(type: Json | undefined, faults: Fault[]): string[] {
  const types = listOf(type).filter((entry) => typeof entry === 'string')
  if (type === undefined) note(faults, '/type', 'missing', 'a credential needs its type')
  else if (types.length !== listOf(type).length) note(faults, '/type', 'wrong-type', 'every type is a text')
  else if (!types.includes('VerifiableCredential'))
    note(faults, '/type', 'unknown-value', 'type must contain VerifiableCredential')
  return types
}

const LANGTEXT: Property = { kind: 'langtext' }

function checkIdentity(value: JsonObject, kind: CredentialKind, faults: Fault[]): void {
  if (value.id !== undefined && !isUri(value.id)) note(faults, '/id', 'not-a-uri', 'the id must be an absolute URI')
  if (value.id === undefined && kind !== 'other' && kind !== 'status-list')
    note(faults, '/id', 'missing', 'the credential needs an id')
  for (const key of ['name', 'description'])
    if (value[key] !== undefined) checkProperty(LANGTEXT, value[key], `/${key}`, faults)
  if (value.name === undefined && (kind === 'endorsement' || kind === 'clr'))
    note(faults, '/name', 'missing', 'name is required')
}

function checkIssuer(issuer: Json | undefined, faults: Fault[]): void {
  if (issuer === undefined) {
    note(faults, '/issuer', 'missing', 'a credential names its issuer')
    return
  }
  const id = isObject(issuer) ? issuer.id : issuer
  if (!isUri(id)) note(faults, isObject(issuer) ? '/issuer/id' : '/issuer', 'not-a-uri', 'the issuer is known by a URI')
  const isProfile = isObject(issuer) && listOf(issuer.type).includes('Profile')
  if (isProfile) checkShape('Profile', { ...issuer, id: id ?? null }, '/issuer', faults)
}

interface Dates {
  readonly validFrom?: Instant
  readonly validUntil?: Instant
}

function checkDates(value: JsonObject, vcVersion: '1.1' | '2.0', kind: CredentialKind, faults: Fault[]): Dates {
  const [from, until] = vcVersion === '2.0' ? ['validFrom', 'validUntil'] : ['issuanceDate', 'expirationDate']
  const [otherFrom, otherUntil] = vcVersion === '2.0' ? ['issuanceDate', 'expirationDate'] : ['validFrom', 'validUntil']
  for (const key of [otherFrom, otherUntil] as string[])
    if (vcVersion === '2.0' && value[key] !== undefined)
      note(faults, `/${key}`, 'not-allowed', `${key} is not of this data model version`)
  const isRequired = kind !== 'other' && kind !== 'status-list' ? true : vcVersion === '1.1'
  if (value[from!] === undefined && isRequired) note(faults, `/${from}`, 'missing', `${from} is required`)
  const found: { validFrom?: Instant; validUntil?: Instant } = {}
  for (const [key, name] of [
    [from!, 'validFrom'],
    [until!, 'validUntil'],
  ] as const) {
    const date = value[key]
    if (date === undefined) continue
    if (isInstant(date)) found[name] = date
    else note(faults, `/${key}`, 'not-a-datetime', `${key} must be a date-time with a zone`)
  }
  if (found.validFrom && found.validUntil && millisOf(found.validUntil)! < millisOf(found.validFrom)!)
    note(faults, `/${until}`, 'inconsistent', 'the validity ends before it begins')
  return found
}

function checkStatus(status: Json | undefined, faults: Fault[]): StatusEntry[] {
  const entries = listOf(status)
  if (status === null) note(faults, '/credentialStatus', 'null', 'null says nothing: leave the property out')
  if (entries.length > STATUS_ENTRIES_MAX)
    note(faults, '/credentialStatus', 'not-allowed', `at most ${STATUS_ENTRIES_MAX} status entries are read`)
  const path = (at: number): string => (Array.isArray(status) ? `/credentialStatus/${at}` : '/credentialStatus')
  return entries.map((entry, at) => parseStatusEntry(entry, path(at), faults)).filter((entry) => entry !== null)
}

// VCDM 2.0 §4.10-5.5: each of these says by its type how to read it; two of them also need an id.
const TYPED_OBJECTS: readonly { key: string; needsId: boolean }[] = [
  { key: 'credentialSchema', needsId: true },
  { key: 'refreshService', needsId: false },
  { key: 'termsOfUse', needsId: false },
  { key: 'evidence', needsId: false },
]

function checkTypedObjects(value: JsonObject, faults: Fault[]): void {
  for (const { key, needsId } of TYPED_OBJECTS) {
    const property = value[key]
    for (const [at, entry] of listOf(property).entries()) {
      const path = Array.isArray(property) ? `/${key}/${at}` : `/${key}`
      if (!isObject(entry)) {
        note(faults, path, 'wrong-type', `${key} is an object`)
        continue
      }
      if (listOf(entry.type).length === 0) note(faults, `${path}/type`, 'missing', `${key} needs its type`)
      if (needsId && !isUri(entry.id)) note(faults, `${path}/id`, 'not-a-uri', `${key} needs a URL as id`)
    }
    if (property === null) note(faults, `/${key}`, 'null', 'null says nothing: leave the property out')
  }
}

// VCDM 2.0 §5.3: objects with ids of their own, each with at least one digest.
function checkRelatedResources(value: Json | undefined, faults: Fault[]): void {
  const seen = new Set<string>()
  for (const [at, entry] of listOf(value).entries()) {
    const path = Array.isArray(value) ? `/relatedResource/${at}` : '/relatedResource'
    if (!isObject(entry)) {
      note(faults, path, 'wrong-type', 'a related resource is an object')
      continue
    }
    if (!isUri(entry.id)) note(faults, `${path}/id`, 'not-a-uri', 'a related resource needs a URL as id')
    else if (seen.has(entry.id)) note(faults, `${path}/id`, 'inconsistent', 'two related resources share one id')
    else seen.add(entry.id)
    const digests = [entry.digestSRI, entry.digestMultibase].filter((digest) => digest !== undefined)
    if (digests.length === 0) note(faults, path, 'missing', 'a related resource needs digestSRI or digestMultibase')
    else if (digests.flatMap(listOf).some((digest) => typeof digest !== 'string'))
      note(faults, path, 'wrong-type', 'a digest is a text')
  }
}

function checkProofs(proof: Json | undefined, faults: Fault[]): JsonObject[] {
  const proofs = listOf(proof)
  if (proof === null) note(faults, '/proof', 'null', 'null says nothing: leave the property out')
  if (proofs.length > PROOFS_MAX) note(faults, '/proof', 'not-allowed', `at most ${PROOFS_MAX} proofs are read`)
  for (const [at, entry] of proofs.entries()) {
    if (!isObject(entry)) note(faults, `/proof/${at}`, 'wrong-type', 'a proof is an object')
  }
  return proofs.filter(isObject)
}
