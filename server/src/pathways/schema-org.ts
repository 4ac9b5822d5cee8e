/** Describes a micro-degree to search engines in the words of schema.org. */
import type { PathwayFacts } from './facts.ts'

/** As JSON that may stand inside a script element: no `<` in it can end the element. */
export function schemaOrgText(
  { goal, institution, title, parts, partners }: PathwayFacts,
  address: string,
  origin: string,
): string {
  const { description, credits, language, skills } = goal.content
  const organization = {
    '@type': institution.kind === 'university' ? 'CollegeOrUniversity' : 'Organization',
    name: institution.name.ko,
    alternateName: institution.name.en,
    url: institution.website ?? `${origin}/i/${institution.slug}`,
  }
  const described = {
    '@context': 'https://schema.org',
    '@type': 'EducationalOccupationalProgram',
    '@id': `${address}#program`,
    name: title.ko,
    alternateName: title.en,
    description,
    url: address,
    image: `${origin}/b/${goal.id}/${goal.version}/badge-600.png`,
    inLanguage: language,
    provider: [organization, ...partners.map((name) => ({ '@type': 'Organization', name }))],
    ...(credits !== null && { numberOfCredits: credits }),
    educationalCredentialAwarded: {
      '@type': 'EducationalOccupationalCredential',
      name: goal.content.name,
      url: `${origin}/b/${goal.id}/${goal.version}`,
      competencyRequired: skills.map((name) => ({ '@type': 'DefinedTerm', name })),
    },
    hasCourse: parts.map(({ id, version, content }) => ({
      '@type': 'Course',
      name: content.name,
      description: content.description,
      url: `${origin}/b/${id}/${version}`,
      provider: organization,
    })),
  }
  return JSON.stringify(described).replaceAll('<', '\\u003c')
}
