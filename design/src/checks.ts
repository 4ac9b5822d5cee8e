/** Checks values from outside, field by field, each fault with its path. */
import type { DesignFault, DesignFaultCode } from './faults.ts'

/** Adds what is wrong with a value to the list; adds nothing when it is right. */
export type Check = (value: unknown, path: string, faults: DesignFault[]) => void

export type Fields = Readonly<Record<string, Check | { readonly optional: Check }>>

export const optional = (check: Check): { readonly optional: Check } => ({ optional: check })

/** An object with exactly these fields. */
export function record(fields: Fields): Check {
  return (value, path, faults) => {
    if (!isRecord(value)) return void faults.push({ path, code: 'not-an-object' })
    for (const [name, field] of Object.entries(fields)) {
      const at = `${path}/${name}`
      if (value[name] !== undefined) (typeof field === 'function' ? field : field.optional)(value[name], at, faults)
      else if (typeof field === 'function') faults.push({ path: at, code: 'field-missing' })
    }
    for (const name of Object.keys(value))
      if (!Object.hasOwn(fields, name)) faults.push({ path: `${path}/${pointerToken(name)}`, code: 'field-unknown' })
  }
}

export function list(check: Check, itemsMax: number): Check {
  return (value, path, faults) => {
    if (!Array.isArray(value)) return void faults.push({ path, code: 'not-a-list' })
    if (value.length > itemsMax) return void faults.push({ path, code: 'list-too-long', limit: itemsMax })
    value.forEach((item, i) => {
      check(item, `${path}/${i}`, faults)
    })
  }
}

export function text(charactersMax: number, { mayBeEmpty = false } = {}): Check {
  return (value, path, faults) => {
    if (typeof value !== 'string') faults.push({ path, code: 'not-text' })
    else if (!mayBeEmpty && value.trim() === '') faults.push({ path, code: 'text-empty' })
    else if (value.length > charactersMax) faults.push({ path, code: 'text-too-long', limit: charactersMax })
  }
}

/** A finite number within the range; -0 is refused because it would not come back from JSON. */
export function number(min: number, max: number): Check {
  return (value, path, faults) => {
    const isNumber = typeof value === 'number' && Number.isFinite(value) && !Object.is(value, -0)
    if (!isNumber) faults.push({ path, code: 'not-a-number' })
    else if (value < min || value > max) faults.push({ path, code: 'measure-out-of-range', limit: max })
  }
}

export const claim =
  (holds: (value: unknown) => boolean, code: DesignFaultCode): Check =>
  (value, path, faults) => {
    if (!holds(value)) faults.push({ path, code })
  }

export const oneOf = (choices: readonly unknown[]): Check => claim((value) => choices.includes(value), 'choice-unknown')

export const flag: Check = oneOf([true, false])

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** One step of a JSON Pointer (RFC 6901), shortened: the name came from outside. */
export const pointerToken = (name: string): string => name.slice(0, 60).replaceAll('~', '~0').replaceAll('/', '~1')
