/** Carries elements within a document and from one to another, as text on a clipboard. */
import { type DesignDocument, type Element, elementsOf, PAGES, type PageId } from './document.ts'
import type { Edit } from './edit.ts'
import type { Outlined } from './outline.ts'
import { parseDocument } from './parse-document.ts'

/** What lies on the clipboard, beside whatever else a clipboard may hold. */
export type Clip = { readonly kolleges: 'elements'; readonly page: PageId; readonly elements: readonly Element[] }

/** The chosen elements as they lie on the page; what lies in a chosen group goes with it once. */
export function clipOf(document: DesignDocument, outlined: readonly Outlined[], ids: ReadonlySet<string>): Clip {
  const parents = new Map(outlined.map(({ element, parent }) => [element.id, parent]))
  const isCarried = (id: string): boolean => {
    const parent = parents.get(id) ?? null
    return parent !== null && (ids.has(parent) || isCarried(parent))
  }
  const chosen = outlined.filter(({ element }) => ids.has(element.id) && !isCarried(element.id))
  return {
    kolleges: 'elements',
    page: document.page,
    elements: chosen.map(({ element, corner: { x, y } }) => unlocked({ ...element, x, y })),
  }
}

const unlocked = ({ locked: _, ...element }: Element): Element => element as Element

/** Text from a clipboard, checked as anything from outside is; nothing where it is not ours. */
export function parseClip(text: string): Clip | null {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return null
  }
  const { kolleges, page, elements } = (value ?? {}) as Partial<Clip>
  if (kolleges !== 'elements' || typeof page !== 'string') return null
  const carrier = { version: 1, page, language: 'ko', title: 'clip', primary: '#000000', accent: '#000000' }
  const parsed = parseDocument({ ...carrier, ground: 'paper', elements })
  return parsed.outcome === 'parsed'
    ? { kolleges, page: parsed.document.page, elements: parsed.document.elements }
    : null
}

export type Pasted = { readonly edit: Edit; readonly ids: readonly string[] }

/** The edit that puts a clip on top of the page, under names that are free; between pages of other units it keeps its share of the width. */
export function paste(document: DesignDocument, clip: Clip, { dx = 0, dy = 0 } = {}): Pasted {
  const taken = new Set([...elementsOf(document.elements)].map(({ id }) => id))
  const names = new Map<string, string>()
  for (const { id } of elementsOf(clip.elements)) {
    const name = freeId(id, taken)
    taken.add(name)
    names.set(id, name)
  }
  const [from, to] = [PAGES[clip.page], PAGES[document.page]]
  const scale = from.unit === to.unit ? 1 : to.width / from.width
  const renamed = clip.elements.map((element) => scaled(rename(element, names, taken), scale))
  const placed = renamed.map((element) => ({ ...element, x: element.x + dx, y: element.y + dy }) as Element)
  return {
    ids: placed.map(({ id }) => id),
    edit: {
      kind: 'all',
      edits: placed.map((element, i) => ({ kind: 'add', parent: null, at: document.elements.length + i, element })),
    },
  }
}

/** The wanted name, or the next of its numbers that is free. */
export function freeId(wanted: string, taken: ReadonlySet<string>): string {
  if (!taken.has(wanted)) return wanted
  const stem = wanted.replace(/-\d+$/, '').slice(0, ID_STEM_MAX)
  for (let n = 2; ; n++) if (!taken.has(`${stem}-${n}`)) return `${stem}-${n}`
}

/** Leaves room for the number within the forty characters of a name. */
const ID_STEM_MAX = 34

/** A seal follows the copy of its text where that came along, else the text itself, else nothing. */
function rename(element: Element, names: ReadonlyMap<string, string>, taken: ReadonlySet<string>): Element {
  const id = names.get(element.id) ?? element.id
  if (element.kind === 'group')
    return { ...element, id, elements: element.elements.map((e) => rename(e, names, taken)) }
  if (element.kind !== 'seal' || element.on === undefined) return { ...element, id }
  const { on, ...seal } = element
  const followed = names.get(on) ?? (taken.has(on) ? on : undefined)
  return followed === undefined ? { ...seal, id } : { ...seal, id, on: followed }
}

const MEASURES = ['x', 'y', 'width', 'height', 'size', 'sizeMin', 'strokeWidth', 'radius'] as const

function scaled(element: Element, scale: number): Element {
  if (scale === 1) return element
  const fields = element as unknown as Readonly<Record<string, unknown>>
  const measures = MEASURES.flatMap((name) => {
    const value = fields[name]
    return typeof value === 'number' ? [[name, Math.round(value * scale * 1000) / 1000]] : []
  })
  const inside =
    element.kind === 'group'
      ? {
          elements: element.elements.map((child) => scaled(child, scale)),
          ...(element.stack ? { stack: { gap: element.stack.gap * scale } } : {}),
        }
      : {}
  return { ...element, ...Object.fromEntries(measures), ...inside } as Element
}
