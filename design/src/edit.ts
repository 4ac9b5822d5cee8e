/** Changes a document: every edit gives the new document together with the edit that undoes it. */
import { type DesignDocument, type Element, elementsOf, type GroupElement } from './document.ts'

export type Edit =
  /** Takes fields of an element to new values; a field set to null is removed. */
  | { readonly kind: 'set'; readonly id: string; readonly fields: Readonly<Record<string, unknown>> }
  /** Takes the document's own fields: brand, title, ground, language, page. */
  | { readonly kind: 'restyle'; readonly fields: Partial<Omit<DesignDocument, 'version' | 'elements'>> }
  | { readonly kind: 'add'; readonly parent: string | null; readonly at: number; readonly element: Element }
  | { readonly kind: 'remove'; readonly id: string }
  /** To another place in the order of its siblings: 0 lies lowest. */
  | { readonly kind: 'reorder'; readonly id: string; readonly to: number }
  | { readonly kind: 'move'; readonly ids: readonly string[]; readonly dx: number; readonly dy: number }
  /** Siblings become one; they keep their place on the page. */
  | { readonly kind: 'group'; readonly ids: readonly string[]; readonly group: string }
  | { readonly kind: 'ungroup'; readonly id: string }
  /** Puts the whole order of one parent: what undoes a grouping. */
  | { readonly kind: 'arrange'; readonly parent: string | null; readonly elements: readonly Element[] }
  | { readonly kind: 'all'; readonly edits: readonly Edit[] }

export type Edited =
  | { readonly outcome: 'edited'; readonly document: DesignDocument; readonly inverse: Edit }
  | { readonly outcome: 'refused'; readonly reason: EditRefusal }

export type EditRefusal = 'element-not-found' | 'element-locked' | 'id-taken' | 'not-a-group' | 'not-siblings'

/** The document must have been parsed; fields that are set are checked when the document is parsed again. */
export function edit(document: DesignDocument, change: Edit): Edited {
  switch (change.kind) {
    case 'set':
      return set(document, change.id, change.fields)
    case 'restyle':
      return restyle(document, change.fields)
    case 'add':
      return add(document, change)
    case 'remove':
      return remove(document, change.id)
    case 'reorder':
      return reorder(document, change.id, change.to)
    case 'move':
      return move(document, change)
    case 'group':
      return group(document, change.ids, change.group)
    case 'ungroup':
      return ungroup(document, change.id)
    case 'arrange':
      return arrange(document, change.parent, change.elements)
    case 'all':
      return all(document, change.edits)
  }
}

type Home = {
  readonly parent: string | null
  readonly siblings: readonly Element[]
  readonly at: number
  readonly element: Element
}

const refuse = (reason: EditRefusal): Edited => ({ outcome: 'refused', reason })

const done = (document: DesignDocument, inverse: Edit): Edited => ({ outcome: 'edited', document, inverse })

/** Where an element lives. */
function homeOf(document: DesignDocument, id: string): Home | null {
  const look = (parent: string | null, siblings: readonly Element[]): Home | null => {
    for (const [at, element] of siblings.entries()) {
      if (element.id === id) return { parent, siblings, at, element }
      const inside = element.kind === 'group' ? look(element.id, element.elements) : null
      if (inside) return inside
    }
    return null
  }
  return look(null, document.elements)
}

/** The document with other children in one parent. */
function withChildren(document: DesignDocument, parent: string | null, children: readonly Element[]): DesignDocument {
  const visit = (elements: readonly Element[]): readonly Element[] =>
    elements.map((element) => {
      if (element.kind !== 'group') return element
      return { ...element, elements: element.id === parent ? children : visit(element.elements) }
    })
  return { ...document, elements: parent === null ? children : visit(document.elements) }
}

/** Locking guards against the hand that slips: only unlocking is taken. */
function set(document: DesignDocument, id: string, fields: Readonly<Record<string, unknown>>): Edited {
  const home = homeOf(document, id)
  if (!home) return refuse('element-not-found')
  if (home.element.locked && !('locked' in fields)) return refuse('element-locked')
  const renamed = fields.id
  if (typeof renamed === 'string' && renamed !== id && homeOf(document, renamed)) return refuse('id-taken')
  const before = home.element as unknown as Record<string, unknown>
  const inverse = Object.fromEntries(Object.keys(fields).map((name) => [name, before[name] ?? null]))
  const after = { ...before, ...fields }
  for (const [name, value] of Object.entries(fields)) if (value === null) delete after[name]
  const siblings = home.siblings.with(home.at, after as unknown as Element)
  const inverseId = typeof renamed === 'string' ? renamed : id
  return done(withChildren(document, home.parent, siblings), { kind: 'set', id: inverseId, fields: inverse })
}

function restyle(document: DesignDocument, fields: Partial<DesignDocument>): Edited {
  const before = Object.fromEntries(Object.keys(fields).map((name) => [name, document[name as keyof DesignDocument]]))
  return done({ ...document, ...fields }, { kind: 'restyle', fields: before })
}

function add(document: DesignDocument, { parent, at, element }: Extract<Edit, { kind: 'add' }>): Edited {
  const siblings = childrenOf(document, parent)
  if (!siblings) return refuse('element-not-found')
  const taken = new Set([...elementsOf(document.elements)].map(({ id }) => id))
  if ([...elementsOf([element])].some(({ id }) => taken.has(id))) return refuse('id-taken')
  return done(withChildren(document, parent, siblings.toSpliced(at, 0, element)), { kind: 'remove', id: element.id })
}

function remove(document: DesignDocument, id: string): Edited {
  const home = homeOf(document, id)
  if (!home) return refuse('element-not-found')
  const { parent, at, element } = home
  return done(withChildren(document, parent, home.siblings.toSpliced(at, 1)), { kind: 'add', parent, at, element })
}

function reorder(document: DesignDocument, id: string, to: number): Edited {
  const home = homeOf(document, id)
  if (!home) return refuse('element-not-found')
  const at = Math.max(0, Math.min(to, home.siblings.length - 1))
  const siblings = home.siblings.toSpliced(home.at, 1).toSpliced(at, 0, home.element)
  return done(withChildren(document, home.parent, siblings), { kind: 'reorder', id, to: home.at })
}

/** Undone by the places themselves: adding and taking away the same fraction does not always come back to it. */
function move(document: DesignDocument, { ids, dx, dy }: Extract<Edit, { kind: 'move' }>): Edited {
  const edits = ids.map((id): Edit | null => {
    const element = homeOf(document, id)?.element
    return element ? { kind: 'set', id, fields: { x: tidy(element.x + dx), y: tidy(element.y + dy) } } : null
  })
  if (edits.includes(null)) return refuse('element-not-found')
  return all(document, edits as Edit[])
}

/** A thousandth of the page's unit: what dragging adds beyond that is noise. */
const tidy = (value: number): number => Math.round(value * 1000) / 1000 + 0

function group(document: DesignDocument, ids: readonly string[], name: string): Edited {
  if (homeOf(document, name)) return refuse('id-taken')
  const first = ids[0] === undefined ? null : homeOf(document, ids[0])
  if (!first) return refuse('element-not-found')
  const chosen = first.siblings.filter(({ id }) => ids.includes(id))
  if (chosen.length !== new Set(ids).size) return refuse('not-siblings')
  const [x, y] = [Math.min(...chosen.map((e) => e.x)), Math.min(...chosen.map((e) => e.y))]
  const made: GroupElement = {
    kind: 'group',
    id: name,
    x,
    y,
    width: tidy(Math.max(...chosen.map((e) => e.x + e.width)) - x),
    height: tidy(Math.max(...chosen.map((e) => e.y + e.height)) - y),
    elements: chosen.map((e) => ({ ...e, x: tidy(e.x - x), y: tidy(e.y - y) })),
  }
  // The group lies where its highest member lay.
  const top = first.siblings.indexOf(chosen.at(-1)!)
  const siblings = first.siblings.flatMap((e, i) => (i === top ? [made] : chosen.includes(e) ? [] : [e]))
  return done(withChildren(document, first.parent, siblings), arranged(first))
}

function ungroup(document: DesignDocument, id: string): Edited {
  const home = homeOf(document, id)
  if (!home) return refuse('element-not-found')
  const { element } = home
  if (element.kind !== 'group') return refuse('not-a-group')
  const freed = element.elements.map((e) => ({ ...e, x: tidy(e.x + element.x), y: tidy(e.y + element.y) }))
  return done(withChildren(document, home.parent, home.siblings.toSpliced(home.at, 1, ...freed)), arranged(home))
}

const arranged = ({ parent, siblings }: Home): Edit => ({ kind: 'arrange', parent, elements: siblings })

function arrange(document: DesignDocument, parent: string | null, elements: readonly Element[]): Edited {
  const siblings = childrenOf(document, parent)
  if (!siblings) return refuse('element-not-found')
  return done(withChildren(document, parent, elements), { kind: 'arrange', parent, elements: siblings })
}

/** All or none. */
function all(document: DesignDocument, edits: readonly Edit[]): Edited {
  const inverses: Edit[] = []
  let current = document
  for (const change of edits) {
    const edited = edit(current, change)
    if (edited.outcome === 'refused') return edited
    current = edited.document
    inverses.unshift(edited.inverse)
  }
  return done(current, { kind: 'all', edits: inverses })
}

function childrenOf(document: DesignDocument, parent: string | null): readonly Element[] | null {
  if (parent === null) return document.elements
  const element = homeOf(document, parent)?.element
  return element?.kind === 'group' ? element.elements : null
}
