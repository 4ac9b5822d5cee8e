/** Takes a learner's application for a stage of the rule, such as the completion of the micro-degree. */
import { layMap, mapEntries } from '@kolleges/requirements'
import { record } from '../../audit/index.ts'
import type { Ports } from '../../platform/ports.ts'
import { circumstancesOf, type Refusal, refuse } from '../pathway.ts'
import { reckon } from '../reckon.ts'
import { findLearner, lockLearners } from '../store.ts'
import { saveStageApplication } from './store.ts'

export type ApplyForStage = {
  readonly institutionId: string
  readonly pathwayId: string
  /** Proved by signing in. */
  readonly email: string
  /** As a stranger wrote it. */
  readonly stage: string
}

/** A stage that is not the learner's turn is not found: nobody applies for completion before everything else is met. */
export const applyForStage = (
  ports: Ports,
  { institutionId, pathwayId, email, stage }: ApplyForStage,
): Promise<{ readonly outcome: 'applied' } | Refusal<'not-found'>> =>
  ports.db.tenant(institutionId, async (tx) => {
    const learner = await findLearner(tx, institutionId, email)
    if (!learner) return refuse('not-found')
    await lockLearners(tx, institutionId, [learner.id])
    const { standings } = await reckon(tx, ports, institutionId, [learner.id])
    const own = standings.find(({ pathway, isNew }) => pathway.id === pathwayId && !isNew)
    if (!own) return refuse('not-found')
    const appliedAt = ports.clock.now()
    const { evaluation } = own.judgement
    const known = { evaluation, at: appliedAt, circumstances: circumstancesOf(own.enrolment) }
    const isOpen = mapEntries(layMap(own.rule, known)).some(
      ({ item }) =>
        item.condition.kind === 'approval' &&
        item.condition.stage === stage &&
        (item.state === 'available' || item.because === 'refused'),
    )
    if (!isOpen) return refuse('not-found')
    await saveStageApplication(tx, institutionId, { pathwayId, learnerId: learner.id, stage, appliedAt })
    await record(tx, ports, {
      institutionId,
      actor: email,
      action: 'pathway.applied',
      subject: { kind: 'pathway', id: pathwayId },
      details: { learner: learner.id, stage },
    })
    return { outcome: 'applied' }
  })
