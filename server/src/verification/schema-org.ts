/** Describes a public, valid credential to search engines in the words of schema.org. */
import type { Facts } from './facts.ts'
import type { OwnCredential } from './find-own.ts'

/** JSON that is safe inside a script element. The person is named only while the name shows. */
export function schemaOrg({ own, facts, origin }: { own: OwnCredential; facts: Facts; origin: string }): string {
  const { award, institution } = own
  const url = `${origin}/b/${award.achievementId}/${award.achievementVersion}`
  const id = `${url}#credential`
  const credential = {
    '@type': 'EducationalOccupationalCredential',
    '@id': id,
    name: facts.title,
    description: facts.description,
    url,
    image: `${url}/badge-600.png`,
    credentialCategory: facts.kind,
    educationalLevel: facts.level,
    inLanguage: facts.contentLanguage,
    dateCreated: facts.issuedAt?.slice(0, 10),
    recognizedBy: {
      '@type': institution.kind === 'university' ? 'CollegeOrUniversity' : 'EducationalOrganization',
      name: institution.name.ko,
      alternateName: institution.name.en,
      url: institution.website ?? `${origin}/i/${institution.slug}`,
    },
    competencyRequired: facts.skills.map((skill) => ({ '@type': 'DefinedTerm', name: skill })),
  }
  const person = { '@type': 'Person', name: award.recipient.name, hasCredential: { '@id': id } }
  const graph = award.nameHidden ? [credential] : [credential, person]
  return JSON.stringify({ '@context': 'https://schema.org', '@graph': graph }).replace(/</g, '\\u003c')
}
