/** Finds an award by what the public knows of it, whatever its institution. */
import { type AchievementVersion, loadAchievementVersion } from '../achievements/index.ts'
import { type Institution, loadInstitution } from '../issuers/index.ts'
import type { Ports, Tx } from '../platform/ports.ts'
import type { Award } from './award.ts'
import { type Former, listFormer } from './former/store.ts'
import { parseNumber } from './number.ts'
import { findAward, findAwardOfNumber, findInstitutionOfCredential, findInstitutionOfNumber } from './store.ts'

/** Untrusted text. Null for an id that was never given; the award may still be pending, failed or revoked. */
export async function findAwardByPublicId(ports: Ports, publicId: string): Promise<Award | null> {
  const wanted = publicId.toLowerCase()
  const institutionId = await ports.db.lookup((tx) => findInstitutionOfCredential(tx, wanted))
  if (institutionId === null) return null
  return ports.db.tenant(institutionId, (tx) => findAward(tx, institutionId, wanted))
}

/** Untrusted text as typed. */
export async function findAwardByNumber(ports: Ports, typed: string): Promise<Award | null> {
  const number = parseNumber(typed)
  if (number === null) return null
  const institutionId = await ports.db.lookup((tx) => findInstitutionOfNumber(tx, number))
  if (institutionId === null) return null
  return ports.db.tenant(institutionId, (tx) => findAwardOfNumber(tx, institutionId, number))
}

/** What was signed before of an award, oldest first. */
export const findFormer = (ports: Ports, { institutionId, id }: Award): Promise<Former[]> =>
  ports.db.tenant(institutionId, (tx) => listFormer(tx, institutionId, id))

export type AwardView = {
  readonly award: Award
  readonly institution: Institution
  readonly achievement: AchievementVersion
}

/** Everything a page about one credential shows; null for an unknown id. */
export async function loadAwardView(ports: Ports, publicId: string): Promise<AwardView | null> {
  const institutionId = await ports.db.lookup((tx) => findInstitutionOfCredential(tx, publicId))
  if (institutionId === null) return null
  return ports.db.tenant(institutionId, (tx) => loadAwardViewIn(tx, institutionId, publicId))
}

export async function loadAwardViewIn(tx: Tx, institutionId: string, publicId: string): Promise<AwardView | null> {
  const award = await findAward(tx, institutionId, publicId)
  if (award === null) return null
  const { achievementId, achievementVersion } = award
  return {
    award,
    institution: await loadInstitution(tx, institutionId),
    achievement: await loadAchievementVersion(tx, institutionId, achievementId, achievementVersion),
  }
}
