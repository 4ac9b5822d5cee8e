/** Puts the W3C's vocabularies for examples and tests where a document names them by address. */
import type { Json, JsonObject } from '@kolleges/credentials'
import { isObject } from './value-rules.ts'

/**
 * They give every word a meaning, so real verification does not know them: there, a misspelt property must be noticed. The suites use them
 * throughout. Written in place they mean the same, so a signature over the one is a signature over the other.
 */
const EXAMPLES: ReadonlyMap<Json, Json> = new Map([
  ['https://www.w3.org/ns/credentials/examples/v2', { '@vocab': 'https://www.w3.org/ns/credentials/examples#' }],
  [
    'https://www.w3.org/ns/credentials/undefined-terms/v2',
    { '@vocab': 'https://www.w3.org/ns/credentials/undefined-term#' },
  ],
])

/** Untrusted document; the original when it names none of them. */
export function withExampleVocabulary(document: JsonObject): JsonObject {
  return namesOne(document) ? (written(document) as JsonObject) : document
}

const namesOne = (value: Json): boolean => {
  if (Array.isArray(value)) return value.some(namesOne)
  if (!isObject(value)) return typeof value === 'string' && EXAMPLES.has(value)
  return Object.values(value).some(namesOne)
}

function written(value: Json, isContext = false): Json {
  if (Array.isArray(value)) return value.map((entry) => written(entry, isContext))
  if (isObject(value)) {
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, written(inner, key === '@context')]))
  }
  return isContext ? (EXAMPLES.get(value) ?? value) : value
}
