// Chooses between Korean and English, the two languages every text here exists in.
export type Language = 'ko' | 'en'

/** The same words in both languages; the English object must `satisfies` the type of the Korean one. */
export interface Words<T> {
  readonly ko: T
  readonly en: T
}

/** The cookie the server reads too, so its pages and sentences come in the same language. */
const COOKIE = 'kolleges_language'
const REMEMBERED_SECONDS = 31_536_000

/** The language chosen before in this browser, if any. */
export const chosenLanguage = (cookies: string): Language | null => {
  const chosen = cookies.match(new RegExp(`(?:^|;\\s*)${COOKIE}=(ko|en)(?:;|$)`))?.[1]
  return chosen === 'ko' || chosen === 'en' ? chosen : null
}

/** The language chosen before, else the browser's, else Korean. */
export function startingLanguage(cookies: string, browser: readonly string[]): Language {
  const known = browser.map((tag) => tag.slice(0, 2)).find((tag) => tag === 'ko' || tag === 'en')
  return chosenLanguage(cookies) ?? (known === 'en' ? 'en' : 'ko')
}

export const languageCookie = (language: Language): string =>
  `${COOKIE}=${language}; Path=/; Max-Age=${REMEMBERED_SECONDS}; SameSite=Lax`
