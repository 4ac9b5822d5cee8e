/** Puts a brand kit on a document: as one edit, so that it can be looked at, taken, and undone. */
import type { Colour } from './colour.ts'
import { type DesignDocument, type Element, elementsOf, isCertificate } from './document.ts'
import type { Edit } from './edit.ts'
import type { Face } from './metrics.ts'

export type KitLooks = {
  readonly primary: Colour
  readonly accent: Colour
  /** `as-designed` leaves the faces as they are. */
  readonly fonts: { readonly title: Face | 'as-designed'; readonly body: Face | 'as-designed' }
}

/** Colours given by hand to single elements stay; everything in a slot follows. Badges keep their one face. */
export function wearKit(document: DesignDocument, { primary, accent, fonts }: KitLooks): Edit {
  const sizes = [...elementsOf(document.elements)].flatMap((one) => (one.kind === 'text' ? [one.size] : []))
  const titleSize = Math.max(0, ...sizes) * TITLE_SHARE
  const dress = (element: Element): Edit[] => {
    // A locked element is guarded against the hand that slips, not against its brand.
    const set = (fields: Readonly<Record<string, unknown>>): Edit[] => [
      { kind: 'set', id: element.id, fields: { ...fields, ...(element.locked ? { locked: true } : {}) } },
    ]
    if (element.kind === 'badge' && element.design) return set({ design: { ...element.design, primary, accent } })
    if (element.kind !== 'text' || !isCertificate(document)) return []
    const face = element.size >= titleSize ? fonts.title : fonts.body
    return face === 'as-designed' || face === element.face ? [] : set({ face })
  }
  const edits = [...elementsOf(document.elements)].flatMap(dress)
  return { kind: 'all', edits: [{ kind: 'restyle', fields: { primary, accent } }, ...edits] }
}

/** Titles are the largest words of a page, and whatever comes near to them. */
const TITLE_SHARE = 0.8
