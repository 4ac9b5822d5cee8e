/** A message on its way to a person: queued, sending, sent or failed. */
import type { Instant } from '../platform/ports.ts'
import {
  FAULT_CHARACTERS_MAX,
  MESSAGE_ATTEMPTS_MAX,
  MESSAGE_RETRY_SECONDS,
  MESSAGE_RETRY_SECONDS_MAX,
} from './limits.ts'

export type MessageState = 'queued' | 'sending' | 'sent' | 'failed'

export type Message = {
  readonly id: string
  readonly awardId: string | null
  readonly credentialId: string | null
  /** Brings the credential itself; whether it arrived is told of the award. */
  readonly isClaim: boolean
  /** Its credential was revoked meanwhile. */
  readonly isOutdated: boolean
  /** The same over all attempts, so that a receiver can tell a repeated message. */
  readonly messageId: string
  readonly to: { readonly email: string; readonly name: string }
  readonly subject: string
  readonly text: string
  readonly html: string
  readonly state: MessageState
  readonly attempts: number
  readonly possiblyRepeated: boolean
  readonly lastFault: string | null
  readonly createdAt: Instant
  readonly sentAt: Instant | null
}

export type Start =
  | { readonly outcome: 'send'; readonly possiblyRepeated: boolean }
  | { readonly outcome: 'nothing-to-do' }
  /** Nobody is invited to what was taken back. */
  | { readonly outcome: 'withdraw'; readonly fault: 'credential-revoked' }

/** Found `sending`, an attempt ended without our knowing how: it is sent again, and may arrive twice (decision 0004). */
export function start(message: Pick<Message, 'state' | 'possiblyRepeated' | 'isOutdated'>): Start {
  const { state, possiblyRepeated, isOutdated } = message
  if (state === 'sent' || state === 'failed') return { outcome: 'nothing-to-do' }
  if (isOutdated) return { outcome: 'withdraw', fault: 'credential-revoked' }
  return { outcome: 'send', possiblyRepeated: possiblyRepeated || state === 'sending' }
}

export type SendFault = {
  /** `permanent`: it will never be taken. `unsent`: certainly not taken this time. `unclear`: perhaps taken. */
  readonly kind: 'permanent' | 'unsent' | 'unclear'
  readonly text: string
}

/** Reads what the mail port threw; the shape of an SMTP error is only hoped for. */
export function faultOf(error: unknown): SendFault {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
  const { responseCode, response, syscall, code } = (cause ?? {}) as Record<string, unknown>
  const text = plain(typeof response === 'string' ? response : typeof code === 'string' ? code : 'mail-refused')
  // RFC 5321 §4.2.1: 5yz will not change by trying again, 4yz may.
  if (typeof responseCode === 'number') return { kind: responseCode >= 500 ? 'permanent' : 'unsent', text }
  // A connection that broke may have broken after the message was taken; only one that never was is certain.
  const neverConnected = NEVER_CONNECTED.has(String(syscall)) || NEVER_CONNECTED.has(String(code))
  return { kind: neverConnected ? 'unsent' : 'unclear', text }
}

const NEVER_CONNECTED = new Set(['connect', 'getaddrinfo', 'EDNS', 'EAUTH', 'ETLS'])

const plain = (text: string): string =>
  text
    .replace(/\p{Cc}+/gu, ' ')
    .trim()
    .slice(0, FAULT_CHARACTERS_MAX)

export type AfterFault =
  | { readonly outcome: 'give-up' }
  | { readonly outcome: 'again'; readonly state: 'queued' | 'sending'; readonly afterSeconds: number }

/** A mail server that is away for hours loses nothing: the pauses grow to ten minutes and no further. */
export function afterFault({ kind }: SendFault, attempts: number): AfterFault {
  if (kind === 'permanent' || attempts >= MESSAGE_ATTEMPTS_MAX) return { outcome: 'give-up' }
  const afterSeconds = Math.min(MESSAGE_RETRY_SECONDS * 2 ** Math.min(attempts - 1, 16), MESSAGE_RETRY_SECONDS_MAX)
  return { outcome: 'again', state: kind === 'unclear' ? 'sending' : 'queued', afterSeconds }
}
