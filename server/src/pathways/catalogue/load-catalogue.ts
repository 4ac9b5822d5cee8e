/** Gathers what an institution offers: its badges, and the micro-degrees they add up to. */
import type { AchievementContent } from '@kolleges/api'
import { namedAchievements } from '@kolleges/requirements'
import { findInstitutionBySlug, type Institution } from '../../issuers/index.ts'
import type { Ports, Tx } from '../../platform/ports.ts'
import { CATALOGUE_ENTRIES_MAX } from '../limits.ts'
import { ruleOf } from '../pathway.ts'
import { listPublished, type PublishedPathway } from '../store.ts'
import { type Entry, MICRO_DEGREE } from './entry.ts'
import { listOnOffer, type OnOffer } from './store.ts'

export type OpenCatalogue = { readonly institution: Institution; readonly entries: readonly Entry[] }

/** Untrusted slug. Micro-degrees first; what leads to one is not told a second time as a badge. */
export async function loadOpenCatalogue(ports: Ports, slug: string): Promise<OpenCatalogue | null> {
  const institution = await findInstitutionBySlug(ports, slug)
  if (institution === null) return null
  return ports.db.tenant(institution.id, async (tx) => ({ institution, entries: await entriesOf(tx, institution) }))
}

async function entriesOf(tx: Tx, { id, did }: Institution): Promise<Entry[]> {
  const offered = await listOnOffer(tx, id, CATALOGUE_ENTRIES_MAX)
  const pathways = await listPublished(tx, id)
  const goals = new Set(pathways.map(({ achievementId }) => achievementId))
  return [
    ...pathways.toReversed().flatMap((pathway) => {
      const goal = offered.find((one) => one.id === pathway.achievementId)
      return goal ? [degreeEntry(pathway, goal, did)] : []
    }),
    ...offered.filter((one) => !goals.has(one.id)).map(badgeEntry),
  ]
}

const badgeEntry = ({ id, version, content }: OnOffer): Entry => ({
  ...shared(content),
  kind: content.kind,
  path: `/b/${id}/${version}`,
  picture: `/b/${id}/${version}/badge-320.png`,
  name: { ko: content.name, en: content.name },
  parts: null,
})

function degreeEntry({ id, title, rules, version }: PublishedPathway, goal: OnOffer, did: string): Entry {
  const named = namedAchievements(ruleOf(rules.get(version), did)).map(({ achievement }) => achievement)
  return {
    ...shared(goal.content),
    kind: MICRO_DEGREE,
    path: `/p/${id}`,
    picture: `/b/${goal.id}/${goal.version}/badge-320.png`,
    name: title,
    parts: new Set(named).size,
  }
}

const shared = ({ language, description, skills, level, credits }: AchievementContent) => ({
  ...{ language, description, skills, credits },
  level: level && (level.framework === 'own' ? level.value : `${level.framework} ${level.value}`),
})
