// The page under the hand: drawn, zoomed, panned, and reachable element by element from the keyboard.
import { coloursOf, isCertificate, type Outlined, PAGES } from '@kolleges/design'
import { IconArrowsMaximize, IconMinus, IconPlus } from '@tabler/icons-react'
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { useLanguage, useWords } from '../../language/LanguageProvider.tsx'
import { Drawing, LiftedDrawing } from './Drawing.tsx'
import { useEditor } from './editor-context.ts'
import { elementName } from './element-names.ts'
import { Overlay } from './Overlay.tsx'
import { TextWriter } from './TextWriter.tsx'
import { createTrace } from './trace.ts'
import { useHand } from './use-hand.ts'
import { fitted, panned, type Size, type View, zoomed } from './view.ts'
import { words } from './words.ts'

/** Lets keys outside the canvas zoom it. */
export interface CanvasControl {
  fit(): void
  zoomBy(factor: number): void
}

export const ZOOM_STEP = 1.25
const WHEEL_SHARE = 0.0022

export function Canvas({ control }: { control: React.RefObject<CanvasControl | null> }) {
  const say = useWords(words)
  const editor = useEditor()
  const ref = useRef<HTMLDivElement>(null)
  const trace = useMemo(createTrace, [])
  const page = PAGES[editor.state.document.page]
  const { view, setView, fit, zoomBy } = useView(ref, page)
  const isSpaceDown = useSpace(ref)
  control.current = { fit, zoomBy }
  const hand = useHand({ editor, view, setView, trace, canvas: ref, isSpaceDown, newWords: say.newText })
  const { layout } = editor.sheet
  const ground = isCertificate(editor.state.document) ? undefined : 'badge'
  return (
    <section className="design-canvas-frame" aria-label={say.canvas}>
      <div
        ref={ref}
        className="design-canvas"
        data-tool={editor.tool ?? undefined}
        data-panning={hand.isPanning || undefined}
        {...hand.on}
      >
        <div
          className="design-page"
          data-ground={ground}
          style={{
            width: page.width * view.zoom,
            height: page.height * view.zoom,
            transform: `translate(${view.x}px, ${view.y}px)`,
            background: ground ? undefined : coloursOf(editor.state.document)(editor.state.document.ground),
          }}
        >
          {hand.lifted ? (
            <LiftedDrawing layout={layout} lifted={hand.lifted} zoom={view.zoom} trace={trace} />
          ) : (
            <Drawing scene={layout.scene} />
          )}
          <ElementButtons zoom={view.zoom} />
          <MissingMarks zoom={view.zoom} />
          <Overlay zoom={view.zoom} trace={trace} />
          {editor.writing !== null && <TextWriter key={editor.writing} id={editor.writing} zoom={view.zoom} />}
        </div>
      </div>
      <p className="sr-only" id="design-canvas-hint">
        {say.canvasHint}
      </p>
      <ZoomBar zoom={view.zoom} unit={page.unit} fit={fit} zoomBy={zoomBy} />
    </section>
  )
}

/** CSS pixels to a millimetre on paper; a badge's unit is a pixel of its 600. */
const PX_PER_MM = 96 / 25.4

function ZoomBar({ zoom, unit, fit, zoomBy }: { zoom: number; unit: 'mm' | 'unit' } & CanvasControl) {
  const say = useWords(words)
  const percent = Math.round((unit === 'mm' ? zoom / PX_PER_MM : zoom) * 100)
  return (
    <div className="design-zoom">
      <button type="button" aria-label={say.zoomOut} title={say.zoomOut} onClick={() => zoomBy(1 / ZOOM_STEP)}>
        <IconMinus size={16} aria-hidden />
      </button>
      <output>{percent}%</output>
      <button type="button" aria-label={say.zoomIn} title={say.zoomIn} onClick={() => zoomBy(ZOOM_STEP)}>
        <IconPlus size={16} aria-hidden />
      </button>
      <button type="button" aria-label={say.fit} title={say.fit} onClick={fit}>
        <IconArrowsMaximize size={16} aria-hidden />
      </button>
    </div>
  )
}

/** One button for everything that can be chosen at this level: Tab goes through them, lowest first. */
function ElementButtons({ zoom }: { zoom: number }) {
  const say = useWords(words)
  const { language } = useLanguage()
  const { sheet, state, act, writing } = useEditor()
  const chosen = new Set(state.chosen)
  const reachable = sheet.outlined.filter(({ parent, isDrawn }) => isDrawn && parent === state.inside)
  if (writing !== null) return null
  const nameOf = ({ element }: Outlined) => `${say.kinds[element.kind]}: ${elementName(element, say, language)}`
  return reachable.map((one) => (
    <button
      key={one.element.id}
      type="button"
      className="design-element"
      data-element={one.element.id}
      aria-label={nameOf(one)}
      aria-pressed={chosen.has(one.element.id)}
      aria-describedby="design-canvas-hint"
      style={{
        left: one.box.x * zoom,
        top: one.box.y * zoom,
        width: Math.max(1, one.box.width * zoom),
        height: Math.max(1, one.box.height * zoom),
      }}
      onFocus={(event) => {
        // A press chooses by itself; only the keyboard chooses by arriving.
        if (event.target.matches(':focus-visible') && !chosen.has(one.element.id))
          act({ do: 'choose', ids: [one.element.id] })
      }}
      onClick={(event) => event.detail === 0 && act({ do: 'choose', ids: [one.element.id] })}
    />
  ))
}

/** Says where a value is missing, on the page itself. */
function MissingMarks({ zoom }: { zoom: number }) {
  const { sheet } = useEditor()
  const marked = [...new Set(sheet.bound.missing.map(({ element }) => element))].flatMap(
    (id) => sheet.byId.get(id) ?? [],
  )
  return marked.map(({ element, box }) => (
    <div
      key={element.id}
      aria-hidden
      className="design-missing"
      style={{ left: box.x * zoom, top: box.y * zoom, width: box.width * zoom, height: box.height * zoom }}
    />
  ))
}

function useView(ref: React.RefObject<HTMLDivElement | null>, page: Size) {
  const [room, setRoom] = useState<Size | null>(null)
  const [own, setOwn] = useState<View | null>(null)
  useLayoutEffect(() => {
    const canvas = ref.current
    if (!canvas) return
    const measure = () => setRoom({ width: canvas.clientWidth, height: canvas.clientHeight })
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(canvas)
    return () => observer.disconnect()
  }, [ref])
  const fit = fitted(page, room ?? { width: 800, height: 600 })
  const view = own ?? fit
  const now = useRef({ view, fit })
  now.current = { view, fit }
  useEffect(() => {
    const canvas = ref.current
    if (!canvas) return
    const wheel = (event: WheelEvent) => {
      event.preventDefault()
      const { view: before, fit: whole } = now.current
      const frame = canvas.getBoundingClientRect()
      const at = { x: event.clientX - frame.left, y: event.clientY - frame.top }
      if (event.ctrlKey || event.metaKey)
        setOwn(zoomed(before, Math.exp(-event.deltaY * WHEEL_SHARE * 2), at, whole.zoom))
      else if (event.shiftKey) setOwn(panned(before, -event.deltaY, 0))
      else setOwn(panned(before, -event.deltaX, -event.deltaY))
    }
    canvas.addEventListener('wheel', wheel, { passive: false })
    return () => canvas.removeEventListener('wheel', wheel)
  }, [ref])
  return {
    view,
    setView: (next: View) => setOwn(next),
    fit: () => setOwn(null),
    zoomBy: (factor: number) => {
      const middle = { x: (room?.width ?? 0) / 2, y: (room?.height ?? 0) / 2 }
      setOwn(zoomed(now.current.view, factor, middle, now.current.fit.zoom))
    },
  }
}

/** While the space bar is held, the hand pans. In a field or on a button it means what it always means. */
function useSpace(ref: React.RefObject<HTMLDivElement | null>): React.RefObject<boolean> {
  const isDown = useRef(false)
  useEffect(() => {
    const set = (value: boolean) => {
      isDown.current = value
      ref.current?.toggleAttribute('data-space', value)
    }
    const down = (event: KeyboardEvent) => {
      const isElsewhere = (event.target as Element).closest(
        'input, textarea, select, [role="dialog"], button:not(.design-element), a',
      )
      if (event.code !== 'Space' || isElsewhere) return
      event.preventDefault()
      set(true)
    }
    const up = (event: KeyboardEvent) => event.code === 'Space' && set(false)
    addEventListener('keydown', down)
    addEventListener('keyup', up)
    return () => {
      removeEventListener('keydown', down)
      removeEventListener('keyup', up)
    }
  }, [ref])
  return isDown
}
