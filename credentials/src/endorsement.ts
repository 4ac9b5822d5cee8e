// Composes an EndorsementCredential: one party's signed word for an achievement, an issuer or a credential.

import { compact } from './compact.ts'
import { OB_3_0_3, OB_EXTENSIONS, VC_V2 } from './context.ts'
import type { UnsignedCredential } from './credential.ts'
import type { Instant } from './instant.ts'
import { composeProfile, type ProfileParts } from './profile.ts'
import { composeStatusEntry, type StatusEntryParts } from './status/status-entry.ts'

export interface EndorsementParts {
  readonly id: string
  readonly name: string
  readonly description?: string
  readonly issuer: ProfileParts
  readonly validFrom: Instant
  readonly validUntil?: Instant
  /** The id of what is endorsed. */
  readonly subjectId: string
  /** Markdown. */
  readonly comment?: string
  readonly status?: StatusEntryParts
}

export const ENDORSEMENT_CREDENTIAL_SCHEMA =
  'https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_endorsementcredential_schema.json'

/** To be signed by the endorser, then embedded whole, with its own context and proof (OB 3.0, "EndorsementCredential"). */
export const composeEndorsement = (parts: EndorsementParts): UnsignedCredential =>
  compact({
    '@context': [VC_V2, OB_3_0_3, OB_EXTENSIONS],
    id: parts.id,
    type: ['VerifiableCredential', 'EndorsementCredential'],
    name: parts.name,
    description: parts.description,
    issuer: composeProfile(parts.issuer),
    validFrom: parts.validFrom,
    validUntil: parts.validUntil,
    credentialSubject: { id: parts.subjectId, type: ['EndorsementSubject'], endorsementComment: parts.comment },
    credentialStatus: parts.status && composeStatusEntry(parts.status),
    credentialSchema: [{ id: ENDORSEMENT_CREDENTIAL_SCHEMA, type: '1EdTechJsonSchemaValidator2019' }],
  })
