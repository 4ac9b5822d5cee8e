// A design in small, drawn in place by the same code that draws it large.
import { bind, type DesignDocument, layOut, parseDocument } from '@kolleges/design'
import { memo, type RefObject, useEffect, useMemo, useRef, useState } from 'react'
import { Drawing } from './editor/Drawing.tsx'
import { type House, previewData } from './editor/preview-data.ts'

export const NO_HOUSE: House = { name: { ko: '', en: '' }, headTitle: null, headName: null, pictures: {} }

interface DesignPictureProps {
  document: DesignDocument | Readonly<Record<string, unknown>>
  house: House
}

export const DesignPicture = memo(function DesignPicture({ document, house }: DesignPictureProps) {
  const ref = useRef<HTMLSpanElement>(null)
  const isNear = useNear(ref)
  const scene = useMemo(() => {
    const parsed = isNear ? parseDocument(document) : null
    if (parsed?.outcome !== 'parsed') return null
    const data = previewData(parsed.document, { person: 'sample', house, longestName: null, columns: {} })
    return layOut(bind(parsed.document, data)).scene
  }, [document, house, isNear])
  return (
    <span ref={ref} className="design-picture" aria-hidden>
      {scene && (
        <span
          style={{ aspectRatio: `${scene.width} / ${scene.height}` }}
          data-tall={scene.height > scene.width || undefined}
        >
          <Drawing scene={scene} />
        </span>
      )}
    </span>
  )
})

/** A page of thirty certificates is drawn as it is scrolled to, a little ahead. */
const AHEAD_PX = 300

function useNear(ref: RefObject<HTMLElement | null>): boolean {
  const [isNear, setNear] = useState(false)
  useEffect(() => {
    const frame = ref.current
    if (!frame) return
    const observer = new IntersectionObserver(
      ([seen]) => {
        if (!seen?.isIntersecting) return
        setNear(true)
        observer.disconnect()
      },
      { rootMargin: `${AHEAD_PX}px` },
    )
    observer.observe(frame)
    return () => observer.disconnect()
  }, [ref])
  return isNear
}
