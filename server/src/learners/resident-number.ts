/** Finds resident registration numbers, which must never be kept (Personal Information Protection Act, article 24-2). */
// The last group of foreign residents begins with 5 to 8; without a hyphen that would also hit book numbers.
const NUMBER = /(?<!\d)(?:\d{6} ?[-‐‑‒–—−] ?[1-8]\d{6}|\d{6} ?[1-4]\d{6})(?!\d)/g
/** Thirteen digits, written two to a sign (`⑫`). */
const CHARACTERS_MIN = 7
const MASK = '●●●●●●-●●●●●●●'

/** Also across invisible characters, line breaks and digits of other shapes: it is the same number to whoever reads it. */
export const holdsResidentNumber = (text: string): boolean =>
  text.length >= CHARACTERS_MIN && shape(text).search(NUMBER) >= 0

/** The text with every such number replaced; what is left may be shown. */
export const maskResidentNumbers = (text: string): string =>
  holdsResidentNumber(text) ? shape(text).replace(NUMBER, MASK) : text

const shape = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, '')
    .replace(/[\s\p{Cc}]+/gu, ' ')
