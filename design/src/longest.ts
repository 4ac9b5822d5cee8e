/** Finds the value that needs the most room: what a preview must show before a roster is issued. */
import { type Face, type Weight, widthOf } from './metrics.ts'

/** The widest of the texts as it would be drawn; empty when there is none. Measured, not counted: 'W' is wider than 'l'. */
export function longest(texts: readonly string[], weight: Weight = 700, face: Face = 'sans'): string {
  let [best, widest] = ['', 0]
  for (const text of texts) {
    // No character is wider than an em and a half.
    if (text.length * 1.5 <= widest) continue
    const width = widthOf(text.normalize('NFC'), weight, face)
    if (width > widest) [best, widest] = [text, width]
  }
  return best
}
