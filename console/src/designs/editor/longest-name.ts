// Finds the name that needs the most room in what was pasted from a roster.
import { longest } from '@kolleges/design'

/** The first cell of each line, without a heading; whole rows may be pasted. */
export function namesIn(text: string): string[] {
  const cells = text.split(/\r?\n/).map((line) => line.split('\t')[0]?.trim() ?? '')
  return cells.filter((name, at) => name !== '' && !(at === 0 && HEADINGS.test(name)))
}

const HEADINGS = /^(성\s*명|이\s*름|학습자|name|full name)$/i

/** Measured as drawn; nothing where there are no names. */
export const longestOf = (names: readonly string[]): string | null => longest(names) || null
