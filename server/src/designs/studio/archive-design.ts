/** Puts a design away. What was published of it stays, for the certificates that were issued by it. */
import { record } from '../../audit/index.ts'
import type { Ports } from '../../platform/ports.ts'
import { type Refusal, refuse } from './design.ts'
import { archiveDesign as archive, findDesignForUpdate } from './store.ts'

export type ArchiveDesign = { readonly institutionId: string; readonly actor: string; readonly id: string }

export type DesignArchived = { readonly outcome: 'archived' } | Refusal<'not-found' | 'design-in-use'>

export const archiveDesign = (ports: Ports, { institutionId, actor, id }: ArchiveDesign): Promise<DesignArchived> =>
  ports.db.tenant(institutionId, async (tx) => {
    const design = await findDesignForUpdate(tx, institutionId, id)
    if (!design) return refuse('not-found')
    if (design.usedBy.length > 0) return refuse('design-in-use')
    await archive(tx, institutionId, id, ports.clock.now())
    await record(tx, ports, { institutionId, actor, action: 'design.archived', subject: { kind: 'design', id } })
    return { outcome: 'archived' }
  })
