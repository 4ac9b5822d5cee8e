/** Reads the ways people and spreadsheets write a day. */

/** A day as `YYYY-MM-DD`; `undefined` when the text is none. Two-digit years fall on or before `latestYear`. */
export function readDay(text: string, latestYear: number): string | undefined {
  const plain = text
    .replace(/\s*\(?[월화수목금토일](?:요일)?\)?$/, (end) => (/^\s*(?:\(|[월화수목금토]|일요일)/.test(end) ? '' : end))
    .replace(/[ T]\d{1,2}:\d{2}(:\d{2})?(\.\d+)?(Z| ?[AP]M)?$/i, '')
    .trim()
  for (const [pattern, parts] of FORMS) {
    const match = pattern.exec(plain)
    if (match) return dayOf(parts(match.slice(1) as string[]), latestYear)
  }
  return /^\d{5}(\.\d+)?$/.test(plain) ? dayOfSerial(Number(plain)) : undefined
}

type Parts = readonly [year: string, month: string, day: string]

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const monthOf = (name: string): string => String(MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1)

const FORMS: readonly (readonly [RegExp, (found: string[]) => Parts])[] = [
  [/^'?(\d{4}|\d{2})\s*년\s*(\d{1,2})\s*월\s*(\d{1,2})\s*일$/, ([y, m, d]) => [y!, m!, d!]],
  [/^'?(\d{4}|\d{2})\s*[.\-/]\s*(\d{1,2})\s*[.\-/]\s*(\d{1,2})\s*\.?$/, ([y, m, d]) => [y!, m!, d!]],
  [/^(\d{4}|\d{2})(\d{2})(\d{2})$/, ([y, m, d]) => [y!, m!, d!]],
  // Month first is only sure when the day could not be a month.
  [/^(\d{1,2})\/(1[3-9]|2\d|3[01])\/(\d{4})$/, ([m, d, y]) => [y!, m!, d!]],
  [/^(\d{1,2}) ([A-Za-z]{3,9})\.?,? (\d{4})$/, ([d, m, y]) => [y!, monthOf(m!), d!]],
  [/^([A-Za-z]{3,9})\.? (\d{1,2}),? (\d{4})$/, ([m, d, y]) => [y!, monthOf(m!), d!]],
]

function dayOf([year, month, day]: Parts, latestYear: number): string | undefined {
  const y = year.length === 4 ? Number(year) : fullYear(Number(year), latestYear)
  const m = Number(month)
  const d = Number(day)
  if (y < 1900 || y > 2199 || m < 1 || m > 12 || d < 1 || d > daysIn(y, m)) return undefined
  return isoDay(y, m, d)
}

const fullYear = (short: number, latestYear: number): number => {
  const sameCentury = latestYear - (latestYear % 100) + short
  return sameCentury <= latestYear ? sameCentury : sameCentury - 100
}

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
const daysIn = (year: number, month: number): number =>
  month === 2 ? (isLeap(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31

const isoDay = (year: number, month: number, day: number): string =>
  `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`

/**
 * The day a spreadsheet counts: 1 is 1900-01-01. Excel believes in a 29 February 1900, so from day 61 on the count is one
 * ahead. `countsFrom1904` is the workbook's own setting.
 */
export function dayOfSerial(serial: number, countsFrom1904 = false): string | undefined {
  const whole = Math.floor(serial) + (countsFrom1904 ? 1462 : 0)
  if (whole < 1 || whole > SERIAL_MAX || whole === 60) return undefined
  let rest = whole > 60 ? whole - 1 : whole
  let year = 1900
  while (rest > (isLeap(year) ? 366 : 365)) rest -= isLeap(year++) ? 366 : 365
  let month = 1
  while (rest > daysIn(year, month)) rest -= daysIn(year, month++)
  return isoDay(year, month, rest)
}

/** 2199-12-31. */
const SERIAL_MAX = 109_574
