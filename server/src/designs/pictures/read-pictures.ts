/** Reads stored pictures as a drawing carries them. */
import { type DesignDocument, elementsOf, type Picture } from '@kolleges/design'
import type { Ports } from '../../platform/ports.ts'
import { findPictures } from './store.ts'

/** The content keys of the pictures that a document's own elements name. */
export const pictureIdsOf = ({ elements }: DesignDocument): string[] => [
  ...new Set(
    [...elementsOf(elements)].flatMap((element) =>
      element.kind === 'image' && element.picture ? [element.picture] : [],
    ),
  ),
]

/** By content key; what the institution does not have is left out. */
export async function readPictures(
  ports: Ports,
  institutionId: string,
  ids: readonly string[],
): Promise<Record<string, Picture>> {
  const stored = await ports.db.tenant(institutionId, (tx) => findPictures(tx, institutionId, ids))
  const read = await Promise.all(stored.map(async ({ id, blobKey }) => [id, await readPng(ports, blobKey)] as const))
  return Object.fromEntries(read.filter((pair): pair is [string, Picture] => pair[1] !== null))
}

/** A PNG of our own raster; null when its bytes are gone. Its size stands in IHDR, which comes first (PNG, 11.2.1). */
export async function readPng(ports: Ports, blobKey: string): Promise<Picture | null> {
  const blob = await ports.blobs.get(blobKey)
  if (!blob) return null
  const bytes = Buffer.from(blob.bytes.buffer, blob.bytes.byteOffset, blob.bytes.byteLength)
  const size = { widthPx: bytes.readUInt32BE(16), heightPx: bytes.readUInt32BE(20) }
  return { mediaType: 'image/png', base64: bytes.toString('base64'), ...size }
}
