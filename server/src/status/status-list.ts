/** A status list as this server keeps it: entries are rows, and the signed list is made from them. */
import { emptyBits, setBit } from '@kolleges/credentials'
import type { Instant } from '../platform/ports.ts'

export type StatusPurpose = 'revocation' | 'suspension' | 'message'

/** Where an award stands in a list. */
export type StatusPlace = { readonly listPublicId: string; readonly index: number }

export type StatusList = {
  readonly id: string
  readonly publicId: string
  readonly purpose: StatusPurpose
  readonly size: number
  readonly allotted: number
  /** Counts the changes of bits. */
  readonly revision: number
  /** The revision that the published text was signed at. */
  readonly publishedRevision: number | null
  readonly published: string | null
  readonly publishedAt: Instant | null
}

/** Where the signed list is served. */
export const listUrl = (origin: string, publicId: string): string => `${origin}/status/${publicId}`

/** The bitstring is always built from nothing, never read, changed and written back: two writers cannot lose a bit. */
export function bitsOf(size: number, setIndexes: readonly number[]): Uint8Array {
  const bits = emptyBits(size)
  for (const index of setIndexes) setBit(bits, index, true)
  return bits
}
