/** Remembers editions, so that the credentials of a batch after its first few cost only what differs in each. */
import { type Edition, openEdition, type Signer, type UnsignedCredential } from '@kolleges/credentials'
import type { Instant } from '../platform/ports.ts'
import { nodePrimitives } from '../platform/primitives.ts'
import { EDITION_OCCASIONS_MAX, EDITIONS_PER_OCCASION_MAX } from './limits.ts'

/** What all credentials of an edition share beside their shape: the key, by its address, at a date. */
export type Occasion = { readonly verificationMethod: string; readonly created: Instant }

export type FoundEdition =
  | { readonly outcome: 'found'; readonly edition: Edition; readonly values: readonly string[] }
  | { readonly outcome: 'unknown' }

/** A memory and nothing more: with it or without it the same texts come out. */
export type Editions = {
  find(occasion: Occasion, unsigned: UnsignedCredential): FoundEdition
  /**
   * Told of a credential that the reference signed. The first of an occasion is only noted, since most occasions have one credential; the
   * next opens an edition, which is kept if it gives the reference's very text.
   */
  learn(occasion: Occasion, unsigned: UnsignedCredential, text: string, signer: Signer): Promise<Learned>
}

export type Learned = 'noted' | 'kept' | 'refused'

type Known = { readonly editions: Edition[]; met: number; opened: number; isOpening: boolean }

export function openEditions(): Editions {
  const occasions = new Map<string, Known>()
  return {
    find(occasion, unsigned) {
      for (const edition of occasions.get(keyOf(occasion))?.editions ?? []) {
        const values = edition.valuesOf(unsigned)
        if (values) return { outcome: 'found', edition, values }
      }
      return { outcome: 'unknown' }
    },
    async learn(occasion, unsigned, text, signer) {
      const known = touch(occasions, keyOf(occasion))
      known.met++
      if (known.met === 1 || known.isOpening || known.opened === EDITIONS_PER_OCCASION_MAX) return 'noted'
      known.opened++
      known.isOpening = true
      try {
        const edition = await openEdition(unsigned, { ...occasion, primitives: nodePrimitives })
        if (edition === null || (await textOf(edition, unsigned, signer)) !== text) return 'refused'
        known.editions.push(edition)
        return 'kept'
      } finally {
        known.isOpening = false
      }
    },
  }
}

const keyOf = ({ verificationMethod, created }: Occasion): string => `${verificationMethod} ${created}`

/** What has not been used longest is forgotten. */
function touch(occasions: Map<string, Known>, key: string): Known {
  const known = occasions.get(key) ?? { editions: [], met: 0, opened: 0, isOpening: false }
  occasions.delete(key)
  occasions.set(key, known)
  if (occasions.size > EDITION_OCCASIONS_MAX) occasions.delete(occasions.keys().next().value!)
  return known
}

async function textOf(edition: Edition, unsigned: UnsignedCredential, signer: Signer): Promise<string | undefined> {
  const copy = edition.copy(edition.valuesOf(unsigned) ?? [])
  return copy?.textWith(await signer.sign(copy.bytesToSign))
}
