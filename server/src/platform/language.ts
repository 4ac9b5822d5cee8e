/** Chooses the language of an answer: `?lang=`, then the cookie, then Accept-Language, then Korean. */
import type { Language } from './handler.ts'

export const LANGUAGE_COOKIE = 'kolleges_language'

export function languageOf(request: Request, url: URL): Language {
  return (
    known(url.searchParams.get('lang')) ??
    known(cookieOf(request, LANGUAGE_COOKIE)) ??
    preferred(request.headers.get('accept-language') ?? '') ??
    'ko'
  )
}

/** The cookie that keeps a choice made by `?lang=`, when there was one. */
export function languageCookie(url: URL): string | undefined {
  const chosen = known(url.searchParams.get('lang'))
  return chosen && `${LANGUAGE_COOKIE}=${chosen}; Path=/; Max-Age=31536000; SameSite=Lax`
}

export function cookieOf(request: Request, name: string): string | undefined {
  for (const pair of (request.headers.get('cookie') ?? '').split(';')) {
    const [key, ...value] = pair.trim().split('=')
    if (key === name) return value.join('=')
  }
  return undefined
}

const known = (text: string | null | undefined): Language | undefined =>
  text === 'ko' || text === 'en' ? text : undefined

/** The wanted language of the highest weight that we speak; the order of mention decides between equals. */
function preferred(header: string): Language | undefined {
  const wanted = header.split(',').map((part) => {
    const [range = '', ...parameters] = part.trim().toLowerCase().split(';')
    const weight = Number(parameters.find((parameter) => parameter.trim().startsWith('q='))?.split('=')[1] ?? 1)
    return { language: known(range.split('-')[0]), weight: Number.isNaN(weight) ? 0 : weight }
  })
  return wanted.filter(({ language, weight }) => language && weight > 0).sort((a, b) => b.weight - a.weight)[0]
    ?.language
}
