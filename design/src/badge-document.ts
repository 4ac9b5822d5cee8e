/** Opens a finished badge as a document, so that more can be laid over it. */
import type { BadgeDesign } from './badge-design.ts'
import type { DesignDocument } from './document.ts'

/** The badge as one element on its own page. */
export const badgeDocument = (design: BadgeDesign): DesignDocument => ({
  version: 1,
  page: 'badge',
  language: 'ko',
  title: `${design.institutionName} ${design.title} 디지털배지`,
  primary: design.primary,
  accent: design.accent,
  ground: 'paper',
  elements: [{ kind: 'badge', id: 'badge', x: 0, y: 0, width: 600, height: 600, design }],
})
