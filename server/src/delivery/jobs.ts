/** The background work of delivery. */
import { z } from 'zod'
import type { Ports } from '../platform/ports.ts'
import { deliverCredentials } from './deliver.ts'
import {
  DELIVER_CREDENTIALS,
  SEND_MESSAGE,
  SWEEP_MESSAGES,
  TELL_DEGREE_COMPLETED,
  TELL_DEGREE_DECIDED,
  TELL_DEGREE_FLAGGED,
  TELL_NEARLY_DONE,
  TELL_PATHWAY_DECIDED,
  TELL_REINSTATED,
  TELL_REPLACED,
  TELL_SUSPENDED,
} from './job-names.ts'
import { SEND_PARALLEL, SWEEP_SECONDS } from './limits.ts'
import { sendMessage } from './send.ts'
import { sweepMessages } from './sweep.ts'
import { tellHolders } from './tell-holders.ts'
import { tellCompletion, tellDecision, tellDegreeDecision, tellFlag, tellNearlyDone } from './tell-learners.ts'

const NOTICES = [
  { event: 'credential.suspended', job: TELL_SUSPENDED, kind: 'suspended' },
  { event: 'credential.reinstated', job: TELL_REINSTATED, kind: 'reinstated' },
  { event: 'credential.replaced', job: TELL_REPLACED, kind: 'replaced' },
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
  registerPathwayNews(ports)
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

function registerPathwayNews(ports: Ports): void {
  const Id = z.uuid()
  const Place = z.object({ eventId: Id, institutionId: Id, pathwayId: Id, learnerId: Id })
  ports.queue.listen('pathway.decided', TELL_PATHWAY_DECIDED)
  ports.queue.work(
    {
      name: TELL_PATHWAY_DECIDED,
      payload: Place.extend({ stage: z.string(), outcome: z.enum(['approved', 'refused']) }),
    },
    (payload) => tellDecision(ports, payload),
  )
  ports.queue.listen('degree.completed', TELL_DEGREE_COMPLETED)
  ports.queue.work({ name: TELL_DEGREE_COMPLETED, payload: Place.extend({ state: z.string() }) }, (payload) =>
    tellCompletion(ports, payload),
  )
  ports.queue.listen('degree.decided', TELL_DEGREE_DECIDED)
  ports.queue.work(
    { name: TELL_DEGREE_DECIDED, payload: Place.extend({ decision: z.enum(['award', 'refuse', 'keep']) }) },
    (payload) => tellDegreeDecision(ports, payload),
  )
  ports.queue.listen('degree.flagged', TELL_DEGREE_FLAGGED)
  ports.queue.work({ name: TELL_DEGREE_FLAGGED, payload: Place }, (payload) => tellFlag(ports, payload))
  ports.queue.listen('credential.issued', TELL_NEARLY_DONE)
  ports.queue.work(
    { name: TELL_NEARLY_DONE, payload: z.object({ institutionId: Id, awardIds: z.array(Id) }) },
    (payload) => tellNearlyDone(ports, payload),
  )
}
