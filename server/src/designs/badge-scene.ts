/** Draws a stored badge as a scene, from its template or from its document. */
import { badgeScene, type DesignDocument, elementsOf, layOut, type Scene } from '@kolleges/design'
import type { Ports } from '../platform/ports.ts'
import { pictureIdsOf, readPictures } from './pictures/read-pictures.ts'
import { loadBadge, type StoredBadge } from './store.ts'
import { readIssuerPictures } from './studio/issuer.ts'

/** Throws for an unknown design. */
export async function readBadgeScene(ports: Ports, institutionId: string, designId: string): Promise<Scene> {
  const badge = await ports.db.tenant(institutionId, (tx) => loadBadge(tx, institutionId, designId))
  return sceneOf(ports, institutionId, badge, { compact: false })
}

/** Compact is without small text, for places below 96 px: of a document nothing but its texts is left out. */
export async function sceneOf(
  ports: Ports,
  institutionId: string,
  { design, document, pictureKeys }: StoredBadge,
  { compact }: { readonly compact: boolean },
): Promise<Scene> {
  if (!document) return badgeScene(design, { compact })
  const own = await readPictures(ports, institutionId, pictureIdsOf(document))
  const pictures = { ...own, ...(await readIssuerPictures(ports, { values: {}, pictureKeys })) }
  const shown = compact ? withoutTexts(document) : document
  return layOut({ document: shown, data: { values: {}, pictures }, missing: [], undrawn: [] }).scene
}

/** A document of nothing but words keeps them: an empty picture tells less than a small one. */
function withoutTexts(document: DesignDocument): DesignDocument {
  const isDrawn = [...elementsOf(document.elements)].some(({ kind }) => kind !== 'text' && kind !== 'group')
  if (!isDrawn) return document
  const strip = (elements: DesignDocument['elements']): DesignDocument['elements'] =>
    elements
      .filter(({ kind }) => kind !== 'text')
      .map((element) => (element.kind === 'group' ? { ...element, elements: strip(element.elements) } : element))
  return { ...document, elements: strip(document.elements) }
}
