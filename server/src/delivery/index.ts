// What other slices may use of delivery: putting a message into the outbox.
export { type OutgoingMessage, sendMessages } from './send-message.ts'
