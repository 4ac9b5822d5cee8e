// Reads the variables out of a text as it is written, and writes them into it.
import { findVariable, keyOf } from '@kolleges/design'

export interface Token {
  /** As it stands between the braces. */
  readonly name: string
  readonly style: string | null
  /** The key it is known by; of a column of the institution's own, its name. */
  readonly key: string
  readonly isOwnColumn: boolean
  readonly from: number
  readonly to: number
}

const TOKEN = /\{\{([^{}|]+)(?:\|([^{}|]+))?\}\}/g

export const tokensOf = (text: string): Token[] =>
  [...text.matchAll(TOKEN)].map((match) => {
    const name = match[1]!.trim()
    return {
      name,
      style: match[2]?.trim() ?? null,
      key: keyOf(name),
      isOwnColumn: findVariable(name) === undefined,
      from: match.index,
      to: match.index + match[0].length,
    }
  })

export const tokenText = (name: string, style?: string | null): string =>
  style ? `{{${name}|${style}}}` : `{{${name}}}`

/** The text with the token in place of what was marked, and where the caret then stands. */
export function putToken(text: string, from: number, to: number, token: string): { text: string; caret: number } {
  return { text: text.slice(0, from) + token + text.slice(to), caret: from + token.length }
}

/** Staff's own columns may hold nothing that ends a token. */
export const isColumnName = (name: string): boolean => /^[^{}|[\]]{1,80}$/.test(name.trim())
