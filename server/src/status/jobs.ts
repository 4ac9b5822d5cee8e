/** The background work of status. */
import { z } from 'zod'
import type { Ports } from '../platform/ports.ts'
import { PUBLISH_STATUS_LIST, SWEEP_STATUS_LISTS } from './job-names.ts'
import { STATUS_SWEEP_SECONDS } from './limits.ts'
import { publishStatusList } from './publish.ts'
import { sweepStatusLists } from './sweep.ts'

export function register(ports: Ports): void {
  ports.queue.work(
    { name: PUBLISH_STATUS_LIST, payload: z.object({ institutionId: z.uuid(), listId: z.uuid() }) },
    ({ institutionId, listId }) => publishStatusList(ports, institutionId, listId),
  )
  ports.queue.work({ name: SWEEP_STATUS_LISTS, payload: z.object({}), everySeconds: STATUS_SWEEP_SECONDS }, () =>
    sweepStatusLists(ports),
  )
}
