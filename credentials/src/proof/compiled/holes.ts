// Splits a document into what all credentials of one achievement share and the few texts in which each differs.

import { isObject, type Json, type JsonObject } from '../../json.ts'

/** `*` stands for every entry of an array. What is not listed is part of the shape. */
const HOLES: readonly (readonly string[])[] = [
  ['id'],
  ['validFrom'],
  ['validUntil'],
  ['awardedDate'],
  ['created'],
  ['credentialSubject', 'id'],
  ['credentialSubject', 'encodedList'],
  ['credentialSubject', 'licenseNumber'],
  ['credentialSubject', 'narrative'],
  ['credentialSubject', 'activityStartDate'],
  ['credentialSubject', 'activityEndDate'],
  ['credentialSubject', 'identifier', '*', 'identityHash'],
  ['credentialSubject', 'identifier', '*', 'salt'],
  ['credentialSubject', 'result', '*', 'value'],
  ['credentialStatus', 'id'],
  ['credentialStatus', 'statusListIndex'],
  ['evidence', '*', 'id'],
  ['evidence', '*', 'name'],
  ['evidence', '*', 'narrative'],
  ['evidence', '*', 'description'],
  ['relatedResource', '*', 'id'],
  ['relatedResource', '*', 'digestMultibase'],
]

interface Tree {
  isLeaf: boolean
  readonly inner: Map<string, Tree>
}

const ROOT = treeOf(HOLES)

function treeOf(paths: readonly (readonly string[])[]): Tree {
  const root: Tree = { isLeaf: false, inner: new Map() }
  for (const path of paths) {
    let at = root
    for (const step of path) {
      const next = at.inner.get(step) ?? { isLeaf: false, inner: new Map() }
      at.inner.set(step, next)
      at = next
    }
    at.isLeaf = true
  }
  return root
}

export interface Split {
  /** The document with every hole blanked, as text: equal for equal shapes, and for no others. */
  readonly key: string
  readonly values: readonly string[]
}

// Whatever stood in a hole is gone, so a blank can be any text.
const BLANK = ''
const MARK_PREFIX = 'x-hole:'

/** Null for a document that cannot be split without doubt. */
export function split(document: JsonObject): Split | null {
  const values: string[] = []
  const key = JSON.stringify(fill(document, values, (hole, isAgain) => (isAgain ? `=${hole}` : BLANK)))
  return key.includes(MARK_PREFIX) ? null : { key, values }
}

/** The same document with a recognisable mark in every hole, in the order of `values`. */
export const probeOf = (document: JsonObject): JsonObject => fill(document, [], markOf) as JsonObject

// One id in two places is one node of the graph: both places are then the same hole, and that is part of the shape.
function fill(document: JsonObject, values: string[], textOf: (hole: number, isAgain: boolean) => string): Json {
  const ids = new Map<string, number>()
  return replaceHoles(document, ROOT, false, (value, isId) => {
    const again = isId ? ids.get(value) : undefined
    if (again !== undefined) return textOf(again, true)
    const hole = values.push(value) - 1
    if (isId) ids.set(value, hole)
    return textOf(hole, false)
  })
}

/** JSON Pointers of the holes, in the order of `values`; of an id in two places the first. */
export function holePointers(document: JsonObject): string[] {
  const marked = probeOf(document)
  const pointers: string[] = []
  const visit = (value: Json, pointer: string): void => {
    const mark = typeof value === 'string' ? new RegExp(`^${MARK.source}$`).exec(value) : null
    if (mark) pointers[Number(mark[1])] ??= pointer
    else if (typeof value === 'object' && value !== null)
      for (const [key, inner] of Object.entries(value)) visit(inner, `${pointer}/${key}`)
  }
  visit(marked, '')
  return pointers
}

// An absolute IRI that no vocabulary abbreviates, so it passes through JSON-LD whole, as an IRI or as a text.
const markOf = (hole: number): string => `${MARK_PREFIX}${hole}:`
export const MARK = /x-hole:(\d+):/g

function replaceHoles(value: Json, tree: Tree, isId: boolean, replace: (value: string, isId: boolean) => string): Json {
  if (tree.isLeaf && typeof value === 'string') return replace(value, isId)
  if (Array.isArray(value)) {
    const each = tree.inner.get('*')
    return each ? value.map((entry) => replaceHoles(entry, each, false, replace)) : value
  }
  if (!isObject(value) || tree.inner.size === 0) return value
  const copy = { ...value }
  for (const [key, inner] of tree.inner)
    if (copy[key] !== undefined) copy[key] = replaceHoles(copy[key], inner, key === 'id', replace)
  return copy
}
