// Composes the Open Badges 2.0 edition of a credential of ours, hosted, for backpacks that know nothing newer.

import { compact } from '../compact.ts'
import type { JsonObject } from '../json.ts'
import type { ParsedCredential } from '../parsed-credential.ts'
import type { IdentityObject } from '../recipient.ts'
import vocabulary from './vocabulary.json' with { type: 'json' }

export interface AssertionEditionParts {
  readonly credential: ParsedCredential
  /** Where each of the three documents will be published, all on the issuer's own origin. */
  readonly assertionUrl: string
  readonly achievementUrl: string
  readonly issuerUrl: string
  /** Version 2.0 requires a picture and the issuer's address. */
  readonly imageUrl: string
  readonly issuerEmail: string
  readonly issuerHomepage: string
}

export interface AssertionEdition {
  readonly assertion: JsonObject
  readonly achievement: JsonObject
  readonly issuer: JsonObject
}

/** Null for a credential whose recipient is not known by an e-mail address: version 2.0 could not name them. */
export function composeAssertion(parts: AssertionEditionParts): AssertionEdition | null {
  const { credential, assertionUrl, achievementUrl, issuerUrl } = parts
  const recipient = credential.subject.identifiers.find(({ identityType }) => identityType === 'emailAddress')
  const { achievement } = credential.subject
  if (!recipient || !achievement || credential.validFrom === undefined) return null
  const context = vocabulary.context
  return {
    assertion: compact({
      '@context': context,
      type: vocabulary.assertion,
      id: assertionUrl,
      recipient: recipientOf(recipient),
      badge: achievementUrl,
      verification: { type: vocabulary.hosted },
      issuedOn: credential.awardedDate ?? credential.validFrom,
      expires: credential.validUntil,
      evidence: credential.evidence.map(({ id, name, narrative }) => ({ id, name, narrative })),
      narrative: credential.subject.narrative,
      related: credential.id === undefined ? undefined : [{ id: credential.id, type: ['Related'] }],
    }),
    achievement: composeAssertionAchievement({
      achievement,
      ...{ url: achievementUrl, issuerUrl, imageUrl: parts.imageUrl },
    }),
    issuer: composeAssertionIssuer({
      ...{ url: issuerUrl, name: credential.issuer.name, homepage: parts.issuerHomepage, email: parts.issuerEmail },
      image: credential.issuer.image,
    }),
  }
}

export interface AssertionAchievementParts {
  /** What is told of it: the parts that both versions know. */
  readonly achievement: {
    readonly name?: string
    readonly description?: string
    readonly criteria: { readonly id?: string; readonly narrative?: string }
    readonly tag?: readonly string[]
    readonly alignment?: readonly {
      readonly targetName?: string
      readonly targetUrl?: string
      readonly targetCode?: string
      readonly targetDescription?: string
      readonly targetFramework?: string
    }[]
  }
  readonly url: string
  readonly issuerUrl: string
  readonly imageUrl: string
}

/** The achievement as assertions of version 2.0 point to it, at its own address. */
export function composeAssertionAchievement(parts: AssertionAchievementParts): JsonObject {
  const { achievement, url, issuerUrl, imageUrl } = parts
  return compact({
    '@context': vocabulary.context,
    type: vocabulary.achievement,
    id: url,
    name: achievement.name,
    description: achievement.description,
    image: imageUrl,
    criteria: { id: achievement.criteria.id, narrative: achievement.criteria.narrative },
    issuer: issuerUrl,
    tags: achievement.tag && [...achievement.tag],
    // Version 2.0 knows no types of targets.
    alignment: achievement.alignment?.map(
      ({ targetName, targetUrl, targetCode, targetDescription, targetFramework }) => ({
        ...{ targetName, targetUrl, targetCode, targetDescription, targetFramework },
      }),
    ),
  })
}

export interface AssertionIssuerParts {
  readonly url: string
  readonly name: string | undefined
  readonly homepage: string
  readonly email: string
  readonly image?: string | undefined
}

/** The issuer as achievements of version 2.0 point to it, on the ground of which its assertions must be hosted. */
export const composeAssertionIssuer = ({ url, name, homepage, email, image }: AssertionIssuerParts): JsonObject =>
  compact({ '@context': vocabulary.context, type: vocabulary.issuer, id: url, name, url: homepage, email, image })

const recipientOf = ({ hashed, identityHash, salt }: IdentityObject) => ({
  type: 'email',
  hashed,
  identity: identityHash,
  salt,
})
