/** Saves the draft of a design as it is being edited; every few minutes the state before is kept in the history. */
import type { DesignChange } from '@kolleges/api'
import type { Language } from '../../platform/handler.ts'
import type { Ports, Tx } from '../../platform/ports.ts'
import { SAVED_STATE_SECONDS, SAVED_STATES_MAX } from '../limits.ts'
import { type FaultyRefusal, type Refusal, refuse, type StudioDesign } from './design.ts'
import { readDocument } from './read-document.ts'
import { findDesign, findDesignForUpdate, insertState, listStates, saveDraft, thinOut } from './store.ts'

export type ChangeDesign = DesignChange & {
  readonly institutionId: string
  readonly actor: string
  readonly id: string
  readonly words: Language
}

export type DesignChanged =
  | { readonly outcome: 'changed'; readonly design: StudioDesign }
  | Refusal<'not-found' | 'edit-conflict'>
  | FaultyRefusal<'design-invalid'>

/** A document that does not parse is refused whole: the draft stays what it was. Saving a second apart leaves no audit trail. */
export const changeDesign = (ports: Ports, command: ChangeDesign): Promise<DesignChanged> =>
  ports.db.tenant(command.institutionId, async (tx) => {
    const { institutionId, actor, id, words } = command
    const before = await findDesignForUpdate(tx, institutionId, id)
    if (!before) return refuse('not-found')
    if (command.revision !== before.revision) return refuse('edit-conflict')
    const { name = before.name, brandKit = before.brandKit } = command
    let { document } = before
    if (command.document !== undefined) {
      const read = readDocument(command.document, before.kind, words)
      if (read.outcome === 'refused') return read
      document = read.document
      if (await isStateDue(tx, ports, institutionId, before)) await keepState(tx, ports, institutionId, before, actor)
    }
    await saveDraft(tx, institutionId, id, { name, document, brandKit, at: ports.clock.now() })
    return { outcome: 'changed', design: (await findDesign(tx, institutionId, id))! } // locked above
  })

async function isStateDue(tx: Tx, ports: Ports, institutionId: string, design: StudioDesign): Promise<boolean> {
  const [newest] = await listStates(tx, institutionId, design.id, 1)
  return ports.clock.after(SAVED_STATE_SECONDS, newest?.at ?? design.createdAt) <= ports.clock.now()
}

/** Keeps what the draft is now; the oldest states saved along the way make room. */
export async function keepState(
  tx: Tx,
  ports: Ports,
  institutionId: string,
  { id: designId, document, brandKit }: StudioDesign,
  by: string,
): Promise<void> {
  const id = ports.random.uuid()
  const at = ports.clock.now()
  await insertState(tx, institutionId, { id, designId, kind: 'saved', version: null, document, brandKit, at, by })
  await thinOut(tx, institutionId, designId, SAVED_STATES_MAX)
}
