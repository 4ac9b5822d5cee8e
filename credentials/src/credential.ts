// Composes the unsigned OpenBadgeCredential from its parts.

import { type AchievementParts, composeAchievement } from './achievement.ts'
import { compact } from './compact.ts'
import { OB_3_0_3, OB_EXTENSIONS, VC_V2 } from './context.ts'
import { CredentialError } from './errors.ts'
import {
  composeEvidence,
  composeRelatedResources,
  composeResult,
  type EvidenceParts,
  type ResultParts,
} from './evidence.ts'
import { type Instant, isInstant } from './instant.ts'
import type { JsonObject } from './json.ts'
import { composeImage, composeProfile, type ImageParts, type ProfileParts } from './profile.ts'
import { type IdentityObject, nameIdentity } from './recipient.ts'
import { composeStatusEntry, type StatusEntryParts } from './status/status-entry.ts'

export const REFRESH_1EDTECH = '1EdTechCredentialRefresh'

/** Marks, under the signature, a credential issued for trial: verification answers `test` and never `valid`. */
export const TEST_CREDENTIAL = 'urn:kolleges:TestCredential'

export const ACHIEVEMENT_CREDENTIAL_SCHEMA =
  'https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_achievementcredential_schema.json'

declare const unsigned: unique symbol
/** Composed, nothing promised yet: `prepare` lints it. */
export type UnsignedCredential = JsonObject & { readonly [unsigned]?: true }

export interface RecipientParts {
  readonly id?: string
  /** In the clear, so that the signature covers it; leave out to issue to an address alone. */
  readonly name?: string
  readonly identifiers?: readonly IdentityObject[]
}

export interface CredentialParts {
  readonly id: string
  readonly issuer: ProfileParts
  readonly validFrom: Instant
  readonly validUntil?: Instant
  /** The original date, when this is a new edition of an earlier credential. */
  readonly awardedDate?: Instant
  /** By default the achievement's name. */
  readonly name?: string
  readonly description?: string
  readonly image?: ImageParts
  readonly recipient: RecipientParts
  readonly achievement: AchievementParts
  /** One only: OB 3.0's schema refuses an array. */
  readonly status?: StatusEntryParts
  /** Where verifiers may ask once for a newer edition of the same badge (1EdTech Credential Refresh 1.0). */
  readonly refreshUrl?: string
  readonly results?: readonly ResultParts[]
  readonly evidence?: readonly EvidenceParts[]
  readonly licenseNumber?: string
  readonly narrative?: string
  readonly role?: string
  readonly term?: string
  readonly creditsEarned?: number
  readonly activityStartDate?: Instant
  readonly activityEndDate?: Instant
  /** Who vouches for what is said of the recipient, when that is not the issuer. */
  readonly source?: ProfileParts
  /** The picture of this very award, credential baked in; `image` of the achievement is the plain one. */
  readonly subjectImage?: ImageParts
  readonly test?: boolean
  readonly termsOfUse?: readonly JsonObject[]
  readonly endorsement?: readonly JsonObject[]
  /** False leaves `credentialSchema` out; by default the official schema is named. */
  readonly schema?: boolean
}

/** One shape that independent verifiers accept. Trusted parts; refuses a recipient without id or identifier and dates without a zone. */
export function composeCredential(parts: CredentialParts): UnsignedCredential {
  const evidence = parts.evidence ?? []
  const terms = parts.test ? [{ type: TEST_CREDENTIAL }, ...(parts.termsOfUse ?? [])] : parts.termsOfUse
  for (const date of [parts.validFrom, parts.validUntil, parts.awardedDate])
    if (date !== undefined && !isInstant(date)) throw new CredentialError('date-malformed', { date })
  return compact({
    '@context': [VC_V2, OB_3_0_3, OB_EXTENSIONS],
    id: parts.id,
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    name: parts.name ?? parts.achievement.name,
    description: parts.description,
    image: composeImage(parts.image),
    issuer: composeProfile(parts.issuer),
    validFrom: parts.validFrom,
    validUntil: parts.validUntil,
    awardedDate: parts.awardedDate,
    credentialSubject: composeSubject(parts),
    evidence: evidence.map(composeEvidence),
    relatedResource: composeRelatedResources(evidence),
    refreshService: parts.refreshUrl && { id: parts.refreshUrl, type: REFRESH_1EDTECH },
    credentialStatus: parts.status && composeStatusEntry(parts.status),
    credentialSchema:
      parts.schema === false
        ? undefined
        : [{ id: ACHIEVEMENT_CREDENTIAL_SCHEMA, type: '1EdTechJsonSchemaValidator2019' }],
    termsOfUse: terms,
    endorsement: parts.endorsement,
  })
}

function composeSubject(parts: CredentialParts): JsonObject {
  const { recipient } = parts
  const identifier = [...(recipient.name ? [nameIdentity(recipient.name)] : []), ...(recipient.identifiers ?? [])]
  if (recipient.id === undefined && identifier.length === 0) throw new CredentialError('recipient-missing')
  return compact({
    id: recipient.id,
    type: ['AchievementSubject'],
    identifier,
    activityStartDate: parts.activityStartDate,
    activityEndDate: parts.activityEndDate,
    creditsEarned: parts.creditsEarned,
    image: composeImage(parts.subjectImage),
    licenseNumber: parts.licenseNumber,
    narrative: parts.narrative,
    role: parts.role,
    source: parts.source && composeProfile(parts.source),
    term: parts.term,
    result: parts.results?.map(composeResult),
    achievement: composeAchievement(parts.achievement),
  })
}
