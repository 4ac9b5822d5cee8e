/** The short number printed for typing: `KL-7Q2M-9XKD-4T0H`, Crockford base32 with a check character at the end. */
import { NUMBER_DATA_CHARACTERS } from './limits.ts'

const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const PREFIX = 'KL'
const FOURS = /.{4}/g
/** x⁵ + x² + 1, under which x generates every element of GF(32) but zero. */
const FIELD_POLYNOMIAL = 0b100101

/** 55 random bits: too many to find a number by trying, few enough to type. */
export function issueNumber(bytes: (count: number) => Uint8Array): string {
  // A byte modulo 32 is even: 256 is a multiple of 32.
  const values = Array.from(bytes(NUMBER_DATA_CHARACTERS), (byte) => byte & 31)
  return print([...values, checkOf(values)])
}

/** Reads what a person typed, in any case, with or without hyphens and prefix, O for 0 and I or L for 1; null when it cannot be a number of ours. */
export function parseNumber(typed: string): string | null {
  const plain = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\-‐-―−.]/g, '')
  const digits = plain.length > NUMBER_DATA_CHARACTERS + 1 ? plain.replace(/^K[L1I]/, '') : plain
  const values = Array.from(digits.replace(/O/g, '0').replace(/[IL]/g, '1'), (digit) => DIGITS.indexOf(digit))
  if (values.length !== NUMBER_DATA_CHARACTERS + 1 || values.includes(-1)) return null
  if (checkOf(values.slice(0, -1)) !== values.at(-1)) return null
  return print(values)
}

const print = (values: readonly number[]): string => {
  const digits = values.map((value) => DIGITS[value]).join('')
  return [PREFIX, ...(digits.match(FOURS) ?? [])].join('-')
}

/**
 * A weighted sum over GF(32), each place with its own weight: any one wrong character and any two exchanged ones change it.
 */
function checkOf(values: readonly number[]): number {
  return values.reduce((sum, value) => timesX(sum ^ value), 0)
}

function timesX(value: number): number {
  const doubled = value << 1
  return doubled & 32 ? doubled ^ FIELD_POLYNOMIAL : doubled
}
