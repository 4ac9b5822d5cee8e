/** Draws a stored badge as a scene, from its template or from its document. */
import { badgeScene, compactDocument, layOut, type Scene } from '@kolleges/design'
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
  const shown = compact ? compactDocument(document) : document
  return layOut({ document: shown, data: { values: {}, pictures }, missing: [], undrawn: [] }).scene
}
