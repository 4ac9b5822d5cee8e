/** Lets a learner decide whether the pages of their credentials show how far they are. */
import type { Ports } from '../../platform/ports.ts'
import { type Refusal, refuse } from '../pathway.ts'
import { findLearner } from '../store.ts'
import { saveShown } from './store.ts'

export type ShowProgress = {
  readonly institutionId: string
  readonly pathwayId: string
  /** Proved by signing in. */
  readonly email: string
  readonly isShown: boolean
}

export const showProgress = (
  ports: Ports,
  { institutionId, pathwayId, email, isShown }: ShowProgress,
): Promise<{ readonly outcome: 'saved' } | Refusal<'not-found'>> =>
  ports.db.tenant(institutionId, async (tx) => {
    const learner = await findLearner(tx, institutionId, email)
    const isSaved = learner && (await saveShown(tx, institutionId, { pathwayId, learnerId: learner.id, isShown }))
    return isSaved ? { outcome: 'saved' } : refuse('not-found')
  })
