/** The background work of signing in. */
import { z } from 'zod'
import type { Ports } from '../platform/ports.ts'
import { sendInvitation } from './invitation.ts'
import { SEND_INVITATION, SWEEP_ACCESS } from './job-names.ts'
import { SWEEP_SECONDS } from './limits.ts'
import { sweepAccess } from './sweep.ts'

const Invitation = z.object({ institutionId: z.uuid(), memberId: z.uuid() })

export function register(ports: Ports): void {
  ports.queue.work({ name: SEND_INVITATION, payload: Invitation }, ({ institutionId, memberId }) =>
    sendInvitation(ports, institutionId, memberId),
  )
  ports.queue.work({ name: SWEEP_ACCESS, payload: z.object({}), everySeconds: SWEEP_SECONDS }, () => sweepAccess(ports))
}
