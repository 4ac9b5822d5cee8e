// What other slices may use of delivery: the outbox.
export { type OutgoingMessage, sendMessages } from './send-message.ts'
