// The hand on the page: presses, drags, stretches, frames and pans, each as a gesture that ends in one edit.
import {
  around,
  type Box,
  type Guide,
  type Handle,
  type Outlined,
  PAGES,
  partsOf,
  pick,
  resizeBox,
  type Spot,
  snap,
  stretch,
  touchedBy,
} from '@kolleges/design'
import { type PointerEvent as ReactPointerEvent, type RefObject, useEffect, useRef, useState } from 'react'
import { chosenOf, shifted } from './commands.ts'
import type { Editor } from './editor-context.ts'
import { type Addable, newElement } from './new-elements.ts'
import { liftedBy } from './runs.ts'
import type { TraceStore } from './trace.ts'
import { onPage, panned, type View } from './view.ts'

type Gesture =
  | { readonly kind: 'pan'; readonly from: Spot; readonly view: View }
  | { readonly kind: 'frame'; readonly from: Spot; readonly before: readonly string[] }
  | { readonly kind: 'draw'; readonly from: Spot; readonly what: Addable }
  | {
      readonly kind: 'carry'
      readonly from: Spot
      readonly ids: readonly string[]
      readonly frame: Box
      readonly others: Box[]
    }
  | {
      readonly kind: 'stretch'
      readonly from: Spot
      readonly handle: Handle
      readonly frame: Box
      readonly chosen: readonly Outlined[]
      readonly others: Box[]
      readonly key: string
    }

/** A press that trembles is still a press. */
const TREMOR_PX = 3
const SNAP_PX = 6
const REACH_PX = 5

interface HandProps {
  editor: Editor
  view: View
  setView: (view: View) => void
  trace: TraceStore
  canvas: RefObject<HTMLDivElement | null>
  isSpaceDown: RefObject<boolean>
  newWords: string
}

export interface Hand {
  /** What is carried just now, with all that goes along. */
  readonly lifted: ReadonlySet<string> | null
  readonly isPanning: boolean
  readonly on: {
    onPointerDown(event: ReactPointerEvent): void
    onPointerMove(event: ReactPointerEvent): void
    onPointerUp(event: ReactPointerEvent): void
    onPointerCancel(): void
    onDoubleClick(event: React.MouseEvent): void
  }
}

export function useHand(props: HandProps): Hand {
  const now = useRef(props)
  now.current = props
  const gesture = useRef<Gesture | null>(null)
  const [lifted, setLifted] = useState<ReadonlySet<string> | null>(null)
  const [isPanning, setPanning] = useState(false)
  const end = () => {
    gesture.current = null
    now.current.trace.clear()
    setLifted(null)
    setPanning(false)
  }
  useEffect(() => {
    const leave = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || !gesture.current) return
      event.stopPropagation()
      end()
    }
    addEventListener('keydown', leave, true)
    return () => removeEventListener('keydown', leave, true)
  })
  const spotOf = (event: { clientX: number; clientY: number }): Spot => {
    const frame = now.current.canvas.current?.getBoundingClientRect()
    return { x: event.clientX - (frame?.left ?? 0), y: event.clientY - (frame?.top ?? 0) }
  }
  return {
    lifted,
    isPanning,
    on: {
      onPointerDown(event) {
        if (event.button === 2) return
        if (now.current.editor.writing !== null) now.current.editor.write(null)
        const begun = begin(now.current, spotOf(event), event)
        if (!begun) return
        gesture.current = begun
        setPanning(begun.kind === 'pan')
        now.current.canvas.current?.setPointerCapture(event.pointerId)
      },
      onPointerMove(event) {
        const doing = gesture.current
        if (!doing) return
        const isUnderWay = follow(now.current, doing, spotOf(event), event)
        if (doing.kind === 'carry' && isUnderWay && lifted === null)
          setLifted(liftedBy(now.current.editor.sheet.outlined, new Set(doing.ids)))
      },
      onPointerUp(event) {
        const doing = gesture.current
        if (!doing) return
        const done = spotOf(event)
        finish(now.current, doing, done, event)
        end()
      },
      onPointerCancel: end,
      onDoubleClick: (event) => open(now.current, spotOf(event)),
    },
  }
}

/** Decides what a press begins. */
function begin(props: HandProps, spot: Spot, event: ReactPointerEvent): Gesture | null {
  const { editor, view, isSpaceDown } = props
  if (event.button === 1 || isSpaceDown.current) return { kind: 'pan', from: spot, view }
  if (editor.tool && editor.mayWrite) return { kind: 'draw', from: spot, what: editor.tool }
  const at = onPage(view, spot)
  const handle = (event.target as Element).closest<SVGElement>('[data-handle]')?.dataset.handle as Handle | undefined
  if (handle) return beginStretch(editor, spot, handle)
  const { outlined } = editor.sheet
  const hit = pick(outlined, at, REACH_PX / view.zoom, editor.state.inside)
  if (!hit) {
    if (!event.shiftKey) editor.act({ do: 'choose', ids: [], inside: null })
    return { kind: 'frame', from: spot, before: event.shiftKey ? editor.state.chosen : [] }
  }
  const id = hit.element.id
  const isChosen = editor.state.chosen.includes(id)
  const chosen = event.shiftKey
    ? isChosen
      ? editor.state.chosen.filter((one) => one !== id)
      : [...editor.state.chosen, id]
    : isChosen
      ? editor.state.chosen
      : [id]
  editor.act({ do: 'choose', ids: chosen, inside: hit.parent === editor.state.inside ? editor.state.inside : null })
  return editor.mayWrite && chosen.includes(id) ? beginCarry(editor, spot, chosen) : null
}

function beginCarry(editor: Editor, from: Spot, chosen: readonly string[]): Gesture | null {
  const carried = chosenOf({ ...editor.desk, chosen }).filter(({ isLocked }) => !isLocked)
  const frame = around(carried.map(({ box }) => box))
  if (!frame) return null
  const ids = carried.map(({ element }) => element.id)
  return { kind: 'carry', from, ids, frame, others: othersThan(editor, ids) }
}

function beginStretch(editor: Editor, from: Spot, handle: Handle): Gesture | null {
  const chosen = chosenOf(editor.desk).filter(({ isLocked }) => !isLocked)
  const frame = around(chosen.map(({ box }) => box))
  if (!frame) return null
  const others = othersThan(
    editor,
    chosen.map(({ element }) => element.id),
  )
  return { kind: 'stretch', from, handle, frame, chosen, others, key: `stretch ${editor.state.changes}` }
}

/** What a box may be drawn to: its neighbours on the page and in its own group, but nothing that goes along with it. */
function othersThan({ sheet: { outlined }, state: { inside } }: Editor, ids: readonly string[]): Box[] {
  const carried = liftedBy(outlined, new Set(ids))
  return outlined
    .filter(
      ({ element, parent, isDrawn }) => isDrawn && !carried.has(element.id) && (parent === null || parent === inside),
    )
    .map(({ box }) => box)
}

/** Shows what the gesture would do; true once it does anything. */
function follow(props: HandProps, doing: Gesture, spot: Spot, keys: { shiftKey: boolean; altKey: boolean }): boolean {
  const { view, setView, trace } = props
  const [dxPx, dyPx] = [spot.x - doing.from.x, spot.y - doing.from.y]
  if (doing.kind === 'pan') {
    setView(panned(doing.view, dxPx, dyPx))
    return true
  }
  const isTrembling = Math.hypot(dxPx, dyPx) < TREMOR_PX
  if (isTrembling && trace.get().frame === null && trace.get().dx === 0 && trace.get().dy === 0) return false
  const by = { x: dxPx / view.zoom, y: dyPx / view.zoom }
  if (doing.kind === 'carry') {
    trace.set(carriedBy(props, doing, by, keys))
    return true
  }
  if (doing.kind === 'stretch') {
    stretchTo(props, doing, by, keys)
    return true
  }
  trace.set({ frame: between(onPage(view, doing.from), onPage(view, spot), keys.shiftKey && doing.kind === 'draw') })
  return true
}

function carriedBy(
  { editor, view }: HandProps,
  doing: Extract<Gesture, { kind: 'carry' }>,
  by: Spot,
  keys: { shiftKey: boolean; altKey: boolean },
): { dx: number; dy: number; guides: readonly Guide[] } {
  // With Shift it goes straight, across or down.
  const straight = keys.shiftKey ? (Math.abs(by.x) > Math.abs(by.y) ? { x: by.x, y: 0 } : { x: 0, y: by.y }) : by
  if (keys.altKey) return { dx: straight.x, dy: straight.y, guides: [] }
  const moved = { ...doing.frame, x: doing.frame.x + straight.x, y: doing.frame.y + straight.y }
  const page = PAGES[editor.state.document.page]
  const { dx, dy, guides } = snap(moved, doing.others, { page, reach: SNAP_PX / view.zoom })
  return { dx: straight.x + dx, dy: straight.y + dy, guides }
}

function stretchTo(
  { editor, view, trace }: HandProps,
  doing: Extract<Gesture, { kind: 'stretch' }>,
  by: Spot,
  keys: { shiftKey: boolean; altKey: boolean },
): void {
  const { frame, handle, chosen, key } = doing
  const page = PAGES[editor.state.document.page]
  const sideMin = 2 / view.zoom
  const isSquare = chosen.length === 1 && ['qr', 'seal', 'badge', 'icon'].includes(chosen[0]!.element.kind)
  const options = { keepsRatio: keys.shiftKey || isSquare, sideMin }
  const wished = resizeBox(frame, handle, by.x, by.y, options)
  const held = keys.altKey || options.keepsRatio
  const { dx, dy, guides } = held
    ? { dx: 0, dy: 0, guides: [] }
    : snap(wished, doing.others, { page, reach: SNAP_PX / view.zoom, parts: partsOf(handle) })
  const to = resizeBox(frame, handle, by.x + dx, by.y + dy, options)
  trace.set({ guides })
  editor.act({ do: 'edit', edit: stretch(chosen, frame, to), key })
}

function between(a: Spot, b: Spot, isSquare: boolean): Box {
  const [width, height] = [Math.abs(b.x - a.x), Math.abs(b.y - a.y)]
  const side = Math.max(width, height)
  const [w, h] = isSquare ? [side, side] : [width, height]
  return { x: b.x < a.x ? a.x - w : a.x, y: b.y < a.y ? a.y - h : a.y, width: w, height: h }
}

function finish(props: HandProps, doing: Gesture, spot: Spot, event: ReactPointerEvent): void {
  const { editor, trace } = props
  const { frame } = trace.get()
  if (doing.kind === 'stretch') editor.act({ do: 'pause' })
  if (doing.kind === 'carry') finishCarry(props, doing, spot, event.shiftKey)
  if (doing.kind === 'draw') finishDrawing(props, doing, frame)
  if (doing.kind !== 'frame' || !frame) return
  const touched = touchedBy(editor.sheet.outlined, frame, editor.state.inside).map(({ element }) => element.id)
  editor.act({ do: 'choose', ids: [...doing.before, ...touched] })
}

function finishCarry(
  { editor, trace, view }: HandProps,
  { ids }: Extract<Gesture, { kind: 'carry' }>,
  spot: Spot,
  adds: boolean,
): void {
  const { dx, dy } = trace.get()
  const { outlined } = editor.sheet
  const edits = shifted(
    outlined,
    ids.map((id) => ({ id, dx, dy })),
  )
  if (edits.length > 0) editor.act({ do: 'edit', edit: { kind: 'all', edits } })
  if (edits.length > 0 || adds || ids.length < 2) return
  // A press on one of several, without a drag, means that one.
  const hit = pick(outlined, onPage(view, spot), REACH_PX / view.zoom, editor.state.inside)
  if (hit) editor.act({ do: 'choose', ids: [hit.element.id] })
}

/** Smaller than this it was a press, and the element comes in its own size where the press was. */
const DRAWN_PX_MIN = 8

function finishDrawing(
  { editor, view, newWords }: HandProps,
  doing: Extract<Gesture, { kind: 'draw' }>,
  frame: Box | null,
): void {
  const isDrawn = frame && Math.max(frame.width, frame.height) * view.zoom >= DRAWN_PX_MIN
  const { document } = editor.state
  const made = newElement(document, doing.what, newWords, isDrawn ? frame : undefined)
  const at = onPage(view, doing.from)
  const element = isDrawn ? made : { ...made, x: at.x - made.width / 2, y: at.y - made.height / 2 }
  const add = { kind: 'add', parent: null, at: document.elements.length, element } as const
  editor.act({ do: 'edit', edit: add, chosen: [element.id] })
  editor.take(null)
  if (element.kind === 'text') editor.write(element.id)
}

/** Goes a level deeper: into a group, or into the words of a text. */
function open({ editor, view }: HandProps, spot: Spot): void {
  const at = onPage(view, spot)
  const hit = pick(editor.sheet.outlined, at, REACH_PX / view.zoom, editor.state.inside)
  if (hit?.element.kind === 'group') {
    const inner = pick(editor.sheet.outlined, at, REACH_PX / view.zoom, hit.element.id)
    editor.act({ do: 'choose', ids: inner ? [inner.element.id] : [], inside: hit.element.id })
  }
  if (hit?.element.kind === 'text' && editor.mayWrite) editor.write(hit.element.id)
}
