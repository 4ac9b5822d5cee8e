// Remembers achievements that were found without fault: what all credentials of a badge share is checked once, and then only compared.

import { isObject, type Json } from './json.ts'
import { KNOWN_ACHIEVEMENTS_MAX, SHAPE_CHARS_MAX } from './limits.ts'
import { exactMouldOf, fit, type Mould } from './proof/compiled/mould.ts'

// By id. One met once has no mould yet: most of a stranger's achievements are met once.
const known = new Map<string, Mould | null>()

/** Only for a value equal to one that was remembered, down to the order of its properties. */
export function isKnownAchievement(value: Json): boolean {
  const mould = isObject(value) && typeof value.id === 'string' ? known.get(value.id) : null
  return mould ? fit(mould, value) !== null : false
}

/** Expects a value in which no fault was found. */
export function rememberAchievement(value: Json): void {
  const id = isObject(value) ? value.id : undefined
  if (typeof id !== 'string' || id.length > SHAPE_CHARS_MAX) return
  const isMetAgain = known.has(id)
  if (isMetAgain && JSON.stringify(value).length > SHAPE_CHARS_MAX) return
  known.delete(id)
  known.set(id, isMetAgain ? exactMouldOf(value) : null)
  if (known.size > KNOWN_ACHIEVEMENTS_MAX) known.delete(known.keys().next().value!)
}
