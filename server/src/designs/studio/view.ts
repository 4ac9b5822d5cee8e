/** Puts a design into the words of the wire. */
import type { Design } from '@kolleges/api'
import type { StudioDesign } from './design.ts'

export function viewOf({ publishedVersion, document, usedBy, ...design }: StudioDesign): Design {
  return {
    ...design,
    state: publishedVersion === null ? 'draft' : 'published',
    version: publishedVersion,
    document: { ...document },
    usedBy: [...usedBy],
  }
}
