/** Keeps a path to go on to after signing in only when it leads within this server. */
import { NEXT_PATH_CHARACTERS_MAX } from './limits.ts'

const SOMEWHERE = 'http://kolleges.invalid'

/**
 * Answers a path with its query, or undefined. The text comes from a link anyone can write, so `//other.example`, `/\other.example`,
 * control characters and whole addresses are refused: browsers read several of them as another host.
 */
export function ownPath(text: string | null | undefined): string | undefined {
  if (!text || text.length > NEXT_PATH_CHARACTERS_MAX) return undefined
  if (!/^\/(?![/\\])[\x21-\x7e]*$/.test(text) || text.includes('\\')) return undefined
  const url = URL.parse(text, SOMEWHERE)
  if (!url || url.origin !== SOMEWHERE || url.pathname.startsWith('//')) return undefined
  // Going back to the sign-in page would go round in a circle.
  if (/^\/sign-(in|out)(\/|$)/.test(url.pathname)) return undefined
  return `${url.pathname}${url.search}`
}
