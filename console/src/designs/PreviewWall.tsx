// One piece as it will be met: shared, small, on dark, printed in grey, by eyes that see fewer colours, with names as they really are.
import './preview-wall.css'
import {
  type BadgeDesign,
  badgeDocument,
  badgeSvg,
  bind,
  type DesignDocument,
  EXAMPLES,
  elementsOf,
  layOut,
  type Picture,
  parseBadgeDesign,
  type Scene,
  sceneSvg,
  shareCardSvg,
} from '@kolleges/design'
import { SegmentedControl } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type CSSProperties, useDeferredValue, useId, useMemo, useState } from 'react'
import { useFormat, useWords } from '../language/LanguageProvider.tsx'
import { longestNamesQuery } from '../learners/queries.ts'
import { confusedBy, filterValues, VISIONS } from './colour-vision.ts'
import { words } from './preview-words.ts'
import { TRUTHS, type Truth, truthData } from './truth.ts'

interface PreviewWallProps {
  /** The piece as it stands; for a badge by itself, its design is enough. */
  document?: DesignDocument
  badge?: BadgeDesign
  pictures?: Readonly<Record<string, Picture>>
  /** What is the same for everybody, by key; the sample's where nothing is given. */
  values?: Readonly<Record<string, string>>
}

export function PreviewWall({ document: given, badge: ownBadge, pictures, values }: PreviewWallProps) {
  const [truth, setTruth] = useState<Truth>('sample')
  const badge = useDeferredValue(ownBadge ?? badgeIn(given) ?? EXAMPLES[0]!)
  const document = useDeferredValue(given) ?? badgeDocument(badge)
  const names = useQuery(longestNamesQuery).data
  const tried = useMemo(() => {
    const known = { longestName: names?.name ?? null, longestNameEnglish: names?.nameEn ?? null, values }
    return truthData(truth, document, known)
  }, [truth, document, names, values])
  const bound = useMemo(
    () => bind({ ...document, language: tried.language }, { values: tried.values, badge, pictures }),
    [document, tried, badge, pictures],
  )
  const scene = useMemo(() => layOut(bound).scene, [bound])
  const undrawn = [...new Set(bound.undrawn.flatMap(({ characters }) => characters))]
  return (
    <div className="wall">
      <Chooser truth={truth} onChange={setTruth} longestName={names?.name ?? null} undrawn={undrawn} />
      <Cards badge={badge} tried={tried} />
      <Views scene={scene} badge={ownBadge && !given ? badge : undefined} />
      <Confusion primary={document.primary} accent={document.accent} />
    </div>
  )
}

/** The badge that a certificate carries of its own. */
function badgeIn(document: DesignDocument | undefined): BadgeDesign | undefined {
  for (const element of elementsOf(document?.elements ?? []))
    if (element.kind === 'badge' && element.design) return element.design
  return undefined
}

interface ChooserProps {
  truth: Truth
  onChange: (truth: Truth) => void
  longestName: string | null
  undrawn: readonly string[]
}

function Chooser({ truth, onChange, longestName, undrawn }: ChooserProps) {
  const say = useWords(words)
  return (
    <div className="wall-chooser">
      <SegmentedControl
        aria-label={say.tryOn}
        size="xs"
        value={truth}
        data={TRUTHS.map((value) => ({ value, label: say.truths[value] }))}
        onChange={(value) => onChange(value as Truth)}
      />
      <p role="status" className="quiet">
        {truth === 'longest' && (longestName ? say.longestIs(longestName) : say.nobodyYet)}
        {undrawn.length > 0 && ` ${say.undrawn(undrawn.join(' '))}`}
      </p>
    </div>
  )
}

/** The picture beside a shared link, cut as each place cuts it. */
function Cards({
  badge,
  tried,
}: {
  badge: BadgeDesign
  tried: { language: 'ko' | 'en'; values: Record<string, string> | Readonly<Record<string, string>> }
}) {
  const say = useWords(words)
  const { language, values } = tried
  const parsed = parseBadgeDesign(badge)
  const svg = useMemo(
    () =>
      parsed.outcome === 'refused'
        ? ''
        : shareCardSvg({
            kind: 'credential',
            design: parsed.design,
            institutionName: values['institution1.name'] ?? badge.institutionName,
            title: values['achievement.name'] ?? badge.title,
            recipientName: values['learner.name'] ?? null,
            url: values['credential.url'] ?? '',
            issuedOn: values['credential.issuedOn'] ?? '2026-12-22',
            language,
          }),
    [parsed, values, badge, language],
  )
  return (
    <div className="wall-cards">
      <Drawing caption={say.linkedin} svg={svg} className="wall-linkedin" />
      <Drawing caption={say.kakao} svg={svg} className="wall-kakao" />
      <Drawing caption={say.naver} svg={svg} className="wall-naver" />
    </div>
  )
}

function Views({ scene, badge }: { scene: Scene; badge: BadgeDesign | undefined }) {
  const say = useWords(words)
  const filter = useId().replace(/[^a-z0-9]/gi, '')
  const svg = useMemo(() => sceneSvg(scene, { title: '' }), [scene])
  // Below 96 pixels a badge goes without its words; a page is only made smaller.
  const small = useMemo(() => (badge ? badgeSvg(badge, { compact: true, alt: '' }) : svg), [badge, svg])
  return (
    <div className="wall-views">
      <Drawing caption={say.small64} svg={small} size={64} />
      <Drawing caption={say.small32} svg={small} size={32} />
      <Drawing caption={say.dark} svg={svg} className="wall-dark" />
      <Drawing caption={say.grey} svg={svg} style={{ filter: 'grayscale(1)' }} />
      {VISIONS.map((vision) => (
        <Drawing key={vision} caption={say.visions[vision]} svg={svg} style={{ filter: `url(#${filter}-${vision})` }} />
      ))}
      <svg width="0" height="0" aria-hidden="true" style={{ position: 'absolute' }}>
        {VISIONS.map((vision) => (
          <filter key={vision} id={`${filter}-${vision}`}>
            <feColorMatrix type="matrix" values={filterValues(vision)} />
          </filter>
        ))}
      </svg>
    </div>
  )
}

interface DrawingProps {
  caption: string
  svg: string
  className?: string
  size?: number
  style?: CSSProperties
}

function Drawing({ caption, svg, className, size, style }: DrawingProps) {
  return (
    <figure className={className}>
      <div className="wall-frame">
        <span
          role="img"
          aria-label={caption}
          style={{ ...style, ...(size ? { width: size, height: size } : {}) }}
          // biome-ignore lint/security/noDangerouslySetInnerHtml: our own drawing: every text is escaped, and it holds neither scripts nor references
          dangerouslySetInnerHTML={{ __html: svg }}
        />
      </div>
      <figcaption>{caption}</figcaption>
    </figure>
  )
}

function Confusion({ primary, accent }: { primary: string; accent: string }) {
  const say = useWords(words)
  const { language } = useFormat()
  const who = confusedBy(primary, accent).map((vision) => say.visions[vision])
  if (who.length === 0) return null
  return <p className="wall-note">{say.confused(who.join(language === 'ko' ? '·' : ' or '))}</p>
}
