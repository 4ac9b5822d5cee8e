/** Parses a badge design from outside: the design, or every fault with its path. */
import { titleFit } from './badge.ts'
import { type BadgeDesign, TEMPLATE_IDS, type TemplateId } from './badge-design.ts'
import { isRecord, pointerToken } from './checks.ts'
import { isColour } from './colour.ts'
import type { DesignFault, DesignFaultCode } from './faults.ts'
import { isIconName } from './icons.ts'
import {
  DESIGN_FAULTS_MAX,
  GRADE_CHARACTERS_MAX,
  INSTITUTION_NAME_CHARACTERS_MAX,
  LEVELS_MAX,
  PROGRESS_PARTS_MAX,
  PROGRESS_PARTS_MIN,
  TITLE_CHARACTERS_MAX,
} from './limits.ts'
import { undrawable } from './metrics.ts'

export type ParsedDesign =
  | { readonly outcome: 'parsed'; readonly design: BadgeDesign }
  | { readonly outcome: 'refused'; readonly reason: 'design-invalid'; readonly faults: readonly DesignFault[] }

/** Takes anything; refuses unknown fields, templates, icons, malformed colours, and text that cannot be drawn or read. */
export function parseBadgeDesign(value: unknown): ParsedDesign {
  if (!isRecord(value)) return refuse([{ path: '', code: 'not-an-object' }])
  const faults = [...faultsOfFields(value), ...unknownFields(value)]
  if (faults.length > 0) return refuse(faults)
  const design = normalise(value)
  const late = [...faultsOfProgress(design), ...faultsOfFit(design)]
  return late.length > 0 ? refuse(late) : { outcome: 'parsed', design }
}

type FieldFault = { readonly code: DesignFaultCode; readonly limit?: number }
type Check = (value: unknown) => FieldFault | null

const FIELDS: Readonly<Record<keyof BadgeDesign, { readonly isOptional?: true; readonly check: Check }>> = {
  template: { check: claim(isTemplateId, 'template-unknown') },
  title: { check: words(TITLE_CHARACTERS_MAX) },
  icon: { check: claim(isIconName, 'icon-unknown') },
  primary: { check: claim(isColour, 'colour-malformed') },
  accent: { check: claim(isColour, 'colour-malformed') },
  institutionName: { check: words(INSTITUTION_NAME_CHARACTERS_MAX) },
  year: { isOptional: true, check: claim((v) => typeof v === 'string' && /^[0-9]{4}$/.test(v), 'year-malformed') },
  level: { isOptional: true, check: wholeNumber(0, LEVELS_MAX) },
  levels: { isOptional: true, check: wholeNumber(1, LEVELS_MAX) },
  done: { isOptional: true, check: wholeNumber(0, PROGRESS_PARTS_MAX) },
  total: { isOptional: true, check: wholeNumber(PROGRESS_PARTS_MIN, PROGRESS_PARTS_MAX) },
  grade: { isOptional: true, check: words(GRADE_CHARACTERS_MAX) },
}

function faultsOfFields(value: Record<string, unknown>): DesignFault[] {
  return Object.entries(FIELDS).flatMap(([name, { isOptional, check }]) => {
    const given = value[name]
    if (given === undefined) return isOptional ? [] : [{ path: `/${name}`, code: 'field-missing' as const }]
    const fault = check(given)
    return fault ? [{ path: `/${name}`, ...fault }] : []
  })
}

const unknownFields = (value: Record<string, unknown>): DesignFault[] =>
  Object.keys(value)
    .filter((name) => !Object.hasOwn(FIELDS, name))
    .slice(0, DESIGN_FAULTS_MAX)
    .map((name) => ({ path: `/${pointerToken(name)}`, code: 'field-unknown' }))

/** What was checked field by field, with text normalised and colours in lower case. */
function normalise(value: Record<string, unknown>): BadgeDesign {
  const entries = Object.keys(FIELDS)
    .filter((name) => value[name] !== undefined)
    .map((name) => [name, typeof value[name] === 'string' ? tidy(value[name]) : value[name]])
  const design = Object.fromEntries(entries) as BadgeDesign // every field was checked above
  return { ...design, primary: design.primary.toLowerCase(), accent: design.accent.toLowerCase() }
}

function faultsOfProgress({ done, total, level, levels }: BadgeDesign): DesignFault[] {
  const faults: DesignFault[] = []
  const totalParts = total ?? DEFAULT_PARTS
  if (done !== undefined && done > totalParts)
    faults.push({ path: '/done', code: 'number-out-of-range', limit: totalParts })
  if (level !== undefined && levels !== undefined && level > levels)
    faults.push({ path: '/level', code: 'number-out-of-range', limit: levels })
  return faults
}

const faultsOfFit = ({ template, title }: BadgeDesign): DesignFault[] =>
  titleFit(template, title).ok ? [] : [{ path: '/title', code: 'title-does-not-fit' }]

/** The number of parts drawn when a design names none. */
const DEFAULT_PARTS = 4

const refuse = (faults: readonly DesignFault[]): ParsedDesign => ({
  outcome: 'refused',
  reason: 'design-invalid',
  faults,
})

function isTemplateId(value: unknown): value is TemplateId {
  return TEMPLATE_IDS.some((id) => id === value)
}

function claim(holds: (value: unknown) => boolean, code: DesignFaultCode): Check {
  return (value) => (holds(value) ? null : { code })
}

function words(charactersMax: number): Check {
  return (value) => {
    if (typeof value !== 'string') return { code: 'not-text' }
    const text = tidy(value)
    if (text === '') return { code: 'text-empty' }
    if ([...text].length > charactersMax) return { code: 'text-too-long', limit: charactersMax }
    return undrawable(text).length > 0 ? { code: 'character-not-drawable' } : null
  }
}

function wholeNumber(min: number, max: number): Check {
  return (value) =>
    Number.isInteger(value) && Number(value) >= min && Number(value) <= max
      ? null
      : { code: 'number-out-of-range', limit: max }
}

/** One space between words, composed syllables: what macOS hands over as loose Hangul letters becomes whole again. */
const tidy = (text: string): string => text.normalize('NFC').trim().replace(/\s+/g, ' ')
