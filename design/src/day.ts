/** Writes a day in words. */
import type { Language } from './language.ts'

const MONTHS = 'January February March April May June July August September October November December'.split(' ')

/** `YYYY-MM-DD` in words; any other text as it is: staff may have written the date themselves. */
export function dayInWords(day: string, language: Language): string {
  const [, year, month, date] = /^(\d{4})-(\d{2})-(\d{2})(?:T|$)/.exec(day) ?? []
  if (!year || Number(month) < 1 || Number(month) > 12) return day
  return language === 'ko'
    ? `${year}년 ${Number(month)}월 ${Number(date)}일`
    : `${Number(date)} ${MONTHS[Number(month) - 1]} ${year}`
}
