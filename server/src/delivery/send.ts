/** Sends one message that waits in the outbox. */
import type { Ports } from '../platform/ports.ts'
import { withClaimLink } from './claim-message.ts'
import { claimLink } from './deliver.ts'
import { afterFault, faultOf, type Message, type SendFault, start } from './message.ts'
import { enqueueSending } from './send-message.ts'
import { findMessageForUpdate, saveDelivery, saveMessage } from './store.ts'

export type SendMessage = { readonly institutionId: string; readonly messageId: string }

/**
 * The intent is committed before the mail server is spoken to, so a kill at any point leaves a trace: at worst the message
 * goes out once more under the same Message-ID and is marked as perhaps repeated (decision 0004).
 */
export async function sendMessage(ports: Ports, { institutionId, messageId }: SendMessage): Promise<void> {
  const message = await begin(ports, institutionId, messageId)
  if (message === null) return
  try {
    if (ports.mail.kind === 'smtp') await ports.mail.send(envelopeOf(ports, message))
  } catch (error) {
    await endWithFault(ports, institutionId, message, faultOf(error))
    return
  }
  await ports.db.tenant(institutionId, async (tx) => {
    const at = ports.clock.now()
    await saveMessage(tx, institutionId, message.id, { state: 'sent', lastFault: null, sentAt: at })
    if (message.awardId && message.isClaim) await saveDelivery(tx, institutionId, message.awardId, 'delivered', at)
  })
}

/** Null when nothing is left to send. */
const begin = (ports: Ports, institutionId: string, id: string): Promise<Message | null> =>
  ports.db.tenant(institutionId, async (tx) => {
    const message = await findMessageForUpdate(tx, institutionId, id)
    if (message === null) return null
    const decision = start(message)
    if (decision.outcome === 'withdraw')
      await saveMessage(tx, institutionId, id, { state: 'failed', lastFault: decision.fault })
    if (decision.outcome !== 'send') return null
    const { possiblyRepeated } = decision
    const attempts = message.attempts + 1
    await saveMessage(tx, institutionId, id, {
      state: 'sending',
      attempts,
      possiblyRepeated,
      attemptedAt: ports.clock.now(),
    })
    return { ...message, attempts, possiblyRepeated }
  })

function envelopeOf(ports: Ports, { to, subject, text, html, messageId, awardId }: Message) {
  const link = awardId ? claimLink(ports, awardId) : ''
  return {
    to: to.email,
    subject,
    text: withClaimLink(text, link),
    html: withClaimLink(html, link),
    messageId,
    headers: { 'Auto-Submitted': 'auto-generated' },
  }
}

const endWithFault = (ports: Ports, institutionId: string, message: Message, fault: SendFault): Promise<void> =>
  ports.db.tenant(institutionId, async (tx) => {
    const next = afterFault(fault, message.attempts)
    if (next.outcome === 'give-up') {
      await saveMessage(tx, institutionId, message.id, { state: 'failed', lastFault: fault.text })
      if (message.awardId && message.isClaim) await saveDelivery(tx, institutionId, message.awardId, 'failed', null)
      return
    }
    await saveMessage(tx, institutionId, message.id, { state: next.state, lastFault: fault.text })
    await enqueueSending(tx, ports, institutionId, message.id, next.afterSeconds)
  })
