// The state of an editor as a value: a document, what was undone and can be undone, what is chosen.
import { type DesignDocument, type Edit, type EditRefusal, edit, elementsOf, parseDocument } from '@kolleges/design'

export interface EditorState {
  readonly document: DesignDocument
  readonly undo: readonly Step[]
  readonly redo: readonly Step[]
  readonly chosen: readonly string[]
  /** The group that was opened: presses take what lies directly in it. */
  readonly inside: string | null
  /** Grows with every change of the document, so that saving knows what it has not seen. */
  readonly changes: number
  /** Why the last edit was not taken. */
  readonly refusal: EditRefusal | 'invalid' | null
}

/** What brings the document back, and what was chosen then. */
interface Step {
  readonly inverse: Edit
  readonly chosen: readonly string[]
  /** Edits of one key are one step: a drag, a run of typing. */
  readonly key: string | null
}

export type EditorAction =
  | { readonly do: 'edit'; readonly edit: Edit; readonly key?: string; readonly chosen?: readonly string[] }
  | { readonly do: 'undo' }
  | { readonly do: 'redo' }
  /** The next edit is a step of its own, whatever its key. */
  | { readonly do: 'pause' }
  | { readonly do: 'choose'; readonly ids: readonly string[]; readonly inside?: string | null }
  /** Another document altogether: taken from the server, or from the history. */
  | { readonly do: 'take'; readonly document: DesignDocument }

export const STEPS_MAX = 500

export const startingState = (document: DesignDocument): EditorState => ({
  document,
  undo: [],
  redo: [],
  chosen: [],
  inside: null,
  changes: 0,
  refusal: null,
})

export function reduce(state: EditorState, action: EditorAction): EditorState {
  switch (action.do) {
    case 'edit':
      return applied(state, action.edit, action.key ?? null, action.chosen)
    case 'undo':
      return stepped(state, 'undo', 'redo')
    case 'redo':
      return stepped(state, 'redo', 'undo')
    case 'pause': {
      const last = state.undo.at(-1)
      return last?.key ? { ...state, undo: [...state.undo.slice(0, -1), { ...last, key: null }] } : state
    }
    case 'choose':
      return chosenAs(state, action.ids, action.inside === undefined ? state.inside : action.inside)
    case 'take':
      return { ...startingState(action.document), changes: state.changes }
  }
}

/** Nothing that would not be read again is taken. */
function applied(state: EditorState, change: Edit, key: string | null, chosen?: readonly string[]): EditorState {
  const edited = edit(state.document, change)
  if (edited.outcome === 'refused') return { ...state, refusal: edited.reason }
  if (parseDocument(edited.document).outcome === 'refused') return { ...state, refusal: 'invalid' }
  const last = state.undo.at(-1)
  const joins = key !== null && last?.key === key
  const step = joins
    ? { ...last, inverse: joined(edited.inverse, last.inverse) }
    : { inverse: edited.inverse, chosen: state.chosen, key }
  return present({
    ...state,
    document: edited.document,
    undo: [...(joins ? state.undo.slice(0, -1) : state.undo.slice(-STEPS_MAX + 1)), step],
    redo: [],
    chosen: chosen ?? state.chosen,
    changes: state.changes + 1,
    refusal: null,
  })
}

/** Where the older inverse already brings back everything the newer one would, the newer is not needed. */
function joined(newer: Edit, older: Edit): Edit {
  const [sets, oldSets] = [setsOf(newer), setsOf(older)]
  const isCovered = sets?.every(({ id, fields }) =>
    oldSets?.some((old) => old.id === id && Object.keys(fields).every((name) => name in old.fields)),
  )
  if (isCovered && oldSets) return older
  return { kind: 'all', edits: [newer, older] }
}

type SetEdit = Extract<Edit, { kind: 'set' }>

/** The edit as sets alone; nothing where it does more than that, or renames. */
function setsOf(change: Edit): SetEdit[] | null {
  if (change.kind === 'set') return 'id' in change.fields ? null : [change]
  if (change.kind !== 'all') return null
  const parts = change.edits.map(setsOf)
  return parts.includes(null) ? null : parts.flatMap((part) => part ?? [])
}

function stepped(state: EditorState, from: 'undo' | 'redo', to: 'undo' | 'redo'): EditorState {
  const step = state[from].at(-1)
  if (!step) return state
  const edited = edit(state.document, step.inverse)
  if (edited.outcome === 'refused') return { ...state, refusal: edited.reason }
  return present({
    ...state,
    document: edited.document,
    [from]: state[from].slice(0, -1),
    [to]: [...state[to], { inverse: edited.inverse, chosen: state.chosen, key: null }],
    chosen: step.chosen,
    changes: state.changes + 1,
    refusal: null,
  })
}

/** Only what is there can be chosen or open. */
function present(state: EditorState): EditorState {
  return chosenAs(state, state.chosen, state.inside)
}

function chosenAs(state: EditorState, ids: readonly string[], inside: string | null): EditorState {
  const there = new Set([...elementsOf(state.document.elements)].map(({ id }) => id))
  const chosen = [...new Set(ids)].filter((id) => there.has(id))
  return { ...state, chosen, inside: inside !== null && there.has(inside) ? inside : null }
}
