// Makes an object fit to be signed: nothing empty in it, every text in NFC.

import { isObject, type Json, type JsonObject } from './json.ts'

export type Sparse = {
  readonly [key: string]: Sparse | readonly Sparse[] | string | number | boolean | null | undefined
}

/**
 * Drops undefined, null and empty arrays (JSON-LD ignores nulls, the JSON Schema refuses them) and normalises text, because Hangul typed on
 * a Mac arrives decomposed. Before signing only: afterwards not a character may move.
 */
export function compact(parts: Sparse | object): JsonObject {
  const result: JsonObject = {}
  for (const [key, value] of Object.entries(parts)) {
    const kept = keep(value)
    if (kept !== undefined) result[key] = kept
  }
  return result
}

function keep(value: unknown): Json | undefined {
  if (value === undefined || value === null) return undefined
  if (typeof value === 'string') return value.normalize('NFC')
  if (Array.isArray(value)) {
    const kept = value.map(keep).filter((entry) => entry !== undefined)
    return kept.length > 0 ? kept : undefined
  }
  if (isObject(value)) return compact(value)
  return value as Json
}
