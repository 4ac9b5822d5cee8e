/** Reads an e-mail address and knows the slips people make when they type one. */
import { Email } from '@kolleges/api'
import { recipientKey } from './recipient-key.ts'

export type ReadEmail = {
  readonly email: string
  readonly fault?: 'email-malformed' | 'email-typo'
  readonly suggestion?: string
}

/** The address folded; malformed ones keep their text. A suggestion is a guess for people, never applied by itself. */
export function readEmail(text: string): ReadEmail {
  const email = recipientKey(addressIn(text))
  const isWritable = isEmail(email) && !IMPOSSIBLE_ENDS.test(email)
  const mended = mend(email)
  const suggestion = mended !== email && isEmail(mended) ? mended : undefined
  if (!isWritable) return { email, fault: 'email-malformed', ...(suggestion ? { suggestion } : {}) }
  return suggestion ? { email, fault: 'email-typo', suggestion } : { email }
}

export const isEmail = (text: string): boolean => Email.safeParse(text).success

/** `김하늘 <haneul@example.com>` and `mailto:` come along when an address is copied from a mail program. */
const addressIn = (text: string): string =>
  (/<([^<>\s]+@[^<>\s]+)>/.exec(text)?.[1] ?? text)
    .trim()
    .replace(/^mailto:/i, '')
    .replace(/[.,;]+$/, '')

const DOMAINS = [
  'gmail.com',
  'naver.com',
  'daum.net',
  'hanmail.net',
  'kakao.com',
  'nate.com',
  'outlook.com',
  'hotmail.com',
  'icloud.com',
  'yahoo.com',
]
/** Real domains that look like slips of the ones above. */
const NEIGHBOURS = new Set(['mail.com', 'ymail.com', 'email.com', 'gmx.com', 'date.com', 'never.com', 'rate.com'])

const IMPOSSIBLE_ENDS = /\.(con|cmo|ocm|comm|coom|vom|xom|ney|nett|nte|krr|kt)$/
const ENDS: readonly (readonly [RegExp, string])[] = [
  [/\.(con|cmo|ocm|comm|coom|vom|xom)$/, '.com'],
  [/\.(ney|nett|nte)$/, '.net'],
  [/\.(krr|kt)$/, '.kr'],
]

function mend(email: string): string {
  let mended = email
    .replace(/\s+/g, '')
    .replace(/@{2,}/, '@')
    .replace(/,/g, '.')
    .replace(/\.{2,}/g, '.')
  for (const [end, right] of ENDS) mended = mended.replace(end, right)
  if (!mended.includes('@')) mended = withAt(mended)
  const [local, domain] = mended.split('@')
  const near = domain && !NEIGHBOURS.has(domain) ? DOMAINS.find((known) => isOneSlipAway(domain, known)) : undefined
  return near && !DOMAINS.includes(domain!) ? `${local}@${near}` : mended
}

/** `haneulnaver.com` lacks only its sign. */
function withAt(text: string): string {
  const domain = DOMAINS.find((known) => text.endsWith(known) && text.length > known.length)
  return domain ? `${text.slice(0, -domain.length).replace(/[.#]$/, '')}@${domain}` : text
}

/** One letter changed, added, left out, or two neighbours swapped. */
export function isOneSlipAway(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return false
  let start = 0
  while (start < Math.min(a.length, b.length) && a[start] === b[start]) start++
  const restA = a.slice(start)
  const restB = b.slice(start)
  if (restA.slice(1) === restB.slice(1) || restA.slice(1) === restB || restA === restB.slice(1)) return true
  return restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2)
}
