/** The background work of delivery. */
import { z } from 'zod'
import type { Ports } from '../platform/ports.ts'
import { deliverCredentials } from './deliver.ts'
import { DELIVER_CREDENTIALS, SEND_MESSAGE, SWEEP_MESSAGES, TELL_REINSTATED, TELL_SUSPENDED } from './job-names.ts'
import { SEND_PARALLEL, SWEEP_SECONDS } from './limits.ts'
import { sendMessage } from './send.ts'
import { sweepMessages } from './sweep.ts'
import { tellHolders } from './tell-holders.ts'

const NOTICES = [
  { event: 'credential.suspended', job: TELL_SUSPENDED, kind: 'suspended' },
  { event: 'credential.reinstated', job: TELL_REINSTATED, kind: 'reinstated' },
] as const

export function register(ports: Ports): void {
  ports.queue.listen('credential.issued', DELIVER_CREDENTIALS)
  ports.queue.work(
    { name: DELIVER_CREDENTIALS, payload: z.object({ institutionId: z.uuid(), awardIds: z.array(z.uuid()) }) },
    (payload) => deliverCredentials(ports, payload),
  )
  const Told = z.object({ eventId: z.uuid(), institutionId: z.uuid(), awardIds: z.array(z.uuid()) })
  for (const { event, job, kind } of NOTICES) {
    ports.queue.listen(event, job)
    ports.queue.work({ name: job, payload: Told }, (payload) => tellHolders(ports, { ...payload, kind }))
  }
  ports.queue.work(
    {
      name: SEND_MESSAGE,
      payload: z.object({ institutionId: z.uuid(), messageId: z.uuid() }),
      parallel: SEND_PARALLEL,
    },
    (payload) => sendMessage(ports, payload),
  )
  ports.queue.work({ name: SWEEP_MESSAGES, payload: z.object({}), everySeconds: SWEEP_SECONDS }, () =>
    sweepMessages(ports),
  )
}
