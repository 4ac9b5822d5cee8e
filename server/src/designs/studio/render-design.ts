/** Draws a design for looking: what is not given is a sample person's, and seals are marked as a preview. */
import {
  bind,
  composePrint,
  type DesignDocument,
  draftBadgeDesign,
  isCertificate,
  layOut,
  sceneSvg,
} from '@kolleges/design'
import type { Ports } from '../../platform/ports.ts'
import { DRAWING_CHARACTERS_MAX, PREVIEW_WIDTHS_PX } from '../limits.ts'
import { pictureIdsOf, readPictures } from '../pictures/read-pictures.ts'
import { type Refusal, refuse } from './design.ts'
import { loadIssuer, loadKit, readPreviewPictures } from './issuer.ts'
import { sampleValues } from './sample.ts'
import { findDesign, findDesignVersion } from './store.ts'

export type RenderDesign = {
  readonly institutionId: string
  readonly id: string
  readonly format: 'svg' | 'png' | 'pdf'
  readonly widthPx?: number | undefined
  readonly values?: Readonly<Record<string, string>> | undefined
  readonly version?: number | undefined
}

export type DesignRendered =
  | { readonly outcome: 'rendered'; readonly bytes: Uint8Array; readonly mediaType: string }
  | Refusal<'not-found' | 'design-not-published' | 'drawing-too-heavy'>

export async function renderDesign(ports: Ports, wish: RenderDesign): Promise<DesignRendered> {
  const { institutionId, id, version } = wish
  const found = await ports.db.tenant(institutionId, async (tx) => {
    const design = await findDesign(tx, institutionId, id)
    if (!design) return null
    const shown = version === undefined ? design : await findDesignVersion(tx, institutionId, id, version)
    const { brandKit } = shown ?? design
    const kit = await loadKit(tx, institutionId, brandKit)
    return { shown, kit, issuer: await loadIssuer(tx, institutionId, { brandKit }) }
  })
  if (!found) return refuse('not-found')
  const { shown, issuer, kit } = found
  if (!shown) return refuse('design-not-published')
  const { document } = shown
  const values = sampleValues(document, { ...issuer.values, ...wish.values }, () => false)
  const own = await readPictures(ports, institutionId, pictureIdsOf(document))
  const pictures = { ...own, ...(await readPreviewPictures(ports, kit, document.language)) }
  const badge = draftBadgeDesign({
    title: values['achievement.name'] ?? '',
    institutionName: values['institution1.name'] ?? '',
    primary: document.primary,
    accent: document.accent,
  })
  return draw(ports, bind(document, { values, pictures, badge }), wish)
}

async function draw(
  ports: Ports,
  bound: ReturnType<typeof bind>,
  { format, widthPx }: RenderDesign,
): Promise<DesignRendered> {
  const { document, data } = bound
  const layout = layOut(bound)
  const svg = sceneSvg(layout.scene, { title: document.title, language: document.language })
  if (svg.length > DRAWING_CHARACTERS_MAX) return refuse('drawing-too-heavy')
  if (format === 'svg') return rendered(new TextEncoder().encode(svg), 'image/svg+xml')
  if (format === 'png') return rendered(await ports.raster.png(svg, widthPx ?? widthOf(document)), 'image/png')
  const day = data.values['credential.issuedOn'] ?? ''
  return rendered(await ports.typeset.pdf(composePrint(document, layout, { day })), 'application/pdf')
}

const rendered = (bytes: Uint8Array, mediaType: string): DesignRendered => ({ outcome: 'rendered', bytes, mediaType })

const widthOf = (document: DesignDocument): number =>
  PREVIEW_WIDTHS_PX[isCertificate(document) ? 'certificate' : 'badge']
