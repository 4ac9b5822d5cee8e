/** Publishes the draft rule of a pathway as its next version, which never changes. */
import { type Fault, lint, namedAchievements, type Rule, type Surroundings } from '@kolleges/requirements'
import { findCurrentAchievement } from '../achievements/index.ts'
import { record } from '../audit/index.ts'
import { loadInstitution } from '../issuers/index.ts'
import { emit } from '../platform/outbox.ts'
import type { Ports, Tx } from '../platform/ports.ts'
import { ADVANCE_LEARNERS, RECKON_EVERYBODY } from './job-names.ts'
import { LEARNERS_PER_JOB_MAX } from './limits.ts'
import { type Pathway, type Refusal, refuse, ruleOf } from './pathway.ts'
import {
  findPathway,
  findPathwayForUpdate,
  listPublished,
  listPublishedAchievements,
  lockPublishing,
  saveVersion,
} from './store.ts'

export type PublishPathway = { readonly institutionId: string; readonly actor: string; readonly id: string }

export type RuleRefusal = {
  readonly outcome: 'refused'
  readonly reason: 'rule-invalid' | 'rule-unfit'
  readonly faults: readonly Fault[]
}

export type PathwayPublication =
  | { readonly outcome: 'published'; readonly pathway: Pathway }
  | Refusal<'not-found' | 'achievement-not-published' | 'achievement-retired'>
  | RuleRefusal

/** Everybody who holds anything is then reckoned anew: who has earned it already is awarded, or waits for review. */
export const publishPathway = (
  ports: Ports,
  { institutionId, actor, id }: PublishPathway,
): Promise<PathwayPublication> =>
  ports.db.tenant(institutionId, async (tx) => {
    await lockPublishing(tx, institutionId)
    const pathway = await findPathwayForUpdate(tx, institutionId, id)
    if (!pathway) return refuse('not-found')
    const { did } = await loadInstitution(tx, institutionId)
    const faults = lint(ruleOf(pathway.rule, did), await surroundingsOf(tx, institutionId, pathway, did))
    if (faults.length > 0) return { outcome: 'refused', reason: 'rule-unfit', faults }
    const goal = await findCurrentAchievement(tx, institutionId, pathway.achievementId)
    if (goal?.state !== 'published')
      return refuse(goal?.state === 'retired' ? 'achievement-retired' : 'achievement-not-published')
    if (!pathway.hasUnpublishedChanges) return { outcome: 'published', pathway }
    const version = (pathway.publishedVersion ?? 0) + 1
    await saveVersion(tx, institutionId, { id, version, rule: pathway.rule, at: ports.clock.now() })
    await record(tx, ports, {
      institutionId,
      actor,
      action: 'pathway.published',
      subject: { kind: 'pathway', id },
      details: { version },
    })
    await emit(tx, ports, { type: 'pathway.published', institutionId, payload: { pathwayId: id, version } })
    await ports.queue.enqueue(tx, RECKON_EVERYBODY, { institutionId, pathwayId: id })
    return { outcome: 'published', pathway: (await findPathway(tx, institutionId, id))! } // locked above
  })

/** What the other pathways require, so that no circle closes, and which badges there are. */
async function surroundingsOf(tx: Tx, institutionId: string, pathway: Pathway, did: string): Promise<Surroundings> {
  const others = (await listPublished(tx, institutionId)).filter(({ id }) => id !== pathway.id)
  const own = (rule: Rule): string[] =>
    namedAchievements(rule).flatMap(({ achievement, issuer }) => (issuer === undefined ? [achievement] : []))
  const requires = others.map(({ achievementId, rules }) => {
    // Learners may still be under an older version, so all of them count.
    const named = [...rules.values()].flatMap((rule) => own(ruleOf(rule, did)))
    return [achievementId, named] as const
  })
  return {
    self: pathway.achievementId,
    requires: new Map(requires),
    published: await listPublishedAchievements(tx, institutionId),
  }
}

export async function enqueueAdvancing(
  tx: Tx,
  ports: Ports,
  institutionId: string,
  learnerIds: readonly string[],
): Promise<void> {
  for (let start = 0; start < learnerIds.length; start += LEARNERS_PER_JOB_MAX) {
    const part = learnerIds.slice(start, start + LEARNERS_PER_JOB_MAX)
    await ports.queue.enqueue(tx, ADVANCE_LEARNERS, { institutionId, learnerIds: part })
  }
}
