// Turns a document in plain JSON-LD into quads directly, leaving everything unusual to the reference.

import type { Quad, Term } from 'rdf-canonize'
import { pointerOf } from '../../check-shape.ts'
import { isObject, type Json, type JsonObject, listOf } from '../../json.ts'
import {
  type ActiveContext,
  EMBEDDED,
  EMPTY,
  SCOPED_BY_PROPERTY,
  SCOPED_BY_TYPE,
  type TermDefinition,
  Unsupported,
  withContext,
} from './active-context.ts'

/**
 * The quads of an untrusted document whose contexts are bundled; null for whatever goes beyond the subset that credentials use, faults included:
 * the reference then decides, and names the fault.
 */
export const plainQuads = (document: JsonObject): Quad[] | null =>
  emitted(document, new QuadEmitter(null))?.quads ?? null

export interface TracedQuads {
  readonly quads: readonly Quad[]
  /** For each quad the JSON Pointers of the values that say it; for a type, of the node. */
  readonly paths: readonly (readonly string[])[]
}

/** As `plainQuads`, telling where in the document each quad stands. */
export function tracedQuads(document: JsonObject): TracedQuads | null {
  const paths: string[][] = []
  const emitter = emitted(document, new QuadEmitter(paths))
  return emitter && { quads: emitter.quads, paths }
}

function emitted(document: JsonObject, emitter: QuadEmitter): QuadEmitter | null {
  try {
    emitter.node(document, EMPTY, undefined, DEFAULT_GRAPH)
    return emitter
  } catch (error) {
    if (error instanceof Unsupported) return null
    throw error
  }
}

const RDF = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#'
const XSD = 'http://www.w3.org/2001/XMLSchema#'

const DEFAULT_GRAPH: Term = { termType: 'DefaultGraph', value: '' }
const named = (value: string): Term => ({ termType: 'NamedNode', value })
const TYPE = named(`${RDF}type`)
const FIRST = named(`${RDF}first`)
const REST = named(`${RDF}rest`)
const NIL = named(`${RDF}nil`)

// Without characters that an IRI may not have; what is stranger is the reference's business.
const ABSOLUTE_IRI = /^[A-Za-z][A-Za-z0-9+.-]*:[^\s<>"{}|\\^`]*$/

class QuadEmitter {
  readonly quads: Quad[] = []
  private readonly seen = new Map<string, number>()
  private readonly paths: string[][] | null
  private path = ''
  private blankCount = 0

  constructor(paths: string[][] | null) {
    this.paths = paths
  }

  /** Emits a node object and gives its term. `property` is the key it stands under. */
  node(element: JsonObject, outer: ActiveContext, property: string | undefined, graph: Term): Term {
    const keys = Object.keys(element)
    if (keys.length === 0) throw new Unsupported()
    const upon = this.contextFor(element, keys, outer, property)
    const typeKey = keys.find((key) => keywordOf(upon, key) === '@type')
    const types = typeKey === undefined ? [] : typesOf(element[typeKey]!)
    let active = upon
    for (const type of [...types].sort()) {
      const scoped = upon.terms.get(type)?.context
      if (scoped !== undefined) active = withContext(active, scoped, SCOPED_BY_TYPE)
    }
    const subject = this.subject(element, keys, active)
    for (const type of types) this.add(subject, TYPE, named(vocabularyIri(type, upon)), graph)
    for (const key of keys)
      if (key !== '@context' && key !== typeKey) this.property(subject, key, element[key]!, active, graph)
    return subject
  }

  private contextFor(
    element: JsonObject,
    keys: readonly string[],
    outer: ActiveContext,
    property: string | undefined,
  ): ActiveContext {
    const scoped = property === undefined ? undefined : outer.terms.get(property)?.context
    const isReference = keys.length === 1 && keywordOf(outer, keys[0]!) === '@id'
    let active = outer.previous && !isReference ? outer.previous : outer
    if (scoped !== undefined) active = withContext(active, scoped, SCOPED_BY_PROPERTY)
    const own = element['@context']
    if (own === undefined) return active
    if (listOf(own).some((context) => typeof context !== 'string')) throw new Unsupported()
    return withContext(active, own, EMBEDDED)
  }

  private subject(element: JsonObject, keys: readonly string[], active: ActiveContext): Term {
    const idKeys = keys.filter((key) => keywordOf(active, key) === '@id')
    if (idKeys.length > 1) throw new Unsupported()
    if (idKeys.length === 0) return this.blank()
    const id = element[idKeys[0]!]
    if (typeof id !== 'string') throw new Unsupported()
    return named(absoluteIri(id, active))
  }

  private property(subject: Term, key: string, value: Json, active: ActiveContext, graph: Term): void {
    const definition = active.terms.get(key)
    if (keywordOf(active, key) === '@id') return
    if (!definition || definition.iri.startsWith('@')) throw new Unsupported()
    const inner =
      definition.context === undefined ? active : withContext(active, definition.context, SCOPED_BY_PROPERTY)
    const own = inner.terms.get(key)! // a vocabulary adds terms and redefines them, and takes none away
    const predicate = named(definition.iri)
    const values = Array.isArray(value) ? value : [value]
    if (values.length === 0) throw new Unsupported()
    if (definition.container === '@list') {
      this.at(key, null, () => this.add(subject, predicate, this.list(values, key, own, inner, graph), graph))
      return
    }
    for (const [index, each] of values.entries())
      this.at(key, Array.isArray(value) ? index : null, () => {
        const object =
          definition.container === '@graph' ? this.graph(each, key, inner) : this.object(each, key, own, inner, graph)
        this.add(subject, predicate, object, graph)
      })
  }

  // Remembers where the emission is, when anybody wants to know.
  private at(key: string, index: number | null, emit: () => void): void {
    if (!this.paths) {
      emit()
      return
    }
    const outer = this.path
    this.path = `${outer}/${pointerOf(key)}${index === null ? '' : `/${index}`}`
    emit()
    this.path = outer
  }

  private object(value: Json, key: string, definition: TermDefinition, active: ActiveContext, graph: Term): Term {
    if (isObject(value)) {
      if (definition.type === '@json') throw new Unsupported()
      return this.node(value, active, key, graph)
    }
    if (value === null || Array.isArray(value)) throw new Unsupported()
    return valueTerm(value, definition, active)
  }

  private list(
    values: readonly Json[],
    key: string,
    definition: TermDefinition,
    active: ActiveContext,
    graph: Term,
  ): Term {
    const cells = values.map(() => this.blank())
    for (const [at, value] of values.entries()) {
      this.add(cells[at]!, FIRST, this.object(value, key, definition, active, graph), graph)
      this.add(cells[at]!, REST, cells[at + 1] ?? NIL, graph)
    }
    return cells[0]!
  }

  // A graph container makes of each value a graph of its own, named by a blank node.
  private graph(value: Json, key: string, active: ActiveContext): Term {
    if (!isObject(value)) throw new Unsupported()
    const name = this.blank()
    this.node(value, active, key, name)
    return name
  }

  private add(subject: Term, predicate: Term, object: Term, graph: Term): void {
    const key = [subject, predicate, object, graph].map(spelled).join(' ')
    const known = this.seen.get(key)
    if (known !== undefined) {
      this.paths?.[known]?.push(this.path) // a dataset is a set
      return
    }
    this.seen.set(key, this.quads.length)
    this.paths?.push([this.path])
    this.quads.push({ subject, predicate, object, graph })
  }

  private blank(): Term {
    return { termType: 'BlankNode', value: `b${this.blankCount++}` }
  }
}

const spelled = ({ termType, value, datatype }: Term): string =>
  `${termType[0]}${JSON.stringify(value)}${datatype?.value ?? ''}`

function keywordOf(active: ActiveContext, key: string): string | null {
  if (key === '@context') return null
  if (key.startsWith('@')) return key === '@id' || key === '@type' ? key : unsupported()
  const iri = active.terms.get(key)?.iri
  return iri === '@id' || iri === '@type' ? iri : null
}

const unsupported = (): never => {
  throw new Unsupported()
}

function typesOf(value: Json): string[] {
  const types = Array.isArray(value) ? value : [value]
  return types.map((type) => (typeof type === 'string' ? type : unsupported()))
}

function vocabularyIri(value: string, active: ActiveContext): string {
  const definition = active.terms.get(value)
  if (definition) return definition.iri.startsWith('@') ? unsupported() : definition.iri
  return absoluteIri(value, active)
}

function absoluteIri(value: string, active: ActiveContext): string {
  const colon = value.indexOf(':')
  const isPlain = colon > 0 && ABSOLUTE_IRI.test(value)
  // A prefix that happens to be a term might be an abbreviation.
  if (!isPlain || (active.terms.has(value.slice(0, colon)) && !value.startsWith('//', colon + 1)))
    throw new Unsupported()
  return value
}

function valueTerm(value: string | number | boolean, { type }: TermDefinition, active: ActiveContext): Term {
  if (typeof value === 'string' && type === '@id') return named(absoluteIri(value, active))
  if (typeof value === 'string' && type === '@vocab') return named(vocabularyIri(value, active))
  if (type === '@json' || type === '@id' || type === '@vocab') throw new Unsupported()
  // No bundled vocabulary calls anything a double; there texts and whole numbers would be written otherwise.
  if (typeof value === 'string') return literal(value, type ?? `${XSD}string`)
  if (typeof value === 'boolean') return literal(String(value), type ?? `${XSD}boolean`)
  if (Number.isInteger(value) && Math.abs(value) < 1e21) return literal(value.toFixed(0), type ?? `${XSD}integer`)
  return literal(value.toExponential(15).replace(/(\d)0*e\+?/, '$1E'), type ?? `${XSD}double`)
}

const literal = (value: string, datatype: string): Term => ({ termType: 'Literal', value, datatype: named(datatype) })
