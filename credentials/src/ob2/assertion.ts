// Reads an Open Badges 2.0 assertion, with the documents it points to, into the view that newer credentials have.

import { isInstant } from '../instant.ts'
import { isObject, type Json, type JsonObject, listOf } from '../json.ts'
import type { CredentialKind } from '../kind.ts'
import type { ParsedAchievement, ParsedCredential, ParsedEvidence, ParsedProfile } from '../parsed-credential.ts'
import type { IdentityObject } from '../recipient.ts'
import { type Documents, follow, isWebUrl } from './documents.ts'
import vocabulary from './vocabulary.json' with { type: 'json' }

export interface Assertion {
  readonly json: JsonObject
  readonly id: string
  readonly achievement: JsonObject
  readonly issuer: JsonObject
  readonly issuerId: string
  /** URLs under which the parts are published; null for a part that is embedded. */
  readonly achievementUrl: string | null
  readonly manner: 'hosted' | 'signed'
  readonly creator: string | null
  readonly credential: ParsedCredential
}

export type ReadAssertion =
  | { readonly outcome: 'read'; readonly assertion: Assertion }
  | { readonly outcome: 'missing'; readonly url: string }
  | { readonly outcome: 'refused' }

/** Whether an untrusted value is an assertion of Open Badges 2.0, to be handed to `verifyAssertion`, and no credential of 3.0. */
export const isAssertion = (value: Json): value is JsonObject =>
  isObject(value) &&
  listOf(value.type).includes(vocabulary.assertion) &&
  listOf(value['@context']).includes(vocabulary.context)

/** Untrusted; nothing has been verified yet. `missing` names the next document to fetch. */
export function readAssertion(json: JsonObject, documents: Documents): ReadAssertion {
  const { id } = json
  if (!isAssertion(json) || typeof id !== 'string' || !hasRecipient(json) || !hasDates(json))
    return { outcome: 'refused' }
  const achievement = follow(json.badge, documents)
  if (achievement.outcome === 'missing') return achievement
  if (achievement.outcome !== 'found' || typeof achievement.object.name !== 'string') return { outcome: 'refused' }
  const issuer = follow(achievement.object.issuer, documents)
  if (issuer.outcome === 'missing') return issuer
  const issuerId = issuer.outcome === 'found' ? issuer.object.id : null
  if (issuer.outcome !== 'found' || typeof issuerId !== 'string') return { outcome: 'refused' }
  const manner = mannerOf(json.verification)
  if (!manner) return { outcome: 'refused' }
  const parts = {
    json,
    id,
    achievement: achievement.object,
    issuer: issuer.object,
    issuerId,
    achievementUrl: achievement.url,
    ...manner,
  }
  return { outcome: 'read', assertion: { ...parts, credential: viewOf(parts) } }
}

function hasRecipient({ recipient }: JsonObject): boolean {
  return isObject(recipient) && typeof recipient.identity === 'string' && typeof recipient.type === 'string'
}

const hasDates = ({ issuedOn, expires }: JsonObject): boolean =>
  isInstant(issuedOn) && (expires === undefined || isInstant(expires))

function mannerOf(verification: Json | undefined): Pick<Assertion, 'manner' | 'creator'> | null {
  if (!isObject(verification)) return null
  const types = listOf(verification.type)
  if (types.includes(vocabulary.hosted) || types.includes('hosted')) return { manner: 'hosted', creator: null }
  if (!types.includes(vocabulary.signed) && !types.includes('signed')) return null
  return { manner: 'signed', creator: isWebUrl(verification.creator) ? verification.creator : null }
}

type Parts = Omit<Assertion, 'credential'>

function viewOf({ json, id, achievement, issuer, issuerId }: Parts): ParsedCredential {
  const kind: CredentialKind = 'achievement'
  return {
    json,
    bare: json,
    kind,
    vcVersion: 'none',
    obVersion: '2.0',
    id,
    types: [vocabulary.assertion],
    name: String(achievement.name),
    issuer: { ...profileOf(issuer, issuerId), json: issuer },
    validFrom: String(json.issuedOn),
    ...(typeof json.expires === 'string' ? { validUntil: json.expires } : {}),
    ...imageOf(json),
    subject: {
      identifiers: [recipientOf(json.recipient as JsonObject)],
      achievement: achievementOf(achievement),
      results: [],
      ...textsOf(json, ['narrative']),
    },
    evidence: listOf(json.evidence).map(evidenceOf),
    relatedResources: [],
    endorsements: [],
    status: [],
    proofs: [],
    isTest: false,
  }
}

function textsOf<K extends string>(object: JsonObject, keys: readonly K[]): { [key in K]?: string } {
  const found: { [key in K]?: string } = {}
  for (const key of keys) if (typeof object[key] === 'string') found[key] = object[key]
  return found
}

function imageOf(object: JsonObject): { image?: string } {
  const image = isObject(object.image) ? object.image.id : object.image
  return typeof image === 'string' ? { image } : {}
}

const profileOf = (issuer: JsonObject, id: string): ParsedProfile => ({
  id,
  ...textsOf(issuer, ['name', 'url', 'email', 'description']),
  ...imageOf(issuer),
  otherIdentifier: [],
})

const IDENTITY_TYPES: Readonly<Record<string, string>> = {
  email: 'emailAddress',
  url: 'ext:url',
  telephone: 'ext:telephone',
  id: 'identifier',
}

const recipientOf = (recipient: JsonObject): IdentityObject => ({
  type: 'IdentityObject',
  hashed: recipient.hashed === true,
  identityHash: String(recipient.identity),
  identityType: IDENTITY_TYPES[String(recipient.type)] ?? `ext:${String(recipient.type)}`,
  ...textsOf(recipient, ['salt']),
})

function achievementOf(achievement: JsonObject): ParsedAchievement {
  const { criteria } = achievement
  return {
    ...textsOf(achievement, ['id', 'name', 'description', 'version']),
    criteria:
      typeof criteria === 'string'
        ? { id: criteria }
        : isObject(criteria)
          ? textsOf(criteria, ['id', 'narrative'])
          : {},
    ...imageOf(achievement),
    otherIdentifier: [],
    tag: listOf(achievement.tags).filter((tag) => typeof tag === 'string'),
    alignment: listOf(achievement.alignment)
      .filter(isObject)
      .map((each) => textsOf(each, ['targetName', 'targetUrl', 'targetCode', 'targetFramework', 'targetDescription'])),
    resultDescription: [],
    related: [],
  }
}

const evidenceOf = (evidence: Json): ParsedEvidence =>
  isObject(evidence)
    ? textsOf(evidence, ['id', 'name', 'narrative', 'description', 'genre', 'audience'])
    : typeof evidence === 'string'
      ? { id: evidence }
      : {}
