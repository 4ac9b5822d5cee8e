// Names for what a rule speaks of by id: badges, tags, levels, offices.
import type { Comparison, Duration, Titles } from './rule.ts'

export type { Titles } from './rule.ts'

export type Language = 'ko' | 'en'

export type Words = { readonly language: Language; readonly titles: Titles }

/** The sentence of the reader's language. */
export const told = ({ language }: Words, ko: string, en: string): string => (language === 'ko' ? ko : en)

/** Stages and offices that rules name by a plain word. */
const USUAL: Titles = {
  registrar: { ko: '교무처', en: 'the registrar' },
  dean: { ko: '학장', en: 'the dean' },
  department: { ko: '학과', en: 'the department' },
  'pre-application': { ko: '예비 신청', en: 'Pre-application' },
  application: { ko: '신청', en: 'Application' },
  completion: { ko: '이수 신청', en: 'Completion application' },
}

export const nameOf = (id: string, { language, titles }: Words): string => {
  const title = Object.hasOwn(titles, id) ? titles[id] : Object.hasOwn(USUAL, id) ? USUAL[id] : undefined
  return typeof title === 'object' ? title[language] : (title ?? id)
}

export const quoted = (id: string, words: Words): string =>
  told(words, `‘${nameOf(id, words)}’`, `“${nameOf(id, words)}”`)

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/** `2026년 5월 1일` · `1 May 2026` */
export const longDay = (day: string, words: Words): string => {
  const [year, month = 1, date] = day.split('-').map(Number)
  return told(words, `${year}년 ${month}월 ${date}일`, `${date} ${MONTHS[month - 1]} ${year}`)
}

/** `3학점` · `1 credit` */
export const amountText = (amount: number, kind: 'credits' | 'hours', words: Words): string => {
  if (words.language === 'ko') return `${amount}${kind === 'credits' ? '학점' : '시간'}`
  return countText(amount, kind === 'credits' ? 'credit' : 'hour')
}

const SMALL = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']

/** English sentences write small numbers out; amounts of credits and hours stay figures. */
export const inWords = (count: number): string => SMALL[count] ?? String(count)

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

export const countText = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`

/** `3년 6개월` · `3 years 6 months` */
export const durationText = ({ years, months, days }: Duration, words: Words): string => {
  const parts = [
    [years, '년', 'year'],
    [months, '개월', 'month'],
    [days, '일', 'day'],
  ] as const
  return parts
    .filter(([count]) => count > 0)
    .map(([count, ko, en]) => told(words, `${count}${ko}`, countText(count, en)))
    .join(' ')
}

const COMPARED: Record<Comparison['operator'], readonly [string, string]> = {
  '>=': ['이상', 'or above'],
  '>': ['초과', 'exceeded'],
  '=': ['', 'exactly'],
  '<': ['미만', 'not reached'],
  '<=': ['이하', 'or below'],
}

/** `5수준 이상`, `2판 이상` · `level 5 or above`, `version 2 or above` */
export const comparedText = ({ operator, value }: Comparison, ko: string, en: string, words: Words): string =>
  told(words, `${value}${ko} ${COMPARED[operator][0]}`.trim(), `${en} ${value} ${COMPARED[operator][1]}`)
