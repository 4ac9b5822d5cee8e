/** Records what a person decided about a learner: an application, an approval, a confirmation. */
import { record } from '../audit/index.ts'
import { emit } from '../platform/outbox.ts'
import type { Ports } from '../platform/ports.ts'
import { advanceWithin } from './advance.ts'
import { findEnrolment, loadParticipant, type Taking } from './enrol.ts'
import { DECISIONS_MAX } from './limits.ts'
import { type Enrolment, type Refusal, refuse } from './pathway.ts'
import { findLearner, findPathway, lockLearners, saveEnrolments } from './store.ts'

export type RecordDecision = {
  readonly institutionId: string
  readonly actor: string
  readonly pathwayId: string
  readonly learner: string
  readonly stage: string | undefined
  readonly by: string | undefined
  readonly manual: string | undefined
  readonly outcome: 'approved' | 'refused'
  readonly note: string | undefined
}

/** The stage of an application to take part. */
const ENROLMENT = 'enrolment'

export const recordDecision = (ports: Ports, command: RecordDecision): Promise<Taking | Refusal<'not-enrolled'>> =>
  ports.db.tenant(command.institutionId, async (tx) => {
    const { institutionId, actor, pathwayId, stage, manual, outcome, note } = command
    if (!(await findPathway(tx, institutionId, pathwayId))) return refuse('not-found')
    const learner = await findLearner(tx, institutionId, command.learner)
    if (!learner) return refuse('learner-unknown')
    await lockLearners(tx, institutionId, [learner.id])
    const enrolment = await findEnrolment(tx, institutionId, pathwayId, learner.id)
    if (!enrolment) return refuse('not-enrolled')
    await saveEnrolments(tx, institutionId, [decided(enrolment, command, ports)], ports.clock.now())
    await record(tx, ports, {
      institutionId,
      actor,
      action: 'pathway.decided',
      subject: { kind: 'pathway', id: pathwayId },
      details: { learner: learner.id, on: stage ?? manual ?? '', outcome, ...(note && { note }) },
    })
    if (stage)
      await emit(tx, ports, {
        type: 'pathway.decided',
        institutionId,
        payload: { pathwayId, learnerId: learner.id, stage, outcome },
      })
    await advanceWithin(tx, ports, institutionId, [learner.id])
    return { outcome: 'taken', participant: await loadParticipant(tx, institutionId, pathwayId, learner.id) }
  })

function decided(enrolment: Enrolment, command: RecordDecision, ports: Ports): Enrolment {
  const { stage, by, manual, outcome, note, actor } = command
  const at = ports.clock.now()
  const decision = { outcome, at, actor, ...(stage && { stage }), ...(by && { by }), ...(manual && { manual }) }
  const decisions = [...enrolment.decisions, { ...decision, ...(note && { note }) }].slice(-DECISIONS_MAX)
  if (stage !== ENROLMENT || enrolment.state === 'enrolled') return { ...enrolment, decisions }
  return outcome === 'approved'
    ? { ...enrolment, decisions, state: 'enrolled', enrolledAt: at }
    : { ...enrolment, decisions, state: 'refused' }
}
