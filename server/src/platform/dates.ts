/** Writes instants the way people in Korea and abroad read them; always in Asia/Seoul. */
import type { Language } from './handler.ts'

const SEOUL = 'Asia/Seoul'
const LOCALES = { ko: 'ko-KR', en: 'en-GB' } as const satisfies Record<Language, string>

// Making a format takes a hundred times as long as using it, and a batch has a message for each of its learners.
const LONG_DATE = {
  ko: new Intl.DateTimeFormat(LOCALES.ko, { timeZone: SEOUL, dateStyle: 'long' }),
  en: new Intl.DateTimeFormat(LOCALES.en, { timeZone: SEOUL, dateStyle: 'long' }),
} as const satisfies Record<Language, Intl.DateTimeFormat>
const TIME = new Intl.DateTimeFormat('en-GB', { timeZone: SEOUL, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
const PARTS = new Intl.DateTimeFormat('en-CA', { timeZone: SEOUL, year: 'numeric', month: '2-digit', day: '2-digit' })

/** `2026년 11월 23일` · `23 November 2026` */
export const longDate = (instant: string, language: Language): string => LONG_DATE[language].format(new Date(instant))

/** `2026년 11월 23일 16:31` · `23 November 2026 at 16:31` */
export const longDateTime = (instant: string, language: Language): string =>
  `${longDate(instant, language)}${language === 'ko' ? ' ' : ' at '}${TIME.format(new Date(instant))}`

/** `2026-11-23`, the calendar day in Seoul. */
export function seoulDay(instant: string): string {
  const { year, month, day } = seoulParts(instant)
  return `${year}-${month}-${day}`
}

/** The year and month in Seoul: 2026-10-31T15:30Z is already November. */
export function seoulMonth(instant: string): { readonly year: number; readonly month: number } {
  const { year, month } = seoulParts(instant)
  return { year: Number(year), month: Number(month) }
}

function seoulParts(instant: string): { year: string; month: string; day: string } {
  const part = Object.fromEntries(PARTS.formatToParts(new Date(instant)).map(({ type, value }) => [type, value]))
  return { year: part.year ?? '', month: part.month ?? '', day: part.day ?? '' }
}
