// Over the page: what is chosen with its handles, the guides that hold, the frame that is drawn. Never part of the drawing.
import { around, type Box, type Guide, HANDLES, type Handle } from '@kolleges/design'
import { useEditor } from './editor-context.ts'
import { type TraceStore, useTrace } from './trace.ts'

interface OverlayProps {
  zoom: number
  trace: TraceStore
}

export function Overlay({ zoom, trace }: OverlayProps) {
  return (
    <svg className="design-overlay" aria-hidden="true">
      <Chosen zoom={zoom} trace={trace} />
      <Traces zoom={zoom} trace={trace} />
    </svg>
  )
}

const px = (box: Box, zoom: number) => ({
  x: box.x * zoom,
  y: box.y * zoom,
  width: box.width * zoom,
  height: box.height * zoom,
})

function Chosen({ zoom, trace }: OverlayProps) {
  const { state, sheet, mayWrite, writing } = useEditor()
  const { dx, dy } = useTrace(trace)
  const chosen = state.chosen.flatMap((id) => sheet.byId.get(id) ?? [])
  const frame = around(chosen.map(({ box }) => box))
  if (!frame) return null
  const isFree = mayWrite && writing === null && chosen.every(({ isLocked }) => !isLocked)
  const opened = state.inside === null ? null : sheet.byId.get(state.inside)
  return (
    <g>
      {opened && <rect className="design-opened" {...px(opened.box, zoom)} />}
      <g transform={`translate(${dx * zoom} ${dy * zoom})`}>
        {chosen.map(({ element, box, isLocked }) => (
          <rect key={element.id} className="design-chosen" data-locked={isLocked || undefined} {...px(box, zoom)} />
        ))}
        {chosen.length > 1 && <rect className="design-chosen-all" {...px(frame, zoom)} />}
        {isFree && <Handles frame={px(frame, zoom)} />}
      </g>
    </g>
  )
}

const HANDLE_PX = 8
/** A target that a finger or a shaking hand still meets. */
const REACH_PX = 24
/** Where there is no room for all, only the corners are left. */
const ROOM_PX = 30

function Handles({ frame }: { frame: Box }) {
  const shown = HANDLES.filter((handle) => {
    if (handle.length === 2) return true
    return handle === 'n' || handle === 's' ? frame.width >= ROOM_PX : frame.height >= ROOM_PX
  })
  return shown.map((handle) => {
    const [x, y] = spotOf(frame, handle)
    return (
      <g key={handle} className="design-handle" data-handle={handle}>
        <rect x={x - REACH_PX / 2} y={y - REACH_PX / 2} width={REACH_PX} height={REACH_PX} fill="transparent" />
        <rect
          className="design-handle-mark"
          x={x - HANDLE_PX / 2}
          y={y - HANDLE_PX / 2}
          width={HANDLE_PX}
          height={HANDLE_PX}
        />
      </g>
    )
  })
}

function spotOf({ x, y, width, height }: Box, handle: Handle): [number, number] {
  const across = handle.includes('w') ? 0 : handle.includes('e') ? 1 : 0.5
  const down = handle.includes('n') ? 0 : handle.includes('s') ? 1 : 0.5
  return [x + width * across, y + height * down]
}

function Traces({ zoom, trace }: OverlayProps) {
  const { guides, frame } = useTrace(trace)
  return (
    <g>
      {guides.map((guide) => (
        <GuideLine key={`${guide.kind} ${guide.axis} ${guide.at} ${guide.from}`} guide={guide} zoom={zoom} />
      ))}
      {frame && <rect className="design-frame" {...px(frame, zoom)} />}
    </g>
  )
}

const CAP_PX = 4

function GuideLine({ guide: { kind, axis, at, from, to }, zoom }: { guide: Guide; zoom: number }) {
  const [a, b, c] = [at * zoom, from * zoom, to * zoom]
  if (kind === 'line')
    return axis === 'x' ? (
      <line className="design-guide" x1={a} x2={a} y1={b} y2={c} />
    ) : (
      <line className="design-guide" y1={a} y2={a} x1={b} x2={c} />
    )
  const d =
    axis === 'x'
      ? `M${b} ${a}H${c}M${b} ${a - CAP_PX}V${a + CAP_PX}M${c} ${a - CAP_PX}V${a + CAP_PX}`
      : `M${a} ${b}V${c}M${a - CAP_PX} ${b}H${a + CAP_PX}M${a - CAP_PX} ${c}H${a + CAP_PX}`
  return <path className="design-guide" d={d} />
}
