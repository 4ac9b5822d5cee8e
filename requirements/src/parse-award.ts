// Reads how a micro-degree is awarded: by itself, after review, or on set dates.
import { type Fault, fault, isObject } from './faults.ts'
import type { Award } from './rule.ts'

/** Any day of a leap year; in other years 29 February is the 28th. */
const MONTH_DAY =
  /^(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|02-(?:0[1-9]|[12]\d))$/

export const parseAward = (value: unknown, faults: Fault[]): Award => {
  const { mode = 'auto', batchDates = [], title, partners = [], annotations = [] } = isObject(value) ? value : {}
  if (mode !== 'auto' && mode !== 'review' && mode !== 'batch') faults.push(fault('/award/mode', 'condition-unknown'))
  const dates = Array.isArray(batchDates) ? batchDates.filter((date): date is string => typeof date === 'string') : []
  dates.forEach((date, i) => {
    if (!MONTH_DAY.test(date)) faults.push(fault(`/award/batchDates/${i}`, 'date-malformed'))
  })
  if (mode === 'batch' && dates.length === 0) faults.push(fault('/award/batchDates', 'dates-missing'))
  return {
    mode: mode as Award['mode'],
    batchDates: dates,
    title:
      isObject(title) && typeof title.ko === 'string' && typeof title.en === 'string'
        ? { ko: title.ko, en: title.en }
        : undefined,
    partners: Array.isArray(partners)
      ? partners.filter((partner): partner is string => typeof partner === 'string')
      : [],
    annotations: Array.isArray(annotations) ? annotations.filter(isAnnotation) : [],
  }
}

const isAnnotation = (value: unknown): value is Award['annotations'][number] =>
  value === 'diploma' || value === 'transcript'
