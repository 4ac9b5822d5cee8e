// Keys for the whole editor: what a hand on the keyboard does with what is chosen.
import { useEffect, useRef } from 'react'
import type { CanvasControl } from './Canvas.tsx'
import * as commands from './commands.ts'
import type { Editor } from './editor-context.ts'
import { type KeyName, keyName } from './keys.ts'

interface KeysProps {
  editor: Editor
  control: React.RefObject<CanvasControl | null>
  help: () => void
}

/** What the hand last copied the looks of. */
let style: commands.Style | null = null

const STEP = 1
const FAR = 10
const ZOOM = 1.25

export function useKeys(props: KeysProps): void {
  const now = useRef(props)
  now.current = props
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const name = keyName(event)
      if (name && handles(now.current, name, event)) event.preventDefault()
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  }, [])
}

/** In a field, keys write; in a dialog, they answer it. */
export const isWriting = (target: EventTarget | null): boolean =>
  target instanceof Element &&
  target.closest('input:not([type="radio"], [type="checkbox"]), textarea, select, [role="dialog"], [role="menu"]') !==
    null

/** On the page itself, or nowhere: elsewhere arrows and Enter mean what they always mean. */
const isOnPage = (target: EventTarget | null): boolean =>
  target === document.body ||
  (target instanceof Element && target.closest('.design-canvas, .design-layers, main') === target) ||
  (target instanceof Element && target.closest('.design-element, .design-layer-name') !== null)

function handles(props: KeysProps, name: KeyName, event: KeyboardEvent): boolean {
  const { editor, control, help } = props
  if (event.target instanceof Element && document.querySelector('[role="dialog"][aria-modal="true"]')) return false
  if (name === 'fields') return event.target instanceof Element && between(editor, event.target)
  if (isWriting(event.target)) return false
  const anywhere = ANYWHERE[name]
  if (anywhere) {
    anywhere(editor)
    return true
  }
  switch (name) {
    case 'fit':
      control.current?.fit()
      return true
    case 'zoomIn':
    case 'zoomOut':
      control.current?.zoomBy(name === 'zoomIn' ? ZOOM : 1 / ZOOM)
      return true
    case 'help':
      help()
      return true
    default:
      return isOnPage(event.target) && onPage(editor, name, event.shiftKey)
  }
}

const choose = (editor: Editor, ids: readonly string[], inside = editor.state.inside) =>
  editor.act({ do: 'choose', ids, inside })

const ANYWHERE: Partial<Record<KeyName, (editor: Editor) => void>> = {
  undo: ({ act }) => act({ do: 'undo' }),
  redo: ({ act }) => act({ do: 'redo' }),
  duplicate: ({ run }) => run(commands.duplicate),
  group: ({ run }) => run(commands.group),
  ungroup: ({ run }) => run(commands.ungroup),
  front: ({ run }) => run(commands.reorder('front')),
  forward: ({ run }) => run(commands.reorder('forward')),
  backward: ({ run }) => run(commands.reorder('backward')),
  back: ({ run }) => run(commands.reorder('back')),
  all: (editor) => {
    const { sheet, state } = editor
    const here = sheet.outlined.filter((one) => one.parent === state.inside && one.isDrawn && !one.isLocked)
    choose(
      editor,
      here.map(({ element }) => element.id),
    )
  },
  copyStyle: ({ desk }) => {
    const [first] = commands.chosenOf(desk)
    if (first) style = commands.styleOf(first.element)
  },
  pasteStyle: ({ run }) => {
    if (style) run(commands.putStyle(style))
  },
  text: ({ take, mayWrite }) => mayWrite && take('text'),
  rectangle: ({ take, mayWrite }) => mayWrite && take('rectangle'),
  ellipse: ({ take, mayWrite }) => mayWrite && take('ellipse'),
  choose: ({ take }) => take(null),
}

const ARROWS: Partial<Record<KeyName, readonly [number, number]>> = {
  left: [-1, 0],
  right: [1, 0],
  up: [0, -1],
  down: [0, 1],
}

function onPage(editor: Editor, name: KeyName, isFar: boolean): boolean {
  const arrow = ARROWS[name]
  if (arrow) {
    if (editor.state.chosen.length === 0) return false
    const by = isFar ? FAR : STEP
    editor.run(commands.moveBy(arrow[0] * by, arrow[1] * by, `arrows ${editor.state.chosen.join(' ')}`))
    return true
  }
  if (name === 'remove') editor.run(commands.remove)
  else if (name === 'leave') leave(editor)
  else if (name === 'open') return open(editor)
  else return false
  return true
}

/** One level up: out of a tool, out of what is chosen, out of a group. */
function leave(editor: Editor): void {
  const { state, tool } = editor
  if (tool) editor.take(null)
  else if (state.inside === null) choose(editor, [])
  else choose(editor, [state.inside], editor.sheet.byId.get(state.inside)?.parent ?? null)
}

function open(editor: Editor): boolean {
  const one = editor.state.chosen.length === 1 ? editor.sheet.byId.get(editor.state.chosen[0]!) : undefined
  if (one?.element.kind === 'text' && editor.mayWrite && !one.isLocked) {
    editor.write(one.element.id)
    return true
  }
  if (one && one.element.kind !== 'group') return toFields(editor)
  if (one?.element.kind !== 'group') return false
  const first = editor.sheet.outlined.find(({ parent, isDrawn }) => isDrawn && parent === one.element.id)
  choose(editor, first ? [first.element.id] : [], one.element.id)
  if (first) toElement(first.element.id)
  return true
}

/** Tab would choose every element on its way to the panel, so a key leads there past them, and back. */
function between(editor: Editor, from: Element): boolean {
  const [only] = editor.state.chosen
  if (!from.closest('.design-right')) return toFields(editor)
  if (only) toElement(only)
  else document.querySelector<HTMLElement>('.design-canvas')?.focus()
  return true
}

function toFields(editor: Editor): boolean {
  editor.show('look')
  const field = '#design-panel :is(input, select, textarea):not(:disabled)'
  requestAnimationFrame(() => document.querySelector<HTMLElement>(field)?.focus())
  return true
}

const toElement = (id: string): void =>
  void requestAnimationFrame(() => document.querySelector<HTMLElement>(`[data-element="${CSS.escape(id)}"]`)?.focus())
