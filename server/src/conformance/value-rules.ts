/** Tells the kinds of value that the Verifiable Credentials Data Model 2.0 builds its properties from. */
import { isInstant, type Json, type JsonObject } from '@kolleges/credentials'
import { pointerOf, type RuleCode, type RuleFault } from './rule-fault.ts'

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** An absolute URL without anything that RFC 3986 forbids. */
export const isUrl = (value: unknown): value is string =>
  typeof value === 'string' && /^[A-Za-z][A-Za-z0-9+.-]*:[^\s<>"{}|\\^`]+$/.test(value)

export const entriesOf = (value: Json | undefined): Json[] =>
  value === undefined ? [] : Array.isArray(value) ? value : [value]

/** The pointer of the n-th entry of a property that may be written as one value or as many. */
export const entryPointer = (property: Json | undefined, key: string, at: number): string =>
  Array.isArray(property) ? `${pointerOf(key)}${pointerOf(at)}` : pointerOf(key)

const fault = (pointer: string, code: RuleCode): RuleFault => ({ pointer, code })

export const BASE_CONTEXT = 'https://www.w3.org/ns/credentials/v2'

/** §4.3: an ordered set whose first item is the base context, then addresses and objects. */
export function contextFaults(context: Json | undefined): RuleFault[] {
  if (context === undefined) return [fault('/@context', 'context-missing')]
  if (!Array.isArray(context)) return [fault('/@context', 'context-malformed')]
  if (context[0] !== BASE_CONTEXT) return [fault('/@context', 'context-base-missing')]
  return context.flatMap((entry, at) =>
    isUrl(entry) || isObject(entry) ? [] : [fault(`/@context/${at}`, 'context-entry-malformed')],
  )
}

/** §4.4: exactly one URL, where there is an id at all. */
export const idFaults = (id: Json | undefined, pointer = '/id'): RuleFault[] =>
  id === undefined || isUrl(id) ? [] : [fault(pointer, 'id-malformed')]

/** §4.5: one or more texts, the named one among them. */
export function typeFaults(type: Json | undefined, wanted: string): RuleFault[] {
  const types = entriesOf(type)
  if (types.length === 0) return [fault('/type', 'type-missing')]
  if (!types.every(isWord)) return [fault('/type', 'type-malformed')]
  return types.includes(wanted) ? [] : [fault('/type', 'type-base-missing')]
}

export const isWord = (value: Json): boolean => typeof value === 'string' && value !== ''

/** §4.6 and §11.1: a text, or language value objects of exactly these keys. */
export function textFaults(value: Json | undefined, pointer: string): RuleFault[] {
  if (value === undefined || typeof value === 'string') return []
  const entries = entriesOf(value)
  if (entries.length === 0) return [fault(pointer, 'text-malformed')]
  return entries.flatMap((entry, at) => languageValueFaults(entry, Array.isArray(value) ? `${pointer}/${at}` : pointer))
}

const LANGUAGE_VALUE_KEYS = ['@value', '@language', '@direction']

function languageValueFaults(value: Json, pointer: string): RuleFault[] {
  const isKnown = isObject(value) && Object.keys(value).every((key) => LANGUAGE_VALUE_KEYS.includes(key))
  if (!isKnown || typeof value['@value'] !== 'string') return [fault(pointer, 'text-malformed')]
  const { '@language': language, '@direction': direction } = value
  return [
    ...(language === undefined || isLanguageTag(language)
      ? []
      : [fault(`${pointer}/@language`, 'text-language-malformed')]),
    ...(direction === undefined || direction === 'ltr' || direction === 'rtl'
      ? []
      : [fault(`${pointer}/@direction`, 'text-direction-malformed')]),
  ]
}

const isLanguageTag = (value: Json): boolean =>
  typeof value === 'string' && /^[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*$/.test(value)

/** §4.7 and §4.13: a URL, or an object with a URL as its id. Null names nobody. */
export const isParty = (value: Json | undefined): boolean => isUrl(value) || (isObject(value) && isUrl(value.id))

/** Says by its type how it is to be read, so it must have one; some need an id too. */
export function typedObjectFaults(document: JsonObject, key: string, needsId = false): RuleFault[] {
  const property = document[key]
  if (property === undefined) return []
  const entries = entriesOf(property)
  if (entries.length === 0) return [fault(pointerOf(key), 'property-malformed')]
  return entries.flatMap((entry, at) => {
    const pointer = entryPointer(property, key, at)
    if (!isObject(entry)) return [fault(pointer, 'property-malformed')]
    const types = entriesOf(entry.type)
    return [
      ...(types.length > 0 && types.every(isWord) ? [] : [fault(`${pointer}/type`, 'property-type-missing')]),
      ...(needsId && entry.id === undefined ? [fault(`${pointer}/id`, 'property-id-missing')] : []),
      ...idFaults(entry.id, `${pointer}/id`),
    ]
  })
}

/** §4.9: a dateTimeStamp, which is a date and time with its zone. */
export const dateFaults = (value: Json | undefined, pointer: string): RuleFault[] =>
  value === undefined || isInstant(value) ? [] : [fault(pointer, 'date-malformed')]
