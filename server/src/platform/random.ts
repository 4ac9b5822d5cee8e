/** Randomness of the operating system in the few shapes this server uses. */
import { randomBytes, randomInt } from 'node:crypto'
import type { Random } from './ports.ts'

const CROCKFORD = '0123456789abcdefghjkmnpqrstvwxyz'
const PUBLIC_ID_CHARACTERS = 26
const TOKEN_BYTES = 32

export const systemRandom: Random = randomFrom(
  (count) => new Uint8Array(randomBytes(count)),
  () => Date.now(),
  () => randomInt(1_000_000),
)

/** The same shapes from any source of bytes; tests hand in a seeded one. */
export function randomFrom(
  bytes: (count: number) => Uint8Array,
  nowMs: () => number,
  belowMillion: () => number,
): Random {
  let last = { ms: 0, count: 0 }
  const next = () => {
    const ms = Math.max(nowMs(), last.ms)
    const count = ms > last.ms ? 0 : last.count + 1
    last = count > 0xfff ? { ms: ms + 1, count: 0 } : { ms, count }
    return last
  }
  return {
    bytes,
    uuid: () => uuidV7(next(), bytes(8)),
    // A byte modulo 32 is even: 256 is a multiple of 32.
    publicId: () => Array.from(bytes(PUBLIC_ID_CHARACTERS), (byte) => CROCKFORD[byte & 31]).join(''),
    token: () => Buffer.from(bytes(TOKEN_BYTES)).toString('base64url'),
    code6: () => String(belowMillion()).padStart(6, '0'),
  }
}

/** RFC 9562 section 5.7, with the counter of its section 6.2: ids of one process sort in the order they were made. */
function uuidV7({ ms, count }: { readonly ms: number; readonly count: number }, random: Uint8Array): string {
  const bytes = Buffer.alloc(16)
  bytes.writeUIntBE(ms, 0, 6)
  bytes.writeUInt16BE(0x7000 | count, 6)
  bytes.set(random, 8)
  bytes[8] = 0x80 | (bytes[8]! & 0x3f)
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
