/** Publishes the draft of a design as its next version, once nothing blocks it. */
import { record } from '../../audit/index.ts'
import type { FieldFault, Language } from '../../platform/handler.ts'
import type { Ports } from '../../platform/ports.ts'
import { pictureIdsOf, readPictures } from '../pictures/read-pictures.ts'
import { blockingFaults, isOfAnotherInstitution } from './check-ready.ts'
import { type FaultyRefusal, type Refusal, refuse, type StudioDesign } from './design.ts'
import { loadIssuer, readIssuerPictures } from './issuer.ts'
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
  | Refusal<'not-found' | 'edit-conflict'>
  | FaultyRefusal<'design-not-ready'>

/** Looked at outside the transaction, since pictures are read; whoever saves in between is told to look again. */
export async function publishDesign(ports: Ports, command: PublishDesign): Promise<DesignPublication> {
  const { institutionId, id, words } = command
  const design = await ports.db.tenant(institutionId, (tx) => findDesign(tx, institutionId, id))
  if (!design) return refuse('not-found')
  if (!design.hasUnpublishedChanges) return { outcome: 'published', design }
  const errors = await faultsOf(ports, institutionId, design, words)
  if (errors.length > 0) return { outcome: 'refused', reason: 'design-not-ready', errors }
  return writeDown(ports, command, design.revision)
}

async function faultsOf(
  ports: Ports,
  institutionId: string,
  { document, brandKit }: StudioDesign,
  words: Language,
): Promise<FieldFault[]> {
  const issuer = await ports.db.tenant(institutionId, (tx) => loadIssuer(tx, institutionId, brandKit))
  const pictures = {
    ...(await readPictures(ports, institutionId, pictureIdsOf(document))),
    ...(await readIssuerPictures(ports, issuer)),
  }
  const faults = blockingFaults(document, { values: sampleValues(document, issuer.values), pictures }, words)
  return faults.filter((fault) => !isOfAnotherInstitution(document, fault))
}

const writeDown = (
  ports: Ports,
  { institutionId, actor, id }: PublishDesign,
  revision: number,
): Promise<DesignPublication> =>
  ports.db.tenant(institutionId, async (tx) => {
    const design = await findDesignForUpdate(tx, institutionId, id)
    if (!design) return refuse('not-found')
    if (design.revision !== revision) return refuse('edit-conflict')
    const version = (design.publishedVersion ?? 0) + 1
    const { document, brandKit } = design
    const state = { id: ports.random.uuid(), designId: id, kind: 'published', version } as const
    await insertState(tx, institutionId, { ...state, document, brandKit, at: ports.clock.now(), by: actor })
    await markPublished(tx, institutionId, id, version)
    const subject = { kind: 'design', id }
    await record(tx, ports, { institutionId, actor, action: 'design.published', subject, details: { version } })
    return { outcome: 'published', design: (await findDesign(tx, institutionId, id))! } // locked above
  })
