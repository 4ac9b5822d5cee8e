// Reads the standard's DateTimeZ: RFC 3339 with a zone, of a day that exists.

import { KNOWN_INSTANTS_MAX } from './limits.ts'

export type Instant = string

const DATE_TIME_CHARS_MAX = 35 // nine decimals and an offset

const DATE_TIME_Z = /^(\d{4})-(\d{2})-(\d{2})[Tt](\d{2}):(\d{2}):(\d{2})(?:\.(\d{1,9}))?(?:[Zz]|([+-])(\d{2}):(\d{2}))$/

// One verification reads the same few dates many times, and credentials of a batch share theirs.
const known = new Map<string, number | null>()

/** Milliseconds since 1970 of an untrusted date-time; null for anything without a zone or not in the calendar (OB 3.0, "DateTimeZ"). */
export function millisOf(text: string): number | null {
  const millis = known.get(text)
  if (millis !== undefined) return millis
  if (text.length > DATE_TIME_CHARS_MAX) return null
  if (known.size >= KNOWN_INSTANTS_MAX) known.clear()
  const read = readInstant(text)
  known.set(text, read)
  return read
}

function readInstant(text: string): number | null {
  const found = DATE_TIME_Z.exec(text)
  if (!found) return null
  const [year, month, day, hour, minute, second] = found.slice(1, 7).map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ]
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return null
  if (hour > 23 || minute > 59 || second > 59) return null
  const offset = offsetMinutes(found[8], Number(found[9] ?? 0), Number(found[10] ?? 0))
  if (offset === null) return null
  const millis = Number((found[7] ?? '').padEnd(3, '0').slice(0, 3))
  return Date.UTC(year, month - 1, day, hour, minute, second, millis) - offset * 60_000
}

/** Whether an untrusted value is a date-time with a zone, of a day that exists (OB 3.0, "DateTimeZ"). */
export const isInstant = (value: unknown): value is Instant => typeof value === 'string' && millisOf(value) !== null

const daysIn = (year: number, month: number): number =>
  month === 2
    ? year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
      ? 29
      : 28
    : [4, 6, 9, 11].includes(month)
      ? 30
      : 31

function offsetMinutes(sign: string | undefined, hours: number, minutes: number): number | null {
  if (hours > 14 || minutes > 59) return null
  return (sign === '-' ? -1 : 1) * (hours * 60 + minutes)
}
