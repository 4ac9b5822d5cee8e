/** Describes an achievement to search engines in the words of schema.org. */
import { seoulDay } from '../platform/dates.ts'
import type { Published } from './find-published.ts'
import { KINDS } from './words.ts'

/** As JSON that may stand inside a script element: no `<` in it can end the element. */
export function schemaOrgText({ content, institution, publishedAt }: Published, address: string): string {
  const described = {
    '@context': 'https://schema.org',
    '@type': 'EducationalOccupationalCredential',
    '@id': `${address}#credential`,
    name: content.name,
    description: content.description,
    url: address,
    image: `${address}/badge-600.png`,
    inLanguage: content.language,
    dateCreated: seoulDay(publishedAt),
    credentialCategory: KINDS[content.kind].en,
    ...(content.level ? { educationalLevel: `${content.level.framework} ${content.level.value}` } : {}),
    ...(content.skills.length > 0
      ? { competencyRequired: content.skills.map((name) => ({ '@type': 'DefinedTerm', name })) }
      : {}),
    recognizedBy: {
      '@type': institution.kind === 'university' ? 'CollegeOrUniversity' : 'Organization',
      name: institution.name[content.language],
      ...(institution.website ? { url: institution.website } : {}),
    },
  }
  return JSON.stringify(described).replaceAll('<', '\\u003c')
}
