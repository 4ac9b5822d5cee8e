/** Keeps a badge design for good under the hash of its contents. */
import { createHash } from 'node:crypto'
import type { BadgeDesign } from '@kolleges/design'
import type { Ports, Tx } from '../platform/ports.ts'
import { RENDER_BADGE_DESIGN } from './job-names.ts'
import { saveDesign } from './store.ts'

/** The design must come out of `parseBadgeDesign`. The same design gives the same id; its pictures follow by a job. */
export async function saveBadgeDesign(
  tx: Tx,
  ports: Ports,
  institutionId: string,
  design: BadgeDesign,
): Promise<string> {
  const saved = await saveDesign(tx, institutionId, {
    id: ports.random.uuid(),
    design,
    contentHash: contentHashOf(design),
    at: ports.clock.now(),
  })
  if (saved.isNew) {
    const payload = { institutionId, designId: saved.id }
    await ports.queue.enqueue(tx, RENDER_BADGE_DESIGN, payload, { key: saved.id })
  }
  return saved.id
}

/** Independent of the order in which the fields were written. */
export function contentHashOf(design: BadgeDesign): string {
  const fields = Object.entries(design)
    .filter(([, value]) => value !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
  return createHash('sha256').update(JSON.stringify(fields)).digest('hex')
}
