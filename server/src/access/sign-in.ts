/** The nouns of signing in. */
import type { Language } from '@kolleges/api'
import type { Instant } from '../platform/ports.ts'

export type Account = {
  readonly id: string
  readonly email: string
  readonly name: string
  readonly language: Language
}

/** Only `sign-in` has a code that opens it; `link` and `operator` were made by whoever runs the server, on the server itself. */
export type SignInPurpose = 'sign-in' | 'link' | 'operator'

export type SignInToken = {
  readonly id: string
  readonly email: string
  readonly linkHash: Uint8Array
  readonly codeHash: Uint8Array
  readonly purpose: SignInPurpose
  readonly nextPath: string | null
  readonly createdAt: Instant
  readonly expiresAt: Instant
}

export type SessionRow = {
  readonly tokenHash: Uint8Array
  readonly accountId: string
  readonly institutionId: string | null
  /** May set up an institution that is confirmed at once. */
  readonly isOperator: boolean
  /** Began with a claim link: shows badges, and acts for no institution. */
  readonly forWalletOnly: boolean
  readonly createdAt: Instant
  readonly expiresAt: Instant
  readonly lastSeenAt: Instant
}
