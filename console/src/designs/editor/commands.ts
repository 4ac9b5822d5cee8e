// What a menu or a key does with what is chosen: each is one edit, or nothing where it would change nothing.
import {
  type Alignment,
  type Axis,
  align,
  around,
  type Box,
  type Clip,
  clipOf,
  type DesignDocument,
  distribute,
  type Edit,
  type Element,
  elementsOf,
  freeId,
  type Outlined,
  PAGES,
  paste,
  type Shift,
  stretch,
} from '@kolleges/design'
import type { EditorAction } from './editor-state.ts'

export interface Desk {
  readonly document: DesignDocument
  readonly chosen: readonly string[]
  readonly inside: string | null
  readonly outlined: readonly Outlined[]
}

export type Command = (desk: Desk) => EditorAction | null

/** The chosen ones, lowest first; what lies in a chosen group goes with it. */
export function chosenOf({ chosen, outlined }: Desk): Outlined[] {
  const ids = new Set(chosen)
  const parents = new Map(outlined.map(({ element, parent }) => [element.id, parent]))
  const isCarried = (parent: string | null): boolean =>
    parent !== null && (ids.has(parent) || isCarried(parents.get(parent) ?? null))
  return outlined.filter(({ element, parent }) => ids.has(element.id) && !isCarried(parent))
}

const movable = (desk: Desk): Outlined[] => chosenOf(desk).filter(({ isLocked }) => !isLocked)

const all = (edits: readonly Edit[]): Edit => ({ kind: 'all', edits })
const set = (id: string, fields: Readonly<Record<string, unknown>>): Edit => ({ kind: 'set', id, fields })
const act = (edits: readonly Edit[], more: { key?: string; chosen?: readonly string[] } = {}): EditorAction | null =>
  edits.length === 0 ? null : { do: 'edit', edit: all(edits), ...more }

/** A seal that is taken by hand lets go of the text it followed. */
export const shifted = (outlined: readonly Outlined[], shifts: readonly Shift[]): Edit[] =>
  shifts.flatMap(({ id, dx, dy }): Edit[] => {
    const one = outlined.find(({ element }) => element.id === id)
    if (!one || (dx === 0 && dy === 0)) return []
    if (one.element.kind === 'seal' && one.element.on !== undefined) {
      const place = { x: thousandth(one.box.x + dx), y: thousandth(one.box.y + dy) }
      return [set(id, { on: null, ...place })]
    }
    return [{ kind: 'move', ids: [id], dx, dy }]
  })

const thousandth = (value: number): number => Math.round(value * 1000) / 1000 + 0

export const moveBy =
  (dx: number, dy: number, key?: string): Command =>
  (desk) =>
    act(
      shifted(
        desk.outlined,
        movable(desk).map(({ element }) => ({ id: element.id, dx, dy })),
      ),
      { key },
    )

export const remove: Command = (desk) =>
  act(
    movable(desk).map(({ element }): Edit => ({ kind: 'remove', id: element.id })),
    { chosen: [] },
  )

export const duplicate: Command = (desk) => {
  const offset = PAGES[desk.document.page].width / 50
  return putClip(clipOf(desk.document, desk.outlined, new Set(desk.chosen)), offset)(desk)
}

export const putClip =
  (clip: Clip, offset = 0): Command =>
  ({ document }) => {
    if (clip.elements.length === 0) return null
    const { edit, ids } = paste(document, clip, { dx: offset, dy: offset })
    return { do: 'edit', edit, chosen: ids }
  }

export const group: Command = (desk) => {
  const ids = movable(desk).map(({ element }) => element.id)
  if (ids.length < 2) return null
  const name = freeId('group', new Set([...elementsOf(desk.document.elements)].map(({ id }) => id)))
  return act([{ kind: 'group', ids, group: name }], { chosen: [name] })
}

export const ungroup: Command = (desk) => {
  const groups = movable(desk).flatMap(({ element }) => (element.kind === 'group' ? [element] : []))
  return act(
    groups.map(({ id }): Edit => ({ kind: 'ungroup', id })),
    { chosen: groups.flatMap(({ elements }) => elements.map(({ id }) => id)) },
  )
}

export type Order = 'front' | 'forward' | 'backward' | 'back'

export const reorder =
  (order: Order): Command =>
  (desk) => {
    const chosen = chosenOf(desk)
    const inOrder = order === 'forward' || order === 'back' ? chosen.toReversed() : chosen
    return act(
      inOrder.flatMap(({ element, parent }): Edit[] => {
        const siblings = siblingsOf(desk, parent)
        const at = siblings.findIndex(({ id }) => id === element.id)
        const last = siblings.length - 1
        const to = { front: last, forward: Math.min(last, at + 1), backward: Math.max(0, at - 1), back: 0 }[order]
        return to === at ? [] : [{ kind: 'reorder', id: element.id, to }]
      }),
    )
  }

const siblingsOf = ({ outlined }: Desk, parent: string | null): Element[] =>
  outlined.filter((one) => one.parent === parent).map(({ element }) => element)

export const toggle =
  (field: 'locked' | 'hidden', id?: string): Command =>
  (desk) => {
    const elements = id ? desk.outlined.filter((one) => one.element.id === id) : chosenOf(desk)
    const isOn = elements.every(({ element }) => element[field])
    // What is locked takes nothing but its unlocking, so both are told at once.
    return act(
      elements.map(({ element }) =>
        set(element.id, {
          [field]: isOn ? null : true,
          ...(field === 'hidden' && element.locked ? { locked: true } : {}),
        }),
      ),
    )
  }

export const alignTo =
  (alignment: Alignment): Command =>
  (desk) =>
    act(shifted(desk.outlined, align(named(desk), alignment, pageOf(desk.document))))

export const spread =
  (axis: Axis): Command =>
  (desk) =>
    act(shifted(desk.outlined, distribute(named(desk), axis)))

const named = (desk: Desk) => movable(desk).map(({ element, box }) => ({ id: element.id, box }))

export const pageOf = ({ page }: DesignDocument): Box => ({
  x: 0,
  y: 0,
  width: PAGES[page].width,
  height: PAGES[page].height,
})

/** As wide or as high as the one that was chosen first. */
export const sameSize =
  (side: 'width' | 'height'): Command =>
  (desk) => {
    const chosen = movable(desk)
    const model = chosen.find(({ element }) => element.id === desk.chosen[0]) ?? chosen[0]
    if (!model || chosen.length < 2) return null
    return act(
      chosen
        .filter((one) => one !== model && one.box[side] !== model.box[side])
        .map((one) => stretch([one], one.box, { ...one.box, [side]: model.box[side] })),
    )
  }

export type Measure = 'x' | 'y' | 'width' | 'height'

/** Types a place or a size for everything chosen together. */
export const measure =
  (name: Measure, value: number): Command =>
  (desk) => {
    const chosen = movable(desk)
    const frame = around(chosen.map(({ box }) => box))
    if (!frame || frame[name] === value) return null
    if (name === 'x' || name === 'y') {
      const step = value - frame[name]
      return moveBy(name === 'x' ? step : 0, name === 'y' ? step : 0)(desk)
    }
    return act([stretch(chosen, frame, { ...frame, [name]: Math.max(0, value) })])
  }

/** Sets fields of every chosen element of the kind. */
export const setFields =
  (fields: Readonly<Record<string, unknown>>, key?: string): Command =>
  (desk) =>
    act(
      movable(desk).map(({ element }) => set(element.id, fields)),
      { key },
    )

const STYLE: Readonly<Record<Element['kind'], readonly string[]>> = {
  text: ['face', 'weight', 'size', 'sizeMin', 'lineHeight', 'tracking', 'align', 'colour', 'opacity'],
  shape: ['fill', 'stroke', 'strokeWidth', 'dash', 'radius', 'opacity'],
  path: ['fill', 'stroke', 'strokeWidth', 'dash', 'opacity'],
  line: ['stroke', 'strokeWidth', 'dash', 'opacity'],
  icon: ['colour', 'strokeWidth', 'opacity'],
  ribbon: ['colour', 'second', 'opacity'],
  qr: ['colour', 'opacity'],
  image: ['opacity'],
  badge: ['opacity'],
  seal: ['opacity'],
  group: ['opacity'],
}

export type Style = Readonly<Record<string, unknown>>

export function styleOf(element: Element): Style {
  const fields = element as unknown as Style
  return Object.fromEntries(STYLE[element.kind].map((name) => [name, fields[name] ?? null]))
}

/** Each takes of a style what its kind has. */
export const putStyle =
  (style: Style): Command =>
  (desk) =>
    act(
      movable(desk).flatMap(({ element }): Edit[] => {
        const fields = Object.entries(style).filter(([name]) => STYLE[element.kind].includes(name))
        return fields.length === 0 ? [] : [set(element.id, Object.fromEntries(withoutNeeded(element, fields)))]
      }),
    )

/** A colour that a kind cannot do without is not taken away. */
const withoutNeeded = (element: Element, fields: [string, unknown][]): [string, unknown][] =>
  fields.filter(([name, value]) => value !== null || !(element.kind === 'line' && name.startsWith('stroke')))

/** The next or the one before among what can be chosen here; begins again at the end. */
export function neighbour({ outlined, chosen, inside }: Desk, step: 1 | -1): string | null {
  const here = outlined.filter((one) => one.parent === inside && one.isDrawn)
  if (here.length === 0) return null
  const at = here.findIndex(({ element }) => element.id === chosen.at(-1))
  const next = at < 0 ? (step > 0 ? 0 : here.length - 1) : (at + step + here.length) % here.length
  return here[next]?.element.id ?? null
}
