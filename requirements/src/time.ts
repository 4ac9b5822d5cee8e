// Days in Korea, and calendar durations added to them.
import type { Duration } from './rule.ts'

/** Korea has been nine hours ahead of UTC all year round since 1988. */
const KST_OFFSET_MS = 9 * 60 * 60 * 1000
const DAY = /^(\d{4})-(\d{2})-(\d{2})$/
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})$/

/** The day in Korea, `YYYY-MM-DD`, of a date or an instant with a zone; undefined for anything else. */
export const dayOf = (value: unknown): string | undefined => {
  if (typeof value !== 'string') return undefined
  if (DAY.test(value)) return isCalendarDay(value) ? value : undefined
  if (!INSTANT.test(value)) return undefined
  const ms = Date.parse(value)
  return Number.isNaN(ms) ? undefined : new Date(ms + KST_OFFSET_MS).toISOString().slice(0, 10)
}

const isCalendarDay = (day: string): boolean => {
  const [month, date] = [Number(day.slice(5, 7)), Number(day.slice(8))]
  return month >= 1 && month <= 12 && date >= 1 && date <= daysOfMonth(Number(day.slice(0, 4)), month - 1)
}

/**
 * The last day of a period that began on `day`. The first day is not counted and the period ends with the corresponding day, or with the
 * month's last day where there is none (Korean Civil Act, Articles 157 and 160): one year from 29 February ends on 28 February.
 */
export const lastDayOf = (day: string, { years, months, days }: Duration, direction: 1 | -1 = 1): string => {
  const monthIndex = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + direction * (years * 12 + months)
  const year = Math.floor(monthIndex / 12)
  const month = monthIndex - year * 12
  const date = Math.min(Number(day.slice(8)), daysOfMonth(year, month))
  // Most periods are years or months, and then there is nothing to carry over.
  if (days === 0) return `${String(year).padStart(4, '0')}-${twoDigits(month + 1)}-${twoDigits(date)}`
  return new Date(Date.UTC(year, month, date) + direction * days * 86_400_000).toISOString().slice(0, 10)
}

const twoDigits = (number: number): string => (number < 10 ? `0${number}` : String(number))

const DAYS_OF_MONTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const
const daysOfMonth = (year: number, month: number): number =>
  month === 1 && (year % 4 === 0 ? year % 100 !== 0 || year % 400 === 0 : false) ? 29 : (DAYS_OF_MONTHS[month] ?? 31)

export const parseDuration = (value: unknown): Duration | undefined => {
  const parts = typeof value === 'string' ? /^P(?=\d)(?:(\d{1,2})Y)?(?:(\d{1,3})M)?(?:(\d{1,4})D)?$/.exec(value) : null
  return parts
    ? { years: Number(parts[1] ?? 0), months: Number(parts[2] ?? 0), days: Number(parts[3] ?? 0) }
    : undefined
}

/** `2026-1` is March to August, `2026-2` September to February, as Korean universities count. */
export const semesterDays = (semester: string): { from: string; until: string } | undefined => {
  const parts = /^(\d{4})-([12])$/.exec(semester)
  if (!parts) return undefined
  const year = Number(parts[1])
  if (parts[2] === '1') return { from: `${year}-03-01`, until: `${year}-08-31` }
  return { from: `${year}-09-01`, until: lastDayOf(`${year + 1}-02-01`, { years: 0, months: 1, days: -1 }) }
}
