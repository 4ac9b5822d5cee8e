// Compares a value with the table of its class, naming every difference by its JSON Pointer.

import type { Fault, FaultCode } from './errors.ts'
import { isInstant } from './instant.ts'
import { isObject, type Json, type JsonObject, listOf } from './json.ts'
import { type Kind, type Property, SHAPES, type Shape, type ShapeName } from './shapes.ts'
import { isUri } from './uri.ts'

/** Untrusted value. Unknown properties of open classes are no fault here: JSON-LD safe mode judges those. */
export function checkShape(name: ShapeName, value: Json, path: string, faults: Fault[]): void {
  if (!isObject(value)) {
    note(faults, path, 'wrong-type', `a ${name} object is wanted, not ${nounOf(value)}`)
    return
  }
  const shape = SHAPES[name]
  checkType(shape, value, path, faults)
  for (const [key, property] of PROPERTIES.get(name)!) {
    const found = value[key]
    // Paths are spelled out only where something might be wrong: most values are plainly right.
    if (found === undefined) {
      if (property.required) note(faults, `${path}/${key}`, 'missing', `${name} needs ${key}`)
    } else if (!isPlainlyRight(property, found)) checkProperty(property, found, `${path}/${key}`, faults)
  }
  if (!shape.closed) return
  for (const key of Object.keys(value))
    if (key !== 'type' && !(key in shape.properties))
      note(faults, `${path}/${pointerOf(key)}`, 'not-allowed', `${name} has no property ${key}`)
}

export function checkProperty(property: Property, value: Json, path: string, faults: Fault[]): void {
  if (!property.many) {
    checkValue(property, value, path, faults)
    return
  }
  if (Array.isArray(value) && value.length === 0) {
    note(faults, path, 'empty', 'an empty array says nothing')
    return
  }
  if (!Array.isArray(value)) {
    checkValue(property, value, path, faults)
    return
  }
  for (const [at, entry] of value.entries()) {
    checkValue(property, entry, `${path}/${at}`, faults)
  }
}

export const note = (faults: Fault[], path: string, code: FaultCode, message: string): void => {
  faults.push({ path, code, message })
}

export const pointerOf = (key: string): string => key.replaceAll('~', '~0').replaceAll('/', '~1')

function checkType(shape: Shape, value: JsonObject, path: string, faults: Fault[]): void {
  if (!shape.type) return
  const types = listOf(value.type)
  if (types.length === 0) note(faults, `${path}/type`, 'missing', `type must contain ${shape.type}`)
  else if (shape.exactType ? value.type !== shape.type && !isSoleOf(types, shape.type) : !types.includes(shape.type))
    note(faults, `${path}/type`, 'unknown-value', `type must ${shape.exactType ? 'be' : 'contain'} ${shape.type}`)
}

// Badges in the wild write ["Image"] where the standard says "Image"; the meaning is the same in JSON-LD.
const isSoleOf = (types: readonly Json[], type: string): boolean => types.length === 1 && types[0] === type

function isPlainlyRight({ kind, values }: Property, value: Json): boolean {
  const wanted = SIMPLE[kind as keyof typeof SIMPLE]
  return wanted?.isOne(value) === true && value !== null && (!values || values.includes(String(value)))
}

function checkValue(property: Property, value: Json, path: string, faults: Fault[]): void {
  if (value === null) {
    note(faults, path, 'null', 'null says nothing: leave the property out')
    return
  }
  const wanted = SIMPLE[property.kind as keyof typeof SIMPLE]
  if (!wanted) {
    checkShape(property.kind as ShapeName, value, path, faults)
    return
  }
  if (!wanted.isOne(value)) {
    note(faults, path, wanted.code, `${wanted.noun} is wanted, not ${nounOf(value)}`)
    return
  }
  if (property.values && !isListed(property, value as string))
    note(
      faults,
      path,
      'unknown-value',
      `${String(value)} is not one of the standard's values${property.isFinal ? '' : '; own ones begin with ext:'}`,
    )
}

const isListed = ({ values = [], isFinal }: Property, value: string): boolean =>
  values.includes(value) || (!isFinal && /^ext:[\w\-./]+$/.test(value))

interface SimpleKind {
  readonly noun: string
  readonly code: FaultCode
  readonly isOne: (value: Json) => boolean
}

const simple = (noun: string, code: FaultCode, isOne: (value: Json) => boolean): SimpleKind => ({ noun, code, isOne })

const SIMPLE: Readonly<Record<Exclude<Kind, ShapeName>, SimpleKind>> = {
  text: simple('a text', 'wrong-type', (value) => typeof value === 'string'),
  langtext: simple('a text', 'wrong-type', isLanguageText),
  language: simple('a language tag', 'wrong-type', (value) => typeof value === 'string' && LANGUAGE.test(value)),
  uri: simple('an absolute URI', 'not-a-uri', isUri),
  jws: simple('a compact JWS', 'wrong-type', (value) => typeof value === 'string' && JWS.test(value)),
  instant: simple('a date-time with a zone', 'not-a-datetime', isInstant),
  date: simple('a date', 'not-a-datetime', (value) => typeof value === 'string' && isInstant(`${value}T00:00:00Z`)),
  number: simple('a number', 'wrong-type', (value) => typeof value === 'number'),
  boolean: simple('true or false', 'wrong-type', (value) => typeof value === 'boolean'),
  object: simple('an object', 'wrong-type', isObject),
}

// As the standard's JSON Schemas have them: `ko`, `zh-Hant`, `en-US`, `es-419`.
const LANGUAGE = /^[a-z]{2,4}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?$/
const JWS = /^[\w-]+\.[\w-]*\.[\w-]+$/

const LANGUAGE_KEYS = ['@value', '@language', '@direction']

// VCDM 2.0 §11.1: a text, or language value objects of exactly these keys.
function isLanguageText(value: Json): boolean {
  if (typeof value === 'string') return true
  if (Array.isArray(value)) return value.every((entry) => isObject(entry) && isLanguageText(entry))
  if (!isObject(value) || typeof value['@value'] !== 'string') return false
  return Object.entries(value).every(([key, inner]) => LANGUAGE_KEYS.includes(key) && typeof inner === 'string')
}

const nounOf = (value: Json): string =>
  typeof value === 'string'
    ? JSON.stringify(value.slice(0, 80))
    : Array.isArray(value)
      ? 'an array'
      : value === null
        ? 'null'
        : typeof value

const PROPERTIES: ReadonlyMap<string, readonly [string, Property][]> = new Map(
  Object.entries(SHAPES).map(([name, { properties }]) => [name, Object.entries(properties)]),
)
