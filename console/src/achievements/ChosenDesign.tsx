// A badge of the institution's own design, with the achievement's words in it, as it will be issued.
import { bind, compactDocument, type DesignDocument, layOut, parseDocument, sceneSvg } from '@kolleges/design'
import { useQuery } from '@tanstack/react-query'
import { memo, type ReactNode, useMemo } from 'react'
import { type House, previewData } from '../designs/editor/preview-data.ts'
import { kitOf, useHouse, useKits } from '../designs/editor/use-house.ts'
import { publishedDesignsQuery, useVersion, useVersions } from '../designs/queries.ts'
import { COMPACT_BELOW_PX } from './BadgePicture.tsx'

export interface ChosenLook {
  document: DesignDocument
  house: House
}

interface ChosenDesignProps {
  id: string
  children: (chosen: ChosenLook) => ReactNode
}

/** Its newest published version, which publishing the badge will pin; the draft may be further on. Nothing until it has come. */
export function ChosenDesign({ id, children }: ChosenDesignProps) {
  const published = useVersions(id).data?.data.filter(({ kind }) => kind === 'published') ?? []
  const newest = published.toSorted((one, other) => (other.version ?? 0) - (one.version ?? 0))[0]
  const stored = useVersion(id, newest?.id ?? null).data?.document
  const parsed = useMemo(() => (stored ? parseDocument(stored) : null), [stored])
  const designs = useQuery(publishedDesignsQuery('badge')).data
  if (parsed?.outcome !== 'parsed') return <div className="badge-preview" aria-busy />
  const brandKit = designs?.find((design) => design.id === id)?.brandKit ?? null
  return (
    <InHouse document={parsed.document} brandKit={brandKit}>
      {children}
    </InHouse>
  )
}

interface InHouseProps {
  document: DesignDocument
  brandKit: string | null
  children: ChosenDesignProps['children']
}

function InHouse({ document, brandKit, children }: InHouseProps) {
  const house = useHouse(document, kitOf(useKits().data, brandKit))
  return children({ document, house })
}

interface DocumentPictureProps extends ChosenLook {
  values: Readonly<Record<string, string>>
  size: number
  /** Spoken name; without one the picture is decoration. */
  alt: string | undefined
}

export const DocumentPicture = memo(function DocumentPicture(props: DocumentPictureProps) {
  const { document, house, values, size, alt } = props
  const isCompact = size < COMPACT_BELOW_PX
  const svg = useMemo(() => {
    const data = previewData(document, { person: 'sample', house, longestName: null, columns: {} })
    const shown = isCompact ? compactDocument(document) : document
    return sceneSvg(layOut(bind(shown, { ...data, values: { ...data.values, ...values } })).scene, { title: '' })
  }, [document, house, values, isCompact])
  return (
    <span
      className="badge-picture"
      style={{ width: size, maxWidth: '100%', aspectRatio: '1' }}
      {...(alt ? { role: 'img', 'aria-label': alt } : { 'aria-hidden': true })}
      // biome-ignore lint/security/noDangerouslySetInnerHtml: sceneSvg escapes every text and writes neither scripts nor references
      dangerouslySetInnerHTML={{ __html: svg }}
    />
  )
})
