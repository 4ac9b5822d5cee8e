// Inflates one bounded DEFLATE stream (RFC 1951), telling exactly where it ended.

/** Untrusted input. Null for a broken stream or for one that would give more than `bytesMax` bytes: no bomb is ever unpacked. */
export function inflate(
  bytes: Uint8Array,
  start: number,
  bytesMax: number,
): { output: Uint8Array; end: number } | null {
  const reader = new BitReader(bytes, start)
  const output = new Output(bytesMax)
  try {
    for (let last = false; !last; ) {
      last = reader.bits(1) === 1
      const type = reader.bits(2)
      if (type === 0) copyStored(reader, output)
      else if (type === 1) copyCompressed(reader, output, FIXED_LITERALS, FIXED_DISTANCES)
      else if (type === 2) copyCompressed(reader, output, ...dynamicCodes(reader))
      else throw new BrokenStream()
    }
  } catch (error) {
    if (error instanceof BrokenStream) return null
    throw error
  }
  return { output: output.done(), end: reader.alignedPosition() }
}

class BrokenStream extends Error {}

class BitReader {
  private readonly bytes: Uint8Array
  private at: number
  private buffer = 0
  private held = 0

  constructor(bytes: Uint8Array, start: number) {
    this.bytes = bytes
    this.at = start
  }

  bits(count: number): number {
    while (this.held < count) {
      if (this.at >= this.bytes.length) throw new BrokenStream()
      this.buffer |= this.bytes[this.at++]! << this.held
      this.held += 8
    }
    const value = this.buffer & ((1 << count) - 1)
    this.buffer >>>= count
    this.held -= count
    return value
  }

  /** Bits of a half-used byte are dropped. */
  alignedPosition(): number {
    this.at -= this.held >> 3
    this.buffer = 0
    this.held = 0
    return this.at
  }

  take(length: number): Uint8Array {
    const start = this.alignedPosition()
    if (start + length > this.bytes.length) throw new BrokenStream()
    this.at = start + length
    return this.bytes.subarray(start, this.at)
  }
}

class Output {
  private bytes: Uint8Array
  private length = 0
  private readonly bytesMax: number

  constructor(bytesMax: number) {
    this.bytesMax = bytesMax
    this.bytes = new Uint8Array(Math.min(bytesMax, 32_768))
  }

  push(byte: number): void {
    this.reserve(1)
    this.bytes[this.length++] = byte
  }

  append(part: Uint8Array): void {
    this.reserve(part.length)
    this.bytes.set(part, this.length)
    this.length += part.length
  }

  repeat(distance: number, length: number): void {
    if (distance > this.length) throw new BrokenStream()
    this.reserve(length)
    for (let n = 0; n < length; n++, this.length++) this.bytes[this.length] = this.bytes[this.length - distance]!
  }

  done(): Uint8Array {
    return this.bytes.slice(0, this.length)
  }

  private reserve(extra: number): void {
    if (this.length + extra > this.bytesMax) throw new BrokenStream()
    if (this.length + extra <= this.bytes.length) return
    const grown = new Uint8Array(Math.min(this.bytesMax, Math.max(this.bytes.length * 2, this.length + extra)))
    grown.set(this.bytes)
    this.bytes = grown
  }
}

// A canonical Huffman code: how many codes of each length, and the symbols in code order (RFC 1951 §3.2.2).
interface Code {
  readonly counts: Uint16Array
  readonly symbols: Uint16Array
}

function codeOf(lengths: readonly number[]): Code {
  const counts = new Uint16Array(16)
  for (const length of lengths) counts[length]!++
  counts[0] = 0
  let left = 1
  for (let length = 1; length < 16; length++) {
    left = left * 2 - counts[length]!
    if (left < 0) throw new BrokenStream() // over-subscribed
  }
  const offsets = new Uint16Array(16)
  for (let length = 1; length < 15; length++) offsets[length + 1] = offsets[length]! + counts[length]!
  const symbols = new Uint16Array(lengths.length)
  lengths.forEach((length, symbol) => {
    if (length > 0) symbols[offsets[length]!++] = symbol
  })
  return { counts, symbols }
}

function symbolOf(reader: BitReader, code: Code): number {
  let value = 0
  let first = 0
  let index = 0
  for (let length = 1; length < 16; length++) {
    value |= reader.bits(1)
    const count = code.counts[length]!
    if (value - count < first) return code.symbols[index + (value - first)]!
    index += count
    first = (first + count) << 1
    value <<= 1
  }
  throw new BrokenStream()
}

const run = (length: number, times: number): number[] => new Array<number>(times).fill(length)
const FIXED_LITERALS = codeOf([...run(8, 144), ...run(9, 112), ...run(7, 24), ...run(8, 8)])
const FIXED_DISTANCES = codeOf(run(5, 30))

const LENGTH_BASE = [
  3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258,
]
const LENGTH_EXTRA = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0]
const DISTANCE_BASE = [
  1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097, 6145,
  8193, 12289, 16385, 24577,
]
const DISTANCE_EXTRA = [
  0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13,
]
const END_OF_BLOCK = 256

function copyStored(reader: BitReader, output: Output): void {
  const header = reader.take(4)
  const length = header[0]! | (header[1]! << 8)
  if (length !== ((header[2]! | (header[3]! << 8)) ^ 0xffff)) throw new BrokenStream()
  output.append(reader.take(length))
}

function copyCompressed(reader: BitReader, output: Output, literals: Code, distances: Code): void {
  for (;;) {
    const symbol = symbolOf(reader, literals)
    if (symbol === END_OF_BLOCK) return
    if (symbol < END_OF_BLOCK) {
      output.push(symbol)
      continue
    }
    const base = LENGTH_BASE[symbol - 257]
    if (base === undefined) throw new BrokenStream()
    const length = base + reader.bits(LENGTH_EXTRA[symbol - 257]!)
    const far = symbolOf(reader, distances)
    const distance = DISTANCE_BASE[far]
    if (distance === undefined) throw new BrokenStream()
    output.repeat(distance + reader.bits(DISTANCE_EXTRA[far]!), length)
  }
}

const CODE_LENGTH_ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]

function dynamicCodes(reader: BitReader): [Code, Code] {
  const literals = reader.bits(5) + 257
  const distances = reader.bits(5) + 1
  const given = reader.bits(4) + 4
  const meta = new Array<number>(19).fill(0)
  for (let n = 0; n < given; n++) meta[CODE_LENGTH_ORDER[n]!] = reader.bits(3)
  const lengths = codeLengths(reader, codeOf(meta), literals + distances)
  if (lengths[END_OF_BLOCK] === 0) throw new BrokenStream()
  return [codeOf(lengths.slice(0, literals)), codeOf(lengths.slice(literals))]
}

function codeLengths(reader: BitReader, code: Code, wanted: number): number[] {
  const lengths: number[] = []
  while (lengths.length < wanted) {
    const symbol = symbolOf(reader, code)
    if (symbol < 16) lengths.push(symbol)
    else if (symbol === 16) {
      const previous = lengths.at(-1)
      if (previous === undefined) throw new BrokenStream()
      lengths.push(...run(previous, 3 + reader.bits(2)))
    } else lengths.push(...run(0, symbol === 17 ? 3 + reader.bits(3) : 11 + reader.bits(7)))
  }
  if (lengths.length > wanted) throw new BrokenStream()
  return lengths
}
