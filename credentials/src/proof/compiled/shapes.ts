// Remembers compiled shapes, and says of each document whether one of them fits.

import { equalBytes, utf8 } from '../../encoding/bytes.ts'
import type { JsonObject } from '../../json.ts'
import { SHAPE_CHARS_MAX, SHAPES_MAX } from '../../limits.ts'
import { canonicalizeQuads, quadsOf } from '../canonicalize.ts'
import { compile, type Sha256, type Shape } from './compile.ts'
import { probeOf, split } from './holes.ts'
import { render } from './render.ts'

export interface ShapeCounts {
  /** Documents hashed by a compiled shape. */
  readonly compiled: number
  /** Documents of a shape met for the first time, or too rare to be worth compiling. */
  readonly reference: number
  /** Documents of a compiled shape that the shape refused, and of shapes that cannot be compiled. */
  readonly fallbacks: number
}

type Entry = { state: 'met' } | { state: 'compiling' } | { state: 'compiled'; shape: Shape } | { state: 'refused' }

/** A memory and nothing more: with it or without it the same bytes come out. */
export class Shapes {
  private readonly entries = new Map<string, Entry>()
  private readonly tally = { compiled: 0, reference: 0, fallbacks: 0 }

  get counts(): ShapeCounts {
    return { ...this.tally }
  }

  /** SHA-256 of the canonical form of an untrusted document. Throws as `canonicalize` does. */
  async hash(document: JsonObject, sha256: Sha256): Promise<Uint8Array> {
    const parts = split(document)
    const found = parts && parts.key.length <= SHAPE_CHARS_MAX ? parts : null
    const entry = found && this.entries.get(found.key)
    if (found && entry?.state === 'compiled') {
      this.touch(found.key, entry)
      const bytes = render(entry.shape, found.values, sha256)
      if (bytes) {
        this.tally.compiled++
        return sha256(bytes)
      }
    }
    if (entry?.state === 'compiled' || entry?.state === 'refused') this.tally.fallbacks++
    else this.tally.reference++
    const canonical = utf8(await canonicalizeQuads(await quadsOf(document)))
    if (found) await this.remember(found.key, found.values, document, canonical, sha256)
    return sha256(canonical)
  }

  // The first meeting is only noted: most foreign shapes are met once. The second is compiled, and kept if it gives the reference's very bytes.
  private async remember(
    key: string,
    values: readonly string[],
    document: JsonObject,
    canonical: Uint8Array,
    sha256: Sha256,
  ): Promise<void> {
    const entry = this.entries.get(key)
    if (!entry) return this.touch(key, { state: 'met' })
    if (entry.state !== 'met') return
    this.touch(key, { state: 'compiling' })
    const shape = compile(await quadsOf(probeOf(document)), sha256)
    const rendered = shape && render(shape, values, sha256)
    this.touch(
      key,
      shape && rendered && equalBytes(rendered, canonical) ? { state: 'compiled', shape } : { state: 'refused' },
    )
  }

  private touch(key: string, entry: Entry): void {
    this.entries.delete(key)
    this.entries.set(key, entry)
    if (this.entries.size > SHAPES_MAX) this.entries.delete(this.entries.keys().next().value!)
  }
}

/** Shared by everything in one thread. */
export const sharedShapes = new Shapes()
