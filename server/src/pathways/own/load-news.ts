/** Gathers what a message to a learner about a micro-degree speaks of. */
import { findCurrentAchievement } from '../../achievements/index.ts'
import { type Institution, loadInstitution } from '../../issuers/index.ts'
import type { Language } from '../../platform/handler.ts'
import type { Ports, Tx } from '../../platform/ports.ts'
import { reckon } from '../reckon.ts'
import { learnersOfAwards, listLearners } from '../store.ts'
import { type OwnPathway, ownAt } from './load-own.ts'

export type News = {
  readonly own: OwnPathway
  readonly institution: Institution
  readonly learner: { readonly name: string; readonly nameEn: string | null; readonly email: string }
  /** The badge that the micro-degree leads to. */
  readonly goal: { readonly id: string; readonly version: number; readonly language: Language }
  readonly achievementName: (id: string) => string
}

/** Null when the learner takes no part any more. */
export async function loadNews(
  tx: Tx,
  ports: Ports,
  institutionId: string,
  { pathwayId, learnerId }: { readonly pathwayId: string; readonly learnerId: string },
): Promise<News | null> {
  const own = (await ownAt(tx, ports, institutionId, learnerId)).find(({ id }) => id === pathwayId)
  return own ? newsOf(tx, institutionId, own) : null
}

/** The micro-degrees of these awards' learners that lack one last badge, where one of the awards counts toward them. */
export async function listNearlyDone(
  tx: Tx,
  ports: Ports,
  institutionId: string,
  awardIds: readonly string[],
): Promise<News[]> {
  const found: News[] = []
  const { standings } = await reckon(tx, ports, institutionId, await learnersOfAwards(tx, institutionId, awardIds))
  // Looking ahead takes far longer than reckoning, and most awards bring nobody that near.
  const near = standings.filter(
    ({ judgement: { evaluation, parts } }) =>
      evaluation.outcome === 'missing' && awardIds.some((id) => parts.includes(id)),
  )
  for (const learnerId of new Set(near.map((one) => one.learnerId))) {
    for (const own of await ownAt(tx, ports, institutionId, learnerId)) {
      if (!isNearlyDone(own, awardIds)) continue
      const news = await newsOf(tx, institutionId, own)
      if (news) found.push(news)
    }
  }
  return found
}

const isNearlyDone = ({ standing, counted }: OwnPathway, awardIds: readonly string[]): boolean =>
  standing !== null &&
  standing.known.evaluation.outcome === 'missing' &&
  standing.way.isComplete &&
  standing.way.achievements.length === 1 &&
  awardIds.some((id) => counted.includes(id))

async function newsOf(tx: Tx, institutionId: string, own: OwnPathway): Promise<News | null> {
  const learner = (await listLearners(tx, institutionId, [own.learnerId])).get(own.learnerId)
  const goal = await findCurrentAchievement(tx, institutionId, own.achievementId)
  if (!learner || !goal || goal.state === 'draft') return null
  const titles = own.standing?.titles ?? {}
  return {
    ...{ own, learner },
    institution: await loadInstitution(tx, institutionId),
    goal: { id: own.achievementId, version: goal.version, language: goal.content.language },
    achievementName: (id) => {
      const title = titles[id]
      return typeof title === 'string' ? title : id
    },
  }
}
