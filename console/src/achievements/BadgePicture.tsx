// A badge drawn in place, by the same code that draws the issued one.
import './badges.css'
import type { DesignInput } from '@kolleges/api'
import { type BadgeDesign, badgeSvg, parseBadgeDesign } from '@kolleges/design'
import { memo } from 'react'
import { useLanguage } from '../language/LanguageProvider.tsx'

/** Below this many pixels the words could not be read, so the badge goes without. */
export const COMPACT_BELOW_PX = 96

interface BadgePictureProps {
  design: DesignInput
  size: number
  /** Spoken name; without one the picture is decoration beside words that say the same. */
  alt?: string | undefined
  compact?: boolean
}

export const BadgePicture = memo(function BadgePicture({ design, size, alt, compact }: BadgePictureProps) {
  const { language } = useLanguage()
  const parsed = parseBadgeDesign(design)
  const spoken = alt ? { role: 'img', 'aria-label': alt } : { 'aria-hidden': true }
  const frame = { width: size, maxWidth: '100%', aspectRatio: '1' }
  if (parsed.outcome === 'refused')
    return <span className="badge-picture badge-picture-missing" style={frame} {...spoken} />
  return (
    <span
      className="badge-picture"
      style={frame}
      {...spoken}
      // biome-ignore lint/security/noDangerouslySetInnerHtml: badgeSvg escapes every text and writes neither scripts nor references
      dangerouslySetInnerHTML={{ __html: svgOf(parsed.design, compact ?? size < COMPACT_BELOW_PX, language) }}
    />
  )
})

/** The span speaks for the picture, so the drawing itself keeps silent, hover text included. */
const svgOf = (design: BadgeDesign, compact: boolean, language: 'ko' | 'en'): string =>
  badgeSvg(design, { compact, language }).replace(/<title>.*?<\/title>/s, '')
