/** The background work of issuing. */
import { z } from 'zod'
import type { Ports } from '../platform/ports.ts'
import { printCertificates } from './certificates/print-certificate.ts'
import { giveUp, issueAwards } from './issue.ts'
import { ISSUE_AWARDS, LIFT_SUSPENSIONS, PRINT_CERTIFICATES, SWEEP_AWARDS } from './job-names.ts'
import {
  ISSUE_JOB_ATTEMPTS_MAX,
  ISSUE_JOB_AWARDS_MAX,
  ISSUE_JOBS_PARALLEL,
  LIFT_SECONDS,
  PRINT_JOB_ATTEMPTS_MAX,
  SWEEP_SECONDS,
} from './limits.ts'
import { liftDueSuspensions } from './suspend.ts'
import { sweepAwards } from './sweep.ts'

export function register(ports: Ports): void {
  ports.queue.work(
    {
      name: ISSUE_AWARDS,
      payload: z.object({
        institutionId: z.uuid(),
        batchId: z.uuid(),
        awardIds: z.array(z.uuid()).max(ISSUE_JOB_AWARDS_MAX),
      }),
      attemptsMax: ISSUE_JOB_ATTEMPTS_MAX,
      parallel: ISSUE_JOBS_PARALLEL,
    },
    async (payload, { attempt }) => {
      try {
        await issueAwards(ports, payload)
      } catch (error) {
        if (attempt >= ISSUE_JOB_ATTEMPTS_MAX) await giveUp(ports, payload)
        throw error
      }
    },
  )
  ports.queue.work(
    {
      name: PRINT_CERTIFICATES,
      payload: z.object({ institutionId: z.uuid(), awardIds: z.array(z.uuid()).max(ISSUE_JOB_AWARDS_MAX) }),
      attemptsMax: PRINT_JOB_ATTEMPTS_MAX,
    },
    (payload) => printCertificates(ports, payload),
  )
  ports.queue.work({ name: SWEEP_AWARDS, payload: z.object({}), everySeconds: SWEEP_SECONDS }, () => sweepAwards(ports))
  ports.queue.work({ name: LIFT_SUSPENSIONS, payload: z.object({}), everySeconds: LIFT_SECONDS }, () =>
    liftDueSuspensions(ports),
  )
}
