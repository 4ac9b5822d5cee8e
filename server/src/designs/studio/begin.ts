/** Begins a document: from a template in the institution's colours, or as an empty page. */
import {
  CERTIFICATES,
  type DesignDocument,
  draftBadgeDesign,
  EXAMPLES,
  findCertificate,
  openBadge,
  TEMPLATES,
} from '@kolleges/design'
import type { Institution } from '../../issuers/index.ts'
import type { DesignKind } from './design.ts'

/** What can be begun from, badges first. */
export const DESIGN_TEMPLATES = [
  ...TEMPLATES.map(({ id, name, fields }) => ({ id: id as string, kind: 'badge' as const, name, fields })),
  ...CERTIFICATES.map(({ id, name, fields }) => ({ id, kind: 'certificate' as const, name, fields })),
]

/** Null for a template that is not there, or is of the other kind. */
export function fromTemplate(
  templateId: string,
  kind: DesignKind,
  name: string,
  institution: Institution,
  { primary, accent }: Colours,
): DesignDocument | null {
  const { language } = institution
  if (kind === 'certificate') {
    const template = findCertificate(templateId)
    return template ? { ...template.document, primary, accent } : null
  }
  const example = EXAMPLES.find(({ template }) => template === templateId)
  if (!example) return null
  const { template, icon } = example
  const institutionName = institution.name[language] || institution.name.ko
  const drafted = draftBadgeDesign({ title: name, institutionName, primary, accent, template, icon })
  const { year, level, levels, done, total, grade } = example
  const parts = Object.entries({ year, level, levels, done, total, grade }).filter(([, part]) => part !== undefined)
  return openBadge({ ...drafted, ...Object.fromEntries(parts) })
}

export type Colours = { readonly primary: string; readonly accent: string }

export function emptyPage(
  page: DesignDocument['page'],
  name: string,
  { language }: Institution,
  { primary, accent }: Colours,
): DesignDocument {
  return { version: 1, page, language, title: name, primary, accent, ground: 'paper', elements: [] }
}
