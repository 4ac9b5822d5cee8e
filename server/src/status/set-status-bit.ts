/** Marks one award in its status list; the signed list follows by a job. */
import type { Ports, Tx } from '../platform/ports.ts'
import { PUBLISH_STATUS_LIST } from './job-names.ts'
import { bumpRevision, setEntry } from './store.ts'

/** Setting a bit that is set changes nothing. However many bits change at once, the list is signed once. */
export async function setStatusBit(tx: Tx, ports: Ports, institutionId: string, awardId: string): Promise<void> {
  const listId = await setEntry(tx, institutionId, awardId)
  if (listId === null) return
  await bumpRevision(tx, institutionId, listId)
  await ports.queue.enqueue(tx, PUBLISH_STATUS_LIST, { institutionId, listId }, { key: listId })
}
