/** Makes the draft of a design what it was at some point of its history. */
import { record } from '../../audit/index.ts'
import type { Ports } from '../../platform/ports.ts'
import { keepState } from './change-design.ts'
import { type Refusal, refuse, type StudioDesign } from './design.ts'
import { findDesign, findDesignForUpdate, findState, saveDraft } from './store.ts'

export type RestoreDesign = {
  readonly institutionId: string
  readonly actor: string
  readonly id: string
  readonly stateId: string
}

export type DesignRestored =
  | { readonly outcome: 'restored'; readonly design: StudioDesign }
  | Refusal<'not-found' | 'design-unknown'>

/** Nothing is lost by it: the state before becomes part of the history too. */
export const restoreDesign = (
  ports: Ports,
  { institutionId, actor, id, stateId }: RestoreDesign,
): Promise<DesignRestored> =>
  ports.db.tenant(institutionId, async (tx) => {
    const before = await findDesignForUpdate(tx, institutionId, id)
    if (!before) return refuse('not-found')
    const state = await findState(tx, institutionId, id, stateId)
    if (!state) return refuse('design-unknown')
    await keepState(tx, ports, institutionId, before, actor)
    const { document, brandKit } = state
    await saveDraft(tx, institutionId, id, { name: before.name, document, brandKit, at: ports.clock.now() })
    await record(tx, ports, {
      institutionId,
      actor,
      action: 'design.restored',
      subject: { kind: 'design', id },
      details: { state: stateId },
    })
    return { outcome: 'restored', design: (await findDesign(tx, institutionId, id))! } // locked above
  })
