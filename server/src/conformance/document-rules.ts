/** Bounds what a document under test may cost before anybody looks into it. */
import type { Json } from '@kolleges/credentials'
import { DOCUMENT_VALUES_MAX } from './limits.ts'
import type { RuleFault } from './rule-fault.ts'
import { isObject } from './value-rules.ts'

/** Untrusted JSON, already read strictly: depth and size have their bounds, the number of values gets one here. */
export const documentFaults = (document: Json): RuleFault[] =>
  countValues(document) > DOCUMENT_VALUES_MAX ? [{ pointer: '', code: 'document-too-long' }] : []

function countValues(value: Json): number {
  if (Array.isArray(value)) return value.reduce<number>((sum, entry) => sum + countValues(entry), 1)
  return isObject(value) ? countValues(Object.values(value)) : 1
}
