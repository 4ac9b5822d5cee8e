/** Publishes the draft of a design as its next version, once nothing blocks it. */
import { elementsOf } from '@kolleges/design'
import { record } from '../../audit/index.ts'
import type { FieldFault, Language } from '../../platform/handler.ts'
import type { Ports, Tx } from '../../platform/ports.ts'
import { documentFaults } from './check-ready.ts'
import { type FaultyRefusal, type Refusal, refuse, type StudioDesign } from './design.ts'
import { loadIssuer } from './issuer.ts'
import { sampleValues } from './sample.ts'
import { findDesign, findDesignForUpdate, insertState, markPublished } from './store.ts'

export type PublishDesign = {
  readonly institutionId: string
  readonly actor: string
  readonly id: string
  readonly words: Language
}

export type DesignPublication =
  | { readonly outcome: 'published'; readonly design: StudioDesign }
  | Refusal<'not-found'>
  | FaultyRefusal<'design-not-ready'>

/** Publishing what is published already is no fault: the newest version simply stays. */
export const publishDesign = (
  ports: Ports,
  { institutionId, actor, id, words }: PublishDesign,
): Promise<DesignPublication> =>
  ports.db.tenant(institutionId, async (tx) => {
    const design = await findDesignForUpdate(tx, institutionId, id)
    if (!design) return refuse('not-found')
    if (!design.hasUnpublishedChanges) return { outcome: 'published', design }
    const errors = await faultsOf(tx, institutionId, design, words)
    if (errors.length > 0) return { outcome: 'refused', reason: 'design-not-ready', errors }
    const version = (design.publishedVersion ?? 0) + 1
    const { document, brandKit } = design
    const state = { id: ports.random.uuid(), designId: id, kind: 'published', version } as const
    await insertState(tx, institutionId, { ...state, document, brandKit, at: ports.clock.now(), by: actor })
    await markPublished(tx, institutionId, id, version)
    const subject = { kind: 'design', id }
    await record(tx, ports, { institutionId, actor, action: 'design.published', subject, details: { version } })
    return { outcome: 'published', design: (await findDesign(tx, institutionId, id))! } // locked above
  })

/** The institution is as it is; the person is a sample, and so is what only an achievement brings: its other institutions. */
async function faultsOf(
  tx: Tx,
  institutionId: string,
  { document, brandKit }: StudioDesign,
  words: Language,
): Promise<FieldFault[]> {
  const issuer = await loadIssuer(tx, institutionId, { brandKit })
  const values = sampleValues(document, issuer.values, (key) => key.startsWith('institution1.'))
  const others = [...elementsOf(document.elements)].filter(
    (element) => element.kind === 'seal' && element.institution > 1,
  )
  const faults = await documentFaults(tx, institutionId, { document, issuer, values }, words)
  return faults.filter(
    ({ code, pointer }) => code !== 'seal-is-sample' || !others.some(({ id }) => pointer.endsWith(`/${id}`)),
  )
}
