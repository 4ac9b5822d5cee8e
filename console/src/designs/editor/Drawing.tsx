// The page as it will be issued, drawn by the very code that draws it on the server.
import { type LaidPart, type Layout, type Scene, sceneSvg } from '@kolleges/design'
import { memo, useEffect, useMemo, useRef } from 'react'
import { runsOf } from './runs.ts'
import type { TraceStore } from './trace.ts'

interface DrawingProps {
  scene: Scene
}

export const Drawing = memo(function Drawing({ scene }: DrawingProps) {
  const svg = useMemo(() => sceneSvg(scene, { title: '' }), [scene])
  return (
    <div
      className="design-drawing"
      // biome-ignore lint/security/noDangerouslySetInnerHtml: sceneSvg escapes every text and writes neither scripts nor references
      dangerouslySetInnerHTML={{ __html: svg }}
    />
  )
})

interface LiftedDrawingProps {
  layout: Layout
  /** Elements in the hand, with what goes along. */
  lifted: ReadonlySet<string>
  zoom: number
  trace: TraceStore
}

/** While some are carried: layers that lie still and layers that follow the hand, each drawn once. */
export const LiftedDrawing = memo(function LiftedDrawing({ layout, lifted, zoom, trace }: LiftedDrawingProps) {
  const ref = useRef<HTMLDivElement>(null)
  const layers = useMemo(() => layersOf(layout.scene, layout.parts, lifted), [layout, lifted])
  useEffect(() => {
    const follow = () => {
      const { dx, dy } = trace.get()
      for (const layer of ref.current?.querySelectorAll<HTMLElement>('[data-lifted]') ?? [])
        layer.style.transform = `translate(${dx * zoom}px, ${dy * zoom}px)`
    }
    follow()
    return trace.listen(follow)
  }, [trace, zoom])
  return (
    <div ref={ref}>
      {layers.map(({ isLifted, scene }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: layers have no names and keep their order while they are carried
        <div key={at} className="design-layer" data-lifted={isLifted || undefined}>
          <Drawing scene={scene} />
        </div>
      ))}
    </div>
  )
})

function layersOf(scene: Scene, parts: readonly LaidPart[], lifted: ReadonlySet<string>) {
  const { width, height } = scene
  const drawn = parts.reduce((sum, { shapes }) => sum + shapes.length, 0)
  const ground = { isLifted: false, shapes: scene.shapes.slice(0, scene.shapes.length - drawn) }
  return [ground, ...runsOf(parts, lifted)].map(({ isLifted, shapes }) => ({
    isLifted,
    scene: { width, height, shapes },
  }))
}
