/** Answers with the Open Badges 2.0 edition of a credential, hosted here, for backpacks that know nothing newer. */
import { composeAssertion, type JsonObject, parseCredential } from '@kolleges/credentials'
import { achievementAddress, oldAchievementUrl } from '../achievements/index.ts'
import { oldIssuerParts } from '../issuers/index.ts'
import { credentialUrl } from '../issuing/index.ts'
import type { Config } from '../platform/ports.ts'
import type { OwnCredential } from './find-own.ts'

export const oldEditionUrl = (origin: string, publicId: string): string => `${credentialUrl(origin, publicId)}/ob2.json`

/** From the signed text itself, so that both editions say the same. Null before it is signed. */
export function oldEditionOf(own: OwnCredential, config: Config): JsonObject | null {
  const { award, institution } = own
  const { origin } = config
  const parsed = award.credential === null ? null : parseCredential(JSON.parse(award.credential))
  if (parsed?.outcome !== 'parsed') return null
  const { achievementId, achievementVersion } = award
  const issuer = oldIssuerParts(institution, config)
  const edition = composeAssertion({
    credential: parsed.credential,
    assertionUrl: oldEditionUrl(origin, award.publicId),
    achievementUrl: oldAchievementUrl(origin, achievementId, achievementVersion),
    imageUrl: `${achievementAddress(origin, achievementId, achievementVersion)}/badge-600.png`,
    ...{ issuerUrl: issuer.url, issuerEmail: issuer.email, issuerHomepage: issuer.homepage },
  })
  return edition?.assertion ?? null
}

/** What stands at its address instead once it does not hold: a suspension is told in the one way there is (OB 2.0, "Revoked Assertions"). */
export function withdrawalOf({ award }: OwnCredential, { origin }: Config): JsonObject | null {
  const taken = award.revocation ?? award.suspension
  return taken && { id: oldEditionUrl(origin, award.publicId), revoked: true, revocationReason: taken.reason }
}
