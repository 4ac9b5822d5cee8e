/** Declares every slice's background jobs and event listeners. */
import { registerHousekeeping } from './platform/housekeeping.ts'
import type { Ports } from './platform/ports.ts'
import { registerJobs } from './slices.ts'

export async function declareJobs(ports: Ports): Promise<void> {
  registerHousekeeping(ports)
  await registerJobs(ports)
}
