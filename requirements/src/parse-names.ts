// Reads what a rule's own words are called, in one language or both.
import { asText, type Fault, fault, isObject } from './faults.ts'
import type { Titles } from './rule.ts'

export const parseNames = (value: unknown, faults: Fault[]): Titles | undefined => {
  if (value === undefined) return undefined
  if (!isObject(value)) {
    faults.push(fault('/names', 'not-an-object'))
    return undefined
  }
  return Object.fromEntries(
    Object.entries(value).map(([id, name]) => {
      const path = `/names/${id.replaceAll('~', '~0').replaceAll('/', '~1')}`
      if (!isObject(name)) return [id, asText(name, path, faults) ?? id]
      const [ko, en] = [asText(name.ko, `${path}/ko`, faults), asText(name.en, `${path}/en`, faults)]
      return [id, { ko: ko ?? id, en: en ?? id }]
    }),
  )
}
