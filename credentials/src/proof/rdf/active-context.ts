// Reads bundled JSON-LD contexts into term definitions, each context once for each context it stands upon.

import { CONTEXTS } from '../../context.ts'
import { isObject, type Json, type JsonObject } from '../../json.ts'

/** Thrown where this small reader ends and the reference must take over; never seen outside. */
export class Unsupported extends Error {}

export interface TermDefinition {
  /** An absolute IRI, or `@id` or `@type` for an alias. */
  readonly iri: string
  /** `@id`, `@vocab`, `@json` or a datatype. */
  readonly type: string | null
  readonly container: '@set' | '@list' | '@graph' | null
  readonly context: Json | undefined
  readonly isPrefix: boolean
  readonly isProtected: boolean
}

export interface ActiveContext {
  readonly terms: ReadonlyMap<string, TermDefinition>
  /** What a node inside goes back to, when this context came from a type (JSON-LD 1.1 §4.1.8, "propagate"). */
  readonly previous: ActiveContext | null
}

export const EMPTY: ActiveContext = { terms: new Map(), previous: null }

interface Manner {
  readonly overrideProtected: boolean
  readonly propagate: boolean
}

/** The contexts of a document or of a node inside it. */
export const EMBEDDED: Manner = { overrideProtected: false, propagate: true }
export const SCOPED_BY_PROPERTY: Manner = { overrideProtected: true, propagate: true }
export const SCOPED_BY_TYPE: Manner = { overrideProtected: false, propagate: false }

// Contexts are few and never change, so what one makes of another is worked out once.
const memory = new WeakMap<ActiveContext, Map<Json, Map<Manner, ActiveContext>>>()

export function withContext(active: ActiveContext, context: Json, manner: Manner): ActiveContext {
  if (Array.isArray(context))
    return context.reduce<ActiveContext>((upon, each) => withContext(upon, each, manner), active)
  const document = typeof context === 'string' ? documentOf(context) : context
  if (!isObject(document)) throw new Unsupported()
  const upon = memory.get(active) ?? new Map<Json, Map<Manner, ActiveContext>>()
  memory.set(active, upon)
  const known = upon.get(document) ?? new Map<Manner, ActiveContext>()
  upon.set(document, known)
  const made = known.get(manner) ?? defined(active, document, manner)
  known.set(manner, made)
  return made
}

function documentOf(url: string): Json {
  const bundled = CONTEXTS.get(url)?.document as JsonObject | undefined
  return bundled?.['@context'] ?? null
}

const ALLOWED = new Set(['@id', '@type', '@container', '@context', '@protected'])

function defined(active: ActiveContext, document: JsonObject, { overrideProtected, propagate }: Manner): ActiveContext {
  const reader = new ContextReader(active, document, overrideProtected)
  return { terms: reader.read(), previous: propagate ? active.previous : (active.previous ?? active) }
}

class ContextReader {
  private readonly active: ActiveContext
  private readonly local: JsonObject
  private readonly overrideProtected: boolean
  private readonly terms: Map<string, TermDefinition>
  private readonly states = new Map<string, 'begun' | 'done'>()

  constructor(active: ActiveContext, local: JsonObject, overrideProtected: boolean) {
    this.active = active
    this.local = local
    this.overrideProtected = overrideProtected
    this.terms = new Map(active.terms)
  }

  read(): ReadonlyMap<string, TermDefinition> {
    for (const key of Object.keys(this.local)) {
      if (key === '@protected' || key === '@version') continue
      if (key.startsWith('@')) throw new Unsupported()
      this.define(key)
    }
    return this.terms
  }

  private define(term: string): void {
    const state = this.states.get(term)
    if (state === 'done') return
    if (state === 'begun' || term.includes(':')) throw new Unsupported()
    this.states.set(term, 'begun')
    this.terms.delete(term)
    const definition = this.definitionOf(term, this.local[term] ?? null)
    const before = this.active.terms.get(term)
    if (before?.isProtected && !this.overrideProtected && !isSame(before, definition)) throw new Unsupported()
    this.terms.set(
      term,
      before?.isProtected && !this.overrideProtected ? { ...definition, isProtected: true } : definition,
    )
    this.states.set(term, 'done')
  }

  private definitionOf(term: string, value: Json): TermDefinition {
    const isSimple = typeof value === 'string'
    const parts: JsonObject = isSimple ? { '@id': value } : isObject(value) ? value : {}
    if (Object.keys(parts).some((key) => !ALLOWED.has(key)) || typeof parts['@id'] !== 'string') throw new Unsupported()
    const iri = this.expand(parts['@id'], term)
    const type = parts['@type'] ?? null
    return {
      iri,
      type: typeof type === 'string' ? (type.startsWith('@') ? type : this.expand(type, term)) : null,
      container: containerOf(parts['@container']),
      context: parts['@context'],
      isPrefix: isSimple && /[:/?#[\]@]$/.test(iri),
      isProtected: (parts['@protected'] ?? this.local['@protected']) === true,
    }
  }

  private expand(value: string, within: string): string {
    if (value === '@id' || value === '@type') return value
    if (value.startsWith('@') || value === within) throw new Unsupported()
    if (Object.hasOwn(this.local, value)) this.define(value)
    const term = this.terms.get(value)
    if (term) return term.iri
    const colon = value.indexOf(':')
    if (colon <= 0) throw new Unsupported()
    const prefix = value.slice(0, colon)
    const suffix = value.slice(colon + 1)
    if (prefix === '_') throw new Unsupported()
    if (suffix.startsWith('//')) return value
    if (Object.hasOwn(this.local, prefix)) this.define(prefix)
    const base = this.terms.get(prefix)
    return base?.isPrefix ? base.iri + suffix : value
  }
}

function containerOf(value: Json | undefined): TermDefinition['container'] {
  if (value === undefined) return null
  if (value === '@set' || value === '@list' || value === '@graph') return value
  throw new Unsupported()
}

const isSame = (a: TermDefinition, b: TermDefinition): boolean =>
  a.iri === b.iri &&
  a.type === b.type &&
  a.container === b.container &&
  a.isPrefix === b.isPrefix &&
  JSON.stringify(a.context) === JSON.stringify(b.context)
