// Files that come in and go out: designs as JSON, pictures, and what the server renders.
import { type DesignDocument, type Edit, parseDocument } from '@kolleges/design'

export type ReadDesign =
  | { readonly outcome: 'read'; readonly document: DesignDocument }
  | { readonly outcome: 'refused'; readonly isNewer: boolean }

/** Checked as anything from outside is. */
export function readDesign(text: string): ReadDesign {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return { outcome: 'refused', isNewer: false }
  }
  const parsed = parseDocument(value)
  if (parsed.outcome === 'parsed') return { outcome: 'read', document: parsed.document }
  return { outcome: 'refused', isNewer: parsed.faults.some(({ code }) => code === 'version-newer') }
}

/** Another document in the place of this one, as one edit that can be undone. */
export function replaceWith({ version: _, elements, ...fields }: DesignDocument): Edit {
  return {
    kind: 'all',
    edits: [
      { kind: 'arrange', parent: null, elements },
      { kind: 'restyle', fields },
    ],
  }
}

/** A name every system takes. */
export const fileName = (name: string, extension: string): string =>
  `${name.replace(/[\\/:*?"<>|\p{Cc}]/gu, ' ').trim() || 'design'}.${extension}`

export function saveBlob(name: string, blob: Blob): void {
  const url = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  URL.revokeObjectURL(url)
}
