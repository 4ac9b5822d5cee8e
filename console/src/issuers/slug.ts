// Suggests the institution's address from its English name.
const SLUG_CHARACTERS_MAX = 40
const SAYS_LITTLE = new Set([
  'university',
  'college',
  'academy',
  'association',
  'institute',
  'of',
  'the',
  'and',
  'for',
  'korea',
  'inc',
  'co',
  'ltd',
])

/** "Hanbit National University" is suggested as `hanbit-national`; nothing usable is suggested as an empty text. */
export function suggestSlug(nameEn: string): string {
  const words = nameEn
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean)
  const telling = words.filter((word) => !SAYS_LITTLE.has(word))
  const chosen = telling.join('-').length >= 2 ? telling : words
  const slug = chosen.join('-').slice(0, SLUG_CHARACTERS_MAX).replace(/-+$/, '')
  return slug.length >= 2 ? slug : ''
}

/** Makes what is typed into the address field writable in an address, as it is typed. */
export const tidySlug = (typed: string): string =>
  typed
    .toLowerCase()
    .replace(/[^a-z0-9-]+/g, '-')
    .slice(0, SLUG_CHARACTERS_MAX)
