/** Deletes a draft that was never published: nobody was awarded it, and nothing names it. */
import { record } from '../audit/index.ts'
import type { Ports } from '../platform/ports.ts'
import { discarding, type Refusal, refuse } from './achievement.ts'
import { deleteAchievement, findAchievementForUpdate } from './store.ts'

export type DiscardDraft = {
  readonly institutionId: string
  readonly actor: string
  readonly id: string
  /** Another one means that somebody worked on it meanwhile. */
  readonly revision: number | undefined
}

export type Discarded =
  | { readonly outcome: 'discarded' }
  | Refusal<'not-found' | 'edit-conflict' | 'achievement-not-draft'>

export const discardDraft = (ports: Ports, { institutionId, actor, id, revision }: DiscardDraft): Promise<Discarded> =>
  ports.db.tenant(institutionId, async (tx) => {
    const achievement = await findAchievementForUpdate(tx, institutionId, id)
    if (!achievement) return refuse('not-found')
    const decided = discarding(achievement, revision)
    if (decided.outcome === 'refused') return decided
    await deleteAchievement(tx, institutionId, id)
    await record(tx, ports, {
      institutionId,
      actor,
      action: 'achievement.draft-deleted',
      subject: { kind: 'achievement', id },
      details: { name: achievement.content.name },
    })
    return { outcome: 'discarded' }
  })
