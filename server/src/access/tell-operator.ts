/** Shows a sign-in message to whoever started the server, where no mail can be sent. */
import { stdout } from 'node:process'
import type { MailMessage, Ports } from '../platform/ports.ts'

/**
 * Without a mail server nobody could read the message, so on a server that only its own machine can reach it is printed. Never
 * with a mail server, and never on a public address: there a log may be read by more people than may sign in.
 */
export function tellOperator(ports: Ports, message: MailMessage): void {
  if (showsMessages(ports)) stdout.write(`\n${message.subject}\n${message.to}\n\n${message.text}\n`)
}

export const showsMessages = (ports: Ports): boolean =>
  ports.mail.kind === 'outbox' && isLoopback(new URL(ports.config.origin).hostname)

const isLoopback = (host: string): boolean =>
  host === 'localhost' || host.endsWith('.localhost') || host === '[::1]' || /^127(\.\d{1,3}){3}$/.test(host)
