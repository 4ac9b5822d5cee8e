/** Declares every slice's background jobs and event listeners. */
import type { Ports } from './platform/ports.ts'
import { registerJobs } from './slices.ts'

export const declareJobs = (ports: Ports): Promise<void> => registerJobs(ports)
