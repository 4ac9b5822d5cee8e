// Composes the Profile that names an issuer, a creator or a source.

import { compact } from './compact.ts'
import { OB_3_0_3, VC_V2 } from './context.ts'
import type { JsonObject } from './json.ts'

/** A URL or data URI of a picture. */
export interface ImageParts {
  readonly id: string
  readonly caption?: string
}

export interface IdentifierEntryParts {
  readonly identifier: string
  readonly identifierType: string
}

export interface ProfileParts {
  readonly id: string
  readonly name?: string
  readonly url?: string
  readonly phone?: string
  readonly email?: string
  readonly description?: string
  readonly image?: ImageParts
  readonly otherIdentifier?: readonly IdentifierEntryParts[]
  readonly official?: string
  readonly parentOrg?: ProfileParts
  readonly endorsement?: readonly JsonObject[]
}

/** The Profile object as it stands in a credential (OB 3.0, "Profile"). */
export function composeProfile(parts: ProfileParts): JsonObject {
  return compact({
    id: parts.id,
    type: ['Profile'],
    name: parts.name,
    url: parts.url,
    phone: parts.phone,
    email: parts.email,
    description: parts.description,
    image: composeImage(parts.image),
    otherIdentifier: parts.otherIdentifier?.map(composeIdentifierEntry),
    official: parts.official,
    parentOrg: parts.parentOrg && composeProfile(parts.parentOrg),
    endorsement: parts.endorsement,
  })
}

/** The Profile as a document of its own, with its context. */
export const composeProfileDocument = (parts: ProfileParts): JsonObject => ({
  '@context': [VC_V2, OB_3_0_3],
  ...composeProfile(parts),
})

export const composeImage = (image: ImageParts | undefined): JsonObject | undefined =>
  image && compact({ id: image.id, type: 'Image', caption: image.caption })

export const composeIdentifierEntry = (entry: IdentifierEntryParts): JsonObject => ({
  type: 'IdentifierEntry',
  identifier: entry.identifier,
  identifierType: entry.identifierType,
})
