// Computes the CRC-32 that PNG chunks and gzip members carry (ISO 3309).

// Four tables, four bytes a step: a credential's chunk is checked once per bake, on the hot path.
const TABLES = [0, 1, 2, 3].map(() => new Uint32Array(256))
const [T0, T1, T2, T3] = TABLES as [Uint32Array, Uint32Array, Uint32Array, Uint32Array]
for (let byte = 0; byte < 256; byte++) {
  let remainder = byte
  for (let bit = 0; bit < 8; bit++) remainder = remainder & 1 ? (remainder >>> 1) ^ 0xedb88320 : remainder >>> 1
  T0[byte] = remainder >>> 0
}
for (let byte = 0; byte < 256; byte++) {
  T1[byte] = (T0[byte]! >>> 8) ^ T0[T0[byte]! & 255]!
  T2[byte] = (T1[byte]! >>> 8) ^ T0[T1[byte]! & 255]!
  T3[byte] = (T2[byte]! >>> 8) ^ T0[T2[byte]! & 255]!
}

/** CRC-32 of bytes[start, end). */
export function crc32(bytes: Uint8Array, start = 0, end = bytes.length): number {
  let crc = 0xffffffff
  let at = start
  for (; at + 4 <= end; at += 4) {
    crc ^= bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24)
    crc = T3[crc & 255]! ^ T2[(crc >>> 8) & 255]! ^ T1[(crc >>> 16) & 255]! ^ T0[crc >>> 24]!
  }
  for (; at < end; at++) crc = (crc >>> 8) ^ T0[(crc ^ bytes[at]!) & 255]!
  return (crc ^ 0xffffffff) >>> 0
}
