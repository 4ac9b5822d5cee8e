// Keeps the draft that could not be sent yet in this browser, so that a reload or a crash loses nothing.
import { type DesignDocument, parseDocument } from '@kolleges/design'

export interface KeptDraft {
  readonly document: DesignDocument
  /** The revision it was begun from. */
  readonly revision: number
}

type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

const keyOf = (design: string): string => `kolleges.design.${design}`

/** False where the browser has no room or forbids it. */
export function keepDraft(store: Store, design: string, draft: KeptDraft): boolean {
  try {
    store.setItem(keyOf(design), JSON.stringify(draft))
    return true
  } catch {
    return false
  }
}

export function forgetDraft(store: Store, design: string): void {
  try {
    store.removeItem(keyOf(design))
  } catch {
    // A store that cannot be written holds nothing to forget.
  }
}

/** Nothing where there is none, or what is there is no document any more. */
export function keptDraft(store: Store, design: string): KeptDraft | null {
  try {
    const { document, revision } = JSON.parse(store.getItem(keyOf(design)) ?? 'null') as KeptDraft
    const parsed = parseDocument(document)
    return parsed.outcome === 'parsed' && Number.isInteger(revision) ? { document: parsed.document, revision } : null
  } catch {
    return null
  }
}
