/** Draws status list indexes at random. */
const INDEX_BYTES = 4

/**
 * `count` distinct indexes below `size`, every set of them as likely as any other, in ascending order. Random, not
 * next-free: a sequential index would tell readers who was awarded last (Bitstring Status List, "Privacy Considerations").
 */
export function drawIndexes(bytes: (count: number) => Uint8Array, size: number, count: number): number[] {
  if (count > size / 2) throw new RangeError(`${count} of ${size} indexes cannot be drawn cheaply`)
  const drawn = new Set<number>()
  while (drawn.size < count) {
    for (const value of words(bytes((count - drawn.size) * INDEX_BYTES))) {
      if (value < fairBelow(size)) drawn.add(value % size)
    }
  }
  return [...drawn].sort((a, b) => a - b)
}

/** Values from here on would make some indexes likelier than others. */
const fairBelow = (size: number): number => 2 ** 32 - (2 ** 32 % size)

function words(bytes: Uint8Array): number[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return Array.from({ length: bytes.length / INDEX_BYTES }, (_, i) => view.getUint32(i * INDEX_BYTES))
}

/** Puts the items into a random order: which award gets which of the drawn indexes must not follow the roster either. */
export function shuffled<T>(bytes: (count: number) => Uint8Array, items: readonly T[]): T[] {
  const keys = words(bytes(items.length * INDEX_BYTES))
  return items
    .map((item, i) => ({ item, key: keys[i]! }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item)
}
