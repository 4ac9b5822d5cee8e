// Takes from a document what JSON Pointers name, with the ids and types that it hangs on.

import { CredentialError } from '../errors.ts'
import type { Json, JsonObject } from '../json.ts'

/** Trusted pointers. Throws for one that leads nowhere (VC-DI-ECDSA §3.4.13, "selectJsonLd"). */
export function select(document: JsonObject, pointers: readonly string[]): JsonObject {
  const paths = pointers.map((pointer) => stepsOf(pointer))
  for (const [at, path] of paths.entries())
    if (valueAt(document, path) === undefined) throw new CredentialError('pointer-unmatched', { pointer: pointers[at] })
  return { '@context': document['@context'] as Json, ...(chosen(document, paths) as JsonObject) }
}

/** Whether a value at `path` is said, when these pointers are selected: it lies within one, or on the way to one. */
export const isSelected = (path: string, pointers: readonly string[]): boolean =>
  pointers.some((pointer) => isWithin(path, pointer) || isWithin(pointer, path))

const isWithin = (path: string, outer: string): boolean => path === outer || path.startsWith(`${outer}/`)

const stepsOf = (pointer: string): string[] =>
  pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))

const valueAt = (value: Json, path: readonly string[]): Json | undefined =>
  path.reduce<Json | undefined>(
    (at, step) => (typeof at === 'object' && at !== null ? (at as JsonObject)[step] : undefined),
    value,
  )

function chosen(value: Json, paths: readonly (readonly string[])[]): Json {
  if (paths.some((path) => path.length === 0)) return value
  const inside = (step: string) => paths.filter(([first]) => first === step).map((path) => path.slice(1))
  if (Array.isArray(value)) {
    const kept = value
      .map((entry, at) => ({ entry, inner: inside(String(at)) }))
      .filter(({ inner }) => inner.length > 0)
    return kept.map(({ entry, inner }) => chosen(entry, inner))
  }
  const kept: JsonObject = {}
  for (const [key, inner] of Object.entries(value as JsonObject)) {
    const deeper = inside(key)
    if (deeper.length > 0) kept[key] = chosen(inner, deeper)
    else if (key === 'id' || key === 'type') kept[key] = inner
  }
  return kept
}
