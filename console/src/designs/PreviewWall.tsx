// One piece as it will be met: shared, small, on dark, printed in grey, by eyes that see fewer colours; all from its one scene.
import './editor/drawing.css'
import './preview-wall.css'
import {
  type BadgeDesign,
  type Bound,
  badgeSvg,
  compactDocument,
  isCertificate,
  type Language,
  layOut,
  parseBadgeDesign,
  type Scene,
  sceneSvg,
  shareCardSvg,
} from '@kolleges/design'
import { type CSSProperties, useDeferredValue, useId, useMemo } from 'react'
import { useFormat, useWords } from '../language/LanguageProvider.tsx'
import { confusedBy, filterValues, VISIONS } from './colour-vision.ts'
import { words } from './preview-words.ts'

interface PreviewWallProps {
  bound: Bound
  /** What `layOut` made of it. */
  scene: Scene
  /** The badge beside shared links; the piece itself where the page is a badge's. */
  badge: BadgeDesign | undefined
  /** `badge` says all of the page: small it is drawn in its compact form. */
  isBadge?: boolean
}

export function PreviewWall({ bound: given, scene: drawn, badge, isBadge }: PreviewWallProps) {
  const bound = useDeferredValue(given)
  const scene = useDeferredValue(drawn)
  const { values } = bound.data
  const { language, primary, accent } = bound.document
  const isPage = isCertificate(bound.document)
  // Below 96 pixels a badge goes without its words; a page is only made smaller.
  const small = useMemo(() => {
    if (isBadge && badge) return badgeSvg(badge, { compact: true, alt: '' })
    return sceneSvg(isPage ? scene : layOut({ ...bound, document: compactDocument(bound.document) }).scene, {
      title: '',
    })
  }, [isBadge, badge, isPage, scene, bound])
  return (
    <div className="wall">
      {badge && <Cards badge={badge} scene={isPage ? undefined : scene} values={values} language={language} />}
      <Views scene={scene} small={small} />
      <Confusion primary={primary} accent={accent} />
    </div>
  )
}

interface CardsProps {
  badge: BadgeDesign
  /** The badge where it is a document of its own. */
  scene: Scene | undefined
  values: Readonly<Record<string, string>>
  language: Language
}

/** The picture beside a shared link, cut as each place cuts it. */
function Cards({ badge, scene, values, language }: CardsProps) {
  const say = useWords(words)
  const svg = useMemo(() => cardSvg({ badge, scene, values, language }), [badge, scene, values, language])
  return (
    <div className="wall-cards">
      <Drawing caption={say.linkedin} svg={svg} className="wall-linkedin" />
      <Drawing caption={say.kakao} svg={svg} className="wall-kakao" />
      <Drawing caption={say.naver} svg={svg} className="wall-naver" />
    </div>
  )
}

/** A badge that is not whole yet has no card. */
function cardSvg({ badge, scene, values, language }: CardsProps): string {
  const parsed = parseBadgeDesign(badge)
  if (parsed.outcome === 'refused') return ''
  return shareCardSvg({
    kind: 'credential',
    design: parsed.design,
    ...(scene ? { badge: scene } : {}),
    institutionName: values['institution1.name'] ?? badge.institutionName,
    title: values['achievement.name'] ?? badge.title,
    recipientName: values['learner.name'] ?? null,
    url: values['credential.url'] ?? '',
    issuedOn: values['credential.issuedOn'] ?? '2026-12-22',
    language,
  })
}

function Views({ scene, small }: { scene: Scene; small: string }) {
  const say = useWords(words)
  const filter = useId().replace(/[^a-z0-9]/gi, '')
  const svg = useMemo(() => sceneSvg(scene, { title: '' }), [scene])
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
