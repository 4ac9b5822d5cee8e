/** Gives each of many awards its place in a status list, inside the transaction that makes the awards. */
import type { Ports, Tx } from '../platform/ports.ts'
import { drawIndexes, shuffled } from './allotment.ts'
import { PUBLISH_STATUS_LIST } from './job-names.ts'
import { ALLOTMENT_ROUNDS_MAX, STATUS_LIST_ALLOTTED_MAX, STATUS_LIST_ENTRIES } from './limits.ts'
import type { StatusList } from './status-list.ts'
import { countAllotted, findOpenList, insertEntries, insertList, lockAllotment } from './store.ts'

export type Allotment = { readonly listId: string; readonly listPublicId: string; readonly index: number }

/** Answers in the order of `awardIds`, which must be new. A full list is followed by the next one. */
export async function allotIndexes(
  tx: Tx,
  ports: Ports,
  institutionId: string,
  awardIds: readonly string[],
): Promise<Allotment[]> {
  const allotted = new Map<string, Allotment>()
  let waiting = shuffled(ports.random.bytes, awardIds)
  await lockAllotment(tx, institutionId)
  while (waiting.length > 0) {
    const list = await openList(tx, ports, institutionId)
    const here = waiting.slice(0, STATUS_LIST_ALLOTTED_MAX - list.allotted)
    for (const { awardId, index } of await fill(tx, ports, institutionId, list, here)) {
      allotted.set(awardId, { listId: list.id, listPublicId: list.publicId, index })
    }
    await countAllotted(tx, institutionId, list.id, here.length)
    waiting = waiting.slice(here.length)
  }
  return awardIds.map((awardId) => allotted.get(awardId)!)
}

async function openList(tx: Tx, ports: Ports, institutionId: string): Promise<StatusList> {
  const open = await findOpenList(tx, institutionId, 'revocation', STATUS_LIST_ALLOTTED_MAX)
  if (open) return open
  const list = await insertList(tx, institutionId, {
    id: ports.random.uuid(),
    publicId: ports.random.publicId(),
    purpose: 'revocation',
    size: STATUS_LIST_ENTRIES,
    at: ports.clock.now(),
  })
  await ports.queue.enqueue(tx, PUBLISH_STATUS_LIST, { institutionId, listId: list.id }, { key: list.id })
  return list
}

/** Draws again for those whose index was taken. */
async function fill(
  tx: Tx,
  ports: Ports,
  institutionId: string,
  list: StatusList,
  awardIds: readonly string[],
): Promise<{ index: number; awardId: string }[]> {
  const made: { index: number; awardId: string }[] = []
  let waiting = [...awardIds]
  for (let round = 0; waiting.length > 0; round++) {
    if (round === ALLOTMENT_ROUNDS_MAX) throw new Error(`status list ${list.id} has no free index`)
    const indexes = drawIndexes(ports.random.bytes, list.size, waiting.length)
    const entries = indexes.map((index, i) => ({ index, awardId: waiting[i]! }))
    made.push(...(await insertEntries(tx, institutionId, list.id, entries)))
    const done = new Set(made.map(({ awardId }) => awardId))
    waiting = waiting.filter((awardId) => !done.has(awardId))
  }
  return made
}
