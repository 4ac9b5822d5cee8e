/** Tells what kind of thing a person handed in: a number, an address, or the text of a credential. */
import { parseNumber } from '../issuing/index.ts'

export type Input =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'number'; readonly number: string }
  | { readonly kind: 'own'; readonly publicId: string }
  | { readonly kind: 'address'; readonly url: string }
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }

const PUBLIC_ID = /^[0-9a-hjkmnp-tv-z]{26}$/i
const OWN_PATH = /^\/c\/([0-9a-hjkmnp-tv-z]{26})(?:\.(?:json|png|svg|pdf)|\/(?:og|square|story)\.png)?\/?$/i

/** Untrusted text as typed or pasted. What is neither number nor address is read as a credential. */
export function inputOf(typed: string, origin: string): Input {
  const text = typed.trim()
  if (text === '') return { kind: 'nothing' }
  const number = text.length <= 40 ? parseNumber(text) : null
  if (number !== null) return { kind: 'number', number }
  if (PUBLIC_ID.test(text)) return { kind: 'own', publicId: text.toLowerCase() }
  const url = addressOf(text, origin)
  if (url) return ownOf(url, origin) ?? { kind: 'address', url: url.href }
  // A short word that is no number was surely meant as one: it is looked up like one and not found.
  if (text.length <= 40 && !text.startsWith('eyJ') && /^[\p{L}\p{N}\s.-]+$/u.test(text))
    return { kind: 'number', number: '' }
  return { kind: 'bytes', bytes: new TextEncoder().encode(text) }
}

/** Whole addresses, and our own written without their beginning: `/c/…`, `badges.hanbit.example/c/…`. */
function addressOf(text: string, origin: string): URL | null {
  if (/\s/.test(text)) return null
  if (/^https?:\/\//i.test(text)) return URL.parse(text)
  if (text.startsWith('/c/')) return URL.parse(text, origin)
  if (/^[\w.-]+(?::\d+)?\/\S+$/.test(text)) return URL.parse(`${new URL(origin).protocol}//${text}`)
  return null
}

/** Our own addresses are answered from the database: we never fetch from ourselves. */
function ownOf(url: URL, origin: string): Input | null {
  if (url.host !== new URL(origin).host) return null
  const publicId = OWN_PATH.exec(url.pathname)?.[1]
  return { kind: 'own', publicId: publicId?.toLowerCase() ?? '' }
}
