/** Gathers what the papers of one micro-degree are made from. */
import { loadAchievementVersion } from '../../achievements/index.ts'
import { loadInstitution } from '../../issuers/index.ts'
import { listAwardsById } from '../../issuing/index.ts'
import type { Ports, Tx } from '../../platform/ports.ts'
import { titlesOf } from '../ledger.ts'
import { ruleOf } from '../pathway.ts'
import { findPathway, listPublished, loadCatalogue } from '../store.ts'
import type { DegreePapers } from './papers.ts'
import { type DegreePlace, findDegreeByCredential, findRecord, findVisibleDegree, listDegreesWith } from './store.ts'

/** For the learner and for everybody who may see every part of it; null alike for what there is not and what is not for them. */
export async function loadVisiblePapers(
  ports: Ports,
  publicId: string,
  viewer: string | null,
): Promise<DegreePapers | null> {
  const place = await findVisibleDegree(ports, publicId, viewer)
  return place && ports.db.tenant(place.institutionId, (tx) => loadPapers(tx, ports, place))
}

/** For the institution's own staff. */
export const loadOwnPapers = (ports: Ports, institutionId: string, publicId: string): Promise<DegreePapers | null> =>
  ports.db.tenant(institutionId, async (tx) => {
    const place = await findDegreeByCredential(tx, institutionId, publicId)
    return place && loadPapers(tx, ports, place)
  })

/** Null until its transcript was signed, a moment after the credential. */
async function loadPapers(tx: Tx, ports: Ports, place: DegreePlace): Promise<DegreePapers | null> {
  const { institutionId, pathwayId, learnerId, awardId } = place
  const degree = (await listDegreesWith(tx, institutionId, awardId)).find((one) => one.awardId === awardId)
  const record = await findRecord(tx, place)
  const pathway = await findPathway(tx, institutionId, pathwayId)
  const published = (await listPublished(tx, institutionId)).find(({ id }) => id === pathwayId)
  const [award] = await listAwardsById(tx, institutionId, [awardId])
  if (!degree || record === null || !pathway || !published || !award || degree.learnerId !== learnerId) return null
  const institution = await loadInstitution(tx, institutionId)
  const titles = titlesOf(await loadCatalogue(tx, institutionId, institution.did))
  const contentOf = async (of: typeof award) =>
    (await loadAchievementVersion(tx, institutionId, of.achievementId, of.achievementVersion)).content
  const earned = await listAwardsById(tx, institutionId, degree.parts)
  earned.sort((a, b) => (a.validFrom < b.validFrom ? -1 : a.validFrom > b.validFrom ? 1 : 0))
  const parts = []
  for (const part of earned) parts.push({ award: part, content: await contentOf(part) })
  return {
    ...{ institution, degree, award, record, titles, parts },
    origin: ports.config.origin,
    title: pathway.title,
    content: await contentOf(award),
    rule: ruleOf(published.rules.get(degree.version), institution.did),
  }
}
