// Fills a compiled shape with the values of one credential, giving the bytes that RDFC-1.0 would.

import { utf8 } from '../../encoding/bytes.ts'
import { ByteWriter } from './byte-writer.ts'
import {
  type Block,
  compareBytes,
  compareText,
  type Lines,
  type Piece,
  type Sha256,
  type Shape,
  type Siblings,
  type Step,
  type Stretch,
} from './compile.ts'
import { escapeLiteral, isHole, type Line } from './lines.ts'

// Absolute, of a scheme that no bundled context abbreviates, and without a character that N-Quads would escape.
const SAFE_IRI = /^(?:https?:\/\/[A-Za-z0-9]|urn:uuid:|did:[a-z0-9]+:)[A-Za-z0-9\-._~:/?#@!$&'()*+,;=%[\]]*$/

/** Null whenever the values could make another graph than the probe's: the caller then asks the reference. */
export function render(shape: Shape, values: readonly string[], sha256: Sha256): Uint8Array | null {
  if (!areIrisSafe(shape, values)) return null
  const filling = new Filling(shape, values.map(escapeLiteral))
  if (!filling.label(sha256)) return null
  return filling.write()
}

// Two nodes with one IRI are one node, and the shape would be another.
function areIrisSafe({ staticIris, dynamicIris }: Shape, values: readonly string[]): boolean {
  const used = new Set<string>()
  for (const template of dynamicIris) {
    const [only] = template
    const isWhole = template.length === 1 && only !== undefined && isHole(only)
    const iri = isWhole
      ? values[only.hole]!
      : template.map((token) => (isHole(token) ? values[token.hole]! : token)).join('')
    if (!SAFE_IRI.test(iri) || staticIris.has(iri) || used.has(iri)) return false
    used.add(iri)
  }
  return true
}

const writer = new ByteWriter()
const scratch = new ByteWriter()
const holes = new ByteWriter()

const LABELS: Uint8Array[] = []
const labelBytes = (label: number): Uint8Array => (LABELS[label] ??= utf8(`_:c14n${label}`))

class Filling {
  private readonly shape: Shape
  private readonly values: readonly string[]
  /** The values as bytes: most stand in several lines. */
  private readonly encoded: readonly Uint8Array[]
  /** Label number by blank node number, and the other way round. */
  private readonly labelOf: number[] = []
  private readonly nodeOf: number[] = []
  private isAmbiguous = false

  constructor(shape: Shape, values: readonly string[]) {
    this.shape = shape
    this.values = values
    this.encoded = holes.texts(values)
  }

  /** Merges the few hashes that depend on the values into those that do not. False when two are equal: then only the N-degree algorithm decides. */
  label(sha256: Sha256): boolean {
    const { staticNodes, dynamicNodes } = this.shape
    const dynamic = dynamicNodes
      .map(({ node, step }) => ({ node, hash: this.firstDegreeHash(step, sha256) }))
      .sort((a, b) => compareBytes(a.hash, b.hash))
    let previous: Uint8Array | null = null
    for (let s = 0, d = 0; s + d < this.shape.nodeCount; ) {
      const isStaticNext =
        d >= dynamic.length || (s < staticNodes.length && compareBytes(staticNodes[s]!.hash, dynamic[d]!.hash) < 0)
      const next = isStaticNext ? staticNodes[s++]! : dynamic[d++]!
      if (previous && compareBytes(previous, next.hash) === 0) return false
      previous = next.hash
      this.labelOf[next.node] = this.nodeOf.length
      this.nodeOf.push(next.node)
    }
    return true
  }

  private firstDegreeHash(step: Step, sha256: Sha256): Uint8Array {
    scratch.reset()
    this.writeStep(step, scratch)
    this.isAmbiguous = false // seen from one node, two others may well look alike
    return sha256(scratch.bytes())
  }

  write(): Uint8Array | null {
    writer.reset()
    const { staticBlocks, dynamicBlocks, nodeBlocks, labelOrder } = this.shape
    const dynamic = dynamicBlocks
      .map((block) => ({ block, text: this.textOf(block.key) }))
      .sort((a, b) => compareText(a.text, b.text))
    for (let s = 0, d = 0; s < staticBlocks.length || d < dynamic.length; ) {
      const isStaticNext = d >= dynamic.length || (s < staticBlocks.length && staticBlocks[s]!.text < dynamic[d]!.text)
      this.writeBlock(isStaticNext ? staticBlocks[s++]! : dynamic[d++]!.block)
    }
    for (const label of labelOrder) {
      const block = nodeBlocks[this.nodeOf[label]!]
      if (block) this.writeBlock(block)
    }
    return this.isAmbiguous ? null : writer.bytes()
  }

  private writeBlock({ steps }: Block): void {
    for (const step of steps) this.writeStep(step, writer)
  }

  private writeStep(step: Step, to: ByteWriter): void {
    if (step.kind === 'lines') this.writeSorted(step, to)
    else if (step.kind === 'siblings') this.writeSiblings(step, to)
    else if (step.soleNode === null) this.writePieces(step.pieces, to)
    else to.copy(this.formOf(step, this.labelOf[step.soleNode]!))
  }

  private formOf({ pieces, forms }: Stretch, label: number): Uint8Array {
    const known = forms[label]
    if (known) return known
    scratch.reset()
    this.writePieces(pieces, scratch)
    const written = scratch.bytes().slice()
    forms[label] = written
    return written
  }

  private writePieces(pieces: readonly Piece[], to: ByteWriter): void {
    for (const piece of pieces) {
      if (piece instanceof Uint8Array) to.copy(piece)
      else if ('hole' in piece) to.copy(this.encoded[piece.hole]!)
      else to.copy(labelBytes(this.labelOf[piece.node]!))
    }
  }

  private writeSiblings({ before, nodes, after }: Siblings, to: ByteWriter): void {
    const { labelRank } = this.shape
    const labels = nodes.map((node) => this.labelOf[node]!).sort((a, b) => labelRank[a]! - labelRank[b]!)
    for (const label of labels) {
      this.writePieces(before, to)
      to.copy(labelBytes(label))
      this.writePieces(after, to)
    }
  }

  private writeSorted({ lines }: Lines, to: ByteWriter): void {
    const texts = lines.map((line) => this.textOf(line)).sort()
    for (let at = 0; at < texts.length; at++) {
      if (at > 0 && texts[at] === texts[at - 1]) this.isAmbiguous = true // two statements have become one
      to.text(texts[at]!)
    }
  }

  private textOf(line: Line): string {
    let text = ''
    for (const token of line)
      text +=
        typeof token === 'string'
          ? token
          : isHole(token)
            ? this.values[token.hole]!
            : `_:c14n${this.labelOf[token.node]}`
    return text
  }
}
