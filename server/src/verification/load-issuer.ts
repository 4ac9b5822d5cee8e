/** Gathers what the public page of an institution shows. */
import { findAchievementVersion, listAchievements } from '../achievements/index.ts'
import { findInstitutionBySlug, type Institution } from '../issuers/index.ts'
import type { Ports, SigningKey, Tx } from '../platform/ports.ts'
import { ACHIEVEMENTS_SHOWN_MAX, PROGRAMMES_SHOWN_MAX } from './limits.ts'
import { listOpenProgrammes, type OpenProgramme } from './store.ts'

export type IssuerView = {
  readonly institution: Institution
  readonly keys: readonly SigningKey[]
  readonly badges: readonly {
    readonly id: string
    readonly version: number
    readonly name: string
    readonly language: string
  }[]
  /** Where badges are taken in as credits. */
  readonly programmes: readonly OpenProgramme[]
}

/** Untrusted slug; null when there is no such institution. */
export async function loadIssuer(ports: Ports, slug: string): Promise<IssuerView | null> {
  const institution = await findInstitutionBySlug(ports, slug)
  if (institution === null) return null
  return ports.db.tenant(institution.id, async (tx) => ({
    institution,
    keys: await ports.signers.list(tx, institution.id),
    badges: await publishedBadges(tx, institution.id),
    programmes: await listOpenProgrammes(tx, institution.id, PROGRAMMES_SHOWN_MAX),
  }))
}

/** What was published, not what is being edited. */
async function publishedBadges(tx: Tx, institutionId: string): Promise<IssuerView['badges']> {
  const search = { state: 'published', startingAfter: undefined, limit: ACHIEVEMENTS_SHOWN_MAX } as const
  const badges = []
  for (const { id, publishedVersion } of await listAchievements(tx, institutionId, search)) {
    const found = publishedVersion && (await findAchievementVersion(tx, institutionId, id, publishedVersion))
    if (found) badges.push({ id, version: found.version, name: found.content.name, language: found.content.language })
  }
  return badges.slice(0, ACHIEVEMENTS_SHOWN_MAX)
}
