// Writes dates and numbers for people, in their language, by the clock of Seoul.
import type { Language } from './language.ts'

const ZONE = 'Asia/Seoul'
const LOCALE: Record<Language, string> = { ko: 'ko-KR', en: 'en-GB' }

const STYLES = {
  date: { dateStyle: 'medium' },
  longDate: { dateStyle: 'long' },
  moment: { dateStyle: 'medium', timeStyle: 'short' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>
export type DateForm = keyof typeof STYLES

const made = new Map<string, Intl.DateTimeFormat>()

export function formatDate(instant: string, form: DateForm, language: Language): string {
  const key = `${form} ${language}`
  const format = made.get(key) ?? new Intl.DateTimeFormat(LOCALE[language], { ...STYLES[form], timeZone: ZONE })
  made.set(key, format)
  return format.format(new Date(instant))
}

export const grouped = (count: number): string => count.toLocaleString('en-US')

const STEPS: [Intl.RelativeTimeFormatUnit, number][] = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
]

/** "3 hours ago" within a week, else the date. */
export function formatAgo(instant: string, now: number, language: Language): string {
  const seconds = (Date.parse(instant) - now) / 1000
  if (Math.abs(seconds) > 7 * 86_400) return formatDate(instant, 'date', language)
  const relative = new Intl.RelativeTimeFormat(LOCALE[language], { numeric: 'auto' })
  const step = STEPS.find(([, size]) => Math.abs(seconds) >= size)
  return step ? relative.format(Math.trunc(seconds / step[1]), step[0]) : relative.format(0, 'second')
}

/** The calendar day of an instant in Seoul, as `<input type="date">` wants it. */
export const dayInSeoul = (instant: string | number): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone: ZONE, dateStyle: 'short' }).format(new Date(instant))

/** Korea has had no summer time since 1988, so its offset may be written down. */
export const startOfDayInSeoul = (day: string): string => `${day}T00:00:00+09:00`
export const endOfDayInSeoul = (day: string): string => `${day}T23:59:59+09:00`
