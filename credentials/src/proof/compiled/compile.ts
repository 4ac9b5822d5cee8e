// Compiles the quads of a probe into a shape: what never changes is hashed, sorted and encoded once.

import type { Quad } from 'rdf-canonize'
import { utf8 } from '../../encoding/bytes.ts'
import {
  hasHole,
  isHole,
  isLabel,
  isStatic,
  type Line,
  merged,
  type TemplateQuad,
  type Token,
  templateQuads,
} from './lines.ts'

export type Sha256 = (bytes: Uint8Array) => Uint8Array

/** Text already encoded, or a gap. */
export type Piece = Uint8Array | Exclude<Token, string>

export type Step = Stretch | Siblings | Lines

/** Output whose order never changes. */
export interface Stretch {
  readonly kind: 'stretch'
  readonly pieces: readonly Piece[]
  /** Set when the label of one blank node is all that changes: then there are as many forms as labels, and each is written out once. */
  readonly soleNode: number | null
  /** By label; filled in as they are met. */
  readonly forms: Uint8Array[]
}

/** Lines that differ in one label alone, as the entries of a list do: their order is the order of the labels. */
export interface Siblings {
  readonly kind: 'siblings'
  readonly before: readonly Piece[]
  readonly nodes: readonly number[]
  readonly after: readonly Piece[]
}

/** Lines whose order depends on what fills them. */
export interface Lines {
  readonly kind: 'lines'
  readonly lines: readonly Line[]
}

export interface Block {
  /** `<iri>`, perhaps with holes; for a blank node its label. */
  readonly key: Line
  readonly steps: readonly Step[]
}

export interface StaticNode {
  readonly node: number
  readonly hash: Uint8Array
}

export interface DynamicNode {
  readonly node: number
  /** Its quads as the first-degree hash sees them: itself `_:a`, every other blank node `_:z` (RDFC-1.0 §4.6). */
  readonly step: Step
}

export interface Shape {
  readonly nodeCount: number
  /** Sorted by hash. */
  readonly staticNodes: readonly StaticNode[]
  readonly dynamicNodes: readonly DynamicNode[]
  /** Sorted by key. */
  readonly staticBlocks: readonly (Block & { readonly text: string })[]
  readonly dynamicBlocks: readonly Block[]
  /** By blank node number; null for one that is never a subject. */
  readonly nodeBlocks: readonly (Block | null)[]
  /** Label numbers in the order in which their lines sort: `_:c14n10` stands before `_:c14n2`. */
  readonly labelOrder: readonly number[]
  /** The place of each label in that order. */
  readonly labelRank: readonly number[]
  readonly staticIris: ReadonlySet<string>
  readonly dynamicIris: readonly Line[]
}

/** Null for what must be left to the reference: named graphs, and blank nodes that only the N-degree algorithm tells apart. */
export function compile(quads: readonly Quad[], sha256: Sha256): Shape | null {
  const templates = templateQuads(quads)
  if (!templates) return null
  const nodeCount = 1 + Math.max(-1, ...templates.flatMap(({ nodes }) => nodes))
  const nodes = Array.from({ length: nodeCount }, (_, node) => ({ node, lines: firstDegreeLines(node, templates) }))
  const staticNodes = nodes
    .filter(({ lines }) => !lines.some(hasHole))
    .map(({ node, lines }) => ({ node, hash: sha256(utf8(lines.map(String).sort().join(''))) }))
    .sort((a, b) => compareBytes(a.hash, b.hash))
  if (staticNodes.some(({ hash }, at) => at > 0 && compareBytes(staticNodes[at - 1]!.hash, hash) === 0)) return null
  const blocks = blocksOf(templates)
  const named = blocks.filter(({ key }) => !key.some(isLabel))
  const iris = templates.flatMap((template) => template.iris)
  const labelOrder = nodes.map(({ node }) => node).sort((a, b) => compareText(`${a} `, `${b} `))
  return {
    nodeCount,
    staticNodes,
    dynamicNodes: nodes
      .filter(({ lines }) => lines.some(hasHole))
      .map(({ node, lines }) => ({ node, step: firstDegreeStep(lines) })),
    staticBlocks: named
      .filter(({ key }) => isStatic(key))
      .map((block) => ({ ...block, text: block.key.join('') }))
      .sort((a, b) => compareText(a.text, b.text)),
    dynamicBlocks: named.filter(({ key }) => !isStatic(key)),
    nodeBlocks: nodes.map(
      ({ node }) => blocks.find(({ key }) => key.some((token) => isLabel(token) && token.node === node)) ?? null,
    ),
    labelOrder,
    labelRank: nodes.map(({ node }) => labelOrder.indexOf(node)),
    staticIris: new Set(iris.filter(isStatic).map((iri) => iri.join(''))),
    dynamicIris: [...new Map(iris.filter((iri) => !isStatic(iri)).map((iri) => [JSON.stringify(iri), iri])).values()],
  }
}

export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

export function compareBytes(a: Uint8Array, b: Uint8Array): number {
  for (let at = 0; at < a.length; at++) if (a[at] !== b[at]) return a[at]! - b[at]!
  return 0
}

const firstDegreeLines = (node: number, templates: readonly TemplateQuad[]): Line[] =>
  templates
    .filter(({ nodes }) => nodes.includes(node))
    .map(({ line }) => merged(line.map((token) => (isLabel(token) ? (token.node === node ? '_:a' : '_:z') : token))))

// When no line with a gap begins, up to its gap, as another does, the values cannot alter the order.
function firstDegreeStep(lines: readonly Line[]): Step {
  const beginnings = lines.map(([first]) => first as string) // `<`, `_:a` or `_:z`
  const sorted = lines
    .map((line, at) => ({ line, beginning: beginnings[at]! }))
    .sort((a, b) => compareText(a.beginning, b.beginning))
  const isSettled = sorted.every(({ beginning }, at) => {
    const before = sorted[at - 1]
    return !before || isStatic(before.line) || !beginning.startsWith(before.beginning)
  })
  return isSettled ? stretchStep(sorted.flatMap(({ line }) => line)) : lineStep(lines)
}

function blocksOf(templates: readonly TemplateQuad[]): Block[] {
  const bySubject = grouped(templates, ({ subject }) => JSON.stringify(subject))
  return bySubject.map((ofSubject) => {
    const byPredicate = grouped(ofSubject, ({ predicate }) => `<${predicate}>`, true)
    return { key: ofSubject[0]!.subject, steps: stepsOf(byPredicate.map((run) => run.map(({ line }) => line))) }
  })
}

function grouped<T>(values: readonly T[], keyOf: (value: T) => string, isSorted = false): T[][] {
  const groups = Map.groupBy(values, keyOf)
  const keys = [...groups.keys()]
  return (isSorted ? keys.sort(compareText) : keys).map((key) => groups.get(key)!)
}

// The lines of one predicate are ordered among themselves by their objects; that order is fixed when there is one line, or nothing to fill in.
function stepsOf(runs: readonly (readonly Line[])[]): Step[] {
  const steps: Step[] = []
  let stretch: Token[] = []
  const flush = (): void => {
    if (stretch.length > 0) steps.push(stretchStep(stretch))
    stretch = []
  }
  for (const run of runs) {
    const settled = settledOrder(run)
    if (settled) stretch.push(...settled.flat())
    else {
      flush()
      steps.push(siblingsStep(run) ?? lineStep(run))
    }
  }
  flush()
  return steps
}

// What all lines begin with, a hole or a label included, has no part in their order.
function settledOrder(run: readonly Line[]): readonly Line[] | null {
  if (run.length === 1) return run
  const start = firstDifference(run)
  const rests = run.map((line) => ({ line, rest: line.slice(start) }))
  if (!rests.every(({ rest }) => isStatic(rest))) return null
  return rests.sort((a, b) => compareText(a.rest.join(''), b.rest.join(''))).map(({ line }) => line)
}

function siblingsStep(run: readonly Line[]): Siblings | null {
  const at = firstDifference(run)
  const nodes = run.flatMap((line) => line.slice(at, at + 1)).filter(isLabel)
  const [after, ...others] = run.map((line) => line.slice(at + 1))
  const isSame =
    nodes.length === run.length && others.every((other) => firstDifference([after!, other]) === after!.length)
  const next = after?.[0]
  if (!isSame || typeof next !== 'string' || !next.startsWith(' ')) return null
  return {
    kind: 'siblings',
    before: piecesOf(run[0]!.slice(0, at)),
    nodes: nodes.map(({ node }) => node),
    after: piecesOf(after!),
  }
}

// Neighbouring texts of a line are one token, so lines that are not the same differ in a token before either ends.
function firstDifference([first, ...others]: readonly Line[]): number {
  const isShared = (token: Token, at: number): boolean =>
    others.every((other) => JSON.stringify(other[at]) === JSON.stringify(token))
  const at = first!.findIndex((token, place) => !isShared(token, place))
  return at < 0 ? first!.length : at
}

const FORMS_NODES_MAX = 64 // a stranger's shape of a thousand nodes is not worth the memory

function stretchStep(tokens: readonly Token[]): Stretch {
  const pieces = piecesOf(tokens)
  const nodes = new Set(tokens.filter(isLabel).map(({ node }) => node))
  const [node = null] = nodes
  const isSole = nodes.size === 1 && pieces.length > 1 && !tokens.some(isHole)
  return {
    kind: 'stretch',
    pieces,
    soleNode: isSole && node !== null && node < FORMS_NODES_MAX ? node : null,
    forms: [],
  }
}

const piecesOf = (tokens: readonly Token[]): Piece[] =>
  merged(tokens).map((token): Piece => (typeof token === 'string' ? utf8(token) : token))

const lineStep = (lines: readonly Line[]): Lines => ({ kind: 'lines', lines })
