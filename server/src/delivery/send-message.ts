/** Puts messages into the outbox and asks for their sending, in the caller's transaction. */
import type { Ports, Tx } from '../platform/ports.ts'
import { SEND_MESSAGE } from './job-names.ts'
import { insertMessages, type NewMessage } from './store.ts'

export type OutgoingMessage = Omit<NewMessage, 'id' | 'messageId'>

/** Of messages with the same `onceKey` only the first one ever is sent. Answers the ids of those that are new. */
export async function sendMessages(
  tx: Tx,
  ports: Ports,
  institutionId: string,
  outgoing: readonly OutgoingMessage[],
): Promise<string[]> {
  const messages = outgoing.map((message) => ({ ...message, id: ports.random.uuid(), messageId: messageIdOf(ports) }))
  const ids = await insertMessages(tx, institutionId, messages, ports.clock.now())
  await ports.queue.enqueueAll(
    tx,
    SEND_MESSAGE,
    ids.map((messageId) => ({ key: messageId, payload: { institutionId, messageId } })),
  )
  return ids
}

export const enqueueSending = (
  tx: Tx,
  ports: Ports,
  institutionId: string,
  messageId: string,
  startAfterSeconds = 0,
): Promise<void> =>
  ports.queue.enqueue(tx, SEND_MESSAGE, { institutionId, messageId }, { key: messageId, startAfterSeconds })

/** RFC 5322 §3.6.4: unique for good; random, so that it tells nothing. */
const messageIdOf = ({ random, config }: Ports): string => `<${random.publicId()}@${new URL(config.origin).hostname}>`
