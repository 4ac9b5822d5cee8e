// Writes quads as lines of N-Quads with gaps where a value or a blank node's label will stand.

import type { Quad, Term } from 'rdf-canonize'
import { MARK } from './holes.ts'

export interface HoleToken {
  readonly hole: number
}

export interface LabelToken {
  /** The blank node's number in this shape. */
  readonly node: number
}

export type Token = string | HoleToken | LabelToken
export type Line = readonly Token[]

export interface TemplateQuad {
  readonly subject: Line
  readonly predicate: string
  readonly line: Line
  /** The numbers of the blank nodes in it, subject first. */
  readonly nodes: readonly number[]
  /** The IRIs in it that have holes, and those that have none. */
  readonly iris: readonly Line[]
}

/** Null when a quad lies outside what can be compiled: a named graph, or a value in a predicate or datatype. */
export function templateQuads(quads: readonly Quad[]): TemplateQuad[] | null {
  const numbers = new Map<string, number>()
  const seen = new Set<string>()
  const templates: TemplateQuad[] = []
  for (const quad of quads) {
    if (quad.graph.termType !== 'DefaultGraph' || hasMark(quad.predicate.value)) return null
    if (hasMark(quad.object.datatype?.value ?? '')) return null
    const subject = termLine(quad.subject, numbers)
    const object = termLine(quad.object, numbers)
    const line = merged([...subject, ` <${quad.predicate.value}> `, ...object, ' .\n'])
    const key = JSON.stringify(line)
    if (seen.has(key)) continue // a dataset is a set
    seen.add(key)
    const nodes = [...new Set(line.filter(isLabel).map(({ node }) => node))]
    const iris = [quad.subject, quad.object]
      .filter(({ termType }) => termType === 'NamedNode')
      .map(({ value }) => marked(value))
    templates.push({ subject, predicate: quad.predicate.value, line, nodes, iris })
  }
  return templates
}

export const isHole = (token: Token): token is HoleToken => typeof token === 'object' && 'hole' in token
export const isLabel = (token: Token): token is LabelToken => typeof token === 'object' && 'node' in token
export const isStatic = (line: Line): boolean => line.every((token) => typeof token === 'string')
export const hasHole = (line: Line): boolean => line.some(isHole)

/** Neighbouring texts become one. */
export function merged(tokens: readonly Token[]): Line {
  const line: Token[] = []
  for (const token of tokens) {
    const last = line.at(-1)
    if (token === '') continue
    if (typeof token === 'string' && typeof last === 'string') line[line.length - 1] = last + token
    else line.push(token)
  }
  return line
}

const XSD_STRING = 'http://www.w3.org/2001/XMLSchema#string'

function termLine(term: Term, numbers: Map<string, number>): Line {
  if (term.termType === 'BlankNode') {
    const node = numbers.get(term.value) ?? numbers.size
    numbers.set(term.value, node)
    return [{ node }]
  }
  if (term.termType === 'NamedNode') return merged(['<', ...marked(term.value), '>'])
  const { datatype, language } = term
  const suffix = language ? `@${language}` : datatype?.value === XSD_STRING ? '' : `^^<${datatype?.value}>`
  return merged([
    '"',
    ...marked(term.value).map((token) => (typeof token === 'string' ? escapeLiteral(token) : token)),
    `"${suffix}`,
  ])
}

const hasMark = (text: string): boolean => text.search(MARK) >= 0

function marked(text: string): Line {
  return text.split(MARK).map((part, at) => (at % 2 === 0 ? part : { hole: Number(part) }))
}

const ESCAPES: Readonly<Record<string, string>> = {
  '\t': '\\t',
  '\b': '\\b',
  '\n': '\\n',
  '\r': '\\r',
  '\f': '\\f',
  '"': '\\"',
  '\\': '\\\\',
}
// biome-ignore lint/suspicious/noControlCharactersInRegex: canonical N-Quads escapes exactly these (RDFC-1.0 §5)
const ESCAPED = /[\u0000-\u001f\u007f"\\]/g
// biome-ignore lint/suspicious/noControlCharactersInRegex: the same set, without state
const NEEDS_ESCAPE = /[\u0000-\u001f\u007f"\\]/

/** A literal's text in canonical N-Quads. */
export const escapeLiteral = (text: string): string =>
  NEEDS_ESCAPE.test(text)
    ? text.replace(
        ESCAPED,
        (char) => ESCAPES[char] ?? `\\u${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`,
      )
    : text
