/** Parses a design document from outside: the document, or every fault with its path. */

import { claim, type Fields, flag, isRecord, list, number, oneOf, optional, record, text } from './checks.ts'
import { isColour } from './colour.ts'
import { COLOUR_SLOTS, type DesignDocument, type ElementKind, elementsOf, PAGES } from './document.ts'
import type { DesignFault } from './faults.ts'
import { isIconName } from './icons.ts'
import {
  DESIGN_FAULTS_MAX,
  DOCUMENT_ELEMENTS_MAX,
  DOCUMENT_TEXT_CHARACTERS_MAX,
  DOCUMENT_TITLE_CHARACTERS_MAX,
  GROUP_DEPTH_MAX,
  LAYER_NAME_CHARACTERS_MAX,
  PATH_CHARACTERS_MAX,
  QR_TEXT_CHARACTERS_MAX,
  TEXT_LINES_MAX,
} from './limits.ts'
import { FACES } from './metrics.ts'
import { migrate } from './migrations.ts'
import { isOrnamentName } from './ornaments.ts'
import { parseBadgeDesign } from './parse-badge-design.ts'

export type ParsedDocument =
  | { readonly outcome: 'parsed'; readonly document: DesignDocument }
  | { readonly outcome: 'refused'; readonly reason: 'document-invalid'; readonly faults: readonly DesignFault[] }

/**
 * Takes anything, of any version so far; refuses unknown fields and choices, a newer version, measures out of range, path data that
 * is not path data, ids given twice, and groups too deep.
 */
export function parseDocument(value: unknown): ParsedDocument {
  const migrated = migrate(value)
  if (migrated.outcome === 'refused') return refuse([migrated.fault])
  const faults: DesignFault[] = []
  DOCUMENT(migrated.value, '', faults)
  if (faults.length > 0) return refuse(faults)
  const document = migrated.value as DesignDocument // every field was checked above
  const late = [...repeatedIds(document), ...tooMany(document)]
  return late.length > 0 ? refuse(late) : { outcome: 'parsed', document }
}

/** The document as text, one way only: the same document gives the same bytes, and parses to itself. */
export const printDocument = (document: DesignDocument): string => `${JSON.stringify(document, null, 2)}\n`

const MEASURE = number(-2000, 2000)
const LENGTH = number(0, 2000)
const COLOUR = claim((value) => isColour(value) || COLOUR_SLOTS.some((slot) => slot === value), 'colour-malformed')
const BRAND = claim(isColour, 'colour-malformed')
const ID = claim((value) => typeof value === 'string' && /^[a-z0-9][a-z0-9-]{0,39}$/.test(value), 'id-malformed')
const VARIABLE = text(LAYER_NAME_CHARACTERS_MAX)
const DASH = list(LENGTH, 2)

/** Letters of commands, numbers, and what parts them (SVG 2, 9.3); numbers with exponents are not drawn by us. */
const PATH_DATA = /^[MmLlHhVvCcSsQqTtAaZz0-9.,\s-]+$/

const PLACED: Fields = {
  id: ID,
  x: MEASURE,
  y: MEASURE,
  width: LENGTH,
  height: LENGTH,
  name: optional(text(LAYER_NAME_CHARACTERS_MAX)),
  opacity: optional(number(0, 1)),
  locked: optional(flag),
  hidden: optional(flag),
  when: optional(VARIABLE),
}

const PAINTED: Fields = {
  fill: optional(COLOUR),
  stroke: optional(COLOUR),
  strokeWidth: optional(LENGTH),
  dash: optional(DASH),
}

const FIELDS: Readonly<Record<ElementKind, Fields>> = {
  shape: { ...PAINTED, shape: oneOf(['rectangle', 'ellipse']), radius: optional(LENGTH) },
  path: { ...PAINTED, d: pathData, grid: number(1, 10_000) },
  image: { picture: optional(text(80)), variable: optional(VARIABLE) },
  icon: { icon: claim(isIconName, 'icon-unknown'), colour: COLOUR, strokeWidth: optional(LENGTH) },
  ribbon: { ribbon: claim(isOrnamentName, 'ribbon-unknown'), colour: COLOUR, second: COLOUR },
  line: { stroke: COLOUR, strokeWidth: LENGTH, dash: optional(DASH) },
  text: {
    text: text(DOCUMENT_TEXT_CHARACTERS_MAX, { mayBeEmpty: true }),
    face: oneOf(FACES),
    weight: oneOf([400, 700, 800]),
    size: number(1, 600),
    sizeMin: optional(number(1, 600)),
    linesMax: optional(number(1, TEXT_LINES_MAX)),
    lineHeight: optional(number(1, 4)),
    tracking: optional(number(-0.1, 4)),
    align: oneOf(['start', 'middle', 'end']),
    valign: optional(oneOf(['top', 'middle', 'bottom'])),
    colour: COLOUR,
    spread: optional(flag),
    vertical: optional(flag),
    curve: optional(record({ radius: number(1, 2000), side: oneOf(['top', 'bottom']) })),
  },
  qr: { text: text(QR_TEXT_CHARACTERS_MAX), colour: COLOUR },
  badge: { design: optional(badge) },
  seal: { institution: oneOf([1, 2, 3]), on: optional(ID) },
  group: { elements: list(element, DOCUMENT_ELEMENTS_MAX), stack: optional(record({ gap: LENGTH })) },
}

const DOCUMENT = record({
  version: oneOf([1]),
  page: oneOf(Object.keys(PAGES)),
  language: oneOf(['ko', 'en']),
  title: text(DOCUMENT_TITLE_CHARACTERS_MAX),
  primary: BRAND,
  accent: BRAND,
  ground: COLOUR,
  elements: list(element, DOCUMENT_ELEMENTS_MAX),
})

function element(value: unknown, path: string, faults: DesignFault[]): void {
  if (!isRecord(value)) return void faults.push({ path, code: 'not-an-object' })
  const { kind } = value
  if (typeof kind !== 'string' || !Object.hasOwn(FIELDS, kind))
    return void faults.push({ path: `${path}/kind`, code: 'choice-unknown' })
  // Each level of nesting adds "/elements/N" to the path: deep input must not exhaust the stack.
  if (path.split('/elements').length > GROUP_DEPTH_MAX + 1)
    return void faults.push({ path, code: 'groups-too-deep', limit: GROUP_DEPTH_MAX })
  record({ kind: oneOf([kind]), ...PLACED, ...FIELDS[kind as ElementKind] })(value, path, faults)
}

function pathData(value: unknown, path: string, faults: DesignFault[]): void {
  text(PATH_CHARACTERS_MAX)(value, path, faults)
  if (typeof value === 'string' && !PATH_DATA.test(value)) faults.push({ path, code: 'path-malformed' })
}

function badge(value: unknown, path: string, faults: DesignFault[]): void {
  const parsed = parseBadgeDesign(value)
  if (parsed.outcome === 'refused')
    faults.push(...parsed.faults.map((fault) => ({ ...fault, path: path + fault.path })))
}

function repeatedIds({ elements }: DesignDocument): DesignFault[] {
  const seen = new Set<string>()
  return [...elementsOf(elements)].flatMap(({ id }) => {
    const isRepeated = seen.has(id)
    seen.add(id)
    return isRepeated ? [{ path: `/elements (${id})`, code: 'id-repeated' as const }] : []
  })
}

function tooMany({ elements }: DesignDocument): DesignFault[] {
  const isTooMany = [...elementsOf(elements)].length > DOCUMENT_ELEMENTS_MAX
  return isTooMany ? [{ path: '/elements', code: 'list-too-long', limit: DOCUMENT_ELEMENTS_MAX }] : []
}

const refuse = (faults: readonly DesignFault[]): ParsedDocument => ({
  outcome: 'refused',
  reason: 'document-invalid',
  faults: faults.slice(0, DESIGN_FAULTS_MAX),
})
