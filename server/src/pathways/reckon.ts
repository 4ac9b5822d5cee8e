/** Reckons where learners stand on every published pathway they take part in. */
import { namedOverlaps, type Rule } from '@kolleges/requirements'
import { loadInstitution } from '../issuers/index.ts'
import { seoulDay } from '../platform/dates.ts'
import type { Instant, Ports, Tx } from '../platform/ports.ts'
import { listCounting, listDegreeMarks } from './degrees/store.ts'
import { type Judgement, judge } from './judge.ts'
import { type Catalogue, type Held, heldOf } from './ledger.ts'
import { type DegreeMark, type Enrolment, ruleOf } from './pathway.ts'
import { listEnrolmentsOf, listLedger, listPublished, loadCatalogue, type PublishedPathway } from './store.ts'

export type Reckoned = {
  readonly pathway: PublishedPathway
  readonly learnerId: string
  readonly enrolment: Enrolment
  /** Not written down yet: the learner has just begun a pathway that takes in everybody. */
  readonly isNew: boolean
  readonly rule: Rule
  readonly held: Held
  readonly judgement: Judgement
  readonly degree: DegreeMark | undefined
}

export type Reckoning = {
  readonly catalogue: Catalogue
  readonly pathways: readonly PublishedPathway[]
  /** In the order of the pathways' ids; only who is enrolled. */
  readonly standings: readonly Reckoned[]
}

/** Reads only. For an answer that is then written down, the learners must be locked first. */
export async function reckon(
  tx: Tx,
  ports: Ports,
  institutionId: string,
  learnerIds: readonly string[],
  only?: string,
): Promise<Reckoning> {
  const published = await listPublished(tx, institutionId)
  const pathways = only === undefined ? published : published.filter(({ id }) => id === only)
  const { did } = await loadInstitution(tx, institutionId)
  const catalogue = await loadCatalogue(tx, institutionId, did)
  const ledger = await listLedger(tx, institutionId, learnerIds)
  const enrolments = byPlace(await listEnrolmentsOf(tx, institutionId, learnerIds))
  const degrees = byPlace(await listDegreeMarks(tx, institutionId, learnerIds))
  const mayOverlap = pathways.some(({ rules }) =>
    [...rules.values()].some((json) => namedOverlaps(ruleOf(json, did)).length > 0),
  )
  const counting = mayOverlap ? await listCounting(tx, institutionId, learnerIds) : new Map<string, string[]>()
  const holding = (id: string): [string, Held] => [id, heldOf(ledger.get(id) ?? [], catalogue, counting)]
  const helds = new Map(learnerIds.map(holding))
  const now = ports.clock.now()
  const today = seoulDay(now)
  const standings = pathways.flatMap((pathway) => {
    const ruleOfVersion = rulesOf(pathway, did)
    const [enrolled, reached] = [enrolments.get(pathway.id), degrees.get(pathway.id)]
    return learnerIds.flatMap((learnerId): Reckoned[] => {
      const known = enrolled?.get(learnerId)
      const enrolment = known ?? newcomer(pathway, learnerId, now)
      if (enrolment?.state !== 'enrolled') return []
      const [rule, held] = [ruleOfVersion(enrolment.version), helds.get(learnerId)!]
      const judgement = judge({ rule, goal: pathway.achievementId }, held, enrolment, today)
      if (judgement === null || (known === undefined && judgement.parts.length === 0)) return []
      const degree = reached?.get(learnerId)
      // What is complete at this moment counts already for the pathways that come after it.
      if (mayOverlap && degree === undefined && judgement.evaluation.outcome === 'met') {
        for (const part of judgement.parts) counting.set(part, [...(counting.get(part) ?? []), pathway.achievementId])
        helds.set(...holding(learnerId))
      }
      return [{ pathway, learnerId, enrolment, isNew: known === undefined, rule, held, judgement, degree }]
    })
  })
  return { catalogue, pathways, standings }
}

const byPlace = <T extends { readonly pathwayId: string; readonly learnerId: string }>(
  list: readonly T[],
): Map<string, Map<string, T>> => {
  const places = new Map<string, Map<string, T>>()
  for (const one of list) {
    const there = places.get(one.pathwayId) ?? new Map<string, T>()
    places.set(one.pathwayId, there.set(one.learnerId, one))
  }
  return places
}

/** Each version's rule is read once, however many learners are under it. */
function rulesOf({ rules }: PublishedPathway, did: string): (version: number) => Rule {
  const read = new Map<number, Rule>()
  return (version) => {
    const rule = read.get(version) ?? ruleOf(rules.get(version), did)
    read.set(version, rule)
    return rule
  }
}

const newcomer = (pathway: PublishedPathway, learnerId: string, now: Instant): Enrolment | undefined =>
  pathway.enrolment !== 'automatic'
    ? undefined
    : {
        pathwayId: pathway.id,
        learnerId,
        state: 'enrolled',
        version: pathway.version,
        decisions: [],
        semesters: null,
        enrolledAt: now,
      }
