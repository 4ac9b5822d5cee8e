// Writes bytes in base64url without padding (RFC 4648 §5).

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
const DIGIT = new Int8Array(128).fill(-1)
for (let digit = 0; digit < 64; digit++) DIGIT[ALPHABET.charCodeAt(digit)] = digit
const CODES = new TextEncoder().encode(ALPHABET)

export function encodeBase64url(bytes: Uint8Array): string {
  const chars = new Uint8Array(Math.ceil((bytes.length * 4) / 3))
  let out = 0
  for (let at = 0; at < bytes.length; at += 3) {
    const group = (bytes[at]! << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0)
    const wanted = Math.min(4, bytes.length - at + 1)
    for (let char = 0; char < wanted; char++) chars[out++] = CODES[(group >> (18 - 6 * char)) & 63]!
  }
  return new TextDecoder().decode(chars)
}

/** Null for padding, a foreign character, an impossible length, or bits left over: one value has one spelling. */
export function decodeBase64url(text: string): Uint8Array | null {
  if (text.length % 4 === 1) return null
  const bytes = new Uint8Array((text.length * 3) >> 2)
  let buffer = 0
  let bits = 0
  let out = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    const digit = code < 128 ? DIGIT[code]! : -1
    if (digit < 0) return null
    buffer = ((buffer << 6) | digit) & 0xffffff
    bits += 6
    if (bits >= 8) {
      bits -= 8
      bytes[out++] = (buffer >> bits) & 255
    }
  }
  return (buffer & ((1 << bits) - 1)) === 0 ? bytes : null
}
