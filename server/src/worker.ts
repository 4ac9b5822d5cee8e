/** Declares every slice's background jobs and event listeners. */
import { register as access } from './access/jobs.ts'
import { register as delivery } from './delivery/jobs.ts'
import { register as designs } from './designs/jobs.ts'
import { register as issuing } from './issuing/jobs.ts'
import { register as pathways } from './pathways/jobs.ts'
import { registerHousekeeping } from './platform/housekeeping.ts'
import type { Ports } from './platform/ports.ts'
import { register as status } from './status/jobs.ts'

export function declareJobs(ports: Ports): void {
  for (const register of [registerHousekeeping, access, designs, status, issuing, delivery, pathways]) register(ports)
}
