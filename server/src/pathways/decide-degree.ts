/** Decides about a micro-degree that waits for review, or that was flagged. */
import { record } from '../audit/index.ts'
import { emit } from '../platform/outbox.ts'
import type { Ports, Tx } from '../platform/ports.ts'
import { isMet } from './advance.ts'
import { awardDegrees, withSoundParts } from './complete.ts'
import { findDegree, saveDegree } from './degrees/store.ts'
import { type Degree, type Refusal, refuse } from './pathway.ts'
import { reckon } from './reckon.ts'
import { findLearner, findPathway, type Learner, lockLearners } from './store.ts'

export type DecideDegree = {
  readonly institutionId: string
  readonly actor: string
  readonly pathwayId: string
  readonly learner: string
  readonly decision: 'award' | 'refuse' | 'keep'
  readonly note: string | undefined
}

export type DegreeDecided =
  | { readonly outcome: 'decided'; readonly degree: Degree; readonly learner: Learner }
  | Refusal<'not-found' | 'learner-unknown' | 'degree-incomplete' | 'degree-decided'>

export const decideDegree = (ports: Ports, command: DecideDegree): Promise<DegreeDecided> =>
  ports.db.tenant(command.institutionId, async (tx) => {
    const { institutionId, pathwayId, actor, decision, note } = command
    if (!(await findPathway(tx, institutionId, pathwayId))) return refuse('not-found')
    const learner = await findLearner(tx, institutionId, command.learner)
    if (!learner) return refuse('learner-unknown')
    await lockLearners(tx, institutionId, [learner.id])
    const degree = await findDegree(tx, institutionId, pathwayId, learner.id)
    if (!degree) return refuse('degree-incomplete')
    if (!mayDecide(degree, decision)) return refuse('degree-decided')
    if (decision === 'award' && !(await award(tx, ports, institutionId, degree))) return refuse('degree-incomplete')
    await saveDegree(tx, institutionId, degree, {
      ...(decision === 'refuse' && { state: 'refused' }),
      ...(decision === 'keep' && { flaggedAt: null }),
      ...{ note: note ?? null, decidedBy: actor, decidedAt: ports.clock.now() },
    })
    await record(tx, ports, {
      institutionId,
      actor,
      action: 'degree.decided',
      subject: { kind: 'pathway', id: pathwayId },
      details: { learner: learner.id, decision, ...(note && { note }) },
    })
    await emit(tx, ports, {
      type: 'degree.decided',
      institutionId,
      payload: { pathwayId, learnerId: learner.id, decision },
    })
    return { outcome: 'decided', learner, degree: (await findDegree(tx, institutionId, pathwayId, learner.id))! }
  })

/** What is awarded is taken back by revoking the credential, in the open; here it can only be kept. */
const mayDecide = ({ state, flaggedAt }: Degree, decision: DecideDegree['decision']): boolean =>
  decision === 'keep'
    ? flaggedAt !== null
    : state === 'review' || state === 'waiting' || (state === 'refused' && decision === 'award')

async function award(tx: Tx, ports: Ports, institutionId: string, degree: Degree): Promise<boolean> {
  const { standings, catalogue } = await reckon(tx, ports, institutionId, [degree.learnerId])
  const of = standings.filter((one) => one.pathway.id === degree.pathwayId && isMet(one))
  const sound = await withSoundParts(tx, { institutionId, catalogue, standings: of })
  if (sound.length === 0) return false
  await awardDegrees(tx, ports, { institutionId, catalogue, standings: sound })
  return true
}
