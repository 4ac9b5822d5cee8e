// Remembers compiled shapes, and says of each document whether one of them fits.

import { equalBytes, utf8 } from '../../encoding/bytes.ts'
import { isObject, type JsonObject } from '../../json.ts'
import { SHAPE_CHARS_MAX, SHAPES_MAX } from '../../limits.ts'
import { canonicalizeQuads, quadsOf } from '../canonicalize.ts'
import { compile, type Sha256, type Shape } from './compile.ts'
import { type HoleCheck, holeChecks } from './hole-checks.ts'
import { probeOf, split } from './holes.ts'
import { fit, type Mould, mouldOf } from './mould.ts'
import { render } from './render.ts'

export interface ShapeCounts {
  /** Documents hashed by a compiled shape. */
  readonly compiled: number
  /** Documents of a shape met for the first time, or too rare to be worth compiling. */
  readonly reference: number
  /** Documents of a compiled shape that the shape refused, and of shapes that cannot be compiled. */
  readonly fallbacks: number
}

type Entry = { state: 'met' } | { state: 'compiling' } | Compiled | { state: 'refused' }

interface Compiled {
  readonly state: 'compiled'
  readonly shape: Shape
  readonly mould: Mould
  readonly clue: string
  /** What must hold of each value, once a document of this shape was found without fault. */
  checks: readonly HoleCheck[] | null
}

interface Recognised<E = Entry | undefined> {
  readonly key: string
  readonly values: readonly string[]
  readonly entry: E
}

/** A memory and nothing more: with it or without it the same bytes come out. */
export class Shapes {
  private readonly entries = new Map<string, Entry>()
  /** By clue, the keys of what is compiled. */
  private readonly moulds = new Map<string, Set<string>>()
  private readonly tally = { compiled: 0, reference: 0, fallbacks: 0 }
  /** Who reads a document and then hashes it walks through it once. */
  private last: { readonly document: JsonObject; readonly found: Recognised<Compiled> | null } | null = null

  get counts(): ShapeCounts {
    return { ...this.tally }
  }

  /**
   * Whether an untrusted document differs in its holes alone from one that was noted as faultless, with what belongs in them. What comes of it is kept for hashing
   * the very same object: hand in a copy that nobody else changes.
   */
  isFaultless(document: JsonObject): boolean {
    const found = this.recogniseByMould(document)
    return found?.entry.checks?.every((check, hole) => check(found.values[hole]!)) ?? false
  }

  /** Expects a document in which no fault was found. */
  noteFaultless(document: JsonObject): void {
    const found = this.recogniseByMould(document)
    if (found) found.entry.checks = holeChecks(document)
  }

  /** SHA-256 of the canonical form of an untrusted document. Throws as `canonicalize` does. */
  async hash(document: JsonObject, sha256: Sha256): Promise<Uint8Array> {
    return this.hashCompiled(document, sha256) ?? this.hashByReference(document, sha256)
  }

  private hashCompiled(document: JsonObject, sha256: Sha256): Uint8Array | null {
    const found = this.recogniseByMould(document)
    this.last = null
    if (!found) return null
    this.touch(found.key, found.entry)
    const bytes = render(found.entry.shape, found.values, sha256)
    if (!bytes) return null
    this.tally.compiled++
    return sha256(bytes)
  }

  private async hashByReference(document: JsonObject, sha256: Sha256): Promise<Uint8Array> {
    const found = this.recogniseByKey(document)
    const state = found?.entry?.state
    if (state === 'compiled' || state === 'refused') this.tally.fallbacks++
    else this.tally.reference++
    const canonical = utf8(await canonicalizeQuads(await quadsOf(document)))
    if (found) await this.remember(found, document, canonical, sha256)
    return sha256(canonical)
  }

  // The first meeting is only noted: most foreign shapes are met once. The second is compiled, and kept if it gives the reference's very bytes.
  private async remember(
    { key, values }: Recognised,
    document: JsonObject,
    canonical: Uint8Array,
    sha256: Sha256,
  ): Promise<void> {
    const entry = this.entries.get(key)
    if (!entry) return this.touch(key, { state: 'met' })
    if (entry.state !== 'met') return
    this.touch(key, { state: 'compiling' })
    const mould = mouldOf(document)
    const shape = mould && compile(await quadsOf(probeOf(document)), sha256)
    const rendered = shape && render(shape, values, sha256)
    if (!mould || !shape || !rendered || !equalBytes(rendered, canonical)) return this.touch(key, { state: 'refused' })
    this.touch(key, { state: 'compiled', shape, mould, clue: clueOf(document), checks: null })
  }

  private recogniseByMould(document: JsonObject): Recognised<Compiled> | null {
    if (this.last?.document !== document) this.last = { document, found: this.fitting(document) }
    return this.last.found
  }

  private fitting(document: JsonObject): Recognised<Compiled> | null {
    for (const key of this.moulds.get(clueOf(document)) ?? []) {
      const entry = this.entries.get(key) as Compiled
      const values = fit(entry.mould, document)
      if (values) return { key, values, entry }
    }
    return null
  }

  private recogniseByKey(document: JsonObject): Recognised | null {
    const parts = split(document)
    return parts && parts.key.length <= SHAPE_CHARS_MAX ? { ...parts, entry: this.entries.get(parts.key) } : null
  }

  private touch(key: string, entry: Entry): void {
    this.entries.delete(key)
    this.entries.set(key, entry)
    if (entry.state === 'compiled') this.moulds.set(entry.clue, (this.moulds.get(entry.clue) ?? new Set()).add(key))
    if (this.entries.size > SHAPES_MAX) this.forget(this.entries.keys().next().value!)
  }

  private forget(key: string): void {
    const entry = this.entries.get(key)
    this.entries.delete(key)
    if (entry?.state !== 'compiled') return
    const keys = this.moulds.get(entry.clue)!
    keys.delete(key)
    if (keys.size === 0) this.moulds.delete(entry.clue)
  }
}

// Shapes of one achievement are few. What has none shares its clue with its like.
function clueOf({ credentialSubject: subject, type }: JsonObject): string {
  const achievement = isObject(subject) ? subject.achievement : undefined
  const id = isObject(achievement) ? achievement.id : undefined
  return typeof id === 'string' ? id : typeof type === 'string' ? type : ''
}

/** Shared by everything in one thread. */
export const sharedShapes = new Shapes()
