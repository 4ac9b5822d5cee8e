/** Changes the draft of a pathway; what was published stays as it is. */
import { parseRule } from '@kolleges/requirements'
import { record } from '../audit/index.ts'
import type { Ports } from '../platform/ports.ts'
import { type Pathway, type Refusal, refuse } from './pathway.ts'
import type { RuleRefusal } from './publish.ts'
import { findPathway, findPathwayForUpdate, type PathwayDraft, savePathway } from './store.ts'

export type ChangePathway = {
  readonly institutionId: string
  readonly actor: string
  readonly id: string
  /** Only what changes. */
  readonly draft: Partial<PathwayDraft>
  readonly revision: number | undefined
}

export type PathwayChanging =
  | { readonly outcome: 'changed'; readonly pathway: Pathway }
  | Refusal<'not-found' | 'edit-conflict'>
  | RuleRefusal

export async function changePathway(ports: Ports, command: ChangePathway): Promise<PathwayChanging> {
  const { institutionId, actor, id, draft, revision } = command
  const parsed = draft.rule === undefined ? undefined : parseRule(draft.rule)
  return ports.db.tenant(institutionId, async (tx) => {
    const before = await findPathwayForUpdate(tx, institutionId, id)
    if (!before) return refuse('not-found')
    if (parsed?.outcome === 'refused') return { outcome: 'refused', reason: 'rule-invalid', faults: parsed.faults }
    if (revision !== undefined && revision !== before.revision) return refuse('edit-conflict')
    await savePathway(tx, institutionId, id, { ...before, ...draft, at: ports.clock.now() })
    await record(tx, ports, {
      institutionId,
      actor,
      action: 'pathway.changed',
      subject: { kind: 'pathway', id },
      details: { fields: Object.keys(draft) },
    })
    return { outcome: 'changed', pathway: (await findPathway(tx, institutionId, id))! } // locked above
  })
}
