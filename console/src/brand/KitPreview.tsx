// One badge and one certificate in the kit, as they would be issued.
import '../designs/editor/drawing.css'
import type { BrandKit } from '@kolleges/api'
import { useQuery } from '@tanstack/react-query'
import { useDeferredValue, useMemo } from 'react'
import { BadgePicture } from '../achievements/BadgePicture.tsx'
import { useInstitution } from '../issuers/queries.ts'
import { useFormat, useWords } from '../language/LanguageProvider.tsx'
import { type KitLook, kitBadge, kitCertificateSvg } from './kit-pieces.ts'
import { kitPictureQuery } from './queries.ts'
import { words } from './words.ts'

export function KitPreview({ kit, look: chosen }: { kit: BrandKit; look: KitLook }) {
  const say = useWords(words)
  const { language, pick } = useFormat()
  const look = useDeferredValue(chosen)
  const institution = useInstitution()
  const institutionName = institution.data ? pick(institution.data.name) : ''
  const pictures = useKitPictures(kit)
  const badge = useMemo(() => kitBadge(look, institutionName, say.sampleCourse), [look, institutionName, say])
  const certificate = useMemo(
    () => kitCertificateSvg({ look, institutionName, badge, pictures, language }),
    [look, institutionName, badge, pictures, language],
  )
  return (
    <section className="kit-preview" aria-label={say.preview}>
      <h2>{say.preview}</h2>
      <BadgePicture design={badge} size={168} alt={say.previewBadge} />
      <span
        className="kit-preview-certificate"
        role="img"
        aria-label={say.previewCertificate}
        // biome-ignore lint/security/noDangerouslySetInnerHtml: sceneSvg escapes every text and writes neither scripts nor references
        dangerouslySetInnerHTML={{ __html: certificate }}
      />
      {!kit.sealUrl && <p>{say.sampleHint}</p>}
    </section>
  )
}

function useKitPictures({ logoUrl, symbolUrl, sealUrl, signatureUrl }: BrandKit) {
  const logo = useQuery(kitPictureQuery(logoUrl)).data
  const symbol = useQuery(kitPictureQuery(symbolUrl)).data
  const seal = useQuery(kitPictureQuery(sealUrl)).data
  const signature = useQuery(kitPictureQuery(signatureUrl)).data
  return useMemo(() => ({ logo, symbol, seal, signature }), [logo, symbol, seal, signature])
}
