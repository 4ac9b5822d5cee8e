// Writes bytes in base58btc, the alphabet of multibase `z`.

const ALPHABET = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz'
const DIGIT = new Int8Array(128).fill(-1)
for (let digit = 0; digit < ALPHABET.length; digit++) DIGIT[ALPHABET.charCodeAt(digit)] = digit
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
  // 16 bits a limb, the lowest first; five digits a round: 2^16 × 58^5 < 2^53.
  const limbs = new Float64Array(Math.ceil(text.length / 2) + 1)
  let used = 0
  for (let at = 0; at < text.length; at += DIGITS_A_ROUND) {
    const round = roundAt(text, at)
    if (!round) return null
    let carry = round.value
    for (let limb = 0; limb < used || carry > 0; limb++) {
      const product = limbs[limb]! * round.scale + carry
      carry = Math.floor(product / 65_536)
      limbs[limb] = product - carry * 65_536
      if (limb >= used) used = limb + 1
    }
  }
  return bytesOf(limbs, used, leadingOnes(text))
}

const DIGITS_A_ROUND = 5

function roundAt(text: string, start: number): { value: number; scale: number } | null {
  const end = Math.min(start + DIGITS_A_ROUND, text.length)
  let value = 0
  for (let at = start; at < end; at++) {
    const digit = DIGIT[text.charCodeAt(at)] ?? -1
    if (digit < 0) return null
    value = value * 58 + digit
  }
  return { value, scale: 58 ** (end - start) }
}

function leadingOnes(text: string): number {
  let count = 0
  while (text[count] === '1') count++
  return count
}

function bytesOf(limbs: Float64Array, used: number, zeros: number): Uint8Array {
  const length = used === 0 ? 0 : used * 2 - (limbs[used - 1]! < 256 ? 1 : 0)
  const bytes = new Uint8Array(zeros + length)
  for (let at = 0; at < length; at++) bytes[bytes.length - 1 - at] = (limbs[at >> 1]! >> ((at & 1) * 8)) & 255
  return bytes
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
