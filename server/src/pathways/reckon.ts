/** Reckons where learners stand on every published pathway they take part in. */
import type { Rule } from '@kolleges/requirements'
import { loadInstitution } from '../issuers/index.ts'
import type { Ports, Tx } from '../platform/ports.ts'
import { listDegreesOf } from './degrees/store.ts'
import { type Judgement, judge } from './judge.ts'
import { type Catalogue, type Held, heldOf } from './ledger.ts'
import { type Degree, type Enrolment, ruleOf } from './pathway.ts'
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
  readonly degree: Degree | undefined
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
): Promise<Reckoning> {
  const pathways = await listPublished(tx, institutionId)
  const { did } = await loadInstitution(tx, institutionId)
  const catalogue = await loadCatalogue(tx, institutionId, did)
  const ledger = await listLedger(tx, institutionId, learnerIds)
  const key = (of: { pathwayId: string; learnerId: string }): string => `${of.pathwayId} ${of.learnerId}`
  const enrolments = new Map((await listEnrolmentsOf(tx, institutionId, learnerIds)).map((one) => [key(one), one]))
  const degrees = new Map((await listDegreesOf(tx, institutionId, learnerIds)).map((one) => [key(one), one]))
  const helds = new Map(learnerIds.map((id) => [id, heldOf(ledger.get(id) ?? [], catalogue)]))
  const standings = pathways.flatMap((pathway) => {
    const ruleOfVersion = rulesOf(pathway, did)
    return learnerIds.flatMap((learnerId): Reckoned[] => {
      const known = enrolments.get(key({ pathwayId: pathway.id, learnerId }))
      const enrolment = known ?? newcomer(pathway, learnerId, ports)
      if (enrolment?.state !== 'enrolled') return []
      const [rule, held] = [ruleOfVersion(enrolment.version), helds.get(learnerId)!]
      const judgement = judge({ rule, goal: pathway.achievementId }, held, enrolment, ports.clock.now())
      if (judgement === null || (known === undefined && judgement.parts.length === 0)) return []
      const degree = degrees.get(key({ pathwayId: pathway.id, learnerId }))
      return [{ pathway, learnerId, enrolment, isNew: known === undefined, rule, held, judgement, degree }]
    })
  })
  return { catalogue, pathways, standings }
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

const newcomer = (pathway: PublishedPathway, learnerId: string, ports: Ports): Enrolment | undefined =>
  pathway.enrolment !== 'automatic'
    ? undefined
    : {
        pathwayId: pathway.id,
        learnerId,
        state: 'enrolled',
        version: pathway.version,
        decisions: [],
        semesters: null,
        enrolledAt: ports.clock.now(),
      }
