/** Sets or clears one place of a status list; the signed list follows by a job. */
import type { Ports, Tx } from '../platform/ports.ts'
import { PUBLISH_STATUS_LIST } from './job-names.ts'
import type { StatusPlace } from './status-list.ts'
import { bumpRevision, setEntry } from './store.ts'

/** A bit that is as wanted changes nothing. However many bits change at once, the list is signed once. */
export async function setStatusBit(
  tx: Tx,
  ports: Ports,
  institutionId: string,
  place: StatusPlace,
  isSet: boolean,
): Promise<void> {
  const listId = await setEntry(tx, institutionId, place, isSet)
  if (listId === null) return
  await bumpRevision(tx, institutionId, listId)
  await ports.queue.enqueue(tx, PUBLISH_STATUS_LIST, { institutionId, listId }, { key: listId })
}
