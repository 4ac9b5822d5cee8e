// A design in small, drawn in place by the same code that draws it large.
import { bind, type DesignDocument, layOut, parseDocument } from '@kolleges/design'
import { memo, useMemo } from 'react'
import { Drawing } from './editor/Drawing.tsx'
import { type House, previewData } from './editor/preview-data.ts'

export const NO_HOUSE: House = { name: { ko: '', en: '' }, headTitle: null, headName: null, pictures: {} }

interface DesignPictureProps {
  document: DesignDocument | Readonly<Record<string, unknown>>
  house: House
}

export const DesignPicture = memo(function DesignPicture({ document, house }: DesignPictureProps) {
  const scene = useMemo(() => {
    const parsed = parseDocument(document)
    if (parsed.outcome === 'refused') return null
    const data = previewData(parsed.document, { person: 'sample', house, longestName: null, columns: {} })
    return layOut(bind(parsed.document, data)).scene
  }, [document, house])
  return (
    <span className="design-picture" aria-hidden>
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
