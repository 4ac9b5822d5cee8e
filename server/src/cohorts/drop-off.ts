/** Counts how many of the enrolled have met each requirement, and for whom one of them is the last. */
import type { DropOff } from '@kolleges/api'
import { describeRule, everyPlace, everyStanding, missingStandings } from '@kolleges/requirements'
import { loadInstitution } from '../issuers/index.ts'
import {
  findPathway,
  listPublished,
  loadCatalogue,
  type Reckoned,
  reckon,
  refuse,
  ruleOf,
  titlesOf,
} from '../pathways/index.ts'
import type { Ports } from '../platform/ports.ts'
import { LEARNERS_PER_PAGE } from './limits.ts'
import { listEnrolled } from './store.ts'

export type ReadDropOff = {
  readonly institutionId: string
  readonly pathwayId: string
  /** The newest when left out. */
  readonly version: number | undefined
  readonly semester: string | undefined
}

export type DropOffRead =
  | { readonly outcome: 'read'; readonly dropOff: DropOff }
  | { readonly outcome: 'refused'; readonly reason: 'not-found' | 'pathway-not-published' }

/** Reckoned at this moment, page by page; nothing is written. */
export const readDropOff = (
  ports: Ports,
  { institutionId, pathwayId, version: asked, semester }: ReadDropOff,
): Promise<DropOffRead> =>
  ports.db.tenant(institutionId, async (tx) => {
    if (!(await findPathway(tx, institutionId, pathwayId))) return refuse('not-found')
    const published = (await listPublished(tx, institutionId)).find(({ id }) => id === pathwayId)
    if (!published) return refuse('pathway-not-published')
    const version = asked ?? published.version
    const json = published.rules.get(version)
    if (!json) return refuse('not-found')
    const { did } = await loadInstitution(tx, institutionId)
    const titles = titlesOf(await loadCatalogue(tx, institutionId, did))
    const rule = ruleOf(json, did)
    const [ko, en] = [describeRule(rule, 'ko', titles), describeRule(rule, 'en', titles)]
    const counts = ko.map(() => ({ met: 0, alone: 0 }))
    const sum = { learners: 0, met: 0, nearly: 0 }
    let after: string | undefined
    do {
      const ids = await listEnrolled(tx, institutionId, {
        pathwayId,
        version,
        semester,
        after,
        limit: LEARNERS_PER_PAGE,
      })
      sum.learners += ids.length
      for (const standing of (await reckon(tx, ports, institutionId, ids, pathwayId)).standings)
        count(standing, counts, sum)
      after = ids.length < LEARNERS_PER_PAGE ? undefined : ids.at(-1)
    } while (after !== undefined)
    const requirements = ko.map(({ path, depth, condition, text }, i) => ({
      ...{ path, depth, condition, text: { ko: text, en: en[i]?.text ?? '' } },
      ...counts[i]!,
    }))
    return { outcome: 'read', dropOff: { version, ...sum, requirements } }
  })

type Counts = { met: number; alone: number }

function count({ judgement, rule }: Reckoned, counts: readonly Counts[], sum: { met: number; nearly: number }): void {
  const { standing, outcome } = judgement.evaluation
  const places = everyPlace(rule.condition).map(({ condition }) => condition)
  const stood = new Map(everyStanding(standing).map((one) => [one.condition, one.met]))
  places.forEach((condition, i) => {
    if (stood.get(condition)) counts[i]!.met += 1
  })
  if (outcome === 'met') sum.met += 1
  const missing = missingStandings(standing)
  const [last] = missing
  if (!last || missing.length > 1) return
  sum.nearly += 1
  counts[places.indexOf(last.condition)]!.alone += 1
}
