// Says in which form the documents of an Open Badges 2.0 assertion are handed in.

import { isObject, type Json, type JsonObject } from '../json.ts'

/** `gone` is an answer of 410, the way in which version 2.0 says that a hosted assertion was revoked; its body may say why. */
export type FetchedDocument = { readonly document: Json } | { readonly gone: Json } | { readonly unreachable: string }

/** By URL. */
export type Documents = ReadonlyMap<string, FetchedDocument>

export type Found =
  | { readonly outcome: 'found'; readonly object: JsonObject; readonly url: string | null }
  | { readonly outcome: 'gone'; readonly body: Json }
  | { readonly outcome: 'missing'; readonly url: string }
  | { readonly outcome: 'malformed' }

/** Follows an untrusted property that holds either an object or the URL of one. */
export function follow(value: Json | undefined, documents: Documents): Found {
  if (isObject(value)) return { outcome: 'found', object: value, url: null }
  if (typeof value !== 'string' || !isWebUrl(value)) return { outcome: 'malformed' }
  const fetched = documents.get(value)
  if (!fetched || 'unreachable' in fetched) return { outcome: 'missing', url: value }
  if ('gone' in fetched) return { outcome: 'gone', body: fetched.gone }
  return isObject(fetched.document)
    ? { outcome: 'found', object: fetched.document, url: value }
    : { outcome: 'malformed' }
}

export const isWebUrl = (value: unknown): value is string =>
  typeof value === 'string' && /^https?:\/\//.test(value) && URL.canParse(value)
