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
    achievement: compact({
      '@context': context,
      type: vocabulary.achievement,
      id: achievementUrl,
      name: achievement.name,
      description: achievement.description,
      image: parts.imageUrl,
      criteria: { id: achievement.criteria.id, narrative: achievement.criteria.narrative },
      issuer: issuerUrl,
      tags: achievement.tag,
      alignment: achievement.alignment,
    }),
    issuer: compact({
      '@context': context,
      type: vocabulary.issuer,
      id: issuerUrl,
      name: credential.issuer.name,
      url: parts.issuerHomepage,
      email: parts.issuerEmail,
      image: credential.issuer.image,
    }),
  }
}

const recipientOf = ({ hashed, identityHash, salt }: IdentityObject) => ({
  type: 'email',
  hashed,
  identity: identityHash,
  salt,
})
