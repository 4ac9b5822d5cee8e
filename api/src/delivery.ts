// Messages to learners: every one that was sent or waits, as its reader sees it.
import { z } from 'zod'
import { CredentialId, InstantText, Uuid } from './common.ts'

export const Message = z.object({
  id: Uuid,
  credential: CredentialId.nullable(),
  to: z.object({ email: z.string(), name: z.string() }),
  subject: z.string(),
  state: z.enum(['queued', 'sending', 'sent', 'failed']),
  attempts: z.number().int(),
  possiblyRepeated: z.boolean(),
  lastFault: z.string().nullable(),
  createdAt: InstantText,
  sentAt: InstantText.nullable(),
})
export type Message = z.infer<typeof Message>
export const MessageBody = Message.extend({ text: z.string(), html: z.string() })
export type MessageBody = z.infer<typeof MessageBody>
