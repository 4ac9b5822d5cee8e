// Writes bytes in base58btc, the alphabet of multibase `z`.

const ALPHABET = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz'
const DIGIT = new Map([...ALPHABET].map((char, digit) => [char, digit]))
// Six digits at a time: 58^6 × 2^16 < 2^53, so the division stays exact in doubles.
const DIGITS_PER_ROUND = 6
const ROUND = 58 ** DIGITS_PER_ROUND

export function encodeBase58(bytes: Uint8Array): string {
  const limbs = limbsOf(bytes)
  const rounds: number[] = []
  for (let start = firstNonZero(limbs, 0); start < limbs.length; start = firstNonZero(limbs, start)) {
    let rest = 0
    for (let at = start; at < limbs.length; at++) {
      const dividend = rest * 65_536 + limbs[at]!
      const quotient = Math.floor(dividend / ROUND)
      limbs[at] = quotient
      rest = dividend - quotient * ROUND
    }
    rounds.push(rest)
  }
  let zeros = 0
  while (zeros < bytes.length && bytes[zeros] === 0) zeros++
  const digits = rounds.map(sixDigits).reverse().join('')
  return '1'.repeat(zeros) + digits.replace(/^1+/, '')
}

/** Null for a character outside the alphabet or for more than `bytesMax` bytes. */
export function decodeBase58(text: string, bytesMax = 1_024): Uint8Array | null {
  if (text.length > bytesMax * 2) return null
  const littleEndian: number[] = []
  for (const char of text) {
    const digit = DIGIT.get(char)
    if (digit === undefined) return null
    let carry = digit
    for (let at = 0; at < littleEndian.length; at++) {
      carry += littleEndian[at]! * 58
      littleEndian[at] = carry & 255
      carry >>= 8
    }
    if (carry > 0) littleEndian.push(carry)
  }
  let zeros = 0
  while (zeros < text.length && text[zeros] === '1') zeros++
  return new Uint8Array([...new Array<number>(zeros).fill(0), ...littleEndian.reverse()])
}

function limbsOf(bytes: Uint8Array): Float64Array {
  const odd = bytes.length & 1
  const limbs = new Float64Array((bytes.length + odd) >> 1)
  for (let at = 0; at < bytes.length; at++) limbs[(at + odd) >> 1]! += (at + odd) & 1 ? bytes[at]! : bytes[at]! * 256
  return limbs
}

function firstNonZero(limbs: Float64Array, from: number): number {
  let at = from
  while (at < limbs.length && limbs[at] === 0) at++
  return at
}

function sixDigits(value: number): string {
  let rest = value
  let text = ''
  for (let digit = 0; digit < DIGITS_PER_ROUND; digit++) {
    text = ALPHABET[rest % 58]! + text
    rest = Math.floor(rest / 58)
  }
  return text
}
