// Holds the chosen language for everything below it, and tells the document.
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react'
import { type DateForm, formatAgo, formatDate } from './format.ts'
import { type Language, languageCookie, startingLanguage, type Words } from './language.ts'

interface Chosen {
  language: Language
  choose: (language: Language) => void
}
const Context = createContext<Chosen>({ language: 'ko', choose: () => undefined })

/** Also read outside React: the client asks the server for sentences in this language. */
export const currentLanguage = (): Language => startingLanguage(document.cookie, navigator.languages)

export function LanguageProvider({ children }: { children: ReactNode }) {
  const [language, setLanguage] = useState(currentLanguage)
  useEffect(() => {
    document.documentElement.lang = language
  }, [language])
  const chosen = useMemo(
    () => ({
      language,
      choose: (next: Language) => {
        // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser yet
        document.cookie = languageCookie(next)
        setLanguage(next)
      },
    }),
    [language],
  )
  return <Context.Provider value={chosen}>{children}</Context.Provider>
}

export const useLanguage = (): Chosen => useContext(Context)

export const useWords = <T,>(words: Words<T>): T => words[useLanguage().language]

export function useFormat() {
  const { language } = useLanguage()
  return useMemo(
    () => ({
      language,
      date: (instant: string, form: DateForm = 'date') => formatDate(instant, form, language),
      ago: (instant: string) => formatAgo(instant, Date.now(), language),
      /** One of two texts: names and labels that come in both languages. */
      pick: (both: Words<string>) => both[language] || both.ko || both.en,
    }),
    [language],
  )
}
