/** Finds the lists that should be signed anew: because time has passed, a key has gone, or a job was lost. */
import type { Ports } from '../platform/ports.ts'
import { PUBLISH_STATUS_LIST } from './job-names.ts'
import { STATUS_LIST_REFRESH_SECONDS, STATUS_SWEEP_LISTS_MAX } from './limits.ts'
import { listDueLists } from './store.ts'

export const sweepStatusLists = (ports: Ports): Promise<void> =>
  ports.db.operator(async (tx) => {
    const due = await listDueLists(tx, ports.clock.after(-STATUS_LIST_REFRESH_SECONDS), STATUS_SWEEP_LISTS_MAX)
    for (const { institutionId, listId } of due) {
      await ports.queue.enqueue(tx, PUBLISH_STATUS_LIST, { institutionId, listId }, { key: listId })
    }
  })
