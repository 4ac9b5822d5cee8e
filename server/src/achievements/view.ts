/** Puts an achievement into the words of the wire. */
import type { Achievement as AchievementOnWire } from '@kolleges/api'
import type { Achievement } from './achievement.ts'
import { achievementAddress } from './compose-achievement.ts'

export function viewOf(achievement: Achievement, origin: string): AchievementOnWire {
  const { id, content, design, publishedVersion, state, certificateVersion } = achievement
  const { badge, certificate, ...certification } = achievement.certification
  const address = publishedVersion === null ? null : achievementAddress(origin, id, publishedVersion)
  return {
    ...content,
    ...certification,
    certificate: certificate && { ...certificate, version: certificateVersion },
    id,
    state,
    version: publishedVersion,
    hasUnpublishedChanges: achievement.hasUnpublishedChanges,
    revision: achievement.revision,
    design: { ...design, ...(badge && { document: badge }) },
    url: address,
    imageUrl: address && `${address}/badge-320.png`,
    issuedCount: achievement.issuedCount,
    createdAt: achievement.createdAt,
    updatedAt: achievement.updatedAt,
  }
}
