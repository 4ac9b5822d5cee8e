/** Writes down the micro-degrees that learners have completed, and awards those that need nobody's word. */

import { recordAll } from '../audit/index.ts'
import { awardWithin, credentialUrl } from '../issuing/index.ts'
import { recipientKey } from '../learners/index.ts'
import { seoulDay } from '../platform/dates.ts'
import { emitAll } from '../platform/outbox.ts'
import type { Instant, Ports, Tx } from '../platform/ports.ts'
import { awardsOfAchievement, insertDegrees, saveAwarded, saveDegree } from './degrees/store.ts'
import { COMPOSE_RECORD } from './job-names.ts'
import { type Catalogue, versionKey } from './ledger.ts'
import { EVIDENCE_PARTS_MAX } from './limits.ts'
import { batchDay, type DegreeMark } from './pathway.ts'
import type { Reckoned } from './reckon.ts'
import { holdParts, listLearners } from './store.ts'

export type Completions = {
  readonly institutionId: string
  readonly catalogue: Catalogue
  /** All of one pathway, all met, their learners locked. */
  readonly standings: readonly Reckoned[]
}

export const isDue = ({ state, awardOn }: DegreeMark, now: Instant): boolean =>
  state === 'waiting' && awardOn !== null && awardOn <= seoulDay(now)

/**
 * Exactly one for each learner, and never one with a part that is revoked: the parts are held until the commit, so a revocation comes
 * either before, and the learner is left out here, or after, and flags the micro-degree.
 */
export async function completeDegrees(tx: Tx, ports: Ports, completions: Completions): Promise<void> {
  const { institutionId } = completions
  const now = ports.clock.now()
  const sound = await withSoundParts(tx, completions)
  const fresh = sound.filter(({ degree }) => degree === undefined)
  const rows = fresh.map((standing) => ({ ...degreeRow(standing, now), standing }))
  const inserted = await insertDegrees(tx, institutionId, rows, now)
  const reached = rows.filter((row) => inserted.has(row.learnerId))
  await emitAll(
    tx,
    ports,
    reached.map(({ pathwayId, learnerId, state }) => ({
      ...{ type: 'degree.completed', institutionId, payload: { pathwayId, learnerId, state } },
    })),
  )
  await recordAll(
    tx,
    ports,
    reached.map(({ pathwayId, learnerId, state }) => ({
      ...{ institutionId, actor: 'system', action: 'degree.completed' },
      subject: { kind: 'pathway', id: pathwayId },
      details: { learner: learnerId, state },
    })),
  )
  const automatic = rows.filter(({ state, learnerId }) => state === 'awarded' && inserted.has(learnerId))
  const due = sound.filter(({ degree }) => degree !== undefined && isDue(degree, now))
  await awardDegrees(tx, ports, { ...completions, standings: [...automatic.map((row) => row.standing), ...due] })
}

export async function withSoundParts(tx: Tx, { institutionId, standings }: Completions): Promise<Reckoned[]> {
  const held = await holdParts(
    tx,
    institutionId,
    standings.flatMap(({ judgement }) => judgement.parts),
  )
  return standings.filter(({ judgement }) => judgement.parts.every((part) => held.has(part)))
}

const MODES = { auto: 'awarded', review: 'review', batch: 'waiting' } as const

function degreeRow({ pathway, learnerId, enrolment, rule, judgement }: Reckoned, now: Instant) {
  const state = MODES[rule.award.mode]
  return {
    pathwayId: pathway.id,
    learnerId,
    version: enrolment.version,
    state,
    parts: judgement.parts,
    awardOn: state === 'waiting' ? batchDay(rule.award.batchDates, seoulDay(now)) : null,
  }
}

/** Whoever holds the achievement already keeps that award. An achievement that cannot be awarded sends the degrees to review. */
export async function awardDegrees(tx: Tx, ports: Ports, completions: Completions): Promise<void> {
  const { institutionId, standings } = completions
  const [first] = standings
  if (!first) return
  const { achievementId, title } = first.pathway
  const learnerIds = standings.map(({ learnerId }) => learnerId)
  const holding = await awardsOfAchievement(tx, institutionId, achievementId, learnerIds)
  const lacking = standings.filter(({ learnerId }) => !holding.has(learnerId))
  const recipients = await recipientsOf(tx, ports, { ...completions, standings: lacking })
  const awarding =
    recipients.length === 0
      ? ({ outcome: 'awarded' } as const)
      : await awardWithin(tx, ports, {
          ...{ institutionId, achievement: achievementId, alreadyAwarded: 'skip', requestedBy: title.ko },
          recipients: recipients.map(({ recipient }) => recipient),
          restsOn: new Map(recipients.map(({ recipient, parts }) => [recipientKey(recipient.email), parts])),
        })
  const awards = await awardsOfAchievement(tx, institutionId, achievementId, learnerIds)
  await saveAwarded(
    tx,
    institutionId,
    standings.flatMap(({ learnerId, pathway, judgement }) => {
      const awardId = awards.get(learnerId)
      return awardId === undefined ? [] : [{ pathwayId: pathway.id, learnerId, awardId, parts: judgement.parts }]
    }),
  )
  if (awarding.outcome === 'refused')
    for (const { learnerId, pathway } of standings)
      if (!awards.has(learnerId))
        await saveDegree(
          tx,
          institutionId,
          { pathwayId: pathway.id, learnerId },
          { state: 'review', note: awarding.reason },
        )
  await recordHeld(tx, ports, institutionId, holding.values())
}

/** An award that was given by hand was issued before anybody knew its parts, so its transcript is made now. */
async function recordHeld(tx: Tx, ports: Ports, institutionId: string, awardIds: Iterable<string>): Promise<void> {
  await ports.queue.enqueueAll(
    tx,
    COMPOSE_RECORD,
    [...awardIds].map((awardId) => ({ key: awardId, payload: { institutionId, awardId } })),
  )
}

/** The parts are the evidence: each named, with the address of its credential. */
async function recipientsOf(tx: Tx, ports: Ports, { institutionId, catalogue, standings }: Completions) {
  const ids = standings.map(({ learnerId }) => learnerId)
  const learners = await listLearners(tx, institutionId, ids)
  return standings.flatMap(({ learnerId, held, judgement }) => {
    const learner = learners.get(learnerId)
    if (!learner) return []
    const rows = judgement.evaluation.counted.slice(0, EVIDENCE_PARTS_MAX).map(({ index }) => held.rows[index]!)
    const evidence = rows.map((row) => ({
      name: catalogue.contents.get(versionKey(row.achievementId, row.version))?.name ?? row.achievementId,
      url: credentialUrl(ports.config.origin, row.publicId),
    }))
    const { name, email, nameEn } = learner
    return [{ recipient: { name, email, ...(nameEn && { nameEn }), evidence }, parts: judgement.parts }]
  })
}
