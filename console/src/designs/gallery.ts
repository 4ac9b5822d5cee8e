// The templates as the gallery shows them: in the institution's colours, under its name.
import type { Institution } from '@kolleges/api'
import { CERTIFICATES, type DesignDocument, draftBadgeDesign, EXAMPLES, openBadge, TEMPLATES } from '@kolleges/design'
import type { DesignKind } from './queries.ts'

export interface GalleryItem {
  readonly id: string
  readonly name: string
  readonly describes: string
  readonly document: DesignDocument
}

type House = Pick<Institution, 'name' | 'primaryColor' | 'accentColor'>

export const galleryOf = (kind: DesignKind, house: House, language: 'ko' | 'en'): GalleryItem[] =>
  kind === 'badge' ? badges(house, language) : certificates(house, language)

const certificates = ({ primaryColor: primary, accentColor: accent }: House, language: 'ko' | 'en'): GalleryItem[] =>
  CERTIFICATES.map(({ id, name, describes, document }) => ({
    id,
    name: name[language],
    describes: describes[language],
    document: { ...document, primary, accent },
  }))

function badges({ name, primaryColor: primary, accentColor: accent }: House, language: 'ko' | 'en'): GalleryItem[] {
  const institutionName = name[language] || name.ko || name.en
  return TEMPLATES.map((template) => {
    const example = EXAMPLES.find((one) => one.template === template.id)
    const { title = '', icon = 'star', ...parts } = example ?? {}
    const drafted = draftBadgeDesign({ title, icon, institutionName, primary, accent, template: template.id })
    return {
      id: template.id,
      name: template.name[language],
      describes: '',
      document: openBadge({ ...parts, ...drafted }),
    }
  })
}
