// Brings template or document, data, brand and credential together into one laid-out piece.
import {
  type BadgeDesign,
  type BindingData,
  type Bound,
  badgeDocument,
  bind,
  type DesignDocument,
  describeDesignFault,
  draftBadgeDesign,
  EXAMPLES,
  findCertificate,
  isCertificate,
  type Layout,
  layOut,
  parseBadgeDesign,
  parseDocument,
  TEMPLATES,
} from '@kolleges/design'
import type { Brand } from './brand.ts'
import { flatten, isRecord, type Json } from './person.ts'

export type Piece = { readonly bound: Bound; readonly layout: Layout; readonly document: DesignDocument }

export type Given = {
  /** A template's id, or a design read from a file. */
  readonly design: string | Json
  readonly data: Json
  readonly brand: Brand
  /** What the signed credential says: used where the data are silent. */
  readonly signed: Readonly<Record<string, string>>
}

/** Throws with a sentence for people when the design or the badge's parts are refused. */
export function composePiece({ design, data, brand, signed }: Given): Piece {
  if (!isRecord(data)) throw new Error('the data must be one object, for one person')
  const values = { ...signed, ...brand.values, ...flatten(data) }
  const badge = badgeOf(data, values, brand)
  const document = recoloured(documentOf(design, badge), brand)
  const binding: BindingData = { values, badge: badge(undefined), pictures: brand.pictures }
  const bound = bind(document, binding)
  return { bound, layout: layOut(bound), document: bound.document }
}

type MakeBadge = (template: BadgeDesign['template'] | undefined) => BadgeDesign

function documentOf(design: string | Json, badge: MakeBadge): DesignDocument {
  if (typeof design === 'string') {
    const certificate = findCertificate(design)
    if (certificate) return certificate.document
    const template = TEMPLATES.find(({ id }) => id === design)
    if (template) return badgeDocument(badge(template.id))
    throw new Error(`there is no template "${design}"; "kolleges templates" lists them`)
  }
  if (isRecord(design) && design.template !== undefined) return badgeDocument(parsedBadge(design))
  const parsed = parseDocument(design)
  if (parsed.outcome === 'parsed') return parsed.document
  throw new Error(
    parsed.faults.map((fault) => `${fault.path || '/'}: ${describeDesignFault(fault, 'en')}`).join('\n  '),
  )
}

const recoloured = (document: DesignDocument, { primary, accent }: Brand): DesignDocument => ({
  ...document,
  ...(isCertificate(document) && primary ? { primary } : {}),
  ...(isCertificate(document) && accent ? { accent } : {}),
})

/** The badge of the data: said part by part, drafted where nothing is said. Inside a certificate it is a round seal. */
function badgeOf(data: { [name: string]: Json }, values: Readonly<Record<string, string>>, brand: Brand): MakeBadge {
  return (template) => {
    const apart = isRecord(data.badge) ? data.badge : null
    // A person's grade is not the badge's: top-level parts count only where the badge is the whole piece.
    const given = apart ?? (template ? data : {})
    const own = ownTemplate(template ?? given.template)
    const example = EXAMPLES.find((one) => one.template === own)!
    const draft = draftBadgeDesign({
      title: values['achievement.name'] ?? example.title,
      institutionName: values['institution1.name'] ?? example.institutionName,
      primary: brand.primary ?? example.primary,
      accent: brand.accent ?? example.accent,
      template: own,
      icon: example.icon,
    })
    const parts = TEMPLATES.find(({ id }) => id === own)!
      .fields.flatMap((field) => PARTS[field] ?? [field])
      .filter((part) => given[part] !== undefined)
    return parsedBadge({ ...draft, ...Object.fromEntries(parts.map((part) => [part, partOf(part, given)])) } as Json)
  }
}

function ownTemplate(wanted: Json | undefined): BadgeDesign['template'] {
  const found = TEMPLATES.find(({ id }) => id === wanted)
  if (wanted !== undefined && !found) throw new Error(`there is no badge template ${JSON.stringify(wanted)}`)
  return found?.id ?? 'round-seal'
}

/** Fields that are made of several parts. */
const PARTS: Readonly<Record<string, readonly string[]>> = { level: ['level', 'levels'], progress: ['done', 'total'] }
const NUMBERS = ['level', 'levels', 'done', 'total']

/** A spreadsheet writes numbers as text. */
function partOf(part: string, given: { [name: string]: Json }): Json {
  const value = given[part]!
  if (NUMBERS.includes(part) && typeof value === 'string' && /^\d+$/.test(value)) return Number(value)
  return part === 'year' && typeof value === 'number' ? String(value) : value
}

function parsedBadge(value: Json): BadgeDesign {
  const parsed = parseBadgeDesign(value)
  if (parsed.outcome === 'parsed') return parsed.design
  throw new Error(parsed.faults.map((fault) => `badge ${fault.path}: ${describeDesignFault(fault, 'en')}`).join('\n  '))
}
