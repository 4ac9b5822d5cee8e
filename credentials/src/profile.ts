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

export interface AddressParts {
  readonly addressCountry?: string
  /** ISO 3166-1 alpha-2. */
  readonly addressCountryCode?: string
  readonly addressRegion?: string
  readonly addressLocality?: string
  readonly streetAddress?: string
  readonly postOfficeBoxNumber?: string
  readonly postalCode?: string
  /** Degrees, WGS 84. */
  readonly geo?: { readonly latitude: number; readonly longitude: number }
}

/** The parts of a person's name, for a profile that is a person's. */
export interface PersonNameParts {
  readonly familyName?: string
  readonly givenName?: string
  readonly additionalName?: string
  readonly patronymicName?: string
  readonly honorificPrefix?: string
  readonly honorificSuffix?: string
  readonly familyNamePrefix?: string
}

export interface ProfileParts extends PersonNameParts {
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
  readonly address?: AddressParts
  /** A day, `2001-03-15`. */
  readonly dateOfBirth?: string
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
    address: parts.address && composeAddress(parts.address),
    familyName: parts.familyName,
    givenName: parts.givenName,
    additionalName: parts.additionalName,
    patronymicName: parts.patronymicName,
    honorificPrefix: parts.honorificPrefix,
    honorificSuffix: parts.honorificSuffix,
    familyNamePrefix: parts.familyNamePrefix,
    dateOfBirth: parts.dateOfBirth,
  })
}

function composeAddress({ geo, ...parts }: AddressParts): JsonObject {
  return compact({
    type: ['Address'],
    addressCountry: parts.addressCountry,
    addressCountryCode: parts.addressCountryCode,
    addressRegion: parts.addressRegion,
    addressLocality: parts.addressLocality,
    streetAddress: parts.streetAddress,
    postOfficeBoxNumber: parts.postOfficeBoxNumber,
    postalCode: parts.postalCode,
    geo: geo && { type: 'GeoCoordinates', latitude: geo.latitude, longitude: geo.longitude },
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
