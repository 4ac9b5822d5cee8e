/** Sends a link and a code to an address that wants to sign in. */
import type { Language } from '@kolleges/api'
import type { Instant, MailMessage, Ports, Tx } from '../platform/ports.ts'
import { foldEmail } from './email.ts'
import { MAILS_PER_ADDRESS_PER_HOUR_MAX, MAILS_PER_CLIENT_PER_HOUR_MAX, SIGN_IN_MINUTES_MAX } from './limits.ts'
import { ownPath } from './next-path.ts'
import { bucketOf, hourOf } from './rates.ts'
import { hashSecret, keyedHash } from './secrets.ts'
import type { SignInPurpose } from './sign-in.ts'
import { signInMessage } from './sign-in-message.ts'
import { countUp, saveToken } from './store.ts'
import { tellOperator } from './tell-operator.ts'

export type SignInRequest = {
  readonly email: string
  readonly next?: string | undefined
  readonly language: Language
  readonly clientAddress: string
}

export type Requested =
  | { readonly outcome: 'sent' }
  | { readonly outcome: 'refused'; readonly reason: 'rate-limited' | 'mail-unavailable' }

/** Asks nothing about the address: known or not, it gets the same message and the caller the same answer. */
export async function requestSignIn(ports: Ports, request: SignInRequest): Promise<Requested> {
  const email = foldEmail(request.email)
  const fresh = await ports.db.lookup(async (tx) =>
    (await mayMail(tx, ports, email, request.clientAddress))
      ? makeToken(tx, ports, { email, next: request.next, purpose: 'sign-in' })
      : undefined,
  )
  if (!fresh) return { outcome: 'refused', reason: 'rate-limited' }
  const message = signInMessage({ ...fresh, to: email, origin: ports.config.origin, language: request.language })
  tellOperator(ports, message)
  return deliver(ports, message)
}

/** Somebody waits at the screen for this message, so a mail server that is down is told at once and not tried for hours. */
async function deliver(ports: Ports, message: MailMessage): Promise<Requested> {
  try {
    await ports.mail.send(message)
    return { outcome: 'sent' }
  } catch (error) {
    ports.log.error('sign-in mail', error)
    return { outcome: 'refused', reason: 'mail-unavailable' }
  }
}

/** A link for the operator to hand over: it comes with no code and needs no mail. */
export const createSignInLink = (
  ports: Ports,
  email: string,
  nextPath?: string,
  { isOperator = false }: { readonly isOperator?: boolean } = {},
): Promise<string> =>
  ports.db.lookup(async (tx) => {
    const purpose = isOperator ? 'operator' : 'link'
    const { link } = await makeToken(tx, ports, { email: foldEmail(email), next: nextPath, purpose })
    return link
  })

/** Both counters are charged whatever comes of it, so that hammering one does not spare the other. */
async function mayMail(tx: Tx, ports: Ports, email: string, clientAddress: string): Promise<boolean> {
  const hour = hourOf(ports.clock.now())
  const byAddress = await countUp(tx, bucketOf(ports, 'mail-to', email), hour)
  const byClient = await countUp(tx, bucketOf(ports, 'mail-from', clientAddress), hour)
  return byAddress <= MAILS_PER_ADDRESS_PER_HOUR_MAX && byClient <= MAILS_PER_CLIENT_PER_HOUR_MAX
}

type Wanted = { readonly email: string; readonly next?: string | undefined; readonly purpose: SignInPurpose }
type Fresh = { readonly id: string; readonly link: string; readonly code: string; readonly expiresAt: Instant }

async function makeToken(tx: Tx, ports: Ports, { email, next, purpose }: Wanted): Promise<Fresh> {
  const id = ports.random.uuid()
  const secret = ports.random.token()
  const code = ports.random.code6()
  const createdAt = ports.clock.now()
  const expiresAt = ports.clock.after(SIGN_IN_MINUTES_MAX * 60, createdAt)
  await saveToken(tx, {
    id,
    email,
    purpose,
    linkHash: hashSecret(secret),
    codeHash: keyedHash(ports, 'sign-in-code', `${id} ${code}`),
    nextPath: ownPath(next) ?? null,
    createdAt,
    expiresAt,
  })
  return { id, link: `${ports.config.origin}/sign-in/${secret}`, code, expiresAt }
}
