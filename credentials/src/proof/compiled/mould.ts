// Compares a document with one already met, in a single walk that takes out what stands in the holes.

import { isObject, type Json, type JsonObject } from '../../json.ts'
import { MARK, probeOf, split } from './holes.ts'

/** A copy of a document's form, so that nothing done to the document later changes it. */
export interface Mould {
  readonly form: Form
  readonly holes: number
}

type Form =
  | { readonly kind: 'value'; readonly value: Json }
  | { readonly kind: 'hole'; readonly hole: number; readonly isId: boolean }
  | { readonly kind: 'list'; readonly entries: readonly Form[] }
  | { readonly kind: 'object'; readonly keys: readonly string[]; readonly entries: readonly Form[] }

/** Null for a document that cannot be split without doubt. */
export function mouldOf(document: JsonObject): Mould | null {
  const parts = split(document)
  return parts && { form: formOf(probeOf(document), '', true), holes: parts.values.length }
}

/** The mould of a value that has no holes: only an equal one fits. */
export const exactMouldOf = (value: Json): Mould => ({ form: formOf(value, '', false), holes: 0 })

const WHOLE_MARK = new RegExp(`^${MARK.source}$`)

function formOf(value: Json, key: string, hasHoles: boolean): Form {
  const mark = hasHoles && typeof value === 'string' ? WHOLE_MARK.exec(value) : null
  if (mark) return { kind: 'hole', hole: Number(mark[1]), isId: key === 'id' }
  if (Array.isArray(value)) return { kind: 'list', entries: value.map((entry) => formOf(entry, '', hasHoles)) }
  if (!isObject(value)) return { kind: 'value', value }
  const keys = Object.keys(value)
  return { kind: 'object', keys, entries: keys.map((name) => formOf(value[name]!, name, hasHoles)) }
}

/**
 * What stands in the holes, or null for a document of any other form. Fits no more documents than have an equal `key` when split: the order of the properties
 * counts, since the text of a credential is written in it.
 */
export function fit({ form, holes }: Mould, document: Json): readonly string[] | null {
  const fitting = new Fitting(holes)
  return fitting.fits(form, document) ? (fitting.values as string[]) : null
}

class Fitting {
  readonly values: (string | undefined)[]
  private readonly ids: string[] = []

  constructor(holes: number) {
    this.values = new Array<string | undefined>(holes).fill(undefined)
  }

  fits(form: Form, value: Json | undefined): boolean {
    switch (form.kind) {
      case 'value':
        return value === form.value
      case 'hole':
        return typeof value === 'string' && this.fillsHole(form.hole, form.isId, value)
      case 'list':
        return Array.isArray(value) && this.fitsList(form.entries, value)
      case 'object':
        return isObject(value) && this.fitsObject(form.keys, form.entries, value)
    }
  }

  // One id in two places is one node of the graph: equal where they were equal, and nowhere else.
  private fillsHole(hole: number, isId: boolean, value: string): boolean {
    const before = this.values[hole]
    if (before !== undefined) return before === value
    if (isId && this.ids.includes(value)) return false
    if (isId) this.ids.push(value)
    this.values[hole] = value
    return true
  }

  private fitsList(entries: readonly Form[], value: readonly Json[]): boolean {
    if (value.length !== entries.length) return false
    for (let at = 0; at < entries.length; at++) if (!this.fits(entries[at]!, value[at])) return false
    return true
  }

  private fitsObject(keys: readonly string[], entries: readonly Form[], value: JsonObject): boolean {
    let at = 0
    for (const key in value) {
      if (key !== keys[at] || !this.fits(entries[at]!, value[key])) return false
      at++
    }
    return at === keys.length
  }
}
