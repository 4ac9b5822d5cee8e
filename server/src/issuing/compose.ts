/** Composes the unsigned credential of one award. */
import {
  composeCredential,
  type EvidenceParts,
  hashIdentity,
  type Primitives,
  type ProfileParts,
  type ResultParts,
  type UnsignedCredential,
} from '@kolleges/credentials'
import {
  type AchievementVersion,
  achievementAddress,
  achievementParts,
  resultDescriptionId,
} from '../achievements/index.ts'
import { listUrl } from '../status/index.ts'
import { type Award, type AwardEvidence, credentialUrl } from './award.ts'

export type Composition = {
  readonly award: Award
  readonly achievement: AchievementVersion
  readonly issuer: ProfileParts
  readonly origin: string
  readonly primitives: Primitives
}

/**
 * The same award always composes into the same credential. The name is in the clear, so that the signature covers it; the
 * address only as a salted hash, folded to lower case (OB 3.0, "IdentityObject").
 */
export async function composeAward(parts: Composition): Promise<UnsignedCredential> {
  const { award, achievement, issuer, origin, primitives } = parts
  const { details, recipient, salt, status } = award
  const email = await hashIdentity({ identity: recipient.key, salt }, primitives)
  return composeCredential({
    id: credentialUrl(origin, award.publicId),
    issuer,
    validFrom: award.validFrom,
    ...(award.validUntil !== null && { validUntil: award.validUntil }),
    awardedDate: award.createdAt,
    recipient: { name: recipient.name, identifiers: [email] },
    achievement: achievementParts(origin, achievement, issuer),
    status: { listUrl: listUrl(origin, status.listPublicId), index: status.index },
    results: resultsOf(details.result, achievement, origin),
    evidence: (details.evidence ?? []).map(evidenceOf),
    ...(details.narrative && { narrative: details.narrative.normalize('NFC') }),
    ...(details.licenseNumber && { licenseNumber: details.licenseNumber }),
    test: award.testMode,
  })
}

/** A value of the achievement's scale points to it; any other is told as it is. */
function resultsOf(value: string | undefined, achievement: AchievementVersion, origin: string): ResultParts[] {
  if (!value) return []
  if (achievement.content.resultScale === null) return [{ value }]
  const address = achievementAddress(origin, achievement.id, achievement.version)
  return [{ resultDescription: resultDescriptionId(address), value }]
}

const evidenceOf = ({ name, url, narrative }: AwardEvidence): EvidenceParts => ({
  name: name.normalize('NFC'),
  ...(url && { id: url }),
  ...(narrative && { narrative: narrative.normalize('NFC') }),
})
