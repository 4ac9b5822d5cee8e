// Reads JSON so strictly that no two readers can disagree about what it says.

import { JSON_BYTES_MAX, JSON_DEPTH_MAX, JSON_VALUES_MAX } from './limits.ts'

export type Json = null | boolean | number | string | Json[] | JsonObject
export type JsonObject = { [key: string]: Json }

export type JsonRefusal =
  | 'json-too-large'
  | 'json-syntax'
  | 'json-too-deep'
  | 'json-too-many-values'
  | 'json-duplicate-key'
  | 'json-forbidden-key'
  | 'json-lone-surrogate'
  | 'json-unsafe-number'

export type StrictJson =
  | { readonly outcome: 'parsed'; readonly value: Json }
  | { readonly outcome: 'refused'; readonly reason: JsonRefusal; readonly at: number }

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** One value or many, as JSON-LD lets a document write it. */
export const listOf = (value: Json | undefined): Json[] =>
  value === undefined || value === null ? [] : Array.isArray(value) ? value : [value]

// Copied key by key, the copy is as quick to walk as the original; what destructuring leaves over is a slow object.
export function withoutKey(object: JsonObject, key: string): JsonObject {
  const rest: JsonObject = {}
  for (const name of Object.keys(object)) {
    if (name === '__proto__') Object.defineProperty(rest, name, { value: object[name]!, enumerable: true })
    else if (name !== key) rest[name] = object[name]!
  }
  return rest
}

/**
 * Reads untrusted JSON text. Refuses what JSON.parse lets pass and other readers read differently: duplicate keys (last wins here,
 * first elsewhere), lone surrogates, integers beyond 2^53, infinities, depth, size.
 */
export function parseJsonStrict(text: string): StrictJson {
  if (text.length > JSON_BYTES_MAX) return { outcome: 'refused', reason: 'json-too-large', at: JSON_BYTES_MAX }
  const plain = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text // a byte order mark is not content (RFC 8259 §8.1)
  let value: Json
  try {
    value = JSON.parse(plain)
  } catch {
    return { outcome: 'refused', reason: 'json-syntax', at: 0 }
  }
  const fault = scan(plain)
  return fault ? { outcome: 'refused', ...fault } : { outcome: 'parsed', value }
}

interface Found {
  readonly reason: JsonRefusal
  readonly at: number
}

type Level = { keys: Set<string> | null; wantsKey: boolean }

// Relies on the syntax being right already: every quote opens a string that ends, every bracket has its partner.
function scan(text: string): Found | null {
  const levels: Level[] = []
  let values = 0
  for (let at = 0; at < text.length; ) {
    const char = text[at]!
    const level = levels.at(-1)
    if (char === '"') {
      const end = endOfString(text, at)
      const fault = checkString(text.slice(at, end), level, at)
      if (fault) return fault
      values++
      at = end
    } else if (char === '-' || (char >= '0' && char <= '9')) {
      const end = endOfNumber(text, at)
      if (!isSafeNumber(text.slice(at, end))) return { reason: 'json-unsafe-number', at }
      values++
      at = end
    } else {
      if (char === '{' || char === '[') {
        if (levels.length >= JSON_DEPTH_MAX) return { reason: 'json-too-deep', at }
        levels.push(char === '{' ? { keys: new Set(), wantsKey: true } : { keys: null, wantsKey: false })
        values++
      } else if (char === '}' || char === ']') levels.pop()
      else if (char === ',' && level?.keys) level.wantsKey = true
      else if (char === ':' && level) level.wantsKey = false
      at++
    }
    if (values > JSON_VALUES_MAX * 2) return { reason: 'json-too-many-values', at } // keys are counted with values
  }
  return null
}

function endOfString(text: string, start: number): number {
  let at = start + 1
  while (text[at] !== '"') at += text[at] === '\\' ? 2 : 1
  return at + 1
}

function endOfNumber(text: string, start: number): number {
  let at = start + 1
  while (at < text.length && '0123456789.eE+-'.includes(text[at]!)) at++
  return at
}

function checkString(quoted: string, level: Level | undefined, at: number): Found | null {
  const content: string = quoted.includes('\\') ? JSON.parse(quoted) : quoted.slice(1, -1)
  if (!content.isWellFormed()) return { reason: 'json-lone-surrogate', at }
  if (!level?.keys || !level.wantsKey) return null
  if (content === '__proto__') return { reason: 'json-forbidden-key', at }
  if (level.keys.has(content)) return { reason: 'json-duplicate-key', at }
  level.keys.add(content)
  return null
}

function isSafeNumber(token: string): boolean {
  const number = Number(token)
  if (!Number.isFinite(number)) return false
  return !Number.isInteger(number) || Number.isSafeInteger(number)
}
