/** Gathers a holder's own micro-degrees, at every institution that knows their address, and looks ahead for them. */
import {
  type Forecast,
  forecast,
  helpful,
  type Known,
  type NextStep,
  nextStep,
  type Offer,
  type Outlook,
  type Rule,
  type Titles,
  type Way,
  wayToGoal,
} from '@kolleges/requirements'
import { type Institution, loadInstitution } from '../../issuers/index.ts'
import type { Instant, Ports, Tx } from '../../platform/ports.ts'
import { listDegreesOfLearner, publicIdsOf } from '../degrees/store.ts'
import { withoutGoal } from '../judge.ts'
import { type Catalogue, offersOf, titlesOf, versionsOf } from '../ledger.ts'
import { circumstancesOf, type Degree, type Enrolment, ruleOf, type Title } from '../pathway.ts'
import { type Reckoned, reckon } from '../reckon.ts'
import { listEnrolmentsOf, listLearnersOfHolder, type PublishedPathway } from '../store.ts'
import { listOffered, listShown, listStageApplications, type StageApplication } from './store.ts'

export type OwnPathway = {
  readonly id: string
  readonly learnerId: string
  /** What it leads to. */
  readonly achievementId: string
  readonly title: Title
  readonly institution: Institution
  readonly enrolment: Enrolment
  readonly newestVersion: number
  /** Null while an application waits or was refused. */
  readonly standing: OwnStanding | null
  readonly degree: Degree | undefined
  /** The awards that count now. */
  readonly counted: readonly string[]
  /** The credential's id, once awarded. */
  readonly credential: string | null
}

export type OwnStanding = {
  readonly rule: Rule
  /** Of the newest version, where the learner is under an older one. */
  readonly newestRule: Rule | null
  readonly known: Known
  readonly outlook: Outlook
  readonly way: Way
  /** Badges that bring the learner nearer, the best first. */
  readonly helpful: readonly string[]
  readonly next: NextStep | null
  readonly forecast: Forecast
  readonly titles: Titles
  readonly versions: ReadonlyMap<string, number>
  readonly goal: { readonly achievementId: string; readonly title: Title }
  readonly applications: readonly StageApplication[]
  readonly isShown: boolean
}

/** Reckoned at this moment; nothing is written. Those with the fewest badges to go come first. */
export async function listOwnPathways(ports: Ports, email: string): Promise<OwnPathway[]> {
  const known = await ports.db.holder(email, listLearnersOfHolder)
  const own = await Promise.all(
    known.map(({ institutionId, learnerId }) =>
      ports.db.tenant(institutionId, (tx) => ownAt(tx, ports, institutionId, learnerId)),
    ),
  )
  return own.flat().sort((a, b) => toGo(a) - toGo(b) || a.title.ko.localeCompare(b.title.ko, 'ko'))
}

/** Untrusted id; null for one the holder has no part in. */
export const findOwnPathway = async (ports: Ports, email: string, id: string): Promise<OwnPathway | null> =>
  (await listOwnPathways(ports, email)).find((one) => one.id === id.toLowerCase()) ?? null

const toGo = ({ standing }: OwnPathway): number => standing?.way.achievements.length ?? 1_000

/** One learner's at one institution. */
export async function ownAt(tx: Tx, ports: Ports, institutionId: string, learnerId: string): Promise<OwnPathway[]> {
  const { pathways, standings, catalogue } = await reckon(tx, ports, institutionId, [learnerId])
  const institution = await loadInstitution(tx, institutionId)
  const degrees = new Map((await listDegreesOfLearner(tx, institutionId, learnerId)).map((one) => [one.pathwayId, one]))
  const awards = [...degrees.values()].flatMap(({ awardId }) => awardId ?? [])
  const credentials = await publicIdsOf(tx, institutionId, awards)
  const around: Around = {
    institution,
    catalogue,
    at: ports.clock.now(),
    offers: offersOf(catalogue, await listOffered(tx, institutionId)),
    applications: await listStageApplications(tx, institutionId, [learnerId]),
    shown: await listShown(tx, institutionId, learnerId),
  }
  const waiting = (await listEnrolmentsOf(tx, institutionId, [learnerId])).filter(({ state }) => state !== 'enrolled')
  return [
    ...standings.map((one) => ({
      ...{ id: one.pathway.id, learnerId, title: one.pathway.title, institution, enrolment: one.enrolment },
      ...{ achievementId: one.pathway.achievementId, newestVersion: one.pathway.version },
      counted: one.judgement.parts,
      standing: standingOf(one, around),
      degree: degrees.get(one.pathway.id),
      credential: credentialOf(degrees.get(one.pathway.id), credentials),
    })),
    ...waiting.flatMap((enrolment) => notTaken(pathways, enrolment, institution)),
  ]
}

const credentialOf = (degree: Degree | undefined, credentials: ReadonlyMap<string, string>): string | null =>
  degree?.state === 'awarded' ? (credentials.get(degree.awardId ?? '') ?? null) : null

const notTaken = (
  pathways: readonly PublishedPathway[],
  enrolment: Enrolment,
  institution: Institution,
): OwnPathway[] =>
  pathways
    .filter(({ id }) => id === enrolment.pathwayId)
    .map(({ id, achievementId, title, version: newestVersion }) => ({
      ...{ id, achievementId, learnerId: enrolment.learnerId, title, institution, enrolment, newestVersion },
      ...{ standing: null, counted: [], degree: undefined, credential: null },
    }))

type Around = {
  readonly institution: Institution
  readonly catalogue: Catalogue
  readonly at: Instant
  readonly offers: readonly Offer[]
  readonly applications: readonly StageApplication[]
  readonly shown: ReadonlySet<string>
}

function standingOf({ pathway, enrolment, rule, held, judgement }: Reckoned, around: Around): OwnStanding {
  const { catalogue, at, offers, applications, shown, institution } = around
  const circumstances = circumstancesOf(enrolment)
  const outlook = outlookOf({ rule, goal: pathway.achievementId, held, offers, at, circumstances })
  const { evaluation } = judgement
  const isMet = evaluation.outcome === 'met'
  const ranked = helpful(outlook)
  const way = isMet ? { achievements: [], isComplete: true } : wayToGoal(outlook)
  return {
    ...{ rule, outlook, way },
    newestRule:
      enrolment.version === pathway.version ? null : ruleOf(pathway.rules.get(pathway.version), institution.did),
    known: { evaluation, at, circumstances },
    helpful: ranked,
    next: nextStep(outlook, ranked),
    forecast: forecast({ rule, evaluation, circumstances, left: way.achievements.length, at }),
    titles: { ...titlesOf(catalogue), ...rule.names },
    versions: versionsOf(catalogue),
    goal: { achievementId: pathway.achievementId, title: pathway.title },
    applications: applications.filter(({ pathwayId }) => pathwayId === pathway.id),
    isShown: shown.has(pathway.id),
  }
}

type Asked = Pick<Outlook, 'rule' | 'at' | 'offers' | 'circumstances'> & {
  readonly goal: string
  readonly held: Reckoned['held']
}

/** The micro-degree itself is no way to itself. */
export const outlookOf = ({ goal, held, offers, ...asked }: Asked): Outlook => ({
  ...asked,
  holdings: withoutGoal(held, goal),
  offers: offers.filter(({ achievement }) => achievement !== goal),
})
