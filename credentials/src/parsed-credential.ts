// Gives a checked credential one shape to read: arrays are arrays, texts are texts.

import { REFRESH_1EDTECH, TEST_CREDENTIAL } from './credential.ts'
import type { Instant } from './instant.ts'
import { isObject, type Json, type JsonObject, listOf } from './json.ts'
import type { CredentialKind } from './kind.ts'
import type { IdentityObject } from './recipient.ts'
import type { StatusEntry } from './status/status-entry.ts'

export interface ParsedProfile {
  readonly id: string
  readonly name?: string
  readonly url?: string
  readonly email?: string
  readonly phone?: string
  readonly description?: string
  readonly image?: string
  readonly official?: string
  /** Who stands above it; nested as deep as it was written. */
  readonly parentOrg?: ParsedProfile
  readonly otherIdentifier: readonly ParsedIdentifier[]
}

export interface ParsedIdentifier {
  readonly identifier?: string
  readonly identifierType?: string
}

export interface ParsedAlignment {
  readonly targetName?: string
  readonly targetUrl?: string
  readonly targetCode?: string
  readonly targetFramework?: string
  readonly targetType?: string
  readonly targetDescription?: string
}

export interface ParsedResultDescription {
  readonly id?: string
  readonly name?: string
  readonly resultType?: string
  readonly allowedValue: readonly string[]
  readonly requiredValue?: string
  readonly requiredLevel?: string
  readonly valueMin?: string
  readonly valueMax?: string
  readonly alignment: readonly ParsedAlignment[]
  readonly rubricCriterionLevel: readonly ParsedRubricLevel[]
}

export interface ParsedRubricLevel {
  readonly id?: string
  readonly name?: string
  readonly level?: string
  readonly points?: string
  readonly description?: string
  readonly alignment: readonly ParsedAlignment[]
}

export interface ParsedAchievement {
  readonly id?: string
  readonly name?: string
  readonly description?: string
  readonly criteria: { readonly id?: string; readonly narrative?: string }
  readonly achievementType?: string
  readonly creditsAvailable?: number
  readonly fieldOfStudy?: string
  readonly humanCode?: string
  readonly image?: string
  readonly inLanguage?: string
  readonly specialization?: string
  readonly version?: string
  readonly creator?: ParsedProfile
  readonly otherIdentifier: readonly ParsedIdentifier[]
  readonly tag: readonly string[]
  readonly alignment: readonly ParsedAlignment[]
  readonly resultDescription: readonly ParsedResultDescription[]
  readonly related: readonly { readonly id?: string; readonly inLanguage?: string; readonly version?: string }[]
}

export interface ParsedResult {
  readonly resultDescription?: string
  readonly value?: string
  readonly achievedLevel?: string
  readonly status?: string
  readonly alignment: readonly ParsedAlignment[]
}

export interface ParsedEvidence {
  readonly id?: string
  readonly name?: string
  readonly narrative?: string
  readonly description?: string
  readonly genre?: string
  readonly audience?: string
}

export interface RelatedResource {
  readonly id: string
  readonly mediaType?: string
  readonly digestSRI: readonly string[]
  readonly digestMultibase: readonly string[]
}

export interface ParsedSubject {
  readonly id?: string
  /** The recipient's name, when the credential carries it as an identity object of type `name`. */
  readonly name?: string
  readonly identifiers: readonly IdentityObject[]
  readonly achievement?: ParsedAchievement
  readonly results: readonly ParsedResult[]
  readonly licenseNumber?: string
  readonly narrative?: string
  readonly role?: string
  readonly term?: string
  readonly creditsEarned?: number
  readonly activityStartDate?: Instant
  readonly activityEndDate?: Instant
  /** The picture of this very award; the achievement's own is the plain one. */
  readonly image?: string
  /** Who vouches for the claims, when that is not the issuer. */
  readonly source?: ParsedProfile
}

/** Well-formed, and no more than that: nothing in it has been verified. */
export interface ParsedCredential {
  readonly json: JsonObject
  /** Without its proofs: what they cover. */
  readonly bare: JsonObject
  readonly kind: CredentialKind
  /** `none` for an Open Badges 2.0 assertion. */
  readonly vcVersion: '1.1' | '2.0' | 'none'
  readonly obVersion?: string
  readonly id?: string
  readonly types: readonly string[]
  readonly name?: string
  readonly description?: string
  readonly image?: string
  readonly issuer: ParsedProfile & { readonly json: Json }
  readonly validFrom?: Instant
  readonly validUntil?: Instant
  readonly awardedDate?: Instant
  readonly subject: ParsedSubject
  readonly evidence: readonly ParsedEvidence[]
  readonly relatedResources: readonly RelatedResource[]
  /** Where the newest edition of it is asked for (1EdTechCredentialRefresh). */
  readonly refreshUrl?: string
  readonly endorsements: readonly JsonObject[]
  readonly status: readonly StatusEntry[]
  readonly proofs: readonly JsonObject[]
  readonly isTest: boolean
}

interface Checked {
  readonly bare: JsonObject
  readonly vcVersion: '1.1' | '2.0'
  readonly types: readonly string[]
  readonly kind: CredentialKind
  readonly validFrom?: Instant
  readonly validUntil?: Instant
  readonly status: readonly StatusEntry[]
  readonly proofs: readonly JsonObject[]
  readonly subject: JsonObject
}

/** Expects a value whose shape has been checked. */
export function viewOf(json: JsonObject, checked: Checked): ParsedCredential {
  const { subject, ...rest } = checked
  const version = obVersionOf(json['@context'])
  let view: ParsedSubject | null = null
  return {
    json,
    ...rest,
    ...(version ? { obVersion: version } : {}),
    ...texts(json, ['id', 'awardedDate']),
    ...plainTexts(json, ['name', 'description']),
    ...imageOf(json),
    issuer: { ...profileOf(json.issuer ?? null), json: json.issuer ?? null },
    // Read when asked for: a verdict needs none of it.
    get subject() {
      view ??= subjectOf(subject)
      return view
    },
    evidence: listOf(json.evidence)
      .filter(isObject)
      .map((each) => texts(each, EVIDENCE_TEXTS)),
    relatedResources: listOf(json.relatedResource).filter(isObject).map(relatedResourceOf),
    ...refreshOf(json.refreshService),
    endorsements: listOf(json.endorsement).filter(isObject),
    isTest: listOf(json.termsOfUse).some((each) => isObject(each) && listOf(each.type).includes(TEST_CREDENTIAL)),
  }
}

function refreshOf(service: Json | undefined): { refreshUrl?: string } {
  const found = listOf(service).find((each) => isObject(each) && listOf(each.type).includes(REFRESH_1EDTECH))
  const url = isObject(found) ? found.id : undefined
  return typeof url === 'string' && /^https?:/.test(url) && URL.canParse(url) ? { refreshUrl: url } : {}
}

const EVIDENCE_TEXTS = ['id', 'name', 'narrative', 'description', 'genre', 'audience'] as const

const OB_CONTEXT = /^https:\/\/purl\.imsglobal\.org\/spec\/ob\/v3p0\/context(?:-(\d+\.\d+\.\d+))?\.json$/

function obVersionOf(context: Json | undefined): string | undefined {
  for (const entry of listOf(context)) {
    const found = typeof entry === 'string' ? OB_CONTEXT.exec(entry) : null
    if (found) return found[1] ?? '3.0.0'
  }
  return undefined
}

function texts<K extends string>(object: JsonObject, keys: readonly K[]): { [key in K]?: string } {
  const found: { [key in K]?: string } = {}
  for (const key of keys) {
    const value = object[key]
    if (typeof value === 'string') found[key] = value
  }
  return found
}

function numbers<K extends string>(object: JsonObject, keys: readonly K[]): { [key in K]?: number } {
  const found: { [key in K]?: number } = {}
  for (const key of keys) {
    const value = object[key]
    if (typeof value === 'number') found[key] = value
  }
  return found
}

// A text in one language, or the first of several.
function plainTexts<K extends string>(object: JsonObject, keys: readonly K[]): { [key in K]?: string } {
  const found: { [key in K]?: string } = {}
  for (const key of keys) {
    const value = object[key]
    const first = Array.isArray(value) ? value[0] : value
    const plain = isObject(first) ? first['@value'] : first
    if (typeof plain === 'string') found[key] = plain
  }
  return found
}

function imageOf(object: JsonObject): { image?: string } {
  const image = listOf(object.image)[0]
  const id = isObject(image) ? image.id : image
  return typeof id === 'string' ? { image: id } : {}
}

function profileOf(value: Json): ParsedProfile {
  if (!isObject(value)) return { id: String(value), otherIdentifier: [] }
  return {
    id: String(value.id),
    ...plainTexts(value, ['name', 'description']),
    ...texts(value, ['url', 'email', 'phone', 'official']),
    ...imageOf(value),
    ...(isObject(value.parentOrg) ? { parentOrg: profileOf(value.parentOrg) } : {}),
    otherIdentifier: identifiersIn(value),
  }
}

const identifiersIn = ({ otherIdentifier }: JsonObject): ParsedIdentifier[] =>
  listOf(otherIdentifier)
    .filter(isObject)
    .map((each) => texts(each, ['identifier', 'identifierType']))

const alignmentsIn = ({ alignment }: JsonObject): ParsedAlignment[] =>
  listOf(alignment)
    .filter(isObject)
    .map((each) => texts(each, ALIGNMENT_TEXTS))

function subjectOf(subject: JsonObject): ParsedSubject {
  const identifiers = listOf(subject.identifier).filter(isObject) as unknown as IdentityObject[]
  const name = identifiers.find((each) => each.identityType === 'name' && !each.hashed)?.identityHash
  return {
    ...texts(subject, ['id', 'licenseNumber', 'narrative', 'role', 'term', 'activityStartDate', 'activityEndDate']),
    ...numbers(subject, ['creditsEarned']),
    ...(name === undefined ? {} : { name }),
    identifiers,
    ...imageOf(subject),
    ...(isObject(subject.source) ? { source: profileOf(subject.source) } : {}),
    ...(isObject(subject.achievement) ? { achievement: achievementOf(subject.achievement) } : {}),
    results: listOf(subject.result)
      .filter(isObject)
      .map((each) => ({
        ...texts(each, ['resultDescription', 'value', 'achievedLevel', 'status']),
        alignment: alignmentsIn(each),
      })),
  }
}

const ACHIEVEMENT_TEXTS = [
  ...([
    'id',
    'name',
    'description',
    'achievementType',
    'fieldOfStudy',
    'humanCode',
    'inLanguage',
    'specialization',
  ] as const),
  'version' as const,
]
const ALIGNMENT_TEXTS = [
  'targetName',
  'targetUrl',
  'targetCode',
  'targetFramework',
  'targetType',
  'targetDescription',
] as const

function achievementOf(achievement: JsonObject): ParsedAchievement {
  return {
    ...texts(achievement, ACHIEVEMENT_TEXTS),
    ...numbers(achievement, ['creditsAvailable']),
    criteria: isObject(achievement.criteria) ? texts(achievement.criteria, ['id', 'narrative']) : {},
    ...imageOf(achievement),
    ...(isObject(achievement.creator) ? { creator: profileOf(achievement.creator) } : {}),
    tag: textsIn(achievement.tag),
    otherIdentifier: identifiersIn(achievement),
    alignment: alignmentsIn(achievement),
    resultDescription: listOf(achievement.resultDescription).filter(isObject).map(resultDescriptionOf),
    related: listOf(achievement.related)
      .filter(isObject)
      .map((each) => texts(each, ['id', 'inLanguage', 'version'])),
  }
}

function resultDescriptionOf(description: JsonObject): ParsedResultDescription {
  return {
    ...texts(description, ['id', 'name', 'resultType', 'requiredValue', 'requiredLevel', 'valueMin', 'valueMax']),
    allowedValue: textsIn(description.allowedValue),
    alignment: alignmentsIn(description),
    rubricCriterionLevel: listOf(description.rubricCriterionLevel)
      .filter(isObject)
      .map((each) => ({
        ...texts(each, ['id', 'name', 'level', 'points', 'description']),
        alignment: alignmentsIn(each),
      })),
  }
}

const relatedResourceOf = (resource: JsonObject): RelatedResource => ({
  id: String(resource.id),
  ...texts(resource, ['mediaType']),
  digestSRI: textsIn(resource.digestSRI),
  digestMultibase: textsIn(resource.digestMultibase),
})

const textsIn = (value: Json | undefined): string[] => listOf(value).filter((each) => typeof each === 'string')
