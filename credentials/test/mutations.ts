// Alters a JSON document in one place: what a forger would try first.

import fc from 'fast-check'
import type { Json, JsonObject } from '../src/index.ts'

type Path = readonly (string | number)[]
type Change = (holder: Record<string | number, Json>, key: string | number, document: JsonObject) => void

/** Copies of the document, each with one value replaced, taken away, doubled, wrapped or moved. */
export const anAltered = (document: JsonObject): fc.Arbitrary<JsonObject> => {
  const paths = pathsIn(document)
  return fc
    .record({ path: fc.constantFrom(...paths), other: fc.constantFrom(...paths), value: fc.jsonValue(), way: ways })
    .map(({ path, other, value, way }) => {
      const copy = structuredClone(document)
      const holder = at(copy, path.slice(0, -1)) as Record<string | number, Json>
      way(value as Json, at(document, other))(holder, path.at(-1)!, copy)
      return copy
    })
}

const ways: fc.Arbitrary<(value: Json, other: Json) => Change> = fc.constantFrom<(value: Json, other: Json) => Change>(
  (value) => (holder, key) => {
    holder[key] = value
  },
  (_, other) => (holder, key) => {
    holder[key] = structuredClone(other)
  },
  () => (holder, key) => {
    if (Array.isArray(holder)) holder.splice(Number(key), 1)
    else delete holder[key]
  },
  () => (holder, key) => {
    holder[key] = [structuredClone(holder[key]!), structuredClone(holder[key]!)]
  },
  () => (holder, key) => {
    holder[key] = { '@value': holder[key]! }
  },
  (value) => (holder) => {
    if (Array.isArray(holder)) holder.push(value)
    else holder.extra = value
  },
  () => (holder, key) => {
    if (typeof holder[key] === 'string') holder[key] = `${holder[key]} `
  },
  // The same properties in another order: another text, and the same graph.
  () => (holder, key) => {
    if (Array.isArray(holder)) holder.reverse()
    else {
      const value = holder[key]!
      delete holder[key]
      holder[key] = value
    }
  },
)

const at = (document: Json, path: Path): Json =>
  path.reduce<Json>((value, key) => (value as Record<string | number, Json>)[key]!, document)

function pathsIn(value: Json, path: Path = []): Path[] {
  const own = path.length > 0 ? [path] : []
  if (Array.isArray(value)) return [...own, ...value.flatMap((entry, index) => pathsIn(entry, [...path, index]))]
  if (typeof value !== 'object' || value === null) return own
  return [...own, ...Object.entries(value).flatMap(([key, inner]) => pathsIn(inner, [...path, key]))]
}
