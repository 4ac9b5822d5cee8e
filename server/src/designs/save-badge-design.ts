/** Keeps a badge design for good under the hash of its contents. */
import { createHash } from 'node:crypto'
import { type BadgeDesign, printDocument } from '@kolleges/design'
import type { Ports, Tx } from '../platform/ports.ts'
import { RENDER_BADGE_DESIGN } from './job-names.ts'
import { type StoredBadge, saveDesign } from './store.ts'

/** Its parts must have been parsed. The same badge gives the same id; its pictures follow by a job. */
export async function saveBadgeDesign(
  tx: Tx,
  ports: Ports,
  institutionId: string,
  design: BadgeDesign,
  { document, pictureKeys }: Omit<StoredBadge, 'design'> = { document: null, pictureKeys: {} },
): Promise<string> {
  const saved = await saveDesign(tx, institutionId, {
    id: ports.random.uuid(),
    ...{ design, document, pictureKeys },
    contentHash: contentHashOf({ design, document, pictureKeys }),
    at: ports.clock.now(),
  })
  if (saved.isNew) {
    const payload = { institutionId, designId: saved.id }
    await ports.queue.enqueue(tx, RENDER_BADGE_DESIGN, payload, { key: saved.id })
  }
  return saved.id
}

/** Independent of the order in which the fields were written. */
export function contentHashOf({ design, document, pictureKeys }: StoredBadge): string {
  const hash = createHash('sha256').update(JSON.stringify(sorted(design)))
  if (document) hash.update(printDocument(document)).update(JSON.stringify(sorted(pictureKeys)))
  return hash.digest('hex')
}

const sorted = (fields: BadgeDesign | StoredBadge['pictureKeys']): [string, unknown][] =>
  Object.entries(fields)
    .filter(([, value]) => value !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
