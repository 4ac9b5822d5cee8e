/** Copies the draft of a design, pictures and all, here or to another institution. */
import { record } from '../../audit/index.ts'
import type { Ports } from '../../platform/ports.ts'
import { pictureIdsOf } from '../pictures/read-pictures.ts'
import { findPictures, savePictureRow } from '../pictures/store.ts'
import { type Refusal, refuse, type StudioDesign } from './design.ts'
import { findDesign, insertDesign } from './store.ts'

export type CopyDesign = {
  readonly from: string
  readonly to: string
  readonly actor: string
  readonly id: string
  readonly name: string | undefined
}

export type DesignCopied = { readonly outcome: 'copied'; readonly design: StudioDesign } | Refusal<'not-found'>

/** Whether the caller may change designs where the copy goes has been decided. A brand kit stays where it belongs. */
export async function copyDesign(ports: Ports, { from, to, actor, id, name }: CopyDesign): Promise<DesignCopied> {
  const found = await ports.db.tenant(from, async (tx) => {
    const design = await findDesign(tx, from, id)
    return design && { design, pictures: await findPictures(tx, from, pictureIdsOf(design.document)) }
  })
  if (!found) return refuse('not-found')
  const { design, pictures } = found
  return ports.db.tenant(to, async (tx) => {
    const at = ports.clock.now()
    for (const picture of pictures) await savePictureRow(tx, to, picture, at)
    const copy = { ...design, id: ports.random.uuid(), name: name ?? design.name, at }
    await insertDesign(tx, to, { ...copy, brandKit: from === to ? design.brandKit : null })
    const subject = { kind: 'design', id: copy.id }
    await record(tx, ports, { institutionId: to, actor, action: 'design.copied', subject, details: { of: id } })
    return { outcome: 'copied', design: (await findDesign(tx, to, copy.id))! } // written in this transaction
  })
}
