// What other slices may use of delivery: the outbox, and texts made safe for it.
export { oneLine } from './claim-message.ts'
export { type OutgoingMessage, sendMessages } from './send-message.ts'
