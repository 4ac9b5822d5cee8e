/** Hands messages to an SMTP server; without one they stay in the outbox. */
import { createTransport } from 'nodemailer'
import { PlatformError } from './errors.ts'
import { MAIL_CONNECTIONS_MAX, MAIL_TIMEOUT_MS } from './limits.ts'
import type { Mail, MailMessage } from './ports.ts'

export type OpenMail = Mail & { close(): void }

export function openMail(smtpUrl: string | undefined, from: string): OpenMail {
  if (smtpUrl === undefined) return { kind: 'outbox', send: async () => {}, close: () => {} }
  const transport = createTransport({
    url: smtpUrl,
    pool: true,
    maxConnections: MAIL_CONNECTIONS_MAX,
    connectionTimeout: MAIL_TIMEOUT_MS,
    greetingTimeout: MAIL_TIMEOUT_MS,
    socketTimeout: MAIL_TIMEOUT_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return {
    kind: 'smtp',
    send: async (message) => {
      await transport.sendMail({ ...structured(message), from }).catch((cause: unknown) => {
        // The server's answer may quote the address, so it stays in the cause, which the log does not print.
        throw new PlatformError('mail-refused', 'The mail server did not take a message.', { cause })
      })
    },
    close: () => transport.close(),
  }
}

/** The address goes in as an object, so that no text in it is read as a second recipient. */
function structured({ to, subject, text, html, messageId, headers }: MailMessage) {
  if (/[\r\n,;<>]/.test(to))
    throw new PlatformError('mail-refused', 'A recipient address has a character it may not have.')
  return { to: { name: '', address: to }, subject, text, html, messageId, headers: { ...headers } }
}
