/** Finds what everybody may see of an achievement: a published version and who stands behind it. */
import { type Institution, loadInstitution } from '../issuers/index.ts'
import type { Ports } from '../platform/ports.ts'
import type { AchievementVersion } from './achievement.ts'
import { findAchievementVersion, findCurrentAchievement, findInstitutionIdOfAchievement } from './store.ts'

export type Published = AchievementVersion & {
  readonly institution: Institution
  readonly isRetired: boolean
  readonly newestVersion: number
}

/** `id` and `version` are as a stranger wrote them. Without a version the newest counts. Drafts are nobody's business. */
export async function findPublished(ports: Ports, id: string, version?: string): Promise<Published | null> {
  if (!UUID.test(id) || (version !== undefined && !VERSION.test(version))) return null
  const institutionId = await findInstitutionIdOfAchievement(ports, id)
  if (!institutionId) return null
  return ports.db.tenant(institutionId, async (tx) => {
    const current = await findCurrentAchievement(tx, institutionId, id)
    if (!current || current.state === 'draft') return null
    const wanted = version === undefined ? current.version : Number(version)
    const found = await findAchievementVersion(tx, institutionId, id, wanted)
    if (!found) return null
    const institution = await loadInstitution(tx, institutionId)
    return { ...found, institution, isRetired: current.state === 'retired', newestVersion: current.version }
  })
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
const VERSION = /^[1-9]\d{0,5}$/
