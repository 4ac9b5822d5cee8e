// Who did what, when: the append-only trail.
import { z } from 'zod'
import { InstantText, Uuid } from './common.ts'

export const AuditEntry = z.object({
  id: Uuid,
  at: InstantText,
  actor: z.string(),
  action: z.string(),
  subject: z.object({ kind: z.string(), id: z.string() }),
  details: z.record(z.string(), z.unknown()),
})
export type AuditEntry = z.infer<typeof AuditEntry>
