/** The ways the world outside can be broken, as one error type with a stable code. */
export type PlatformErrorCode =
  | 'port-taken'
  | 'database-unavailable'
  | 'database-start-failed'
  | 'migration-changed'
  | 'migration-missing'
  | 'no-active-key'
  | 'key-unreadable'
  | 'blob-store-failed'
  | 'mail-refused'
  | 'job-unknown'
  | 'svg-not-drawable'
  | 'png-unreadable'
  | 'page-not-printable'
  | 'thread-broken'

export class PlatformError extends Error {
  readonly code: PlatformErrorCode
  constructor(code: PlatformErrorCode, message: string, options?: { cause?: unknown }) {
    super(message, options)
    this.name = 'PlatformError'
    this.code = code
  }
}
