// Composes a ClrCredential: the badges of a micro-degree, each still under its own seal, and how they belong together.

import { type AchievementParts, composeAchievement } from './achievement.ts'
import { compact } from './compact.ts'
import { CLR_2_0_1, OB_3_0_3, OB_EXTENSIONS, VC_V2 } from './context.ts'
import type { RecipientParts, UnsignedCredential } from './credential.ts'
import { CredentialError } from './errors.ts'
import type { Instant } from './instant.ts'
import type { JsonObject } from './json.ts'
import { composeProfile, type ProfileParts } from './profile.ts'
import { nameIdentity } from './recipient.ts'
import { composeStatusEntry, type StatusEntryParts } from './status/status-entry.ts'

export type AssociationType =
  | 'exactMatchOf'
  | 'isChildOf'
  | 'isParentOf'
  | 'isPartOf'
  | 'isPeerOf'
  | 'isRelatedTo'
  | 'precedes'
  | 'replacedBy'

/** Between achievements: the ids of achievements, never of credentials (CLR 2.0, "Association"). */
export interface AssociationParts {
  readonly associationType: AssociationType
  readonly sourceId: string
  readonly targetId: string
}

export interface ClrParts {
  readonly id: string
  readonly name: string
  readonly description?: string
  readonly issuer: ProfileParts
  readonly validFrom: Instant
  readonly validUntil?: Instant
  readonly awardedDate?: Instant
  readonly partial?: boolean
  readonly recipient: RecipientParts
  /** Signed; taken over exactly as they are. */
  readonly credentials: readonly JsonObject[]
  /** Achievements beside those of the credentials, such as steps not yet earned. */
  readonly achievements?: readonly AchievementParts[]
  readonly associations?: readonly AssociationParts[]
  readonly status?: StatusEntryParts
}

export const CLR_CREDENTIAL_SCHEMA =
  'https://purl.imsglobal.org/spec/clr/v2p0/schema/json/clr_v2p0_clrcredential_schema.json'

/** Refuses, by throwing, a transcript without credentials or one whose credentials are not signed. */
export function composeClr(parts: ClrParts): UnsignedCredential {
  const { recipient, credentials } = parts
  if (credentials.length === 0 || credentials.some(({ proof }) => proof === undefined))
    throw new CredentialError('credential-malformed', { found: 'a CLR without signed credentials' })
  const identifier = [...(recipient.name ? [nameIdentity(recipient.name)] : []), ...(recipient.identifiers ?? [])]
  if (recipient.id === undefined && identifier.length === 0) throw new CredentialError('recipient-missing')
  const composed = compact({
    '@context': [VC_V2, CLR_2_0_1, OB_3_0_3, OB_EXTENSIONS],
    id: parts.id,
    type: ['VerifiableCredential', 'ClrCredential'],
    name: parts.name,
    description: parts.description,
    partial: parts.partial ?? false,
    issuer: composeProfile(parts.issuer),
    validFrom: parts.validFrom,
    validUntil: parts.validUntil,
    awardedDate: parts.awardedDate,
    credentialSubject: {
      id: recipient.id,
      type: ['ClrSubject'],
      identifier,
      achievement: parts.achievements?.map(composeAchievement),
      association: parts.associations?.map((association) => ({ type: 'Association', ...association })),
    },
    credentialStatus: parts.status && composeStatusEntry(parts.status),
    credentialSchema: [{ id: CLR_CREDENTIAL_SCHEMA, type: '1EdTechJsonSchemaValidator2019' }],
  })
  const subject = composed.credentialSubject as JsonObject
  // Put in last and untouched: one character changed would break a seal.
  return { ...composed, credentialSubject: { ...subject, verifiableCredential: [...credentials] } }
}
