/** The headers every answer carries, as lists made once. */
import type { Config } from './config.ts'

const ALWAYS: readonly (readonly [string, string])[] = [
  ['x-content-type-options', 'nosniff'],
  ['x-frame-options', 'DENY'],
  // Claim links carry a secret in their path, so no address leaves the site; forms still send their Origin.
  ['referrer-policy', 'same-origin'],
  ['cross-origin-opener-policy', 'same-origin'],
  ['permissions-policy', 'camera=(), microphone=(), geolocation=(), payment=(), browsing-topics=()'],
]

const FOR_PAGES = [
  "default-src 'none'",
  "script-src 'self'",
  // The console's component library sets its colours by a style element.
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "frame-src 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join('; ')

// A picture opened by itself may style itself and show what it carries, no more.
const FOR_DATA =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; frame-ancestors 'none'; sandbox"

/** A header that the handler has set itself stays. */
export function secureHeaders(config: Config): (headers: Headers) => void {
  const list = config.origin.startsWith('https:')
    ? [...ALWAYS, ['strict-transport-security', 'max-age=31536000; includeSubDomains'] as const]
    : ALWAYS
  return (headers) => {
    for (const [name, value] of list) if (!headers.has(name)) headers.set(name, value)
    const isPage = headers.get('content-type')?.startsWith('text/html') ?? false
    if (!headers.has('content-security-policy')) headers.set('content-security-policy', isPage ? FOR_PAGES : FOR_DATA)
    if (!headers.has('cache-control')) headers.set('cache-control', 'no-store')
  }
}
