// Issues many credentials that differ only in their holes, each at the price of filling, hashing and signing.

import type { UnsignedCredential } from '../../credential.ts'
import { encodeBase58 } from '../../encoding/base58.ts'
import { concat } from '../../encoding/bytes.ts'
import type { JsonObject } from '../../json.ts'
import { quadsOf } from '../canonicalize.ts'
import { type ProofOptions, prepare } from '../prepare.ts'
import { webPrimitives } from '../primitives.ts'
import { compile, type Sha256, type Shape } from './compile.ts'
import { holeChecks } from './hole-checks.ts'
import { holePointers, MARK, probeOf, split } from './holes.ts'
import { fit, type Mould, mouldOf } from './mould.ts'
import { pack, unpack } from './pack.ts'
import { render } from './render.ts'

/** One credential of an edition, linted and hashed: only the signature is missing. */
export interface EditionCopy {
  readonly bytesToSign: Uint8Array
  /** The very text that `credentialText` gives for the same credential and signature. */
  textWith(signature: Uint8Array): string
}

/**
 * Null when the edition cannot be compiled or the primitives only promise their answers: then `prepare` is the way. Lints the sample as `prepare`
 * does, and throws as it does.
 */
export async function openEdition(sample: UnsignedCredential, options: ProofOptions): Promise<Edition | null> {
  const prepared = await prepare(sample, options)
  const { sha256 } = options.primitives ?? webPrimitives
  const found = split(sample)
  const mould = mouldOf(sample)
  if (!found || !mould || !(sha256(prepared.documentHash) instanceof Uint8Array)) return null
  const shape = compile(await quadsOf(probeOf(sample)), sha256 as Sha256)
  if (!shape) return null
  const optionsHash = prepared.bytesToSign.slice(0, 32)
  const edition = new Edition({
    sample,
    values: found.values,
    key: found.key,
    mould,
    shape,
    optionsHash,
    proof: prepared.proof,
    sha256: sha256 as Sha256,
  })
  // Kept only if it gives the reference's very bytes.
  const again = edition.copy(found.values)
  return again?.bytesToSign.every((byte, at) => byte === prepared.bytesToSign[at]) ? edition : null
}

interface EditionParts {
  readonly sample: UnsignedCredential
  readonly values: readonly string[]
  readonly key: string
  readonly mould: Mould
  readonly shape: Shape
  readonly optionsHash: Uint8Array
  readonly proof: JsonObject
  readonly sha256: Sha256
}

/** What `openEdition` opens: takes the values of each further credential, gives its bytes to sign and its text, and packs it small. */
export class Edition {
  /** JSON Pointers of the holes, in the order in which their values are given. */
  readonly holes: readonly string[]
  /** SHA-256 input that names the edition: everything that its credentials share. */
  readonly key: string
  private readonly parts: EditionParts
  private readonly checks: readonly ((value: string) => boolean)[]
  /** By hole: most credentials of an edition share their dates. */
  private readonly lastGood: string[] = []
  private readonly segments: readonly string[]
  private readonly order: readonly number[]
  private readonly proofText: string

  constructor(parts: EditionParts) {
    this.parts = parts
    this.key = parts.key
    this.holes = holePointers(parts.sample)
    this.checks = holeChecks(parts.sample)
    // Without the last bracket: the proof goes before it.
    const pieces = JSON.stringify(probeOf(parts.sample))
      .slice(0, -1)
      .split(new RegExp(`"${MARK.source}"`))
    this.segments = pieces.filter((_, at) => at % 2 === 0)
    this.order = pieces.filter((_, at) => at % 2 === 1).map(Number)
    this.proofText = `,"proof":[${JSON.stringify(parts.proof).slice(0, -1)},"proofValue":"z`
  }

  /** The values of another unsigned credential; null when it is not of this edition. */
  valuesOf(unsigned: UnsignedCredential): readonly string[] | null {
    return fit(this.parts.mould, unsigned)
  }

  /** Trusted values in NFC. Null for values that make another graph or a malformed credential: compose and `prepare` that one. */
  copy(values: readonly string[]): EditionCopy | null {
    if (values.length !== this.checks.length || !values.every((value, at) => this.isGood(value, at))) return null
    const { shape, sha256, optionsHash } = this.parts
    const canonical = render(shape, values, sha256)
    if (!canonical) return null
    const bytesToSign = concat(optionsHash, sha256(canonical))
    return { bytesToSign, textWith: (signature) => this.text(values, signature) }
  }

  private isGood(value: string, at: number): boolean {
    if (this.lastGood[at] === value) return true
    if (!this.checks[at]!(value)) return false
    this.lastGood[at] = value
    return true
  }

  /**
   * As few bytes as say how this credential differs from the sample; with the edition they give back its text to the byte. Which values there are follows
   * this version's table of holes: good for a journey between processes, not for keeping.
   */
  pack(values: readonly string[], signature: Uint8Array): Uint8Array {
    return pack(this.parts.values, values, signature)
  }

  /** Null for bytes that no credential of this edition was packed into. */
  unpack(packed: Uint8Array): string | null {
    const found = unpack(this.parts.values, packed)
    return found && this.text(found.values, found.signature)
  }

  private text(values: readonly string[], signature: Uint8Array): string {
    let text = this.segments[0]!
    for (let at = 0; at < this.order.length; at++)
      text += JSON.stringify(values[this.order[at]!]) + this.segments[at + 1]!
    return `${text}${this.proofText}${encodeBase58(signature)}"}]}`
  }
}
