/** The background work of pathways. */
import { z } from 'zod'
import type { Ports } from '../platform/ports.ts'
import { advanceLearners } from './advance.ts'
import { awardDueDegrees } from './award-due.ts'
import { composeRecord } from './compose-record.ts'
import { followIssued, followRevoked, followSuspended, followWithheld } from './follow-award.ts'
import {
  ADVANCE_ISSUED,
  ADVANCE_LEARNERS,
  ADVANCE_REVOKED,
  ADVANCE_SUSPENDED,
  ADVANCE_WITHHELD,
  AWARD_DUE_DEGREES,
  COMPOSE_RECORD,
  RECKON_EVERYBODY,
} from './job-names.ts'
import { ADVANCE_JOBS_PARALLEL, AWARD_DUE_SECONDS, LEARNERS_PER_JOB_MAX } from './limits.ts'
import { reckonPageAndGoOn } from './reckon-everybody.ts'

export function register(ports: Ports): void {
  const Id = z.uuid()
  for (const event of ['credential.issued', 'credential.reinstated'] as const) ports.queue.listen(event, ADVANCE_ISSUED)
  ports.queue.work(
    {
      name: ADVANCE_ISSUED,
      payload: z.object({ institutionId: Id, awardIds: z.array(Id) }),
      parallel: ADVANCE_JOBS_PARALLEL,
    },
    (payload) => followIssued(ports, payload),
  )
  ports.queue.listen('credential.revoked', ADVANCE_REVOKED)
  ports.queue.work({ name: ADVANCE_REVOKED, payload: z.object({ institutionId: Id, awardId: Id }) }, (payload) =>
    followRevoked(ports, payload),
  )
  ports.queue.listen('credential.suspended', ADVANCE_SUSPENDED)
  ports.queue.work(
    { name: ADVANCE_SUSPENDED, payload: z.object({ institutionId: Id, awardIds: z.array(Id) }) },
    (payload) => followSuspended(ports, payload),
  )
  ports.queue.listen('credential.withheld', ADVANCE_WITHHELD)
  ports.queue.work(
    { name: ADVANCE_WITHHELD, payload: z.object({ institutionId: Id, awardIds: z.array(Id) }) },
    (payload) => followWithheld(ports, payload),
  )
  ports.queue.work(
    {
      name: ADVANCE_LEARNERS,
      payload: z.object({ institutionId: Id, learnerIds: z.array(Id).max(LEARNERS_PER_JOB_MAX) }),
      parallel: ADVANCE_JOBS_PARALLEL,
    },
    (payload) => advanceLearners(ports, payload),
  )
  ports.queue.work(
    {
      name: RECKON_EVERYBODY,
      payload: z.object({ institutionId: Id, pathwayId: Id.optional(), after: Id.optional() }),
    },
    (payload) => reckonPageAndGoOn(ports, payload),
  )
  ports.queue.work({ name: COMPOSE_RECORD, payload: z.object({ institutionId: Id, awardId: Id }) }, (payload) =>
    composeRecord(ports, payload),
  )
  ports.queue.work({ name: AWARD_DUE_DEGREES, payload: z.object({}), everySeconds: AWARD_DUE_SECONDS }, () =>
    awardDueDegrees(ports),
  )
}
