// Decides what a changed kit concerns, and how a document looks in it.
import type { Achievement, BrandKit } from '@kolleges/api'
import { type DesignDocument, edit, type KitLooks, parseDocument, printDocument, wearKit } from '@kolleges/design'

/** An achievement's badge knows no kit: it is of this one when it has its colours as they were. */
export const isInColours = ({ state, design }: Achievement, before: KitColours, after: KitColours): boolean =>
  state !== 'retired' && sameColours(design, before) && !sameColours(design, after)

type KitColours = Pick<BrandKit, 'primary' | 'accent'>

const sameColours = (a: KitColours, b: KitColours): boolean =>
  a.primary.toLowerCase() === b.primary.toLowerCase() && a.accent.toLowerCase() === b.accent.toLowerCase()

/** The document in the kit's looks; nothing when it has them already, or is of a newer version than this console. */
export function dressed(document: unknown, looks: KitLooks): DesignDocument | null {
  const parsed = parseDocument(document)
  if (parsed.outcome === 'refused') return null
  const changed = edit(parsed.document, wearKit(parsed.document, looks))
  if (changed.outcome === 'refused') return null
  return printDocument(changed.document) === printDocument(parsed.document) ? null : changed.document
}
