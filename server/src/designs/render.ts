/** Draws the pictures of a stored badge design, each once. */
import { createHash } from 'node:crypto'
import { badgeSvg, sceneSvg } from '@kolleges/design'
import type { Ports } from '../platform/ports.ts'
import { sceneOf } from './badge-scene.ts'
import { blobKeyOf, RECIPES, VARIANTS, type Variant } from './rendering.ts'
import {
  listRenderings,
  loadBadge,
  markRendered,
  type StoredBadge,
  type StoredRendering,
  saveRendering,
} from './store.ts'

export type Rendering = { readonly bytes: Uint8Array; readonly mediaType: string; readonly sha256: string }

/** Draws what is missing. May be repeated at any point: what is there stays as it is. */
export async function ensureRendered(ports: Ports, institutionId: string, designId: string): Promise<void> {
  const { badge, stored } = await ports.db.tenant(institutionId, async (tx) => ({
    badge: await loadBadge(tx, institutionId, designId),
    stored: await listRenderings(tx, institutionId, designId),
  }))
  const missing = VARIANTS.filter((variant) => !stored.some((one) => one.variant === variant))
  for (const variant of missing) await draw(ports, institutionId, designId, badge, variant)
  await ports.db.tenant(institutionId, (tx) => markRendered(tx, institutionId, designId, ports.clock.now()))
}

/** Answers one picture; draws it on the spot when nobody has yet. Throws for an unknown design. */
export async function readRendering(
  ports: Ports,
  institutionId: string,
  designId: string,
  variant: Variant,
): Promise<Rendering> {
  const stored = await findRendering(ports, institutionId, designId, variant)
  const blob = stored && (await ports.blobs.get(stored.blobKey))
  if (stored && blob) return { bytes: blob.bytes, mediaType: stored.mediaType, sha256: stored.sha256 }
  const badge = await ports.db.tenant(institutionId, (tx) => loadBadge(tx, institutionId, designId))
  return draw(ports, institutionId, designId, badge, variant)
}

const findRendering = (
  ports: Ports,
  institutionId: string,
  designId: string,
  variant: Variant,
): Promise<StoredRendering | undefined> =>
  ports.db.tenant(institutionId, async (tx) =>
    (await listRenderings(tx, institutionId, designId)).find((one) => one.variant === variant),
  )

/** The blob is durable before the row that names it, so a row never points at nothing. */
async function draw(
  ports: Ports,
  institutionId: string,
  designId: string,
  badge: StoredBadge,
  variant: Variant,
): Promise<Rendering> {
  const bytes = await picture(ports, institutionId, badge, variant)
  const { mediaType } = RECIPES[variant]
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const blobKey = blobKeyOf(sha256, variant)
  await ports.blobs.put(blobKey, bytes, mediaType)
  await ports.db.tenant(institutionId, (tx) =>
    saveRendering(tx, institutionId, designId, { variant, blobKey, mediaType, sha256, byteLength: bytes.length }),
  )
  return { bytes, mediaType, sha256 }
}

async function picture(ports: Ports, institutionId: string, badge: StoredBadge, variant: Variant): Promise<Uint8Array> {
  const { compact, widthPx } = RECIPES[variant]
  const svg = badge.document
    ? sceneSvg(await sceneOf(ports, institutionId, badge, { compact }), { title: badge.document.title })
    : badgeSvg(badge.design, { compact })
  return widthPx === undefined ? new TextEncoder().encode(svg) : ports.raster.png(svg, widthPx)
}
