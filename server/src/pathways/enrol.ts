/** Takes a learner into a pathway, or moves them to its newest version. */
import { record } from '../audit/index.ts'
import type { Instant, Ports, Tx } from '../platform/ports.ts'
import { advanceWithin } from './advance.ts'
import { type Enrolment, type Pathway, type Refusal, refuse } from './pathway.ts'
import {
  findLearner,
  findPathway,
  type Learner,
  listEnrolmentsOf,
  listParticipants,
  lockLearners,
  type Participant,
  saveEnrolments,
} from './store.ts'

export type EnrolLearner = {
  readonly institutionId: string
  readonly actor: string
  readonly pathwayId: string
  /** By id or address. */
  readonly learner: string
  readonly adoptNewest: boolean
  readonly semesters: number | undefined
}

export type Taking =
  | { readonly outcome: 'taken'; readonly participant: Participant }
  | Refusal<'not-found' | 'pathway-not-published' | 'learner-unknown'>

export const enrolLearner = (ports: Ports, command: EnrolLearner): Promise<Taking> =>
  ports.db.tenant(command.institutionId, async (tx) => {
    const { institutionId, actor, pathwayId } = command
    const pathway = await findPathway(tx, institutionId, pathwayId)
    if (!pathway) return refuse('not-found')
    if (pathway.publishedVersion === null) return refuse('pathway-not-published')
    const learner = await findLearner(tx, institutionId, command.learner)
    if (!learner) return refuse('learner-unknown')
    await lockLearners(tx, institutionId, [learner.id])
    const known = await findEnrolment(tx, institutionId, pathwayId, learner.id)
    const enrolment = enrolled(known, pathway, pathway.publishedVersion, learner, command, ports.clock.now())
    await saveEnrolments(tx, institutionId, [enrolment], ports.clock.now())
    await record(tx, ports, {
      institutionId,
      actor,
      action: enrolment.state === 'applied' ? 'pathway.applied' : 'pathway.enrolled',
      subject: { kind: 'pathway', id: pathwayId },
      details: { learner: learner.id, version: enrolment.version },
    })
    await advanceWithin(tx, ports, institutionId, [learner.id])
    return { outcome: 'taken', participant: await loadParticipant(tx, institutionId, pathwayId, learner.id) }
  })

/** A learner keeps the version they began with, unless they choose the newest. */
function enrolled(
  known: Enrolment | undefined,
  { id, enrolment: mode }: Pathway,
  newest: number,
  learner: Learner,
  { adoptNewest, semesters }: EnrolLearner,
  now: Instant,
): Enrolment {
  const begins = known === undefined || known.state === 'refused'
  const isApplication = mode === 'application' && begins
  return {
    pathwayId: id,
    learnerId: learner.id,
    state: isApplication ? 'applied' : begins ? 'enrolled' : known.state,
    version: begins || adoptNewest ? newest : known.version,
    decisions: known?.decisions ?? [],
    semesters: semesters ?? known?.semesters ?? null,
    enrolledAt: begins && !isApplication ? now : (known?.enrolledAt ?? null),
  }
}

export async function findEnrolment(
  tx: Tx,
  institutionId: string,
  pathwayId: string,
  learnerId: string,
): Promise<Enrolment | undefined> {
  return (await listEnrolmentsOf(tx, institutionId, [learnerId])).find((one) => one.pathwayId === pathwayId)
}

export async function loadParticipant(
  tx: Tx,
  institutionId: string,
  pathwayId: string,
  learnerId: string,
): Promise<Participant> {
  const [participant] = await listParticipants(tx, institutionId, pathwayId, { learnerId, limit: 1 })
  if (!participant) throw new Error('An enrolment that was just written is not there.')
  return participant
}
