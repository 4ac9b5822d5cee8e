/** Shows messages in the words of the API. */
import type { Message as MessageAnswer, MessageBody } from '@kolleges/api'
import type { Ports } from '../platform/ports.ts'
import { withClaimLink } from './claim-message.ts'
import { claimLink } from './deliver.ts'
import type { Message } from './message.ts'

export const viewMessage = (message: Message): MessageAnswer => ({
  id: message.id,
  credential: message.credentialId,
  to: message.to,
  subject: message.subject,
  state: message.state,
  attempts: message.attempts,
  possiblyRepeated: message.possiblyRepeated,
  lastFault: message.lastFault,
  createdAt: message.createdAt,
  sentAt: message.sentAt,
})

/**
 * The claim link is for the recipient alone. Only where no mail leaves the machine, and this page is the mailbox, is it
 * shown; else staff could claim in somebody's name.
 */
export function viewMessageBody(message: Message, ports: Ports): MessageBody {
  const isMailbox = ports.mail.kind === 'outbox' && message.awardId !== null
  const link = isMailbox ? claimLink(ports, message.awardId!) : `${ports.config.origin}/k/…`
  return { ...viewMessage(message), text: withClaimLink(message.text, link), html: withClaimLink(message.html, link) }
}
